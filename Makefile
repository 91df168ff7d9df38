# Two commands do everything on a machine that has Rust, Python >= 3.10 and make:
#   make demo    parses a bundled report and prints what it found
#   make test    runs every test: Rust, examples, Python
# What they need beyond that they create themselves, in .venv and target.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TARGET := $(or $(CARGO_TARGET_DIR),target)
WHEELS := $(TARGET)/wheels
EXAM := ../shared/exam/exam.py
FIXTURE := tests/fixtures/oci_report.txt
# The crates that need no Python to link.
RUST := --workspace --exclude greffier-python

.PHONY: help demo test test-rust test-examples test-python lint bench bench-peers exam clean

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: ## Parse a bundled report and print what it says
	cargo build --release --quiet --package greffier-cli
	$(TARGET)/release/greffier parse $(FIXTURE)

test: test-rust test-examples test-python ## Run every test

test-rust: ## Run the tests of the crates, the documentation's included
	cargo test $(RUST) --features greffier/schema

test-examples: ## Build and run the examples
	cargo build --package greffier --examples
	for example in examples/*.rs; do \
	  cargo run --quiet --package greffier --example $$(basename $$example .rs) > /dev/null; \
	done

test-python: $(BIN)/ready ## Build the wheel, install it, run the tests of the package
	rm -rf $(WHEELS)
	$(BIN)/maturin build --release --quiet --manifest-path python/Cargo.toml --out $(WHEELS)
	$(BIN)/pip install --quiet --no-deps --no-index --force-reinstall $(WHEELS)/greffier-*.whl
	$(BIN)/pytest -c python/pyproject.toml python/tests

lint: $(BIN)/ready ## Check format, lints, documentation, types
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --features greffier/schema -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc $(RUST) --no-deps --quiet
	$(BIN)/ruff check --config python/pyproject.toml python tests
	$(BIN)/ruff format --check --config python/pyproject.toml python tests
	cd python && ../$(BIN)/mypy

bench: ## Measure throughput, and growth on adversarial input
	cargo bench --package greffier

bench-peers: ## Read the same texts with other date readers (needs npm, pip, cargo and their registries; ten minutes)
	cargo build --release --quiet --package greffier-cli
	$(PYTHON) benches/peers/run.py --greffier $(TARGET)/release/greffier --data ../shared

exam: ## Score against the corpora, where they are, and write SCORES.md
	@if [ ! -f $(EXAM) ]; then echo "exam: $(EXAM) is not there, nothing to score"; exit 0; fi; \
	cargo build --release --quiet --package greffier-cli; \
	$(PYTHON) $(EXAM) --cmd "$(TARGET)/release/greffier parse --jsonl --offsets char" --json $(TARGET)/exam.json; \
	$(PYTHON) tests/classes.py --cmd "$(TARGET)/release/greffier parse --jsonl --offsets char" --json $(TARGET)/exam.json; \
	$(PYTHON) tests/scores.py $(TARGET)/exam.json SCORES.md

# The tools, as pinned; made anew when the pins change.
$(BIN)/ready: python/requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement $<
	touch $@

clean: ## Remove what was built
	rm -rf $(VENV)
	cargo clean

//! Any text keeps every promise that `tests/promises.rs` checks.
#![no_main]

#[path = "../../tests/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|text: &str| promises::check(text));

"""Writes the figures of the scorer as a page: python3 tests/scores.py exam.json > SCORES.md"""

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = """# Scores

Figures of the official scorer on the visible half of its data; `make exam` writes this page.

| part | figure | value | of | date |
|---|---|---:|---:|---|"""


def rows(report: dict[str, Any]) -> Iterator[tuple[str, str, float, object]]:
    """Part, figure, value (F1 where there is one, else the rate), number of cases."""
    for part, figures in report.items():
        for name, row in figures.items() if isinstance(figures, dict) else [("", figures)]:
            if not isinstance(row, dict):
                yield part, name, row, ""
                continue
            value = row.get("f1", row.get("rate"))
            if value is not None:
                yield part, name, value, row.get("n", "")


def main() -> None:
    """Reads the report named on the command line and prints the page."""
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    today = datetime.date.today().isoformat()
    print(HEAD)
    for part, name, value, cases in rows(report):
        print(f"| {part} | {name} | {value:.4g} | {cases} | {today} |")


if __name__ == "__main__":
    main()

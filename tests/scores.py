"""Writes the figures of the scorer into the page of scores: python3 tests/scores.py exam.json SCORES.md"""

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = """# Scores

Figures of the official scorer on the visible half of its data, and of `tests/classes.py` for the classes of acts; \
`make exam` writes this page.

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


def kept(page: Path) -> str:
    """What stands on the page from its first section on, written by hand: figures of the benches and the long runs."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    start = text.find("\n## ")
    return text[start:] if start >= 0 else ""


def main() -> None:
    """Reads the report named first on the command line and renews the table of the page named second."""
    report, page = (Path(name) for name in sys.argv[1:3])
    today = datetime.date.today().isoformat()
    table = [
        f"| {part} | {name} | {value:.4g} | {cases} | {today} |"
        for part, name, value, cases in rows(json.loads(report.read_text(encoding="utf-8")))
    ]
    page.write_text("\n".join([HEAD, *table]) + "\n" + kept(page), encoding="utf-8")


if __name__ == "__main__":
    main()

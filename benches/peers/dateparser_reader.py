"""Reads dates with dateparser: {"id", "text"} a line in, {"id", "dates"} a line out, then {"seconds", "bytes"}.

The strategy of the search is the only argument: split (dateparser's default) or ngram (slower, finds more). Absolute
dates only, and only those that state month and year: without these two options every "sa" is a Saturday and every
"53/10" a month, and half of what is found is wrong. dateparser gives words without positions: they are looked up in the
text in order.
"""

import json
import sys
import time
from datetime import datetime
from functools import partial
from typing import Any

from dateparser.search import search_dates

PASSES = 3
ENOUGH = 60.0
"""No further pass once the passes took so many seconds."""

SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["year", "month"],
    "DATE_ORDER": "DMY",
    "RELATIVE_BASE": datetime(2020, 6, 15),
}
FORMATS = {"year": "%Y", "month": "%Y-%m"}


def dates(text: str, found: list[tuple[str, datetime, str]]) -> list[dict[str, Any]]:
    """Values as EDTF, as precise as the period that dateparser names; no position where the text lacks the words."""
    rows, at = [], 0
    for words, moment, period in found:
        row: dict[str, Any] = {"value": moment.strftime(FORMATS.get(period, "%Y-%m-%d")), "start": None, "end": None}
        if (start := text.find(words, at)) >= 0:
            at = start + len(words)
            row |= {"start": start, "end": at}
        rows.append(row)
    return rows


def main() -> None:
    """Answers first, which warms the caches up, then the passes that count."""
    search = partial(search_dates, languages=["fr"], settings=SETTINGS, strategy=sys.argv[1], add_period=True)
    questions = [json.loads(line) for line in sys.stdin]
    for row in questions:
        print(json.dumps({"id": row["id"], "dates": dates(row["text"], search(row["text"]) or [])}))
    took: list[float] = []
    while len(took) < PASSES and sum(took) < ENOUGH:
        began = time.perf_counter()
        for row in questions:
            search(row["text"])
        took.append(time.perf_counter() - began)
    print(json.dumps({"seconds": min(took), "bytes": sum(len(row["text"].encode()) for row in questions)}))


if __name__ == "__main__":
    main()

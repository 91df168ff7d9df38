#!/usr/bin/env python3
"""Scores a reader on the real extractions that make.py has made, with the exam's own functions, beside the exam's noise "paged".

    score.py --cmd "target/release/greffier parse --jsonl --offsets char" --data out --show 20

Left out: extractions where more than 2 % of the clauses have no place. Apart: two columns with pdftotext -layout, which puts the
lines of both side by side. "sound" are the others where every clause has its place and its number before it.
"""

import argparse
import importlib.util
from collections import defaultdict
from pathlib import Path

COLUMNS = (
    "clause_span",
    "boundary",
    "tree_exact",
    "role",
    "marker",
    "depth",
    "header_symbol",
    "header_session",
    "header_title",
    "header_adopted",
)


def load_exam(path):
    spec = importlib.util.spec_from_file_location("exam", path)
    exam = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(exam)
    return exam


def groups(case):
    """The rows of the table in which a case counts."""
    if case["extractor"] == "paged":
        return ["paged"]
    if case["lost"] > 0.02 * case["clauses"]:
        return []
    if case["extractor"] == "layout" and "2col" in case["route"]:
        return ["(layout, two columns)"]
    sound = ["all sound"] if not case["lost"] + case["numberless"] else []
    return ["all", *sound, "by " + case["extractor"], "of " + case["route"], f"{case['route']:12} {case['extractor']}"]


def clause_misses(exam, row, case, doc):
    """Where a clause was missed or invented, with the text around its start and its end."""
    text, place = case["text"], case["place"]
    gold = {
        exam.trimmed(text, place[c["start"]], place[c["end"]])
        for c in [*row["preamble"], *exam.tree_of(row["operative"])]
    }
    seen = {exam.trimmed(text, *exam.extent(c)) for c, _ in exam.clauses(doc) if c.get("role") != "narrative"}
    for start, end in sorted(gold ^ seen):
        what = "missed" if (start, end) in gold else "invented"
        yield f"{what} {case['extractor']} {case['route']} {row['symbol']}: {text[max(start - 20, 0) : start]!r}[{text[start : start + 60]!r} … {text[max(end - 60, start) : end]!r}]{text[end : end + 20]!r}"


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--cmd", default="greffier parse --jsonl --offsets char")
    cli.add_argument("--exam", type=Path, default=Path("shared/exam/exam.py"))
    cli.add_argument("--corpus", type=Path, help="default: corpora/un-akn/resolutions.jsonl beside the exam's folder")
    cli.add_argument("--data", type=Path, default=Path("out"), help="the folder that make.py has filled")
    cli.add_argument("--pairs", action="store_true", help="also a row for each route and extractor")
    cli.add_argument(
        "--only", default="", help="only misses of the groups whose name holds this: pdfium, office-2col, sound"
    )
    cli.add_argument("--show", type=int, default=0, help="print so many misses")
    options = cli.parse_args()
    exam = load_exam(options.exam)
    rows = {
        r["symbol"]: r
        for r in exam.load_un(
            options.corpus or options.exam.resolve().parent.parent / "corpora/un-akn/resolutions.jsonl"
        )
    }
    cases = exam.lines(options.data / "texts.jsonl")
    for symbol in dict.fromkeys(c["symbol"] for c in cases):
        text, place = exam.noisy(rows[symbol]["text"], "paged", symbol, symbol)
        cases.append({"symbol": symbol, "route": "", "extractor": "paged", "text": text, "place": place})
    documents, took = exam.read(options.cmd, [c["text"] for c in cases])
    score, rate, count, none = (
        defaultdict(lambda: defaultdict(exam.Tally)),
        defaultdict(lambda: defaultdict(exam.Rate)),
        defaultdict(int),
        exam.Misses(0),
    )
    misses = []
    for case, doc in zip(cases, documents):
        row = rows[case["symbol"]]
        for group in groups(case):
            exam.header(row, doc, rate[group], none)
            exam.tree(row, case["text"], case["place"], doc, "", score[group], rate[group], none)
            count[group] += 1
        if options.show and case["extractor"] != "paged" and any(options.only in g for g in groups(case)):
            misses += clause_misses(exam, row, case, doc)
            heads = exam.Misses(9)
            exam.header(row, doc, defaultdict(exam.Rate), heads)
            misses += [
                f"{kind} {case['extractor']} {case['route']} {line}"
                for kind, found in heads.rows.items()
                for line in found
            ]
    wide = max(map(len, count))
    print(f"{'':{wide}} texts", *(f"{c.removeprefix('header_'):>11}" for c in COLUMNS))
    order = [
        "paged",
        "all",
        "all sound",
        *sorted(g for g in count if g[:3] in ("by ", "of ")),
        "(layout, two columns)",
        *sorted(g for g in count if options.pairs and g[:3] not in ("by ", "of ", "all", "(la", "pag")),
    ]
    for group in order:
        figures = exam.rows_of(score[group], rate[group])
        shown = [figures.get(c, {}).get("f1", figures.get(c, {}).get("rate")) for c in COLUMNS]
        print(f"{group:{wide}} {count[group]:5}", *(f"{'-' if x is None else format(x, '.3f'):>11}" for x in shown))
    real = [c for c in cases if c["extractor"] != "paged"]
    print(
        f"{len(real)} extractions, {sum(not groups(c) for c in real)} left out; of {sum(c['clauses'] for c in real)} clauses "
        f"{sum(c['lost'] for c in real)} without a place, {sum(c['numberless'] for c in real)} without their number; {took:.1f} s"
    )
    for line in misses[: options.show]:
        print(line)


if __name__ == "__main__":
    main()

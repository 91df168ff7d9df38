"""Counts the acts of the gold whose verb is found and whose class is right: python3 tests/classes.py --show"""

import argparse
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Pair(NamedTuple):
    """An act of the gold beside the act of the reader with the same verb."""

    text: str
    clause: str
    verb: str
    wanted: str
    got: str


def load_exam(shared: Path) -> ModuleType:
    """The scorer as a module: how it matches clauses and verbs counts here too."""
    spec = importlib.util.spec_from_file_location("exam", shared / "exam/exam.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer in {shared}")
    exam = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(exam)
    return exam


def pairs(exam: ModuleType, shared: Path, command: str) -> Iterator[Pair]:
    """The acts of all gold whose verb the reader has in the same clause; each act of either side is taken once."""
    folders = [shared / "seeds", shared / "texts"]
    texts = {path.name[:3]: path for folder in folders for path in sorted(folder.glob("[0-9][0-9][0-9]*.txt"))}
    names = [path.stem for path in sorted((shared / "gold").glob("*.json")) if path.stem in texts]
    bodies = [texts[name].read_text(encoding="utf-8") for name in names]
    documents, _ = exam.read(command, bodies)
    for name, text, document in zip(names, bodies, documents, strict=True):
        gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        free = [(exam.label_key(text[slice(*exam.span(clause))]), clause) for clause, _ in exam.clauses(document)]
        for wanted in gold["clauses"]:
            first = exam.label_key(wanted["first_words"])
            taken = next((one for one in free if one[0].startswith((first, exam.label(one[1]) + first))), None)
            if taken:
                free.remove(taken)
                for act, mine in acts(exam, text, wanted, taken[1]):
                    # the gold writes "call-upon", the model "call_upon"
                    yield Pair(name, wanted["first_words"], act["verb"], act["class"].replace("-", "_"), mine["class"])


def acts(exam: ModuleType, text: str, wanted: Any, clause: Any) -> Iterator[tuple[Any, Any]]:
    """The acts of a clause of the gold, each with the reader's first free one that has its verb."""
    free = list(clause.get("acts") or [])
    for act in wanted["acts"]:
        verb = exam.head(act["verb"])
        mine = next((one for one in free if exam.head(exam.words_at(text, one["verb"])) == verb), None)
        if mine:
            free.remove(mine)
            yield act, mine


def main() -> None:
    """Prints the figure, and with --json adds it to a report of the scorer."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--cmd", default=f"{ROOT}/target/release/greffier parse --jsonl --offsets char")
    cli.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    cli.add_argument("--show", action="store_true", help="list the acts whose class differs")
    cli.add_argument("--json", type=Path, help="a report of the scorer, to add the figure to")
    options = cli.parse_args()
    if not (options.shared / "gold").is_dir():
        print(f"classes: {options.shared} has no gold, nothing to score")
        return
    found = list(pairs(load_exam(options.shared), options.shared, options.cmd))
    odd = [pair for pair in found if pair.wanted != pair.got]
    rate = round(1 - len(odd) / len(found), 4) if found else 0.0
    print(f"classes: {len(found) - len(odd)} of {len(found)} acts, {rate}")
    if options.show:
        for pair in odd:
            print(f"  {pair.text} {pair.clause!r}: {pair.verb!r} wanted {pair.wanted}, got {pair.got}")
    if options.json and found:
        report = json.loads(options.json.read_text(encoding="utf-8"))
        report["gold"]["class"] = {"rate": rate, "n": len(found)}
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

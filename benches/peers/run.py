"""Reads the same texts with greffier and with its peers, and prints accuracy and speed side by side.

    python3 benches/peers/run.py --greffier target/release/greffier --data ../shared

The peers are chrono-node, dateparser and whichtime-sys, each at a pinned version with its best options for French
absolute dates (the adapters beside this file say which). They are installed by npm, pip and cargo into --cache, or into
a temporary directory; one that cannot be is listed with the reason. DATA/exam/exam.py scores, where it is there.

Accuracy is over cases of public test suites (class "absolute") and over paragraphs of UN resolutions whose dates two
translations agree on. Speed is over those paragraphs, on one thread, the best of three warm passes (fewer for a reader
that needs more than a minute). Peers are timed inside their process around the reading alone. So is greffier where it
has `dates --time`; else its time is that of the whole process less that of one over as many empty texts, which leaves
the reading and writing of JSON in. All peers together need about ten minutes, nearly all of it two slow ones.
"""

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

HERE = Path(__file__).resolve().parent
CHRONO_NODE = "2.10.3"
DATEPARSER = "1.5.0"
WHICHTIME = "0.1.0"  # pinned in whichtime/Cargo.toml
PASSES = 3

Dates = list[dict[str, Any]]
Command = list[str]
ENVIRONMENT = {**os.environ, "TZ": "UTC", "RAYON_NUM_THREADS": "1"}


class Unavailable(Exception):
    """A reader cannot be installed or run; says why in a line."""


@dataclass
class Speed:
    """Seconds for so many bytes of text."""

    seconds: float
    size: int

    def megabytes_per_second(self) -> float:
        """Of text, in UTF-8."""
        return self.size / 1e6 / self.seconds


@dataclass
class Reader:
    """A name, and a function from texts to the dates of each and the speed."""

    name: str
    answer: Callable[[Sequence[str]], tuple[list[Dates], Speed]]


@dataclass
class Result:
    """What one reader reached; a figure that could not be had is not there."""

    name: str
    failure: str = ""
    figures: dict[str, float] = field(default_factory=dict)


# ---------------------------------------------------------------- running a child


def run(command: Command, feed: bytes = b"", folder: Path | None = None) -> bytes:
    """What the command writes on standard output."""
    try:
        done = subprocess.run(command, input=feed, capture_output=True, env=ENVIRONMENT, cwd=folder, check=False)
    except OSError as error:
        raise Unavailable(f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        said = [line for line in done.stderr.decode(errors="replace").splitlines() if line.strip()]
        reason = next((line for line in said if "error" in line.lower()), said[-1] if said else "")
        raise Unavailable(f"{Path(command[0]).name} ended with {done.returncode}: {reason.strip()}")
    return done.stdout


def questions(texts: Sequence[str]) -> bytes:
    """One {"id", "text"} a line."""
    rows = ({"id": str(at), "text": text} for at, text in enumerate(texts))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def rows_of(output: bytes, count: int) -> list[dict[str, Any]]:
    """The lines that a reader wrote: one a text, in order, and perhaps one more with the time."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in output.decode().split("\n") if line]
    if [row.get("id") for row in rows[:count]] != [str(at) for at in range(count)]:
        raise Unavailable("did not answer one line a text, in order")
    return rows


def peer(command: Command) -> Callable[[Sequence[str]], tuple[list[Dates], Speed]]:
    """A reader that times itself and says so in its last line."""

    def answer(texts: Sequence[str]) -> tuple[list[Dates], Speed]:
        *rows, timing = rows_of(run(command, questions(texts)), len(texts))
        return [row["dates"] for row in rows], Speed(timing["seconds"], timing["bytes"])

    return answer


# ---------------------------------------------------------------- greffier


def greffier(program: Path) -> Reader:
    """The best that this build has: `dates --time`, else `dates`, else `parse`."""
    options = ["--jsonl", "--offsets", "char"]
    for name, arguments in [
        ("greffier dates", ["dates", *options, "--time"]),
        ("greffier dates, whole process", ["dates", *options]),
        ("greffier parse, whole process", ["parse", *options]),
    ]:
        command = [str(program), *arguments]
        try:
            run(command, questions([""]))
        except Unavailable as error:
            failure = error
        else:
            return Reader(name, peer(command) if "--time" in arguments else whole_process(command))
    raise failure


def whole_process(command: Command) -> Callable[[Sequence[str]], tuple[list[Dates], Speed]]:
    """A reader that is timed from outside, by what texts take more than empty ones."""

    def seconds(texts: Sequence[str]) -> tuple[float, bytes]:
        feed, took, output = questions(texts), [], b""
        for _ in range(PASSES):
            began = time.perf_counter()
            output = run(command, feed)
            took.append(time.perf_counter() - began)
        return min(took), output

    def answer(texts: Sequence[str]) -> tuple[list[Dates], Speed]:
        full, output = seconds(texts)
        empty, _ = seconds([""] * len(texts))
        rows = rows_of(output, len(texts))
        dates = [row["dates"] if "dates" in row else row["document"].get("dates") or [] for row in rows]
        return dates, Speed(max(full - empty, 1e-9), sum(len(text.encode()) for text in texts))

    return answer


# ---------------------------------------------------------------- installing the peers


def chrono_node(cache: Path) -> Command:
    """Installs chrono-node with npm; the adapter goes beside it, where Node.js looks for packages."""
    folder = cache / f"chrono-node-{CHRONO_NODE}"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "chrono_node.mjs", folder)
    if not (folder / "node_modules" / "chrono-node").exists():
        (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        run(["npm", "install", "--no-audit", "--no-fund", f"chrono-node@{CHRONO_NODE}"], folder=folder)
    return ["node", str(folder / "chrono_node.mjs")]


def dateparser(cache: Path) -> Command:
    """Installs dateparser into a virtual environment."""
    folder = cache / f"dateparser-{DATEPARSER}"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        run([sys.executable, "-m", "venv", "--clear", str(folder)])
        run([str(python), "-m", "pip", "install", "--quiet", f"dateparser=={DATEPARSER}"])
        (folder / "installed").touch()
    return [str(python), str(HERE / "dateparser_reader.py")]


def whichtime(cache: Path) -> Command:
    """Builds the adapter with whichtime-sys in it."""
    folder = cache / f"whichtime-sys-{WHICHTIME}"
    shutil.copytree(HERE / "whichtime", folder, dirs_exist_ok=True)
    run(["cargo", "build", "--quiet", "--release", "--target-dir", str(folder / "target")], folder=folder)
    return [str(folder / "target" / "release" / "whichtime-reader")]


PEERS: list[tuple[str, Callable[[Path], Command], list[str]]] = [
    (f"chrono-node {CHRONO_NODE}, strict", chrono_node, ["strict"]),
    (f"chrono-node {CHRONO_NODE}, dates only", chrono_node, ["dates"]),
    (f"dateparser {DATEPARSER}, split", dateparser, ["split"]),
    (f"dateparser {DATEPARSER}, ngram", dateparser, ["ngram"]),
    (f"whichtime-sys {WHICHTIME}", whichtime, []),
]


# ---------------------------------------------------------------- scoring


def load_exam(data: Path) -> ModuleType | None:
    """The scorer, where the data has it."""
    path = data / "exam" / "exam.py"
    spec = importlib.util.spec_from_file_location("exam", path) if path.exists() else None
    if not (spec and spec.loader):
        return None
    sys.dont_write_bytecode = True
    exam = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(exam)
    return exam


def figures(reader: Reader, data: Path, exam: ModuleType | None) -> dict[str, float]:
    """The scorer asks the reader instead of starting a command; without a scorer there is only speed."""
    speed = Speed(1, 0)

    def read(_: object, texts: Sequence[str]) -> tuple[list[dict[str, Dates]], float]:
        nonlocal speed
        dates, speed = reader.answer(texts)
        return [{"dates": some} for some in dates], speed.seconds

    if exam is None:
        lines = (data / "corpora/dates/un_parallel.jsonl").read_text(encoding="utf-8").splitlines()
        read(None, [json.loads(line)["text"] for line in lines])
        return {"speed": speed.megabytes_per_second()}
    exam.__dict__["read"] = read
    options = SimpleNamespace(cmd=None, limit=None)
    suites = exam.part_suites(data, options, exam.Misses(0))["suites/absolute"]
    parallel = exam.part_parallel(data, options, exam.Misses(0))["parallel"]
    return {
        "suites value": suites["value"]["f1"],
        "suites span": suites["span"]["f1"],
        "precision": parallel["value"]["precision"],
        "recall": parallel["value"]["recall"],
        "parallel value": parallel["value"]["f1"],
        "speed": speed.megabytes_per_second(),
    }


def table(results: list[Result]) -> str:
    """Markdown; the ratios are to the first row."""
    heads = {
        "suites value": "suites, value F1",
        "suites span": "suites, span F1",
        "precision": "UN, precision",
        "recall": "UN, recall",
        "parallel value": "UN, value F1",
    }
    ours = results[0].figures.get("speed")
    rows = [["reader", *heads.values(), "MB/s", "of greffier's speed"]]
    rows += [["---", *["---:"] * (len(rows[0]) - 1)]]
    for result in results:
        speed = result.figures.get("speed")
        scores = [f"{result.figures[key]:.3f}" if key in result.figures else "" for key in heads]
        ratio = f"{speed / ours:.2g}" if speed and ours else ""
        name = f"{result.name} ({result.failure})" if result.failure else result.name
        rows.append([name, *scores, f"{speed:.3g}" if speed else "", ratio])
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


# ---------------------------------------------------------------- the run


def measure(name: str, ready: Callable[[], Reader], data: Path, exam: ModuleType | None) -> Result:
    """The figures of one reader, or why there are none."""
    print(f"{name} ...", file=sys.stderr)
    try:
        reader = ready()
    except Unavailable as error:
        return Result(name, failure=f"not installed: {error}")
    try:
        return Result(reader.name, figures=figures(reader, data, exam))
    except (Unavailable, ValueError, KeyError) as error:
        return Result(name, failure=f"failed: {error!r}")


def main() -> None:
    """All readers in turn, greffier first."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--greffier", type=Path, default=Path("target/release/greffier"), help="the program")
    cli.add_argument("--data", type=Path, default=Path("../shared"), help="folder with corpora/dates/ and exam/")
    cli.add_argument("--cache", type=Path, help="folder where the peers are, or will be, installed")
    cli.add_argument("--only", default="", help="peers with this in their name, such as chrono")
    options = cli.parse_args()
    exam = load_exam(options.data)
    with tempfile.TemporaryDirectory() as temporary:
        cache = (options.cache or Path(temporary)).resolve()
        results = [measure("greffier", lambda: greffier(options.greffier.resolve()), options.data, exam)]
        for name, install, arguments in (row for row in PEERS if options.only in row[0]):

            def ready(
                name: str = name, install: Callable[[Path], Command] = install, arguments: Command = arguments
            ) -> Reader:
                return Reader(name, peer([*install(cache), *arguments]))

            results.append(measure(name, ready, options.data, exam))
    print(table(results))
    if exam is None:
        print("\nNo scorer in the data: accuracy is left out.")


if __name__ == "__main__":
    main()

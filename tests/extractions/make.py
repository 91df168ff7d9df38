#!/usr/bin/env python3
"""Real PDFs of UN resolutions, and what four tools get out of them, with the place of every character of the source.

    make.py --exam shared/exam/exam.py --out out           twenty texts, one route each, four extractions each
    make.py --exam shared/exam/exam.py --out out --every   each of the twenty by every route

Needs soffice, pdflatex, chromium and pdftotext on the path, and pypdfium2, pdfminer.six and rapidfuzz.
Writes out/pdf/*.pdf and out/texts.jsonl: a line for each extraction {symbol, route, extractor, clauses, lost, numberless, text, place},
where place[i] is the offset in text of offset i of the source text as exam.load_un gives it (so there is one entry more).
"""

import argparse
import html
import importlib.util
import json
import re
import shutil
import subprocess
import tempfile
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
from pdfminer.high_level import extract_text
from rapidfuzz.distance import LCSseq

ROUTES = {  # engine, columns, every which line has its number (0: none), notes
    "office": ("office", 1, 0, True),
    "latex": ("latex", 1, 0, True),
    "web": ("web", 1, 0, True),
    "latex-lines": ("latex", 1, 1, False),
    "office-2col": ("office", 2, 0, True),
    "latex-2col": ("latex", 2, 0, True),
    "office-lines": ("office", 1, 5, True),
    "web-2col": ("web", 2, 0, False),
}
NOTES = [
    "A/71/321.",
    "Voir le rapport du Secrétaire général.",
    "Ibid., chap. II.",
    "Résolution 217 A (III).",
    "Nations Unies, Recueil des Traités, vol. 1465, no 24841.",
    "Voir S/2014/12, annexe, et A/68/45 (Part II).",
]
ORGANS = {
    "A/HRC": "Conseil des droits de l’homme",
    "A/": "Assemblée générale",
    "S/": "Conseil de sécurité",
    "E/": "Conseil économique et social",
}


def load_exam(path):
    spec = importlib.util.spec_from_file_location("exam", path)
    exam = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(exam)
    return exam


# ---------------------------------------------------------------- the source as paragraphs


def paragraphs(row, notes):
    """(kind, depth, number, before the call, after it, note): kind is head or body, the call goes before a comma."""
    depths, stack = {}, [(c, 0) for c in [*row["preamble"], *row["operative"]]]
    while stack:
        clause, depth = stack.pop()
        depths[clause["start"]] = (depth, clause.get("num") or "")
        stack += [(c, depth + 1) for c in clause.get("children") or []]
    first, at, out, calls, depth = min(depths), 0, [], 0, 0
    for line in row["text"].split("\n"):
        depth, number = depths.get(at, (depth if at > first else 0, ""))
        number = number if line.startswith(number) else ""
        body = line[len(number) :].lstrip() if number else line
        end = at + len(line)
        kind = "body" if end + 1 >= first else "head"
        comma = re.search(r"(?<=\w)(?=\s?[,;] )", body[60:])
        if notes and at in depths and comma and len(out) % 4 == 0:
            cut = 60 + comma.start()
            out.append((kind, depth, number, body[:cut], body[cut:], NOTES[calls % len(NOTES)]))
            calls += 1
        else:
            out.append((kind, depth, number, body, "", ""))
        at = end + 1
    return out


def heading(row, kind, words):
    return kind == "head" and bool(row.get("title")) and row["title"] in words


def organ(symbol):
    return next(name for start, name in ORGANS.items() if symbol.startswith(start))


# ---------------------------------------------------------------- PDF by LibreOffice

OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm" style:tab-stop-distance="1cm" fo:hyphenation-ladder-count="no-limit"/>
  <style:text-properties style:font-name="Liberation Serif" fo:font-size="{size}pt" fo:language="fr" fo:country="FR" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"/></style:default-style>
 <style:style style:name="Standard" style:family="paragraph"/>
 {styles}
 <style:style style:name="B" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="M" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties text:number-lines="false" fo:text-align="start"><style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>
 <style:style style:name="N" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm" text:number-lines="false"/><style:text-properties fo:font-size="8pt"/></style:style>
 <style:style style:name="A" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
 <text:notes-configuration text:note-class="footnote" text:citation-style-name="A" text:citation-body-style-name="A" style:num-format="1" text:start-value="0" text:footnotes-position="page"/>
 {lines}
</office:styles>
<office:automatic-styles>
 <style:style style:name="S" style:family="section"><style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
 <style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
 <style:header><text:p text:style-name="M">{symbol}<text:tab/>Nations Unies, {organ}</text:p></style:header>
 <style:footer><text:p text:style-name="M">22-14567<text:tab/><text:page-number/>/<text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{head}<text:section text:name="corps" text:style-name="S">{body}</text:section></office:text></office:body></office:document>"""


def office(row, parts, columns, lines):
    style = '<style:style style:name="D{0}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="{0}cm"/></style:style>'
    said = {"head": "", "body": ""}
    for i, (kind, depth, number, before, after, note) in enumerate(parts):
        call = (
            f'<text:note text:id="n{i}" text:note-class="footnote"><text:note-citation>{i}</text:note-citation><text:note-body><text:p text:style-name="N"><text:tab/>{note}</text:p></text:note-body></text:note>'
            if note
            else ""
        )
        words = (
            (html.escape(number) + "<text:tab/>" if number else "") + html.escape(before) + call + html.escape(after)
        )
        said[kind] += f'<text:p text:style-name="{"B" if heading(row, kind, before) else f"D{depth}"}">{words}</text:p>'
    lines = (
        f'<text:linenumbering-configuration text:number-lines="true" text:offset="0.5cm" style:num-format="1" text:number-position="left" text:increment="{lines}"/>'
        if lines
        else ""
    )
    return OFFICE.format(
        size=9 if columns > 1 else 11,
        columns=columns,
        styles="".join(style.format(d) for d in range(5)),
        lines=lines,
        symbol=row["symbol"],
        organ=organ(row["symbol"]),
        **said,
    )


def office_pdf(sources, folder):
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{folder.resolve()}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


# ---------------------------------------------------------------- PDF by LaTeX

LATEX = r"""\documentclass[11pt,a4paper,%(option)s]{article}
\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern,textcomp}\usepackage[french]{babel}
\usepackage[margin=2.5cm,headheight=14pt]{geometry}\usepackage{fancyhdr}\usepackage{lineno}
\input{glyphtounicode}\pdfgentounicode=1
\DeclareUnicodeCharacter{2011}{-}\DeclareUnicodeCharacter{2212}{-}\DeclareUnicodeCharacter{200B}{}\DeclareUnicodeCharacter{202F}{~}\DeclareUnicodeCharacter{0301}{}
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{%(organ)s}\fancyhead[R]{%(symbol)s}\fancyfoot[C]{\thepage}
\setlength{\parindent}{0pt}\setlength{\parskip}{6pt}\emergencystretch=3em\columnsep=8mm
\begin{document}%(head)s%(body)s
\end{document}
"""


def latex(row, parts, columns, lines):
    special = {c: "\\" + c for c in "&%$#_{}"} | {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    escape = lambda s: "".join(special.get(c, c) for c in s)
    said = {"head": "", "body": ""}
    for kind, depth, number, before, after, note in parts:
        words = (
            (number + r"\hspace{1em}" if number else "")
            + escape(before)
            + (rf"\footnote{{{escape(note)}}}" if note else "")
            + escape(after)
        )
        words = rf"\textbf{{{words}}}" if heading(row, kind, before) else words
        said[kind] += rf"{{\leftskip={depth}cm\relax {words}\par}}" + "\n"
    if columns > 1:
        said["head"] = rf"\twocolumn[{{\setlength{{\parskip}}{{6pt}}{said['head']}\vspace{{1em}}}}]"
    return LATEX % {
        "option": "twocolumn" if columns > 1 else "onecolumn",
        "organ": organ(row["symbol"]),
        "symbol": row["symbol"],
        "head": said["head"],
        "body": (rf"\linenumbers\modulolinenumbers[{lines}] " if lines else "") + said["body"],
    }


def latex_pdf(sources, folder):
    for source in sources:
        subprocess.run(
            ["pdflatex", "-interaction=batchmode", f"-output-directory={folder}", str(source)],
            stdout=subprocess.DEVNULL,
        )


# ---------------------------------------------------------------- PDF by Chromium (it has no foot-notes: they are at the end; and no hyphens for French)

WEB = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>{symbol}</title><style>
@page {{ size: A4; margin: 2.5cm; @top-left {{ content: "{organ}"; font: 9pt serif }} @top-right {{ content: "{symbol}"; font: 9pt serif }}
 @bottom-right {{ content: "Page " counter(page) " sur " counter(pages); font: 9pt serif }} }}
body {{ font: {size}pt "Liberation Serif"; text-align: justify; margin: 0 }} p {{ margin: 0 0 .6em }}
.n {{ display: inline-block; min-width: 2em }} main {{ columns: {columns}; column-gap: .8cm; column-fill: auto }}
</style>{head}<main>{body}</main>{notes}</html>"""


def web(row, parts, columns, lines):
    said, notes = {"head": "", "body": ""}, []
    for kind, depth, number, before, after, note in parts:
        if note:
            notes.append(note)
        words = (
            (f'<span class="n">{html.escape(number)}</span> ' if number else "")
            + html.escape(before)
            + (f"<sup>{len(notes)}</sup>" if note else "")
            + html.escape(after)
        )
        said[kind] += (
            f'<p style="margin-left:{depth}cm{";font-weight:bold" if heading(row, kind, before) else ""}">{words}</p>\n'
        )
    end = "<hr>" + "".join(f"<p><sup>{i}</sup> {note}</p>" for i, note in enumerate(notes, 1)) if notes else ""
    return WEB.format(
        size=9 if columns > 1 else 11,
        symbol=row["symbol"],
        organ=organ(row["symbol"]),
        columns=columns,
        notes=end,
        **said,
    )


def web_pdf(sources, folder):
    for source in sources:
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={source.with_suffix('.pdf')}",
                f"file://{source.resolve()}",
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )


ENGINES = {"office": (office, ".fodt", office_pdf), "latex": (latex, ".tex", latex_pdf), "web": (web, ".html", web_pdf)}


def print_pdfs(jobs, out):
    """One PDF for each (row, route), all of one engine in one go."""
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        for engine, (write, suffix, to_pdf) in ENGINES.items():
            sources = []
            for row, route in jobs:
                name, columns, lines, notes = ROUTES[route]
                if name == engine:
                    sources.append(work / (stem(row, route) + suffix))
                    sources[-1].write_text(write(row, paragraphs(row, notes), columns, lines), encoding="utf-8")
            if sources:
                to_pdf(sources, work)
        for pdf in work.glob("*.pdf"):
            shutil.copy(pdf, out)


def stem(row, route):
    return re.sub(r"\W+", "-", row["symbol"]).strip("-") + "." + route


# ---------------------------------------------------------------- text out of PDF


def pdftotext(pdf, *options):
    return subprocess.run(["pdftotext", *options, str(pdf), "-"], check=True, stdout=subprocess.PIPE).stdout.decode()


def pdfium(pdf):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


EXTRACTORS = {
    "pdftotext": pdftotext,
    "layout": lambda pdf: pdftotext(pdf, "-layout"),
    "pdfium": pdfium,
    "pdfminer": lambda pdf: extract_text(str(pdf)),
}


# ---------------------------------------------------------------- where each character of the source is


def letters(text):
    """The letters and signs that no extraction should lose, without accents, and the offset of each."""
    found, offsets = [], []
    for at, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char):
            if part.isalnum() or part in "().,;:/[]«»":
                found.append(part)
                offsets.append(at)
    return "".join(found), offsets


def grams(text, size, names):
    return "".join(chr(0x10000 + names.setdefault(text[i : i + size], len(names))) for i in range(len(text) - size + 1))


def align(source, text, size=8):
    """place: runs of eight letters that both have, in one order, cover what is common (where two runs meet, the later has what
    both could have: "38 3. Se" is the line 38 and "3. Se"); then shorter ones between the runs; what is left follows the letter before."""
    (a, a_at), (b, b_at), names, pairs = letters(source), letters(text), {}, {}
    for op in LCSseq.opcodes(grams(a, size, names), grams(b, size, names)):
        if op.tag == "equal":
            for k in range(op.src_end - op.src_start + size - 1):
                pairs[op.src_start + k] = op.dest_start + k
    known = [-1, *sorted(pairs), len(a)]
    for i, next_i in zip(known, known[1:]):
        j, next_j = pairs.get(i, -1), pairs.get(next_i, len(b))
        if next_i - i > 1 and (next_i - i) * (next_j - j) < 100_000:
            for block in SequenceMatcher(
                None, a[i + 1 : next_i], b[j + 1 : next_j], autojunk=False
            ).get_matching_blocks():
                for k in range(block.size if block.size > 1 else 0):
                    pairs[i + 1 + block.a + k] = j + 1 + block.b + k
    found = {a_at[i]: b_at[j] for i, j in pairs.items()}
    place, last = [], 0
    for at in range(len(source) + 1):
        place.append(found.get(at, last))
        last = max(last, place[-1] + (at in found))
    return place


def unmapped(row, exam, text, place):
    """The starts of the clauses whose first twelve letters are not the same in both texts, and of those where they are the same
    but for the number, which the extraction has put elsewhere."""
    first = lambda t: letters(t[:200])[0][:12].lower()
    lost, numberless = [], []
    for node in [*row["preamble"], *exam.tree_of(row["operative"])]:
        said, got = row["text"][node["start"] :], first(text[place[node["start"]] :])
        if got != first(said):
            (numberless if got == first(said.removeprefix(node.get("num") or "")) else lost).append(node["start"])
    return lost, numberless


# ---------------------------------------------------------------- all of it


def choose(rows, first=0, most=25_000, step=8, count=20):
    return [r for r in rows if r["operative"] and len(r["text"]) <= most][first::step][:count]


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--exam", type=Path, default=Path("shared/exam/exam.py"))
    cli.add_argument("--corpus", type=Path, help="default: corpora/un-akn/resolutions.jsonl beside the exam's folder")
    cli.add_argument("--out", type=Path, default=Path("out"))
    cli.add_argument(
        "--first", type=int, default=0, help="begin with another text, 0 to 7: other texts than the usual ones"
    )
    cli.add_argument("--every", action="store_true", help="each text by every route, not by one")
    cli.add_argument("--keep", action="store_true", help="do not make again the PDFs that are there")
    options = cli.parse_args()
    exam = load_exam(options.exam)
    rows = choose(
        exam.load_un(options.corpus or options.exam.resolve().parent.parent / "corpora/un-akn/resolutions.jsonl"),
        options.first,
    )
    jobs = [
        (row, route)
        for i, row in enumerate(rows)
        for k, route in enumerate(ROUTES)
        if options.every or k == i % len(ROUTES)
    ]
    pdfs = options.out / "pdf"
    pdfs.mkdir(parents=True, exist_ok=True)
    print_pdfs([j for j in jobs if not (options.keep and (pdfs / (stem(*j) + ".pdf")).exists())], pdfs)
    with open(options.out / "texts.jsonl", "w", encoding="utf-8") as file:
        for row, route in jobs:
            for extractor, extract in EXTRACTORS.items():
                text = extract(pdfs / (stem(row, route) + ".pdf"))
                place = align(row["text"], text)
                lost, numberless = unmapped(row, exam, text, place)
                clauses = sum(1 for _ in [*row["preamble"], *exam.tree_of(row["operative"])])
                json.dump(
                    {
                        "symbol": row["symbol"],
                        "route": route,
                        "extractor": extractor,
                        "clauses": clauses,
                        "lost": len(lost),
                        "numberless": len(numberless),
                        "text": text,
                        "place": place,
                    },
                    file,
                    ensure_ascii=False,
                )
                file.write("\n")


if __name__ == "__main__":
    main()

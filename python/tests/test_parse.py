"""The package against the promises of its surface: spans, order, values, errors."""

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import greffier
import pytest

REPORT = """RAPPORT

DE LA RÉUNION DU GROUPE DE CONTACT SUR LES LACS 😀 TENUE À NIAMEY

NIAMEY - 14 MARS 2016

Le Groupe de contact s’est réuni le 14 mars

2016 à Niamey. La réunion a convenu de ce qui suit :

i. La réunion a demandé aux États riverains de publier leurs relevés avant le 30 juin 2016.

ii. La réunion a pris note du rapport des experts.

iii. Elle a salué l’offre de la ville de Zinder.
"""


@pytest.fixture(scope="module")
def document() -> greffier.Document:
    return greffier.parse(REPORT)


def test_spans_count_code_points(document: greffier.Document) -> None:
    assert document.source is REPORT
    assert len(document.clauses) >= 3
    for clause in document.clauses:
        assert REPORT[clause.span.start : clause.span.end] == clause.source
        for act in clause.acts:
            assert REPORT[act.verb.span.start : act.verb.span.end] == act.verb.source
    for date in document.dates:
        assert REPORT[date.span.start : date.span.end] == date.source


def test_clauses_carry_their_markers(document: greffier.Document) -> None:
    numbered = [clause for clause in document.clauses if clause.marker is not None]
    assert [clause.number for clause in numbered] == [1, 2, 3]
    assert [clause.source[:3].split(".")[0] for clause in numbered] == ["i", "ii", "iii"]
    assert {clause.marker.style for clause in numbered if clause.marker} == {"lower_roman"}


def test_dates_are_days(document: greffier.Document) -> None:
    assert "2016-03-14" in [date.value for date in document.dates]
    broken = next(date for date in document.dates if "\n" in date.source)
    assert (broken.start, broken.end) == (datetime.date(2016, 3, 14),) * 2
    first = next(clause for clause in document.clauses if clause.number == 1)
    assert [date.value for date in first.dates] == ["2016-06-30"]


def test_leaves_partition_the_text(document: greffier.Document) -> None:
    assert "".join(leaf.source for leaf in document.leaves) == REPORT


def test_json_and_dict_agree(document: greffier.Document) -> None:
    as_dict = document.to_dict()
    assert json.loads(document.to_json()) == as_dict
    assert (as_dict["schema"], as_dict["offsets"]) == ("greffier/1", "char")
    clause = document.clauses[0]
    assert clause.to_dict() == as_dict["resolutions"][0]["clauses"][0]
    assert clause.span.to_dict() == as_dict["resolutions"][0]["clauses"][0]["span"]


def test_equal_values_are_equal() -> None:
    first, second = greffier.parse(REPORT), greffier.parse(REPORT)
    assert first == second
    assert first.clauses == second.clauses
    assert first.clauses[0] != first.clauses[1]
    assert first.clauses[0].span in {second.clauses[0].span}
    assert first != greffier.parse(REPORT + "x")
    assert not first.__eq__("a document")


def test_everything_has_a_repr_that_fits_a_line(document: greffier.Document) -> None:
    def walk(value: object) -> Iterator[object]:
        yield value
        if isinstance(value, tuple):
            for item in value:
                yield from walk(item)
        elif type(value).__module__ == "greffier":
            for name in dir(value):
                if not name.startswith("_") and not callable(getattr(value, name)):
                    yield from walk(getattr(value, name))

    seen = {type(value).__name__ for value in walk(document)}
    assert {"Document", "Resolution", "Clause", "Marker", "Leaf", "Date", "Span"} <= seen
    for value in walk(document):
        if type(value).__module__ == "greffier":
            shown = repr(value)
            assert shown.startswith(type(value).__name__) and "\n" not in shown and len(shown) <= 200


def test_nothing_can_be_written(document: greffier.Document) -> None:
    for part in (document, document.clauses[0], document.clauses[0].span):
        with pytest.raises(AttributeError):
            part.span = 3  # type: ignore[union-attr, misc]


def test_parts_outlive_their_document() -> None:
    clauses = greffier.parse(REPORT * 50).clauses
    assert clauses[-1].source
    assert clauses[-1].to_dict()["span"]["end"] == clauses[-1].span.end


@pytest.mark.parametrize("text", ["", " ", "\0", "\n" * 999, "i. " * 999, "\ud800 2013 \udfff", "👩‍👩‍👧 « é »"])
def test_any_text_parses(text: str) -> None:
    document = greffier.parse(text)
    assert "".join(leaf.source for leaf in document.leaves) == text


def test_what_is_not_text_is_refused() -> None:
    with pytest.raises(TypeError):
        greffier.parse(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        greffier.parse_many("one text")
    with pytest.raises(TypeError):
        greffier.parse_many(3)  # type: ignore[arg-type]


def test_many_texts_keep_their_order() -> None:
    texts = [f"{REPORT}\niv. Elle a décidé de lire {n} rapports.\n" for n in range(700)]
    documents = list(greffier.parse_many(text for text in texts))
    assert [document.source for document in documents] == texts
    assert documents[0] == greffier.parse(texts[0])


def test_a_bad_item_is_told_when_its_turn_comes() -> None:
    documents = greffier.parse_many([REPORT, REPORT, None, REPORT])  # type: ignore[list-item]
    assert next(documents).source == REPORT
    assert next(documents).source == REPORT
    with pytest.raises(TypeError):
        next(documents)


def test_an_error_of_the_iterable_comes_through() -> None:
    def texts() -> Iterator[str]:
        yield REPORT
        raise KeyError("lost")

    documents = greffier.parse_many(texts())
    assert next(documents).source == REPORT
    with pytest.raises(KeyError, match="lost"):
        next(documents)


def test_the_package_loads_in_an_instant() -> None:
    timed = "import time; start = time.perf_counter(); import greffier; print(time.perf_counter() - start)"
    best = min(float(subprocess.check_output([sys.executable, "-I", "-c", timed])) for _ in range(5))
    assert best < 0.030


MINE = """
[[entry]]
name = "Observatoire du fleuve Kéma"
kind = "organization"
acronym = "OFK"
codes = { registry = "42" }
"""


def test_parser_knows_names_of_ones_own() -> None:
    parser = greffier.Parser(gazetteers=[("mine.toml", MINE)])
    text = "Le Comité remercie l’OFK."
    (entity,) = parser.parse(text).entities
    assert (entity.name, entity.codes) == ("Observatoire du fleuve Kéma", {"registry": "42"})
    assert [text[mention.start : mention.end] for mention in entity.mentions] == ["OFK"]
    assert [document.entities for document in parser.parse_many([text, text])] == [(entity,), (entity,)]
    assert "42" not in greffier.parse(text).to_json()


SHEET = """name;kind;acronym;since;successor;codes.registry
Observatoire du fleuve Kéma;organization;OFK;2002;Autorité;42
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("mine.toml", MINE), ("mine.csv", SHEET), ("mine.tsv", SHEET.replace(";", "\t")), ("MINE.CSV", SHEET)],
)
def test_gazetteers_are_files_or_texts(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    for given in (file, str(file), (name, text)):
        (entity,) = greffier.Parser(gazetteers=[given]).parse("Le Comité remercie l’OFK.").entities
        assert entity.codes == {"registry": "42"}
        assert (entity.valid, entity.successor) == ((None, None) if text == MINE else ("2002/..", "Autorité"))


def test_names_of_all_gazetteers_are_known(tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("name,kind\nVeille du Kéma,organization\n", encoding="utf-8")
    parser = greffier.Parser(gazetteers=[("mine.toml", MINE), file])
    names = [entity.name for entity in parser.parse("La Veille du Kéma remercie l’OFK.").entities]
    assert names == ["Veille du Kéma", "Observatoire du fleuve Kéma"]


def test_former_names_are_names() -> None:
    former = 'until = "2013-07-01"\nformer = [{ name = "Veille du Kéma", acronym = "VDK", until = "2002" }]\n'
    columns = "name;kind;acronym;until;former;former.acronym;former.until\n"
    row = "Observatoire du fleuve Kéma;organization;OFK;2013-07-01;Veille du Kéma;VDK;2002\n"
    for given in (("mine.toml", MINE + former), ("mine.csv", columns + row)):
        parser = greffier.Parser(gazetteers=[given])
        (entity,) = parser.parse("La Veille du Kéma (VDK) remercie l’OFK.").entities
        assert (entity.name, entity.valid, len(entity.mentions)) == ("Observatoire du fleuve Kéma", "../2013-07-01", 3)


def test_parser_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    with pytest.raises(FileNotFoundError, match=r"mine\.csv"):
        greffier.Parser(gazetteers=[file])
    file.write_text(SHEET.replace("organization", "town"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.csv:2: unknown variant"):
        greffier.Parser(gazetteers=[file])
    file.write_bytes(SHEET.encode("latin-1"))
    with pytest.raises(ValueError, match=r"mine\.csv: not UTF-8"):
        greffier.Parser(gazetteers=[file])
    for wrong in ([3], [("mine.toml",)], "mine.toml"):
        with pytest.raises(TypeError):
            greffier.Parser(gazetteers=wrong)  # type: ignore[arg-type]


ADDRESSES = """
[[address]]
head = "A/RES/"
url = "https://archives.example/{number}"
"""


def test_addresses_are_a_file_or_a_text(tmp_path: Path) -> None:
    file = tmp_path / "addresses.toml"
    file.write_text(ADDRESSES, encoding="utf-8")
    text = "Rappelant la résolution 70/1 de l’Assemblée générale, en date du 25 septembre 2015,"
    for given in (file, str(file), ("mine.toml", ADDRESSES)):
        (reference,) = greffier.Parser(addresses=given).parse(text).references
        assert (reference.symbol, reference.url, reference.iri) == (
            "A/RES/70/1",
            "https://archives.example/70-1",
            None,
        )
    assert greffier.parse(text).references[0].url == "https://undocs.org/fr/A/RES/70/1"


def test_parser_says_what_is_wrong_with_addresses(tmp_path: Path) -> None:
    for wrong, message in (
        (ADDRESSES.replace("url", "link"), r"^mine\.toml:4: unknown field `link`"),
        (ADDRESSES.replace("number", "day"), r"^mine\.toml:4: expected no braces but"),
        (ADDRESSES * 2, r"^mine\.toml:6: .*\"A/RES/\" again"),
    ):
        with pytest.raises(ValueError, match=message):
            greffier.Parser(addresses=("mine.toml", wrong))
    with pytest.raises(FileNotFoundError, match=r"mine\.toml"):
        greffier.Parser(addresses=tmp_path / "mine.toml")
    for given in (3, ("mine.toml",), [("mine.toml", ADDRESSES)]):
        with pytest.raises(TypeError):
            greffier.Parser(addresses=given)  # type: ignore[arg-type]


CLASSES = """
[invite]
force = "strong"
polarity = "positive"
plover = "REQUEST"
cameo = ["020", "022"]
"""


def test_classes_are_a_ladder_and_a_crosswalk() -> None:
    classes = greffier.Classes()
    condemn = classes.of("condemn")
    assert (condemn.force, condemn.polarity, condemn.plover, condemn.mode) == (
        "none",
        "negative",
        "ACCUSE",
        "disapprove",
    )
    authorize = classes.of("authorize")
    assert (authorize.plover, authorize.mode, authorize.cameo) == (None, None, ())
    assert authorize.note is not None
    table = dict(classes)
    assert len(table) == 38 and next(iter(table)) == "meet" and table["condemn"] == condemn
    assert (repr(classes), repr(authorize)) == ("Classes(38 classes)", "ClassEntry(binding, –, –)")
    assert classes == greffier.Classes() and condemn != authorize
    with pytest.raises(ValueError, match="unknown variant `shout`"):
        classes.of("shout")  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        condemn.force = "weak"  # type: ignore[misc]


def test_classes_are_a_file_or_a_text_or_ready(tmp_path: Path) -> None:
    file = tmp_path / "classes.toml"
    file.write_text(CLASSES, encoding="utf-8")
    text = "La Conférence a invité les États membres à ratifier le Protocole."
    for given in (file, str(file), ("mine.toml", CLASSES)):
        mine = greffier.Classes(given)
        invite = mine.of("invite")
        assert (invite.force, invite.polarity, invite.cameo) == ("strong", "positive", ("020", "022"))
        assert mine.of("demand") == greffier.Classes().of("demand") and mine != greffier.Classes()
        for classes in (given, mine):
            (act,) = greffier.Parser(classes=classes).parse(text).clauses[0].acts
            assert (act.class_, act.force) == ("invite", "strong")
    assert greffier.parse(text).clauses[0].acts[0].force == "weak"
    assert greffier.Classes(path=file) == greffier.Classes(file)


def test_parser_says_what_is_wrong_with_classes(tmp_path: Path) -> None:
    for wrong, message in (
        (CLASSES.replace("invite", "shout"), r"^mine\.toml:2: unknown variant `shout`"),
        (CLASSES.replace("strong", "huge"), r"^mine\.toml:3: unknown variant `huge`"),
        (CLASSES.replace("plover", "plovr"), r"^mine\.toml:5: unknown field `plovr`"),
    ):
        with pytest.raises(ValueError, match=message):
            greffier.Parser(classes=("mine.toml", wrong))
        with pytest.raises(ValueError, match=message):
            greffier.Classes(("mine.toml", wrong))
    with pytest.raises(FileNotFoundError, match=r"mine\.toml"):
        greffier.Parser(classes=tmp_path / "mine.toml")
    for given in (3, ("mine.toml",), [("mine.toml", CLASSES)]):
        with pytest.raises(TypeError):
            greffier.Parser(classes=given)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            greffier.Classes(given)  # type: ignore[arg-type]


def test_parser_says_what_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"^mine\.toml:4: .*unknown variant"):
        greffier.Parser(gazetteers=[("mine.toml", MINE.replace("organization", "town"))])
    with pytest.raises(ValueError, match="unknown language"):
        greffier.Parser(language="de")


def test_readme_says_what_happens(capsys: pytest.CaptureFixture[str]) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    if not readme.exists():
        pytest.skip("the README is not beside the package")
    page = readme.read_text(encoding="utf-8")
    text, snippet = (page.split(f"```{language}\n")[1].split("```")[0] for language in ("text", "python"))
    names = {"text": text, "texts": [text, text]}
    exec(snippet, names)
    assert "1 request demander ['États membres'] 2016-06-30\n" in capsys.readouterr().out
    document = greffier.parse(text)
    assert document.meeting is not None and document.meeting.date is not None
    assert document.meeting.date.value == "2016-03-14"
    assert document.dates[0].start == datetime.date(2016, 3, 14)


def test_dates_by_themselves() -> None:
    text = "À l’été 😀 : du 3 au 7 juin 2013, le 26 Rajab 1432H (28 juin 2011), le 04/05/2013, tous les six mois."
    dates = greffier.dates(text)
    assert len(dates) == len(dates.dates) == 4
    assert [date.value for date in dates] == [
        "2013-06-03/2013-06-07",
        "hijri:1432-07-26",
        "2011-06-28",
        "2013-05-04",
    ]
    first, hijri, gregorian, figures = dates.dates
    assert (first.source, first.start, first.end) == (
        "3 au 7 juin 2013",
        datetime.date(2013, 6, 3),
        datetime.date(2013, 6, 7),
    )
    assert (hijri.pair, gregorian.pair) == (gregorian.span, hijri.span)
    assert text[first.span.start : first.span.end] == first.source
    assert figures.alternative == "2013-04-05"
    assert [(period.value, period.kind, period.source) for period in dates.periods] == [
        ("R/P6M", "recurrence", "tous les six mois")
    ]
    assert [diagnostic.code for diagnostic in dates.diagnostics] == ["ambiguous-date"]
    assert dates.to_dict()["dates"][0]["value"] == "2013-06-03/2013-06-07"
    assert repr(dates) == "Dates(4 dates, 1 periods)"


def test_the_date_of_a_text_may_be_given() -> None:
    day = datetime.date(2014, 3, 17)
    assert [date.value for date in greffier.dates("Elle l’a reçu hier.", date=day)] == ["2014-03-16"]
    parser = greffier.Parser(date=day)
    assert [date.value for date in parser.dates("le 2 avril")] == ["2013-04-02"]
    assert [date.value for date in parser.parse("le 2 avril").dates] == ["2013-04-02"]
    assert not greffier.dates("Elle l’a reçu hier.").dates
    with pytest.raises(TypeError):
        greffier.dates(3)  # type: ignore[arg-type]


def test_references_say_who_cites_them_and_where_they_are() -> None:
    text = "L’Assemblée générale,\n\nRappelant sa résolution 70/1 du 25 septembre 2015,\n\n1. Décide d’agir."
    reference = greffier.parse(text).references[0]
    assert (reference.symbol, reference.year, reference.session) == ("A/RES/70/1", 2015, 70)
    assert (reference.verb, reference.class_) == ("rappeler", "recall")
    assert reference.url == "https://undocs.org/fr/A/RES/70/1"
    assert reference.iri == "/akn/un/statement/deliberation/unga/2015-09-25/70-1/"


TERMS = (
    "Résolution 69/12\n\nL’Assemblée générale 😀,\n\nRappelant sa résolution 60/1,\n\n"
    "1. Se félicite des progrès accomplis ;\n\n"
    "2. Prie de nouveau le Secrétaire général de lui faire rapport tous les deux ans sur la situation ;\n\n"
    "3. Prie la Commission :\n\n"
    "a) De publier la liste d’ici au 30 juin 2016 ;\n\n"
    "b) D’appliquer la résolution 60/1.\n"
)


def words(span: greffier.Span | None) -> str | None:
    return None if span is None else TERMS[span.start : span.end]


def test_acts_tell_their_terms() -> None:
    acts = [act for clause in greffier.parse(TERMS).clauses for act in clause.acts]
    _, welcome, report, tasks = acts
    assert (welcome.class_, welcome.polarity, welcome.repetition) == ("welcome", "positive", None)
    assert (report.class_, report.polarity, report.repetition) == ("request", None, "again")
    assert report.actor is not None and report.actor.text == "L’Assemblée générale"
    assert [to.text for to in report.addressees] == ["le Secrétaire général"]
    duty = report.report
    assert duty is not None and duty.recurrence is not None
    assert [by.source for by in duty.reporters] == ["le Secrétaire général"]
    assert [(to.text, to.source) for to in duty.recipients] == [("L’Assemblée générale", "lui")]
    assert (words(duty.topic), duty.recurrence.value) == ("la situation", "R/P2Y")
    assert repr(duty) == 'Report("le Secrétaire général" → "L’Assemblée générale")'
    publish, apply = tasks.tasks
    assert (words(publish.content), words(apply.content)) == (
        "publier la liste d’ici au 30 juin 2016",
        "appliquer la résolution 60/1",
    )
    assert publish.deadline is not None and apply.deadline is None
    assert (publish.deadline.value, publish.deadline.end) == ("../2016-06-30", datetime.date(2016, 6, 30))
    assert words(publish.deadline.span) == publish.deadline.source
    assert (publish.beneficiaries, publish.condition, publish.recurrence, publish.report) == ((), None, None, None)
    assert tasks.to_dict()["tasks"] == [publish.to_dict(), apply.to_dict()]
    for value in (report, duty, publish, publish.deadline, *duty.reporters):
        assert "\n" not in repr(value) and len(repr(value)) <= 200


def test_mandates_are_rows_of_a_register() -> None:
    document = greffier.parse(TERMS)
    rows = document.mandates()
    assert [(row.symbol, row.clause, row.verb, row.class_, row.force, row.action) for row in rows] == [
        ("A/RES/69/12", "2", "prier", "request", "moderate", "lui faire rapport tous les deux ans sur la situation"),
        ("A/RES/69/12", "3.a", "prier", "request", "moderate", "publier la liste d’ici au 30 juin 2016"),
        ("A/RES/69/12", "3.b", "prier", "request", "moderate", "appliquer la résolution 60/1"),
    ]
    for row in rows:
        assert TERMS[row.span.start : row.span.end] == row.source
        assert row.content is not None and words(row.content) == row.action
        assert row.resolution == document.resolutions[0]
        assert row.actor is not None and row.actor.text == "L’Assemblée générale"
        assert not row.negated and row.beneficiaries == () and row.condition is None
        assert json.loads(row.to_json()) == row.to_dict()
        assert repr(row).startswith("Mandate(") and "\n" not in repr(row) and len(repr(row)) <= 200
    duty, publish, apply = rows
    assert duty.report == next(clause for clause in document.clauses if clause.number == 2).acts[0].report
    assert duty.recurrence is not None and duty.recurrence.value == "R/P2Y"
    assert publish.deadline is not None and publish.deadline.end == datetime.date(2016, 6, 30)
    assert [to.text for to in publish.addressees] == ["la Commission"]
    assert apply.references == document.references[-1:]
    assert repr(apply) == 'Mandate(3.b request, "appliquer la résolution 60/1")'
    assert (apply.to_dict()["class"], apply.to_dict()["resolution"]) == ("request", 0)
    assert [document.references[at] for at in apply.to_dict()["references"]] == list(apply.references)
    assert rows == document.mandates() == greffier.parse(TERMS).mandates()
    assert rows[0] != rows[1]
    assert greffier.parse("Le Comité s’est réuni.").mandates() == ()
    with pytest.raises(AttributeError):
        apply.verb = "noter"  # type: ignore[misc]


def test_mandates_outlive_their_document() -> None:
    rows = greffier.parse(TERMS).mandates()
    assert [row.verb for row in rows] == ["prier"] * 3
    assert rows[-1].references[0].symbol == "A/RES/60/1"


def test_citations_are_edges_between_parts_of_the_document() -> None:
    text = (
        "Résolution 71/12\n\nL’Assemblée générale 😀,\n\nRappelant sa résolution 70/1,\n\n"
        "1. Réaffirme sa résolution 70/1 et la résolution 66/288 ;\n\n"
        "2. Prie les États d’appliquer la présente résolution.\n"
    )
    document = greffier.parse(text)
    edges = document.citations()
    assert [(edge.citing, edge.class_, edge.verb, edge.cited) for edge in edges] == [
        ("A/RES/71/12", "recall", "rappeler", "A/RES/70/1"),
        ("A/RES/71/12", "reaffirm", "réaffirmer", "A/RES/70/1"),
        ("A/RES/71/12", "reaffirm", "réaffirmer", "A/RES/66/288"),
    ]
    for edge in edges:
        assert text[edge.span.start : edge.span.end] == edge.source == edge.reference.source
        assert edge.reference in document.references
        assert edge.resolution == document.resolutions[0]
        assert edge.entity is None
    first = edges[0]
    assert repr(first) == "Citation(A/RES/71/12 recall A/RES/70/1)"
    assert first == document.citations()[0] and first != edges[1]
    row = first.to_dict()
    assert (row["class"], document.references[row["reference"]], row["resolution"]) == ("recall", first.reference, 0)
    assert json.loads(first.to_json()) == row
    assert greffier.parse("Le Comité s’est réuni.").citations() == ()
    with pytest.raises(AttributeError):
        first.verb = "noter"  # type: ignore[misc]

"""The native half of the package. Everything here is read-only."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Generic, Literal, TypeAlias, TypeVar, final

T = TypeVar("T", covariant=True)

__version__: str

ClassName: TypeAlias = Literal[
    "meet",
    "convene",
    "examine",
    "recall",
    "note",
    "consider",
    "reaffirm",
    "declare",
    "stress",
    "report",
    "welcome",
    "commend",
    "thank",
    "solidarity",
    "support",
    "express_hope",
    "express_concern",
    "regret",
    "condemn",
    "reject",
    "demand",
    "urge",
    "call_upon",
    "request",
    "invite",
    "encourage",
    "recommend",
    "decide",
    "authorize",
    "mandate",
    "establish",
    "extend",
    "suspend",
    "adopt",
    "elect_appoint",
    "commit",
    "agree",
    "remain_seized",
]
CodeName: TypeAlias = Literal[
    "numbering-gap",
    "numbering-repeat",
    "numbering-disorder",
    "marker-rejected",
    "impossible-date",
    "weekday-mismatch",
    "calendar-mismatch",
    "ambiguous-date",
    "repaired-date",
    "unresolved-date",
    "misspelt-name",
    "conflicting-fact",
    "truncated-text",
]
DateRoleName: TypeAlias = Literal["meeting", "adoption", "deadline", "from", "until"]
EntityKindName: TypeAlias = Literal["organization", "person", "location", "event", "instrument", "group", "role"]
ForceName: TypeAlias = Literal["none", "weak", "moderate", "strong", "binding"]
FormName: TypeAlias = Literal["ordinary", "extraordinary", "virtual", "closed", "hybrid"]
KindName: TypeAlias = Literal[
    "report",
    "communique",
    "declaration",
    "decision",
    "resolution",
    "regulation",
    "statement",
    "conclusions",
    "minutes",
    "compilation",
    "treaty",
    "speech",
    "agenda",
    "press",
    "unknown",
]
LeafKindName: TypeAlias = Literal[
    "title",
    "preface",
    "heading",
    "formula",
    "clause",
    "participant",
    "note",
    "closing",
    "page_number",
    "running_head",
    "rule",
    "prose",
    "blank",
]
LevelName: TypeAlias = Literal["summit", "ministerial", "ambassadors", "senior_officials", "experts"]
MarkerStyleName: TypeAlias = Literal[
    "lower_roman", "upper_roman", "arabic", "decimal", "lower_letter", "upper_letter", "bullet", "article"
]
ReferenceFormName: TypeAlias = Literal["explicit", "anaphoric", "own"]
ReferenceKindName: TypeAlias = Literal[
    "resolution", "decision", "declaration", "communique", "regulation", "treaty", "document"
]
RoleName: TypeAlias = Literal["preambular", "operative", "narrative"]
PeriodKindName: TypeAlias = Literal["duration", "recurrence", "session"]
PolarityName: TypeAlias = Literal["positive", "negative"]
RepetitionName: TypeAlias = Literal["also", "again"]
SeverityName: TypeAlias = Literal["note", "warning", "error"]
TenseName: TypeAlias = Literal["present", "past", "future", "participle", "infinitive"]

def parse(text: str, /) -> Document:
    """Read a French text. Cannot fail: what looks wrong is in ``Document.diagnostics``."""

def dates(text: str, /, *, date: date | None = None) -> Dates:
    """Read the dates of a French text, whatever it is, and nothing else; faster than ``parse``.

    ``date`` is the date of the text itself, for a text that does not print it: "hier" and "le 2 mars" are seen from it.

    >>> import greffier
    >>> [date.value for date in greffier.dates("Du 22 octobre au 5 novembre 2013, puis d’ici à la mi-2015.")]
    ['2013-10-22/2013-11-05', '../2015~']
    """

def parse_many(texts: Iterable[str], /) -> Documents:
    """Read many texts on all cores, the interpreter released; yields documents in the order of the texts.

    Texts are taken from the iterable batch by batch, so a generator over a large corpus is fine. What is not a string
    raises ``TypeError`` when its turn comes, after the documents before it.
    """

@final
class Parser:
    """Reads texts, with names of one's own besides those of the package, over which they win.

    Each gazetteer is a file, by its path, or a pair of a name for error messages and a text. Its format is CSV where
    the path or name ends with ``.csv`` or ``.tsv``, else TOML, one table a thing; all but ``name`` and ``kind`` may be
    left out::

        [[entry]]
        name = "Observatoire du fleuve Kéma"
        kind = "organization"
        acronym = "OFK"
        variants = ["Observatoire du Kéma"]
        codes = { registry = "42" }
        since = "2002"
        until = "2013-07-01"
        successor = "Autorité du Kéma"
        former = [{ name = "Veille du Kéma", acronym = "VK", until = "2002" }]

    A sheet has the columns ``name`` and ``kind``, and as needed ``acronym``, ``variants``, ``since``, ``until``,
    ``successor``, ``former``, ``former.acronym``, ``former.until``, ``generic``, ``after``, and ``codes.`` with a
    scheme for each code. Lists are parted by ``|``; those of ``former.acronym`` and ``former.until`` stand in the order
    of ``former``:

    >>> import greffier
    >>> sheet = "name;kind;acronym;codes.registry;since\\nObservatoire du fleuve Kéma;organization;OFK;42;2002\\n"
    >>> parser = greffier.Parser(gazetteers=[("mine.csv", sheet)])
    >>> entity = parser.parse("Le Comité remercie l’OFK.").entities[0]
    >>> entity.name, entity.codes, entity.valid
    ('Observatoire du fleuve Kéma', {'registry': '42'}, '2002/..')

    ``addresses`` says, in place of the package, where cited documents are found: a file or a pair like those, in TOML,
    with patterns by how the symbol begins. In these ``{symbol}`` is the symbol without spaces, ``{number}`` what
    follows the head with its parts joined by hyphens, ``{date}`` the day of the document; where the text does not print
    it, a pattern with ``{date}`` gives nothing:

    >>> mine = '''
    ... [[address]]
    ... head = "A/RES/"
    ... url = "https://archives.example/{number}"
    ... iri = "/akn/un/statement/deliberation/unga/{date}/{number}/"
    ... '''
    >>> parser = greffier.Parser(addresses=("mine.toml", mine))
    >>> reference = parser.parse("Rappelant la résolution 70/1 de l’Assemblée générale,").references[0]
    >>> reference.url, reference.iri
    ('https://archives.example/70-1', None)

    ``classes`` says, in place of the package, how much each class of act asks: ``Classes``, or a file or a pair as they
    take.

    What is wrong in a file, or an unknown language, raises ``ValueError``, with file and line; a file that cannot be
    read raises ``OSError``.
    """

    def __new__(
        cls,
        *,
        language: str = "fr",
        gazetteers: Sequence[str | os.PathLike[str] | tuple[str, str]] = (),
        addresses: str | os.PathLike[str] | tuple[str, str] | None = None,
        classes: Classes | str | os.PathLike[str] | tuple[str, str] | None = None,
        date: date | None = None,
    ) -> Parser: ...
    def parse(self, text: str, /) -> Document:
        """Read a text, as the function ``parse`` does."""

    def dates(self, text: str, /) -> Dates:
        """Read the dates of a text, as the function ``dates`` does."""

    def parse_many(self, texts: Iterable[str], /) -> Documents:
        """Read many texts, as the function ``parse_many`` does."""

@final
class Classes:
    """The classes of act: the ladder of force, and a crosswalk to the event codes of PLOVER and CAMEO.

    Iterates over pairs of a class and what is known about it, so that ``dict(Classes())`` is a table of them.

    >>> import greffier
    >>> entry = greffier.Classes().of("condemn")
    >>> entry.force, entry.polarity, entry.plover, entry.mode
    ('none', 'negative', 'ACCUSE', 'disapprove')

    Those of a file, by its path, or of a pair of a name for error messages and a text, replace those of the package, in
    TOML with a table for each class; those that it leaves out stay as they are:

    >>> mine = greffier.Classes(("mine.toml", '[invite]\\nforce = "moderate"\\ncameo = ["020"]\\n'))
    >>> text = "La Conférence a invité les États membres à ratifier le Protocole."
    >>> greffier.Parser(classes=mine).parse(text).clauses[0].acts[0].force
    'moderate'
    """

    def __new__(cls, path: str | os.PathLike[str] | tuple[str, str] | None = None) -> Classes: ...
    def of(self, class_: ClassName, /) -> ClassEntry:
        """Tell what is known about a class; an unknown one raises ``ValueError``."""
    def __iter__(self) -> Iterator[tuple[ClassName, ClassEntry]]: ...

@final
class ClassEntry:
    """What is known about a class of act."""

    @property
    def force(self) -> ForceName:
        """How much it asks."""
    @property
    def polarity(self) -> PolarityName | None:
        """Whether it is for or against what it speaks of; ``None`` where it is neither."""
    @property
    def plover(self) -> str | None:
        """The event category of PLOVER that comes nearest: ``REQUEST``."""
    @property
    def mode(self) -> str | None:
        """Its mode in PLOVER: ``disapprove``."""
    @property
    def cameo(self) -> tuple[str, ...]:
        """Event codes of CAMEO, best first: ``020``."""
    @property
    def note(self) -> str | None:
        """When the codes hold, or why there are none."""

@final
class Documents:
    """The documents of many texts, in order."""

    def __iter__(self) -> Documents: ...
    def __next__(self) -> Document: ...

@final
class Span:
    """A half-open range of code points: ``text[span.start:span.end]``."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...
    def __hash__(self) -> int: ...
    def __lt__(self, other: Span) -> bool: ...
    def __le__(self, other: Span) -> bool: ...
    def __gt__(self, other: Span) -> bool: ...
    def __ge__(self, other: Span) -> bool: ...
    def to_dict(self) -> dict[str, int]: ...

@final
class Evidence(Generic[T]):
    """A value, and the span of the words that support it; ``str()`` of it is the value's."""

    @property
    def value(self) -> T:
        """The value, normalised."""
    @property
    def span(self) -> Span:
        """The words that support it."""
    @property
    def source(self) -> str:
        """The words themselves."""
    def __hash__(self) -> int: ...
    def to_dict(self) -> dict[str, Any]: ...

class _View:
    def to_json(self) -> str:
        """The value as JSON, version 1; spans count code points."""
    def to_dict(self) -> dict[str, Any]:
        """The value as dictionaries and lists, shaped as the JSON is."""

class _Placed(_View):
    @property
    def span(self) -> Span:
        """Where it stands."""
    @property
    def source(self) -> str:
        """The words at the span, as the text has them."""

@final
class Document(_View):
    """All that was read from a text."""

    @property
    def source(self) -> str:
        """The text it was read from: the very string that was given."""
    @property
    def language(self) -> str:
        """ISO 639-1 code of the language it was read as: ``fr``."""
    @property
    def kind(self) -> KindName:
        """What kind of text it is."""
    @property
    def kind_span(self) -> Span | None:
        """The words that tell the kind; ``None`` where only the structure tells it."""
    @property
    def title(self) -> Evidence[str] | None:
        """Its title, without the letterhead."""
    @property
    def symbol(self) -> Evidence[str] | None:
        """Its official symbol, normalised."""
    @property
    def meeting(self) -> Meeting | None:
        """The meeting it comes from."""
    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What was adopted, in order."""
    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in reading order, each before its sub-clauses."""
    @property
    def dates(self) -> tuple[Date, ...]:
        """Every date mentioned, in order."""
    @property
    def periods(self) -> tuple[Period, ...]:
        """Every span of time named without a date, in order."""
    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everybody and everything named."""
    @property
    def references(self) -> tuple[Reference, ...]:
        """Every instrument cited, in order."""
    def citations(self) -> tuple[Citation, ...]:
        """List who cites what: an edge for each reference, in order, however often an instrument is cited.

        What a text says of itself (its symbol at the head, "la présente résolution") is no edge.
        """
    def mandates(self) -> tuple[Mandate, ...]:
        """List who asks whom to do what by when: a row for each act outside preambles that binds or asks somebody."""
    @property
    def notes(self) -> tuple[Note, ...]:
        """Footnotes, in order."""
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What looks wrong."""
    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The partition of the text."""

@final
class Meeting(_Placed):
    """A meeting, as its own text tells of it."""

    @property
    def name(self) -> Evidence[str] | None:
        """What the meeting is called: ``réunion annuelle de coordination``."""
    @property
    def body(self) -> Evidence[str] | None:
        """Who meets: ``Groupe de contact sur le Mali``."""
    @property
    def organization(self) -> Evidence[str] | None:
        """The organisation it belongs to."""
    @property
    def level(self) -> Evidence[LevelName] | None:
        """Who sits at the table."""
    @property
    def session(self) -> Evidence[int] | None:
        """The number of the session or meeting."""
    @property
    def form(self) -> Evidence[FormName] | None:
        """How it is held."""
    @property
    def theme(self) -> Evidence[str] | None:
        """Its motto."""
    @property
    def date(self) -> Evidence[str] | None:
        """When, in EDTF: ``2013-09-25``."""
    @property
    def place(self) -> Place:
        """Where."""
    @property
    def chair(self) -> Evidence[str] | None:
        """Who presides, without title and office."""
    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who took part."""
    @property
    def alongside(self) -> Meeting | None:
        """The meeting in whose margins it is held."""

@final
class Place(_View):
    """Where a meeting is held."""

    @property
    def city(self) -> Evidence[str] | None:
        """The city: ``New York``."""
    @property
    def country(self) -> Evidence[str] | None:
        """The country, ISO 3166-1 alpha-2: ``US``."""

@final
class Participant(_View):
    """Somebody who took part."""

    @property
    def name(self) -> Evidence[str]:
        """The name, without title."""
    @property
    def office(self) -> Evidence[str] | None:
        """The office, where printed."""
    @property
    def country(self) -> Evidence[str] | None:
        """The country that the line names, ISO 3166-1 alpha-2."""

@final
class Resolution(_Placed):
    """One act of the meeting: a resolution, a decision, or the one unnamed text of a report or communiqué."""

    @property
    def symbol(self) -> Evidence[str] | None:
        """Its symbol, normalised: ``S/RES/2100 (2013)``."""
    @property
    def title(self) -> Evidence[str] | None:
        """Its title."""
    @property
    def formula(self) -> Evidence[str] | None:
        """The words that adopt: ``L’Assemblée générale,``."""
    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in order."""
    @property
    def annex(self) -> bool:
        """Whether it is an annex of the resolution before it, or the draft that one recommends."""
    @property
    def agenda_item(self) -> Evidence[str] | None:
        """The agenda item under which."""
    @property
    def adoption(self) -> Adoption:
        """When and how it was adopted."""

@final
class Adoption(_View):
    """When and how a resolution was adopted."""

    @property
    def date(self) -> Evidence[str] | None:
        """The day, in EDTF."""
    @property
    def sitting(self) -> Evidence[int] | None:
        """The number of the sitting at which."""
    @property
    def vote(self) -> Evidence[str] | None:
        """The line that tells of the vote, as printed."""

@final
class Clause(_Placed):
    """A clause with its acts and sub-clauses."""

    @property
    def marker(self) -> Marker | None:
        """Its label, where it has one."""
    @property
    def number(self) -> int | None:
        """The number of its marker: 4 for ``iv.``."""
    @property
    def role(self) -> RoleName:
        """What it is to the resolution."""
    @property
    def heading(self) -> Evidence[str] | None:
        """The heading under which it stands."""
    @property
    def path(self) -> tuple[Evidence[str], ...]:
        """The headings around that heading, outermost first."""
    @property
    def text(self) -> str:
        """Its own words, reflowed, without marker and sub-clauses."""
    @property
    def acts(self) -> tuple[Act, ...]:
        """What it does."""
    @property
    def children(self) -> tuple[Clause, ...]:
        """Its sub-clauses."""
    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates inside it."""
    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities named inside it."""

@final
class Marker(_Placed):
    """The label in front of a clause."""

    @property
    def style(self) -> MarkerStyleName:
        """How it is written."""
    @property
    def number(self) -> int:
        """Its number in the list."""
    @property
    def text(self) -> str:
        """As printed, punctuation included: ``iv.``."""

@final
class Act(_Placed):
    """One thing the meeting does in a clause."""

    @property
    def verb(self) -> Verb:
        """The verb."""
    @property
    def class_(self) -> ClassName:
        """What the act does: ``class`` in JSON, a word Python keeps for itself."""
    @property
    def force(self) -> ForceName:
        """How much it asks."""
    @property
    def intensity(self) -> int:
        """From -1 (``si possible``) over 0 to 2 (``avec la plus grande fermeté``)."""
    @property
    def polarity(self) -> PolarityName | None:
        """Whether it is for or against what it speaks of; ``None`` where it is neither."""
    @property
    def repetition(self) -> RepetitionName | None:
        """Whether it is one more of its kind (``Prie également``), or the same as before (``réitère``)."""
    @property
    def actor(self) -> Actor | None:
        """Who acts: the subject, the last one named for a pronoun, else the body that the formula names."""
    @property
    def addressees(self) -> tuple[Actor, ...]:
        """To whom."""
    @property
    def content(self) -> Span | None:
        """What is said, asked or decided: the words after the verb and the addressees."""
    @property
    def beneficiaries(self) -> tuple[Actor, ...]:
        """For whom something is to be done: ``une aide au Mali``, ``en faveur des réfugiés``."""
    @property
    def condition(self) -> Span | None:
        """On which condition: ``sous réserve de l’accord du pays hôte``."""
    @property
    def deadline(self) -> Deadline | None:
        """By when."""
    @property
    def recurrence(self) -> Evidence[str] | None:
        """How often: ISO 8601 (``R/P1Y``), ``R`` where the text does not say how often."""
    @property
    def report(self) -> Report | None:
        """The duty to report that the act makes."""
    @property
    def tasks(self) -> tuple[Task, ...]:
        """What the items below the clause ask, where they are no acts of their own: ``Prie le Comité : a) De …``."""
    @property
    def negated(self) -> bool:
        """Whether the act is denied."""
    @property
    def tense(self) -> TenseName:
        """The form of the verb."""

@final
class Verb(_Placed):
    """The words that do the act."""

    @property
    def lemma(self) -> str:
        """The dictionary form: ``prendre note``."""

@final
class Actor(_Placed):
    """Somebody in an act: who acts, who is addressed, for whom something is done, who reports."""

    @property
    def text(self) -> str:
        """The noun group, without its preposition; for a pronoun, the group it stands for."""
    @property
    def entity(self) -> str | None:
        """The entity it names, by id."""

@final
class Deadline(_Placed):
    """By when, or at which sitting, something is to be done."""

    @property
    def value(self) -> str | None:
        """When that is, in EDTF: ``../2015-03-31``, or the months of a session; ``None`` where that is not told."""
    @property
    def end(self) -> date | None:
        """The last day, inclusive."""

@final
class Report(_Placed):
    """A duty to report: who reports to whom, on what, when."""

    @property
    def reporters(self) -> tuple[Actor, ...]:
        """Who reports."""
    @property
    def recipients(self) -> tuple[Actor, ...]:
        """To whom."""
    @property
    def topic(self) -> Span | None:
        """On what."""
    @property
    def deadline(self) -> Deadline | None:
        """By when."""
    @property
    def recurrence(self) -> Evidence[str] | None:
        """How often: ISO 8601 (``R/P6M``), ``R`` where the text does not say how often."""

@final
class Task(_View):
    """What one item asks of those whom the act above it addresses."""

    @property
    def content(self) -> Span:
        """The words that say what is to be done."""
    @property
    def beneficiaries(self) -> tuple[Actor, ...]:
        """For whom."""
    @property
    def condition(self) -> Span | None:
        """On which condition."""
    @property
    def deadline(self) -> Deadline | None:
        """By when."""
    @property
    def recurrence(self) -> Evidence[str] | None:
        """How often: ISO 8601 (``R/P1Y``), ``R`` where the text does not say how often."""
    @property
    def report(self) -> Report | None:
        """The duty to report that it makes."""

@final
class Mandate(_Placed):
    """One act that binds or asks somebody: a row of a register. ``Document.mandates()`` lists them.

    >>> import greffier
    >>> text = "L’Assemblée générale,\\n\\n1. Prie le Secrétaire général de lui faire rapport en 2016.\\n"
    >>> (row,) = greffier.parse(text).mandates()
    >>> row.clause, row.class_, row.force, [to.text for to in row.addressees], row.action
    ('1', 'request', 'moderate', ['le Secrétaire général'], 'lui faire rapport en 2016')

    ``[row.to_dict() for row in document.mandates()]`` feeds a data frame; there, ``resolution`` and ``references`` are
    places in ``Document.resolutions`` and ``Document.references``.
    """

    @property
    def resolution(self) -> Resolution:
        """The resolution that holds it."""
    @property
    def symbol(self) -> str | None:
        """The symbol of that resolution, or of the document."""
    @property
    def clause(self) -> str:
        """The labels from the outermost clause to its own: ``2.a``; for one without label its place: ``[3]``."""
    @property
    def verb(self) -> str:
        """The dictionary form of the verb: ``demander``."""
    @property
    def class_(self) -> ClassName:
        """What the act does: ``class`` in JSON, a word Python keeps for itself."""
    @property
    def force(self) -> ForceName:
        """How much it asks."""
    @property
    def negated(self) -> bool:
        """Whether it is denied."""
    @property
    def actor(self) -> Actor | None:
        """Who asks or decides."""
    @property
    def addressees(self) -> tuple[Actor, ...]:
        """Of whom it is asked."""
    @property
    def action(self) -> str:
        """What is to be done, as a short text of one line; the whole is at ``content``."""
    @property
    def content(self) -> Span | None:
        """The words that say what is to be done."""
    @property
    def beneficiaries(self) -> tuple[Actor, ...]:
        """For whom."""
    @property
    def condition(self) -> Span | None:
        """On which condition."""
    @property
    def deadline(self) -> Deadline | None:
        """By when."""
    @property
    def recurrence(self) -> Evidence[str] | None:
        """How often: ISO 8601 (``R/P1Y``), ``R`` where the text does not say how often."""
    @property
    def report(self) -> Report | None:
        """Who must report to whom on it."""
    @property
    def references(self) -> tuple[Reference, ...]:
        """The instruments cited in it."""

@final
class Date(_Placed):
    """One mention of a date."""

    @property
    def value(self) -> str:
        """The value, in EDTF: ``2015-05-27/2015-05-28``."""
    @property
    def start(self) -> date | None:
        """First day, inclusive; absent where the year is not known, and before an open start."""
    @property
    def end(self) -> date | None:
        """Last day, inclusive."""
    @property
    def role(self) -> DateRoleName | None:
        """What the date is to the text around it, where that is known."""
    @property
    def alternative(self) -> str | None:
        """The value in the other reading: ``2013-04-05`` for "04/05/2013", which is read day first."""
    @property
    def anchor(self) -> Span | None:
        """The printed date that gave what these words leave out: the year of "le 2 mars"."""
    @property
    def pair(self) -> Span | None:
        """The same day in another calendar, printed beside it."""

@final
class Period(_Placed):
    """A span of time that the text names without a date."""

    @property
    def kind(self) -> PeriodKindName:
        """What it is."""
    @property
    def value(self) -> str:
        """ISO 8601: ``P6M``, ``R/P6M``; for a session its months or days, in EDTF."""
    @property
    def start(self) -> date | None:
        """First day, inclusive, where the words say from when it is counted and that day is known."""
    @property
    def end(self) -> date | None:
        """Last day, inclusive."""
    @property
    def role(self) -> DateRoleName | None:
        """What it is to the text around it, where that is known."""
    @property
    def anchor(self) -> Span | None:
        """The printed date that it is counted from."""

@final
class Dates:
    """The dates and spans of time of a text, in order, and what looks wrong with them; iterates over the dates."""

    @property
    def dates(self) -> tuple[Date, ...]:
        """Every date mentioned."""
    @property
    def periods(self) -> tuple[Period, ...]:
        """Every span of time."""
    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What looks wrong, and why words that look like a date are none."""
    def __iter__(self) -> Iterator[Date]: ...
    def __len__(self) -> int: ...
    def to_json(self) -> str:
        """The value as JSON, version 1; spans count code points."""
    def to_dict(self) -> dict[str, Any]:
        """The value as dictionaries and lists, shaped as the JSON is."""

@final
class Entity(_View):
    """One thing named by the text, with all the places where it is named."""

    @property
    def id(self) -> str:
        """Names the entity inside this document: ``e7``."""
    @property
    def kind(self) -> EntityKindName:
        """What it is."""
    @property
    def name(self) -> str:
        """Its full name."""
    @property
    def acronym(self) -> str | None:
        """Its acronym: ``MINUSMA``."""
    @property
    def codes(self) -> dict[str, str]:
        """Codes by scheme: ``{"iso3166": "ML"}``."""
    @property
    def valid(self) -> str | None:
        """When it was there, as far as is known, in EDTF: ``1963/2002``, ``2002-07-09/..``, ``../2011-06``."""
    @property
    def successor(self) -> str | None:
        """The name of what followed it: "Union africaine"."""
    @property
    def mentions(self) -> tuple[Span, ...]:
        """Where it is named, in order."""
    @property
    def office(self) -> str | None:
        """The office that a person holds, by the id of its entity."""
    @property
    def coreferences(self) -> tuple[Span, ...]:
        """Where it is meant without its name, in order: ``la Commission``, ``ledit Accord``."""

@final
class Reference(_Placed):
    """One citation of an instrument."""

    @property
    def kind(self) -> ReferenceKindName:
        """What kind of text is cited."""
    @property
    def form(self) -> ReferenceFormName:
        """How the words mean it: ``anaphoric`` for ``ladite résolution``, ``own`` for ``la présente résolution``."""
    @property
    def title(self) -> str | None:
        """Its title, for instruments cited by one: ``Charte des Nations Unies``."""
    @property
    def symbol(self) -> str | None:
        """Its symbol, normalised: ``A/RES/70/1``."""
    @property
    def body(self) -> str | None:
        """The body that adopted it."""
    @property
    def date(self) -> str | None:
        """Its date in EDTF, where printed."""
    @property
    def place(self) -> str | None:
        """Where it was signed, as printed: ``Bamako``."""
    @property
    def year(self) -> int | None:
        """Its year, as the symbol or the date says: 2012 for ``S/RES/2085 (2012)``."""
    @property
    def session(self) -> int | None:
        """The session of the body, as the symbol says: 70 for ``A/RES/70/1``."""
    @property
    def url(self) -> str | None:
        """Where it is on the web, for series with a published scheme."""
    @property
    def iri(self) -> str | None:
        """Its Akoma Ntoso IRI, where the scheme is published and the date printed."""
    @property
    def verb(self) -> str | None:
        """The lemma of the verb that cites it: ``rappeler``, ``proroger``."""
    @property
    def class_(self) -> ClassName | None:
        """What that verb does: the type of an edge in a graph of citations."""
    @property
    def inner(self) -> str | None:
        """The part cited, as Akoma Ntoso names it: ``~para_3``, ``~art_5__para_2``."""
    @property
    def entity(self) -> str | None:
        """The entity that stands for the instrument, by id."""

@final
class Citation(_Placed):
    """One edge of the graph of citations: a resolution cites an instrument. ``Document.citations()`` lists them.

    >>> import greffier
    >>> text = "Résolution 71/12\\n\\nL’Assemblée générale,\\n\\n1. Rappelle sa résolution 70/1.\\n"
    >>> [(edge.citing, edge.class_, edge.cited) for edge in greffier.parse(text).citations()]
    [('A/RES/71/12', 'recall', 'A/RES/70/1')]

    ``[edge.to_dict() for edge in document.citations()]`` feeds a data frame; there, ``reference`` and ``resolution``
    are places in ``Document.references`` and ``Document.resolutions``.
    """

    @property
    def reference(self) -> Reference:
        """All that is known of the words that cite."""
    @property
    def resolution(self) -> Resolution | None:
        """The resolution that cites; ``None`` outside them, as in foot-notes."""
    @property
    def citing(self) -> str | None:
        """The symbol of what cites: of the resolution, else of the document; ``None`` where neither tells it."""
    @property
    def cited(self) -> str | None:
        """The symbol of what is cited: ``A/RES/70/1``."""
    @property
    def entity(self) -> str | None:
        """The entity that stands for what is cited, by id."""
    @property
    def verb(self) -> str | None:
        """The lemma of the verb that cites: ``rappeler``."""
    @property
    def class_(self) -> ClassName | None:
        """What that verb does, the type of the edge: ``class`` in JSON, a word Python keeps for itself."""

@final
class Note(_Placed):
    """A footnote, with the place that calls it."""

    @property
    def label(self) -> str:
        """The label, as printed."""
    @property
    def text(self) -> str:
        """The words of the note, label left out."""
    @property
    def call(self) -> Span | None:
        """Where the text calls it."""

@final
class Diagnostic(_Placed):
    """Something that looks wrong in the text."""

    @property
    def code(self) -> CodeName:
        """What it is about."""
    @property
    def severity(self) -> SeverityName:
        """How much it matters."""
    @property
    def message(self) -> str:
        """One sentence."""

@final
class Leaf(_Placed):
    """A stretch of the text; the leaves follow one another without hole or overlap."""

    @property
    def kind(self) -> LeafKindName:
        """What it is."""

"""Reads the French texts of international meetings and returns what they say as data.

>>> import greffier
>>> document = greffier.parse("La réunion s’est tenue à Bamako le 18 juin 2013.")
>>> document.dates[0].value
'2013-06-18'

Spans count code points: ``text[span.start:span.end]`` is what a span stands for, and ``source`` gives it.
"""

from greffier._greffier import (
    Act,
    Addressee,
    Adoption,
    Citation,
    Clause,
    Date,
    Dates,
    Diagnostic,
    Document,
    Documents,
    Entity,
    Evidence,
    Leaf,
    Marker,
    Meeting,
    Note,
    Parser,
    Participant,
    Period,
    Place,
    Reference,
    Resolution,
    Span,
    Verb,
    __version__,
    dates,
    parse,
    parse_many,
)

__all__ = [
    "Act",
    "Addressee",
    "Adoption",
    "Citation",
    "Clause",
    "Date",
    "Dates",
    "Diagnostic",
    "Document",
    "Documents",
    "Entity",
    "Evidence",
    "Leaf",
    "Marker",
    "Meeting",
    "Note",
    "Parser",
    "Participant",
    "Period",
    "Place",
    "Reference",
    "Resolution",
    "Span",
    "Verb",
    "__version__",
    "dates",
    "parse",
    "parse_many",
]

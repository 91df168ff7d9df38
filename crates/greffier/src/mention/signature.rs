//! Signatures: what is said behind the title of an instrument of where and when it was signed: `, signé à Bamako le 15 mai 2015`.

use super::head::town;
use super::name::name_at;
use super::phrase::Phrase;
use crate::lexicon::{Part, WordRoles};
use crate::model::{Edtf, EntityKind};
use crate::text::CleanSpan;

/// What is said of where and when an instrument was signed.
#[derive(Debug, Default)]
pub(crate) struct Signature {
    pub(crate) date: Option<Edtf>,
    /// `Bamako`, as printed.
    pub(crate) place: Option<CleanSpan>,
    /// Whether a word says that it was signed.
    pub(crate) is_signed: bool,
}

/// How many words may stand between the words of a signature: `par les deux parties`.
const SIGNATORIES: usize = 12;
/// Words of a signature, at most.
pub(crate) const SIGNATURE: usize = 48;
/// Words in brackets between a title and its signature: `(Protocole de Maputo)`.
const BRACKETED: usize = 10;

/// The signature behind the title that ends before `at`: `, signé à Bamako le 15 mai 2015`, `du 24 avril 1990`, `(Niamey, 1999)`.
pub(crate) fn signature(phrase: Phrase<'_>, at: usize) -> Signature {
    let found = told(phrase, at);
    let comma = usize::from(phrase.text(at) == ",");
    if found.date.is_some() || found.place.is_some() || phrase.text(at + comma) != "(" {
        return found;
    }
    // an acronym or another name stands between
    let close = (at..at + BRACKETED).take_while(|&at| phrase.next(at).is_some()).find(|&at| phrase.text(at) == ")");
    close.map_or(found, |close| told(phrase, close + 1))
}

fn told(phrase: Phrase<'_>, at: usize) -> Signature {
    let references = &phrase.reading.lexicon.references;
    let role = |at: usize, role: WordRoles| phrase.next(at).is_some_and(|word| references.roles(word.id).has(role));
    let mut found = Signature::default();
    let bracket = phrase.text(at) == "(";
    let mut next = at + usize::from(bracket);
    let mut last = next;
    while phrase.next(next).is_some() && next < last + SIGNATORIES && next < at + SIGNATURE {
        let part = phrase.part(next);
        let tied = found.is_signed || bracket || phrase.part(next - 1).is(Part::OF);
        if found.date.is_none()
            && let Some((date, end)) = dated(phrase, next)
        {
            if tied {
                found.date = Some(date);
            }
            if !tied || found.place.is_some() {
                break;
            }
            (next, last) = (end, end);
            continue;
        }
        let toward = part.is(Part::AT.or(Part::TOWARD));
        let first = bracket && (next == at + 1 || phrase.text(next - 1) == ",");
        if found.place.is_none() && (first || ((bracket || found.is_signed) && toward)) {
            let town = next + usize::from(toward);
            let town = town + usize::from(phrase.part(town).is(Part::ARTICLE));
            if let Some(end) = place(phrase, town) {
                found.place = Some(phrase.reading.words[town].span.cover(phrase.reading.words[end - 1].span));
                next = end_of_place(phrase, end);
                last = next;
                continue;
            }
        }
        if role(next, WordRoles::SIGNING) {
            found.is_signed = true;
            last = next;
        } else if phrase.text(next) == "," {
            // what goes on behind a comma is the signature, or something else
            let goes_on = bracket
                || role(next + 1, WordRoles::SIGNING)
                || (found.is_signed && phrase.part(next + 1).is(Part::AT.or(Part::ARTICLE)));
            if !goes_on {
                break;
            }
        } else if phrase.reading.words[next].is_punctuation() {
            break;
        } else if !found.is_signed && !bracket {
            // "en date du"
            let tie = part.is(Part::OF.or(Part::TOWARD)) || dated(phrase, next + 2).is_some();
            if !tie || next > at + 3 {
                break;
            }
        }
        next += 1;
    }
    found
}

/// The date that begins with word `at`, a year alone included, and the word after it.
pub(crate) fn dated(phrase: Phrase<'_>, at: usize) -> Option<(Edtf, usize)> {
    let date = phrase.date_at(at).filter(|(date, _)| date.start.is_some()).map(|(date, end)| (date.value.clone(), end));
    date.or_else(|| phrase.year_at(at).map(|year| (Edtf::new(year), at + 1)))
}

/// Where a place goes on: `Lomé (Togo)`, `Malabo, Guinée équatoriale,`.
fn end_of_place(phrase: Phrase<'_>, at: usize) -> usize {
    let bracket = phrase.text(at) == "(";
    if !(bracket || phrase.text(at) == ",") {
        return at;
    }
    let item = at + 1 + usize::from(phrase.part(at + 1).is(Part::TOWARD));
    match place(phrase, item) {
        Some(end) if !bracket || phrase.text(end) == ")" => end + usize::from(bracket),
        _ => at,
    }
}

/// The end of the place whose name begins at `at`.
fn place(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    phrase.next(at)?;
    let listed = name_at(phrase.reading, at).filter(|name| name.entry.kind == EntityKind::Location);
    listed.map(|name| at + name.count).or_else(|| town(phrase, at))
}

//! Texts cited by kind and date, without number or title: `le communiqué du 13 avril 2017 du Conseil de paix et de sécurité`, `ses
//! résolutions antérieures, notamment celles du 27 février 2014 et du 17 avril 2014`.

use super::ReferenceMention;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Part, Start, StartSet, WordRoles};
use crate::mention::name::name_at;
use crate::mention::phrase::Phrase;
use crate::mention::signature::signature;
use crate::model::{Edtf, EntityKind, ReferenceKind};
use crate::text::words_in;

/// Words from the citing word to its date: `la déclaration à la presse du Conseil de sécurité en date du`.
const REACH: usize = 14;
/// Words from a date to the symbol of the same text in brackets: `en date du 3 avril 2019 (S/PRST/2019/2)`.
const BRACKET: usize = 2;
/// Words that may be said of a text before the next date: `sur la situation en Ukraine`.
const TOPIC: usize = 24;
/// Dates of a list, at most.
const DATES: usize = 16;

/// Adds those citations to the ones by symbol, which are in order of place; the date before a symbol in brackets is that of its text.
pub(super) fn dated(phrase: Phrase<'_>, references: &mut Vec<ReferenceMention>) {
    const STARTS: StartSet = StartSet::of(&[Start::Citation, Start::Paragraph]);
    let words = phrase.reading.words;
    let known = &phrase.reading.lexicon.references;
    // the kind of what was cited last in the paragraph
    let mut last: Option<ReferenceKind> = None;
    let mut found: Vec<ReferenceMention> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.next(at, STARTS) {
        at = word + 1;
        if words[word].opens() {
            last = None;
        }
        // "Résolution adoptée par l’Assemblée générale le 20 décembre 2018" is the head of a text
        if words[word].kind != SegmentKind::Word || words[word].opens() {
            continue;
        }
        let noun = known.citing(words[word].id).filter(|citing| !citing.short && !citing.compound);
        let (kind, plural) = match (noun, last) {
            (Some(citing), _) => (citing.kind, citing.plural),
            (None, Some(kind)) if known.roles(words[word].id).has(WordRoles::STANDING) => (kind, true),
            _ => continue,
        };
        last = Some(kind);
        let Some(first) = date_of(phrase, word + 1) else { continue };
        let mut start = word;
        let mut dated = Some(first);
        for _ in 0..DATES {
            let Some(one) = dated.take() else { break };
            let span = words[start].span.cover(words[one.end - 1].span);
            let behind = references.partition_point(|reference| reference.span.start < span.start);
            let symbol = references.get_mut(behind);
            if let Some(symbol) = symbol.filter(|symbol| !words_in(words, symbol.span).is_empty()) {
                let place = words_in(words, symbol.span).start;
                let bracketed = place > one.end && place <= one.end + BRACKET && phrase.text(place - 1) == "(";
                if bracketed && symbol.date.is_none() {
                    symbol.date = Some(one.date.clone());
                }
                if place < one.end + BRACKET + 1 {
                    break;
                }
            }
            if behind.checked_sub(1).is_some_and(|before| references[before].span.end > span.start) {
                break;
            }
            let body = one.body.map(str::to_owned);
            found.push(ReferenceMention { date: Some(one.date), body, ..ReferenceMention::new(span, kind) });
            at = one.end;
            let next = next_date(phrase, one.end, plural);
            start = next.as_ref().map_or(start, |next| next.start);
            dated = next;
        }
    }
    adopted(phrase, references);
    references.append(&mut found);
    references.sort_by_key(|reference| (reference.span.start, reference.span.end));
}

/// Gives texts cited by symbol the day on which they were adopted: `PSC/PR/COMM.1106 adopté lors de sa 1106e réunion tenue le 19 septembre
/// 2022`.
fn adopted(phrase: Phrase<'_>, references: &mut [ReferenceMention]) {
    let words = phrase.reading.words;
    for reference in references.iter_mut().filter(|reference| reference.date.is_none()) {
        let end = words.partition_point(|word| word.span.start < reference.span.end);
        let known = &phrase.reading.lexicon.references;
        if phrase.next(end).is_some_and(|word| known.roles(word.id).has(WordRoles::SIGNING)) {
            reference.date = signature(phrase, end).date;
        }
    }
}

/// The date of a cited text, and what is said beside it.
struct Dated<'t> {
    date: Edtf,
    body: Option<&'t str>,
    /// Where the date begins, and the word after all of it.
    start: usize,
    end: usize,
}

/// The date that belongs to the citing word before `at`.
fn date_of(phrase: Phrase<'_>, at: usize) -> Option<Dated<'_>> {
    let known = &phrase.reading.lexicon.references;
    let (mut body, mut signed) = (None, false);
    let mut next = at;
    while next < at + REACH {
        let word = phrase.next(next)?;
        if let Some((date, end)) = phrase.date_at(next) {
            // "la décision adoptée le 5 mai" is one of that day, "il a pris la décision le 5 mai" says when
            let tied = signed || phrase.part(next - 1).is(Part::OF);
            date.start.filter(|_| tied && next > at && date.start == date.end)?;
            let (behind, end) = body_after(phrase, end);
            return Some(Dated { date: date.value.clone(), body: body.or(behind), start: next, end });
        }
        if let Some(name) = name_at(phrase.reading, next) {
            if name.entry.kind != EntityKind::Organization {
                return None;
            }
            body = Some(name.entry.name.as_str());
            next += name.count;
            continue;
        }
        let roles = known.roles(word.id);
        let tools = WordRoles::LINKING.or(WordRoles::SIGNING).or(WordRoles::GENITIVE).or(WordRoles::RELEASE);
        let small = roles.has(tools.or(WordRoles::OWN)) || phrase.part(next).is(Part::OFFICE.or(Part::POST));
        if !(small || phrase.is_adjective(next, false)) {
            return None;
        }
        signed |= roles.has(WordRoles::SIGNING);
        next += 1;
    }
    None
}

/// The next date of a list, behind the one that ends before `at`: `et du 13 mars 2014`; after a plural also over what is said of the one
/// before: `celles du 27 février 2014 sur la pêche, du 13 mars 2014`.
fn next_date(phrase: Phrase<'_>, at: usize, plural: bool) -> Option<Dated<'_>> {
    let known = &phrase.reading.lexicon.references;
    let reach = if plural { TOPIC } else { 1 };
    for mark in at..at + reach {
        let word = phrase.next(mark)?;
        if known.roles(word.id).has(WordRoles::CITING) || matches!(phrase.text(mark), "." | ";" | ":") {
            return None;
        }
        if !(phrase.text(mark) == "," || phrase.part(mark).is(Part::AND)) || !phrase.part(mark + 1).is(Part::OF) {
            continue;
        }
        if let Some((found, end)) = phrase.date_at(mark + 2).filter(|(found, _)| found.start.is_some()) {
            return Some(Dated { date: found.value.clone(), body: None, start: mark + 2, end });
        }
    }
    None
}

/// The body behind the date: `du 13 avril 2017` + `du Conseil de paix et de sécurité`, and the word after it.
fn body_after(phrase: Phrase<'_>, at: usize) -> (Option<&str>, usize) {
    let of = phrase.next(at).is_some() && phrase.part(at).is(Part::OF);
    let item = at + 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
    let name = if of && phrase.next(item).is_some() { name_at(phrase.reading, item) } else { None };
    match name.filter(|name| name.entry.kind == EntityKind::Organization) {
        Some(name) => (Some(name.entry.name.as_str()), item + name.count),
        None => (None, at),
    }
}

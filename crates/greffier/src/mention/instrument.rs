//! Instruments: treaties and texts known by their first word: `Convention de Vienne`, `le traité sur l’Union européenne`, `accord signé à
//! Lomé`.

use super::head::begins_with_capital;
use super::name::name_at;
use super::phrase::Phrase;
use super::provision::provision;
use super::signature::signature;
use super::title::{is_joined, title};
use crate::lexicon::{Endings, Part};
use crate::model::EntityKind;

/// The end of the instrument whose first word is `at`.
pub(crate) fn titled(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    if !phrase.part(at).is(Part::INSTRUMENT) {
        return None;
    }
    let from = at + 1 + (at + 1..at + 3).take_while(|&at| is_joined(phrase, at)).count();
    if phrase.is_shouted(at) {
        return in_capitals(phrase, at, from);
    }
    if begins_with_capital(phrase, at) {
        let end = title(phrase, from, false);
        if end > from {
            return Some(end);
        }
        if provision(phrase, at) < at {
            return Some(from);
        }
        return signed(phrase, at, from);
    }
    signed(phrase, at, from).or_else(|| in_small_letters(phrase, at, from))
}

/// The end of an instrument among words in capitals, which names something or says its matter: `LA DECLARATION DE NOUAKCHOTT`.
fn in_capitals(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    if !definite(phrase, at) {
        return None;
    }
    let end = title(phrase, from, true);
    let tells = |at: usize| phrase.part(at).is(Part::REFERENCE) || name_at(phrase.reading, at).is_some();
    (from..end).any(tells).then_some(end)
}

/// The end of an instrument in small letters: with a proper name, `déclaration de Bamako`, or with its matter, `le traité sur l’Union
/// européenne`.
fn in_small_letters(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    let one = phrase.part(at).is(Part::TREATY) && definite(phrase, at) && !phrase.endings(at).has(Endings::PLURAL);
    if phrase.part(from).is(Part::REFERENCE) && one {
        let end = title(phrase, from, false);
        return (end > from + 1).then_some(end);
    }
    if from > at + 1 || !phrase.part(from).is(Part::OF) {
        return None;
    }
    let item = from + 1 + usize::from(phrase.part(from + 1).is(Part::ARTICLE));
    phrase.next(item)?;
    if let Some(name) = name_at(phrase.reading, item) {
        return (name.entry.kind == EntityKind::Location && name.entry.codes.contains_key("country"))
            .then_some(item + name.count);
    }
    let end = phrase.capitals(item);
    (end > item && phrase.part(item).is_plain()).then_some(end)
}

/// Whether a definite article stands before word `at`, or within a preposition: `le traité`, `du traité`.
fn definite(phrase: Phrase<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| !phrase.reading.words[at].opens());
    before.is_some_and(|before| phrase.part(before).is(Part::ARTICLE.or(Part::CONTRACTION)))
}

/// The end of the treaty that goes on at `from`, known by its signature alone: `accord-cadre signé le 6 avril 2012`, `traité du
/// 10 janvier 1994`.
fn signed(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    if !phrase.part(at).is(Part::TREATY) {
        return None;
    }
    if phrase.part(from).is(Part::OF)
        && let Some((date, end)) = phrase.date_at(from + 1)
        && date.start.is_some()
    {
        return Some(end);
    }
    let end = title(phrase, from, false);
    let signature = signature(phrase, end);
    let known = signature.is_signed && (signature.date.is_some() || signature.place.is_some());
    // "prend acte de l’Accord signé à": the title is that of the other
    let other = (from..end).any(|at| phrase.part(at).is(Part::INSTRUMENT) && phrase.is_capital(at));
    (known && !other).then_some(end)
}

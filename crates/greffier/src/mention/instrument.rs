//! Instruments: treaties and texts known by their first word, with the provision that is cited: `article 4 de la Charte`.

use super::head::begins_with_capital;
use super::name::name_at;
use super::phrase::{Phrase, Style};
use crate::grammar::roman::roman;
use crate::lexicon::Part;
use crate::lexicon::segment::SegmentKind;
use crate::model::EntityKind;

/// The end of the instrument whose first word is `at`.
pub(crate) fn titled(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    if !phrase.part(at).is(Part::INSTRUMENT) || phrase.is_shouted(at) {
        return None;
    }
    if begins_with_capital(phrase, at) {
        let end = phrase.tail(at + 1, Style::Instrument, false);
        if end > at + 1 {
            return Some(end);
        }
        return (provision(phrase, at) < at).then_some(at + 1);
    }
    // in small letters only with a proper name: "déclaration de Bamako"
    if !phrase.part(at + 1).is(Part::OF) {
        return None;
    }
    let item = at + 2 + usize::from(phrase.part(at + 2).is(Part::ARTICLE));
    phrase.next(item)?;
    if let Some(name) = name_at(phrase.reading, item) {
        return (name.entry.kind == EntityKind::Location && name.entry.codes.contains_key("country"))
            .then_some(item + name.count);
    }
    let end = phrase.capitals(item);
    (end > item && phrase.part(item).is_plain()).then_some(end)
}

/// The first word of the provision of which `at` is the instrument: `paragraphe` of `paragraphe 2 de l'article 5 du Traité`;
/// `at` where none is cited.
pub(crate) fn provision(phrase: Phrase<'_>, at: usize) -> usize {
    let words = phrase.reading.words;
    let mut start = at;
    for _ in 0..4 {
        let mut next = start;
        let back = |next: usize| next.checked_sub(1).filter(|_| !words[next].opens());
        let step = || -> Option<usize> {
            next = back(next)?;
            if phrase.part(next).is(Part::ARTICLE) {
                next = back(next)?;
            }
            if !phrase.part(next).is(Part::OF) {
                return None;
            }
            for far in 0..8 {
                next = back(next)?;
                if phrase.part(next).is(Part::PROVISION) {
                    // "au titre du" cites none: no number
                    return (far > 0).then_some(next);
                }
                let text = phrase.text(next);
                let number = matches!(words[next].kind, SegmentKind::Number | SegmentKind::Mixed)
                    || roman(text).is_ok_and(|(rest, _)| rest.is_empty())
                    || phrase.part(next).is(Part::AND.or(Part::AT).or(Part::ORDINAL))
                    || text.len() == 1;
                if !number {
                    return None;
                }
            }
            None
        };
        let mut step = step;
        match step() {
            Some(found) => start = found,
            None => break,
        }
    }
    start
}

//! Provisions: the part of an instrument that is cited: `paragraphe 2 de l’article 5` of `paragraphe 2 de l’article 5 du Traité`.

use super::phrase::Phrase;
use crate::grammar::roman::roman;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Part, WordRoles};

/// More levels than a provision has.
pub(crate) const LEVELS: usize = 4;

/// The first word of the provision of which `at` is the instrument: `paragraphe` of `paragraphe 2 de l'article 5 du Traité`;
/// `at` where none is cited.
pub(crate) fn provision(phrase: Phrase<'_>, at: usize) -> usize {
    let mut start = at;
    for level in 0..LEVELS {
        let Some(found) = level_before(phrase, start, level == 0) else { break };
        start = found;
    }
    start
}

/// The first word of the provision that stands before word `at`: `article 5 du` | `Traité`; behind the nearest one also set off by a
/// comma: `article 218,` | `paragraphe 6`.
fn level_before(phrase: Phrase<'_>, at: usize, nearest: bool) -> Option<usize> {
    let words = phrase.reading.words;
    let references = &phrase.reading.lexicon.references;
    let back = |next: usize| next.checked_sub(1).filter(|_| !words[next].opens());
    let own = WordRoles::OWN.or(WordRoles::POINTING).or(WordRoles::MEDIAL);
    let mut next = back(at)?;
    if nearest {
        // "de cette dernière Charte", "de son Statut"
        while references.roles(words[next].id).has(own) && !phrase.part(next).is(Part::OF) {
            next = back(next)?;
        }
    }
    if phrase.part(next).is(Part::ARTICLE) {
        next = back(next)?;
    }
    if !(phrase.part(next).is(Part::OF) || (!nearest && phrase.text(next) == ",")) {
        return None;
    }
    for far in 0..8 {
        next = back(next)?;
        if phrase.part(next).is(Part::PROVISION) {
            // "au titre du" cites none: no number
            return (far > 0).then_some(next);
        }
        let text = phrase.text(next);
        // brackets are signs of one letter, too: "article 4 (h) et (j)"
        let number = matches!(words[next].kind, SegmentKind::Number | SegmentKind::Mixed)
            || roman(text).is_ok_and(|(rest, _)| rest.is_empty())
            || phrase.part(next).is(Part::AND.or(Part::AT).or(Part::ORDINAL))
            || text.len() == 1;
        if !number {
            return None;
        }
    }
    None
}

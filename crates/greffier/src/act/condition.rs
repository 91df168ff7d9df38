//! On which condition something is to be done: `si la situation le permet`, `sous réserve de l’accord du pays hôte`.

use super::asked::Asked;
use crate::lexicon::Duty;
use crate::lexicon::particle::Part;
use crate::text::CleanSpan;

impl Asked<'_, '_> {
    /// The first condition, up to the next comma.
    pub(super) fn condition(&self) -> Option<CleanSpan> {
        let phrase = self.phrase;
        self.with(Duty::Condition).find_map(|at| {
            let ids = phrase.words[at..self.end].iter().map(|word| word.id);
            let (count, &whole) = phrase.lexicon.duties.conditions.longest(ids)?;
            if whole {
                return Some(self.span(at, at + count));
            }
            // "demande si", "si bien que": no condition
            let asked = at > self.start && phrase.is(at - 1, Part::Verb);
            let result = phrase.is(at + 2, Part::Relative) && phrase.words[at].span.len() <= 2;
            if asked || result {
                return None;
            }
            let ends = |at: &usize| phrase.is_mark(*at, ',') || phrase.is_mark(*at, ';') || phrase.is_mark(*at, ')');
            let end = (at + count..self.end).find(ends).unwrap_or(self.end);
            Some(self.span(at, end))
        })
    }
}

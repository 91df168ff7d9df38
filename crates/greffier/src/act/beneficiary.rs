//! For whom something is to be done: `une aide au Mali`, `en faveur des réfugiés`, `aider les États membres`.

use super::FoundActor;
use super::asked::Asked;
use crate::lexicon::Duty;
use crate::lexicon::particle::Part;

/// Words between a noun and the preposition of those it is for, at most: `une assistance technique et financière au`.
const GAP: usize = 4;

impl Asked<'_, '_> {
    /// Those for whom it is done, from the first words that tell.
    pub(super) fn beneficiaries(&self) -> Vec<FoundActor> {
        let favoured = self.words().find_map(|at| self.parties(self.favoured(at)?, self.end));
        favoured.map(|found| self.actors(&found.groups)).unwrap_or_default()
    }

    /// Where the noun groups of those begin for whom the words at `at` tell that something is done.
    fn favoured(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        let duties = phrase.lexicon.duties.of(phrase.words[at].id);
        if duties.has(Duty::Favour) {
            let ids = phrase.words[at..self.end].iter().map(|word| word.id);
            if let Some((count, ())) = phrase.lexicon.duties.favours.longest(ids) {
                return Some(at + count);
            }
        }
        if duties.has(Duty::Aid) {
            let gap = (at + 1..self.end.min(at + 2 + GAP)).take_while(|&at| !phrase.words[at].is_punctuation());
            return gap.into_iter().find(|&at| {
                phrase.is_any(at, &[Part::Dative, Part::DativeContracted]) && !phrase.infinitive_follows(at)
            });
        }
        (duties.has(Duty::Help) && phrase.is(at + 1, Part::Determiner)).then_some(at + 1)
    }
}

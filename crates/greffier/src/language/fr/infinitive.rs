//! Infinitives: those that act, and those that tell what is asked: `de créer`, `à fournir`.

use super::phrase::Phrase;
use super::sense::Reading;
use super::verb_group::{Before, Group};
use crate::lexicon::conjugation::Moods;
use crate::lexicon::particle::Part;
use crate::text::Case;

impl<'t> Phrase<'t> {
    /// `de créer`, `D'autoriser`, `Demander`: from the preposition on.
    pub(crate) fn infinitive(&self, at: usize) -> Option<Group<'t>> {
        let bare = !self.is(at, Part::De);
        let before = self.before(at + usize::from(!bare));
        let before = Before { end: self.adverbs(before.end).end, ..before };
        let mut group = self.simple(at, before, Moods::INFINITIVE)?;
        if !bare {
            group.start = at;
        }
        Some(group)
    }

    /// The infinitive at word `at`, with what belongs to it: `prendre note`.
    pub(super) fn plain_infinitive(&self, at: usize) -> Option<Reading<'t>> {
        let before = self.before(at);
        let reflexive = before.own().is_some();
        let forms = self.lexicon.verbs.forms(self.id(before.end)?).iter();
        forms
            .filter(|form| form.moods.has(Moods::INFINITIVE))
            .find_map(|form| self.sense(form.verb, before.end + 1, reflexive))
    }

    /// `à fournir`, `de ne pas fournir`, `d'y donner suite`
    pub(crate) fn infinitive_follows(&self, at: usize) -> bool {
        if !self.is_any(at, &[Part::De, Part::Dative, Part::Purpose]) {
            return false;
        }
        const BEFORE: &[Part] = &[
            Part::Negation,
            Part::Denial,
            Part::Reflexive,
            Part::ReflexiveWe,
            Part::Direct,
            Part::Indirect,
            Part::Elided,
        ];
        let mut next = at + 1;
        for _ in 0..4 {
            if self.is_infinitive(next) {
                return true;
            }
            let adverbs = self.adverbs(next).end;
            if adverbs > next {
                next = adverbs;
            } else if self.is_any(next, BEFORE) || self.is_mark(next, ',') || self.is_adverb(next) {
                next += 1;
            } else {
                return false;
            }
        }
        self.is_infinitive(next)
    }

    /// Where what is asked begins, past words between commas: `, en liaison avec la Banque, de publier`; `at` where no infinitive
    /// follows them.
    pub(crate) fn past_asides(&self, at: usize, limit: usize) -> usize {
        /// Words of asides, at most.
        const ASIDES: usize = 60;
        if self.infinitive_follows(at) || self.is_any(at, &[Part::Relative, Part::Purpose]) {
            return at;
        }
        let stop = limit.min(at + ASIDES);
        let asks = |&here: &usize| self.is_mark(here - 1, ',') && self.infinitive_follows(here);
        (at + 1..stop).take_while(|&here| !self.is_mark(here, ';')).find(asks).unwrap_or(at)
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let text = word.text(self.clean.unwrap_or_default());
            text.ends_with("ment") || matches!(text, "bien" | "tout" | "mieux" | "ne" | "plus")
        })
    }

    pub(crate) fn is_infinitive(&self, at: usize) -> bool {
        use crate::lexicon::conjugation::Moods;
        let Some(word) = self.words.get(at) else { return false };
        self.lexicon.verbs.forms(word.id).iter().any(|form| form.moods.has(Moods::INFINITIVE))
            || (word.case == Case::Lower
                && self.lexicon.particles.ends_as_infinitive(word.id, word.text(self.clean.unwrap_or_default())))
    }
}

//! Participles that act: `Rappelant`, `Ayant examiné`, `a décidé`, `Adoptée à l'unanimité`.

use super::phrase::Phrase;
use super::sense::Adverbs;
use super::verb_group::{Before, Group, PRONOUNS};
use crate::lexicon::conjugation::Moods;
use crate::lexicon::particle::{Part, Parts};
use crate::model::Tense;
use crate::text::Case;

/// Words between commas after an auxiliary, at most.
const ASIDE: usize = 12;
/// What a verb that is a participle begins with.
const GERUND_PARTS: Parts =
    Parts::of(&[Part::BeforeGerund, Part::After, Part::HaveGerund, Part::Gerund]).with(Parts::PRONOUN);

impl<'t> Phrase<'t> {
    /// Where the participle stands after an auxiliary: its word, whether `été` came before, and how strong the adverbs are.
    pub(super) fn participle_place(&self, at: usize) -> Option<(usize, bool, Adverbs)> {
        let mut here = at;
        let mut been = false;
        let mut all = Adverbs::at(at);
        for _ in 0..PRONOUNS {
            if self.is(here, Part::Denial) {
                here += 1;
            } else if self.is(here, Part::Been) {
                been = true;
                here += 1;
            } else if self.is_mark(here, ',') {
                let close = (here + 1..(here + ASIDE).min(self.words.len())).find(|&at| self.is_mark(at, ','));
                let adverbs = self.adverbs(here + 1);
                here = match close {
                    Some(close) => close + 1,
                    None if adverbs.end > here + 1 => adverbs.end,
                    None => return None,
                };
                all = all.and(Adverbs { end: here, ..adverbs });
            } else {
                let adverbs = self.adverbs(here);
                if adverbs.end == here {
                    break;
                }
                all = all.and(adverbs);
                here = adverbs.end;
            }
        }
        let id = self.id(here)?;
        let is_past = self.lexicon.verbs.forms(id).iter().any(|form| self.moods(here, form.moods).has(Moods::PAST));
        is_past.then_some((here, been, all))
    }

    /// A past participle at word `head`, with what follows it.
    pub(super) fn participle(&self, at: usize, before: Before, head: usize) -> Option<Group<'t>> {
        let reflexive = before.own().is_some();
        let forms = self.lexicon.verbs.forms(self.id(head)?).iter();
        forms
            .filter(|form| self.moods(head, form.moods).has(Moods::PAST))
            .find_map(|form| self.sense(form.verb, head + 1, reflexive))
            .filter(|reading| !reading.future)
            .map(|reading| self.group(at, before, head, &reading, Tense::Past))
    }

    /// A participle that does an act: `Rappelant`, `Ayant examiné`, `Tout en félicitant`, `Après avoir entendu`.
    pub(crate) fn gerund(&self, at: usize) -> Option<Group<'t>> {
        if !self.parts(at).meets(GERUND_PARTS) {
            return None;
        }
        let mut here = at;
        while self.is(here, Part::BeforeGerund) {
            here += 1;
        }
        let after = self.is(here, Part::After);
        let before = self.before(here + usize::from(after));
        let auxiliary = if after { Part::HaveInfinitive } else { Part::HaveGerund };
        // "Ayant présentes à l'esprit": the auxiliary is the verb
        if !after && let Some(group) = self.simple(at, before, Moods::GERUND) {
            return Some(group);
        }
        if self.is(before.end, auxiliary)
            && let Some((head, been, adverbs)) = self.participle_place(before.end + 1)
            && let Some(mut group) = self.participle(at, before, head)
        {
            group.start = if after { here } else { before.own().unwrap_or(before.end) };
            group.tense = Tense::Participle;
            group.passive = been;
            group.add(adverbs);
            return Some(group);
        }
        None
    }

    /// A participle alone: `Adoptée à l'unanimité`, or with its auxiliary left out: `et pris note`.
    pub(crate) fn bare_participle(&self, at: usize) -> Option<Group<'t>> {
        let head = self.adverbs(at).end;
        if !self.may_be(head, Moods::PAST) {
            return None;
        }
        self.participle(at, Before { end: head, ..Before::default() }, head)
    }

    /// Whether a word in small letters is a past participle, by what is known of it or by its ending; some nouns end so, too.
    pub(crate) fn is_past_participle(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.case == Case::Lower) else { return false };
        self.ends_as_participle(at) || self.moods(at, self.lexicon.verbs.moods(word.id)).has(Moods::PAST)
    }

    /// Whether the word ends as a past participle of the first conjugation.
    pub(super) fn ends_as_participle(&self, at: usize) -> bool {
        let text = self.words[at].text(self.clean.unwrap_or_default());
        ["é", "ée", "és", "ées"].iter().any(|ending| text.ends_with(ending))
    }

    /// Whether the participle at word `at` is masculine singular, as after `avoir`.
    pub(crate) fn is_plain_participle(&self, at: usize) -> bool {
        let plain = Moods::PLAIN_PAST;
        self.id(at)
            .is_some_and(|id| self.lexicon.verbs.forms(id).iter().any(|form| self.moods(at, form.moods).has(plain)))
    }
}

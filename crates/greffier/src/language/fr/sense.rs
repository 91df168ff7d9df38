//! The sense of a verb, from the words that follow it: `prend` + `également note`, `exprime` + `sa gratitude`.

use super::phrase::Phrase;
use crate::lexicon::WordId;
use crate::lexicon::adverb::Adverb;
use crate::lexicon::particle::Part;
use crate::lexicon::verb::{Decider, Frame, NounRole, Sense};
use crate::model::{Class, Polarity, Repetition};

/// Words between a verb and the noun that decides its class: `sa plus profonde gratitude`.
const NOUN_REACH: usize = 5;
/// Words of those addressed between a verb and its noun, at most.
const GAP: usize = 12;

/// A verb with what follows it read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'l> {
    pub(super) lemma: &'l str,
    pub(super) class: Class,
    pub(super) frame: Frame,
    pub(super) intensity: i8,
    pub(super) repetition: Option<Repetition>,
    pub(super) polarity: Option<Polarity>,
    pub(super) narrative: bool,
    /// Acts in the future only.
    pub(super) future: bool,
    /// The word after the verb's place.
    pub(super) end: usize,
    /// The word where what the verb governs begins.
    pub(super) after: usize,
}

/// Adverbs from word `at` on: the word after them, how strong they are, and whether one presses.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Adverbs {
    pub(super) end: usize,
    pub(super) intensity: i8,
    pub(super) presses: bool,
    pub(super) repetition: Option<Repetition>,
    pub(super) polarity: Option<Polarity>,
}

impl Adverbs {
    pub(super) fn at(end: usize) -> Self {
        Self { end, ..Self::default() }
    }

    pub(super) fn and(self, later: Self) -> Self {
        let intensity = if self.intensity.abs() >= later.intensity.abs() { self.intensity } else { later.intensity };
        Self {
            end: later.end,
            intensity,
            presses: self.presses || later.presses,
            repetition: self.repetition.max(later.repetition),
            polarity: self.polarity.or(later.polarity),
        }
    }
}

impl<'t> Phrase<'t> {
    /// The adverbs from word `at` on; loose ones at their end left out.
    pub(super) fn adverbs(&self, at: usize) -> Adverbs {
        let mut all = Adverbs::at(at);
        let mut next = at;
        while let Some((count, adverb)) = self.adverb(next) {
            next += count;
            if !adverb.loose {
                all = all.and(Adverbs {
                    end: next,
                    intensity: adverb.intensity,
                    presses: adverb.presses,
                    repetition: adverb.repeats,
                    polarity: adverb.polarity,
                });
            }
        }
        all
    }

    /// The word after all adverbs from word `at` on, loose ones included.
    pub(crate) fn past_adverbs(&self, at: usize) -> usize {
        let mut next = at;
        while let Some((count, _)) = self.adverb(next) {
            next += count;
        }
        next
    }

    /// The adverb or phrase of manner at word `at`: how many words it has, and what it adds.
    fn adverb(&self, at: usize) -> Option<(usize, Adverb)> {
        let adverbs = &self.lexicon.adverbs;
        if !self.id(at).is_some_and(|id| adverbs.begins(id)) {
            return None;
        }
        adverbs.at(self.words[at..].iter().take_while(|word| !word.is_punctuation()).map(|word| word.id))
    }

    /// The sense of verb number `verb`, whose head word is before word `at`.
    pub(super) fn sense(&self, verb: u32, at: usize, reflexive: bool) -> Option<Reading<'t>> {
        let adverbs = self.adverbs(at);
        let next = [self.id(at), self.id(adverbs.end)];
        self.lexicon
            .verbs
            .senses(verb)
            .iter()
            .filter(|sense| sense.reflexive == reflexive)
            .filter(|sense| sense.tail.first().is_none_or(|&first| next.contains(&Some(first))))
            .find_map(|sense| self.with_sense(sense, at, adverbs))
    }

    /// That sense of the verb before word `at`, after which those adverbs stand.
    fn with_sense(&self, sense: &'t Sense, at: usize, adverbs: Adverbs) -> Option<Reading<'t>> {
        let mut adverbs = if sense.tail.is_empty() {
            adverbs
        } else {
            let tail = self.tail(sense, at)?;
            tail.and(self.adverbs(tail.end))
        };
        if !sense.object.is_empty() && !self.has_object(adverbs.end, &sense.object) {
            return None;
        }
        let mut class = sense.class;
        let mut frame = sense.frame;
        let mut lemma: &'t str = &sense.lemma;
        let mut narrative = sense.narrative;
        let mut quiet = sense.quiet;
        if sense.through {
            let inner = self.plain_infinitive(adverbs.end)?;
            let end = Adverbs { intensity: inner.intensity, ..Adverbs::at(inner.end) };
            (lemma, class, frame, narrative) = (inner.lemma, inner.class, inner.frame, false);
            adverbs = adverbs.and(end);
        }
        if sense.copula {
            if let Some((end, adjective)) = self.adjectives(adverbs.end) {
                adverbs = adverbs.and(self.adverbs(end));
                class = adjective.class;
                // "se déclare prêt à": what is said; "est prêt à": the copula alone says nothing
                quiet |= adjective.quiet && sense.reflexive;
            } else if sense.frame == Frame::None && (sense.narrative || !sense.reflexive) {
                return None;
            }
        } else if sense.noun == NounRole::Span && sense.narrative && self.deciding_noun(adverbs.end).is_none() {
            return None;
        } else if sense.noun != NounRole::None
            && let Some((end, noun)) = self.deciding_noun(adverbs.end)
        {
            class = noun.class;
            narrative = false;
            if sense.noun == NounRole::Span {
                frame = noun.frame;
                quiet |= noun.quiet;
                if let Some(end) = end {
                    adverbs = adverbs.and(self.adverbs(end));
                }
            }
        }
        if adverbs.presses {
            class = sense.pressed.unwrap_or(class);
        }
        let end = if quiet { self.quiet_end(sense, at) } else { adverbs.end };
        let (intensity, polarity, future) = (adverbs.intensity, adverbs.polarity, sense.future);
        let repetition = adverbs.repetition.max(sense.again.then_some(Repetition::Again));
        let after = adverbs.end;
        Some(Reading { lemma, class, frame, intensity, repetition, polarity, narrative, future, end, after })
    }

    /// Whether one of the nouns stands among the first words from word `at` on.
    fn has_object(&self, at: usize, nouns: &[WordId]) -> bool {
        (at..(at + 1 + NOUN_REACH).min(self.words.len()))
            .take_while(|&at| !self.words[at].is_punctuation() && !self.is(at, Part::Relative))
            .any(|at| nouns.contains(&self.words[at].id))
    }

    /// Where the place of a verb ends whose later words stay out of it: after the adverbs that stand before them.
    fn quiet_end(&self, sense: &Sense, at: usize) -> usize {
        let end = self.adverbs(at).end;
        if sense.tail.first().is_none_or(|&first| self.id(end) == Some(first)) { end } else { at }
    }

    /// The words of the sense after its head, adverbs between them allowed.
    fn tail(&self, sense: &Sense, at: usize) -> Option<Adverbs> {
        // "de nouveau de ses vœux": the adverb begins as the words do
        self.tail_after(sense, Adverbs::at(at)).or_else(|| self.tail_after(sense, self.adverbs(at)))
    }

    fn tail_after(&self, sense: &Sense, before: Adverbs) -> Option<Adverbs> {
        let mut all = before;
        for &wanted in &sense.tail {
            if self.id(all.end) != Some(wanted) {
                let skipped = self.adverbs(all.end);
                if self.id(skipped.end) != Some(wanted) {
                    return None;
                }
                all = all.and(skipped);
            }
            all.end += 1;
        }
        Some(all)
    }

    /// `profondément préoccupée et alarmée` from its first adjective on: the word after, and the first.
    pub(super) fn adjectives(&self, at: usize) -> Option<(usize, &'t Decider)> {
        let adverbs = self.adverbs(at);
        let first = self.lexicon.verbs.adjective(self.id(adverbs.end)?)?;
        let mut end = adverbs.end + 1;
        if self.is(end, Part::Conjunction) {
            let second = self.adverbs(end + 1).end;
            if self.id(second).is_some_and(|id| self.lexicon.verbs.adjective(id).is_some()) {
                end = second + 1;
            }
        }
        Some((end, first))
    }

    /// The noun that decides, near word `at`, and the word after it. Where those addressed stand between verb and noun
    /// (`adresse aux parties un appel`), the verb's place does not reach to the noun.
    pub(super) fn deciding_noun(&self, at: usize) -> Option<(Option<usize>, &'t Decider)> {
        if self.is_any(at, &[Part::Dative, Part::DativeContracted]) {
            let opens =
                |&at: &usize| self.is_any(at, &[Part::Article, Part::Possessive]) && !self.is(at, Part::DeContracted);
            let words = (at + 1..(at + GAP).min(self.words.len())).take_while(|&at| !self.words[at].is_punctuation());
            let noun = words.filter(opens).find_map(|object| self.deciding_noun(object));
            return noun.map(|(_, noun)| (None, noun));
        }
        if !self.is(at, Part::Determiner) && !self.is(at, Part::Article) {
            return None;
        }
        for place in at + 1..(at + 1 + NOUN_REACH).min(self.words.len()) {
            if self.words[place].is_punctuation() || self.is(place, Part::De) || self.is(place, Part::DeContracted) {
                return None;
            }
            if let Some(noun) = self.lexicon.verbs.noun(self.words[place].id) {
                return Some((Some(place + 1), noun));
            }
        }
        None
    }
}

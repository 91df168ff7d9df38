//! Adverbs and phrases of manner in the group of a verb.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;
use crate::model::{Polarity, Repetition};

/// What an adverb adds to an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Adverb {
    pub(crate) intensity: i8,
    /// Turns a request into an urgent one.
    pub(crate) presses: bool,
    /// Not part of the verb's place when it stands last.
    pub(crate) loose: bool,
    /// Tells of one more act.
    pub(crate) repeats: Option<Repetition>,
    /// Tells what is thought of the matter.
    pub(crate) polarity: Option<Polarity>,
}

/// The schema of `adverbs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    adverb: BTreeMap<String, Adverb>,
    manner: Manner,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manner {
    against: Vec<String>,
    r#for: Vec<String>,
    prepositions: Vec<String>,
    between: Vec<String>,
    strong: Vec<String>,
    strongest: Vec<String>,
    nouns: Vec<String>,
    after: Vec<String>,
    joins: Vec<String>,
}

/// Adverbs, and the words of phrases of manner.
#[derive(Debug, Clone)]
pub(crate) struct Adverbs {
    pub(crate) phrases: Trie<Adverb>,
    prepositions: Vec<WordId>,
    between: Vec<WordId>,
    strong: Vec<WordId>,
    strongest: Vec<WordId>,
    nouns: Vec<WordId>,
    for_: Vec<WordId>,
    against: Vec<WordId>,
    after: Vec<WordId>,
    joins: Vec<WordId>,
}

impl Adverbs {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut phrases = Trie::default();
        for (phrase, adverb) in &file.adverb {
            phrases.insert(&vocabulary.intern_phrase(phrase), *adverb);
        }
        let mut ids = |words: &[String]| -> Vec<WordId> {
            let mut ids: Vec<_> = words.iter().map(|word| vocabulary.intern_word(word)).collect();
            ids.sort_unstable();
            ids
        };
        Ok(Self {
            phrases,
            prepositions: ids(&file.manner.prepositions),
            between: ids(&file.manner.between),
            strong: ids(&file.manner.strong),
            strongest: ids(&file.manner.strongest),
            nouns: ids(&file.manner.nouns),
            for_: ids(&file.manner.r#for),
            against: ids(&file.manner.against),
            after: ids(&file.manner.after),
            joins: ids(&file.manner.joins),
        })
    }

    /// The adverb or phrase of manner that begins with the first of `ids`: how many words it has, and what it adds.
    pub(crate) fn at(&self, ids: impl Iterator<Item = WordId> + Clone) -> Option<(usize, Adverb)> {
        if let Some((count, adverb)) = self.phrases.longest(ids.clone()) {
            return Some((count, *adverb));
        }
        self.manner(ids)
    }

    /// Whether an adverb or a phrase of manner can begin with the word.
    pub(crate) fn begins(&self, id: WordId) -> bool {
        id != WordId::UNKNOWN && (self.phrases.begins(id) || self.prepositions.contains(&id))
    }

    /// `avec une vive préoccupation`, `avec regret et préoccupation`
    fn manner(&self, ids: impl Iterator<Item = WordId> + Clone) -> Option<(usize, Adverb)> {
        let has = |set: &[WordId], id: WordId| set.binary_search(&id).is_ok();
        let mut intensity = 0;
        let mut count = 0;
        let mut end = 0;
        let mut joined = false;
        let mut polarity = None;
        for id in ids.take(14) {
            count += 1;
            if count == 1 {
                if !has(&self.prepositions, id) {
                    return None;
                }
            } else if has(&self.nouns, id) {
                end = count;
                joined = false;
                let against = has(&self.against, id).then_some(Polarity::Negative);
                polarity = polarity.or(against).or(has(&self.for_, id).then_some(Polarity::Positive));
            } else if end == count - 1 && end > 0 && has(&self.after, id) {
                intensity = intensity.max(1);
                end = count;
            } else if end == count - 1 && end > 0 && has(&self.joins, id) {
                joined = true;
            } else if (end == 0 || joined) && has(&self.between, id) {
                if has(&self.strong, id) {
                    intensity = intensity.max(1);
                }
                if has(&self.strongest, id) {
                    intensity = 2;
                }
            } else {
                break;
            }
        }
        (end > 0).then_some((end, Adverb { intensity, polarity, ..Adverb::default() }))
    }
}

//! Words that decide where paragraphs end and which lines belong to the page.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::source::Source;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `layout.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    article: Vec<String>,
    articles: Vec<String>,
    between: Vec<String>,
    continuing: Vec<String>,
    dangling: Vec<String>,
    first: Vec<String>,
    nouns: Vec<String>,
    openers: Vec<String>,
    page: Vec<String>,
    participle: Vec<String>,
    places: Vec<String>,
    reflexive: Vec<String>,
    sittings: Vec<String>,
}

/// Sets of words, by number.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// Words that number an article: `Article`.
    pub(crate) article: Vec<WordId>,
    /// Articles: with a capital they open a sentence.
    pub(crate) articles: Vec<WordId>,
    /// Words between the numbers of a page mark: `sur`.
    pub(crate) between: Vec<WordId>,
    /// Words that go on with a sentence when they open a line: `M.`
    pub(crate) continuing: Vec<WordId>,
    /// Words after which no paragraph ends: `de`.
    pub(crate) dangling: Vec<WordId>,
    /// Words for the first number: `premier`.
    pub(crate) first: Vec<WordId>,
    /// Words with the ending of a participle that are none: `Représentant`.
    nouns: FxHashSet<WordId>,
    /// Words that open a preambular paragraph and are no participle: `Consciente`.
    openers: FxHashSet<WordId>,
    /// Words of a page mark: `Page`.
    pub(crate) page: Vec<WordId>,
    /// Endings of words that open a preambular paragraph, without accents: `ant`.
    participle: Vec<String>,
    /// Prepositions that lead to a place: `à`.
    places: Vec<WordId>,
    /// Pronouns before such a word: `Se félicitant`.
    reflexive: Vec<WordId>,
    /// Words that an ordinal before them makes the line of a sitting: `52e séance plénière`.
    pub(crate) sittings: Vec<WordId>,
}

impl Layout {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut ids = |words: Vec<String>| -> Vec<WordId> {
            words.iter().flat_map(|word| vocabulary.intern_phrase(word).first().copied()).collect()
        };
        Ok(Self {
            article: ids(file.article),
            articles: ids(file.articles),
            between: ids(file.between),
            continuing: ids(file.continuing),
            dangling: ids(file.dangling),
            first: ids(file.first),
            nouns: ids(file.nouns).into_iter().collect(),
            openers: ids(file.openers).into_iter().collect(),
            page: ids(file.page),
            participle: file.participle,
            places: ids(file.places),
            reflexive: ids(file.reflexive),
            sittings: ids(file.sittings),
        })
    }

    /// Whether a place of meeting may stand behind the word.
    pub(crate) fn leads_to_place(&self, word: WordId) -> bool {
        self.places.contains(&word)
    }

    /// Whether a paragraph whose first words are `first` and `second` (as printed, with their numbers) opens as a preambular
    /// one does: `Rappelant`, `Se félicitant`, `Profondément`.
    pub(crate) fn opens_preamble(&self, first: (&str, WordId), second: (&str, WordId)) -> bool {
        let participle = |(word, id): (&str, WordId)| {
            word.len() > 4 && !self.nouns.contains(&id) && self.participle.iter().any(|ending| ends_with(word, ending))
        };
        participle(first)
            || self.openers.contains(&first.1)
            || (self.reflexive.contains(&first.1) && (participle(second) || self.openers.contains(&second.1)))
    }
}

/// Whether `word` ends with `ending`, in capitals or not.
fn ends_with(word: &str, ending: &str) -> bool {
    let start = word.len().checked_sub(ending.len());
    start.is_some_and(|start| word.as_bytes()[start..].eq_ignore_ascii_case(ending.as_bytes()))
}

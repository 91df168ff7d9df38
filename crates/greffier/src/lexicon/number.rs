//! Number words, cardinal and ordinal, and the endings of ordinals written in figures.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fold::fold;
use super::source::Source;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `numbers.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    and: Vec<String>,
    attached: Vec<String>,
    detached: Vec<String>,
    cardinal: BTreeMap<String, u16>,
    ordinal: BTreeMap<String, u16>,
}

/// What a word says in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// `vingt`
    Cardinal(u16),
    /// `vingtième`
    Ordinal(u16),
    /// `et`
    And,
}

/// Number words by their number in the vocabulary.
#[derive(Debug, Clone)]
pub(crate) struct Numbers {
    words: Vec<Option<NumberWord>>,
    attached: Vec<String>,
    detached: Vec<String>,
}

impl Numbers {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut numbers =
            Self { words: Vec::new(), attached: folded(&file.attached), detached: folded(&file.detached) };
        let and = file.and.into_iter().map(|word| (word, NumberWord::And));
        let cardinal = file.cardinal.into_iter().map(|(word, value)| (word, NumberWord::Cardinal(value)));
        let ordinal = file.ordinal.into_iter().map(|(word, value)| (word, NumberWord::Ordinal(value)));
        for (word, meaning) in and.chain(cardinal).chain(ordinal) {
            let id = vocabulary.intern(&fold(&word));
            if numbers.words.len() <= id.index() {
                numbers.words.resize(id.index() + 1, None);
            }
            if numbers.words[id.index()].replace(meaning).is_some() {
                return Err(source.error_at(source.text.find(&word).unwrap_or(0), format!("'{word}' has two meanings")));
            }
        }
        Ok(numbers)
    }

    /// What the word says in a number, if it belongs in one.
    pub(crate) fn word(&self, id: WordId) -> Option<NumberWord> {
        self.words.get(id.index()).copied().flatten()
    }

    /// Whether `ending` makes an ordinal of the figures that it is written on to: `éme` of `68éme`, `EME`, `e`.
    pub(crate) fn is_attached(&self, ending: &str) -> bool {
        if ending.is_empty() {
            return false;
        }
        let ending = fold(ending);
        self.attached.contains(&ending)
            || self.detached.iter().any(|known| {
                ending.strip_prefix(known.as_str()).is_some_and(|glued| glued.is_empty() || glued.len() > 2)
            })
    }

    /// Whether `ending` makes an ordinal of the figures before it, a space between them: `37 ème`.
    pub(crate) fn is_detached(&self, ending: &str) -> bool {
        ending.len() < 8 && self.detached.contains(&fold(ending))
    }
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|word| fold(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn words_and_endings() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let word = |word: &str| lexicon.numbers.word(lexicon.vocabulary.id(word));
        assert_eq!(word("vingt"), Some(NumberWord::Cardinal(20)));
        assert_eq!(word("unieme"), Some(NumberWord::Ordinal(1)));
        assert_eq!(word("et"), Some(NumberWord::And));
        assert_eq!(word("conseil"), None);
        for ending in ["e", "éme", "ÈME", "er", "ère", "º", "èmeréunion"] {
            assert!(lexicon.numbers.is_attached(ending), "{ending}");
        }
        for ending in ["x", "A", "h", "ans", ""] {
            assert!(!lexicon.numbers.is_attached(ending), "{ending}");
        }
        assert!(lexicon.numbers.is_detached("EME"));
        assert!(!lexicon.numbers.is_detached("e"));
    }
}

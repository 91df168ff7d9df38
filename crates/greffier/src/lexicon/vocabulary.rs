//! The vocabulary numbers every word that any data file knows, so that matching compares numbers.

use rustc_hash::FxHashMap;

use super::folded::{Folded, Packed, pack};
use super::segment::{fold_segment, segments};

/// The number of a known word, or [`WordId::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// No data file has the word.
    pub(crate) const UNKNOWN: WordId = WordId(0);

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Folded words and their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    short: FxHashMap<u128, WordId>,
    long: FxHashMap<Box<[u8]>, WordId>,
    /// The folded words by number, from 1.
    words: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of a folded word.
    pub(crate) fn id(&self, folded: &str) -> WordId {
        self.find(pack(folded.as_bytes()), folded.as_bytes())
    }

    /// The number of a segment folded on the way.
    pub(crate) fn id_of(&self, folded: &Folded) -> WordId {
        self.find(folded.packed(), folded.as_bytes())
    }

    #[inline]
    fn find(&self, packed: Packed, folded: &[u8]) -> WordId {
        let found = match packed {
            Packed::Short(key) => self.short.get(&key),
            Packed::Long => self.long.get(folded),
        };
        found.copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a folded word, given now if it had none.
    pub(crate) fn intern(&mut self, folded: &str) -> WordId {
        let next = WordId(u32::try_from(self.len()).expect("fewer than four billion words"));
        let id = match pack(folded.as_bytes()) {
            Packed::Short(key) => *self.short.entry(key).or_insert(next),
            Packed::Long => *self.long.entry(folded.as_bytes().into()).or_insert(next),
        };
        if id == next {
            self.words.push(folded.into());
        }
        id
    }

    /// The number of a word of a data file, which may be elided (`d'`) or an abbreviation.
    pub(crate) fn intern_word(&mut self, word: &str) -> WordId {
        let mut folded = String::new();
        fold_segment(word, &mut folded);
        self.intern(&folded)
    }

    /// Cuts a phrase of a data file into words and numbers them all.
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> Vec<WordId> {
        segments(phrase).map(|segment| self.intern_word(&phrase[segment.start..segment.end])).collect()
    }

    /// All folded words with their numbers, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&[u8], WordId)> {
        (1..).zip(&self.words).map(|(id, folded)| (folded.as_bytes(), WordId(id)))
    }

    /// How many numbers there are, the unknown's included.
    pub(crate) fn len(&self) -> usize {
        self.words.len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_have_one_number() {
        let mut vocabulary = Vocabulary::default();
        let ids = vocabulary.intern_phrase("Conseil de Sécurité");
        assert_eq!(ids, vocabulary.intern_phrase("CONSEIL DE SECURITE"));
        assert_eq!(vocabulary.id("paix"), WordId::UNKNOWN);
        assert_eq!(vocabulary.len(), 4);
        assert_eq!(vocabulary.intern_phrase("d'"), [vocabulary.intern_word("d’")]);
    }
}

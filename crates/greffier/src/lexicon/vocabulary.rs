//! The vocabulary numbers every word that any data file knows, so that matching compares numbers.

use rustc_hash::FxHashMap;

use super::fold::is_apostrophe;
use super::segment::{Join, Segment, fold_segment, segments};

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
    ids: FxHashMap<Box<[u8]>, WordId>,
}

impl Vocabulary {
    /// The number of a folded word.
    pub(crate) fn id(&self, folded: &str) -> WordId {
        self.id_of_bytes(folded.as_bytes())
    }

    /// The number of a folded word by its bytes.
    pub(crate) fn id_of_bytes(&self, folded: &[u8]) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a folded word, given now if it had none.
    pub(crate) fn intern(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded.as_bytes()) {
            return id;
        }
        let id = WordId(u32::try_from(self.ids.len() + 1).expect("fewer than four billion words"));
        self.ids.insert(folded.as_bytes().into(), id);
        id
    }

    /// The number of a word of a data file, which may be elided (`d'`) or an abbreviation.
    pub(crate) fn intern_word(&mut self, word: &str) -> WordId {
        let mut folded = String::new();
        fold_segment(word, &mut folded);
        self.intern(&folded)
    }

    /// Cuts a phrase of a data file into words and numbers them all. An elided word may stand last: `ainsi qu'`.
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> Vec<WordId> {
        let mut ids = Vec::new();
        let mut pieces = segments(phrase).peekable();
        while let Some(mut piece) = pieces.next() {
            let elided = |next: &Segment| {
                next.join == Join::Glued && next.end == phrase.len() && phrase[next.start..].chars().all(is_apostrophe)
            };
            if let Some(mark) = pieces.next_if(elided) {
                piece.end = mark.end;
            }
            ids.push(self.intern_word(&phrase[piece.start..piece.end]));
        }
        ids
    }

    /// All folded words with their numbers, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&[u8], WordId)> {
        self.ids.iter().map(|(folded, &id)| (&**folded, id))
    }

    /// How many numbers there are, the unknown's included.
    pub(crate) fn len(&self) -> usize {
        self.ids.len() + 1
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

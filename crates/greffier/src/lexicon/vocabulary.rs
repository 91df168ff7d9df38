//! The vocabulary numbers every word that any data file knows, so that matching compares numbers.

use rustc_hash::FxHashMap;

use super::folded::{Packed, Short, each_folded, fold_plain, pack};
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
    short: Shorts,
    long: FxHashMap<Box<[u8]>, WordId>,
    /// The folded words, one behind another.
    letters: String,
    /// By number, from 1: where its word ends in them.
    ends: Vec<usize>,
}

impl Vocabulary {
    /// The number of a folded word.
    pub(crate) fn id(&self, folded: &str) -> WordId {
        self.find(pack(folded.as_bytes()))
    }

    /// The number of a segment as printed: whatever its case and accents, with or without the points of an abbreviation.
    pub(crate) fn number(&self, segment: &str) -> WordId {
        if let Some(plain) = fold_plain(segment) {
            return self.short.get(plain);
        }
        let mut folded = String::new();
        fold_segment(segment, &mut folded);
        self.id(&folded)
    }

    /// The number of a folded and packed word.
    #[inline(always)]
    pub(crate) fn find(&self, packed: Packed<'_>) -> WordId {
        match packed {
            Packed::Short(word) => self.short.get(word),
            Packed::Long(folded) => self.find_long(folded),
        }
    }

    #[cold]
    fn find_long(&self, folded: &[u8]) -> WordId {
        self.long.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a folded word, given now if it had none.
    pub(crate) fn intern(&mut self, folded: &str) -> WordId {
        self.intern_packed(pack(folded.as_bytes()))
    }

    fn intern_packed(&mut self, packed: Packed<'_>) -> WordId {
        let known = self.find(packed);
        if known != WordId::UNKNOWN || packed == Packed::Short(Short::default()) {
            return known;
        }
        let next = WordId(u32::try_from(self.len()).expect("fewer than two billion words"));
        match packed {
            Packed::Short(word) => {
                self.short.insert(word, next);
                self.keep(&word.bytes()[..word.len()]);
            }
            Packed::Long(folded) => {
                self.long.insert(folded.into(), next);
                self.keep(folded);
            }
        }
        next
    }

    /// Keeps the letters of the next number.
    fn keep(&mut self, folded: &[u8]) {
        self.letters.push_str(str::from_utf8(folded).expect("words are cut between characters"));
        self.ends.push(self.letters.len());
    }

    /// The number of a word of a data file, which may be elided (`d'`) or an abbreviation.
    pub(crate) fn intern_word(&mut self, word: &str) -> WordId {
        if let Some(plain) = fold_plain(word) {
            return self.intern_packed(Packed::Short(plain));
        }
        let mut folded = String::new();
        fold_segment(word, &mut folded);
        self.intern(&folded)
    }

    /// Cuts a phrase of a data file into words and numbers them all.
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> Vec<WordId> {
        let mut words = Vec::new();
        self.intern_words(phrase, &mut words);
        words
    }

    /// The same, behind the numbers that `words` has already.
    pub(crate) fn intern_words(&mut self, phrase: &str, words: &mut Vec<WordId>) {
        each_folded(phrase, |_, _| true, |folded| words.push(self.intern_packed(folded.letters)));
    }

    /// The numbers of the words of a phrase, as far as they are known.
    pub(crate) fn phrase(&self, phrase: &str) -> Vec<WordId> {
        segments(phrase).map(|segment| self.number(&phrase[segment.start..segment.end])).collect()
    }

    /// The folded word of a number; empty where it has none.
    pub(crate) fn folded(&self, id: WordId) -> &str {
        let end = |number: usize| number.checked_sub(1).map_or(Some(0), |at| self.ends.get(at).copied());
        let range = id.index().checked_sub(1).and_then(|before| Some(end(before)?..end(before + 1)?));
        range.map_or("", |range| &self.letters[range])
    }

    /// How many numbers there are, the unknown's included.
    pub(crate) fn len(&self) -> usize {
        self.ends.len() + 1
    }
}

/// Short words and their numbers: a table with open addressing, in which one look finds nearly every word, and tells of
/// nearly every other that it is not there; without a branch, so that many look-ups run side by side.
#[derive(Debug, Clone, Default)]
struct Shorts {
    /// By place: the number of a word, 0 where the place is free; [`MORE`] is added where the search must go on.
    places: Vec<u32>,
    /// By number: the word; the empty one where it is long.
    words: Vec<Short>,
}

/// Words that belong in this place stand in later ones.
const MORE: u32 = 1 << 31;

impl Shorts {
    #[inline(always)]
    fn get(&self, word: Short) -> WordId {
        let home = self.home(word);
        let Some(&place) = self.places.get(home) else { return WordId::UNKNOWN };
        let id = place & !MORE;
        let same = self.words[id as usize] == word;
        if !same & (place >= MORE) {
            return self.search(word, home);
        }
        WordId(id * u32::from(same))
    }

    #[cold]
    fn search(&self, word: Short, home: usize) -> WordId {
        let mut place = home;
        loop {
            place = (place + 1) & (self.places.len() - 1);
            let id = self.places[place] & !MORE;
            if id == 0 || self.words[id as usize] == word {
                return WordId(id);
            }
        }
    }

    /// Adds a word that is not there.
    fn insert(&mut self, word: Short, id: WordId) {
        self.words.resize(id.index(), Short::default());
        self.words.push(word);
        if self.words.len() * 2 > self.places.len() {
            self.places = vec![0; (self.words.len() * 4).next_power_of_two()];
            for at in 1..self.words.len() {
                if self.words[at] != Short::default() {
                    self.settle(at);
                }
            }
        } else {
            self.settle(id.index());
        }
    }

    fn settle(&mut self, at: usize) {
        let mut place = self.home(self.words[at]);
        while self.places[place] & !MORE != 0 {
            self.places[place] |= MORE;
            place = (place + 1) & (self.places.len() - 1);
        }
        self.places[place] |= u32::try_from(at).expect("fewer than two billion words");
    }

    /// The place where the search for a word begins.
    #[inline(always)]
    fn home(&self, word: Short) -> usize {
        /// Odd numbers without pattern: the fractions of the golden ratio and of the square root of two.
        const FACTORS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0x6A09_E667_F3BC_C909];
        let (low, high) = (word.0 as u64, (word.0 >> 64) as u64);
        let mixed = low.wrapping_mul(FACTORS[0]) ^ high.wrapping_mul(FACTORS[1]);
        // the upper bits depend on all letters
        (mixed >> 32) as usize & self.places.len().wrapping_sub(1)
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

    #[test]
    fn every_word_is_found_however_many_there_are() {
        let mut vocabulary = Vocabulary::default();
        let word = |number: u32| format!("{number:x}mot{}", "e".repeat(number as usize % 13));
        let ids: Vec<WordId> = (0..5000).map(|number| vocabulary.intern(&word(number))).collect();
        assert_eq!(vocabulary.len(), 5001);
        for number in 0..10_000 {
            let expected = ids.get(number as usize).copied().unwrap_or(WordId::UNKNOWN);
            assert_eq!(vocabulary.id(&word(number)), expected, "{}", word(number));
        }
    }
}

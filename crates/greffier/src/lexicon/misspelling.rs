//! Long names with one word misspelt: `Communauté économique des Etats de l’Afique de l’Ouest`.
//!
//! A name is known by its other words: each long name stands here once for each of its words, under a number that the others make.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::names::{EntryId, Names};
use super::phrase::{Part, Phrases};
use super::vocabulary::{Vocabulary, WordId};
use crate::model::EntityKind;

/// The letters of the shortest word in which a misprint is looked for.
pub(crate) const SHORTEST: usize = 5;
/// The letters from which on two changes are allowed, not one.
const LONG: usize = 8;
/// The letters of a word that tells a name of two words by itself.
const TELLING: usize = 12;

/// Words that a name has beside small ones, at most.
pub(crate) const WORDS: usize = 12;

/// Long names by all their words but one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Misspellings {
    /// The number that the other words make, the name, and the word that is left out; in order.
    rows: Vec<(u64, EntryId, WordId)>,
}

impl Misspellings {
    pub(crate) fn of(names: &Names, phrases: &Phrases, vocabulary: &Vocabulary) -> Self {
        let mut rows = Vec::new();
        for (id, entry) in names.numbered() {
            if !matches!(entry.kind, EntityKind::Organization | EntityKind::Instrument) {
                continue;
            }
            for form in entry.forms() {
                let mut words = vocabulary.phrase(form);
                words
                    .retain(|&word| tells(phrases, word) && vocabulary.folded(word).starts_with(char::is_alphanumeric));
                if words.len() > WORDS {
                    continue;
                }
                for (at, &word) in words.iter().enumerate() {
                    let letters = vocabulary.folded(word).len();
                    let enough = words.len() > 2 || (words.len() == 2 && letters >= TELLING);
                    if enough && letters >= SHORTEST {
                        rows.push((others(&words, at), id, word));
                    }
                }
            }
        }
        rows.sort_unstable();
        Self { rows }
    }

    /// The name whose words are `words`, the one at `wrong` misspelt as `printed`, folded.
    pub(crate) fn name(
        &self,
        words: &[WordId],
        wrong: usize,
        printed: &str,
        vocabulary: &Vocabulary,
    ) -> Option<EntryId> {
        let key = others(words, wrong);
        let first = self.rows.partition_point(|&(other, ..)| other < key);
        let mut alike = self.rows[first..].iter().take_while(|&&(other, ..)| other == key);
        alike.find(|&&(_, _, word)| is_misprint(printed, vocabulary.folded(word))).map(|&(_, id, _)| id)
    }
}

/// Whether a word says something in a name: no article, no preposition.
pub(crate) fn tells(phrases: &Phrases, word: WordId) -> bool {
    let small = Part::STOP.or(Part::OF).or(Part::ARTICLE).or(Part::AND).or(Part::AT).or(Part::TOWARD);
    !phrases.part(word).is(small)
}

/// A number for all words but one.
fn others(words: &[WordId], but: usize) -> u64 {
    let mut hasher = FxHasher::default();
    for (at, word) in words.iter().enumerate() {
        hasher.write_u32(if at == but { 0 } else { word.0 });
    }
    hasher.finish()
}

/// Whether a word as printed is another with one letter wrong, or two in a long word: left out, put in, changed, or two that have changed
/// places.
fn is_misprint(printed: &str, word: &str) -> bool {
    let (printed, word): (Vec<char>, Vec<char>) = (printed.chars().collect(), word.chars().collect());
    let most = if word.len() < LONG { 1 } else { 2 };
    if printed.len().abs_diff(word.len()) > most {
        return false;
    }
    // rows of the table of distances: two before, one before, this one
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=word.len()).collect();
    for (row, one) in printed.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, other) in word.iter().enumerate() {
            let changed = last[column] + usize::from(one != other);
            let mut least = changed.min(last[column + 1] + 1).min(this[column] + 1);
            if row > 0 && column > 0 && *one == word[column - 1] && printed[row - 1] == *other {
                least = least.min(before[column - 1] + 1);
            }
            this.push(least);
        }
        before = std::mem::replace(&mut last, this);
    }
    (1..=most).contains(&last[word.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misprints_are_near() {
        for (printed, word, near) in [
            ("afique", "afrique", true),
            ("afirque", "afrique", true),
            ("islamqiue", "islamique", true),
            ("dévelopement", "développement", true),
            ("devellopement", "developpement", true),
            ("afrique", "afrique", false),
            ("entente", "europe", false),
            ("amque", "afrique", false),
            ("islandaise", "islamique", false),
        ] {
            assert_eq!(is_misprint(printed, word), near, "{printed} {word}");
        }
    }
}

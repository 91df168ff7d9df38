//! Which scanners may start at a word: one look-up answers for all of them.

use super::vocabulary::{Vocabulary, WordId};
use super::{Dates, Endings, Names, Numbers, Part, Phrases, References};

/// What may start at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Start {
    /// A date, figures apart.
    Date = 1,
    /// A citation, or what belongs to one.
    Citation = 1 << 1,
    /// A name of the gazetteer.
    Name = 1 << 2,
    /// An event: the word may be its number, as far as it is known.
    Event = 1 << 3,
    /// A name that the word heads, though no gazetteer has it.
    Head = 1 << 4,
}

/// All that may start at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StartSet(u8);

impl StartSet {
    /// Whether that may start here.
    pub(crate) fn has(self, start: Start) -> bool {
        self.0 & start as u8 != 0
    }

    /// With `start`, or without it.
    pub(crate) fn with(self, start: Start, may: bool) -> Self {
        let others = self.0 & !(start as u8);
        Self(if may { others | start as u8 } else { others })
    }
}

/// What may start at each word, by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Starts {
    words: Vec<StartSet>,
}

impl Starts {
    pub(crate) fn new(
        vocabulary: &Vocabulary,
        (dates, numbers): (&Dates, &Numbers),
        references: &References,
        (names, phrases): (&Names, &Phrases),
    ) -> Self {
        let words = (0..vocabulary.len()).map(|id| {
            let id = WordId(u32::try_from(id).expect("fewer than four billion words"));
            let part = phrases.part(id);
            let ordinal = phrases.endings_of(id).is_some_and(|endings| endings.has(Endings::ORDINAL));
            StartSet::default()
                .with(Start::Date, dates.opens(id) || numbers.word(id).is_some())
                .with(Start::Citation, !references.roles(id).is_empty())
                .with(Start::Name, names.begins(id))
                .with(Start::Head, part.is(Part::HEADS))
                .with(Start::Event, ordinal || part.is(Part::ORDINAL))
        });
        Self { words: words.collect() }
    }

    /// What may start at the word, as far as its number tells.
    pub(crate) fn of(&self, word: WordId) -> StartSet {
        self.words.get(word.index()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn words_start_what_they_may() {
        use Start::{Citation, Date, Event, Head, Name};
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (word, expected) in [
            ("mai", vec![Date]),
            ("dix", vec![Date]),
            ("resolution", vec![Citation]),
            ("comite", vec![Citation, Name, Head]),
            ("neuvieme", vec![Date, Event]),
            ("inconnu", vec![]),
        ] {
            let id = lexicon.vocabulary.id(word);
            for start in [Date, Citation, Name, Event, Head] {
                assert_eq!(lexicon.starts.of(id).has(start), expected.contains(&start), "{word}: {start:?}");
            }
        }
    }
}

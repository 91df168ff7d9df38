//! Which scanners may start at a word: one look-up answers for all of them.

use super::particle::{Particles, Parts};
use super::vocabulary::{Vocabulary, WordId};
use super::{Dates, Duty, DutyWords, Endings, Names, NumberWord, Numbers, Part, Phrases, References, Sessions};

/// What may start at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Start {
    /// A date, figures apart.
    Date = 1,
    /// A citation, or what changes one: figures and some marks too.
    Citation = 1 << 1,
    /// A name of the gazetteer.
    Name = 1 << 2,
    /// An event: the word may be its number, as far as it is known.
    Event = 1 << 3,
    /// A name that the word heads, though no gazetteer has it.
    Head = 1 << 4,
    /// A name that nothing tells but its capital; figures and an opening bracket too.
    Capital = 1 << 5,
    /// A verb, or what changes how a sentence is read; all marks too.
    Act = 1 << 6,
    /// A paragraph.
    Paragraph = 1 << 7,
}

/// All that may start at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StartSet(u8);

impl StartSet {
    pub(crate) const fn of(starts: &[Start]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < starts.len() {
            set |= starts[at] as u8;
            at += 1;
        }
        Self(set)
    }

    /// Whether that may start here.
    pub(crate) fn has(self, start: Start) -> bool {
        self.0 & start as u8 != 0
    }

    /// Whether nothing else than `start` may.
    pub(crate) fn is_only(self, start: Start) -> bool {
        self.0 == start as u8
    }

    /// What both sets have.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What one of the sets has.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// With `start`, or without it.
    pub(crate) fn with(self, start: Start, may: bool) -> Self {
        let others = self.0 & !(start as u8);
        Self(if may { others | start as u8 } else { others })
    }
}

/// What may start at each word of a text, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct StartColumn(Vec<u8>);

impl FromIterator<StartSet> for StartColumn {
    fn from_iter<I: IntoIterator<Item = StartSet>>(starts: I) -> Self {
        Self(starts.into_iter().map(|starts| starts.0).collect())
    }
}

impl StartColumn {
    /// The first word from `at` on at which one of `any` may start.
    #[inline]
    pub(crate) fn next(&self, at: usize, any: StartSet) -> Option<usize> {
        self.next_before(at, self.0.len(), any)
    }

    /// The same among the words before `end`.
    #[inline]
    pub(crate) fn next_before(&self, mut at: usize, end: usize, any: StartSet) -> Option<usize> {
        let starts = self.0.get(..end)?;
        let mask = u64::from_le_bytes([any.0; 8]);
        while let Some(eight) = starts.get(at..).and_then(|rest| rest.first_chunk()) {
            let meets = u64::from_le_bytes(*eight) & mask;
            if meets != 0 {
                return Some(at + meets.trailing_zeros() as usize / 8);
            }
            at += 8;
        }
        starts.get(at..)?.iter().position(|starts| starts & any.0 != 0).map(|far| at + far)
    }
}

/// The letters of the shortest ordinal that can number an event: `second`, and `sixième` may lose one.
pub(crate) const SMALL_ORDINAL: usize = 6;

/// What may start at each word, by number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Starts {
    words: Vec<StartSet>,
}

impl Starts {
    pub(crate) fn new(
        vocabulary: &Vocabulary,
        (dates, sessions, numbers): (&Dates, &Sessions, &Numbers),
        references: &References,
        (names, phrases): (&Names, &Phrases),
        (particles, duties): (&Particles, &DutyWords),
    ) -> Self {
        let words = (0..vocabulary.len()).map(|id| {
            let id = WordId(u32::try_from(id).expect("fewer than four billion words"));
            let part = phrases.part(id);
            let number = numbers.word(id).is_some_and(|number| number != NumberWord::And);
            let long = vocabulary.folded(id).len() >= SMALL_ORDINAL;
            let ordinal = long && phrases.endings_of(id).is_some_and(|endings| endings.has(Endings::ORDINAL));
            StartSet::default()
                .with(Start::Date, dates.opens(id) || sessions.is_head(id) || number)
                .with(Start::Citation, references.roles(id).begins())
                .with(Start::Name, names.begins(id))
                .with(Start::Head, part.is(Part::HEADS))
                .with(Start::Event, ordinal || part.is(Part::ORDINAL))
                .with(
                    Start::Act,
                    particles.parts(id).meets(Parts::TURN)
                        || particles.coordination.begins(id)
                        || duties.of(id).has(Duty::Future),
                )
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
            // it stands inside citations, none begins with it
            ("de", vec![]),
            // it stands inside numbers, none begins with it
            ("et", vec![]),
            ("inconnu", vec![]),
        ] {
            let id = lexicon.vocabulary.id(word);
            for start in [Date, Citation, Name, Event, Head] {
                assert_eq!(lexicon.starts.of(id).has(start), expected.contains(&start), "{word}: {start:?}");
            }
        }
    }

    #[test]
    fn the_next_start_is_found_wherever_it_stands() {
        let date = StartSet::of(&[Start::Date]);
        for place in 0..20 {
            let starts = |at| StartSet::of(&[if at == place { Start::Date } else { Start::Name }]);
            let column: StartColumn = (0..20).map(starts).collect();
            for from in 0..22 {
                assert_eq!(column.next(from, date), (from <= place).then_some(place), "{place} from {from}");
            }
        }
    }
}

//! Words of the clean text, each with its number in the vocabulary.

use std::ops::{Deref, Range};

use super::reflow::CleanSpan;
use crate::grammar::roman::is_roman_digit;
use crate::grammar::token::Token;
use crate::lexicon::bits::Bits;
use crate::lexicon::fold::fold;
pub(crate) use crate::lexicon::folded::Case;
use crate::lexicon::folded::{Folded, each_folded};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Lexicon, Marks, Part, SMALL_ORDINAL, Start, StartColumn, StartSet, WordId};

/// A word, number or punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) span: CleanSpan,
    pub(crate) id: WordId,
    pub(crate) kind: SegmentKind,
    pub(crate) join: Join,
    pub(crate) case: Case,
    /// What may start at it, by one look.
    pub(crate) starts: StartSet,
}

impl Word {
    pub(crate) fn text<'t>(&self, clean: &'t str) -> &'t str {
        &clean[self.span.range()]
    }

    /// Whether it opens its paragraph.
    pub(crate) fn opens(&self) -> bool {
        self.join == Join::Break
    }

    pub(crate) fn is_punctuation(&self) -> bool {
        self.kind == SegmentKind::Punctuation
    }
}

/// The words of a text, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    words: Vec<Word>,
    starts: StartColumn,
}

impl Words {
    /// The first word from `at` on at which one of `any` may start.
    #[inline]
    pub(crate) fn next(&self, at: usize, any: StartSet) -> Option<usize> {
        self.starts.next(at, any)
    }

    /// The same among the words before `end`.
    #[inline]
    pub(crate) fn next_before(&self, at: usize, end: usize, any: StartSet) -> Option<usize> {
        self.starts.next_before(at, end, any)
    }
}

impl Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.words
    }
}

/// `words` as the grammar reads them.
pub(crate) fn tokens<'t>(clean: &'t str, words: &'t [Word]) -> impl Iterator<Item = Token<'t>> + Clone {
    words.iter().map(|word| Token { text: word.text(clean), id: word.id, kind: word.kind, join: word.join })
}

/// The words of `clean`, in order.
pub(crate) fn words(clean: &str, lexicon: &Lexicon) -> Words {
    words_where(clean, lexicon, |_, _| true, starts)
}

/// The words of those paragraphs that may say something of time; of each other paragraph one word of no meaning, which holds its
/// place.
pub(crate) fn words_of_time(clean: &str, lexicon: &Lexicon) -> Words {
    let marks = Marks::of(clean);
    let passes = |letters: &Bits, paragraph| lexicon.sieve.passes(clean, letters, &marks, paragraph);
    words_where(clean, lexicon, passes, starts_of_time)
}

#[inline(always)]
fn words_where(
    clean: &str,
    lexicon: &Lexicon,
    passes: impl Fn(&Bits, Range<usize>) -> bool,
    starts: impl Fn(&Word, &str, &Lexicon) -> StartSet,
) -> Words {
    let most = clean.len() / 5;
    let mut out = Vec::with_capacity(most);
    each_folded(clean, passes, |Folded { segment, letters, case }| {
        let word = Word {
            span: CleanSpan::new(segment.start, segment.end),
            id: lexicon.vocabulary.find(letters),
            kind: segment.kind,
            join: segment.join,
            case,
            starts: StartSet::default(),
        };
        let sticks = word.id == WordId::UNKNOWN
            && (word.case == Case::Capital || clean.as_bytes()[segment.end - 1].is_ascii_digit());
        if sticks && let Some(place) = glued(word.text(clean), lexicon) {
            let parts = split(word, place, clean, lexicon);
            parts.into_iter().for_each(|part| out.push(Word { starts: starts(&part, clean, lexicon), ..part }));
        } else {
            out.push(Word { starts: starts(&word, clean, lexicon), ..word });
        }
    });
    let starts = out.iter().map(|word| word.starts).collect();
    Words { words: out, starts }
}

/// What may start at a word.
#[inline(always)]
fn starts(word: &Word, clean: &str, lexicon: &Lexicon) -> StartSet {
    let known = lexicon.starts.of(word.id);
    let starts = match (word.kind, word.case) {
        (SegmentKind::Word, Case::Lower) if word.id != WordId::UNKNOWN => known,
        (SegmentKind::Word, _) => starts_of_rare((word.id, word.case), word.text(clean), known, lexicon),
        (SegmentKind::Number | SegmentKind::Mixed, _) => known.or(FIGURES),
        (SegmentKind::Punctuation, _) => starts_of_mark(clean.as_bytes()[word.span.start as usize]),
    };
    starts.with(Start::Paragraph, word.opens())
}

/// The same, as far as time is concerned.
#[inline(always)]
fn starts_of_time(word: &Word, _: &str, lexicon: &Lexicon) -> StartSet {
    let known = lexicon.starts.of(word.id);
    let short = word.id == WordId::UNKNOWN && word.span.len() == 2;
    let date = match word.kind {
        SegmentKind::Word => known.has(Start::Date) || short,
        SegmentKind::Number | SegmentKind::Mixed => true,
        SegmentKind::Punctuation => false,
    };
    known.with(Start::Date, date).with(Start::Paragraph, word.opens())
}

const FIGURES: StartSet = StartSet::of(&[Start::Date, Start::Event, Start::Citation, Start::Capital]);

/// What may start at a mark, by its first byte: `/` and `_` stand in symbols, `°` and a point near numbers.
fn starts_of_mark(first: u8) -> StartSet {
    StartSet::of(&[Start::Act])
        .with(Start::Citation, matches!(first, b'/' | b'_' | b'.' | 0x80..))
        .with(Start::Capital, first == b'(')
}

/// What may start at a word in capitals, or one that no data file has.
// apart from its caller, so that the look at all other words is short
#[inline(never)]
fn starts_of_rare((id, case): (WordId, Case), text: &str, known: StartSet, lexicon: &Lexicon) -> StartSet {
    let unknown = id == WordId::UNKNOWN;
    let capital = case != Case::Lower;
    let ordinal = known.has(Start::Event)
        || ((text.len() >= SMALL_ORDINAL || capital) && unknown && lexicon.phrases.may_end_as_ordinal(text.as_bytes()))
        || (case == Case::Capital && is_roman_digit(char::from(text.as_bytes()[0])));
    let future = unknown && !capital && lexicon.particles.ends_as_future(text.as_bytes());
    known
        .with(Start::Event, ordinal)
        .with(Start::Date, known.has(Start::Date) || (unknown && text.len() == 2))
        .with(Start::Capital, capital)
        .with(Start::Act, known.has(Start::Act) || future)
}

/// Where a name ends to which the call of a note or the next small word sticks, or that word before a number: `Bahreïn4`, `Nigériaet`,
/// `17 ET18`.
fn glued(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let figures = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let tail = match figures {
        0 => SMALL_WORD,
        1..=2 => figures,
        _ => return None,
    };
    let place = text.len().checked_sub(tail)?;
    let (name, rest) = text.split_at_checked(place)?;
    let id = |word: &str| lexicon.vocabulary.id(&fold(word));
    let small = |word: &str| word.len() == SMALL_WORD && lexicon.phrases.part(id(word)).is(Part::AND);
    if figures == 0 && !small(rest) {
        return None;
    }
    let named = place >= NAME_LENGTH && lexicon.starts.of(id(name)).has(Start::Name);
    (named || (figures > 0 && small(name))).then_some(place)
}

/// The word and what sticks to it from its byte `place` on.
#[inline(always)]
fn split(word: Word, place: usize, clean: &str, lexicon: &Lexicon) -> [Word; 2] {
    let (name, rest) = word.text(clean).split_at(place);
    let middle = word.span.end - u32::try_from(rest.len()).expect("no longer than the word");
    let figures = rest.starts_with(|c: char| c.is_ascii_digit());
    let (kind, case) = if figures { (SegmentKind::Number, Case::None) } else { (SegmentKind::Word, Case::Lower) };
    let id = lexicon.vocabulary.id(&fold(name));
    let name = Word { span: CleanSpan { end: middle, ..word.span }, id, kind: SegmentKind::Word, ..word };
    let id = lexicon.vocabulary.id(rest);
    [name, Word { span: CleanSpan { start: middle, ..word.span }, id, kind, join: Join::Glued, case, ..word }]
}

/// The bytes of the small word that may stick to a name.
const SMALL_WORD: usize = 2;
/// The bytes of the shortest name to which something may stick: "Bonnet" is no "Bonn".
const NAME_LENGTH: usize = 5;

/// The words from the first that starts at or after clean offset `start` to the last that ends at or before `end`.
pub(crate) fn words_in(words: &[Word], span: CleanSpan) -> Range<usize> {
    let first = words.partition_point(|word| word.span.start < span.start);
    // a word has a byte at least
    let most = words.len().min(first + span.len());
    let last = first + words[first..most].partition_point(|word| word.span.end <= span.end);
    first..last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_seen() {
        for (text, expected) in [
            ("RÉUNION", Case::Upper),
            ("Réunion", Case::Capital),
            ("réunion", Case::Lower),
            ("À", Case::Capital),
            ("S.E.M.", Case::Upper),
            ("D’", Case::Capital),
        ] {
            let lexicon = Lexicon::load("fr").expect("the data loads");
            assert_eq!(words(text, &lexicon)[0].case, expected, "{text}");
        }
    }

    #[test]
    fn what_sticks_to_a_name_is_split_off() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (text, expected) in [
            ("Bahreïn4", vec!["Bahreïn", "4"]),
            ("Nigériaet", vec!["Nigéria", "et"]),
            ("ET18", vec!["ET", "18"]),
            ("ETA18", vec!["ETA18"]),
            ("Bonnet", vec!["Bonnet"]),
            ("Perpignan2021", vec!["Perpignan2021"]),
            ("Cabinet", vec!["Cabinet"]),
            ("S/RES/2", vec!["S", "/", "RES", "/", "2"]),
        ] {
            let found: Vec<&str> = words(text, &lexicon).iter().map(|word| word.text(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn words_in_a_span() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let clean = "Le Conseil décide.";
        let words = words(clean, &lexicon);
        let span = CleanSpan::new(3, "Le Conseil décide".len());
        let inside: Vec<&str> = words[words_in(&words, span)].iter().map(|word| word.text(clean)).collect();
        assert_eq!(inside, ["Conseil", "décide"]);
    }
}

//! Words of the clean text, each with its number in the vocabulary.

use super::reflow::CleanSpan;
use crate::grammar::token::Token;
use crate::lexicon::segment::{Folded, Join, SegmentKind, segments};
use crate::lexicon::{Lexicon, WordId};

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// `réunion`
    Lower,
    /// `Réunion`, `Mc…`; a single capital too
    Capital,
    /// `RÉUNION`, two letters and more
    Upper,
    /// No letters.
    None,
}

/// A word, number or punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) span: CleanSpan,
    pub(crate) id: WordId,
    pub(crate) kind: SegmentKind,
    pub(crate) join: Join,
    pub(crate) case: Case,
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

/// `words` as the grammar reads them.
pub(crate) fn tokens<'t>(clean: &'t str, words: &'t [Word]) -> impl Iterator<Item = Token<'t>> + Clone {
    words.iter().map(|word| Token { text: word.text(clean), id: word.id, kind: word.kind, join: word.join })
}

/// The words of `clean`, in order.
pub(crate) fn words(clean: &str, lexicon: &Lexicon) -> Vec<Word> {
    let mut folded = Folded::new();
    let mut out = Vec::with_capacity(clean.len() / 5);
    let mut segments = segments(clean);
    while let Some(segment) = segments.next_folded(&mut folded) {
        out.push(Word {
            span: CleanSpan::new(segment.start, segment.end),
            id: lexicon.vocabulary.id_of(&folded),
            kind: segment.kind,
            join: segment.join,
            case: if segment.kind == SegmentKind::Word { case(&folded) } else { Case::None },
        });
    }
    out
}

/// The words from the first that starts at or after clean offset `start` to the last that ends at or before `end`.
pub(crate) fn words_in(words: &[Word], span: CleanSpan) -> std::ops::Range<usize> {
    let first = words.partition_point(|word| word.span.start < span.start);
    // a word has a byte at least
    let most = words.len().min(first + span.len());
    let last = first + words[first..most].partition_point(|word| word.span.end <= span.end);
    first..last
}

fn case(folded: &Folded) -> Case {
    match (folded.upper, folded.lower) {
        (0, 0) => Case::None,
        (2.., 0) => Case::Upper,
        _ if folded.first_upper => Case::Capital,
        _ => Case::Lower,
    }
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
    fn words_in_a_span() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let clean = "Le Conseil décide.";
        let words = words(clean, &lexicon);
        let span = CleanSpan::new(3, "Le Conseil décide".len());
        let inside: Vec<&str> = words[words_in(&words, span)].iter().map(|word| word.text(clean)).collect();
        assert_eq!(inside, ["Conseil", "décide"]);
    }
}

//! Tokens: what the grammar reads where letters are not enough, a word with its number in the vocabulary.

use crate::lexicon::WordId;
use crate::lexicon::segment::{Join, SegmentKind};

/// A word, number or punctuation mark, without its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) id: WordId,
    pub(crate) kind: SegmentKind,
    pub(crate) join: Join,
}

impl Token<'_> {
    /// Whether it is a hyphen or dash that OCR set apart: `quarante -neuvième`.
    pub(crate) fn is_dash(&self) -> bool {
        self.kind == SegmentKind::Punctuation && matches!(self.text, "-" | "\u{2010}" | "\u{2011}" | "–" | "—")
    }

    /// Whether it stands in the paragraph of the token before it.
    pub(crate) fn follows(&self) -> bool {
        self.join != Join::Break
    }
}

#[cfg(test)]
pub(super) mod testing {
    //! Tokens of a text that is no document, for the tests of the leaves.

    use super::Token;
    use crate::lexicon::Vocabulary;
    use crate::lexicon::segment::{fold_segment, segments};

    /// The tokens of `text`, each with the byte where it ends.
    pub(in crate::grammar) fn tokens<'t>(text: &'t str, vocabulary: &Vocabulary) -> Vec<(Token<'t>, usize)> {
        let mut folded = String::new();
        segments(text)
            .map(|segment| {
                let piece = &text[segment.start..segment.end];
                folded.clear();
                fold_segment(piece, &mut folded);
                let id = vocabulary.id(&folded);
                (Token { text: piece, id, kind: segment.kind, join: segment.join }, segment.end)
            })
            .collect()
    }
}

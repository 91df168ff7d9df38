//! A span says where something stands: a half-open byte range of the text the caller gave.
//!
//! Public spans are always in bytes of the source; offsets in reflowed text have a type of their own
//! (`text::CleanSpan`) that never leaves the crate. [`CharIndex`] turns byte offsets into code points for
//! readers that count those (Python, JavaScript tools, the scorer).

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of the source text, both ends on character boundaries.
///
/// ```
/// use greffier::Span;
///
/// let text = "le 1er juillet 2013";
/// let span = Span { start: 3, end: 19 };
/// assert_eq!(&text[span.range()], "1er juillet 2013");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends where it starts or after");
        Self { start, end }
    }

    /// The span as a range, for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside, ends included.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Code point offsets of a text, looked up by byte offset in constant time.
#[derive(Debug, Clone)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// Number of code points before each stride of bytes.
    before: Vec<usize>,
}

const STRIDE: usize = 128;

impl<'t> CharIndex<'t> {
    /// Counts the code points of `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 2);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += leading_bytes(chunk);
        }
        before.push(count);
        Self { text, before }
    }

    /// The number of code points before byte `offset`.
    #[must_use]
    pub fn to_char(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = offset / STRIDE;
        self.before[block] + leading_bytes(&self.text.as_bytes()[block * STRIDE..offset])
    }

    /// A byte span in code points.
    #[must_use]
    pub fn to_char_span(&self, span: Span) -> Span {
        Span { start: self.to_char(span.start), end: self.to_char(span.end) }
    }
}

fn leading_bytes(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// Line and column (both from 1, column in code points) of byte `offset`, for people.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_strides() {
        let text = "é".repeat(300) + "a😀b";
        let index = CharIndex::new(&text);
        for (chars, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(index.to_char(at), chars);
        }
        assert_eq!(index.to_char(text.len()), 303);
    }

    #[test]
    fn lines_and_columns_start_at_one() {
        let text = "Décide\nà l’unanimité";
        assert_eq!(line_column(text, 0), (1, 1));
        assert_eq!(line_column(text, text.find("l’").expect("it is there")), (2, 3));
        assert_eq!(line_column(text, 9999), (2, 14));
    }
}

//! Reflow: paragraphs on one line each, hyphenation undone, and the alignment back to the source.
//!
//! The clean text is what all later stages read. It holds one paragraph a line; inside a paragraph, white space is one
//! space. Alignment runs say for every clean byte where it comes from; [`Clean::source_span`] is the only way back.

use super::block::{Block, Gap};
use super::line::Line;
use crate::lexicon::fold::is_combining;
use crate::span::Span;
use unicode_normalization::UnicodeNormalization;

/// A half-open byte range of the clean text. Not a [`Span`]: the two must not be mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CleanSpan {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl CleanSpan {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends where it starts or after");
        Self { start: offset(start), end: offset(end) }
    }

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub(crate) fn contains(self, other: CleanSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn overlaps(self, other: CleanSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub(crate) fn cover(self, other: CleanSpan) -> CleanSpan {
        CleanSpan { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("the parser refuses texts of four gigabytes and more")
}

/// A stretch of clean text copied from the source as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    clean: u32,
    source: u32,
    len: u32,
}

/// One paragraph of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) span: CleanSpan,
    /// Whether white space stands before it that the layout of the file does not explain: a stronger break.
    pub(crate) apart: bool,
}

/// The reflowed text with its alignment.
#[derive(Debug, Clone)]
pub(crate) struct Clean {
    pub(crate) text: String,
    pub(crate) paragraphs: Vec<Paragraph>,
    runs: Vec<Run>,
}

/// Reflows blocks: each becomes one paragraph.
pub(crate) fn reflow(source: &str, lines: &[Line], blocks: &[Block]) -> Clean {
    let mut clean = Clean {
        text: String::with_capacity(source.len()),
        paragraphs: Vec::with_capacity(blocks.len()),
        runs: Vec::new(),
    };
    for block in blocks {
        if !clean.text.is_empty() {
            clean.text.push('\n');
        }
        let start = clean.text.len();
        for piece in &block.pieces {
            let line = &lines[piece.line];
            let (mut from, mut to) = (line.text_start, line.text_end);
            if let Some(part) = &piece.part {
                (from, to) = (part.start, part.end);
            }
            match piece.gap {
                Gap::Start | Gap::Hyphen => {}
                Gap::Space => clean.text.push(' '),
                Gap::Hyphenated => {
                    // the hyphen that broke the word is the last character copied
                    clean.drop_last();
                }
            }
            clean.copy(source, from, to);
        }
        clean.paragraphs.push(Paragraph { span: CleanSpan::new(start, clean.text.len()), apart: block.apart });
    }
    clean
}

impl Clean {
    /// Copies a line, white space runs and odd spaces as one space, soft hyphens and zero-width characters left out.
    fn copy(&mut self, source: &str, start: usize, end: usize) {
        let bytes = source.as_bytes();
        let mut from = start;
        let mut at = start;
        while at < end {
            let byte = bytes[at];
            // plain runs first: anything but space, tab and the lead bytes of odd characters
            if byte > b' ' && byte < 0x80 || (byte >= 0x80 && !matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF)) {
                at += 1;
                continue;
            }
            if byte == b' ' && bytes.get(at + 1).is_some_and(|next| *next > b' ' && *next < 0x80) {
                at += 2;
                continue;
            }
            let c = source[at..].chars().next().unwrap_or(' ');
            let after = at + c.len_utf8();
            if c.is_whitespace() || (c.is_control() && c != '\0') {
                let mut next = after;
                while let Some(more) = source[next..end].chars().next().filter(|c| c.is_whitespace()) {
                    next += more.len_utf8();
                }
                if next == after && byte == b' ' {
                    at = after;
                    continue;
                }
                self.push(source, from, at);
                self.text.push(' ');
                from = next;
                at = next;
            } else if is_invisible(c) {
                self.push(source, from, at);
                from = after;
                at = after;
            } else {
                at = after;
            }
        }
        self.push(source, from, end);
    }

    fn push(&mut self, source: &str, start: usize, end: usize) {
        if start < end {
            self.runs.push(Run { clean: offset(self.text.len()), source: offset(start), len: offset(end - start) });
            self.text.push_str(&source[start..end]);
        }
    }

    fn drop_last(&mut self) {
        let Some(c) = self.text.pop() else { return };
        if let Some(run) = self.runs.last_mut() {
            run.len -= offset(c.len_utf8());
            if run.len == 0 {
                self.runs.pop();
            }
        }
    }

    /// The span of the source that stands behind a span of the clean text: the one seam between the two.
    pub(crate) fn source_span(&self, span: CleanSpan) -> Span {
        let start = self.source_start(span.start);
        if span.start == span.end {
            return Span::new(start, start);
        }
        Span::new(start, self.source_end(span.end).max(start))
    }

    /// The source offset of the character that begins at clean `at` (or of the next one copied).
    fn source_start(&self, at: u32) -> usize {
        let next = self.runs.partition_point(|run| run.clean + run.len <= at);
        match self.runs.get(next) {
            Some(run) => (run.source + at.saturating_sub(run.clean)) as usize,
            None => self.runs.last().map_or(0, |run| (run.source + run.len) as usize),
        }
    }

    /// The source offset just after the character that ends at clean `at` (or after the last one copied before).
    fn source_end(&self, at: u32) -> usize {
        let before = self.runs.partition_point(|run| run.clean < at);
        match before.checked_sub(1).map(|index| self.runs[index]) {
            Some(run) => (run.source + run.len.min(at - run.clean)) as usize,
            None => 0,
        }
    }

    /// The clean words of a span.
    pub(crate) fn slice(&self, span: CleanSpan) -> &str {
        &self.text[span.range()]
    }

    /// The clean words of a span as a value: composed (NFC).
    pub(crate) fn string(&self, span: CleanSpan) -> String {
        let words = self.slice(span);
        if words.is_ascii() || !words.chars().any(is_combining) { words.to_owned() } else { words.nfc().collect() }
    }
}

/// Characters without width or meaning for the words: soft hyphen, zero-width space and joiners, byte order mark, bidi marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

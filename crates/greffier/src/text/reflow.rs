//! Reflow: paragraphs on one line each, hyphenation undone, and the alignment back to the source.
//!
//! The clean text is what all later stages read. It holds one paragraph a line; inside a paragraph, white space is one
//! space. Alignment runs say for every clean byte where it comes from; [`Clean::source_span`] is the only way back.

use super::block::{Block, Gap};
use super::line::{LOST_BREAK, Line, RESIDUES, is_invisible};
use crate::lexicon::bits::Bits;
use crate::lexicon::fold::is_hyphen;
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

/// The reflowed text with its alignment.
#[derive(Debug, Clone)]
pub(crate) struct Clean {
    pub(crate) text: String,
    pub(crate) paragraphs: Vec<CleanSpan>,
    /// The first of the paragraphs that are foot-notes: they stand behind all others, wherever their page ended.
    pub(crate) notes: usize,
    runs: Vec<Run>,
    /// Whether marks that combine with Latin letters may stand anywhere: few texts have one.
    combining: bool,
}

/// Reflows blocks: each becomes one paragraph.
pub(crate) fn reflow(source: &str, lines: &[Line], blocks: &[Block]) -> Clean {
    let mut clean = Clean {
        text: String::with_capacity(source.len()),
        paragraphs: Vec::with_capacity(blocks.len()),
        notes: blocks.iter().take_while(|block| !block.note).count(),
        runs: Vec::new(),
        combining: may_combine(source),
    };
    let gaps = gaps(source);
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
                // what PDFium gives in place of the hyphen
                Gap::Hyphen if clean.text.ends_with(LOST_BREAK) => {
                    clean.drop_last();
                    clean.text.push('-');
                }
                Gap::Start | Gap::Hyphen => {}
                Gap::Space => clean.text.push(' '),
                // the hyphen that broke the word is the last character copied; a soft hyphen was not copied at all
                Gap::Hyphenated if clean.text.ends_with(is_hyphen) => clean.drop_last(),
                Gap::Hyphenated => {}
            }
            clean.copy(source, &gaps, from, to);
        }
        clean.paragraphs.push(CleanSpan::new(start, clean.text.len()));
    }
    clean
}

impl Clean {
    /// Copies a line, white space runs and odd spaces as one space; soft hyphens, zero-width characters and the single
    /// spaces of a spaced word (`D é c i d e`) are left out.
    fn copy(&mut self, source: &str, gaps: &Bits, start: usize, end: usize) {
        let spaced = spaced_words(&source[start..end]);
        let mut spaced = spaced.iter().map(|range| start + range.start..start + range.end).peekable();
        let mut from = start;
        let mut at = start;
        let all = spaced.peek().is_some();
        while let Some(gap) = next_gap(source, gaps, at, end, all) {
            while spaced.next_if(|range| range.end <= gap.start).is_some() {}
            let inside = spaced.peek().is_some_and(|range| range.contains(&gap.start));
            let plain = gap.end == gap.start + 1 && source.as_bytes()[gap.start] == b' ';
            let keep = match gap.kind {
                GapKind::Space => plain && !inside,
                GapKind::Nothing => false,
            };
            at = gap.end;
            if keep {
                continue;
            }
            self.push(source, from, gap.start);
            if gap.kind == GapKind::Space && !(plain && inside) {
                self.text.push(' ');
            }
            from = gap.end;
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
        let next = self.runs.partition_point(|run| run.clean + run.len <= span.start);
        // the source offset of the character that begins there, or of the next one copied
        let start = match self.runs.get(next) {
            Some(run) => (run.source + span.start.saturating_sub(run.clean)) as usize,
            None => self.runs.last().map_or(0, |run| (run.source + run.len) as usize),
        };
        if span.start == span.end {
            return Span::new(start, start);
        }
        let begins = |run: &Run| run.clean < span.end;
        // most spans end in the run in which they start
        let behind = match &self.runs[next..] {
            [_, second, ..] if begins(second) => next + self.runs[next..].partition_point(begins),
            rest => next + usize::from(rest.first().is_some_and(begins)),
        };
        // the source offset just after the character that ends there, or after the last one copied before
        let end = match self.runs[..behind].last() {
            Some(run) => (run.source + run.len.min(span.end - run.clean)) as usize,
            None => 0,
        };
        Span::new(start, end.max(start))
    }

    /// The clean words of a span.
    pub(crate) fn slice(&self, span: CleanSpan) -> &str {
        &self.text[span.range()]
    }

    /// The clean words of a span as a value: composed (NFC).
    pub(crate) fn string(&self, span: CleanSpan) -> String {
        let words = self.slice(span);
        if self.combining && may_combine(words) { words.nfc().collect() } else { words.to_owned() }
    }
}

/// Whether marks that combine with Latin letters, U+0300 to U+036F, may stand in the text: they begin with 0xCC or 0xCD.
fn may_combine(text: &str) -> bool {
    memchr::memchr2(0xCC, 0xCD, text.as_bytes()).is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GapKind {
    /// White space of any length and kind, or what stands for it: one space of the clean text.
    Space,
    /// Characters without width.
    Nothing,
}

struct SourceGap {
    kind: GapKind,
    start: usize,
    end: usize,
}

/// The bytes at which a gap may begin that is more than a space between two words: few bytes of a plain text.
fn gaps(source: &str) -> Bits {
    Bits::of(source, |block| {
        // letters of Latin-1 apart
        let lead = |byte: u8| (byte > 0xC1) & (byte != 0xC3);
        let odd = block.flags(|byte| (byte < b' ') | (byte == b'&') | (byte == b'<') | (byte == 0x7F) | lead(byte));
        let spaces = block.flags(|byte| byte == b' ');
        // what stands behind the block's last byte is not seen
        odd | spaces & ((odd | spaces) >> 1 | 1 << 63)
    })
}

/// The next white space or invisible character of the line; single spaces between plain letters only when `all` are asked for.
fn next_gap(source: &str, gaps: &Bits, from: usize, end: usize, all: bool) -> Option<SourceGap> {
    let mut at = from;
    loop {
        if !all {
            at = gaps.next(at)?;
        }
        if at >= end {
            return None;
        }
        // "’" and other marks: hyphens, dashes, quotes
        if matches!(source.as_bytes()[at..], [0xE2, 0x80, 0x90..=0xA7, ..]) {
            at += 3;
            continue;
        }
        let c = source[at..].chars().next()?;
        let mut stop = space_end(source, at, end);
        if stop > at {
            loop {
                let next = space_end(source, stop, end);
                if next == stop {
                    return Some(SourceGap { kind: GapKind::Space, start: at, end: stop });
                }
                stop = next;
            }
        }
        if is_invisible(c) {
            return Some(SourceGap { kind: GapKind::Nothing, start: at, end: at + c.len_utf8() });
        }
        at += c.len_utf8();
    }
}

/// Just after the white space (or its residue) at `at`; `at` itself where there is none.
fn space_end(source: &str, at: usize, end: usize) -> usize {
    let bytes = source.as_bytes();
    match bytes.get(at) {
        Some(b' ') => at + 1,
        Some(b'&' | b'<') => {
            let residue = RESIDUES.iter().find(|residue| source[at..end].starts_with(**residue));
            at + residue.map_or(0, |residue| residue.len())
        }
        Some(byte) if at < end && (*byte < b' ' || *byte >= 0x7F) => {
            let c = source[at..end].chars().next().unwrap_or('a');
            if c.is_whitespace() || c.is_control() { at + c.len_utf8() } else { at }
        }
        _ => at,
    }
}

/// Fewest letters of a word spaced out for emphasis.
const SPACED: usize = 4;

/// Words printed with a space after each letter, as ranges over their letters: `D é c i d e`, `C O M P T E`.
fn spaced_words(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    if !may_be_spaced(line.as_bytes()) {
        return out;
    }
    let mut letters = 0;
    let mut run = 0..0;
    let mut start = 0;
    for space in memchr::memchr_iter(b' ', line.as_bytes()).chain([line.len()]) {
        let mut chars = line[start..space].chars();
        if chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none() {
            if letters == 0 {
                run.start = start;
            }
            letters += 1;
            run.end = space;
        } else {
            if letters >= SPACED {
                out.push(run.clone());
            }
            letters = 0;
        }
        start = space + 1;
    }
    if letters >= SPACED {
        out.push(run);
    }
    out
}

/// Whether three spaces stand two bytes apart somewhere, as between single letters.
fn may_be_spaced(line: &[u8]) -> bool {
    let Some(places) = line.len().checked_sub(4) else { return false };
    let space = |byte: u8| u8::from(byte == b' ');
    let (first, second, third) = (&line[..places], &line[2..places + 2], &line[4..]);
    // no early exit: so the loop runs on many bytes at a time
    let found =
        first.iter().zip(second).zip(third).fold(0, |found, ((&a, &b), &c)| found | (space(a) & space(b) & space(c)));
    found != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::{block::blocks, line::lines, noise::classify};

    fn clean(source: &str) -> Clean {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let lines = lines(source);
        let kinds = classify(source, &lines, &lexicon);
        reflow(source, &lines, &blocks(source, &lines, &kinds, &lexicon))
    }

    #[test]
    fn noise_is_repaired() {
        for (source, expected) in [
            ("Le\u{A0}Conseil  décide\tde\u{AD}puis", "Le Conseil décide depuis"),
            ("D é c i d e de voter", "Décide de voter"),
            ("C O M P T E   R E N D U", "COMPTE RENDU"),
            ("il y a un an", "il y a un an"),
            ("Considérant&nbsp;que <br/> rien", "Considérant que rien"),
            ("R & D < 3", "R & D < 3"),
            ("une facilité conti-\nnentale de garde-côtes", "une facilité continentale de garde-côtes"),
            ("en Guinée-\nBissau", "en Guinée-Bissau"),
            (
                "2. Rappelle son communiqué\nPSC/PR/COMM.(CDXC) adopté en mars",
                "2. Rappelle son communiqué PSC/PR/COMM.(CDXC) adopté en mars",
            ),
            (
                "Assemblée générale\nA/RES/71/345 Phares et balises",
                "Assemblée générale\nA/RES/71/345 Phares et balises",
            ),
            ("un balisage insuf\u{AD}\nfisant", "un balisage insuffisant"),
            ("un balisage insuf\u{FFFE}fisant", "un balisage insuffisant"),
            ("en Guinée\u{FFFE}Bissau", "en Guinée-Bissau"),
            ("sa vingt\u{FFFE}sixième session", "sa vingt-sixième session"),
        ] {
            assert_eq!(clean(source).text, expected, "{source:?}");
        }
    }

    #[test]
    fn no_gap_is_missed() {
        for c in (0..=0xFFFF).filter_map(char::from_u32) {
            let gap = c.is_whitespace() || c.is_control() || is_invisible(c);
            let text = format!("la{c}{c}paix");
            let found = gaps(&text).next(0).is_some_and(|at| at < text.len());
            assert!(found || !gap, "U+{:04X}", c as u32);
        }
        for (text, expected) in [("la paix", 7), ("la  paix", 2), ("l'État", 7), ("la\u{A0}paix", 2), ("la \tpaix", 2)]
        {
            assert_eq!(gaps(text).next(0).unwrap_or(text.len()), expected, "{text}");
        }
    }

    #[test]
    fn spans_lead_back_over_what_was_repaired() {
        let source = "adopté le 25 septembre\n\n2013 par une facilité conti-\nnentale, D é c i d e";
        let clean = clean(source);
        for (words, behind) in [
            ("25 septembre 2013", "25 septembre\n\n2013"),
            ("continentale", "conti-\nnentale"),
            ("Décide", "D é c i d e"),
            ("adopté", "adopté"),
        ] {
            let start = clean.text.find(words).unwrap_or_else(|| panic!("{words} in {:?}", clean.text));
            let span = clean.source_span(CleanSpan::new(start, start + words.len()));
            assert_eq!(&source[span.range()], behind);
        }
    }
}

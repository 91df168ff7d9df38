//! Blocks: which lines make a paragraph.
//!
//! A blank line means nothing by itself: extraction leaves one after every line, or none at all. What counts is how full
//! the line before is (measured on the lines that surely go on), how it ends, and how the next begins: small letter, capital,
//! marker. Lines of the page (numbers, running heads) stand between the pieces of a block, not in it.

use super::collapse;
use super::edge::{Edge, End, Start, begins_with_number, cites, edge};
use super::enumeration::{INLINE, LISTED, Numbering, is_inline, is_listed};
use super::footnote::label_len;
use super::line::Line;
use super::noise::LineKind;
use super::seam::{Seam, is_label};
use crate::grammar::title::is_numbered_title;
use crate::lexicon::fold::is_hyphen;
use crate::lexicon::segment::segments;
use crate::lexicon::{Lexicon, WordId};

/// What stands between a piece and the one before it in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// The block's first piece.
    Start,
    /// A space.
    Space,
    /// A hyphen that belongs to the word: `Guinée-` + `Bissau`.
    Hyphen,
    /// A hyphen that only breaks the word: `conti-` + `nentale`.
    Hyphenated,
}

/// A line, or a part of one, in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) line: usize,
    /// The part of the line, in bytes of the source, where it is not the whole.
    pub(crate) part: Option<std::ops::Range<usize>>,
    pub(crate) gap: Gap,
}

/// The lines of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) pieces: Vec<Piece>,
    /// Whether it is a foot-note of a page.
    pub(crate) note: bool,
}

/// How the lines of the file are laid out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// Blank lines between the lines of a paragraph: 0 or 1.
    usual_gap: usize,
    /// Width from which a line is full, and may go on in the next; `usize::MAX` where paragraphs are not wrapped.
    full: usize,
    /// The widest line that goes on in the next.
    widest: usize,
}

/// The blocks of the text lines, in order.
pub(crate) fn blocks(source: &str, lines: &[Line], kinds: &[LineKind], lexicon: &Lexicon) -> Vec<Block> {
    let text: Vec<usize> = (0..lines.len()).filter(|&at| kinds[at] == LineKind::Text).collect();
    let edges: Vec<Edge> = text.iter().map(|&at| edge(lines[at].text(source), lexicon)).collect();
    let layout = layout(lines, kinds, &text, &edges);
    let mut out: Vec<Block> = Vec::new();
    let mut numbering = Numbering::default();
    // the first line of the block
    let mut first = 0;
    for (index, &line) in text.iter().enumerate() {
        let below = edges[index];
        let gap = match index.checked_sub(1).zip(out.last()) {
            None => None,
            Some((before, block)) => {
                let between = &kinds[text[before] + 1..line];
                let turned = between.iter().any(|kind| !matches!(kind, LineKind::Blank | LineKind::Rule));
                // a rule parts paragraphs, but for the one above foot-notes
                let ruled = between.contains(&LineKind::Rule) && !between.contains(&LineKind::Note);
                let seam = Seam {
                    above: edges[before],
                    below,
                    close: between.iter().all(|kind| *kind == LineKind::Note),
                    apart: !turned && between.len() > layout.usual_gap,
                    full: layout.is_full(&lines[text[before]], lines[line].text(source)),
                    nearly_full: lines[text[before]].width >= layout.full / 4 * 3,
                    below_full: lines[line].width >= layout.full,
                    prose: block.pieces.len() > 1,
                    recital: edges[first].opener || edges[first].small_opener,
                    heading: edges[first].capitals && matches!(edges[first].start, Start::Marker(_)),
                    titled: is_numbered_title(lines[text[first]].text(source)),
                    text: lines[text[before]].text(source),
                    below_text: lines[line].text(source),
                    label_only: block.pieces.len() == 1 && is_label(edges[before], lines[text[before]].text(source)),
                    cites: edges[before].end == End::Open
                        && begins_with_number(lines[line].text(source))
                        && cites(lines[text[before]].text(source), lexicon),
                    wrapped: layout.full != usize::MAX,
                };
                let inline = || {
                    let own = block.pieces.iter().rev().take(INLINE).map(|piece| lines[piece.line].text(source));
                    let rest = text[index..].iter().take(INLINE).map(|&line| lines[line].text(source));
                    matches!(below.start, Start::Marker(found) if layout.full != usize::MAX && is_inline(found, own, rest, lexicon))
                };
                let listed = || {
                    let rest = text[index..].iter().take(LISTED).map(|&line| lines[line].text(source));
                    matches!(below.start, Start::Marker(found) if seam.above.end == End::Open && is_listed(found, rest))
                };
                let joins = !ruled && (seam.joins(&numbering) && !listed() || inline());
                joins.then(|| gap_between(lines[text[before]].text(source), lines[line].text(source), below, lexicon))
            }
        };
        match gap {
            Some(gap) => out.last_mut().expect("a line was before").pieces.push(Piece { line, part: None, gap }),
            None => {
                if let Start::Marker(found) = below.start {
                    numbering.seen(found);
                }
                out.push(Block { pieces: vec![Piece { line, part: None, gap: Gap::Start }], note: false });
                first = index;
            }
        }
    }
    let mut out = split_collapsed(source, lines, out, lexicon);
    out.extend(notes(source, lines, kinds, lexicon));
    out
}

/// The foot-notes of the pages, one block each, behind all other blocks: a clause may run on over them.
fn notes(source: &str, lines: &[Line], kinds: &[LineKind], lexicon: &Lexicon) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut before = 0;
    for line in (0..lines.len()).filter(|&at| kinds[at] == LineKind::Note) {
        let text = lines[line].text(source);
        let parted = kinds[before..line].contains(&LineKind::Text);
        match out.last_mut().filter(|_| label_len(text) == 0 && !parted) {
            Some(block) => {
                let gap = gap_between(lines[before].text(source), text, edge(text, lexicon), lexicon);
                block.pieces.push(Piece { line, part: None, gap });
            }
            None => out.push(Block { pieces: vec![Piece { line, part: None, gap: Gap::Start }], note: true }),
        }
        before = line;
    }
    out
}

/// Splits blocks of one long line that holds a whole resolution: a third of the text at least.
fn split_collapsed(source: &str, lines: &[Line], blocks: Vec<Block>, lexicon: &Lexicon) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let line = block.pieces[0].line;
        let long = block.pieces.len() == 1 && lines[line].width * 3 >= source.len();
        let starts = if long { collapse::starts(lines[line].text(source), lexicon) } else { Vec::new() };
        if starts.is_empty() {
            out.push(block);
            continue;
        }
        let (first, end) = (lines[line].text_start, lines[line].text_end);
        let edges: Vec<usize> = [0].into_iter().chain(starts).map(|at| first + at).chain([end]).collect();
        for pair in edges.windows(2) {
            let part = pair[0]..pair[0] + source[pair[0]..pair[1]].trim_end().len();
            out.push(Block { pieces: vec![Piece { line, part: Some(part), gap: Gap::Start }], note: false });
        }
    }
    out
}

impl Layout {
    /// Whether a line had no room for the first word of the next.
    fn is_full(&self, line: &Line, below: &str) -> bool {
        let word = below.split(char::is_whitespace).next().unwrap_or_default().chars().count();
        line.width >= self.full || (self.full != usize::MAX && line.width + 1 + word > self.widest)
    }
}

/// Blank lines between lines of a paragraph, and the width from which a line is full.
fn layout(lines: &[Line], kinds: &[LineKind], text: &[usize], edges: &[Edge]) -> Layout {
    let mut single_gaps = 0;
    let mut going_on = Vec::new();
    for (index, pair) in text.windows(2).enumerate() {
        let between = &kinds[pair[0] + 1..pair[1]];
        let blank = between.iter().all(|kind| *kind == LineKind::Blank);
        single_gaps += usize::from(blank && !between.is_empty());
        // "…, / rappelant": a recital in small letters, it may be
        let recital = edges[index + 1].small_opener && edges[index].end == End::Comma;
        let goes_on = edges[index + 1].start == Start::Lower
            && !recital
            && !matches!(edges[index].end, End::Semicolon | End::Colon);
        if blank && goes_on && !edges[index].capitals {
            going_on.push(lines[pair[0]].width);
        }
    }
    let seams = text.len().saturating_sub(1);
    let usual_gap = usize::from(seams > 0 && single_gaps * 10 >= seams * 8 && !going_on.is_empty());
    if going_on.is_empty() || (going_on.len() < 3 && going_on.len() * 4 < seams) {
        return Layout { usual_gap, full: usize::MAX, widest: usize::MAX };
    }
    let place = going_on.len() * 15 / 100;
    let (_, &mut low, _) = going_on.select_nth_unstable(place);
    let place = going_on.len() * 95 / 100;
    let (_, &mut high, _) = going_on.select_nth_unstable(place);
    Layout { usual_gap, full: low.saturating_sub(3), widest: high + 1 }
}

/// The bytes of the shortest ordinal behind a hyphen: `sixième`.
const ORDINAL: usize = 7;

/// How the last word of a line and the first of the next are put together.
fn gap_between(above: &str, below: &str, edge: Edge, lexicon: &Lexicon) -> Gap {
    let Some(hyphen) = above.chars().next_back().filter(|&c| is_hyphen(c)) else { return Gap::Space };
    let stem = &above[..above.len() - hyphen.len_utf8()];
    if !stem.ends_with(char::is_alphabetic) {
        return Gap::Space;
    }
    if hyphen == '\u{AD}' {
        return Gap::Hyphenated;
    }
    if edge.start != Start::Lower {
        return Gap::Hyphen;
    }
    let left = segments(stem).last().map_or("", |s| &stem[s.start..s.end]);
    let right = segments(below).next().map_or("", |s| &below[s.start..s.end]);
    // "vingt-" and "sixième", not "deux-" and "ième"
    let number = |word: &str| lexicon.numbers.word(lexicon.vocabulary.number(word)).is_some();
    let ordinal = right.len() >= ORDINAL && lexicon.phrases.may_end_as_ordinal(right.as_bytes());
    if number(left) && (number(right) || ordinal) {
        return Gap::Hyphen;
    }
    let known = |word: &str| lexicon.vocabulary.number(word) != WordId::UNKNOWN;
    if known(left) && known(right) && !known(&format!("{left}{right}")) { Gap::Hyphen } else { Gap::Hyphenated }
}

//! Blocks: which lines make a paragraph.
//!
//! A blank line means nothing by itself: extraction leaves one after every line, or none at all. What counts is how full
//! the line before is (measured on the lines that surely go on), how it ends, and how the next begins: small letter, capital,
//! marker. Lines of the page (numbers, running heads) stand between the pieces of a block, not in it.

use super::collapse;
use super::edge::{Edge, End, Start, edge, goes_on_after_symbol, opens_with_symbol};
use super::footnote::label_len;
use super::line::Line;
use super::noise::LineKind;
use crate::grammar::marker::{Candidate, Closing};
use crate::grammar::title::{is_numbered_header, is_numbered_title};
use crate::lexicon::fold::is_hyphen;
use crate::lexicon::segment::segments;
use crate::lexicon::{Lexicon, WordId};
use crate::model::MarkerStyle;

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
                    close: between.is_empty(),
                    apart: !turned && between.len() > layout.usual_gap,
                    full: layout.is_full(&lines[text[before]], lines[line].text(source)),
                    nearly_full: lines[text[before]].width >= layout.full / 4 * 3,
                    below_full: lines[line].width >= layout.full,
                    prose: block.pieces.len() > 1,
                    recital: edges[first].opener,
                    heading: edges[first].capitals && matches!(edges[first].start, Start::Marker(_)),
                    text: lines[text[before]].text(source),
                    below_text: lines[line].text(source),
                    label_only: block.pieces.len() == 1 && is_label(edges[before], lines[text[before]].text(source)),
                    wrapped: layout.full != usize::MAX,
                };
                let inline = || {
                    let own = block.pieces.iter().rev().take(INLINE).map(|piece| lines[piece.line].text(source));
                    let rest = text[index..].iter().take(INLINE).map(|&line| lines[line].text(source));
                    matches!(below.start, Start::Marker(found) if layout.full != usize::MAX && is_inline(found, own, rest))
                };
                let listed = || {
                    let rest = text[index..].iter().take(INLINE).map(|&line| lines[line].text(source));
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

/// Whether a line holds more than one sentence or part of one, as prose does and headings do not.
fn has_inner_stop(text: &str) -> bool {
    text.split(' ').rev().skip(1).any(|word| word.len() > 3 && word.ends_with(['.', ',', ';', ':']))
}

impl Layout {
    /// Whether a line had no room for the first word of the next.
    fn is_full(&self, line: &Line, below: &str) -> bool {
        let word = below.split(char::is_whitespace).next().unwrap_or_default().chars().count();
        line.width >= self.full || (self.full != usize::MAX && line.width + 1 + word > self.widest)
    }
}

/// Two lines of text, one after the other, and what lies between.
struct Seam<'t> {
    above: Edge,
    below: Edge,
    apart: bool,
    /// No blank line lies between.
    close: bool,
    full: bool,
    /// The line above is three quarters full: enough for a title, whose lines are cut by sense.
    nearly_full: bool,
    below_full: bool,
    /// Whether the paragraph above has more than one line.
    prose: bool,
    /// Whether it opens as a recital does.
    recital: bool,
    /// Whether it opens with a label, in capitals.
    heading: bool,
    /// The line above, and the line below.
    text: &'t str,
    below_text: &'t str,
    wrapped: bool,
    /// Whether the line above is a label and nothing else, the first of its paragraph: `1.`
    label_only: bool,
}

/// Whether a line is a label with its closing mark and nothing else.
fn is_label(edge: Edge, text: &str) -> bool {
    matches!(edge.start, Start::Marker(found) if found.closing != Closing::None && found.len == text.len())
}

/// Lines in which an enumeration inside a sentence is looked for.
const INLINE: usize = 12;

/// Whether the item at the start of a line belongs to an enumeration inside the paragraph, `… : a) de conclure … ; b) d’agir …`, and stands
/// there by chance: the item before it stands inside the lines of the paragraph, or the next one inside those that follow.
fn is_inline<'t>(
    found: Candidate,
    own: impl Iterator<Item = &'t str>,
    mut rest: impl Iterator<Item = &'t str>,
) -> bool {
    if found.closing != Closing::Bracket {
        return false;
    }
    let first = rest.next().unwrap_or_default();
    let label = &first[..found.len];
    let Some(number) = found.readings().find_map(|reading| label_of(label, reading.number + 1, reading.style)) else {
        return false;
    };
    let before = found.readings().find_map(|reading| label_of(label, reading.number.checked_sub(1)?, reading.style));
    let inside = |text: &str, label: &str| {
        text.match_indices(label).any(|(at, _)| {
            at > 0 && text[..at].ends_with([' ', '\u{A0}']) && text[..at].trim_end().ends_with([':', ';', ','])
        })
    };
    if let Some(before) = before {
        return own.into_iter().any(|text| inside(text, &before));
    }
    inside(first, &number) || rest.take_while(|text| !text.starts_with(&number)).any(|text| inside(text, &number))
}

/// Whether the first of a list stands at the start of a line: the second opens one of the next lines.
fn is_listed<'t>(found: Candidate, mut rest: impl Iterator<Item = &'t str>) -> bool {
    let label = &rest.next().unwrap_or_default()[..found.len];
    let second =
        found.readings().filter(|reading| reading.number == 1).find_map(|reading| label_of(label, 2, reading.style));
    second.is_some_and(|second| rest.any(|text| text.starts_with(&second)))
}

/// The label as `label` is written, of another number: `b)` after `a)`; small letters and figures, which stand inside sentences.
fn label_of(label: &str, number: u32, style: MarkerStyle) -> Option<String> {
    let written = match style {
        MarkerStyle::LowerLetter => {
            char::from(b'a' + u8::try_from(number.checked_sub(1)?).ok().filter(|&place| place < 26)?).to_string()
        }
        MarkerStyle::Arabic if number > 0 => number.to_string(),
        _ => return None,
    };
    let open = if label.starts_with('(') { "(" } else { "" };
    let closing = label.trim_start_matches(|c: char| c == '(' || c.is_ascii_alphanumeric());
    Some(format!("{open}{written}{closing}"))
}

impl Seam<'_> {
    /// Whether the line below goes on with the paragraph above.
    fn joins(&self, numbering: &Numbering) -> bool {
        let ends = self.above.end;
        if self.label_only && !matches!(self.below.start, Start::Marker(_)) {
            return true;
        }
        let start = match self.below.start {
            Start::Marker(found) if self.begins_a_clause(found, numbering) => return false,
            Start::Marker(_) => Start::Other,
            start => start,
        };
        // "76/44. Hémisphère Sud …" is a title, however long the line above
        if (is_numbered_title(self.below_text) || is_numbered_header(self.below_text)) && ends != End::Dangling {
            return false;
        }
        if self.below.sitting && ends == End::Sentence {
            return false;
        }
        match start {
            Start::Article => ends == End::Dangling || (ends == End::Open && self.full && !self.above.capitals),
            // "I. SÉANCE DU COMITÉ SUR LA / COORDINATION DES RESSOURCES, / FINANCIÈRES": a heading in capitals on several lines
            _ if self.above.capitals
                && self.below.capitals
                && !self.below.opener
                && (ends == End::Dangling || ends == End::Comma && self.heading) =>
            {
                true
            }
            _ if matches!(ends, End::Hyphen | End::Dangling) => {
                !self.above.capitals || !self.apart || ends == End::Hyphen
            }
            _ if self.below.continuing && matches!(ends, End::Comma | End::Open) => {
                // "3.1. État des lieux / M. Keita présente …": a short line with a label is a heading
                self.full || self.prose || !matches!(self.above.start, Start::Marker(_))
            }
            Start::Lower => match ends {
                End::Sentence | End::Semicolon | End::Colon => self.wrapped && self.full && !self.apart,
                End::Open if self.above.capitals => false,
                _ => true,
            },
            Start::Digit => match ends {
                End::Open if self.close && self.wrapped && !self.above.capitals => true,
                End::Open => (self.below.year || self.full || self.is_prose()) && !(self.apart && self.above.capitals),
                End::Comma => self.full || self.is_prose(),
                _ => self.full && self.below_full && !self.apart && ends == End::Sentence,
            },
            Start::Other | Start::Marker(_) => match ends {
                End::Sentence => self.full && !self.apart,
                End::Semicolon => false,
                // "par ce qui suit : / « Autorise …": what is quoted is a paragraph of its own
                End::Colon => self.full && !self.apart && !self.below.opener && !self.below_text.starts_with('«'),
                // "… S/PRST/2010/14, / S/PRST/2020/1 et S/PRST/2021/23,"
                End::Comma if self.wrapped && !self.apart && opens_with_symbol(self.below_text) => true,
                // a comma alone on its line, behind the call of a note
                End::Comma if self.close && self.wrapped && self.text == "," => !self.below.opener,
                End::Comma => self.full && !self.apart && !self.below.opener && !self.below.capitals,
                // "le communiqué / PSC/PR/COMM.(CDXC) adopté": the sentence goes on with a symbol
                End::Open if !self.apart && !self.above.capitals && goes_on_after_symbol(self.below_text) => true,
                // "publiée sous la cote / S/PRST/2021/7,"
                End::Open
                    if self.close
                        && self.wrapped
                        && !self.above.capitals
                        && self.recital
                        && opens_with_symbol(self.below_text) =>
                {
                    true
                }
                // behind a call that broke the line: ", intitulée / « Transformer notre monde »", ", le Front / POLISARIO"
                End::Open
                    if self.close
                        && self.wrapped
                        && !self.below.opener
                        && (self.text.starts_with([',', ';'])
                            || self.above.start == Start::Lower && self.below_text.starts_with('«')) =>
                {
                    true
                }
                // a recital that has no mark at its end goes on: "… la Charte des Nations / Unies 1 , de favoriser"
                End::Open
                    if self.close && self.wrapped && self.recital && !self.below.opener && !self.below.capitals =>
                {
                    true
                }
                // the title that carries a number goes on to the line of who adopts
                End::Open if self.close && self.below.end == End::Open && is_numbered_title(self.text) => {
                    !self.below.article && !self.below.opener
                }
                // a title in capitals goes on; a place and date below it stands alone
                _ if self.above.capitals && self.below.capitals => {
                    let digits = self.below_text.bytes().any(|byte| byte.is_ascii_digit());
                    self.nearly_full && !self.apart && !self.below.article && !digits
                }
                _ => {
                    let alike = self.above.capitals == self.below.capitals;
                    self.full && !self.apart && alike && !self.below.opener && !self.below.article
                }
            },
        }
    }

    fn is_prose(&self) -> bool {
        self.prose || has_inner_stop(self.text)
    }

    /// Whether a candidate below opens a clause of its own. After a line that plainly goes on it must go on a list.
    fn begins_a_clause(&self, found: Candidate, numbering: &Numbering) -> bool {
        if numbering.goes_on(found) {
            // "et" alone on its line leads up to the last item
            return self.above.end != End::Dangling || self.apart || !self.text.contains(' ');
        }
        let single_capital =
            found.readings().all(|reading| matches!(reading.style, MarkerStyle::UpperLetter | MarkerStyle::UpperRoman))
                && found.first.number > 3;
        if self.below.continuing || (single_capital && found.len <= 2 && found.first.number > 30) {
            return false;
        }
        match self.above.end {
            End::Dangling => false,
            End::Hyphen => false,
            // "… trois dimensions / – économique, sociale et environnementale – / d'une manière"
            End::Open if found.closing == Closing::None && self.below_text.matches(['–', '—']).count() == 2 => {
                false
            }
            End::Open => !self.full || self.above.capitals,
            // an enumeration inside the sentence: "…, a) d’agir, b) de payer"
            End::Comma if matches!(found.closing, Closing::Bracket | Closing::None) => !self.full || self.apart,
            _ => true,
        }
    }
}

/// The markers accepted so far: the last number of each style.
#[derive(Debug, Default)]
struct Numbering {
    last: Vec<(MarkerStyle, u32)>,
}

impl Numbering {
    fn goes_on(&self, found: Candidate) -> bool {
        found.readings().any(|reading| {
            self.last.iter().any(|&(style, number)| style == reading.style && number + 1 == reading.number)
        })
    }

    fn seen(&mut self, found: Candidate) {
        for reading in found.readings() {
            match self.last.iter_mut().find(|(style, _)| *style == reading.style) {
                Some(entry) => entry.1 = reading.number,
                None => self.last.push((reading.style, reading.number)),
            }
        }
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
        let goes_on =
            edges[index + 1].start == Start::Lower && !matches!(edges[index].end, End::Semicolon | End::Colon);
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
    if matches!(hyphen, '\u{AD}' | '\u{FFFE}') {
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

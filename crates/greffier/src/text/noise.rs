//! Noise: which lines belong to the page, not to the text: page numbers, running heads.
//!
//! A number alone on a line is a page number, unless it may be a year that ends a date. A line that recurs next to page
//! numbers or page breaks is a running head. Nothing is dropped: such lines become leaves of their own.

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

use super::footnote::footnotes;
use super::line::Line;
use crate::lexicon::segment::{SegmentKind, segments};
use crate::lexicon::{Lexicon, WordId};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    Blank,
    Text,
    PageNumber,
    RunningHead,
    /// A line of dashes or stars: above notes, below the text.
    Rule,
    /// A line of a foot-note.
    Note,
}

/// Longest line, in code points, that can be a running head.
const HEAD_WIDTH: usize = 120;
/// How many lines of text next to a page mark may be running heads.
const HEAD_LINES: usize = 3;
/// How many lines at the start of the text may be its letterhead.
const LETTERHEAD: usize = 12;
/// Words of a running head that says only part of the letterhead, at most.
const HEAD_WORDS: usize = 6;
/// Lines between the parts of a head, at most.
const PAGE_GAP: usize = 4;
/// What stands between the columns of a line, at least.
const COLUMN_GAP: &str = "   ";

/// The kind of each line.
pub(crate) fn classify(source: &str, lines: &[Line], lexicon: &Lexicon) -> Vec<LineKind> {
    let mut kinds: Vec<LineKind> = lines
        .iter()
        .map(|line| match line.text(source) {
            "" => LineKind::Blank,
            text if is_rule(text) => LineKind::Rule,
            text if line.width <= 40 && is_page_number(text, lexicon) => LineKind::PageNumber,
            text if line.width <= HEAD_WIDTH && is_foot(text, lexicon) => LineKind::PageNumber,
            _ => LineKind::Text,
        })
        .collect();
    let paged = |at: usize| kinds[at] == LineKind::PageNumber || lines[at].page_break;
    if (0..lines.len()).any(paged) {
        running_heads(source, lines, &mut kinds);
    }
    repeated_symbols(source, lines, &mut kinds);
    repeated_letterheads(source, lines, &mut kinds);
    lost_markers(source, lines, &mut kinds);
    footnotes(source, lines, &mut kinds, lexicon);
    kinds
}

/// A marker alone on its line inside a sentence, `… de la présente réso- / 4. / lution …`: extraction put it one line too low. It
/// cannot be read where it stands, so it counts as part of the page.
fn lost_markers(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let text = |at: usize| lines[at].text(source);
    for at in 1..lines.len().saturating_sub(1) {
        if kinds[at] != LineKind::Text || lines[at].width > 5 || !is_lone_marker(text(at)) {
            continue;
        }
        let worded = |near: &usize| kinds[*near] == LineKind::Text;
        let above = (0..at).rev().take(PAGE_GAP).find(worded);
        let below = (at + 1..lines.len()).take(PAGE_GAP).find(worded);
        let open = above.is_some_and(|above| !text(above).ends_with(['.', ';', ':', ',', '»', '!', '?']));
        if open && below.is_some_and(|below| text(below).starts_with(char::is_lowercase)) {
            kinds[at] = LineKind::PageNumber;
        }
    }
}

/// `4.`, `12.`, `a)`
fn is_lone_marker(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
        || text
            .strip_suffix(')')
            .is_some_and(|letter| letter.len() <= 4 && letter.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Lines that say again what the letterhead says, the symbol among it: `A/RES/75/27 Nations Unies, Assemblée générale`; and next
/// to one of these, or to a page mark, lines that say part of it.
fn repeated_letterheads(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let head = lines.len().min(LETTERHEAD);
    let words = |at: usize| {
        lines[at].text(source).split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty())
    };
    let short = |at: &usize| lines[*at].width <= HEAD_WIDTH;
    let known: FxHashSet<&str> = (0..head).filter(short).flat_map(words).collect();
    let symbol = |word: &str| word.contains('/') && is_symbol(word);
    if !known.iter().any(|word| symbol(word)) {
        return;
    }
    let repeats = |at: usize| {
        lines[at].width <= HEAD_WIDTH
            && words(at).all(|word| known.contains(word) || word.bytes().all(|b| b.is_ascii_digit() || b == b'/'))
    };
    for at in head..lines.len() {
        if kinds[at] == LineKind::Text && repeats(at) && words(at).any(symbol) {
            kinds[at] = LineKind::RunningHead;
        }
    }
    // "Assemblée générale" above or below the symbol, or below the page number
    let marked = |kind: LineKind| matches!(kind, LineKind::RunningHead | LineKind::PageNumber);
    for at in head..lines.len() {
        let text = lines[at].text(source);
        if kinds[at] != LineKind::Text || lines[at].width > HEAD_WIDTH || text.starts_with(char::is_lowercase) {
            continue;
        }
        let beside = |mut places: &mut dyn Iterator<Item = usize>| {
            let worded = (&mut places).find(|&near| kinds[near] != LineKind::Blank);
            worded.is_some_and(|near| marked(kinds[near]))
        };
        let next_to_mark =
            beside(&mut (head..at).rev().take(PAGE_GAP)) || beside(&mut (at + 1..lines.len()).take(PAGE_GAP));
        if next_to_mark && words(at).count() <= HEAD_WORDS && repeats(at) {
            kinds[at] = LineKind::RunningHead;
        }
    }
}

/// `____`, `* * *`, `=  =  =`: three signs at least, and nothing else.
fn is_rule(text: &str) -> bool {
    let sign = |c: char| matches!(c, '_' | '=' | '*' | '-' | '–' | '—' | '─' | '.' | '…');
    text.chars().all(|c| sign(c) || c == ' ') && text.chars().filter(|&c| sign(c)).count() >= 3
}

/// A symbol alone on its line, again: the head of a further page, though no page number stands by it.
fn repeated_symbols(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for (at, (line, kind)) in lines.iter().zip(kinds).enumerate() {
        let text = line.text(source);
        if *kind != LineKind::Text || line.width > HEAD_WIDTH {
            continue;
        }
        if is_symbol(text) && !seen.insert(text) {
            *kind = LineKind::RunningHead;
        } else if at < LETTERHEAD && text.contains(COLUMN_GAP) {
            seen.extend(text.split(COLUMN_GAP).map(str::trim).filter(|column| is_symbol(column)));
        }
    }
}

/// `S/RES/1325 (2000)`, `Assembly/AU/Dec.622(XXVIII)`: short, with a slash, digits and capitals, no words between spaces.
fn is_symbol(text: &str) -> bool {
    let bytes = text.as_bytes();
    (4..=48).contains(&bytes.len())
        && bytes[0].is_ascii_uppercase()
        && (bytes.contains(&b'/')
            || (bytes.contains(&b'.') && bytes.len() >= 6 && bytes.last().is_some_and(u8::is_ascii_digit)))
        && bytes.iter().any(u8::is_ascii_digit)
        && text
            .split(' ')
            .skip(1)
            .all(|part| !part.starts_with(char::is_lowercase) && !part.ends_with(char::is_lowercase))
        && text.split(' ').count() <= 3
}

/// Marks the lines that recur next to page marks.
fn running_heads(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let keys: Vec<u64> = lines
        .iter()
        .zip(&*kinds)
        .map(
            |(line, kind)| if *kind == LineKind::Text && line.width <= HEAD_WIDTH { key(line.text(source)) } else { 0 },
        )
        .collect();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    keys.iter().filter(|&&key| key != 0).for_each(|&key| *counts.entry(key).or_default() += 1);
    // "nucléaire," may end several paragraphs: a head does not begin small
    let small = |at: usize| lines[at].text(source).starts_with(char::is_lowercase);
    let again =
        |at: usize| keys[at] != 0 && !small(at) && (counts[&keys[at]] > 1 || repeats_letterhead(source, lines, at));
    let recurs = |at: usize| again(at) || is_symbol(lines[at].text(source));
    for at in 0..lines.len() {
        let number = kinds[at] == LineKind::PageNumber;
        if number || lines[at].page_break {
            let first = if number { at + 1 } else { at };
            mark(first..lines.len(), kinds, &recurs);
            mark((0..at).rev(), kinds, &recurs);
        }
    }
    job_numbers(source, lines, kinds);
}

/// Whether a line of columns holds one from the head of the text: `A/RES/71/345        Phares et balises`.
fn repeats_letterhead(source: &str, lines: &[Line], at: usize) -> bool {
    let columns = |at: usize| {
        let columns = lines[at].text(source).split(COLUMN_GAP).map(str::trim);
        columns.filter(|column| column.bytes().any(|byte| byte.is_ascii_alphabetic()))
    };
    let head = 0..at.min(LETTERHEAD);
    columns(at).count() > 1
        && columns(at).any(|column| head.clone().any(|line| columns(line).any(|above| above == column)))
}

/// From a page mark outwards: lines that recur are running heads, up to the first that does not.
fn mark(places: impl Iterator<Item = usize>, kinds: &mut [LineKind], recurs: &dyn Fn(usize) -> bool) {
    let mut left = HEAD_LINES;
    for at in places {
        match kinds[at] {
            LineKind::Text if left > 0 && recurs(at) => {
                kinds[at] = LineKind::RunningHead;
                left -= 1;
            }
            LineKind::Text => break,
            LineKind::Rule | LineKind::Note => break,
            LineKind::RunningHead | LineKind::PageNumber if left == 0 => break,
            LineKind::RunningHead => left -= 1,
            LineKind::Blank | LineKind::PageNumber => {}
        }
    }
}

/// Printers' job numbers (`12-34567`) next to a page number belong to the page.
fn job_numbers(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let mut near = false;
    for at in (0..lines.len()).rev() {
        match kinds[at] {
            LineKind::Blank => {}
            LineKind::PageNumber => near = true,
            LineKind::Text if near && is_job_number(lines[at].text(source)) => kinds[at] = LineKind::PageNumber,
            _ => near = false,
        }
    }
}

/// A job number: two digits, a hyphen, five digits.
fn is_job_number(text: &str) -> bool {
    // "22-07011 (F)"
    let text = text.split_once(' ').map_or(text, |(number, language)| if language.len() <= 3 { number } else { text });
    text.split_once(['-', '‑']).is_some_and(|(year, number)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        year.len() == 2 && (4..=6).contains(&number.len()) && digits(year) && digits(number)
    })
}

/// `16-12345      1/2`: job number and page number on one line, far apart.
fn is_foot(text: &str, lexicon: &Lexicon) -> bool {
    let columns =
        [text.split_once("  "), text.rsplit_once("  "), text.split_once(' ').filter(|(_, page)| page.contains('/'))];
    columns.into_iter().flatten().any(|(left, right)| {
        let (left, right) = (left.trim(), right.trim());
        (is_job_number(left) && is_page_number(right, lexicon))
            || (is_page_number(left, lexicon) && is_job_number(right))
    })
}

/// `2`, `- 2 -`, `[2]`, `2/11`, `Page 2 of 11`, `p. 2`; not `2013`, which may end a date.
fn is_page_number(text: &str, lexicon: &Lexicon) -> bool {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let layout = &lexicon.layout;
    let mut numbers = 0;
    let mut page_word = false;
    let mut folded = String::new();
    for segment in segments(text) {
        let piece = &text[segment.start..segment.end];
        match segment.kind {
            SegmentKind::Number if piece.len() <= 3 => numbers += 1,
            SegmentKind::Number | SegmentKind::Mixed => return false,
            SegmentKind::Word => {
                folded.clear();
                crate::lexicon::segment::fold_segment(piece, &mut folded);
                let id = lexicon.vocabulary.id(&folded);
                if layout.page.contains(&id) && id != WordId::UNKNOWN && numbers == 0 {
                    page_word = true;
                } else if !(page_word && layout.between.contains(&id)) {
                    return false;
                }
            }
            SegmentKind::Punctuation => {
                if !matches!(piece, "-" | "–" | "—" | "/" | "[" | "]" | "." | ":" | "|" | "*")
                    || (piece == "." && !page_word)
                {
                    return false;
                }
            }
        }
    }
    match numbers {
        1 => !text.ends_with(['-', '–', '.', ')', '/']) || text.starts_with(['-', '–', '[']) || page_word,
        2 => page_word || text.contains('/'),
        _ => false,
    }
}

/// A number for the words of a line, digits and case left out: page numbers inside a running head change.
fn key(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut letters = 0;
    for byte in text.bytes().filter(|b| !b.is_ascii_digit() && !b.is_ascii_whitespace()) {
        hasher.write_u8(byte.to_ascii_lowercase());
        letters += u32::from(byte.is_ascii_alphabetic());
    }
    if letters >= 3 { hasher.finish() | 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::line::lines;

    fn kinds(source: &str) -> Vec<LineKind> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        classify(source, &lines(source), &lexicon)
    }

    #[test]
    fn page_numbers() {
        for text in ["2", "- 2 -", "[2]", "2/11", "Page 2 of 11", "Page 3 sur 12", "p. 7", "12", "– 3 –"] {
            assert_eq!(kinds(text), [LineKind::PageNumber], "{text}");
        }
        for text in ["2013", "1.", "a)", "2 mai", "1-", "-", "12/05/2013", "Page", "10 voix", "1948)"] {
            assert_eq!(kinds(text), [LineKind::Text], "{text}");
        }
    }

    #[test]
    fn lines_that_recur_at_page_turns_are_running_heads() {
        let source = "Comité du lac\nDécide de\n\n1/2\nComité du lac\n\nse réunir.\n2/2\nComité du lac\n";
        use LineKind::{Blank, PageNumber, RunningHead, Text};
        assert_eq!(kinds(source), [Text, Text, Blank, PageNumber, RunningHead, Blank, Text, PageNumber, RunningHead]);
    }

    #[test]
    fn a_symbol_that_recurs_is_a_running_head() {
        use LineKind::{RunningHead, Text};
        assert_eq!(
            kinds("S/RES/9325 (2030)\nDécide de\nS/RES/9325 (2030)\nse réunir"),
            [Text, Text, RunningHead, Text]
        );
        assert_eq!(kinds("Le Comité,\nDécide\nLe Comité,\nDécide"), [Text, Text, Text, Text]);
    }

    #[test]
    fn a_head_may_repeat_the_letterhead_once() {
        use LineKind::{PageNumber, RunningHead, Text};
        let source = "Comité du lac          C/12/3\nDécide de\n1/2\nC/12/3          Lacs et rivières\nse réunir";
        assert_eq!(kinds(source), [Text, Text, PageNumber, RunningHead, Text]);
    }

    #[test]
    fn job_numbers_go_with_the_page_number() {
        use LineKind::{PageNumber, Text};
        assert_eq!(kinds("et\n12-34567\n2/9\nsuite"), [Text, PageNumber, PageNumber, Text]);
        assert_eq!(kinds("12-34567"), [Text]);
        assert_eq!(kinds("et\n12-34567            2/9\n3/9      12-34567"), [Text, PageNumber, PageNumber]);
        assert_eq!(kinds("12-34567  voix"), [Text]);
    }
}

//! Running heads: lines that say again what the letterhead says, or that recur where pages turn.

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;

use super::edge::{End, end};
use super::line::Line;
use super::noise::{LineKind, job_numbers};
use crate::lexicon::Lexicon;

/// Longest line, in code points, that can be a running head.
pub(super) const HEAD_WIDTH: usize = 120;
/// How many lines of text next to a page mark may be running heads.
const HEAD_LINES: usize = 3;
/// How many lines at the start of the text may be its letterhead.
const LETTERHEAD: usize = 12;
/// Words of a running head that says only part of the letterhead, at most.
const HEAD_WORDS: usize = 6;
/// Lines between the parts of a head, at most.
pub(super) const PAGE_GAP: usize = 4;
/// What stands between the columns of a line, at least.
const COLUMN_GAP: &str = "   ";

/// Marks the running heads, once the page numbers are known.
pub(super) fn heads(source: &str, lines: &[Line], kinds: &mut [LineKind], lexicon: &Lexicon) {
    let paged = |at: usize| kinds[at] == LineKind::PageNumber || lines[at].page_break;
    if (0..lines.len()).any(paged) {
        running_heads(source, lines, kinds, lexicon);
    }
    repeated_symbols(source, lines, kinds);
    repeated_letterheads(source, lines, kinds, lexicon);
}

/// Lines that say again what the letterhead says, the symbol among it: `A/RES/75/27 Nations Unies, Assemblée générale`; and next
/// to one of these, or to a page mark, lines that say part of it.
fn repeated_letterheads(source: &str, lines: &[Line], kinds: &mut [LineKind], lexicon: &Lexicon) {
    let head = lines.len().min(LETTERHEAD);
    let words = |at: usize| {
        lines[at].text(source).split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty())
    };
    let short = |at: &usize| lines[*at].width <= HEAD_WIDTH;
    let symbol = |word: &str| word.contains('/') && is_symbol(word);
    let marked = |kind: LineKind| matches!(kind, LineKind::RunningHead | LineKind::PageNumber);
    let begins = |at: usize| short(&at) && words(at).any(symbol);
    // most texts have no head at all
    if !(0..head).any(begins) || !((head..lines.len()).any(begins) || kinds.iter().any(|&kind| marked(kind))) {
        return;
    }
    let known: FxHashSet<&str> = (0..head).filter(short).flat_map(words).collect();
    let repeats = |at: usize| {
        lines[at].width <= HEAD_WIDTH
            && words(at).next().is_some()
            && words(at).all(|word| known.contains(word) || word.bytes().all(|b| b.is_ascii_digit() || b == b'/'))
    };
    for (at, kind) in kinds.iter_mut().enumerate().skip(head) {
        if *kind == LineKind::Text && repeats(at) && words(at).any(symbol) {
            *kind = LineKind::RunningHead;
        }
    }
    // "Assemblée générale" above or below the symbol, or below the page number
    let next_to_mark = |at: usize, kinds: &[LineKind]| {
        let worded = |near: &usize| kinds[*near] != LineKind::Blank;
        let above = (head..at).rev().take(PAGE_GAP).find(worded);
        let below = (at + 1..lines.len()).take(PAGE_GAP).find(worded);
        [above, below].into_iter().flatten().any(|near| marked(kinds[near]))
    };
    let part = |at: usize| !belongs_to_sentence(lines[at].text(source), lexicon) && words(at).count() <= HEAD_WORDS;
    let text = |at: &usize, kinds: &[LineKind]| kinds[*at] == LineKind::Text && lines[*at].width <= HEAD_WIDTH;
    for at in (head..lines.len()).rev() {
        if text(&at, kinds) && next_to_mark(at, kinds) && part(at) && repeats(at) {
            kinds[at] = LineKind::RunningHead;
        }
    }
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
pub(super) fn is_symbol(text: &str) -> bool {
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
fn running_heads(source: &str, lines: &[Line], kinds: &mut [LineKind], lexicon: &Lexicon) {
    let keys: Vec<u64> = lines
        .iter()
        .zip(&*kinds)
        .map(
            |(line, kind)| if *kind == LineKind::Text && line.width <= HEAD_WIDTH { key(line.text(source)) } else { 0 },
        )
        .collect();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    keys.iter().filter(|&&key| key != 0).for_each(|&key| *counts.entry(key).or_default() += 1);
    let part = |at: usize| belongs_to_sentence(lines[at].text(source), lexicon);
    let again =
        |at: usize| keys[at] != 0 && !part(at) && (counts[&keys[at]] > 1 || repeats_letterhead(source, lines, at));
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

/// Whether a line goes on or leads up to something: "nucléaire," and "Bamako ;" may end several paragraphs, "Rappelant ses
/// résolutions 70/1 et" may open several, ", 2011/10 du" goes on behind the call of a note; none is a head.
fn belongs_to_sentence(text: &str, lexicon: &Lexicon) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'))
        || matches!(end(text, lexicon), End::Comma | End::Semicolon | End::Colon | End::Dangling)
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

/// Lines from a page mark to the last of its running heads, at most, blank ones included.
const PAGE: usize = 64;

/// From a page mark outwards: lines that recur are running heads, up to the first that does not.
fn mark(places: impl Iterator<Item = usize>, kinds: &mut [LineKind], recurs: &dyn Fn(usize) -> bool) {
    let mut left = HEAD_LINES;
    for at in places.take(PAGE) {
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

/// A number for the words of a line, digits and case left out: page numbers inside a running head change.
fn key(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut letters = 0;
    for byte in text.bytes().filter(|b| !b.is_ascii_digit() && !b.is_ascii_whitespace()) {
        hasher.write_u8(byte.to_ascii_lowercase());
        letters += u32::from(byte.is_ascii_alphabetic());
    }
    if letters >= 2 { hasher.finish() | 1 } else { 0 }
}

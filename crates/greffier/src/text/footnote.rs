//! Foot-notes: lines at the foot of a page, or below the text, that open with 1, 2, 3 … and cite.
//!
//! They stand between two halves of a clause wherever the page turned. What tells them from clauses: the clause above is not
//! finished and goes on below the page mark, or they open as citations do, or a figure in the page above calls them.

use super::edge::{edge, opens_with_symbol, opens_with_verb};
use super::line::Line;
use super::noise::LineKind;
use crate::lexicon::segment::segments;
use crate::lexicon::{Cue, Lexicon};

/// Lines that notes take at the foot of a page, at most.
const DEEPEST: usize = 30;
/// Lines of one note, at most.
const LONGEST: usize = 8;

/// Marks the lines of foot-notes.
pub(crate) fn footnotes(source: &str, lines: &[Line], kinds: &mut [LineKind], lexicon: &Lexicon) {
    let page = Page { source, lines, lexicon };
    page.plain_notes(kinds);
    let mut last = 0;
    let mut top = 0;
    let mut at = 0;
    while at <= lines.len() {
        let turns = at == lines.len()
            || matches!(kinds[at], LineKind::PageNumber | LineKind::RunningHead)
            || lines[at].page_break;
        if turns && at > top {
            if let Some((first, number)) = page.block(top..at, kinds, last) {
                // the line of the sitting closes the text, wherever it stands
                let sits =
                    |&line: &usize| kinds[line] == LineKind::Text && edge(lines[line].text(source), lexicon).sitting;
                let end = (first..at).find(sits).unwrap_or(at);
                let text = kinds[first..end].iter_mut().filter(|kind| **kind == LineKind::Text);
                text.for_each(|kind| *kind = LineKind::Note);
                last = number;
            }
            top = at;
        }
        at += 1;
    }
}

/// Notes that stand together, at most.
const TOGETHER: usize = 8;
/// Lines between the label of a note alone on its line and the note, at most.
const SPLIT: usize = 5;

/// The text that pages are cut from.
struct Page<'t> {
    source: &'t str,
    lines: &'t [Line],
    lexicon: &'t Lexicon,
}

/// The label of a note: its number, and whether a point or bracket closes it.
#[derive(Clone, Copy)]
struct Label {
    number: u32,
    closed: bool,
    len: usize,
}

impl Page<'_> {
    /// Marks the notes that show by themselves, wherever a column or page ended: `1 Résolution 217 A (III).` without a point
    /// behind the number, and `1` alone on its line above `Ibid., chap. II.`
    fn plain_notes(&self, kinds: &mut [LineKind]) {
        let text = |at: usize| self.lines[at].text(self.source);
        let mut last = 0;
        for at in 0..self.lines.len() {
            match kinds[at] {
                LineKind::Text => {
                    let Some(found) = label(text(at)) else { continue };
                    let above = (0..at).rev().take(SPLIT).find(|&near| kinds[near] != LineKind::Blank);
                    // with a point behind the number only where the line above does not end its sentence
                    let inside = above.is_some_and(|above| {
                        kinds[above] == LineKind::Note
                            || (kinds[above] == LineKind::Text
                                && (self.is_open(Some(above)) || text(above).ends_with([',', ';'])))
                    });
                    if !((inside || !found.closed) && self.cites(at, found)) {
                        continue;
                    }
                    let goes_on = found.number == 1 || found.number == last + 1 || self.interrupts(above, at, kinds);
                    let rest = self.rest(at, kinds);
                    let ends = text(at).ends_with('.') || rest.is_some();
                    if goes_on && ends {
                        kinds[at] = LineKind::Note;
                        last = found.number;
                        if let Some(rest) = rest {
                            kinds[rest] = LineKind::Note;
                        }
                    }
                }
                LineKind::PageNumber if text(at).len() <= 2 && text(at).bytes().all(|byte| byte.is_ascii_digit()) => {
                    let rest = at + 1..self.lines.len().min(at + 1 + SPLIT);
                    let below = rest.clone().find(|&below| kinds[below] == LineKind::Text);
                    let note = below.filter(|&below| {
                        text(below).ends_with('.') && self.cites(below, Label { number: 0, closed: false, len: 0 })
                    });
                    if let Some(below) = note {
                        kinds[at] = LineKind::Note;
                        kinds[below] = LineKind::Note;
                    }
                }
                _ => {}
            }
        }
    }

    /// The line below on which a note surely goes on: `… Recueil des Traités, vol. / 1465, no 24841.`, `(Part / II).`
    fn rest(&self, at: usize, kinds: &[LineKind]) -> Option<usize> {
        let text = |at: usize| self.lines[at].text(self.source);
        let next = (at + 1..self.lines.len()).find(|&next| kinds[next] != LineKind::Blank)?;
        let figures = || text(next).starts_with(|c: char| c.is_ascii_digit()) && label(text(next)).is_none();
        let count = |line: usize, bracket: u8| text(line).bytes().filter(|&byte| byte == bracket).count();
        let open = |line: usize| count(line, b'(') > count(line, b')');
        let bracket = || open(at) && count(next, b')') > 0 && !open(next);
        (kinds[next] == LineKind::Text && text(next).ends_with('.') && (figures() || bracket())).then_some(next)
    }

    /// The line of text below the notes that stand together from line `at` on, where it is near.
    fn below_notes(&self, mut at: usize, kinds: &[LineKind]) -> Option<usize> {
        for _ in 0..TOGETHER {
            let last = self.rest(at, kinds).unwrap_or(at);
            let next = (last + 1..self.lines.len()).take(SPLIT).find(|&near| kinds[near] == LineKind::Text)?;
            match label(self.lines[next].text(self.source)) {
                Some(label) if self.cites(next, label) => at = next,
                _ => return Some(next),
            }
        }
        None
    }

    /// Whether the line stands between two halves of a sentence, or between clauses whose numbers leave it out: with columns,
    /// notes come in any order.
    fn interrupts(&self, above: Option<usize>, at: usize, kinds: &[LineKind]) -> bool {
        let below = self.below_notes(at, kinds);
        let Some((above, below)) = above.zip(below) else { return false };
        let number = |line: usize| label(self.lines[line].text(self.source)).map(|label| label.number);
        let halves = self.is_open(Some(above)) && self.lines[below].text(self.source).starts_with(char::is_lowercase);
        halves || number(below).is_some_and(|next| number(at).is_some_and(|own| next > own + 1))
    }

    /// Where the notes at the foot of a page begin, and the number of the last of them.
    fn block(&self, page: std::ops::Range<usize>, kinds: &[LineKind], last: u32) -> Option<(usize, u32)> {
        let text: Vec<usize> = page.clone().filter(|&at| kinds[at] == LineKind::Text).collect();
        let ruled = page.clone().rfind(|&at| kinds[at] == LineKind::Rule);
        // from the foot upwards, each label one less than the one below
        let mut labels: Vec<(usize, Label)> = Vec::new();
        let mut between = 0;
        for &at in text.iter().rev().take(DEEPEST) {
            match label(self.lines[at].text(self.source)) {
                // above notes that cite stands a clause whose number happens to be one less
                Some(found)
                    if found.closed
                        && labels.last().is_some_and(|&(below, label)| self.cites(below, label))
                        && self.acts(at, found)
                        && !self.cites(at, found) =>
                {
                    break;
                }
                Some(found) if labels.last().is_none_or(|(_, below)| found.number + 1 == below.number) => {
                    labels.push((at, found));
                    between = 0;
                    if found.number == 1 || found.number == last + 1 {
                        break;
                    }
                }
                _ => between += 1,
            }
            if between > LONGEST {
                break;
            }
        }
        let cites = labels.iter().all(|&(at, found)| self.cites(at, found));
        let &(first, top) = labels.last()?;
        let called = || labels.iter().all(|(_, found)| self.calls(page.start..first, found.number));
        let known = cites || (!top.closed && called());
        if !(top.number == 1 || top.number == last + 1 || (top.number > last && known)) {
            return None;
        }
        let above = text.iter().rev().find(|&&at| at < first).copied();
        let notes = if top.closed {
            let goes_on = self.is_open(above) && self.goes_on_below(page.end, kinds);
            cites || (goes_on && labels.iter().all(|&(at, found)| !self.acts(at, found)))
        } else {
            known || ruled.is_some_and(|rule| rule < first && above.is_none_or(|above| above < rule))
        };
        notes.then(|| (first, labels.first().map_or(top.number, |(_, found)| found.number)))
    }

    /// Whether the line leaves its sentence unfinished.
    fn is_open(&self, line: Option<usize>) -> bool {
        line.is_some_and(|at| !self.lines[at].text(self.source).ends_with(['.', ';', ':', ',', '»']))
    }

    /// Whether the text below the page mark goes on in small letters.
    fn goes_on_below(&self, from: usize, kinds: &[LineKind]) -> bool {
        let next = (from..self.lines.len()).find(|&at| kinds[at] == LineKind::Text);
        next.is_some_and(|at| self.lines[at].text(self.source).starts_with(char::is_lowercase))
    }

    /// Whether a note opens as citations do: a symbol, `Voir`, `Ibid.`, `Résolution 217`, `Nations Unies, Recueil …`.
    fn cites(&self, at: usize, label: Label) -> bool {
        let text = self.lines[at].text(self.source)[label.len..].trim_start();
        (opens_with_symbol(text) || self.opens(text, Cue::Note)) && self.stops(at)
    }

    /// Whether a note that begins here ends with a point before the next begins.
    fn stops(&self, at: usize) -> bool {
        let lines = self.lines[at..].iter().map(|line| line.text(self.source)).take(LONGEST);
        let own = lines.enumerate().take_while(|(far, text)| *far == 0 || label(text).is_none()).map(|(_, text)| text);
        own.filter(|text| !text.is_empty()).any(|text| text.ends_with('.'))
    }

    /// Whether the words open like a clause, with a verb.
    fn acts(&self, at: usize, label: Label) -> bool {
        opens_with_verb(&self.lines[at].text(self.source)[label.len..], self.lexicon)
    }

    fn opens(&self, text: &str, cue: Cue) -> bool {
        let ids = segments(text).take(4);
        let ids = ids.map(|segment| self.lexicon.vocabulary.number(&text[segment.start..segment.end]));
        self.lexicon.structure.opens(cue, ids) > 0
    }

    /// Whether a figure in the lines calls note `number`: glued to a word (`mondiale1,`), or behind one and before a mark
    /// (`1997 1 ,`).
    fn calls(&self, lines: std::ops::Range<usize>, number: u32) -> bool {
        let figure = number.to_string();
        lines.into_iter().any(|at| {
            let text = self.lines[at].text(self.source);
            text.match_indices(&figure).any(|(start, _)| {
                let before = text[..start].chars().next_back();
                let after = text[start + figure.len()..].chars().next();
                let glued = before.is_some_and(|c| c.is_alphabetic() || matches!(c, '»' | ')'));
                let rest = text[start + figure.len()..].trim_start();
                let spaced = before == Some(' ') && (rest.is_empty() || rest.starts_with([',', ';', '.']));
                let ends = after.is_none_or(|c| !c.is_alphanumeric());
                (glued && ends) || spaced
            })
        })
    }
}

/// label = 1*3DIGIT [ "." / ")" ] 1*SP words
fn label(text: &str) -> Option<Label> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let rest = &text[digits..];
    let after = rest.strip_prefix(['.', ')']).unwrap_or(rest);
    let words = after.trim_start();
    // "12 février", "2 300 emplois": a note begins with a capital
    let spaced = words.len() < after.len() && words.starts_with(char::is_uppercase);
    spaced.then_some(())?;
    let number = text[..digits].parse().ok()?;
    Some(Label { number, closed: after.len() < rest.len(), len: text.len() - words.len() })
}

/// How long the label of a note is, with the blanks behind it: `1 `, `2. `, `(3) `, `3x `.
pub(crate) fn label_len(text: &str) -> usize {
    let label = text.find(char::is_whitespace).unwrap_or(0);
    let digits = text[..label].bytes().filter(u8::is_ascii_digit).count();
    let signs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '[' | ']' | '.' | '/');
    if (1..=3).contains(&digits) && label <= LABEL && text[..label].chars().all(signs) {
        text.len() - text[label..].trim_start().len()
    } else {
        0
    }
}

/// Bytes of a note's label, at most.
const LABEL: usize = 5;

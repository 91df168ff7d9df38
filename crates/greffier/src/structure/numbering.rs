//! The numbering solver: which candidates are markers, and at what depth.
//!
//! It keeps a stack of open lists. A candidate is taken when it goes on with an open list or opens one; of two readings
//! (`i.` is 1 or the ninth letter) the one that goes on wins. Gaps, repeats and steps back are taken too, and told.

use crate::diagnostic::Code;
use crate::grammar::marker::{Candidate, Closing, Reading};
use crate::model::MarkerStyle;

/// Lists nest no deeper.
pub(crate) const DEEPEST: usize = 8;

/// What makes two markers belong to one list: style, closing punctuation, for bullets their character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    style: MarkerStyle,
    closing: Closing,
    glyph: char,
}

#[derive(Debug, Clone, Copy)]
struct List {
    form: Form,
    last: u32,
    depth: usize,
}

/// A confirmed marker: how deep (0 for the outermost list), and what was odd about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Confirmed {
    pub(crate) style: MarkerStyle,
    pub(crate) number: u32,
    pub(crate) depth: usize,
    pub(crate) odd: Option<(Code, u32)>,
}

/// The open lists of one resolution.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbering {
    open: Vec<List>,
}

/// What the solver may know of the paragraph and its neighbours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around {
    /// The first character of the marker.
    pub(crate) glyph: char,
    /// The paragraph before announces a list: it ends with a colon.
    pub(crate) announced: bool,
    /// The depth of the clause that a new list could belong to.
    pub(crate) current: Option<usize>,
    /// The next candidate of the text.
    pub(crate) next: Option<Candidate>,
}

impl Numbering {
    /// Confirms a candidate, or `None` where no list can take it.
    pub(crate) fn confirm(&mut self, found: Candidate, around: Around) -> Option<Confirmed> {
        if found.first.style == MarkerStyle::Bullet {
            return self.bullet(found, around);
        }
        let form = |reading: Reading| Form { style: reading.style, closing: found.closing, glyph: ' ' };
        let opens = |reading: Reading| {
            reading.number == 1
                && found.second.is_some()
                && around.announced
                && around.next.is_some_and(|next| next.readings().any(|r| r.style == reading.style && r.number == 2))
        };
        // a list announced and gone on with below opens, though its first marker may also go on with another list
        if let Some(reading) = found.readings().find(|&reading| opens(reading)) {
            return Some(self.open(form(reading), reading.number, around));
        }
        let goes_on = |reading: Reading| {
            self.open.iter().rposition(|list| list.form == form(reading) && list.last + 1 == reading.number)
        };
        if let Some((reading, place)) =
            found.readings().filter_map(|r| goes_on(r).map(|place| (r, place))).max_by_key(|&(_, place)| place)
        {
            return Some(self.take(place, reading, None));
        }
        let reading = Self::best_reading(found, around);
        let same = self.open.iter().rposition(|list| list.form == form(reading));
        match same {
            Some(place) if reading.number > 1 => {
                let last = self.open[place].last;
                let code = match reading.number {
                    n if n == last => Code::NumberingRepeat,
                    n if n < last => Code::NumberingDisorder,
                    _ => Code::NumberingGap,
                };
                if !plausible(reading, last) {
                    return None;
                }
                Some(self.take(place, reading, Some((code, last))))
            }
            Some(place)
                if around.announced && self.open[place].last > 0 && Some(self.open[place].depth) == around.current =>
            {
                Some(self.open(form(reading), 1, around))
            }
            Some(place) => Some(self.take(place, reading, None)),
            // a letter or roman number that opens no list and is gone on with by none: "M. Keita" is a person
            None if !opens_alone(reading) && !follows(reading, around) => None,
            None => Some(self.open(form(reading), reading.number, around)),
        }
    }

    /// Whether an open list goes on with the candidate.
    pub(crate) fn goes_on(&self, found: Candidate) -> bool {
        found.readings().any(|reading| {
            let form = Form { style: reading.style, closing: found.closing, glyph: ' ' };
            self.open.iter().any(|list| list.form == form && list.last + 1 == reading.number)
        })
    }

    /// A numbered article opens the outermost list anew.
    pub(crate) fn article(&mut self, number: u32) -> Confirmed {
        let last = self.open.first().filter(|list| list.form.style == MarkerStyle::Article).map(|list| list.last);
        let odd = last.and_then(|last| match number {
            n if n == last => Some((Code::NumberingRepeat, last)),
            n if n < last => Some((Code::NumberingDisorder, last)),
            n if n > last + 1 => Some((Code::NumberingGap, last)),
            _ => None,
        });
        let form = Form { style: MarkerStyle::Article, closing: Closing::None, glyph: ' ' };
        self.open = vec![List { form, last: number, depth: 0 }];
        Confirmed { style: MarkerStyle::Article, number, depth: 0, odd }
    }

    /// A clause without marker at the top: lists below it are closed, the outermost list stays, for it may go on.
    pub(crate) fn unmarked(&mut self) {
        self.open.retain(|list| list.depth == 0);
    }

    fn bullet(&mut self, found: Candidate, around: Around) -> Option<Confirmed> {
        // dashes of different lengths are one list, unless one announces the other
        let dash = |glyph: char| matches!(glyph, '-' | '–' | '—');
        let last = self.open.last().map(|list| list.form.glyph);
        let glyph = last.filter(|&last| dash(last) && dash(around.glyph) && !around.announced).unwrap_or(around.glyph);
        let form = Form { style: MarkerStyle::Bullet, closing: Closing::None, glyph };
        if let Some(place) = self.open.iter().rposition(|list| list.form == form) {
            let reading = Reading { number: self.open[place].last + 1, ..found.first };
            return Some(self.take(place, reading, None));
        }
        Some(self.open(form, 1, around))
    }

    /// Of two readings that go on with nothing: the one whose list the next candidate goes on with, else the first.
    fn best_reading(found: Candidate, around: Around) -> Reading {
        found.readings().find(|&reading| follows(reading, around)).unwrap_or(found.first)
    }

    fn take(&mut self, place: usize, reading: Reading, odd: Option<(Code, u32)>) -> Confirmed {
        self.open.truncate(place + 1);
        let list = &mut self.open[place];
        list.last = reading.number;
        Confirmed { style: reading.style, number: reading.number, depth: list.depth, odd }
    }

    /// Opens a list: inside the current clause where that announces it or the form is a lesser one, else at the top.
    fn open(&mut self, form: Form, number: u32, around: Around) -> Confirmed {
        let lesser = self.open.last().is_some_and(|list| {
            let (new, old) = (rank(form.style), rank(list.form.style));
            new > old || (new == old && number == 1 && form != list.form)
        });
        let depth = match around.current {
            Some(current) if around.announced || lesser => (current + 1).min(DEEPEST),
            _ => 0,
        };
        self.open.retain(|list| list.depth < depth);
        self.open.push(List { form, last: number, depth });
        Confirmed { style: form.style, number, depth, odd: None }
    }
}

/// Whether the next candidate goes on with the list of `reading`.
fn follows(reading: Reading, around: Around) -> bool {
    let goes_on = |other: Reading| other.style == reading.style && other.number == reading.number + 1;
    around.next.is_some_and(|next| next.readings().any(goes_on))
}

/// Whether a list can open with the reading though nothing goes on with it: from any number in an extract, from the first letters.
fn opens_alone(reading: Reading) -> bool {
    reading.style == MarkerStyle::Arabic || reading.number <= 3
}

/// Lists nest from articles and capitals down to bullets.
fn rank(style: MarkerStyle) -> u8 {
    match style {
        MarkerStyle::Article => 0,
        MarkerStyle::UpperRoman => 1,
        MarkerStyle::UpperLetter => 2,
        MarkerStyle::Arabic => 3,
        MarkerStyle::Decimal => 4,
        MarkerStyle::LowerRoman | MarkerStyle::LowerLetter => 5,
        MarkerStyle::Bullet => 6,
    }
}

/// Whether a list can jump from `last` to the reading: letters and roman numbers hardly do, and no list by hundreds.
fn plausible(reading: Reading, last: u32) -> bool {
    let step = reading.number.abs_diff(last);
    match reading.style {
        MarkerStyle::Arabic => step <= 60,
        _ => step <= 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::marker::candidate;
    use MarkerStyle::{Arabic, Bullet, LowerLetter, LowerRoman};

    /// Feeds lines to the solver; a line that ends with a colon announces, every confirmed marker is the current clause.
    fn confirm(lines: &[&str]) -> Vec<Option<(MarkerStyle, u32, usize)>> {
        let found: Vec<Option<Candidate>> =
            lines.iter().map(|line| candidate(line).ok().map(|(_, found)| found)).collect();
        let mut numbering = Numbering::default();
        let mut current = None;
        let mut announced = false;
        let mut out = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let next = found[at + 1..].iter().flatten().next().copied();
            let glyph = if found[at].is_some_and(|f| f.first.style == Bullet) {
                line.chars().next().unwrap_or(' ')
            } else {
                ' '
            };
            let around = Around { glyph, announced, current, next };
            let confirmed = found[at].and_then(|found| numbering.confirm(found, around));
            current = confirmed.map(|c| c.depth).or(current);
            announced = line.ends_with(':');
            out.push(confirmed.map(|c| (c.style, c.number, c.depth)));
        }
        out
    }

    #[test]
    fn letters_and_roman_numbers_are_told_apart_by_their_neighbours() {
        assert_eq!(confirm(&["iv. a", "v. b", "vi. c"])[1], Some((LowerRoman, 5, 0)));
        assert_eq!(confirm(&["s. a", "t. b", "u. c", "v. d", "w. e"])[3], Some((LowerLetter, 22, 0)));
        assert_eq!(confirm(&["g) a ;", "h) b ;", "i) c ;", "j) d ;"])[2], Some((LowerLetter, 9, 0)));
        assert_eq!(
            confirm(&["a) x :", "i) y ;", "ii) z ;", "b) u ;"]),
            [Some((LowerLetter, 1, 0)), Some((LowerRoman, 1, 1)), Some((LowerRoman, 2, 1)), Some((LowerLetter, 2, 0)),]
        );
    }

    #[test]
    fn lists_nest_and_return() {
        let lines =
            ["1. Décide :", "a) un ;", "b) deux :", "- trois ;", "- quatre ;", "2. Prie :", "a) cinq ;", "3. Clôt."];
        let depths: Vec<_> =
            confirm(&lines).into_iter().map(|found| found.map(|(_, number, depth)| (number, depth))).collect();
        let expected = [(1, 0), (1, 1), (2, 1), (1, 2), (2, 2), (2, 0), (1, 1), (3, 0)];
        assert_eq!(depths, expected.map(Some));
    }

    #[test]
    fn what_goes_on_with_no_list_is_no_marker() {
        assert_eq!(
            confirm(&["1. Décide ;", "M. Keita a parlé.", "2. Prie."]),
            [Some((Arabic, 1, 0)), None, Some((Arabic, 2, 0))]
        );
        assert_eq!(confirm(&["1. a ;", "2. b ;", "400. c"])[2], None);
    }

    #[test]
    fn gaps_and_repeats_are_told() {
        let mut numbering = Numbering::default();
        let mut read = |line: &str| {
            let (_, found) = candidate(line).expect("a candidate");
            let around = Around { glyph: ' ', announced: false, current: None, next: None };
            numbering.confirm(found, around).expect("a marker").odd
        };
        assert_eq!(read("22. a"), None);
        assert_eq!(read("24. b"), Some((Code::NumberingGap, 22)));
        assert_eq!(read("24. c"), Some((Code::NumberingRepeat, 24)));
        assert_eq!(read("23. d"), Some((Code::NumberingDisorder, 24)));
    }
}

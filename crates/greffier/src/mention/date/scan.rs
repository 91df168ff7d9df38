//! One pass over the words finds what dates the text prints; what depends on other dates is left open.

use std::ops::Range;

use super::reader::Reader;
use super::value::{Calendar, Point, Shape, Value};
use super::{coarse, day};
use crate::diagnostic::Code;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Bound, NumberWord, Relative, Set, Start, StartSet};
use crate::mention::Reading;
use crate::model::DateRole;
use crate::text::{CleanSpan, Word};

/// More small words than stand between a bound and its date: `d’ici à la fin du mois de`.
const MOST_FILLERS: usize = 8;

/// A date as printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pending {
    pub(super) span: CleanSpan,
    pub(super) words: Range<usize>,
    pub(super) value: Value,
    pub(super) role: Option<DateRole>,
    /// It stands for a day that other dates give.
    pub(super) relative: Option<Relative>,
    /// Whether some calendar has its days.
    pub(super) possible: bool,
    pub(super) doubts: Vec<(Code, String)>,
}

impl Pending {
    pub(super) fn new(span: CleanSpan, words: Range<usize>, value: Value) -> Self {
        Self { span, words, value, role: None, relative: None, possible: true, doubts: Vec::new() }
    }
}

/// The dates printed in the text, in order.
pub(super) fn scan(reading: Reading<'_>) -> Vec<Pending> {
    let reader = Reader { reading };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = reading.words.next(at, StartSet::of(&[Start::Date])) {
        at = phrase(reader, next, &mut found).unwrap_or(0).max(next + 1);
    }
    found
}

/// phrase = relative / bound date / "fin" year / date
fn phrase(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let id = reader.reading.words[at].id;
    let dates = reader.dates();
    if dates.is(id, Set::Relative)
        && let Some(end) = relative(reader, at, found)
    {
        return Some(end);
    }
    if dates.is(id, Set::Bound)
        && let Some(end) = bound(reader, at, found)
    {
        return Some(end);
    }
    if dates.only_leads(id) && reader.reading.lexicon.numbers.word(id).is_none() {
        return None;
    }
    if dates.is(id, Set::End) || dates.is(id, Set::Start) || dates.is(id, Set::Middle) {
        return part_of(reader, at, found);
    }
    if dates.is(id, Set::Between) {
        return between(reader, at, found);
    }
    let led = reader.before(at).is_some_and(|word| dates.is(word.id, Set::YearLead));
    date(reader, at, led, found)
}

/// date = figures / days / months / years / decades / season / quarter ; `led`: a year may stand alone
fn date(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at)?;
    let dates = reader.dates();
    match word.kind {
        SegmentKind::Number => coarse::figures(reader, at, led, found)
            .or_else(|| days(reader, at, found))
            .or_else(|| coarse::years(reader, at, led, found)),
        SegmentKind::Mixed => days(reader, at, found).or_else(|| coarse::quarter(reader, at, found)),
        SegmentKind::Punctuation => None,
        SegmentKind::Word if dates.is(word.id, Set::Month) => {
            // "sept" is a number too
            let number = reader.reading.lexicon.numbers.word(word.id).is_some();
            let days = if number { days(reader, at, found) } else { None };
            days.or_else(|| coarse::months(reader, at, found))
        }
        SegmentKind::Word if dates.is(word.id, Set::Season) => coarse::season(reader, at, found),
        SegmentKind::Word if dates.is(word.id, Set::Decade) => coarse::decades(reader, at, found),
        SegmentKind::Word => match reader.reading.lexicon.numbers.word(word.id) {
            Some(NumberWord::And) => None,
            None if dates.is(word.id, Set::Hijri) => coarse::months(reader, at, found),
            None if dates.leads(word.id) => None,
            None if dates.is(word.id, Set::Last) => coarse::quarter(reader, at, found),
            None => days(reader, at, found),
            Some(_) => days(reader, at, found).or_else(|| coarse::quarter(reader, at, found)),
        },
    }
}

/// Days, unless a street or a movement is named after them.
fn days(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at)?;
    if word.kind == SegmentKind::Number && word.span.len() > 2 {
        return None;
    }
    let from = found.len();
    let end = day::days(reader, at, found)?;
    let place = |word: &Word| reader.dates().is(word.id, Set::Place);
    let one = matches!(&found[from..], [only] if only.value.shape == Shape::One);
    if one && reader.before(at).is_some() && reader.before(at - 1).is_some_and(place) {
        found.truncate(from);
    }
    Some(end)
}

/// relative = "ce jour" [ "," date ] / "le même jour" / "la veille" / "le lendemain" ; not `la veille de`, `à ce jour`
fn relative(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (count, &relative) = reader.dates().relatives.longest(reader.ids(at))?;
    let end = at + count;
    let so_far =
        relative == Relative::Today && reader.before(at).is_some_and(|word| reader.dates().is(word.id, Set::Range));
    if so_far || reader.is(end, Set::Of) {
        return None;
    }
    if relative == Relative::Today {
        let from = found.len();
        let comma = usize::from(reader.is_mark(end, ","));
        let article = usize::from(reader.is(end + comma, Set::Article));
        if let Some(next) = date(reader, end + comma + article, false, found) {
            if let Some(first) = found.get_mut(from) {
                first.span = reader.reading.words[at].span.cover(first.span);
            }
            return Some(next);
        }
    }
    let pending = Pending::new(reader.span(at..end), at..end, Value::one(Point::default()));
    found.push(Pending { relative: Some(relative), ..pending });
    Some(end)
}

/// bound = ( "d'ici" / "avant" / "jusqu'au" / "à compter" ) 0*8filler date
fn bound(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (count, &bound) = reader.dates().bounds.longest(reader.ids(at))?;
    let (next, ends) = fillers(reader, at + count);
    reader.next(next)?;
    let from = found.len();
    if bound == Bound::Before && reader.is(at + count, Set::End) {
        // "avant fin 2016": what is named is the end of the year
        let end = part_of(reader, at + count, found)?;
        if let Some(first) = found.get_mut(from) {
            first.role = Some(DateRole::Deadline);
        }
        return Some(end);
    }
    let end = date(reader, next, true, found)?;
    let Some(first) = found.get_mut(from) else { return Some(end) };
    first.role = Some(match bound {
        Bound::Before | Bound::By => DateRole::Deadline,
        Bound::From => DateRole::From,
        Bound::Until => DateRole::Until,
    });
    if first.value.shape == Shape::One && (bound == Bound::By || (bound == Bound::Before && ends)) {
        first.value.open = true;
        first.span = reader.reading.words[at].span.cover(first.span);
        if ends && bound == Bound::By {
            close_year(&mut first.value.points[0], 12);
        }
    }
    Some(end)
}

/// Small words before a date, and whether `fin` is among them.
fn fillers(reader: Reader<'_>, at: usize) -> (usize, bool) {
    let mut ends = false;
    let count = (at..at + MOST_FILLERS)
        .take_while(|&at| {
            let end = reader.is(at, Set::End);
            ends |= end;
            end || reader.is(at, Set::Filler)
        })
        .count();
    (at + count, ends)
}

/// part-of = ( "fin" / "début" / "mi" ) 0*8filler ( month year / year )
fn part_of(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let id = reader.reading.words[at].id;
    let (next, _) = fillers(reader, at + 1);
    reader.next(next)?;
    if let Some((end, year)) = reader.year(next, Calendar::Gregorian).filter(|_| reader.dates().is(id, Set::Middle)) {
        let point = Point { about: true, ..Point::of_year(year) };
        found.push(Pending::new(reader.span(at..end), at..end, Value::one(point)));
        return Some(end);
    }
    let from = found.len();
    let end = date(reader, next, true, found)?;
    let [only] = &mut found[from..] else { return Some(end) };
    if only.value.shape == Shape::One && only.value.points[0].day.is_none() {
        only.span = reader.reading.words[at].span.cover(only.span);
        close_year(&mut only.value.points[0], if reader.dates().is(id, Set::End) { 12 } else { 1 });
    }
    Some(end)
}

/// The end or the start of a year is about its last or its first month; a month stays what it is.
fn close_year(point: &mut Point, month: u8) {
    if point.month.is_none() && !point.decade {
        (point.month, point.about) = (Some(month), true);
    }
}

/// between = "entre" date "et" date ; an interval, where both are years or months
fn between(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (next, _) = fillers(reader, at + 1);
    reader.next(next)?;
    let from = found.len();
    let end = date(reader, next, true, found)?;
    if let [only] = &mut found[from..]
        && only.value.points.len() == 2
        && only.value.shape == Shape::Set
    {
        only.value.shape = Shape::Interval;
    }
    Some(end)
}

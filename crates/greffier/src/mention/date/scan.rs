//! One pass over the words finds what dates the text prints; what depends on other dates is left open.

use std::ops::Range;

use super::period::PendingPeriod;
use super::reader::{Link, Reader};
use super::session::SessionScan;
use super::value::{Calendar, Point, Reach, Shape, Value};
use super::{Doubt, PeriodMention, day, figures, month, period, relative, repair, year};
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Bound, NumberWord, Relative, Set, Start, StartSet};
use crate::mention::Reading;
use crate::model::DateRole;
use crate::text::{CleanSpan, Word};

/// More small words than stand between a bound and its date: `d’ici à la fin du mois de`.
const MOST_FILLERS: usize = 8;

/// Before the date of the document, or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// A date as printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pending {
    pub(super) span: CleanSpan,
    pub(super) words: Range<usize>,
    pub(super) value: Value,
    pub(super) role: Option<DateRole>,
    /// Other dates give its day, month or year.
    pub(super) relative: Option<Relative>,
    /// `mars dernier`
    pub(super) side: Option<Side>,
    /// The month about which the year is named: `la fin de l’année`.
    pub(super) part: Option<u8>,
    pub(super) weekday: Option<u8>,
    /// Another value that the figures may have.
    pub(super) alternative: Option<Value>,
    /// The date from which it was reckoned.
    pub(super) anchor: Option<CleanSpan>,
    /// The mention of the same day in another calendar, by its place.
    pub(super) pair: Option<usize>,
    /// Whether some calendar has its days.
    pub(super) possible: bool,
    pub(super) doubts: Vec<Doubt>,
}

impl Pending {
    pub(super) fn new(span: CleanSpan, words: Range<usize>, value: Value) -> Self {
        Self {
            span,
            words,
            value,
            role: None,
            relative: None,
            side: None,
            part: None,
            weekday: None,
            alternative: None,
            anchor: None,
            pair: None,
            possible: true,
            doubts: Vec::new(),
        }
    }
}

/// What is printed, in order.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub(super) dates: Vec<Pending>,
    pub(super) periods: Vec<PendingPeriod>,
    pub(super) sessions: Vec<PeriodMention>,
}

/// The dates and spans of time printed in the text.
pub(super) fn scan(reading: Reading<'_>) -> Printed {
    let reader = Reader { reading };
    let mut printed = Printed::default();
    let mut sessions = SessionScan::default();
    let mut at = 0;
    while let Some(next) = reading.words.next(at, StartSet::of(&[Start::Date])) {
        let from = printed.dates.len();
        let end = phrase(reader, next, &mut printed.dates);
        if printed.dates.len() > from {
            printed.dates[from..].iter_mut().for_each(|pending| repair::note(reader, pending));
            at = end.unwrap_or(0).max(next + 1);
            continue;
        }
        sessions.session(reader, next, &mut printed.sessions);
        let period = period::period(reader, next, &mut printed.periods);
        at = period.or(end).unwrap_or(0).max(next + 1);
    }
    printed
}

/// phrase = relative / bound date / "fin" year / date
fn phrase(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let id = reader.reading.words[at].id;
    let dates = reader.dates();
    if dates.is(id, Set::Relative)
        && let Some(end) = relative::relative(reader, at, found)
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
    if dates.is(id, Set::Century) {
        return year::century(reader, at, found);
    }
    date(reader, at, year_is_led(reader, at), found)
}

/// Whether the words before say that a number at `at` is a year.
fn year_is_led(reader: Reader<'_>, at: usize) -> bool {
    let Some(before) = reader.before(at) else { return false };
    let dates = reader.dates();
    let ends = || reader.next(at + 1).is_none_or(Word::is_punctuation);
    dates.is(before.id, Set::YearLead) || (dates.is(before.id, Set::WeakLead) && ends())
}

/// date = figures / days / months / years / decades / season / part ; `led`: a year may stand alone
pub(super) fn date(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at)?;
    let dates = reader.dates();
    match word.kind {
        SegmentKind::Number if word.span.len() > 2 => figures::figures(reader, at, led, found)
            .or_else(|| year::day_of_figures(reader, at, found))
            .or_else(|| year::years(reader, at, led, found)),
        SegmentKind::Number => figures::figures(reader, at, led, found)
            .or_else(|| days(reader, at, found))
            .or_else(|| month::part(reader, at, found)),
        SegmentKind::Mixed => days(reader, at, found).or_else(|| month::part(reader, at, found)),
        SegmentKind::Punctuation => None,
        SegmentKind::Word if dates.is(word.id, Set::Month) => {
            // "sept" is a number too
            let number = reader.reading.lexicon.numbers.word(word.id).is_some();
            let days = if number { days(reader, at, found) } else { None };
            days.or_else(|| month::months(reader, at, found))
        }
        SegmentKind::Word if dates.is(word.id, Set::Season) => month::season(reader, at, found),
        SegmentKind::Word if dates.is(word.id, Set::Decade) => year::decades(reader, at, found),
        SegmentKind::Word => match reader.reading.lexicon.numbers.word(word.id) {
            Some(NumberWord::And) => None,
            None if dates.is(word.id, Set::Hijri) => month::months(reader, at, found),
            None if dates.leads(word.id) => None,
            None if dates.is(word.id, Set::Last) => month::part(reader, at, found),
            None => days(reader, at, found)
                .or_else(|| relative::weekday(reader, at, found))
                .or_else(|| month::part(reader, at, found)),
            // most number words count something else
            Some(_) if !reader.goes_on_to_date(at) => None,
            Some(_) => {
                let part = days(reader, at, found).or_else(|| month::part(reader, at, found));
                part.or_else(|| if led { year::in_words(reader, at, found) } else { None })
            }
        },
    }
}

/// Days, unless a street or a movement is named after them; what tells their year may follow them.
fn days(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at)?;
    if word.kind == SegmentKind::Number && word.span.len() > 2 {
        return None;
    }
    let from = found.len();
    let mut end = day::days(reader, at, found)?;
    let place = |word: &Word| reader.dates().is(word.id, Set::Place);
    let one = matches!(&found[from..], [only] if only.value.shape == Shape::One);
    if one && reader.before(at).is_some() && reader.before(at - 1).is_some_and(place) {
        found.truncate(from);
    }
    let yearless = |pending: &Pending| pending.value.points.iter().all(|point| point.year.is_none());
    if let Some(last) = found[from..].last_mut()
        && yearless(last)
        && last.words.end == end
        && let Some(told) = relative::year_told(reader, last.clone())
    {
        end = told.words.end;
        let (relative, side) = (told.relative, told.side);
        *last = told;
        for before in found[from..].iter_mut().filter(|before| yearless(before)) {
            (before.relative, before.side) = (relative, side);
        }
    }
    Some(end)
}

/// bound = ( "d'ici" / "avant" / "jusqu'au" / "à compter" ) 0*8filler date
fn bound(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (count, &bound) = reader.dates().bounds.longest(reader.ids(at))?;
    let (next, ends) = fillers(reader, at + count);
    let inside = reader.next(next).is_some();
    let from = found.len();
    if bound == Bound::Before && reader.is(at + count, Set::End) {
        // "avant fin 2016": what is named is the end of the year
        let end = part_of(reader, at + count, found)?;
        if let Some(first) = found.get_mut(from) {
            first.role = Some(DateRole::Deadline);
        }
        return Some(end);
    }
    let part = reader.is(next, Set::Start) || reader.is(next, Set::Middle);
    let end = match inside {
        true if part => part_of(reader, next, found),
        true => date(reader, next, true, found),
        // "jusqu’à la fin de l’année"
        false => None,
    };
    let end = end.or_else(|| end_of_unit(reader, at + count, found))?;
    let Some(first) = found.get_mut(from) else { return Some(end) };
    let ends = ends || first.part.is_some();
    first.role = Some(match bound {
        Bound::Before | Bound::By => DateRole::Deadline,
        Bound::From => DateRole::From,
        Bound::Until => DateRole::Until,
    });
    // "avant 2000" is no year, as "avant le 3 mai" is a day
    let coarse = bound == Bound::Before && first.value.points[0].month.is_none();
    if first.value.shape == Shape::One && (bound == Bound::By || (bound == Bound::Before && ends) || coarse) {
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
    if reader.next(next).is_none() {
        return relative::part_of(reader, at, found);
    }
    if let Some((end, year)) = reader.year(next, Calendar::Gregorian).filter(|_| reader.dates().is(id, Set::Middle)) {
        let point = Point { about: true, ..Point::of_year(year) };
        found.push(Pending::new(reader.span(at..end), at..end, Value::one(point)));
        return Some(end);
    }
    if let Some(end) = range_of_parts(reader, at, found) {
        return Some(end);
    }
    let from = found.len();
    let Some(end) = date(reader, next, true, found) else { return relative::part_of(reader, at, found) };
    let [only] = &mut found[from..] else { return Some(end) };
    if only.value.shape == Shape::One && only.value.points[0].day.is_none() {
        only.span = reader.reading.words[at].span.cover(only.span);
        only.value.points[0].about |= only.value.points[0].year.is_some();
        close_year(&mut only.value.points[0], if reader.dates().is(id, Set::End) { 12 } else { 1 });
    }
    Some(end)
}

/// range-of-parts = ( "fin" / "début" / "mi" ) month [ year ] range [ "fin" / "début" / "mi" ] month year
fn range_of_parts(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let part = |at: usize| {
        let dates = reader.dates();
        let word = reader.reading.words.get(at)?;
        let part = [Set::Start, Set::Middle, Set::End].iter().any(|&set| dates.is(word.id, set));
        let (month, _) = if part { fillers(reader, at + 1) } else { (at, false) };
        let (end, (calendar, number, _)) =
            reader.month(month).filter(|(_, (calendar, ..))| *calendar == Calendar::Gregorian)?;
        let (end, year) = reader.year(end, calendar).map_or((end, None), |(end, year)| (end, Some(year)));
        let point = Point { year, about: part, month: Some(number), ..Point::default() };
        Some((end, point))
    };
    let (end, mut first) = part(at)?;
    let (next, (Link::Range, _)) = reader.link(end)? else { return None };
    let (end, last) = part(next)?;
    let year = last.year?;
    first.year = first.year.or(Some(year - i32::from(first.month > last.month)));
    found.push(Pending::new(reader.span(at..end), at..end, Value::interval(first, last)));
    Some(end)
}

/// The end or the start of a year is about its last or its first month; a month stays what it is.
fn close_year(point: &mut Point, month: u8) {
    match point.reach {
        Reach::Year if point.month.is_none() && point.year.is_some() => {
            (point.month, point.about) = (Some(month), true);
        }
        Reach::Decade => point.about = true,
        _ => {}
    }
}

/// `la fin de l’année` after a bound: no more small words than stand there.
fn end_of_unit(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let mut near = (at..at + MOST_FILLERS).take_while(|&at| reader.next(at).is_some());
    let end = near.find(|&at| reader.is(at, Set::End))?;
    relative::part_of(reader, end, found)
}

/// between = "entre" date "et" date ; an interval
fn between(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (next, _) = fillers(reader, at + 1);
    reader.next(next)?;
    let from = found.len();
    let mut end = date(reader, next, true, found)?;
    if let Some((after, (Link::And, _))) = reader.link(end).filter(|_| found.len() == from + 1)
        && reader.next(after).is_some()
        && let Some(last) = date(reader, after, true, found)
    {
        end = last;
    }
    match &mut found[from..] {
        [only] if only.value.points.len() == 2 && only.value.shape == Shape::Set => only.value.shape = Shape::Interval,
        // "entre le 31/10/2015 et le 24/12/2015"
        [first, second] => {
            let one = |pending: &Pending| match (pending.value.shape, pending.value.points.as_slice()) {
                (Shape::One, &[point]) if pending.possible && point.calendar == Calendar::Gregorian => Some(point),
                _ => None,
            };
            let (Some(one), Some(other)) = (one(first), one(second)) else { return Some(end) };
            if one.days().zip(other.days()).is_some_and(|(one, other)| one.0 <= other.0) {
                let words = first.words.start..second.words.end;
                let mut whole = Pending::new(reader.span(words.clone()), words, Value::interval(one, other));
                whole.doubts = first.doubts.drain(..).chain(second.doubts.drain(..)).collect();
                found.truncate(from);
                found.push(whole);
            }
        }
        _ => {}
    }
    Some(end)
}

//! Completes what the text leaves to its readers: the year of `le 2 mars`, the day of `la veille`, the century of `les années 70`.
//!
//! The date of the document, where it can be seen or is told, is the anchor; without it nothing is guessed.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::period::resolve_period;
use super::scan::{Pending, Printed, Side};
use super::value::{Calendar, Point, Reach, Shape, Value};
use super::{Doubt, PeriodMention, pair};
use crate::diagnostic::{Code, Severity};
use crate::lexicon::{Relative, Set};
use crate::mention::Reading;
use crate::model::DateRole;
use crate::text::{Case, CleanSpan, Word};

/// How far into the text its own date may stand, in bytes.
const TITLE: u32 = 4_000;

/// A paragraph with the date of the document is a line of the title block if it has no more bytes.
const TITLE_LINE: usize = 120;

/// How many words back the word stands that says the date is the meeting's.
const SITTING: usize = 20;

/// Words before the date of a dateline.
const DATELINE: usize = 6;

/// Words between a year and a day that it holds for: `l’année 2019, dès le 1er janvier`.
const YEAR_REACH: usize = 6;

/// A day that others are reckoned from, and where it is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) date: NaiveDate,
    pub(super) span: Option<CleanSpan>,
}

/// The dates and periods of a text, complete as far as they can be.
pub(super) struct Resolved {
    pub(super) dates: Vec<Pending>,
    pub(super) periods: Vec<PeriodMention>,
}

/// Completes the dates; those that nothing completes are no longer possible, or are dropped where the words may mean no date.
pub(super) fn resolve(reading: Reading<'_>, printed: Printed, written: Option<NaiveDate>) -> Resolved {
    let Printed { mut dates, periods, sessions } = printed;
    let document = written.map(|date| Anchor { date, span: None }).or_else(|| anchor(reading, &dates));
    let mut memory = Memory::default();
    dates.retain_mut(|pending| {
        let printed_year = memory.year(reading, pending);
        if pending.relative.is_some() || pending.side.is_some() {
            let near = memory.near(reading, pending);
            if !tell(pending, document, near) {
                // "aujourd'hui" means the age as often as the day
                return refuse(reading, pending);
            }
        }
        complete(reading, pending, document, &memory, printed_year);
        memory.keep(pending);
        true
    });
    pair::pair_calendars(reading, &mut dates);
    let periods = periods.into_iter().map(|period| resolve_period(period, &dates, document));
    let mut periods: Vec<PeriodMention> = periods.chain(sessions).collect();
    periods.sort_by_key(|period| period.span);
    Resolved { dates, periods }
}

/// The dates read so far, from which others are told.
#[derive(Debug, Default)]
struct Memory {
    /// The last day, and the word after it.
    last: Option<(Anchor, usize)>,
    /// The last year that stood alone, and the word after it.
    year: Option<(i32, usize)>,
    known: Vec<Anchor>,
}

impl Memory {
    fn near(&self, reading: Reading<'_>, pending: &Pending) -> Option<Anchor> {
        self.last.filter(|&(_, at)| is_near(reading, at, pending.words.start)).map(|(day, _)| day)
    }

    /// The year just named: `l’année 2019, dès le 1er janvier`.
    fn year(&self, reading: Reading<'_>, pending: &Pending) -> Option<i32> {
        let (year, at) = self.year?;
        let words = reading.words.get(at..=pending.words.start)?;
        (words.len() <= YEAR_REACH && !words.iter().any(Word::opens)).then_some(year)
    }

    /// The last day named that has the same month and day.
    fn same_day(&self, point: &Point) -> Option<Anchor> {
        let day = (u32::from(point.month?), u32::from(point.day?));
        self.known.iter().rev().find(|known| (known.date.month(), known.date.day()) == day).copied()
    }

    fn keep(&mut self, pending: &Pending) {
        let point = pending.value.points[0];
        if pending.value.shape != Shape::One || pending.value.open {
            return;
        }
        if let Some(date) = point.date() {
            let day = Anchor { date, span: Some(pending.span) };
            self.last = Some((day, pending.words.end));
            if self.known.len() < 64 {
                self.known.push(day);
            }
        }
        if let Point { year: Some(year), month: None, reach: Reach::Year, .. } = point {
            self.year = Some((year, pending.words.end));
        }
    }
}

/// Drops an expression that nothing tells; those that surely mean a date are refused with a word on it.
fn refuse(reading: Reading<'_>, pending: &mut Pending) -> bool {
    let vague = matches!(pending.relative, Some(Relative::Today | Relative::Yesterday | Relative::Tomorrow));
    if vague {
        return false;
    }
    pending.possible = false;
    let message = format!("no date is known that tells when '{}' is", &reading.clean[pending.span.range()]);
    pending.doubts.push(Doubt::new(Code::UnresolvedDate, Severity::Note, message));
    true
}

/// Fills in what a relative expression says, from the date of the document or the date named last.
fn tell(pending: &mut Pending, document: Option<Anchor>, near: Option<Anchor>) -> bool {
    let back = pending.relative.is_some_and(Relative::looks_back);
    let Some(anchor) = (if back { near } else { document }) else { return false };
    let told = match (pending.relative, pending.side) {
        (Some(relative), _) => relative_point(relative, anchor.date),
        (None, Some(side)) => side_point(pending, side, anchor.date),
        (None, None) => None,
    };
    let Some(told) = told else { return false };
    pending.anchor = anchor.span;
    for point in &mut pending.value.points {
        *point = match (point.month, told.month) {
            (Some(_), _) => Point { year: told.year, ..*point },
            (None, _) => Point { time: point.time, ..told },
        };
    }
    if let Some(part) = pending.part {
        let point = &mut pending.value.points[0];
        (point.month, point.about) = (Some(part), true);
    }
    true
}

/// The day, month or year that the words stand for, seen from `from`.
fn relative_point(relative: Relative, from: NaiveDate) -> Option<Point> {
    let year = |years: i32| Some(Point::of_year(from.year() + years));
    let month = |date: NaiveDate| Some(Point { day: None, ..Point::of_date(date) });
    let day = |date: Option<NaiveDate>| date.map(Point::of_date);
    match relative {
        Relative::Today | Relative::Same => day(Some(from)),
        Relative::Yesterday | Relative::Eve => day(from.pred_opt()),
        Relative::Tomorrow | Relative::Morrow => day(from.succ_opt()),
        Relative::ThisMonth | Relative::SameMonth => month(from),
        Relative::LastMonth => month(from.checked_sub_months(Months::new(1))?),
        Relative::NextMonth => month(from.checked_add_months(Months::new(1))?),
        Relative::ThisYear | Relative::SameYear => year(0),
        Relative::LastYear | Relative::YearBefore => year(-1),
        Relative::NextYear | Relative::YearAfter => year(1),
    }
}

/// The nearest weekday, month or day of a year before or after `from`.
fn side_point(pending: &Pending, side: Side, from: NaiveDate) -> Option<Point> {
    let point = pending.value.points[0];
    let Some(month) = point.month else {
        let weekday = i64::from(pending.weekday?);
        let ahead = (weekday - i64::from(from.weekday().number_from_monday())).rem_euclid(7);
        let days = |days: i64| Days::new(u64::try_from(days).unwrap_or(7));
        return Some(Point::of_date(match side {
            Side::After => from.checked_add_days(days(if ahead == 0 { 7 } else { ahead }))?,
            Side::Before => from.checked_sub_days(days(7 - ahead))?,
        }));
    };
    let here = (from.month(), from.day());
    let order = (u32::from(month), u32::from(point.day.unwrap_or(0)))
        .cmp(&(here.0, if point.day.is_some() { here.1 } else { 0 }));
    let year = match (side, order) {
        (Side::Before, std::cmp::Ordering::Less) | (Side::After, std::cmp::Ordering::Greater) => from.year(),
        (Side::Before, _) => from.year() - 1,
        (Side::After, _) => from.year() + 1,
    };
    Some(Point { year: Some(year), ..point })
}

/// The date of the document: in its first lines, in a title line or soon after a word for a meeting or an adoption.
fn anchor(reading: Reading<'_>, found: &[Pending]) -> Option<Anchor> {
    if let Some(anchor) = found.first().and_then(|first| dateline(reading, first)) {
        return Some(anchor);
    }
    let dates = &reading.lexicon.dates;
    // not without three paragraphs
    memchr::memchr_iter(b'\n', reading.clean.as_bytes()).nth(1)?;
    let mut candidates = found.iter().take_while(|pending| pending.span.start < TITLE);
    candidates.find_map(|pending| {
        // what a meeting adopts is of its last day
        let last = pending.value.points.last()?.date();
        let date =
            last.or_else(|| pending.value.points[0].date()).filter(|_| pending.possible && !pending.value.open)?;
        let before = reading.words[..=pending.words.start].iter().rev();
        let mut ended = false;
        let mut said = before.take(SITTING).take_while(|word| !std::mem::replace(&mut ended, word.opens()));
        let sitting = said.any(|word| dates.is(word.id, Set::Sitting));
        let fits = sitting || paragraph_len(reading, pending) <= TITLE_LINE;
        fits.then_some(Anchor { date, span: Some(pending.span) })
    })
}

/// dateline = 0*6( Name / mark / "le" ) date ( "–" / "." / ":" / ")" ) ; at the very start of the text
fn dateline(reading: Reading<'_>, first: &Pending) -> Option<Anchor> {
    let date = first.value.points[0].date().filter(|_| first.possible && first.value.shape == Shape::One)?;
    let dates = &reading.lexicon.dates;
    if reading.clean[..first.span.range().start].contains('\n') {
        return None;
    }
    let head = reading.words.get(..first.words.start).filter(|head| head.len() <= DATELINE)?;
    let named =
        head.iter().all(|word| word.is_punctuation() || dates.is(word.id, Set::Article) || word.case != Case::Lower);
    let ends = reading
        .words
        .get(first.words.end)
        .is_none_or(|word| word.opens() || (word.is_punctuation() && "-–—.:)".contains(word.text(reading.clean))));
    (named && ends).then_some(Anchor { date, span: Some(first.span) })
}

/// The bytes of the paragraph that holds the date.
fn paragraph_len(reading: Reading<'_>, pending: &Pending) -> usize {
    let range = pending.span.range();
    let start = memchr::memrchr(b'\n', &reading.clean.as_bytes()[..range.start]).map_or(0, |at| at + 1);
    let rest = &reading.clean.as_bytes()[start..];
    memchr::memchr(b'\n', &rest[..rest.len().min(2 * TITLE_LINE)]).unwrap_or(rest.len())
}

/// Whether two words stand in one paragraph or in neighbors.
fn is_near(reading: Reading<'_>, from: usize, to: usize) -> bool {
    to.saturating_sub(from) < 200 && reading.words[from.min(to)..=to].iter().filter(|word| word.opens()).count() <= 1
}

/// Gives years to days, and centuries to decades.
fn complete(
    reading: Reading<'_>,
    pending: &mut Pending,
    document: Option<Anchor>,
    memory: &Memory,
    printed_year: Option<i32>,
) {
    let yearless = pending.value.points.iter().any(|point| point.year.is_none());
    if yearless && printed_year.is_none() && is_annual(reading, pending) {
        return;
    }
    let ahead = matches!(pending.role, Some(DateRole::Deadline | DateRole::Until | DateRole::From));
    let weekday = pending.weekday;
    for point in &mut pending.value.points {
        match (point.year, document) {
            (Some(year @ 0..100), Some(anchor)) if point.reach == Reach::Decade => {
                let century = anchor.date.year() / 100 * 100;
                let past = century + year <= anchor.date.year();
                point.year = Some(if past { century + year } else { century + year - 100 });
                pending.anchor = anchor.span;
            }
            (None, _) if point.calendar == Calendar::Gregorian && printed_year.is_some() => point.year = printed_year,
            (None, Some(anchor)) if point.calendar == Calendar::Gregorian => {
                let told = year_of(point, anchor, memory, ahead, weekday);
                (point.year, pending.anchor) = told.map_or((None, None), |(year, span)| (Some(year), span));
            }
            (None, None) if point.calendar == Calendar::Gregorian => {
                let told = memory.same_day(point);
                (point.year, pending.anchor) = told.map_or((None, None), |day| (Some(day.date.year()), day.span));
            }
            _ => {}
        }
    }
    turn_of_the_year(&mut pending.value);
}

/// `du 28 décembre au 3 janvier`: the end is not before the start.
fn turn_of_the_year(value: &mut Value) {
    if let (Shape::Interval, [first, last]) = (value.shape, value.points.as_mut_slice())
        && let (Some(start), Some(end)) = (first.date(), last.date())
        && start > end
    {
        first.year = last.year.map(|year| year - 1);
    }
}

/// The year of a day and where that is printed: of the last full date with that day and month, else of the nearest such day in
/// the past of the document; in its future, if something is to be done by then, or if its weekday says so.
fn year_of(
    point: &Point,
    anchor: Anchor,
    memory: &Memory,
    ahead: bool,
    weekday: Option<u8>,
) -> Option<(i32, Option<CleanSpan>)> {
    let (month, day) = (u32::from(point.month?), u32::from(point.day?));
    if let Some(known) = memory.same_day(point) {
        return Some((known.date.year(), known.span));
    }
    let from = anchor.date;
    let here = (month, day).cmp(&(from.month(), from.day()));
    let year = match here {
        std::cmp::Ordering::Less if ahead => from.year() + 1,
        std::cmp::Ordering::Greater if !ahead => from.year() - 1,
        _ => from.year(),
    };
    let fits = |year: i32| {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (weekday.is_none_or(|weekday| date.weekday().number_from_monday() == u32::from(weekday))).then_some(year)
    };
    let year =
        fits(year).or_else(|| fits(year + 1)).or_else(|| NaiveDate::from_ymd_opt(year, month, day).map(|_| year))?;
    Some((year, anchor.span))
}

/// Whether the words around say that the day comes every year: `chaque année, le 9 septembre`.
fn is_annual(reading: Reading<'_>, pending: &Pending) -> bool {
    let words = reading.words;
    let is_mark = |word: Option<&Word>, mark: &str| word.is_some_and(|word| word.text(reading.clean) == mark);
    let opens = words[pending.words.start].opens();
    let before = pending.words.start.checked_sub(1).filter(|_| !opens).and_then(|at| words.get(at));
    let after = words.get(pending.words.end).filter(|word| !word.opens());
    if is_mark(before, "(") && is_mark(after, ")") {
        // "la Journée de l'Organisation (25 mai)"
        return true;
    }
    let mut ended = false;
    let before = words[..=pending.words.start].iter().rev();
    let before = before.take_while(|word| !std::mem::replace(&mut ended, word.opens())).skip(1).take(8);
    let after = words[pending.words.end..].iter().take(4).take_while(|word| !word.opens());
    before.chain(after).any(|word| reading.lexicon.dates.is(word.id, Set::Annual))
}

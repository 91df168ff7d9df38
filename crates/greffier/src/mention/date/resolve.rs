//! Completes what the text leaves to its readers: the year of `le 2 mars`, the day of `la veille`, the century of `les années 70`.
//!
//! The date of the document, where it can be seen, is the anchor; without it nothing is guessed.

use chrono::{Datelike, NaiveDate};

use super::scan::Pending;
use super::value::{Calendar, Point, Shape, Value};
use crate::diagnostic::Code;
use crate::grammar::hijri::to_gregorian;
use crate::lexicon::{Relative, Set};
use crate::mention::Reading;
use crate::model::DateRole;
use crate::text::Word;

/// How far into the text its own date may stand, in bytes.
const TITLE: u32 = 4_000;

/// A paragraph with the date of the document is a line of the title block if it has no more bytes.
const TITLE_LINE: usize = 120;

/// How many words back the word stands that says the date is the meeting's.
const SITTING: usize = 14;

/// How far apart a Hijri day and its Gregorian one may be, in days: the moon is sighted, not reckoned.
const TOLERANCE: i64 = 2;

/// Completes the dates, in place; drops those that nothing completes.
pub(super) fn resolve(reading: Reading<'_>, found: &mut Vec<Pending>) {
    let anchor = anchor(reading, found);
    let mut last: Option<(NaiveDate, usize)> = None;
    let mut known: Vec<NaiveDate> = Vec::new();
    found.retain_mut(|pending| {
        if let Some(relative) = pending.relative {
            let near = last.filter(|&(_, at)| is_near(reading, at, pending.words.start)).map(|(date, _)| date);
            let day = match relative {
                Relative::Today => anchor,
                Relative::Same => near,
                Relative::Eve => near.and_then(|date| date.pred_opt()),
                Relative::Morrow => near.and_then(|date| date.succ_opt()),
            };
            let Some(day) = day else { return false };
            pending.value = Value::one(Point::of_date(day));
        }
        complete(reading, pending, anchor, &known);
        if let (Shape::One, Some(date)) = (pending.value.shape, pending.value.points[0].date()) {
            last = Some((date, pending.words.end));
            if known.len() < 64 {
                known.push(date);
            }
        }
        true
    });
    compare_calendars(reading, found);
}

/// The date of the document: in its first lines, in a title line or soon after a word for a meeting or an adoption.
fn anchor(reading: Reading<'_>, found: &[Pending]) -> Option<NaiveDate> {
    let dates = &reading.lexicon.dates;
    // not without three paragraphs
    reading.words.iter().take(2_000).filter(|word| word.opens()).nth(2)?;
    let mut candidates = found.iter().take_while(|pending| pending.span.start < TITLE);
    candidates.find_map(|pending| {
        let date = pending.value.points[0].date().filter(|_| pending.possible && !pending.value.open)?;
        let before = reading.words[..=pending.words.start].iter().rev();
        let mut ended = false;
        let mut said = before.take(SITTING).take_while(|word| !std::mem::replace(&mut ended, word.opens()));
        let sitting = said.any(|word| dates.is(word.id, Set::Sitting));
        (sitting || paragraph_len(reading, pending) <= TITLE_LINE).then_some(date)
    })
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
fn complete(reading: Reading<'_>, pending: &mut Pending, anchor: Option<NaiveDate>, known: &[NaiveDate]) {
    let annual = pending.value.points.iter().any(|point| point.year.is_none()) && is_annual(reading, pending);
    let ahead = matches!(pending.role, Some(DateRole::Deadline | DateRole::Until | DateRole::From));
    for point in &mut pending.value.points {
        match (point.year, anchor) {
            (Some(year @ 0..100), Some(anchor)) if point.decade => {
                let century = anchor.year() / 100 * 100;
                point.year = Some(if century + year <= anchor.year() { century + year } else { century + year - 100 });
            }
            (None, Some(anchor)) if !annual && point.calendar == Calendar::Gregorian => {
                point.year = year_of(point, anchor, known, ahead);
            }
            _ => {}
        }
    }
}

/// The year of a day: of the last full date with that day and month, else of the nearest such day in the past of the
/// document; in its future, if something is to be done by then.
fn year_of(point: &Point, anchor: NaiveDate, known: &[NaiveDate], ahead: bool) -> Option<i32> {
    let (month, day) = (u32::from(point.month?), u32::from(point.day?));
    if let Some(date) = known.iter().rev().find(|date| (date.month(), date.day()) == (month, day)) {
        return Some(date.year());
    }
    let here = (month, day).cmp(&(anchor.month(), anchor.day()));
    let year = match here {
        std::cmp::Ordering::Less if ahead => anchor.year() + 1,
        std::cmp::Ordering::Greater if !ahead => anchor.year() - 1,
        _ => anchor.year(),
    };
    NaiveDate::from_ymd_opt(year, month, day).map(|_| year)
}

/// Whether the words around say that the day comes every year: `chaque année, le 9 septembre`.
fn is_annual(reading: Reading<'_>, pending: &Pending) -> bool {
    let words = reading.words;
    let is_mark = |word: Option<&Word>, mark: &str| word.is_some_and(|word| word.text(reading.clean) == mark);
    let before = pending.words.start.checked_sub(1).and_then(|at| words.get(at));
    if is_mark(before, "(") && is_mark(words.get(pending.words.end), ")") {
        // "la Journée de l'Organisation (25 mai)"
        return true;
    }
    let before = words[..pending.words.start].iter().rev().take(8);
    let after = words[pending.words.end..].iter().take(4).take_while(|word| !word.opens());
    before.chain(after).any(|word| reading.lexicon.dates.is(word.id, Set::Annual))
}

/// A Hijri date and the Gregorian one linked with it must be the same day, give or take.
fn compare_calendars(reading: Reading<'_>, found: &mut [Pending]) {
    for at in 1..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let (one, other) = (&before[at - 1], &mut rest[0]);
        if !are_linked(reading, one, other) {
            continue;
        }
        let days = |pending: &Pending| pending.value.points.first().copied().and_then(any_date);
        let (Some(first), Some(second)) = (days(one), days(other)) else { continue };
        let apart = (first - second).num_days().abs();
        if apart > TOLERANCE {
            let text = |pending: &Pending| reading.clean[pending.span.range()].to_owned();
            let message = format!("'{}' and '{}' are {apart} days apart", text(one), text(other));
            other.doubts.push((Code::CalendarMismatch, message));
        }
    }
}

fn any_date(point: Point) -> Option<NaiveDate> {
    match point.calendar {
        Calendar::Gregorian => point.date(),
        Calendar::Hijri => to_gregorian(point.year?, point.month?, point.day?),
    }
}

/// Whether only brackets and words of a link stand between two dates of different calendars.
fn are_linked(reading: Reading<'_>, one: &Pending, other: &Pending) -> bool {
    let calendar = |pending: &Pending| pending.value.points.first().map(|point| point.calendar);
    let between = reading.words.get(one.words.end..other.words.start).unwrap_or_default();
    let dates = &reading.lexicon.dates;
    calendar(one) != calendar(other)
        && between.len() <= 6
        && between.iter().all(|word| {
            word.is_punctuation() || dates.is(word.id, Set::Link) || dates.value(word.id, Set::Weekday).is_some()
        })
}

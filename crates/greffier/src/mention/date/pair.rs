//! A day printed in two calendars: `26 Rajab 1432H (28 juin 2011)`.

use chrono::NaiveDate;

use super::Doubt;
use super::scan::Pending;
use super::value::{Calendar, Point};
use crate::diagnostic::{Code, Severity};
use crate::grammar::hijri::to_gregorian;
use crate::lexicon::Set;
use crate::mention::Reading;
use crate::text::Word;

/// How far apart a Hijri day and its Gregorian one may be, in days, as the tabular calendar is a day off at times; and how far
/// if it is to be worth a note alone: the moon is sighted, not reckoned.
const TOLERANCE: (i64, i64) = (1, 2);

/// A Hijri date and the Gregorian one linked with it are the same day, give or take; each names the other.
pub(super) fn pair_calendars(reading: Reading<'_>, found: &mut [Pending]) {
    for at in 1..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let (one, other) = (&mut before[at - 1], &mut rest[0]);
        let Some(link) = link(reading, one, other).filter(|_| one.pair.is_none()) else { continue };
        let ends = |pending: &Pending| {
            let day = |point: Option<&Point>| point.copied().and_then(any_date);
            (day(pending.value.points.first()), day(pending.value.points.last()))
        };
        let (first, second) = (ends(one), ends(other));
        let apart = |one: Option<NaiveDate>, other: Option<NaiveDate>| Some((one? - other?).num_days().abs());
        let apart = apart(first.0, second.0).max(apart(first.1, second.1));
        // after a comma alone may stand the next date of a list
        if link == Link::Comma && apart.is_none_or(|apart| apart > TOLERANCE.1) {
            continue;
        }
        (one.pair, other.pair) = (Some(at), Some(at - 1));
        if let Some(apart) = apart.filter(|&apart| apart > TOLERANCE.0) {
            let text = |pending: &Pending| reading.clean[pending.span.range()].to_owned();
            let message = format!("'{}' and '{}' are {apart} days apart", text(one), text(other));
            let severity = if apart > TOLERANCE.1 { Severity::Warning } else { Severity::Note };
            other.doubts.push(Doubt::new(Code::CalendarMismatch, severity, message));
        }
    }
}

/// What stands between two dates of different calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Brackets, a stroke, `correspondant au`
    Words,
    /// `, le`
    Comma,
}

fn any_date(point: Point) -> Option<NaiveDate> {
    match point.calendar {
        Calendar::Gregorian => point.date(),
        Calendar::Hijri => to_gregorian(point.year?, point.month?, point.day?),
    }
}

/// What links two dates of different calendars, where nothing else stands between them.
fn link(reading: Reading<'_>, one: &Pending, other: &Pending) -> Option<Link> {
    let calendar = |pending: &Pending| pending.value.points.first().map(|point| point.calendar);
    let between = reading.words.get(one.words.end..other.words.start).unwrap_or_default();
    let dates = &reading.lexicon.dates;
    let links = |word: &Word| {
        word.is_punctuation() || dates.is(word.id, Set::Link) || dates.value(word.id, Set::Weekday).is_some()
    };
    if calendar(one) == calendar(other) || between.len() > 6 || !between.iter().all(links) {
        return None;
    }
    let comma = |word: &Word| match word.is_punctuation() {
        true => word.text(reading.clean) == ",",
        false => dates.is(word.id, Set::Article),
    };
    Some(if !between.is_empty() && between.iter().all(comma) { Link::Comma } else { Link::Words })
}

//! Dates in figures: `22/09/2022`, `19.2.2016`, `2013-09-25`, `20 02 2014`, `2020/Sep/23`, `du 12 au 15/03/2013`.

use super::Doubt;
use super::reader::{Link, Part, Reader};
use super::scan::Pending;
use super::value::{Point, Time, Value};
use crate::diagnostic::{Code, Severity};
use crate::grammar::date::{Numeric, numeric};
use crate::lexicon::Set;
use crate::lexicon::segment::{Join, SegmentKind};

/// Reads a date in figures at the word `at`; `led`: words before it say that it is one.
pub(super) fn figures(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    if let Some((end, first)) = one(reader, at, led) {
        let range = || {
            let (after, (Link::Range, _)) = reader.link(end)? else { return None };
            let (last_end, last) = one(reader, after, led).filter(|(_, last)| last.day.is_some())?;
            first.day.is_some().then_some((last_end, last))
        };
        return match range() {
            Some((last_end, last)) => push(reader, at, last_end, &[first, last], Link::Range, found),
            None => push(reader, at, end, &[first], Link::And, found),
        };
    }
    let days = days(reader, at, found).or_else(|| days_and_months(reader, at, found));
    days.or_else(|| named(reader, at, found))
}

/// days-and-months = day sep month ( "-" / "au" ) date ; `03.06-07.06.2015`: the year stands once
fn days_and_months(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let figures = |at: usize, most: u8| {
        let word = reader.reading.words.get(at).filter(|word| word.span.len() <= 2)?;
        reader.text(word).parse::<u8>().ok().filter(|value| (1..=most).contains(value))
    };
    if !reader.is_mark(at + 1, "./") || reader.next(at + 2)?.join != Join::Glued {
        return None;
    }
    let (day, month) = (figures(at, 31)?, figures(at + 2, 12)?);
    let (after, (Link::Range, _)) = reader.link(at + 3)? else { return None };
    let (end, last) = one(reader, after, false).filter(|(_, last)| last.day.is_some())?;
    let first = Numeric { month, day: Some(day), ..last };
    ((month, Some(day)) < (last.month, last.day)).then_some(())?;
    push(reader, at, end, &[first, last], Link::Range, found)
}

/// days = day ( "au" / "-" / "et" ) date ; `12-15/03/2013`
fn days(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at).filter(|word| word.span.len() <= 2)?;
    let day: u8 = reader.text(word).parse().ok()?;
    let (after, (link, _)) = reader.link(at + 1).filter(|(_, (link, _))| matches!(link, Link::Range | Link::And))?;
    let (end, last) = one(reader, after, false)?;
    let first = Numeric { day: Some(day), ..last };
    last.day.filter(|&last| (1..last).contains(&day))?;
    push(reader, at, end, &[first, last], link, found)
}

fn push(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    list: &[Numeric],
    link: Link,
    found: &mut Vec<Pending>,
) -> Option<usize> {
    if !reader.is_apart(at..end) {
        return None;
    }
    let point = |read: &Numeric| {
        let time = read.time.map(|time| Time { hour: time.hour, minute: time.minute, universal: time.universal });
        Point { day: read.day, time, ..Point::of_month(read.year, read.month) }
    };
    let points: Vec<Point> = list.iter().map(point).collect();
    let value = match points.as_slice() {
        &[first, last] if link == Link::Range => Value::interval(first, last),
        _ => Value::several(points.clone(), false),
    };
    let mut pending = Pending::new(reader.span(at..end), at..end, value);
    let text = &reader.reading.clean[pending.span.range()];
    if !points.iter().all(Point::is_possible) {
        pending.possible = false;
        let message = format!("no calendar has the day '{text}'");
        pending.doubts.push(Doubt::new(Code::ImpossibleDate, Severity::Error, message));
    }
    if let ([read], [point]) = (list, points.as_slice()) {
        if read.ambiguous {
            let other = Point { day: point.month, month: point.day, ..*point };
            pending.alternative = Some(Value::one(other));
            let message =
                format!("'{text}' is read day first; month first it would be {}", Value::one(other).to_edtf());
            pending.doubts.push(Doubt::new(Code::AmbiguousDate, Severity::Note, message));
        }
        if read.short {
            let message = format!("'{text}' prints no century; it is read as a year from 1950 to 2049");
            pending.doubts.push(Doubt::new(Code::AmbiguousDate, Severity::Note, message));
        }
    }
    found.push(pending);
    Some(end)
}

/// One date in figures, which may not stand apart.
fn one(reader: Reader<'_>, at: usize, led: bool) -> Part<Numeric> {
    let words = reader.reading.words;
    let word = words.get(at).filter(|word| word.kind == SegmentKind::Number)?;
    let start = word.span.start as usize;
    let next = reader.next(at + 1)?;
    match next.join {
        Join::Space if next.kind == SegmentKind::Number || reader.text(next) == "/" => spaced(reader, at),
        Join::Glued if !matches!(reader.text(next), "/" | ".") => None,
        Join::Space | Join::Break => None,
        Join::Glued | Join::Hyphen => {
            let rest = &reader.reading.clean[start..];
            let Ok((rest, date)) = numeric(rest) else { return spaced_month(reader, at) };
            let end = reader.reading.clean.len() - rest.len();
            let count = words[at..].iter().take_while(|word| (word.span.end as usize) <= end).count();
            // "l'exercice 2011-12" is a year and the next
            let split = led && next.join == Join::Hyphen && i32::from(date.month) == (date.year + 1) % 100;
            if date.day.is_none() && (split || (!led && reader.text(next) == "/")) {
                return None;
            }
            Some((at + count, date))
        }
    }
}

fn plain(year: i32, month: u8, day: Option<u8>) -> Numeric {
    Numeric { year, month, day, time: None, ambiguous: false, short: false }
}

/// spaced = day SP month SP year / month SP "/" year
fn spaced(reader: Reader<'_>, at: usize) -> Part<Numeric> {
    let figures = |at: usize, most: i32| {
        let word = reader.reading.words.get(at).filter(|word| word.kind == SegmentKind::Number)?;
        reader.text(word).parse::<i32>().ok().filter(|value| (1..=most).contains(value))
    };
    let year = |at: usize| figures(at, 2199).filter(|&year| year >= 1900);
    if reader.is_mark(at + 1, "/") {
        let (month, year) = (u8::try_from(figures(at, 12)?).ok()?, year(at + 2)?);
        return Some((at + 3, plain(year, month, None)));
    }
    let follows = |at: usize| reader.next(at).is_some_and(|word| word.join == Join::Space);
    if !(follows(at + 1) && follows(at + 2)) || reader.before(at).is_some_and(|word| word.kind == SegmentKind::Number) {
        return None;
    }
    let (day, month, year) = (figures(at, 31)?, figures(at + 1, 12)?, year(at + 2)?);
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    let ambiguous = day <= 12 && day != month;
    Some((at + 3, Numeric { ambiguous, ..plain(year, month, Some(day)) }))
}

/// `11/ 2016`: a space that symbols do not have.
fn spaced_month(reader: Reader<'_>, at: usize) -> Part<Numeric> {
    let apart = reader.next(at + 2).is_some_and(|word| word.join == Join::Space);
    spaced(reader, at).filter(|(_, date)| apart && date.day.is_none())
}

/// named = year sep month sep day / day sep year sep month ; the month in letters: `2020/Sep/23`, `23-2020-septembre`
fn named(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let after = |at: usize| {
        let next = reader.next(at + 1)?;
        match next.join {
            Join::Hyphen => Some(at + 1),
            Join::Glued if reader.text(next) == "/" => {
                reader.next(at + 2).filter(|word| word.join == Join::Glued).map(|_| at + 2)
            }
            _ => None,
        }
    };
    let second = after(at)?;
    let third = after(second)?;
    let month = |at: usize| reader.dates().value(reader.next(at)?.id, Set::Month);
    let day = |at: usize| crate::grammar::date::day(reader.text(reader.reading.words.get(at)?));
    let year = |at: usize| {
        let text = reader.text(reader.reading.words.get(at)?);
        text.parse().ok().filter(|year| text.len() == 4 && (1500..2200).contains(year))
    };
    let read = match (year(at), day(at)) {
        (Some(year), _) => plain(year, month(second)?, Some(day(third)?)),
        (None, Some(day)) => plain(year(second)?, month(third)?, Some(day)),
        (None, None) => return None,
    };
    push(reader, at, third + 1, &[read], Link::And, found)
}

//! Dates with days: one, a range, a list. Month and year stand once, at the end, and hold for all before.
//!
//! `25 septembre 2013`, `du 22 octobre au 5 novembre 2013`, `18 avril, 23 avril et 27 mai 2013`,
//! `10-11 Chaabane 1436H`. Days first, months on the way, years closing their group.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Doubt;
use super::reader::{Link, Part, Reader};
use super::scan::Pending;
use super::value::{Calendar, Point, Shape, Time, Value};
use crate::diagnostic::{Code, Severity};
use crate::grammar::date as grammar;
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Set, WordId};

/// The days of the week in the language of the messages.
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// More days than any list has.
const MOST: usize = 64;

/// More days than stand before their month: `les 2, 3, 9 et 10 mai`.
const MOST_BARE: usize = 16;

/// One day of a list, as printed.
#[derive(Debug, Clone)]
struct Day {
    words: Range<usize>,
    weekday: Option<u8>,
    day: u8,
    month: Option<(Calendar, u8)>,
    /// Whether its month is printed with it, not shared.
    has_month: bool,
    year: Option<i32>,
    has_year: bool,
    /// What stands before it.
    link: Link,
    time: Option<(Time, Option<Time>)>,
}

/// Reads a list of days at the word `at`; the word after it.
pub(super) fn days(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let mut list: Vec<Day> = Vec::new();
    let (mut at, mut link) = (at, Link::And);
    let introduced = reader.before(at).is_some_and(|word| reader.dates().is(word.id, Set::Article));
    let mut whole = 0;
    while let Some((next, day)) = day(reader, at, link) {
        let closed = day.has_month;
        let linked = reader.link(next);
        if list.is_empty() && !closed {
            // a number: most are no days, and nothing is kept of them
            let (_, (kind, article)) = linked?;
            let alone = article && kind != Link::Range && !introduced;
            if alone || kind == Link::Slash || (day.weekday.is_none() && is_marker(reader, day.words.start, next)) {
                return None;
            }
        }
        list.push(day);
        if closed {
            whole = list.len();
        }
        let Some((after, (kind, _))) = linked.or_else(|| lost_dash(reader, &list, next)) else {
            break;
        };
        if kind == Link::Slash || list.len() == MOST || list.len() - whole == MOST_BARE {
            break;
        }
        (at, link) = (after, kind);
    }
    list.truncate(whole);
    let end = list.last()?.words.end;
    share(&mut list);
    emit(reader, &list, found);
    Some(end)
}

/// day = [ weekday [ "," ] ] day [ month [ year ] [ time ] ]
fn day(reader: Reader<'_>, start: usize, link: Link) -> Part<Day> {
    let word = reader.reading.words.get(start)?;
    let short = reader.dates().value(word.id, Set::WeekdayShort).filter(|_| reader.is_mark(start + 1, "."));
    let weekday = reader.dates().value(word.id, Set::Weekday).or(short);
    let mut at = start;
    if weekday.is_some() {
        at += 1 + usize::from(short.is_some());
        at += usize::from(reader.is_mark(at, ","));
        at += usize::from(reader.is(at, Set::Article));
        reader.next(at)?;
    }
    if let Some(glued) = glued(reader, at, link) {
        return Some(glued);
    }
    let (mut end, day) = reader.day(at)?;
    let mut day = Day {
        words: start..end,
        weekday,
        day,
        month: None,
        has_month: false,
        year: None,
        has_year: false,
        link,
        time: None,
    };
    if let Some((next, (calendar, month, misprint))) = reader.month(end) {
        let year = reader.year(next, calendar);
        if year.is_some() || !misprint {
            (day.month, day.has_month, end) = (Some((calendar, month)), true, next);
        }
        if let Some((next, year)) = year {
            (day.year, day.has_year, end) = (Some(year), true, next);
        }
    } else if let Some((month, year)) = glued_month(reader, end) {
        (day.month, day.has_month) = (Some((Calendar::Gregorian, month)), true);
        (day.year, day.has_year, end) = (Some(year), true, end + 1);
    }
    if let Some((next, time)) = reader.time(end).filter(|_| day.has_month) {
        (day.time, end) = (Some(time), next);
    }
    day.words.end = end;
    Some((end, day))
}

/// `21novembre2000`, `21novembre 2000`: the spaces were lost.
fn glued(reader: Reader<'_>, at: usize, link: Link) -> Part<Day> {
    let word = reader.reading.words.get(at).filter(|word| word.kind == SegmentKind::Mixed)?;
    let (day, letters, year) = grammar::glued(reader.text(word))?;
    let month = reader.dates().value(reader.reading.lexicon.vocabulary.id(&fold(letters)), Set::Month)?;
    let (end, year) = match year {
        Some(year) => (at + 1, Some(year)),
        None => reader.year(at + 1, Calendar::Gregorian).map_or((at + 1, None), |(end, year)| (end, Some(year))),
    };
    let month = Some((Calendar::Gregorian, month));
    let has_year = year.is_some();
    Some((end, Day { words: at..end, weekday: None, day, month, has_month: true, year, has_year, link, time: None }))
}

/// `AVRIL2006`
fn glued_month(reader: Reader<'_>, at: usize) -> Option<(u8, i32)> {
    let word = reader.next(at).filter(|word| word.kind == SegmentKind::Word && word.id == WordId::UNKNOWN)?;
    let (letters, year) = grammar::glued_month(reader.text(word))?;
    let month = reader.dates().value(reader.reading.lexicon.vocabulary.id(&fold(letters)), Set::Month)?;
    Some((month, year))
}

/// `11 septembre 13 octobre 2023`: between two days with months, the year at the end, a dash was lost.
fn lost_dash(reader: Reader<'_>, list: &[Day], at: usize) -> Part<(Link, bool)> {
    let [only] = list else { return None };
    reader.next(at).filter(|word| word.kind != SegmentKind::Punctuation && only.has_month && !only.has_year)?;
    let (_, second) = day(reader, at, Link::Range)?;
    (second.has_month && second.has_year && second.weekday.is_none()).then_some((at, (Link::Range, false)))
}

/// `1- 14 mai`: at the start of a paragraph, a number with a dash glued to it labels a clause.
fn is_marker(reader: Reader<'_>, first: usize, dash: usize) -> bool {
    let words = reader.reading.words;
    words[first].opens()
        && words.get(dash).is_some_and(|word| word.is_punctuation() && word.join == Join::Glued)
        && words.get(dash + 1).is_some_and(|word| word.join == Join::Space)
}

/// Hands month and year on from right to left.
fn share(list: &mut [Day]) {
    for at in (0..list.len().saturating_sub(1)).rev() {
        let (month, year) = (list[at + 1].month, list[at + 1].year);
        let ranged = list[at + 1].link == Link::Range;
        let day = &mut list[at];
        let same_calendar = day.month.is_none_or(|own| month.is_some_and(|next| next.0 == own.0));
        day.month = day.month.or(month);
        if day.year.is_none() && same_calendar {
            let turns = ranged && day.month > month;
            day.year = year.map(|year| if turns { year - 1 } else { year });
        }
    }
}

/// Cuts the list where years and months close groups, and tells each.
fn emit(reader: Reader<'_>, list: &[Day], found: &mut Vec<Pending>) {
    let mut from = 0;
    for at in 0..list.len() {
        let ranged = list.get(at + 1).is_some_and(|next| next.link == Link::Range);
        let closes = at + 1 == list.len() || list[at].has_year;
        if !closes || ranged {
            continue;
        }
        group(reader, &list[from..=at], found);
        from = at + 1;
    }
}

/// Days that share a year: one mention, or one for each month where they are many.
fn group(reader: Reader<'_>, list: &[Day], found: &mut Vec<Pending>) {
    let units = list.iter().enumerate().filter(|(at, day)| *at == 0 || day.link != Link::Range).count();
    let months = list.iter().enumerate().filter(|&(at, day)| day.has_month && !is_range_start(list, at)).count();
    let ranges = list.iter().skip(1).any(|day| day.link == Link::Range);
    let together = units == 1 || (!ranges && (months == 1 || (units == 2 && list[1].year.is_some())));
    if together || consecutive(list) {
        found.push(mention(reader, list));
        return;
    }
    let mut from = 0;
    for at in 0..list.len() {
        if is_range_start(list, at) {
            continue;
        }
        let closes = list[at].has_month || ranges;
        if closes || at + 1 == list.len() {
            found.push(mention(reader, &list[from..=at]));
            from = at + 1;
        }
    }
}

fn is_range_start(list: &[Day], at: usize) -> bool {
    list.get(at + 1).is_some_and(|next| next.link == Link::Range)
}

fn consecutive(list: &[Day]) -> bool {
    let points: Vec<Point> = list.iter().map(point).collect();
    list.iter().all(|day| day.link == Link::And && day.year.is_some())
        && Value::several(points, false).shape == Shape::Interval
}

fn point(day: &Day) -> Point {
    let (calendar, month) = day.month.map_or((Calendar::default(), None), |(calendar, month)| (calendar, Some(month)));
    Point {
        calendar,
        year: day.year,
        month,
        day: Some(day.day),
        time: day.time.map(|(time, _)| time),
        ..Point::default()
    }
}

/// The days of the points, where they are full.
fn points_of(value: &Value) -> Vec<Option<NaiveDate>> {
    value.points.iter().map(Point::date).collect()
}

/// One mention of `list`, with what looks wrong in it.
fn mention(reader: Reader<'_>, list: &[Day]) -> Pending {
    let points: Vec<Point> = list.iter().map(point).collect();
    let value = match list {
        // "de 13h30 à 17h30"
        [Day { time: Some((_, Some(last))), .. }] => {
            Value::interval(points[0], Point { time: Some(*last), ..points[0] })
        }
        [first, last] if last.link == Link::Range && first.day <= 31 => Value::interval(points[0], points[1]),
        _ => Value::several(points, list.last().is_some_and(|day| day.link == Link::Or) && list.len() > 1),
    };
    let words = list[0].words.start..list[list.len() - 1].words.end;
    let mut pending = Pending::new(reader.span(words.clone()), words, value);
    for (day, point) in list.iter().zip(list.iter().map(point)) {
        if !point.is_possible() {
            pending.possible = false;
            let message =
                format!("no calendar has the day '{}'", &reader.reading.clean[reader.span(day.words.clone()).range()]);
            pending.doubts.push(Doubt::new(Code::ImpossibleDate, Severity::Error, message));
        } else if let (Some(printed), Some(date)) = (day.weekday, point.date()) {
            let weekday = date.weekday();
            if weekday.number_from_monday() != u32::from(printed) {
                let message = format!(
                    "{date} is a {}, the text prints a {}",
                    WEEKDAYS[weekday.num_days_from_monday() as usize],
                    WEEKDAYS[usize::from(printed) - 1]
                );
                pending.doubts.push(Doubt::new(Code::WeekdayMismatch, Severity::Warning, message));
            }
        }
    }
    if let (Shape::Interval, [Some(start), Some(end)]) = (pending.value.shape, &*points_of(&pending.value))
        && start > end
    {
        pending.possible = false;
        let text = &reader.reading.clean[pending.span.range()];
        let message = format!("'{text}' ends before it starts");
        pending.doubts.push(Doubt::new(Code::ImpossibleDate, Severity::Error, message));
    }
    if let [only] = list {
        pending.weekday = only.weekday;
    }
    pending
}

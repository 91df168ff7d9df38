//! Dates without days: months, years, decades, seasons, quarters; alone, in ranges and in lists.

use super::reader::{Link, Reader};
use super::scan::Pending;
use super::value::{Calendar, Point, Value};
use crate::diagnostic::Code;
use crate::grammar::date::numeric;
use crate::grammar::number::number;
use crate::grammar::ordinal::ordinal;
use crate::lexicon::Set;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::text::CleanSpan;
use crate::text::word::tokens;

/// One member of a list, with the word after it and what stands before it.
#[derive(Debug, Clone, Copy)]
struct Member {
    start: usize,
    end: usize,
    point: Point,
    link: Link,
}

/// Reads months at the word `at`: `septembre 2013`, `juillet et août 2013`, `octobre 2013 à mars 2014`, `Rajab 1432`.
pub(super) fn months(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let glued = reader.reading.words[at].join == Join::Glued;
    if glued && reader.before(at).is_some_and(|word| "/._-".contains(reader.text(word))) {
        // a symbol: "AU/Dec.1950"
        return None;
    }
    if let Some(end) = month_first(reader, at, found) {
        return Some(end);
    }
    let mut list: Vec<Member> = Vec::new();
    let (mut at, mut link) = (at, Link::And);
    let mut whole = 0;
    while let Some((next, (calendar, month, false))) = month_at(reader, at) {
        let year = reader.year(next, calendar);
        let end = year.map_or(next, |(end, _)| end);
        let point = Point { calendar, year: year.map(|(_, year)| year), month: Some(month), ..Point::default() };
        list.push(Member { start: at, end, point, link });
        if year.is_some() {
            whole = list.len();
        }
        let Some((after, (kind, _))) = reader.link(end).filter(|_| list.len() < 24) else { break };
        (at, link) = (after, kind);
    }
    list.truncate(whole);
    for at in (0..list.len().saturating_sub(1)).rev() {
        if list[at].point.year.is_none() {
            let turns = list[at + 1].link == Link::Range && list[at].point.month > list[at + 1].point.month;
            list[at].point.year = list[at + 1].point.year.map(|year| year - i32::from(turns));
        }
    }
    emit(reader, &list, found)
}

/// A month at the first word of a candidate, which may open a paragraph.
fn month_at(reader: Reader<'_>, at: usize) -> Option<(usize, (Calendar, u8, bool))> {
    let word = reader.reading.words.get(at)?;
    match reader.dates().value(word.id, Set::Month) {
        Some(month) => {
            let point = reader.is_mark(at + 1, ".") && reader.text(word).len() <= 5;
            let point = point && reader.year(at + 2, Calendar::Gregorian).is_some();
            Some((at + 1 + usize::from(point), (Calendar::Gregorian, month, false)))
        }
        None => {
            let (count, month) = reader.dates().hijri(reader.ids(at))?;
            Some((at + count, (Calendar::Hijri, month, false)))
        }
    }
}

/// month-first = month day [ "," ] year ; as lists of press pages have it
fn month_first(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let month = reader.dates().value(reader.reading.words.get(at)?.id, Set::Month)?;
    let figures = reader.next(at + 1).filter(|word| matches!(word.kind, SegmentKind::Number))?;
    let day = crate::grammar::date::day(reader.text(figures))?;
    let comma = reader.is_mark(at + 2, ",-");
    let year = reader.next(at + 2 + usize::from(comma)).filter(|word| reader.text(word).len() == 4)?;
    let year: i32 = reader.text(year).parse().ok().filter(|year| (1500..2200).contains(year))?;
    let end = at + 3 + usize::from(comma);
    let point = Point { day: Some(day), ..Point::of_month(year, month) };
    found.push(Pending::new(reader.span(at..end), at..end, Value::one(point)));
    Some(end)
}

/// Reads years at the word `at`: `2013`, `2009, 2011 et 2014`, `1974 à 1976`, `2015-2018`. `led`: words before it say that it is
/// a year; without them only a range counts.
pub(super) fn years(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    if led && let Some(end) = split_year(reader, at, found) {
        return Some(end);
    }
    let mut list: Vec<Member> = Vec::new();
    let (mut at, mut link) = (at, Link::And);
    while let Some(year) = year(reader, at, link == Link::Range) {
        let year = match (year, list.last()) {
            (short @ ..100, Some(last)) => last.point.year? / 100 * 100 + short,
            _ => year,
        };
        let rises = list.last().is_none_or(|last| last.point.year.is_some_and(|last| last < year));
        if link == Link::Range && !rises {
            break;
        }
        list.push(Member { start: at, end: at + 1, point: Point::of_year(year), link });
        let Some((after, (kind, article))) = reader.link(at + 1).filter(|_| list.len() < 24) else { break };
        if kind == Link::Slash || (article && kind != Link::Range) {
            break;
        }
        (at, link) = (after, kind);
    }
    // a list may stop at a number that is none: `en 2009, 2011 et 2014/15`
    while list.last().is_some_and(|last| !reader.is_apart(list[0].start..last.end)) {
        list.pop();
    }
    let ranged = list.get(1).is_some_and(|second| second.link == Link::Range);
    if !led {
        list.truncate(if ranged { 2 } else { 0 });
    }
    emit(reader, &list, found)
}

/// split-year = year "/" ( 2DIGIT / year ) ; the next year: the budget of `l’exercice 2013/14`
fn split_year(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let first = year(reader, at, false)?;
    let word = reader.next(at + 2).filter(|word| reader.is_mark(at + 1, "/") && word.join == Join::Glued)?;
    let text = reader.text(word);
    let second = first + 1;
    let follows = text.parse() == Ok(second) || (text.len() == 2 && text.parse() == Ok(second % 100));
    if !follows || !reader.is_apart(at..at + 3) {
        return None;
    }
    let value = Value::interval(Point::of_year(first), Point::of_year(second));
    found.push(Pending::new(reader.span(at..at + 3), at..at + 3, value));
    Some(at + 3)
}

/// year = 4DIGIT / 2DIGIT ; 1500 to 2199, two figures only at the end of a range
fn year(reader: Reader<'_>, at: usize, ends: bool) -> Option<i32> {
    let word = reader.reading.words.get(at).filter(|word| word.kind == SegmentKind::Number)?;
    let text = reader.text(word);
    match text.len() {
        4 => text.parse().ok().filter(|year| (1500..2200).contains(year)),
        2 if ends && word.join == Join::Hyphen => text.parse().ok(),
        _ => None,
    }
}

/// One mention for all members that share a year or are years; a range is one value.
fn emit(reader: Reader<'_>, list: &[Member], found: &mut Vec<Pending>) -> Option<usize> {
    let end = list.last()?.end;
    let mut from = 0;
    for at in 0..list.len() {
        let next = list.get(at + 1);
        let joined = next.is_some_and(|next| {
            next.link == Link::Range || list[at].point.month.is_none() || list[at].point.year == next.point.year
        });
        if joined {
            continue;
        }
        let members = &list[from..=at];
        let words = members[0].start..members[members.len() - 1].end;
        let points: Vec<Point> = members.iter().map(|member| member.point).collect();
        let value = match members {
            [_, last] if last.link == Link::Range => Value::interval(points[0], points[1]),
            _ => Value::several(
                points,
                members.len() > 1 && members.last().is_some_and(|member| matches!(member.link, Link::Or | Link::Slash)),
            ),
        };
        found.push(Pending::new(reader.span(words.clone()), words, value));
        from = at + 1;
    }
    Some(end)
}

/// Reads decades at the word `at`, `années`: `les années 1990`, `les années soixante`, `les années 1970 et 1980`.
pub(super) fn decades(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let mut points = Vec::new();
    let mut end: Option<(usize, CleanSpan)> = None;
    let (mut next, mut link) = (at + 1, Link::And);
    let mut shape = Link::And;
    while let Some((after, point, span)) = decade(reader, next) {
        points.push(point);
        end = Some((after, span));
        shape = link;
        let Some((linked, (kind, _))) = reader.link(after).filter(|_| points.len() < 24) else {
            next = after;
            break;
        };
        (next, link) = (linked, kind);
    }
    let (after, last) = end?;
    if next > after && year(reader, next, false).is_some() {
        // "les années 2010 et 2011" are years
        return None;
    }
    let value = match (shape, points.as_slice()) {
        (Link::Range, &[first, last]) => Value::interval(first, last),
        _ => Value::several(points, shape == Link::Or),
    };
    let span = reader.reading.words[at].span.cover(last);
    found.push(Pending::new(span, at..after, value));
    Some(after)
}

/// decade = 3DIGIT "0" / DIGIT "0" [ "s" ] / words ; the span without the English "s"
fn decade(reader: Reader<'_>, at: usize) -> Option<(usize, Point, CleanSpan)> {
    let word = reader.next(at)?;
    let text = reader.text(word);
    let (end, year, span) = match word.kind {
        SegmentKind::Number | SegmentKind::Mixed => {
            let figures = text.trim_end_matches(['s', 'S']);
            let start = word.span.start as usize;
            let span = CleanSpan::new(start, start + figures.len());
            (at + 1, figures.parse::<i32>().ok().filter(|_| matches!(figures.len(), 2 | 4))?, span)
        }
        SegmentKind::Word => {
            let numbers = &reader.reading.lexicon.numbers;
            numbers.word(word.id)?;
            let (count, year) = number(tokens(reader.reading.clean, &reader.reading.words[at..]), numbers)?;
            (at + count, i32::try_from(year).ok()?, reader.span(at..at + count))
        }
        SegmentKind::Punctuation => return None,
    };
    let fits = (10..100).contains(&year) || (1500..2200).contains(&year);
    (fits && year % 10 == 0).then_some((end, Point { decade: true, ..Point::of_year(year) }, span))
}

/// Reads a season with its year at the word `at`: `printemps 2013`, `été de 2014`.
pub(super) fn season(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let word = reader.reading.words.get(at)?;
    let season = reader.dates().value(word.id, Set::Season)?;
    let led = reader.before(at).is_none_or(|before| {
        let dates = reader.dates();
        dates.is(before.id, Set::Article) || dates.is(before.id, Set::YearLead) || dates.is(before.id, Set::Or)
    });
    let (end, year) = reader.year(at + 1, Calendar::Gregorian).filter(|_| led)?;
    found.push(Pending::new(reader.span(at..end), at..end, Value::one(Point::of_month(year, season))));
    Some(end)
}

/// Reads part of a year at the word `at`: `premier trimestre 2015`, `1er semestre de l’année 2017`, `dernier trimestre 2014`.
pub(super) fn quarter(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let lexicon = reader.reading.lexicon;
    let words = reader.reading.words;
    let last = reader.dates().is(words.get(at)?.id, Set::Last);
    let (count, nth) =
        if last { (1, 0) } else { ordinal(tokens(reader.reading.clean, &words[at..]), &lexicon.numbers)? };
    let length = u32::from(reader.dates().value(reader.next(at + count)?.id, Set::Quarter)?);
    let fill = (at + count + 1..).take(4).take_while(|&at| reader.is(at, Set::Filler)).count();
    let (end, year) = reader.year(at + count + 1 + fill, Calendar::Gregorian)?;
    let nth = if last { 12 / length } else { nth };
    let month =
        |month: u32| Some(Point::of_month(year, u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?));
    let value =
        Value::interval(month((nth.checked_sub(1)?).checked_mul(length)? + 1)?, month(nth.checked_mul(length)?)?);
    found.push(Pending::new(reader.span(at..end), at..end, value));
    Some(end)
}

/// Reads a date in figures at the word `at`: `22/09/2022`, `19.2.2016`, `20 02 2014`.
pub(super) fn figures(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    let words = reader.reading.words;
    let start = words[at].span.start as usize;
    let next = reader.next(at + 1)?;
    let (end, date) = match next.join {
        Join::Space if next.kind == SegmentKind::Number || reader.text(next) == "/" => spaced(reader, at)?,
        Join::Glued if !matches!(reader.text(next), "/" | ".") => return None,
        Join::Space | Join::Break => return None,
        Join::Glued | Join::Hyphen => {
            let rest = &reader.reading.clean[start..];
            let Ok((rest, date)) = numeric(rest) else { return spaced_month(reader, at, found) };
            let end = reader.reading.clean.len() - rest.len();
            let count = words[at..].iter().take_while(|word| (word.span.end as usize) <= end).count();
            if date.day.is_none() && !led && reader.text(next) == "/" {
                return None;
            }
            (at + count, date)
        }
    };
    if !reader.is_apart(at..end) {
        return None;
    }
    let point = Point { day: date.day, ..Point::of_month(date.year, date.month) };
    let mut pending = Pending::new(reader.span(at..end), at..end, Value::one(point));
    if !point.is_possible() {
        pending.possible = false;
        let text = &reader.reading.clean[pending.span.range()];
        pending.doubts.push((Code::ImpossibleDate, format!("no calendar has the day '{text}'")));
    }
    found.push(pending);
    Some(end)
}

/// spaced = day SP month SP year / month SP "/" year
fn spaced(reader: Reader<'_>, at: usize) -> Option<(usize, crate::grammar::date::Numeric)> {
    let figures = |at: usize, most: i32| {
        let word = reader.reading.words.get(at).filter(|word| word.kind == SegmentKind::Number)?;
        reader.text(word).parse::<i32>().ok().filter(|value| (1..=most).contains(value))
    };
    let year = |at: usize| figures(at, 2199).filter(|&year| year >= 1900);
    if reader.is_mark(at + 1, "/") {
        let (month, year) = (u8::try_from(figures(at, 12)?).ok()?, year(at + 2)?);
        return Some((at + 3, crate::grammar::date::Numeric { year, month, day: None }));
    }
    let follows = |at: usize| reader.next(at).is_some_and(|word| word.join == Join::Space);
    if !(follows(at + 1) && follows(at + 2)) || reader.before(at).is_some_and(|word| word.kind == SegmentKind::Number) {
        return None;
    }
    let (day, month, year) = (figures(at, 31)?, figures(at + 1, 12)?, year(at + 2)?);
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    Some((at + 3, crate::grammar::date::Numeric { year, month, day: Some(day) }))
}

/// `11/ 2016`: a space that symbols do not have.
fn spaced_month(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let apart = reader.next(at + 2).is_some_and(|word| word.join == Join::Space);
    let (end, date) = spaced(reader, at).filter(|(_, date)| apart && date.day.is_none())?;
    let point = Point::of_month(date.year, date.month);
    found.push(Pending::new(reader.span(at..end), at..end, Value::one(point)));
    Some(end)
}

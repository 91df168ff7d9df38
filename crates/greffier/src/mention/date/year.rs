//! Years, decades and centuries; alone, in ranges and in lists.

use super::list::{Member, emit};
use super::reader::{Link, Reader};
use super::scan::Pending;
use super::value::{Calendar, Point, Reach, Value};
use crate::grammar::number::number;
use crate::grammar::ordinal::ordinal;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Set, Start};
use crate::text::CleanSpan;
use crate::text::word::tokens;

/// Reads years at the word `at`: `2013`, `2009, 2011 et 2014`, `1974 à 1976`, `2015-2018`. `led`: words before it say that it is
/// a year; without them only a range counts.
pub(super) fn years(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    if let Some(end) = split_year(reader, at, led, found) {
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
    if ranged && !led && reader.before(list[0].start).is_some_and(|word| reader.dates().is(word.id, Set::Numbered)) {
        return None;
    }
    // "de 1973, 1984 et 2005"
    let listed = list.len() > 1 && list.windows(2).all(|pair| pair[0].point.year < pair[1].point.year) && {
        let before = |set| reader.before(list[0].start).is_some_and(|word| reader.dates().is(word.id, set));
        before(Set::Of)
    };
    if !led && !listed {
        list.truncate(if ranged { 2 } else { 0 });
    }
    emit(reader, &list, found)
}

/// split-year = year ( "/" / "-" ) ( 2DIGIT / year ) ; the next year: the budget of `l’exercice 2013/14`. Two figures count only where
/// words before it say that it is a year, and nothing counts after what cites: `la résolution 2012/13`.
fn split_year(reader: Reader<'_>, at: usize, led: bool, found: &mut Vec<Pending>) -> Option<usize> {
    let first = year(reader, at, false)?;
    let hyphen = led && reader.next(at + 1).is_some_and(|word| word.join == Join::Hyphen);
    let end = if hyphen { at + 2 } else { at + 3 };
    let word =
        reader.next(end - 1).filter(|word| hyphen || (reader.is_mark(at + 1, "/") && word.join == Join::Glued))?;
    let text = reader.text(word);
    let second = first + 1;
    let follows = text.parse() == Ok(second) || (text.len() == 2 && text.parse() == Ok(second % 100));
    let cited = || reader.before(at).is_some_and(|word| word.starts.has(Start::Citation) && !word.is_punctuation());
    if !follows || !reader.is_apart(at..end) || (!led && (text.len() == 2 || cited())) {
        return None;
    }
    let value = Value::interval(Point::of_year(first), Point::of_year(second));
    found.push(Pending::new(reader.span(at..end), at..end, value));
    Some(end)
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

/// Reads a year in words at the word `at`: `l’an deux mille dix`; `l’an deux mille dix et le trois mai`, as minutes open.
pub(super) fn in_words(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (end, year) = reader.year(at, Calendar::Gregorian)?;
    if let Some(end) = day_of(reader, at, end, year, found) {
        return Some(end);
    }
    found.push(Pending::new(reader.span(at..end), at..end, Value::one(Point::of_year(year))));
    Some(end)
}

/// The same with the year in figures: `l’an 2010 et le 3 mai`.
pub(super) fn day_of_figures(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    day_of(reader, at, at + 1, year(reader, at, false)?, found)
}

/// day-of = year [ "," ] [ "et" ] "le" day month
fn day_of(reader: Reader<'_>, at: usize, end: usize, year: i32, found: &mut Vec<Pending>) -> Option<usize> {
    let noun = reader.before(at).filter(|word| reader.dates().is(word.id, Set::Solemn))?;
    let (next, (Link::And, true)) = reader.link(end)? else { return None };
    reader.next(next)?;
    let mut day = Vec::new();
    let last = super::day::days(reader, next, &mut day)?;
    let [only] = day.as_mut_slice() else { return None };
    let [point] = only.value.points.as_mut_slice() else { return None };
    if point.year.is_some() {
        return None;
    }
    point.year = Some(year);
    only.span = noun.span.cover(only.span);
    only.words.start = at - 1;
    found.append(&mut day);
    Some(last)
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
    (fits && year % 10 == 0).then_some((end, Point::of_decade(year), span))
}

/// Reads a century at its noun: `au XIXe siècle`. In a name or after what is not of the time it is no date: `les défis du XXIe siècle`.
pub(super) fn century(reader: Reader<'_>, noun: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let words = reader.reading.words;
    let numbers = &reader.reading.lexicon.numbers;
    let reads = |count: &usize| {
        let at = noun.checked_sub(*count)?;
        let inside = (at..noun).all(|at| !words[at + 1].opens());
        let (taken, nth) = ordinal(tokens(reader.reading.clean, &words[at..]), numbers).filter(|_| inside)?;
        (taken == *count && (1..=21).contains(&nth)).then_some((at, nth))
    };
    let (at, nth) = (1..=4).rev().find_map(|count| reads(&count))?;
    let is_before = |at, set| reader.before(at).is_some_and(|word| reader.dates().is(word.id, set));
    let ends = at.checked_sub(1).filter(|&of| {
        is_before(at, Set::Of) && [Set::Start, Set::Middle, Set::End].iter().any(|&set| is_before(of, set))
    });
    // the present one is an age, and seldom a time
    if nth > 20 || !(is_before(at, Set::Range) || ends.is_some()) {
        return None;
    }
    let year = 100 * (i32::try_from(nth).ok()? - 1);
    let point = Point { reach: Reach::Century, about: ends.is_some(), ..Point::of_year(year) };
    let words = ends.map_or(at, |of| of - 1)..noun + 1;
    found.push(Pending::new(reader.span(words.clone()), words, Value::one(point)));
    Some(noun + 1)
}

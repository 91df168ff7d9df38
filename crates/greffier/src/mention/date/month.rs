//! Dates without days: months, seasons, parts of a month or of a year; alone, in ranges and in lists.

use chrono::NaiveDate;

use super::list::{Member, emit};
use super::reader::{Link, Reader};
use super::relative::year_told;
use super::scan::Pending;
use super::value::{Calendar, Point, Value};
use crate::grammar::ordinal::ordinal;
use crate::lexicon::Set;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::text::word::tokens;
use crate::text::{Case, Word};

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
    if whole == 0
        && let [only] = list.as_slice()
    {
        return told(reader, *only, found);
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

/// A month whose year is told by other words: `mars dernier`, `mai de la même année`.
fn told(reader: Reader<'_>, only: Member, found: &mut Vec<Pending>) -> Option<usize> {
    let word = &reader.reading.words[only.start];
    let number = reader.reading.lexicon.numbers.word(word.id).is_some();
    let words = only.start..only.end;
    let pending = Pending::new(reader.span(words.clone()), words, Value::one(only.point));
    let pending = year_told(reader, pending).filter(|_| !number)?;
    let end = pending.words.end;
    found.push(pending);
    Some(end)
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

/// Reads part of a year or of a month at the word `at`: `premier trimestre 2015`, `1er semestre de l’année 2017`, `deux premiers
/// trimestres de 2014`, `seconde moitié de 2015`, `deuxième quinzaine d’avril 2014`, `T3 2014`.
pub(super) fn part(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    if !names_part(reader, at) {
        return None;
    }
    if let Some(end) = weekday(reader, at, found) {
        return Some(end);
    }
    let nth = short(reader, at).or_else(|| several(reader, at)).or_else(|| nth(reader, at))?;
    let fill = (nth.end..).take(4).take_while(|&at| reader.is(at, Set::Filler)).count();
    let at_date = nth.end + fill;
    let (end, value) = match reader.year(at_date, Calendar::Gregorian) {
        Some((end, year)) => (end, months_of(nth, year)?),
        None => {
            let (next, (calendar, month, _)) = reader.month(at_date).filter(|_| fill > 0)?;
            let (end, year) = reader.year(next, calendar).filter(|_| calendar == Calendar::Gregorian)?;
            (end, days_of(nth, year, month)?)
        }
    };
    found.push(Pending::new(reader.span(at..end), at..end, value));
    Some(end)
}

/// Whether the noun of a part stands near: most numbers count something else.
fn names_part(reader: Reader<'_>, at: usize) -> bool {
    let dates = reader.dates();
    let noun = |word: &Word| {
        let is = |set| dates.is(word.id, set);
        is(Set::YearPart) || is(Set::MonthPart) || is(Set::Half) || is(Set::Weekday)
    };
    let short = || reader.reading.words.get(at).is_some_and(|word| word.span.len() == 2 && word.case == Case::Capital);
    (at + 1..=at + NOUN).map_while(|at| reader.next(at)).any(noun) || short()
}

/// More words than stand between the first number of a part and its noun: `vingt et unième et vingt-deuxième`.
const NOUN: usize = 10;

/// nth-weekday = ordinal weekday "de" month year ; `le premier mercredi de mai 2013`
fn weekday(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let words = reader.reading.words.get(at..)?;
    let (count, nth) = ordinal(tokens(reader.reading.clean, words), &reader.reading.lexicon.numbers)?;
    let number = reader.dates().value(reader.next(at + count)?.id, Set::Weekday)?;
    let of = at + count + 1;
    let (next, (_, month, _)) = reader.month(of + 1).filter(|_| reader.is(of, Set::Of))?;
    let (end, year) = reader.year(next, Calendar::Gregorian)?;
    let weekday = chrono::Weekday::try_from(number - 1).ok()?;
    let date = NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, u8::try_from(nth).ok()?)?;
    found.push(Pending::new(reader.span(at..end), at..end, Value::one(Point::of_date(date))));
    Some(end)
}

/// Which parts of a year or of a month: the first and the last of them, counted from 1; 0 is the last that there is.
#[derive(Debug, Clone, Copy)]
struct Nth {
    first: u32,
    last: u32,
    /// Months of such a part of a year.
    months: Option<u32>,
    /// Days of such a part of a month.
    days: Option<u32>,
    /// The word after the noun.
    end: usize,
}

impl Nth {
    fn new(reader: Reader<'_>, noun: usize, first: u32, last: u32) -> Option<Self> {
        let id = reader.next(noun)?.id;
        let dates = reader.dates();
        let half = dates.is(id, Set::Half);
        let months = dates.value(id, Set::YearPart).map(u32::from).or(half.then_some(6));
        let days = dates.value(id, Set::MonthPart).map(u32::from).or(half.then_some(15));
        (months.or(days).is_some()).then_some(Self { first, last, months, days, end: noun + 1 })
    }
}

/// short = ( "T" / "S" ) figure ; as tables have it
fn short(reader: Reader<'_>, at: usize) -> Option<Nth> {
    let word = reader.reading.words.get(at)?;
    let (months, figure) = match reader.text(word).as_bytes() {
        [b'T', figure] => (3, figure),
        [b'S', figure] => (6, figure),
        _ => return None,
    };
    let nth = char::from(*figure).to_digit(10)?;
    Some(Nth { first: nth, last: nth, months: Some(months), days: None, end: at + 1 })
}

/// several = number ( "premiers" / "derniers" ) noun
fn several(reader: Reader<'_>, at: usize) -> Option<Nth> {
    let word = reader.reading.words.get(at)?;
    let (next, count) = match word.kind {
        SegmentKind::Number => (at + 1, reader.text(word).parse().ok()?),
        SegmentKind::Word => reader.number(at)?,
        _ => return None,
    };
    let nth = Nth::new(reader, next + 1, 1, count)?;
    if reader.is(next, Set::First) {
        return Some(nth);
    }
    let all = 12 / nth.months.filter(|_| reader.is(next, Set::Last))?;
    Some(Nth { first: (all + 1).checked_sub(count)?, last: all, ..nth })
}

/// nth = ( ordinal [ "et" ordinal ] / "dernier" ) noun
fn nth(reader: Reader<'_>, at: usize) -> Option<Nth> {
    if reader.dates().is(reader.reading.words.get(at)?.id, Set::Last) {
        return Nth::new(reader, at + 1, 0, 0);
    }
    let read = |at: usize| {
        let words = reader.reading.words.get(at..)?;
        let (count, nth) = ordinal(tokens(reader.reading.clean, words), &reader.reading.lexicon.numbers)?;
        Some((at + count, nth))
    };
    let (next, first) = read(at)?;
    if let Some(nth) = Nth::new(reader, next, first, first) {
        return Some(nth);
    }
    let (after, (Link::And, _)) = reader.link(next)? else { return None };
    let (noun, last) = read(after).filter(|&(_, last)| last == first + 1)?;
    Nth::new(reader, noun, first, last)
}

/// The months of parts of a year.
fn months_of(nth: Nth, year: i32) -> Option<Value> {
    let length = nth.months?;
    let all = 12 / length;
    let (first, last) = if nth.last == 0 { (all, all) } else { (nth.first, nth.last) };
    if first == 0 || last > all || first > last {
        return None;
    }
    let month = |month: u32| Some(Point::of_month(year, u8::try_from(month).ok()?));
    Some(Value::interval(month((first - 1) * length + 1)?, month(last * length)?))
}

/// The days of parts of a month: the last part ends with the month.
fn days_of(nth: Nth, year: i32, month: u8) -> Option<Value> {
    let length = nth.days?;
    let all = 30 / length;
    let (first, last) = if nth.last == 0 { (all, all) } else { (nth.first, nth.last) };
    if first == 0 || last > all || first > last {
        return None;
    }
    let (_, end) = Point::of_month(year, month).days()?;
    let day = |day: u32| Some(Point { day: Some(u8::try_from(day).ok()?), ..Point::of_month(year, month) });
    let to = if last == all { Point::of_date(end) } else { day(last * length)? };
    Some(Value::interval(day((first - 1) * length + 1)?, to))
}

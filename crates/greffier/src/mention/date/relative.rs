//! Dates that other dates give: `la veille`, `l’an dernier`, `lundi dernier`, `le 5 mai de la même année`, `la fin de l’année`.

use super::reader::Reader;
use super::scan::{Pending, Side, date};
use super::value::{Calendar, Point, Value};
use crate::lexicon::{Relative, Set, Unit};

/// relative = "ce jour" [ "," date ] / "le même jour" / "la veille" / "l'an dernier" ; not `la veille de`, `à ce jour`, `de demain`
pub(super) fn relative(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let (end, (start, relative)) = reader.relative(at)?;
    let is_before = |set| reader.before(start).is_some_and(|word| reader.dates().is(word.id, set));
    let day = matches!(relative, Relative::Today | Relative::Yesterday | Relative::Tomorrow);
    let vague = match relative {
        // "à ce jour", "l'Afrique de demain"
        Relative::Today if start == at => is_before(Set::Of),
        Relative::Today => is_before(Set::Range),
        Relative::Yesterday | Relative::Tomorrow => is_before(Set::Of) || is_before(Set::Article),
        // "la veille de la session", "nuire à la veille"
        Relative::Eve | Relative::Morrow => reader.is(end, Set::Of) || is_before(Set::Range),
        _ => false,
    };
    if vague {
        return None;
    }
    if day {
        let from = found.len();
        let comma = usize::from(reader.is_mark(end, ","));
        let article = usize::from(reader.is(end + comma, Set::Article));
        if reader.next(end + comma + article).is_some()
            && let Some(next) = date(reader, end + comma + article, false, found)
        {
            if let Some(first) = found.get_mut(from) {
                first.span = reader.reading.words[start].span.cover(first.span);
            }
            return Some(next);
        }
    }
    let pending = Pending::new(reader.span(start..end), start..end, Value::one(Point::default()));
    found.push(Pending { relative: Some(relative), ..pending });
    Some(end)
}

/// weekday = weekday ( "dernier" / "prochain" )
pub(super) fn weekday(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let weekday = reader.dates().value(reader.reading.words.get(at)?.id, Set::Weekday)?;
    let side = side(reader, at + 1)?;
    let pending = Pending::new(reader.span(at..at + 2), at..at + 2, Value::one(Point::default()));
    found.push(Pending { weekday: Some(weekday), side: Some(side), ..pending });
    Some(at + 2)
}

/// On which side of the document's date the words before `at` lie: `dernier`, `prochain`.
pub(super) fn side(reader: Reader<'_>, at: usize) -> Option<Side> {
    if reader.is(at, Set::Past) {
        Some(Side::Before)
    } else if reader.is(at, Set::Next) {
        Some(Side::After)
    } else {
        None
    }
}

/// A mention without a year with the words after it that tell the year, where there are such.
pub(super) fn year_told(reader: Reader<'_>, pending: Pending) -> Option<Pending> {
    // the words tell Gregorian years
    if pending.value.points.iter().any(|point| point.calendar == Calendar::Hijri) {
        return None;
    }
    let (start, at) = (pending.words.start, pending.words.end);
    let (end, relative, side) = match reader.year_of(at) {
        Some((end, relative)) => (end, Some(relative), None),
        None => (at + 1, None, Some(side(reader, at)?)),
    };
    Some(Pending { span: reader.span(start..end), words: start..end, relative, side, ..pending })
}

/// end-of = ( "fin" / "début" ) [ "de" ] ( "l'année" / "le mois" ) [ "en cours" / "prochain" ] ; `at` is the first word
pub(super) fn part_of(reader: Reader<'_>, at: usize, found: &mut Vec<Pending>) -> Option<usize> {
    let mut next = at + 1;
    while reader.is(next, Set::Of) || reader.is(next, Set::Article) || reader.is(next, Set::This) {
        next += 1;
    }
    let unit = reader.dates().unit(reader.next(next)?.id)?;
    let named = reader.relative(next).filter(|(_, (_, relative))| relative.is_year() || is_month(*relative));
    let (end, relative) = match (named, unit.unit) {
        (Some((end, (_, relative))), _) => (end, relative),
        (None, Unit::Year) if unit.count == 1 => (next + 1, Relative::ThisYear),
        (None, Unit::Month) if unit.count == 1 && next > at + 1 => (next + 1, Relative::ThisMonth),
        _ => return None,
    };
    let month = if reader.dates().is(reader.reading.words[at].id, Set::End) { 12 } else { 1 };
    let pending = Pending::new(reader.span(at..end), at..end, Value::one(Point::default()));
    found.push(Pending { relative: Some(relative), part: Some(month).filter(|_| relative.is_year()), ..pending });
    Some(end)
}

fn is_month(relative: Relative) -> bool {
    matches!(relative, Relative::ThisMonth | Relative::LastMonth | Relative::NextMonth | Relative::SameMonth)
}

//! Spans of time: `six mois`, `dans un délai de 30 jours à compter de l’adoption`, `tous les deux ans`.
//!
//! The value is ISO 8601. Days are known where the words say from what it is counted and that is known: a date printed after it, or
//! the document itself.

use std::ops::Range;

use super::PeriodMention;
use super::reader::Reader;
use super::relative::side;
use super::resolve::Anchor;
use super::scan::{Pending, Side};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Amount, Follow, Lead, Set, Unit};
use crate::model::{DateRole, PeriodKind};
use crate::text::{CleanSpan, Word};

/// More words than a phrase before a span of time has.
const LEAD: usize = 6;

/// More words than stand between a span of time and what it is counted from: `à compter de la date de l’adoption de la présente`.
const REACH: usize = 12;

/// Words back that tell an age: `âgés de moins de`.
const AGE: usize = 4;

/// More words than stand before a date that it is counted from: `à compter de la date du`.
const DATE_REACH: usize = 6;

/// What a span of time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// The document: `dans les six prochains mois`.
    Document,
    /// A date that is printed in these words: `à compter du 1er janvier`.
    Date(usize, usize),
    /// Something else, or nothing.
    Unknown,
}

/// A span of time as printed.
#[derive(Debug, Clone)]
pub(super) struct PendingPeriod {
    span: CleanSpan,
    kind: PeriodKind,
    amount: Amount,
    role: Option<DateRole>,
    counted: Counted,
    /// After its anchor, or before it.
    after: bool,
    /// A day so far away, no time up to it: `trente jours avant la session`.
    point: bool,
}

/// Reads a span of time at the word `at`, its number or the word that says how often.
pub(super) fn period(reader: Reader<'_>, at: usize, found: &mut Vec<PendingPeriod>) -> Option<usize> {
    recurrence(reader, at, found).or_else(|| span(reader, at, found))
}

/// recurrence = "chaque année" / "tous les ans" / "deux fois par an"
fn recurrence(reader: Reader<'_>, at: usize, found: &mut Vec<PendingPeriod>) -> Option<usize> {
    let id = reader.reading.words.get(at)?.id;
    if !reader.dates().is(id, Set::Recurrence) {
        return None;
    }
    let (count, &amount) = reader.dates().recurrences.longest(reader.ids(at))?;
    found.push(PendingPeriod {
        span: reader.span(at..at + count),
        kind: PeriodKind::Recurrence,
        amount,
        role: None,
        counted: Counted::Unknown,
        after: true,
        point: false,
    });
    Some(at + count)
}

/// span = [ lead ] number [ "(" figures ")" ] [ "prochains" / "derniers" ] unit [ "suivants" / "écoulés" ]
fn span(reader: Reader<'_>, at: usize, found: &mut Vec<PendingPeriod>) -> Option<usize> {
    let (words, amount, seen) = amount(reader, at)?;
    let lead = lead(reader, words.start);
    let one = amount.count == 1 && lead.is_none();
    if one || is_no_span(reader, &words, amount, lead) {
        return None;
    }
    let (mut start, mut end) = (words.start, words.end);
    // no calendar tells which days are worked
    let working = reader.is(end, Set::Working);
    end += usize::from(working);
    let follow = reader.dates().follows.longest(reader.ids(end)).filter(|_| reader.next(end).is_some());
    let mut after = seen.or_else(|| side(reader, end));
    if seen.is_none() && after.is_some() {
        end += 1;
    }
    let mut counted = if after.is_some() { Counted::Document } else { Counted::Unknown };
    if let Some((count, &follow)) = follow {
        counted = counted_from(reader, end + count);
        after = Some(if follow == Follow::After { Side::After } else { Side::Before });
    } else if matches!(lead, Some((_, Lead::Hence | Lead::Since | Lead::Within))) && after.is_none() {
        counted = Counted::Document;
    }
    if working {
        counted = Counted::Unknown;
    }
    let (kind, role) = match lead.map(|(_, lead)| lead) {
        Some(Lead::Every) => (PeriodKind::Recurrence, None),
        Some(Lead::Within | Lead::Hence) => (PeriodKind::Duration, Some(DateRole::Deadline)),
        Some(Lead::Since) => (PeriodKind::Duration, Some(DateRole::From)),
        // "au cours des dix-huit prochains mois"
        Some(Lead::During) if seen == Some(Side::After) => (PeriodKind::Duration, Some(DateRole::Deadline)),
        Some(Lead::During) | None => (PeriodKind::Duration, None),
    };
    if let Some((first, Lead::Every)) = lead {
        start = first;
    }
    let since = matches!(lead, Some((_, Lead::Since)));
    let after = after.map_or(!since, |side| side == Side::After);
    let point = follow.is_some_and(|(_, &follow)| follow == Follow::Before);
    found.push(PendingPeriod { span: reader.span(start..end), kind, amount, role, counted, after, point });
    Some(end)
}

/// Number and unit: the words, how long, and the side that a word between them tells.
fn amount(reader: Reader<'_>, at: usize) -> Option<(Range<usize>, Amount, Option<Side>)> {
    let word = reader.reading.words.get(at)?;
    let (mut next, number) = match word.kind {
        SegmentKind::Number => (at + 1, reader.text(word).parse().ok()?),
        SegmentKind::Word => reader.number(at)?,
        _ => return None,
    };
    // "trente (30) jours"
    next = reader.figures_again(next, number);
    let side = side(reader, next);
    next += usize::from(side.is_some());
    let amount = reader.dates().unit(reader.next(next)?.id)?.times(number)?;
    (number > 0).then_some((at..next + 1, amount, side))
}

/// The phrase that ends before the word `at`: its first word, and what it says.
fn lead(reader: Reader<'_>, at: usize) -> Option<(usize, Lead)> {
    let most = (1..=LEAD).take_while(|back| at >= *back && !reader.reading.words[at - back + 1].opens()).count();
    (1..=most).rev().find_map(|back| {
        let (count, &lead) = reader.dates().leads.longest(reader.ids(at - back))?;
        (count == back).then_some((at - back, lead))
    })
}

/// `à 18 heures`, `âgés de 15 ans`, `de deux à trois ans`, `soixante-dix ans d’âge`: no span of time, or none with one value.
fn is_no_span(reader: Reader<'_>, words: &Range<usize>, amount: Amount, lead: Option<(usize, Lead)>) -> bool {
    let dates = reader.dates();
    let before = |back: usize| {
        let at = words.start.checked_sub(back)?;
        let inside = (at..words.start).all(|at| !reader.reading.words[at + 1].opens());
        inside.then(|| &reader.reading.words[at])
    };
    let is_before = |back, set| before(back).is_some_and(|word| dates.is(word.id, set));
    let number =
        |word: &Word| word.kind == SegmentKind::Number || reader.reading.lexicon.numbers.word(word.id).is_some();
    let linked = is_before(1, Set::Range) || is_before(1, Set::Or) || before(1).is_some_and(Word::is_punctuation);
    let hyphen = reader.reading.words[words.start].join == Join::Hyphen;
    let ranged = (linked && before(2).is_some_and(number)) || (hyphen && before(1).is_some_and(number));
    let clock = matches!(amount.unit, Unit::Hour | Unit::Minute) && lead.is_none() && amount.count <= 24;
    let aged = reader.is(words.end, Set::Age) || (reader.is(words.end, Set::Of) && reader.is(words.end + 1, Set::Age));
    clock || ranged || aged || (1..=AGE).any(|back| is_before(back, Set::Age))
}

/// What stands after `suivant` or `à compter`: the document, where its words are `la présente décision` or `son adoption`.
fn counted_from(reader: Reader<'_>, at: usize) -> Counted {
    let reach = (at..at + REACH).take_while(|&at| reader.next(at).is_some_and(|word| !word.is_punctuation()));
    let end = at + reach.count();
    if (at..end).any(|at| reader.is(at, Set::Own) && !reader.is(at + 1, Set::Of)) {
        return Counted::Document;
    }
    Counted::Date(at, end.min(at + DATE_REACH))
}

/// A span of time with its days, where its anchor is known.
pub(super) fn resolve_period(period: PendingPeriod, dates: &[Pending], document: Option<Anchor>) -> PeriodMention {
    let anchor = match period.counted {
        Counted::Document => document,
        Counted::Date(from, to) => {
            let first = dates.partition_point(|date| date.words.start < from);
            let date = dates.get(first).filter(|date| date.words.start < to && date.possible);
            date.and_then(|date| Some(Anchor { date: date.value.points[0].date()?, span: Some(date.span) }))
        }
        Counted::Unknown => None,
    };
    let far = anchor.and_then(|anchor| period.amount.from(anchor.date, period.after));
    let near = anchor.map(|anchor| anchor.date);
    let (start, end) = match (period.after, period.point) {
        _ if far.is_none() => (None, None),
        (true, _) => (near, far),
        (false, true) => (None, far),
        (false, false) => (far, near),
    };
    let recurring = if period.kind == PeriodKind::Recurrence { "R/" } else { "" };
    PeriodMention {
        span: period.span,
        kind: period.kind,
        value: format!("{recurring}{}", period.amount),
        start,
        end,
        role: period.role,
        anchor: anchor.filter(|_| far.is_some()).and_then(|anchor| anchor.span),
    }
}

//! Dates in the clean text: found in one pass over the words, completed from one another, written as EDTF.
//!
//! `du 22 octobre au 5 novembre 2013` is one date with the value `2013-10-22/2013-11-05`. A day that no calendar has is no
//! date, but a finding; a wrong weekday, or a Hijri day that is not the Gregorian one, is a doubt about a date that is kept.
//! Articles and prepositions are not part of the span, `d’ici à` and `fin` are: without them the value would be another.
//!
//! Spans of time (`trois mois`, `tous les six mois`) are no dates: they are periods, with days where an anchor gives them.

mod day;
mod figures;
mod list;
mod month;
mod pair;
mod period;
mod reader;
mod relative;
mod repair;
mod resolve;
mod scan;
mod session;
mod value;
mod year;

use chrono::NaiveDate;

use super::Reading;
use crate::diagnostic::{Code, Severity};
use crate::model::{DateRole, Edtf, PeriodKind};
use crate::text::CleanSpan;
use value::Calendar;

/// A date found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateMention {
    pub(crate) span: CleanSpan,
    pub(crate) value: Edtf,
    pub(crate) start: Option<NaiveDate>,
    pub(crate) end: Option<NaiveDate>,
    pub(crate) role: Option<DateRole>,
    /// Another value that the words may have.
    pub(crate) alternative: Option<Edtf>,
    /// The date that gave what is not printed.
    pub(crate) anchor: Option<CleanSpan>,
    /// The same day in another calendar.
    pub(crate) pair: Option<CleanSpan>,
    /// What looks wrong with it.
    pub(crate) doubts: Vec<Doubt>,
}

impl DateMention {
    /// Whether the calendar is the Gregorian one.
    pub(crate) fn is_gregorian(&self) -> bool {
        !self.value.as_str().starts_with(HIJRI)
    }
}

/// How the value of a Hijri date begins.
const HIJRI: &str = "hijri:";

/// A span of time found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PeriodMention {
    pub(crate) span: CleanSpan,
    pub(crate) kind: PeriodKind,
    pub(crate) value: String,
    pub(crate) start: Option<NaiveDate>,
    pub(crate) end: Option<NaiveDate>,
    pub(crate) role: Option<DateRole>,
    pub(crate) anchor: Option<CleanSpan>,
}

/// What looks like a date and is none: `31 avril 2014`; or is one that nothing tells: `la veille`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RefusedDate {
    pub(crate) span: CleanSpan,
    pub(crate) doubts: Vec<Doubt>,
}

/// What looks wrong with a date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Doubt {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) message: String,
}

impl Doubt {
    fn new(code: Code, severity: Severity, message: String) -> Self {
        Self { code, severity, message }
    }
}

/// All that a text says of time; each kind in order, no date overlapping another.
#[derive(Debug, Clone, Default)]
pub(crate) struct FoundDates {
    pub(crate) dates: Vec<DateMention>,
    pub(crate) periods: Vec<PeriodMention>,
    pub(crate) refused: Vec<RefusedDate>,
}

/// Reads the dates of the text; `written` is its own date, where it is known without the text.
pub(crate) fn dates(reading: Reading<'_>, written: Option<NaiveDate>) -> FoundDates {
    let printed = resolve::resolve(reading, scan::scan(reading), written);
    let placed: Vec<_> = printed.dates.iter().map(|pending| (pending.span, pending.value.days())).collect();
    let mut found = FoundDates { periods: printed.periods, ..FoundDates::default() };
    for (pending, &(span, own)) in printed.dates.into_iter().zip(&placed) {
        let doubts = pending.doubts;
        if !pending.possible {
            found.refused.push(RefusedDate { span, doubts });
            continue;
        }
        let pair = pending.pair.map(|at| placed[at]);
        // a Hijri date has the days of its Gregorian pair
        let (start, end) = match (own, pair) {
            ((None, None), Some((_, days))) => days,
            (days, _) => days,
        };
        found.dates.push(DateMention {
            span,
            value: pending.value.to_edtf(),
            start,
            end,
            role: pending.role,
            alternative: pending.alternative.map(|value| value.to_edtf()),
            anchor: pending.anchor,
            pair: pair.map(|(span, _)| span),
            doubts,
        });
    }
    found
}

#[cfg(test)]
mod tests;

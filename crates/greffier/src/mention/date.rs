//! Dates in the clean text: found in one pass over the words, completed from one another, written as EDTF.
//!
//! `du 22 octobre au 5 novembre 2013` is one date with the value `2013-10-22/2013-11-05`. A day that no calendar has is no
//! date, but a finding; a wrong weekday, or a Hijri day that is not the Gregorian one, is a doubt about a date that is kept.
//! Articles and prepositions are not part of the span, `d’ici à` and `fin` are: without them the value would be another.

mod coarse;
mod day;
mod reader;
mod resolve;
mod scan;
mod value;

use chrono::NaiveDate;

use super::Reading;
use crate::diagnostic::Code;
use crate::model::{DateRole, Edtf};
use crate::text::CleanSpan;

/// A date found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateMention {
    pub(crate) span: CleanSpan,
    pub(crate) value: Edtf,
    pub(crate) start: Option<NaiveDate>,
    pub(crate) end: Option<NaiveDate>,
    pub(crate) role: Option<DateRole>,
    /// What looks wrong with it: a code and a message each.
    pub(crate) doubts: Vec<(Code, String)>,
}

/// What looks like a date and is none: `31 avril 2014`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ImpossibleDate {
    pub(crate) span: CleanSpan,
    pub(crate) doubts: Vec<(Code, String)>,
}

/// The dates of the text, in order, none overlapping another, and apart from them those that no calendar has.
pub(crate) fn dates(reading: Reading<'_>) -> (Vec<DateMention>, Vec<ImpossibleDate>) {
    let mut found = scan::scan(reading);
    resolve::resolve(reading, &mut found);
    let mut dates = Vec::with_capacity(found.len());
    let mut impossible = Vec::new();
    for pending in found {
        let (span, doubts) = (pending.span, pending.doubts);
        if pending.possible {
            let (start, end) = pending.value.days();
            dates.push(DateMention { span, value: pending.value.to_edtf(), start, end, role: pending.role, doubts });
        } else {
            impossible.push(ImpossibleDate { span, doubts });
        }
    }
    (dates, impossible)
}

#[cfg(test)]
mod tests;

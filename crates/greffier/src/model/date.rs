//! Dates as the text states them, in EDTF.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A date in EDTF (ISO 8601-2, level 1 and what of level 2 the genre needs).
///
/// `2013-09-25`, `2013-09`, `2013`, `199X`, `2011-06-28/2011-06-30`, `../2015-12-31`, `{2000-05-01,2000-05-06}`,
/// `XXXX-06-18` where no year is written, `2013~` for an approximate year; a Hijri day is `hijri:1436-02-12`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Edtf(String);

impl Edtf {
    /// Takes a string that is EDTF already.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The date as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What a date is to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateRole {
    /// The day of the meeting.
    Meeting,
    /// The day of adoption.
    Adoption,
    /// By when something is to be done: `d’ici à mars 2015`.
    Deadline,
    /// From when something holds: `à compter du 1er janvier 2016`.
    From,
    /// Until when something holds: `jusqu’au 30 juin 2017`.
    Until,
}

/// One mention of a date.
///
/// ```
/// let document = greffier::parse("réunis les 27 et 28 mai 2015 à Niamey");
/// let date = &document.dates[0];
/// assert_eq!(date.value.as_str(), "2015-05-27/2015-05-28");
/// assert_eq!(document.slice(date.span), "27 et 28 mai 2015");
/// assert_eq!(date.end.expect("a full date").to_string(), "2015-05-28");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Date {
    /// The words, without the article: `27 et 28 mai 2015`.
    pub span: Span,
    /// The value: `2015-05-27/2015-05-28`.
    pub value: Edtf,
    /// First day, inclusive; absent where the year is not known, before an open start, and for a Hijri date without a Gregorian one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// Last day, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
    /// What the date is to the text around it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<DateRole>,
    /// The value that the words have in the other reading: `2013-04-05` for `04/05/2013`, which is read day first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Edtf>,
    /// The printed date that gave what these words leave out: the day of `la veille`, the year of `le 2 mars`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Span>,
    /// The same day in another calendar, printed beside it: `26 Rajab 1432 (28 juin 2011)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<Span>,
}

impl Date {
    /// A date mention of which nothing else is known.
    #[must_use]
    pub fn new(span: Span, value: Edtf, start: Option<NaiveDate>, end: Option<NaiveDate>) -> Self {
        Self { span, value, start, end, role: None, alternative: None, anchor: None, pair: None }
    }
}

//! Spans of time as the text states them, in ISO 8601.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::DateRole;
use crate::span::Span;

/// What a [`Period`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PeriodKind {
    /// How long: `pendant six mois`.
    Duration,
    /// How often: `tous les six mois`.
    Recurrence,
    /// A session of a body, whose days are known: `à sa soixante-dix-huitième session`.
    Session,
}

/// A span of time that the text names without a date.
///
/// ```
/// let text = "Fait à Dakar, le 3 mars 2014\n\nLe Comité rendra compte dans les six mois suivant l’adoption de la présente décision.";
/// let dates = greffier::dates(text);
/// let period = &dates.periods[0];
/// assert_eq!(&text[period.span.range()], "six mois");
/// assert_eq!(period.value, "P6M");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Period {
    /// The words, without the preposition: `six mois`.
    pub span: Span,
    /// What it is.
    pub kind: PeriodKind,
    /// A duration (`P6M`, `P30D`, `PT36H`) or a recurrence (`R/P6M`) of ISO 8601; for a session its months or days, in EDTF.
    pub value: String,
    /// First day, inclusive, where the words say from when it is counted and that day is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// Last day, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
    /// What it is to the text around it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<DateRole>,
    /// The printed date that it is counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Span>,
}

impl Period {
    /// A span of time whose days are not known.
    #[must_use]
    pub fn new(span: Span, kind: PeriodKind, value: impl Into<String>) -> Self {
        Self { span, kind, value: value.into(), start: None, end: None, role: None, anchor: None }
    }
}

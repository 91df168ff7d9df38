//! The dates and spans of time of a text for people: a line each, in order, parted by tabs.

use std::fmt::{self, Formatter};

use crate::plain::{name, one_line};
use greffier::{Dates, Span, line_column};

/// Prints what [`greffier::dates`] read in a text: value, role, line and column, words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timetable<'d>(pub(crate) &'d str, pub(crate) &'d Dates);

impl fmt::Display for Timetable<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Timetable(text, dates) = *self;
        let words = |span: Span| one_line(&text[span.range()]);
        let days = dates.dates.iter().map(|date| (date.span, date.value.as_str(), date.role));
        let mut all: Vec<_> =
            days.chain(dates.periods.iter().map(|it| (it.span, it.value.as_str(), it.role))).collect();
        all.sort_by_key(|(span, ..)| *span);
        for (span, value, role) in all {
            let (line, column) = line_column(text, span.start);
            let role = role.map(|role| name(&role)).unwrap_or_default();
            writeln!(out, "{value}\t{role}\t{line}:{column}\t{}", words(span))?;
        }
        dates.diagnostics.iter().try_for_each(|diagnostic| write!(out, "{}", diagnostic.render(text)))
    }
}

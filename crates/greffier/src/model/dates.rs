//! The dates of a text by themselves.

use serde::{Deserialize, Serialize};

use super::{Date, Offsets, Period};
use crate::diagnostic::Diagnostic;
use crate::span::{CharIndex, Span};

/// All that a text says of time, as [`dates`](crate::dates) reads it.
///
/// ```
/// let text = "Le Conseil s’est réuni du lundi 3 au vendredi 7 juin 2013 ; il se réunira avant le 31 novembre 2013.";
/// let dates = greffier::dates(text);
/// for date in &dates {
///     println!("{} {}", date.value, &text[date.span.range()]);
/// }
/// assert_eq!(dates.dates[0].value.as_str(), "2013-06-03/2013-06-07");
/// // a day that no calendar has is no date
/// assert_eq!(dates.diagnostics[0].code.as_str(), "impossible-date");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dates {
    /// Every date mentioned, in order.
    pub dates: Vec<Date>,
    /// Every span of time, in order.
    pub periods: Vec<Period>,
    /// What looks wrong with them, and why words that look like a date are none.
    pub diagnostics: Vec<Diagnostic>,
}

impl Dates {
    /// The same with spans counted in `offsets`; `text` is what was read, and the spans count bytes so far.
    #[must_use]
    pub fn with_offsets(mut self, text: &str, offsets: Offsets) -> Self {
        if offsets == Offsets::Char {
            let index = CharIndex::new(text);
            let mut map = |span: &mut Span| *span = index.to_char_span(*span);
            self.dates.iter_mut().for_each(|date| date.map_spans(&mut map));
            self.periods.iter_mut().for_each(|period| period.map_spans(&mut map));
            self.diagnostics.iter_mut().for_each(|diagnostic| map(&mut diagnostic.span));
        }
        self
    }
}

impl<'d> IntoIterator for &'d Dates {
    type Item = &'d Date;
    type IntoIter = std::slice::Iter<'d, Date>;

    fn into_iter(self) -> Self::IntoIter {
        self.dates.iter()
    }
}

impl IntoIterator for Dates {
    type Item = Date;
    type IntoIter = std::vec::IntoIter<Date>;

    fn into_iter(self) -> Self::IntoIter {
        self.dates.into_iter()
    }
}

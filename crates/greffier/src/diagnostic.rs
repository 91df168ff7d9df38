//! A diagnostic says what looks wrong in a text, and where; the text parses all the same.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::span::{Span, line_column};

/// How much a [`Diagnostic`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing: a number was skipped in a list.
    Note,
    /// Probably wrong in the text: a weekday that does not fit its date.
    Warning,
    /// Surely wrong in the text: 31 April.
    Error,
}

/// What a diagnostic is about: a stable kebab-case code in JSON and in [`Code::as_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Code {
    /// A numbered list skips a number: 22, 24.
    NumberingGap,
    /// A numbered list gives the same number twice.
    NumberingRepeat,
    /// A numbered list goes back.
    NumberingDisorder,
    /// What looks like a marker does not fit any list and was read as text.
    MarkerRejected,
    /// A day that no calendar has: 31 avril.
    ImpossibleDate,
    /// The weekday printed is not the weekday of the date.
    WeekdayMismatch,
    /// A Hijri date and the Gregorian date given with it are not the same day: a note for two days, as the moon is sighted, a warning
    /// for more.
    CalendarMismatch,
    /// Figures that may be read in two ways: 04/05/2013.
    AmbiguousDate,
    /// A date read in spite of a misprint: 28 décernbre 1948.
    RepairedDate,
    /// Words that stand for a day that nothing tells: la veille.
    UnresolvedDate,
    /// A long name with a misprint: `Organisation de la coopération islamqiue`.
    MisspeltName,
    /// The text names two different values for one fact of the meeting.
    ConflictingFact,
    /// The text stops in mid sentence.
    TruncatedText,
}

impl Code {
    /// The code as printed in JSON: `numbering-gap`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Code::NumberingGap => "numbering-gap",
            Code::NumberingRepeat => "numbering-repeat",
            Code::NumberingDisorder => "numbering-disorder",
            Code::MarkerRejected => "marker-rejected",
            Code::ImpossibleDate => "impossible-date",
            Code::WeekdayMismatch => "weekday-mismatch",
            Code::CalendarMismatch => "calendar-mismatch",
            Code::AmbiguousDate => "ambiguous-date",
            Code::RepairedDate => "repaired-date",
            Code::UnresolvedDate => "unresolved-date",
            Code::MisspeltName => "misspelt-name",
            Code::ConflictingFact => "conflicting-fact",
            Code::TruncatedText => "truncated-text",
        }
    }
}

/// Something that looks wrong in the text, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What it is about.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence, lower case, no full stop: `clause 23 is missing between 22 and 24`.
    pub message: String,
    /// Where it stands.
    pub span: Span,
}

impl Diagnostic {
    /// A diagnostic of `severity`.
    #[must_use]
    pub fn new(code: Code, severity: Severity, message: impl Into<String>, span: Span) -> Self {
        Self { code, severity, message: message.into(), span }
    }

    /// The diagnostic as people read it: message, line and column, the line itself, a caret below the span.
    ///
    /// ```
    /// let text = "22. Elle a décidé de clore.\n24. Elle a remercié ses hôtes.\n";
    /// let document = greffier::parse(text);
    /// let shown = document.diagnostics[0].render(text);
    /// assert!(shown.contains("24. Elle a remercié"));
    /// assert!(shown.contains("^^^"));
    /// ```
    #[must_use]
    pub fn render(&self, text: &str) -> String {
        let (line, column) = line_column(text, self.span.start);
        let start = floor_boundary(text, self.span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let shown: String = text[line_start..line_end].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let marked_end = floor_boundary(text, self.span.end).clamp(start, line_end);
        let carets = text[start..marked_end].chars().count().max(1);
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let gutter = line.to_string();
        let pad = " ".repeat(gutter.len());
        let mut out = String::new();
        let _ = writeln!(out, "{severity}[{}]: {}", self.code.as_str(), self.message);
        let _ = writeln!(out, "{pad}--> {line}:{column}");
        let _ = writeln!(out, "{pad} |");
        let _ = writeln!(out, "{gutter} | {shown}");
        let _ = writeln!(out, "{pad} | {}{}", " ".repeat(column - 1), "^".repeat(carets));
        out
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_below_the_words() {
        let text = "1. Décide\n2. Prie, le 31 avril 2014, le Comité\n";
        let start = text.find("31 avril").expect("it is there");
        let span = Span::new(start, start + "31 avril 2014".len());
        let shown = Diagnostic::new(Code::ImpossibleDate, Severity::Error, "april has 30 days", span).render(text);
        let expected = "error[impossible-date]: april has 30 days\n --> 2:13\n  |\n2 | 2. Prie, le 31 avril 2014, le Comité\n  |             ^^^^^^^^^^^^^\n";
        assert_eq!(shown, expected);
    }

    #[test]
    fn codes_print_as_they_serialise() {
        let json = serde_json::to_string(&Code::WeekdayMismatch).expect("a unit variant");
        assert_eq!(json, format!("\"{}\"", Code::WeekdayMismatch.as_str()));
    }
}

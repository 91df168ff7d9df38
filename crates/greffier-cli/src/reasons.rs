//! Why each value was read: a line a value for people, with the readings that were rejected below it.

use std::fmt::{self, Formatter};

use greffier::{CharIndex, Offsets, Reason, Span, line_column};
use serde::Serialize;

use crate::plain::one_line;

/// The reasons for what was read in a text, as JSON has them.
#[derive(Debug, Serialize)]
pub(crate) struct Reasons {
    reasons: Vec<Reason>,
}

impl Reasons {
    /// Those of `text`, with spans in `offsets`.
    pub(crate) fn of(text: &str, mut reasons: Vec<Reason>, offsets: Offsets) -> Self {
        if offsets == Offsets::Char {
            let index = CharIndex::new(text);
            for reason in &mut reasons {
                reason.span = index.to_char_span(reason.span);
                reason.rejected.iter_mut().for_each(|other| other.span = index.to_char_span(other.span));
            }
        }
        Self { reasons }
    }
}

/// Prints reasons: line and column, rule, value, words; parted by tabs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'r>(pub(crate) &'r str, pub(crate) &'r [Reason]);

impl fmt::Display for Told<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Told(text, reasons) = *self;
        let words = |span: Span| one_line(&text[span.range()]);
        for reason in reasons {
            let (line, column) = line_column(text, reason.span.start);
            let value = reason.value.as_deref().unwrap_or("–");
            writeln!(out, "{line}:{column}\t{}\t{value}\t{}", reason.rule, words(reason.span))?;
            for other in &reason.rejected {
                writeln!(out, "\tnot {}\t{}\t{}: {}", other.rule, other.value, words(other.span), other.why)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use greffier::Parser;

    const TEXT: &str = "Le Comité « été » a prié les États\nqui ont ratifié le Pacte d’agir avant le 04/05/2016.";

    #[test]
    fn a_reason_is_a_line_and_what_was_rejected_below() {
        let reasons = Parser::default().reasons(TEXT);
        let shown = Told(TEXT, &reasons).to_string();
        assert!(
            shown.contains(
                "1:19\tact/prier-accusative/subject\trequest\ta prié\n\tnot act/ratifier\tadopt\tont ratifié: "
            ),
            "{shown}"
        );
        assert!(shown.contains("\tdate/day\t2016-05-04\t04/05/2016\n\tnot date/month-first\t2016-04-05\t"), "{shown}");
    }

    #[test]
    fn spans_count_what_is_wished() {
        let first = |offsets| Reasons::of(TEXT, Parser::default().reasons(TEXT), offsets).reasons;
        let act = |reasons: Vec<Reason>| reasons.into_iter().find(|it| it.rule.starts_with("act")).map(|it| it.span);
        assert_eq!(act(first(Offsets::Char)), Some(Span::new(18, 24)));
        assert_eq!(act(first(Offsets::Byte)), TEXT.find("a prié").map(|at| Span::new(at, at + "a prié".len())));
    }
}

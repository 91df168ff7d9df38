//! A paragraph wrapped to a width, with indents; styles inside it take no room.

use std::fmt::{self, Formatter};

use anstyle::Style;

/// Text to be wrapped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paragraph<'t> {
    text: &'t str,
    label: &'t str,
    style: Style,
    indent: usize,
    hanging: usize,
    width: usize,
    lines_at_most: usize,
}

impl<'t> Paragraph<'t> {
    /// A paragraph of plain text, unwrapped.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            label: "",
            style: Style::new(),
            indent: 0,
            hanging: 0,
            width: usize::MAX,
            lines_at_most: usize::MAX,
        }
    }

    /// Puts words before the first line.
    pub(crate) fn label(self, label: &'t str) -> Self {
        Self { label, ..self }
    }

    /// Sets the style of the text.
    pub(crate) fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Sets the columns before every line.
    pub(crate) fn indent(self, indent: usize) -> Self {
        Self { indent, ..self }
    }

    /// Sets the further columns before every line but the first.
    pub(crate) fn hanging(self, hanging: usize) -> Self {
        Self { hanging, ..self }
    }

    /// Sets the column at which lines end.
    pub(crate) fn width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Sets after how many lines the rest is left out, and an ellipsis says so.
    pub(crate) fn lines_at_most(self, lines_at_most: usize) -> Self {
        Self { lines_at_most, ..self }
    }
}

impl fmt::Display for Paragraph<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let style = self.style;
        write!(out, "{:indent$}{}{style}", "", self.label, indent = self.indent)?;
        let mut column = self.indent + columns(self.label);
        let mut lines = 1;
        let mut fresh = true;
        for word in self.text.split_whitespace() {
            let room = columns(word) + usize::from(!fresh);
            if !fresh && column + room > self.width {
                if lines == self.lines_at_most {
                    out.write_str(" …")?;
                    break;
                }
                column = self.indent + self.hanging;
                write!(out, "\n{:column$}", "")?;
                lines += 1;
                fresh = true;
            }
            if !fresh {
                out.write_str(" ")?;
                column += 1;
            }
            out.write_str(word)?;
            column += columns(word);
            fresh = false;
        }
        write!(out, "{style:#}")
    }
}

/// Code points of a word, escape sequences left out.
fn columns(word: &str) -> usize {
    anstream::adapter::strip_str(word).to_string().chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_at_the_width() {
        let shown = Paragraph::new("l’un  après\nl’autre, toujours").indent(2).hanging(2).width(14).to_string();
        assert_eq!(shown, "  l’un après\n    l’autre,\n    toujours");
    }

    #[test]
    fn a_long_word_has_its_line() {
        assert_eq!(
            Paragraph::new("a anticonstitutionnellement b").width(8).to_string(),
            "a\nanticonstitutionnellement\nb"
        );
    }

    #[test]
    fn what_is_left_out_is_said() {
        assert_eq!(Paragraph::new("un deux trois").width(5).lines_at_most(2).to_string(), "un\ndeux …");
    }

    #[test]
    fn styles_take_no_room() {
        let bold = Style::new().bold();
        let styled = format!("{bold}un{bold:#} deux");
        assert_eq!(Paragraph::new(&styled).width(7).to_string(), format!("{bold}un{bold:#} deux"));
    }
}

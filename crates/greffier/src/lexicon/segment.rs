//! Segmentation cuts text into words, numbers and punctuation, the same way for documents and for data files.
//!
//! An elided word keeps its apostrophe (`l’` + `OCI`, and `l’` at the end of a data entry); the parts of a compound are words of their own, the hyphen
//! between them is remembered, not cut out (`Addis-Abeba` and `Addis Abeba` are the same two words); an abbreviation with
//! points is one word (`S.E.M.`, `O.I.F`), which folds without its points.

use super::fold::{LATIN, fold_into, is_apostrophe, is_combining, is_hyphen};

/// What a [`Segment`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SegmentKind {
    /// Begins with a letter: `Conseil`, `l’`, `S.E.M.`, `A70`.
    Word,
    /// Digits only: `2013`.
    Number,
    /// Begins with a digit, has letters: `12éme`, `1er`.
    Mixed,
    /// One character that is neither: `,`.
    Punctuation,
}

/// What stands between a segment and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// White space.
    Space,
    /// A hyphen, no space.
    Hyphen,
    /// Nothing.
    Glued,
    /// A line end: the segment opens a paragraph.
    Break,
}

/// A piece of text: `start..end` in bytes of the text that was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: SegmentKind,
    pub(crate) join: Join,
}

/// Cuts `text` into segments, left to right.
pub(crate) fn segments(text: &str) -> Segments<'_> {
    Segments { text, at: 0, join: Join::Break }
}

/// Iterator over the segments of a text.
#[derive(Debug)]
pub(crate) struct Segments<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) join: Join,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at;
            let first = *bytes.get(start)?;
            if first.is_ascii_whitespace() {
                self.at += 1;
                if self.join != Join::Break {
                    self.join = if first == b'\n' { Join::Break } else { Join::Space };
                }
                continue;
            }
            let c = if first.is_ascii() { char::from(first) } else { char_at(self.text, start) };
            let kind = if c.is_ascii_digit() {
                self.at = number_end(self.text, start);
                if bytes[start..self.at].iter().all(u8::is_ascii_digit) {
                    SegmentKind::Number
                } else {
                    SegmentKind::Mixed
                }
            } else if c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphanumeric()) {
                self.at = word_end(self.text, start, c);
                SegmentKind::Word
            } else {
                self.at += c.len_utf8();
                if c.is_whitespace() {
                    if self.join != Join::Break {
                        self.join = Join::Space;
                    }
                    continue;
                }
                if is_combining(c) {
                    continue;
                }
                if is_hyphen(c) && self.join == Join::Glued && joins_a_word(self.text, start, self.at) {
                    self.join = Join::Hyphen;
                    continue;
                }
                SegmentKind::Punctuation
            };
            let join = std::mem::replace(&mut self.join, Join::Glued);
            return Some(Segment { start, end: self.at, kind, join });
        }
    }
}

/// Appends the folded form of the segment `text` to `out`: without the points of an abbreviation.
pub(crate) fn fold_segment(text: &str, out: &mut String) {
    if text.as_bytes().contains(&b'.') && text.len() > 1 {
        text.split('.').for_each(|part| fold_into(part, out));
    } else {
        fold_into(text, out);
    }
}

fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or('\0')
}

fn joins_a_word(text: &str, start: usize, end: usize) -> bool {
    text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || is_combining(c))
        && char_at(text, end).is_alphanumeric()
}

fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    letters_end(text, end)
}

fn letters_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte.is_ascii() {
            break;
        } else if byte == LATIN && !matches!(bytes.get(end + 1), None | Some(0x97 | 0xB7)) {
            end += 2;
        } else {
            let c = char_at(text, end);
            if !(c.is_alphanumeric() || is_combining(c) || c == '\u{AD}') {
                break;
            }
            end += c.len_utf8();
        }
    }
    end
}

fn word_end(text: &str, start: usize, first: char) -> usize {
    let end = letters_end(text, start);
    let bytes = text.as_bytes();
    match bytes.get(end) {
        Some(b'.') if end == start + first.len_utf8() => abbreviation_end(text, start).unwrap_or(end),
        Some(b'\'' | b'`' | 0x80..) => {
            let mark = char_at(text, end);
            let after = end + mark.len_utf8();
            if is_apostrophe(mark) && (after == text.len() || char_at(text, after).is_alphanumeric()) {
                after
            } else {
                end
            }
        }
        _ => end,
    }
}

/// `S.E.M.`: single letters, each with its point, at least two of them; the last point is part of it.
fn abbreviation_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let mut letters = 0;
    loop {
        let c = char_at(text, end);
        if !c.is_alphabetic() {
            break;
        }
        let after = letters_end(text, end);
        if after != end + c.len_utf8() {
            // a longer word follows: "J.Dupont"
            break;
        }
        letters += 1;
        end = after;
        if text.as_bytes().get(end) != Some(&b'.') {
            break;
        }
        end += 1;
    }
    (letters >= 2).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        segments(text).map(|s| &text[s.start..s.end]).collect()
    }

    #[test]
    fn words_numbers_and_punctuation() {
        for (text, pieces) in [
            ("L’OCI, à Addis-Abeba.", vec!["L’", "OCI", ",", "à", "Addis", "Abeba", "."]),
            ("S.E.M. Keita", vec!["S.E.M.", "Keita"]),
            ("S.E. M. Keita", vec!["S.E.", "M", ".", "Keita"]),
            ("la 68éme session", vec!["la", "68éme", "session"]),
            ("S/RES/2085 (2012)", vec!["S", "/", "RES", "/", "2085", "(", "2012", ")"]),
            ("16 - 17 mai", vec!["16", "-", "17", "mai"]),
            ("re\u{301}union", vec!["re\u{301}union"]),
            ("l'", vec!["l'"]),
            ("l' ", vec!["l", "'"]),
            ("", vec![]),
        ] {
            assert_eq!(cut(text), pieces, "{text}");
        }
    }

    #[test]
    fn joins_are_remembered() {
        let joins: Vec<Join> = segments("Addis-Abeba, le\n 2").map(|s| s.join).collect();
        assert_eq!(joins, [Join::Break, Join::Hyphen, Join::Glued, Join::Space, Join::Break]);
    }

    #[test]
    fn abbreviations_fold_without_points() {
        let mut out = String::new();
        fold_segment("S.E.M.", &mut out);
        assert_eq!(out, "sem");
    }
}

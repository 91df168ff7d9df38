//! Segmentation cuts text into words, numbers and punctuation, the same way for documents and for data files.
//!
//! An elided word keeps its apostrophe (`l’` + `OCI`, and `l’` at the end of a data entry); the parts of a compound are words of their own, the hyphen
//! between them is remembered, not cut out (`Addis-Abeba` and `Addis Abeba` are the same two words); an abbreviation with
//! points is one word (`S.E.M.`, `O.I.F`), which folds without its points.

use super::fold::{fold_into, is_apostrophe, is_combining, is_hyphen, plain_latin};

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
    text: &'t str,
    at: usize,
    join: Join,
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

/// A folded segment, and how its letters are written.
#[derive(Debug, Clone)]
pub(crate) struct Folded {
    /// The folded letters of a plain word, then zeros up to sixteen.
    bytes: [u8; Folded::MOST],
    len: usize,
    /// Longer words than the buffer takes, and words beyond Latin-1.
    long: String,
    is_long: bool,
    /// Capitals and small letters in it; whether the first letter is a capital.
    pub(crate) upper: usize,
    pub(crate) lower: usize,
    pub(crate) first_upper: bool,
}

impl Folded {
    const MOST: usize = 48;

    pub(crate) fn new() -> Self {
        Self {
            bytes: [0; Self::MOST],
            len: 0,
            long: String::new(),
            is_long: false,
            upper: 0,
            lower: 0,
            first_upper: false,
        }
    }

    /// The folded letters.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        if self.is_long { self.long.as_bytes() } else { &self.bytes[..self.len] }
    }

    /// The letters and their number as one integer, where there are at most fifteen.
    pub(crate) fn packed(&self) -> Option<u128> {
        if self.is_long || self.len > 15 {
            return pack(self.as_bytes());
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.bytes[..16]);
        bytes[15] = self.len as u8;
        Some(u128::from_le_bytes(bytes))
    }

    /// Folds a whole segment, whatever its letters.
    fn fold(&mut self, text: &str) {
        self.is_long = true;
        self.long.clear();
        fold_segment(text, &mut self.long);
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        let first = letters.next();
        self.first_upper = first.is_some_and(char::is_uppercase);
        let upper = letters.clone().filter(|c| c.is_uppercase()).count();
        self.upper = upper + usize::from(self.first_upper);
        self.lower = letters.count() - upper + usize::from(first.is_some() && !self.first_upper);
    }
}

/// A short word with its length as one integer: at most fifteen bytes.
pub(crate) fn pack(folded: &[u8]) -> Option<u128> {
    if folded.len() > 15 {
        return None;
    }
    let mut bytes = [0; 16];
    bytes[..folded.len()].copy_from_slice(folded);
    bytes[15] = folded.len() as u8;
    Some(u128::from_le_bytes(bytes))
}

impl Segments<'_> {
    /// The next segment, folded on the way: the same as [`Iterator::next`] and [`fold_segment`] would give.
    pub(crate) fn next_folded(&mut self, folded: &mut Folded) -> Option<Segment> {
        let bytes = self.text.as_bytes();
        while let Some(b' ') = bytes.get(self.at) {
            self.at += 1;
            if self.join != Join::Break {
                self.join = Join::Space;
            }
        }
        if let Some(end) = plain_word(bytes, self.at, folded) {
            let start = std::mem::replace(&mut self.at, end);
            let join = std::mem::replace(&mut self.join, Join::Glued);
            return Some(Segment { start, end, kind: SegmentKind::Word, join });
        }
        if let Some((end, kind)) = plain_mark(bytes, self.at, folded) {
            let start = std::mem::replace(&mut self.at, end);
            let join = std::mem::replace(&mut self.join, Join::Glued);
            return Some(Segment { start, end, kind, join });
        }
        let segment = self.next()?;
        folded.fold(&self.text[segment.start..segment.end]);
        Some(segment)
    }
}

/// The end of the word at `start`, folded, where it is made of Latin letters and stands before an apostrophe or ASCII
/// punctuation that cannot be part of it; `None` for all other segments.
fn plain_word(bytes: &[u8], start: usize, folded: &mut Folded) -> Option<usize> {
    let (mut at, mut len, mut upper, mut digits) = (start, 0, 0, 0);
    let out = &mut folded.bytes;
    out[..16].fill(0);
    loop {
        let &byte = bytes.get(at).unwrap_or(&b' ');
        let plain = if byte == LATIN { plain_latin(bytes[at + 1]) } else { PLAIN[usize::from(byte)] };
        if plain == 0 {
            break;
        }
        if len == Folded::MOST - 1 {
            return None;
        }
        out[len] = plain;
        len += 1;
        if byte == LATIN {
            upper += usize::from(bytes[at + 1] < 0x9F);
            at += 2;
        } else {
            upper += usize::from(byte.is_ascii_uppercase());
            digits += usize::from(byte.is_ascii_digit());
            at += 1;
        }
    }
    if len == 0 || bytes[start].is_ascii_digit() {
        return None;
    }
    let end = match bytes.get(at) {
        None => at,
        Some(b'\'') => elided(bytes, at, at + 1)?,
        // ’
        Some(0xE2) if bytes[at..].starts_with("’".as_bytes()) => elided(bytes, at, at + 3)?,
        Some(b'.') if at - start <= 2 => return None,
        Some(b'`') => return None,
        Some(byte) if byte.is_ascii() => at,
        Some(_) => return None,
    };
    if end > at {
        out[len] = b'\'';
        len += 1;
    }
    let first = bytes[start];
    folded.first_upper = first.is_ascii_uppercase() || (first == LATIN && bytes[start + 1] < 0x9F);
    folded.len = len;
    folded.is_long = false;
    folded.upper = upper;
    folded.lower = len - upper - digits - usize::from(end > at);
    Some(end)
}

/// The end of the ASCII digits or punctuation mark at `start`, folded; `None` where digits run into letters, and for hyphens and
/// apostrophes.
fn plain_mark(bytes: &[u8], start: usize, folded: &mut Folded) -> Option<(usize, SegmentKind)> {
    let &byte = bytes.get(start)?;
    let digits = bytes[start..].iter().take(16).take_while(|byte| byte.is_ascii_digit()).count();
    let (len, kind) = match digits {
        0 if byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'\'' | b'`') => (1, SegmentKind::Punctuation),
        1..=15 => (digits, SegmentKind::Number),
        _ => return None,
    };
    let end = start + len;
    if digits > 0 && bytes.get(end).is_some_and(|next| next.is_ascii_alphanumeric() || !next.is_ascii()) {
        return None;
    }
    folded.bytes[..16].fill(0);
    folded.bytes[..len].copy_from_slice(&bytes[start..end]);
    folded.len = len;
    folded.is_long = false;
    (folded.upper, folded.lower, folded.first_upper) = (0, 0, false);
    Some((end, kind))
}

/// `l’` before a letter takes its apostrophe along; before anything else the word ends without it. The word's end, or `None`
/// where only a closer look tells.
fn elided(bytes: &[u8], at: usize, after: usize) -> Option<usize> {
    match bytes.get(after) {
        Some(byte) if byte.is_ascii_alphanumeric() || (*byte == LATIN && plain_latin(bytes[after + 1]) != 0) => {
            Some(after)
        }
        Some(byte) if byte.is_ascii() => Some(at),
        _ => None,
    }
}

/// ASCII letters and digits, folded; 0 for all other bytes.
const PLAIN: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

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

/// The lead byte of `À` to `ÿ`, all letters but `×` and `÷`: most letters of French that are not ASCII.
const LATIN: u8 = 0xC3;

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
    fn folding_on_the_way_gives_the_same() {
        for text in [
            "L’Assemblée générale, à Addis-Abeba (CEDEAO) : S.E.M. KEÏTA, N’DRI l'a vu l' ’ A. B. œuvre Œ × ÷ ß Ŀ",
            "anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement A70/34 1er re\u{301}union",
            "d’É d’× d' d’\u{301} `a a`b é’ 12 1234567890123456789 12-13 12é 12, (a) - « » … a.b /",
        ] {
            let mut on_the_way = segments(text);
            let mut folded = Folded::new();
            for segment in segments(text) {
                let mut expected = String::new();
                fold_segment(&text[segment.start..segment.end], &mut expected);
                assert_eq!(on_the_way.next_folded(&mut folded), Some(segment));
                assert_eq!(std::str::from_utf8(folded.as_bytes()), Ok(expected.as_str()), "{segment:?}");
            }
            assert_eq!(on_the_way.next_folded(&mut folded), None);
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

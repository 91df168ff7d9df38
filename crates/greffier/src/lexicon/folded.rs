//! Segments folded on the way: one pass over the bytes cuts a word, folds it and counts its capitals.
//!
//! The same as cutting ([`segments`](super::segment::segments)) and folding ([`fold_segment`]) one after the other, several
//! times faster on the plain words that nearly all are; the others take the slow way.

use super::eight::Eight;
use super::fold::{LATIN, plain_latin};
use super::segment::{Join, Segment, SegmentKind, Segments, fold_segment};

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

    /// The letters and their number as one integer, where there are few enough.
    pub(crate) fn packed(&self) -> Packed {
        if self.is_long {
            return pack(self.as_bytes());
        }
        match self.len {
            0..16 => Packed::Short(short(self.bytes[..16].try_into().expect("sixteen bytes"), self.len)),
            _ => Packed::Long,
        }
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

/// A word as one integer, its length in the last byte: comparing two is one instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packed {
    /// At most fifteen bytes, as nearly all words of a text have.
    Short(u128),
    Long,
}

/// A folded word as an integer, where it is short enough.
pub(crate) fn pack(folded: &[u8]) -> Packed {
    let mut bytes = [0; 16];
    match folded.len() {
        len @ 0..16 => {
            bytes[..len].copy_from_slice(folded);
            Packed::Short(short(bytes, len))
        }
        _ => Packed::Long,
    }
}

fn short(bytes: [u8; 16], len: usize) -> u128 {
    u128::from_le_bytes(bytes) | (len as u128) << 120
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
        if let Some(eight) = Eight::at(bytes, at)
            && let small @ 1.. = eight.small_letters()
        {
            out.get_mut(len..len + 8)?.copy_from_slice(&eight.head(small));
            len += small;
            at += small;
            if small == 8 {
                continue;
            }
        }
        let &byte = bytes.get(at).unwrap_or(&b' ');
        let plain = if byte == LATIN { plain_latin(bytes[at + 1]) } else { PLAIN[usize::from(byte)] };
        if plain == 0 {
            break;
        }
        if len >= Folded::MOST - 1 {
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

#[cfg(test)]
mod tests {
    use super::super::segment::segments;
    use super::*;

    #[test]
    fn folding_on_the_way_gives_the_same() {
        for text in [
            "L’Assemblée générale, à Addis-Abeba (CEDEAO) : S.E.M. KEÏTA, N’DRI l'a vu l' ’ A. B. œuvre Œ × ÷ ß Ŀ",
            "anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement A70/34 1er re\u{301}union",
            &"mercredintint".repeat(4)[..48],
            &"mercredintint".repeat(4)[..47],
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
}

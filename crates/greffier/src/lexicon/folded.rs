//! Segments folded on the way: one pass over the bytes cuts a word, folds it and counts its capitals.
//!
//! The same as cutting ([`segments`](super::segment::segments)) and folding ([`fold_segment`]) one after the other, several
//! times faster on the plain words that nearly all are; the others take the slow way.

use super::eight::Eight;
use super::fold::{LATIN, plain_latin};
use super::segment::{Join, Segment, SegmentKind, Segments, fold_segment};

/// A folded segment, and how its letters are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// A plain word, as [`pack`] packs it.
    short: Short,
    /// Any other.
    long: String,
    is_long: bool,
    pub(crate) case: Case,
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Case {
    /// `réunion`
    Lower,
    /// `Réunion`, `Mc…`; a single capital too
    Capital,
    /// `RÉUNION`, two letters and more
    Upper,
    /// No letters.
    #[default]
    None,
}

impl Folded {
    /// The folded letters: as one integer where there are few enough.
    pub(crate) fn packed(&self) -> Packed<'_> {
        if self.is_long { pack(self.long.as_bytes()) } else { Packed::Short(self.short) }
    }

    fn set(&mut self, short: Short, case: Case) {
        (self.short, self.case, self.is_long) = (short, case, false);
    }

    /// Folds a whole segment, whatever its letters.
    #[cold]
    fn fold(&mut self, text: &str) {
        self.is_long = true;
        self.long.clear();
        fold_segment(text, &mut self.long);
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let capitals = letters().filter(|c| c.is_uppercase()).count();
        self.case = match letters().next() {
            None => Case::None,
            Some(_) if capitals > 1 && letters().count() == capitals => Case::Upper,
            Some(first) if first.is_uppercase() => Case::Capital,
            Some(_) => Case::Lower,
        };
    }
}

/// A word as a number of known size: comparing two is quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packed<'w> {
    /// At most sixteen bytes, as nearly all words of a text have.
    Short(Short),
    Long(&'w [u8]),
}

/// A word of at most sixteen bytes, none of them zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Short {
    /// The first eight bytes, where there are more than eight.
    pub(crate) high: u64,
    /// The others; the last is the lowest of the integer.
    pub(crate) low: u64,
}

impl Short {
    /// The bytes of the longest one.
    const MOST: usize = 16;

    /// With a byte behind the `len` bytes that it has.
    #[inline(always)]
    fn push(&mut self, byte: u8, len: usize) {
        if len == 8 {
            self.high = std::mem::take(&mut self.low);
        }
        self.low = self.low << 8 | u64::from(byte);
    }
}

/// A folded word as a number, where it is short enough.
pub(crate) fn pack(folded: &[u8]) -> Packed<'_> {
    if folded.len() > Short::MOST {
        return Packed::Long(folded);
    }
    let mut short = Short::default();
    folded.iter().enumerate().for_each(|(len, &byte)| short.push(byte, len));
    Packed::Short(short)
}

impl Segments<'_> {
    /// The next segment, folded on the way: the same as [`Iterator::next`] and [`fold_segment`] would give.
    #[inline]
    pub(crate) fn next_folded(&mut self, folded: &mut Folded) -> Option<Segment> {
        let bytes = self.text.as_bytes();
        while let Some(b' ') = bytes.get(self.at) {
            self.at += 1;
            if self.join != Join::Break {
                self.join = Join::Space;
            }
        }
        if bytes.get(self.at) == Some(&b'-') && self.join == Join::Glued && joins_plain(bytes, self.at) {
            self.at += 1;
            self.join = Join::Hyphen;
        }
        let word = small_word(bytes, self.at, folded);
        let (end, kind) = match word.or_else(|| plain_word(bytes, self.at, folded)) {
            Some(end) => (end, SegmentKind::Word),
            None => match plain_mark(bytes, self.at, folded) {
                Some(found) => found,
                None => {
                    let segment = self.next()?;
                    folded.fold(&self.text[segment.start..segment.end]);
                    return Some(segment);
                }
            },
        };
        let start = std::mem::replace(&mut self.at, end);
        let join = std::mem::replace(&mut self.join, Join::Glued);
        Some(Segment { start, end, kind, join })
    }
}

/// Whether the hyphen at `at` stands between ASCII letters or digits.
fn joins_plain(bytes: &[u8], at: usize) -> bool {
    let plain = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    plain(at.wrapping_sub(1)) && plain(at + 1)
}

/// The end of the word at `start`, folded, where it is made of less than sixteen small ASCII letters, as most are, and no mark
/// stands behind it that may be part of it.
#[inline(always)]
fn small_word(bytes: &[u8], start: usize, folded: &mut Folded) -> Option<usize> {
    let first = Eight::at(bytes, start)?;
    let len = first.small_letters();
    let (short, next, end) = match len {
        0 => return None,
        1..8 => (Short { high: 0, low: first.head(len) }, first.byte(len), start + len),
        _ => {
            let second = Eight::at(bytes, start + 8)?;
            let more = second.small_letters();
            match more {
                0 => (Short { high: 0, low: first.head(8) }, second.byte(0), start + 8),
                1..8 => (Short { high: first.head(8), low: second.head(more) }, second.byte(more), start + 8 + more),
                _ => return None,
            }
        }
    };
    if !ENDS[usize::from(next)] {
        return None;
    }
    folded.set(short, Case::Lower);
    Some(end)
}

/// The end of the word at `start`, folded, where it is made of few Latin letters and stands before an apostrophe or ASCII
/// punctuation that cannot be part of it; `None` for all other segments.
#[inline]
fn plain_word(bytes: &[u8], start: usize, folded: &mut Folded) -> Option<usize> {
    let (mut at, mut len, mut kinds) = (start, 0, 0);
    // two halves of eight letters each
    let mut halves = [0_u64; 2];
    let next = 'word: {
        for half in &mut halves {
            for _ in 0..8 {
                let &byte = bytes.get(at).unwrap_or(&b' ');
                let mut sign = ASCII_SIGNS[usize::from(byte)];
                if sign.kind == 0 {
                    if byte != LATIN {
                        break 'word byte;
                    }
                    at += 1;
                    sign = LATIN_SIGNS[usize::from(bytes[at] & 0x3F)];
                    if sign.kind == 0 {
                        return None;
                    }
                }
                *half = *half << 8 | u64::from(sign.plain);
                kinds |= sign.kind;
                len += 1;
                at += 1;
            }
        }
        return None;
    };
    if len == 0 || bytes[start].is_ascii_digit() {
        return None;
    }
    let mut short = if len > 8 { Short { high: halves[0], low: halves[1] } } else { Short { high: 0, low: halves[0] } };
    let end = match next {
        b'\'' => elided(bytes, at, at + 1)?,
        // ’
        0xE2 if bytes[at..].starts_with("’".as_bytes()) => elided(bytes, at, at + 3)?,
        b'.' if at - start <= 2 => return None,
        b'`' | 0x80.. => return None,
        _ => at,
    };
    if end > at {
        short.push(b'\'', len);
    }
    let case = match kinds & (SMALL | CAPITAL) {
        SMALL => Case::Lower,
        CAPITAL => {
            let digits =
                if kinds & DIGIT == 0 { 0 } else { bytes[start..at].iter().filter(|b| b.is_ascii_digit()).count() };
            if len - digits > 1 { Case::Upper } else { Case::Capital }
        }
        _ if bytes[start].is_ascii_uppercase() || bytes[start] == LATIN && bytes[start + 1] < SMALL_LATIN => {
            Case::Capital
        }
        _ => Case::Lower,
    };
    folded.set(short, case);
    Some(end)
}

/// The end of the ASCII digits or punctuation mark at `start`, folded; `None` where digits run into letters, and for hyphens and
/// apostrophes.
#[inline]
fn plain_mark(bytes: &[u8], start: usize, folded: &mut Folded) -> Option<(usize, SegmentKind)> {
    let &byte = bytes.get(start)?;
    let (mut end, mut short) = (start + 1, Short::default());
    short.push(byte, 0);
    let kind = if byte.is_ascii_digit() {
        while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
            short.push(*digit, end - start);
            end += 1;
        }
        if end - start > Short::MOST
            || bytes.get(end).is_some_and(|next| next.is_ascii_alphabetic() || !next.is_ascii())
        {
            return None;
        }
        SegmentKind::Number
    } else if byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'\'' | b'`') {
        SegmentKind::Punctuation
    } else {
        return None;
    };
    folded.set(short, Case::None);
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

/// A letter or digit, folded, and its kind; what is neither has none.
#[derive(Clone, Copy)]
struct Sign {
    plain: u8,
    kind: u8,
}

const SMALL: u8 = 1;
const CAPITAL: u8 = 1 << 1;
const DIGIT: u8 = 1 << 2;

/// The second byte of `ß`, before the small letters of Latin-1.
const SMALL_LATIN: u8 = 0x9F;

/// ASCII, by byte.
const ASCII_SIGNS: [Sign; 256] = {
    let mut table = [Sign { plain: 0, kind: 0 }; 256];
    let mut byte = 0;
    while byte < 128 {
        let sign = byte as u8;
        let kind = match sign {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        if kind != 0 {
            table[byte] = Sign { plain: sign.to_ascii_lowercase(), kind };
        }
        byte += 1;
    }
    table
};

/// Whether a word of small letters ends before the byte: not before other letters, apostrophes, and a point, which may be that of
/// an abbreviation.
const ENDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = ASCII_SIGNS[byte].kind == 0 && !matches!(byte as u8, b'\'' | b'`' | b'.');
        byte += 1;
    }
    table
};

/// The letters of Latin-1, by the last six bits of their second byte.
const LATIN_SIGNS: [Sign; 64] = {
    let mut table = [Sign { plain: 0, kind: 0 }; 64];
    let mut bits = 0;
    while bits < 64 {
        let second = 0x80 | bits as u8;
        let plain = plain_latin(second);
        if plain != 0 {
            table[bits] = Sign { plain, kind: if second < SMALL_LATIN { CAPITAL } else { SMALL } };
        }
        bits += 1;
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
            "abcdefghijklmno abcdefghijklmnop abcdefghijklmn’o abcdefghijklmno’p abcdefghijklmné abcdefghijklmnoé Abcdefghijklmnop",
            "RÉUNION Réunion À d’À A70 AB70 aB McKay ÉTÉ Été abcdefgh abcdefgh’i sous-région États-Unis peut-être- -a 1-a a-1 é-a a-é",
            "d’É d’× d' d’\u{301} `a a`b é’ 12 1234567890123456789 12-13 12é 12, (a) - « » … a.b /",
        ] {
            let mut on_the_way = segments(text);
            let mut folded = Folded::default();
            for segment in segments(text) {
                let mut expected = String::new();
                fold_segment(&text[segment.start..segment.end], &mut expected);
                assert_eq!(on_the_way.next_folded(&mut folded), Some(segment));
                assert_eq!(folded.packed(), pack(expected.as_bytes()), "{segment:?}");
                let mut slowly = Folded::default();
                slowly.fold(&text[segment.start..segment.end]);
                let cased = segment.kind == SegmentKind::Word;
                assert!(!cased || folded.case == slowly.case, "{segment:?}: {:?}, {:?}", folded.case, slowly.case);
            }
            assert_eq!(on_the_way.next_folded(&mut folded), None);
        }
    }
}

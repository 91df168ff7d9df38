//! Segments folded on the way: one pass over the bytes cuts a word, folds it and counts its capitals.
//!
//! The same as cutting ([`segments`](super::segment::segments)) and folding ([`fold_segment`]) one after the other, several
//! times faster on the plain words that nearly all are; the others take the slow way.

use std::ops::Range;

use super::bits::Bits;
use super::fold::{LATIN, plain_latin};
use super::letters::{letters, run};
use super::segment::{Join, Segment, SegmentKind, Segments, fold_segment};

/// A segment, its folded letters, and how they are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folded<'l> {
    pub(crate) segment: Segment,
    pub(crate) letters: Packed<'l>,
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
    /// No word.
    #[default]
    None,
}

impl Case {
    /// How the word `text` is written.
    fn of(text: &str) -> Self {
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let capitals = letters().filter(|c| c.is_uppercase()).count();
        match letters().next() {
            None => Self::None,
            Some(_) if capitals > 1 && letters().count() == capitals => Self::Upper,
            Some(first) if first.is_uppercase() => Self::Capital,
            Some(_) => Self::Lower,
        }
    }
}

/// A word as a number of known size: comparing two is quick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packed<'w> {
    /// At most sixteen bytes, as nearly all words of a text have.
    Short(Short),
    Long(&'w [u8]),
}

/// A word of at most sixteen bytes, none of them zero; the first is the lowest of the integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Short(pub(crate) u128);

impl Short {
    /// The bytes of the longest one.
    const MOST: usize = 16;

    /// Its bytes, and zeros behind them.
    pub(super) fn bytes(self) -> [u8; Self::MOST] {
        self.0.to_le_bytes()
    }

    /// How many bytes it has.
    pub(super) fn len(self) -> usize {
        Self::MOST - self.0.leading_zeros() as usize / 8
    }

    /// With a byte behind the `len` bytes that it has, of which it has room for another.
    #[inline(always)]
    fn push(&mut self, byte: u8, len: usize) {
        self.0 |= u128::from(byte) << (8 * len);
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

/// Cuts `text` into segments and folds them on the way: the same as [`segments`](super::segment::segments) and
/// [`fold_segment`] would give. Of a paragraph that `passes` keeps back, given the letters of the text, all words are one of no letters.
#[inline(always)]
pub(crate) fn each_folded(text: &str, passes: impl Fn(&Bits, Range<usize>) -> bool, mut take: impl FnMut(Folded<'_>)) {
    let bytes = text.as_bytes();
    let runs = letters(text);
    let mut room = String::new();
    let (mut at, mut join) = (0, Join::Break);
    loop {
        while let Some(&white @ (b' ' | b'\n')) = bytes.get(at) {
            at += 1;
            join = if white == b'\n' || join == Join::Break { Join::Break } else { Join::Space };
        }
        if join == Join::Glued && bytes.get(at) == Some(&b'-') && joins_plain(bytes, at) {
            at += 1;
            join = Join::Hyphen;
        }
        if join == Join::Break {
            let end = at + memchr::memchr(b'\n', &bytes[at..]).unwrap_or(bytes.len() - at);
            if end > at && !passes(&runs, at..end) {
                let segment = Segment { start: at, end, kind: SegmentKind::Word, join };
                (at, join) = (end, Join::Glued);
                take(Folded { segment, letters: Packed::Short(Short::default()), case: Case::None });
                continue;
            }
        }
        let run = runs.run(at);
        let plain = if run > 0 { plain_word(bytes, at, run) } else { plain_mark(bytes, at) };
        let folded = match plain {
            Some(Plain { end, kind, letters, case }) => {
                let segment = Segment { start: at, end, kind, join };
                Folded { segment, letters: Packed::Short(letters), case }
            }
            None => match slowly(Segments { text, at, join }, &mut room) {
                Some(folded) => folded,
                None => return,
            },
        };
        (at, join) = (folded.segment.end, Join::Glued);
        take(folded);
    }
}

/// The next of the segments, whatever its letters; `room` takes them.
#[cold]
fn slowly<'l>(mut segments: Segments<'_>, room: &'l mut String) -> Option<Folded<'l>> {
    let segment = segments.next()?;
    let text = &segments.text[segment.start..segment.end];
    room.clear();
    fold_segment(text, room);
    let case = if segment.kind == SegmentKind::Word { Case::of(text) } else { Case::None };
    Some(Folded { segment, letters: pack(room.as_bytes()), case })
}

/// The folded letters of a plain word, number or mark, if `text` is one.
pub(crate) fn fold_plain(text: &str) -> Option<Short> {
    let bytes = text.as_bytes();
    let run = run(bytes);
    let plain = if run > 0 { plain_word(bytes, 0, run) } else { plain_mark(bytes, 0) };
    plain.filter(|plain| plain.end == bytes.len()).map(|plain| plain.letters)
}

/// Whether the hyphen at `at` stands between ASCII letters or digits.
fn joins_plain(bytes: &[u8], at: usize) -> bool {
    let plain = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    plain(at.wrapping_sub(1)) && plain(at + 1)
}

/// A segment of few letters, folded.
struct Plain {
    end: usize,
    kind: SegmentKind,
    letters: Short,
    case: Case,
}

/// The word at `start` where it is made of few Latin letters, as most are, and stands before an apostrophe or ASCII that cannot
/// be part of it. Its first `run` bytes are letters.
#[inline(always)]
fn plain_word(bytes: &[u8], start: usize, run: usize) -> Option<Plain> {
    /// What tells small letters from capitals.
    const SMALL: u128 = u128::from_le_bytes([b' '; Short::MOST]);
    if run == 0 || run >= Short::MOST {
        return None;
    }
    let printed = sixteen(bytes, start) & FIRST[run];
    let (printed, len) = if printed & LEADS == 0 { (printed, run) } else { without_accents(printed, run)? };
    let mut letters = Short(printed | SMALL & FIRST[len]);
    let case = match (letters.0 != printed, printed & SMALL != 0) {
        (false, _) => Case::Lower,
        (true, false) if len > 1 => Case::Upper,
        (true, true) if printed & SMALL & 0xFF != 0 => Case::Lower,
        (true, _) => Case::Capital,
    };
    let at = start + run;
    let next = bytes.get(at).copied().unwrap_or_default();
    let mut end = at;
    if !ENDS[usize::from(next)] {
        end = end_of_word(bytes, at, run)?;
        if end > at {
            letters.push(b'\'', len);
        }
    }
    Some(Plain { end, kind: SegmentKind::Word, letters, case })
}

/// The end of a word whose `run` bytes of letters end at `at`, before what does not end all words.
#[inline]
fn end_of_word(bytes: &[u8], at: usize, run: usize) -> Option<usize> {
    match bytes[at] {
        b'\'' => elided(bytes, at, at + 1),
        // ’
        0xE2 if bytes[at..].starts_with("’".as_bytes()) => elided(bytes, at, at + 3),
        // that of an abbreviation, it may be
        b'.' if run <= 2 => None,
        b'.' => Some(at),
        _ => None,
    }
}

/// The bits of the first bytes, by how many.
const FIRST: [u128; Short::MOST] = {
    let mut masks = [0; Short::MOST];
    let mut count = 1;
    while count < Short::MOST {
        masks[count] = masks[count - 1] << 8 | 0xFF;
        count += 1;
    }
    masks
};

/// The first bits of what is not ASCII.
const LEADS: u128 = u128::from_le_bytes([0x80; Short::MOST]);

/// Letters of ASCII and Latin-1, `len` bytes in all, without their accents: the letters of ASCII, as large, and how many.
#[inline]
fn without_accents(mut printed: u128, mut len: usize) -> Option<(u128, usize)> {
    while printed & LEADS != 0 {
        let place = (printed & LEADS).trailing_zeros() & !7;
        let second = (printed >> place >> 8) as u8;
        let small = plain_latin(second);
        if small == 0 {
            return None;
        }
        // one bit tells small letters from capitals, in ASCII as in Latin-1
        let letter = small ^ (!second & b' ');
        let before = printed & ((1 << place) - 1);
        printed = before | u128::from(letter) << place | printed >> place >> 16 << place << 8;
        len -= 1;
    }
    Some((printed, len))
}

/// The sixteen bytes from `at` on; beyond the end of the text they are zero.
#[inline(always)]
fn sixteen(bytes: &[u8], at: usize) -> u128 {
    #[cold]
    fn last(bytes: &[u8], at: usize) -> u128 {
        let mut sixteen = [0; 16];
        let rest = &bytes[at..];
        sixteen[..rest.len()].copy_from_slice(rest);
        u128::from_le_bytes(sixteen)
    }
    match bytes[at..].first_chunk() {
        Some(all) => u128::from_le_bytes(*all),
        None => last(bytes, at),
    }
}

/// The ASCII digits or punctuation mark at `start`, folded; `None` where digits run into letters, and for hyphens and
/// apostrophes.
#[inline(always)]
fn plain_mark(bytes: &[u8], start: usize) -> Option<Plain> {
    let &byte = bytes.get(start)?;
    let (mut end, mut letters) = (start + 1, Short::default());
    letters.push(byte, 0);
    let kind = if byte.is_ascii_digit() {
        while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
            if end - start == Short::MOST {
                return None;
            }
            letters.push(*digit, end - start);
            end += 1;
        }
        if bytes.get(end).is_some_and(|next| next.is_ascii_alphabetic() || !next.is_ascii()) {
            return None;
        }
        SegmentKind::Number
    } else if byte.is_ascii_punctuation() && !matches!(byte, b'-' | b'\'' | b'`') {
        SegmentKind::Punctuation
    } else {
        return None;
    };
    Some(Plain { end, kind, letters, case: Case::None })
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

/// Whether a word ends before the byte, whatever it is: not before digits, apostrophes, points and what is not ASCII.
const ENDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = !matches!(byte as u8, b'.' | b'\'' | b'`' | b'0'..=b'9');
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::super::segment::segments;
    use super::*;

    /// Folding on the way and one after the other give the same for `text`.
    fn check(text: &str) {
        let mut expected = segments(text);
        let mut letters = String::new();
        each_folded(
            text,
            |_, _| true,
            |folded| {
                let segment = expected.next().expect("as many segments");
                let printed = &text[segment.start..segment.end];
                letters.clear();
                fold_segment(printed, &mut letters);
                let case = if segment.kind == SegmentKind::Word { Case::of(printed) } else { Case::None };
                let found = (folded.segment, folded.letters, folded.case);
                assert_eq!(found, (segment, pack(letters.as_bytes()), case), "{text:?}");
                assert!(fold_plain(printed).is_none_or(|short| Packed::Short(short) == folded.letters), "{printed:?}");
            },
        );
        assert_eq!(expected.next(), None, "{text:?}");
    }

    #[test]
    fn folding_on_the_way_gives_the_same() {
        for text in [
            "L’Assemblée générale, à Addis-Abeba (CEDEAO) : S.E.M. KEÏTA, N’DRI l'a vu l' ’ A. B. œuvre Œ × ÷ ß Ŀ",
            "anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement A70/34 1er re\u{301}union",
            "abcdefghijklmno abcdefghijklmnop abcdefghijklmn’o abcdefghijklmno’p abcdefghijklmné abcdefghijklmnoé Abcdefghijklmnop",
            "RÉUNION Réunion À d’À A70 AB70 aB McKay ÉTÉ Été abcdefgh abcdefgh’i sous-région États-Unis peut-être- -a 1-a a-1 é-a a-é",
            "d’É d’× d' d’\u{301} `a a`b é’ 12 1234567890123456789 12-13 12é 12, (a) - « » … a.b /",
            "Rappelant la\nNotant \n 2\n\n- x -y\n",
        ] {
            check(text);
        }
    }

    #[test]
    fn folding_on_the_way_gives_the_same_whatever_stands_together() {
        let signs = [
            "a", "Z", "é", "É", "œ", "×", "ß", "1", ".", "'", "’", "`", "-", "‑", " ", "\u{A0}", "\n", "\u{301}", "/",
            "«",
        ];
        for before in ["", "d’Abcdefghijklm"] {
            for number in 0..signs.len().pow(4) {
                let sign = |place: u32| signs[number / signs.len().pow(place) % signs.len()];
                check(&[before, sign(0), sign(1), sign(2), sign(3)].concat());
            }
        }
    }
}

//! Which paragraphs may say something of time, told from a few letters of their words: most need no closer look.
//!
//! A paragraph that is let through may still say nothing; one that is kept back surely does not. So each expression of time must have
//! a word that the sieve holds, or figures that look like a year: `trois mois` has `mois`, `en 2013` its year.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::bits::Bits;
use super::fold::{LATIN, is_hyphen, plain_latin};
use super::folded::{Packed, fold_plain, pack};
use super::letters::letters;
use super::vocabulary::{Vocabulary, WordId};
use super::{Dates, NumberWord, Numbers, Sessions};

/// Bits of a byte that are looked at: they are those of a letter in either case, and of the second byte of an accented one.
const BITS: usize = 5;

/// Bytes of a word that are looked at first.
const FIRST: usize = 3;

/// Paragraphs of so few bytes are let through: reading them is as quick as looking at them.
const SHORT: usize = 64;

/// Bytes of a text that are looked at together; at first fewer, as most texts are dated in their first lines.
const CHUNK: usize = 4096;
const FIRST_CHUNK: usize = 256;

/// Words at the head of a paragraph that may name the body whose text it is: `L’Assemblée générale,`.
const HEAD: usize = 2;

/// The words without which nothing is said of time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sieve {
    /// By the first bytes of a word as printed, a bit for each number of letters that it may have, modulo eight: small enough to
    /// stay at hand. What is no letter may stand for one here, so that some words are looked at closer in vain.
    firsts: Vec<u8>,
    words: FxHashSet<u128>,
    /// Words with which names of bodies begin whose sessions are known.
    heads: FxHashSet<u128>,
    /// Words that may stand before a year.
    leads: FxHashSet<u128>,
    /// Whether some word is too long to be held.
    long: bool,
}

/// Where figures and characters beyond `ÿ` stand in a text.
#[derive(Debug)]
pub(crate) struct Marks(Bits);

impl Marks {
    pub(crate) fn of(text: &str) -> Self {
        Self(Bits::of(text, |block| block.flags(|byte| byte.is_ascii_digit() | (byte >= 0xC4))))
    }
}

impl Sieve {
    pub(crate) fn new(vocabulary: &Vocabulary, (dates, sessions, numbers): (&Dates, &Sessions, &Numbers)) -> Self {
        let mut sieve = Self { firsts: vec![0; 1 << (BITS * FIRST)], ..Self::default() };
        for id in (0..vocabulary.len()).map(|id| WordId(u32::try_from(id).expect("fewer than four billion words"))) {
            let folded = vocabulary.folded(id).trim_end_matches('\'');
            // "mil neuf cent", "deux mille"
            let thousand = matches!(numbers.word(id), Some(NumberWord::Cardinal(100..)));
            if thousand || dates.is_anchor(id) || sessions.is_anchor(id) {
                sieve.hold(folded);
            }
            let Packed::Short(short) = pack(folded.as_bytes()) else { continue };
            if sessions.begins(id) {
                sieve.heads.insert(short.0);
            }
            if dates.leads_to_year(id) {
                sieve.leads.insert(short.0);
            }
        }
        sieve
    }

    fn hold(&mut self, folded: &str) {
        // "9bre": the letters behind the figure
        let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit());
        self.hold_first(folded.as_bytes(), 0, 0, length_bit(folded.len()));
        match pack(folded.as_bytes()) {
            Packed::Short(short) => _ = self.words.insert(short.0),
            Packed::Long(_) => self.long = true,
        }
    }

    /// Marks all ways in which the first bytes of a word may be printed, behind the `seen` ones that `place` is made of.
    fn hold_first(&mut self, folded: &[u8], seen: usize, place: usize, length: u8) {
        if seen >= FIRST {
            self.firsts[place % (1 << (BITS * FIRST))] |= length;
            return;
        }
        let next = |byte: u8| place | bits_of(byte) << (BITS * seen);
        let Some((&letter, rest)) = folded.split_first() else {
            // whatever may follow
            (0..1 << BITS).for_each(|byte| self.hold_first(&[], seen + 1, next(byte), length));
            return;
        };
        self.hold_first(rest, seen + 1, next(letter), length);
        for second in 0..1 << BITS {
            let accented = next(LATIN) | bits_of(second) << (BITS * (seen + 1));
            // of the capital and of the small letter
            match [plain_latin(second), plain_latin(second | 0x20)] {
                // "æ", "ß": not one letter
                [0, _] | [_, 0] => self.hold_first(&[], seen + 2, accented, u8::MAX),
                [plain, _] if plain == letter => self.hold_first(rest, seen + 2, accented, length),
                _ => {}
            }
        }
        // "a.n." is one word
        if seen == 0 {
            let pointed = next(letter) | bits_of(b'.') << BITS;
            self.hold_first(rest, seen + 2, pointed, u8::MAX);
        }
    }

    /// Whether a text as printed may say something of time: the same by the line, and whatever may hide a word of time, such as a
    /// hyphen at the end of a line, lets it through.
    pub(crate) fn may_say(&self, source: &str) -> bool {
        let (mut rest, mut size) = (source, FIRST_CHUNK);
        while !rest.is_empty() {
            let end = rest.as_bytes().get(size..).and_then(|far| memchr::memchr(b'\n', far));
            let (chunk, after) = rest.split_at(end.map_or(rest.len(), |end| size + end));
            let (letters, marks) = (letters(chunk), Marks::of(chunk));
            if may_hide(chunk, &letters) || self.says(chunk, &letters, &marks, 0..chunk.len()) {
                return true;
            }
            (rest, size) = (after, CHUNK);
        }
        false
    }

    /// Whether the paragraph may say something of time; `letters` and `marks` are those of the whole text.
    pub(crate) fn passes(&self, text: &str, letters: &Bits, marks: &Marks, paragraph: Range<usize>) -> bool {
        let bytes = &text.as_bytes()[..paragraph.end];
        paragraph.len() <= SHORT
            || ends_with_first(&bytes[paragraph.start..])
            || self.says(text, letters, marks, paragraph.clone())
            || letters
                .starts(paragraph.clone())
                .take(HEAD)
                .any(|at| self.is_head(&text[at..paragraph.end], letters.run(at).min(paragraph.end - at)))
    }

    /// Whether the first `run` bytes of `rest` may begin the name of a body.
    fn is_head(&self, rest: &str, run: usize) -> bool {
        let (word, after) = rest.split_at(run);
        self.is_in(&self.heads, word) || (run == 1 && after.starts_with('.'))
    }

    /// Whether a word of time stands there, or figures of a date, or what is no plain text.
    #[inline]
    fn says(&self, text: &str, letters: &Bits, marks: &Marks, paragraph: Range<usize>) -> bool {
        let bytes = &text.as_bytes()[..paragraph.end];
        let mark = |at: usize| {
            let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let figures = || self.is_year(text, paragraph.start, at, end) || is_numeric(&bytes[end..]);
            // "1ermars": the month is part of another word
            let glued =
                || matches!(&bytes[end..], [b'e' | b'E', b'r' | b'R', third, ..] if third.is_ascii_alphabetic());
            (end > at && (figures() || glued())) || is_odd(&bytes[end..])
        };
        marks.0.starts(paragraph.clone()).any(mark)
            || letters.starts(paragraph.clone()).any(|at| self.may_hold(text, letters, at, paragraph.end))
    }

    /// Whether the figures may be a year that no month precedes: after a word that leads to one, or in figures of a date or a range.
    #[inline(always)]
    fn is_year(&self, text: &str, paragraph: usize, at: usize, end: usize) -> bool {
        let bytes = text.as_bytes();
        if end - at != 4 || !matches!(bytes[at], b'1' | b'2') {
            return false;
        }
        let before = text[paragraph..at].trim_end_matches(' ');
        let ranged = || {
            let rest = text[end..].trim_start_matches(' ');
            rest.starts_with(|c: char| c == '/' || is_hyphen(c) || is_dash(c))
        };
        match before.as_bytes().last() {
            None => ranged(),
            Some(byte) if byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-') => true,
            Some(byte) if byte.is_ascii_punctuation() && *byte != b'\'' => ranged(),
            _ => {
                let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
                // "E.n 2013": letters with points are one word
                let pointed = || word.len() == 1 && before[..before.len() - 1].ends_with('.');
                word.is_empty() || self.is_in(&self.leads, word) || pointed() || ranged()
            }
        }
    }

    /// Whether the word at `at` is held, as far as can be told quickly; the paragraph ends at `end`.
    #[inline(always)]
    fn may_hold(&self, text: &str, letters: &Bits, at: usize, end: usize) -> bool {
        let lengths = match text.as_bytes().get(at..at + 4).and_then(|four| four.try_into().ok()) {
            Some(four) => self.firsts[first_bits(u32::from_le_bytes(four))],
            None => u8::MAX,
        };
        lengths != 0 && self.is_held(&text[at..end], letters.run(at).min(end - at), lengths)
    }

    /// Whether the first `run` bytes of `rest` are a word that is held, and has one of the `lengths`.
    #[inline(never)]
    fn is_held(&self, rest: &str, run: usize, lengths: u8) -> bool {
        let (word, after) = rest.split_at(run);
        if run == 1 {
            return after.starts_with('.') && after[1..].starts_with(|c: char| c.is_alphabetic());
        }
        let accents = word.bytes().filter(|&byte| byte == LATIN).count();
        // × ÷ count as letters, ß is two
        let fits = || lengths & length_bit(run - accents) != 0 || (accents > 0 && fold_plain(word).is_none());
        fits() && self.is_in(&self.words, word)
    }

    fn is_in(&self, words: &FxHashSet<u128>, word: &str) -> bool {
        match fold_plain(word) {
            Some(short) => words.contains(&short.0),
            // too long, or not plain
            None => self.long || !word.is_ascii() || word.len() <= 16,
        }
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}')
}

/// Whether a text as printed has what the reflow takes out, behind which a word of time may hide: a hyphen at the end of a line,
/// characters of no width, spaced letters, residues of a page.
fn may_hide(chunk: &str, letters: &Bits) -> bool {
    let bytes = chunk.as_bytes();
    let residue = |byte: &u8| matches!(byte, 0..=8 | 0x0B..=0x1F | b'&' | b'<') && *byte != b'\r';
    let unseen = |at: usize| {
        matches!(
            bytes[at..],
            [0xC2, 0xAD, ..] | [0xE2, 0x80, 0x8B..=0x8F | 0xAA..=0xAE, ..] | [0xE2, 0x81, 0xA0..=0xA9, ..]
        )
    };
    let broken = |end: usize| {
        let line = chunk[..end].trim_end_matches([' ', '\t', '\r']);
        line.ends_with(|c: char| is_hyphen(c) || is_dash(c))
    };
    let single = |at: usize| letters.run(at) == 1;
    let spaced = |at: usize| single(at) && single(at + 2) && single(at + 4);
    bytes.iter().any(residue)
        || memchr::memchr2_iter(0xC2, 0xE2, bytes).any(unseen)
        || memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]).any(broken)
        || letters.starts(0..bytes.len()).any(spaced)
}

/// The bit for a number of letters.
fn length_bit(letters: usize) -> u8 {
    1 << (letters % 8)
}

/// The bits of the first bytes of a word, together.
#[inline(always)]
fn first_bits(four: u32) -> usize {
    let bits = |nth: usize| four as usize >> (8 * nth) & ((1 << BITS) - 1);
    bits(0) | bits(1) << BITS | bits(2) << (2 * BITS)
}

fn bits_of(byte: u8) -> usize {
    usize::from(byte) & ((1 << BITS) - 1)
}

/// Whether a character beyond `ÿ` opens `rest` that is none of `’ – “ €` and their like, nor `œ`.
fn is_odd(rest: &[u8]) -> bool {
    !matches!(rest, [] | [..=0xC3, ..] | [0xE2, 0x80..=0x82, ..] | [0xC5, 0x92 | 0x93, ..])
}

/// Whether `/04/13` follows, or `.05.99`.
fn is_numeric(rest: &[u8]) -> bool {
    let Some((&separator @ (b'/' | b'.'), rest)) = rest.split_first() else { return false };
    let month = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (1..=4).contains(&month)
        && rest.get(month) == Some(&separator)
        && rest.get(month + 1).is_some_and(u8::is_ascii_digit)
}

/// Whether the paragraph ends with `1er`: its month may open the next.
fn ends_with_first(paragraph: &[u8]) -> bool {
    let [.., first, e, r] = paragraph else { return false };
    matches!(first, b'1' | b'l' | b'I') && e.eq_ignore_ascii_case(&b'e') && r.eq_ignore_ascii_case(&b'r')
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::lexicon::letters::letters;

    const FILL: &str = "Considérant que les phares de la côte ont besoin de lampes et de gardiens, ";

    fn passes(text: &str) -> bool {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        lexicon.sieve.passes(text, &letters(text), &super::Marks::of(text), 0..text.len())
    }

    #[test]
    fn what_says_something_of_time_passes() {
        for said in [
            "le 5 mai",
            "D’AOÛT",
            "en 2013",
            "05/04/13",
            "15.05.99",
            "pendant trois mois",
            "à sa neuvième session",
            "l’an dernier",
            "deux mille treize",
            "années quatre-vingt",
            "annuellement",
            "le 1er",
            "Rajab",
            "Cha’bane",
            "le même jour",
            "au XIXe siècle",
            "de\u{301}cembre",
            "21novembre2000",
            "lundi prochain",
            "le 5 mai×",
            "le 1ermars",
            "une fois l’a.n.",
            "E.n 1904",
            "d’ici 2010",
            "la fin 2016",
            "(2006-2015)",
            "le 2 4 2009",
            "le plan 2014 – 2016",
            "un T3 2014",
            "au plus tard 2015",
            "décernbre",
        ] {
            assert!(passes(&format!("{FILL}{said}")), "{said}");
        }
        assert!(passes(&format!("L’Assemblée générale, {FILL}")));
    }

    #[test]
    fn nothing_hides_in_a_text_as_printed() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let fill = format!("{FILL}\n").repeat(200);
        assert!(!lexicon.sieve.may_say(&fill));
        for said in [
            "le 5 septem-\nbre",
            "le 5 sep\u{AD}tembre",
            "le 5 m\u{200B}ai",
            "L E  5  M A I",
            "d’ici\n2010",
            "5&nbsp;m",
        ] {
            assert!(lexicon.sieve.may_say(&format!("{fill}{said}\n{fill}")), "{said}");
        }
    }

    #[test]
    fn what_says_nothing_is_kept_back() {
        for said in [
            "",
            "la résolution 70/1 et 12 pays",
            "sa résolution 1325 (2000), l’horizon 2030",
            "2000 phares",
            "marche, maintien, janissaire",
            "le cœur « du » lac – 35 €",
            "n° 12, p. 3.4",
        ] {
            assert!(!passes(&format!("{FILL}{said} ;")), "{said}");
        }
    }
}

//! Acronyms: where a text defines one after its long form, and long forms known only by their initials.

use super::alias::alias;
use super::phrase::Phrase;
use crate::grammar::roman::roman;
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{NumberWord, Part};
use crate::text::word::Case;

/// An acronym that the text defines: its words `first..last`, and the word after what sets it off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Defined {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) after: usize,
}

/// The acronym in brackets that open at `at`: `(CPS)`, `(GST-Mali)`, `(« CPS »)`, `(CPS, ci-après la Commission)`.
pub(crate) fn bracketed(phrase: Phrase<'_>, at: usize) -> Option<Defined> {
    if phrase.text(at) != "(" {
        return None;
    }
    let quoted = usize::from(phrase.is_quote(at + 1));
    let first = at + 1 + quoted;
    phrase.next(first)?;
    let last = end(phrase, first)?;
    let close = last + usize::from(quoted > 0 && phrase.is_quote(last));
    phrase.next(close)?;
    match phrase.text(close) {
        ")" => Some(Defined { first, last, after: close + 1 }),
        // an alias may follow
        "," => Some(Defined { first, last, after: close }).filter(|_| alias(phrase, close).is_some()),
        _ => None,
    }
}

/// The acronym that stands after a comma or dash at `at`, and before another: `, ATAIC,`.
pub(crate) fn set_off(phrase: Phrase<'_>, at: usize) -> Option<Defined> {
    phrase.next(at).filter(|_| is_setting_off(phrase, at))?;
    let last = end(phrase, at + 1)?;
    let closed = phrase.next(last).is_none_or(|word| word.is_punctuation());
    (closed && !phrase.is_shouted(at + 1)).then_some(Defined { first: at + 1, last, after: last })
}

/// Whether a mark after which an acronym is set off stands there.
pub(crate) fn is_setting_off(phrase: Phrase<'_>, at: usize) -> bool {
    matches!(phrase.text(at), "," | "–" | "—" | "-")
}

/// The end of the acronym that begins at `at`: `GST-Mali`, `SPLM/IO`.
fn end(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    // "CM-HZ" is no 900
    let joined = phrase.next(at + 1).is_some_and(|word| word.join == Join::Hyphen && word.case == Case::Upper);
    if !(is_acronym(phrase, at) || (joined && phrase.reading.words[at].case == Case::Upper)) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 4 {
        let slash = phrase.text(end) == "/" && phrase.next(end).is_some_and(|mark| mark.join == Join::Glued);
        let next = end + usize::from(slash);
        let Some(word) = phrase.next(next).filter(|word| word.kind != SegmentKind::Punctuation) else { break };
        let joined =
            if slash { word.join == Join::Glued && word.case != Case::Lower } else { word.join == Join::Hyphen };
        if !joined {
            // "(G5 Sahel)"
            let numbered = !slash && phrase.text(at).ends_with(|c: char| c.is_ascii_digit());
            let place = numbered && word.case == Case::Capital && phrase.text(end + 1) == ")";
            return Some(end + usize::from(place));
        }
        end = next + 1;
    }
    Some(end)
}

/// Whether word `at` is written as an acronym is: `UFM`, `BIsD`; not `XIV`.
pub(crate) fn is_acronym(phrase: Phrase<'_>, at: usize) -> bool {
    let Some(word) = phrase.reading.words.get(at) else { return false };
    let text = phrase.text(at);
    let fewest = match word.case {
        Case::Upper => 2,
        Case::Capital => 3,
        Case::Lower | Case::None => return false,
    };
    word.kind == SegmentKind::Word
        && text.len() <= 14
        && text.chars().filter(|c| c.is_uppercase()).count() >= fewest
        && !is_roman_ordinal(phrase, text)
}

/// `XIV`, `XXIe`
fn is_roman_ordinal(phrase: Phrase<'_>, text: &str) -> bool {
    let digits = text.trim_end_matches(char::is_lowercase);
    let mark = &text[digits.len()..];
    roman(digits).is_ok_and(|(rest, _)| rest.is_empty())
        && (mark.is_empty() || phrase.reading.lexicon.phrases.is_ordinal_mark(&fold(mark)))
}

/// An unlisted acronym that stands alone: after an article, in a line that has small letters, in no symbol.
pub(crate) fn alone(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let words = phrase.reading.words;
    let short = words[at].span.len() <= 16 && words[at].case != Case::Lower;
    if !short || (words[at].case == Case::Capital && !phrase.text(at).chars().skip(1).any(char::is_uppercase)) {
        return None;
    }
    let length = phrase.text(at).chars().filter(|c| c.is_alphabetic()).count();
    let upper =
        |index: Option<usize>| index.and_then(|index| words.get(index)).is_some_and(|word| word.case == Case::Upper);
    if !(3..=8).contains(&length)
        || !is_acronym(phrase, at)
        || phrase.part(at).is(Part::COMMON)
        || upper(at.checked_sub(1))
        || upper(Some(at + 1))
    {
        return None;
    }
    let end = end(phrase, at)?;
    let glued = |index: usize| {
        words
            .get(index)
            .is_some_and(|word| word.join == Join::Glued && matches!(phrase.text(index), "/" | "." | "°" | "_" | "("))
            && words
                .get(index + 1)
                .is_some_and(|word| word.join == Join::Glued && word.kind != SegmentKind::Punctuation)
    };
    let symbol = glued(end)
        || at.checked_sub(1).is_some_and(|before| {
            matches!(words[at].join, Join::Glued | Join::Hyphen) && matches!(phrase.text(before), "/" | "." | "_")
                || words[at].join == Join::Hyphen
        });
    (!symbol).then_some(end)
}

/// Whether letters in capitals may be a word in a heading, as vowels and consonants take turns: `la MAISON`.
pub(crate) fn reads_as_word(text: &str) -> bool {
    let letters: Vec<bool> = fold(text).chars().map(|c| "aeiouy".contains(c)).collect();
    let turns = letters.windows(2).filter(|pair| pair[0] != pair[1]).count();
    letters.len() >= WORD && 2 * turns >= letters.len() && letters.windows(4).all(|four| four.contains(&true))
}

/// Letters of an unlisted acronym from which on it may be a word.
const WORD: usize = 5;

/// Whether an article stands before word `at`.
pub(crate) fn after_article(phrase: Phrase<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !phrase.reading.words[at].opens()) else { return false };
    let part = phrase.part(before);
    part.is(Part::ARTICLE) || (part.is(Part::OF) && !phrase.text(before).is_empty()) || part.is(Part::TOWARD)
}

/// What a sign of an acronym stands for.
#[derive(Debug, PartialEq, Eq)]
enum Sign {
    /// The first letter of a word.
    Letter(char),
    /// A word or name of its own: `GST-Mali`.
    Word(String),
    /// `G5`
    Number(u16),
}

/// Signs of an acronym, at most.
const SIGNS: usize = 20;

fn signs(acronym: &str) -> Vec<Sign> {
    let mut out = Vec::new();
    for piece in acronym.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()) {
        let small = piece.chars().skip(1).filter(|c| c.is_lowercase()).count();
        if small > 1 && piece.chars().filter(|c| c.is_uppercase()).count() == 1 {
            out.push(Sign::Word(fold(piece)));
            continue;
        }
        let letters = piece.trim_end_matches(|c: char| c.is_ascii_digit());
        // small letters inside are those of a word: "CAfDHP"
        out.extend(fold(&letters.replace(char::is_lowercase, "")).chars().map(Sign::Letter));
        out.extend(piece[letters.len()..].parse().ok().map(Sign::Number));
    }
    out
}

/// The first word of the long form that ends before the bracket at `open`, when its words are those the acronym stands for. Small words
/// count or not: all that is still possible is kept as bits, by how many signs are left.
pub(crate) fn long_form(phrase: Phrase<'_>, open: usize, acronym: &str) -> Option<usize> {
    let signs = signs(acronym);
    if !(2..=SIGNS).contains(&signs.len()) {
        return None;
    }
    let words = phrase.reading.words;
    let small = Part::STOP.or(Part::OF).or(Part::ARTICLE).or(Part::AND).or(Part::LINK).or(Part::AT);
    let mut left = 1_u32 << signs.len();
    for at in (0..open).rev().take(3 * signs.len()) {
        if at + 1 < open && words[at + 1].opens() {
            return None;
        }
        let skipped = phrase.part(at).is(small) || words[at].join == Join::Hyphen || phrase.text(at) == ",";
        let folded = fold(phrase.text(at));
        let stands = |nth: &usize| left >> nth & 1 == 1 && stands_for(phrase, at, &folded, &signs[nth - 1]);
        let taken = (1..=signs.len()).filter(stands).fold(0, |bits, nth| bits | 1 << (nth - 1));
        if taken & 1 == 1 && words[at].case != Case::Lower && open - at > 1 {
            return Some(at);
        }
        left = (if skipped { left } else { 0 } | taken) & !1;
        if left == 0 {
            return None;
        }
    }
    None
}

/// Whether a sign of an acronym may stand for word `at`, whose letters are `folded`.
fn stands_for(phrase: Phrase<'_>, at: usize, folded: &str, sign: &Sign) -> bool {
    let word = &phrase.reading.words[at];
    if word.is_punctuation() || phrase.part(at).is(Part::ARTICLE) {
        return false;
    }
    match sign {
        Sign::Letter(letter) => folded.starts_with(*letter),
        Sign::Word(name) => folded == name,
        Sign::Number(number) => {
            let said = phrase.reading.lexicon.numbers.word(word.id);
            said == Some(NumberWord::Cardinal(*number)) || folded.parse() == Ok(*number)
        }
    }
}

/// Whether the letters of an acronym stand in a long form, in their order: `FASUR` in `Fonds d’appui à la sécurité urbaine`.
pub(crate) fn is_drawn_from(acronym: &str, long_form: &str) -> bool {
    let (acronym, long_form) = (fold(acronym), fold(long_form));
    let mut rest = long_form.chars();
    acronym.chars().next() == long_form.chars().next()
        && acronym.chars().filter(|c| c.is_alphanumeric()).all(|letter| rest.any(|c| c == letter))
}

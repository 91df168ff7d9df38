//! Acronyms: where a text defines one after its long form, and long forms known only by their initials.

use super::phrase::Phrase;
use crate::grammar::roman::roman;
use crate::lexicon::Part;
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::text::word::Case;

/// The acronym in brackets that open at `at`: its words, end excluded. `(CPS)`, `(GST-Mali)`.
pub(crate) fn bracketed(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    if phrase.text(at) != "(" || phrase.next(at).is_none() {
        return None;
    }
    let end = end(phrase, at + 1)?;
    (phrase.next(end).is_some() && phrase.text(end) == ")").then_some((at + 1, end))
}

/// The acronym that stands after a comma or dash at `at`, and before another: `, ATAIC,`.
pub(crate) fn set_off(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    let mark = phrase.text(at);
    if !matches!(mark, "," | "–" | "—" | "-") {
        return None;
    }
    let end = end(phrase, at + 1)?;
    let closed = phrase.next(end).is_none_or(|word| word.is_punctuation());
    (closed && !phrase.is_shouted(at + 1)).then_some((at + 1, end))
}

/// The end of the acronym that begins at `at`.
fn end(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    if !is_acronym(phrase, at) {
        return None;
    }
    let mut end = at + 1;
    while phrase.next(end).is_some_and(|word| word.join == Join::Hyphen && word.kind != SegmentKind::Punctuation)
        && end < at + 4
    {
        end += 1;
    }
    Some(end)
}

/// Whether word `at` is written as an acronym is: `UFM`, `BIsD`; not `XIV`.
pub(crate) fn is_acronym(phrase: Phrase<'_>, at: usize) -> bool {
    let Some(word) = phrase.reading.words.get(at) else { return false };
    let text = phrase.text(at);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    word.kind == SegmentKind::Word
        && (word.case == Case::Upper || (word.case == Case::Capital && capitals >= 3))
        && capitals >= 2
        && text.len() <= 14
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

/// Whether an article stands before word `at`.
pub(crate) fn after_article(phrase: Phrase<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !phrase.reading.words[at].opens()) else { return false };
    let part = phrase.part(before);
    part.is(Part::ARTICLE) || (part.is(Part::OF) && !phrase.text(before).is_empty()) || part.is(Part::TOWARD)
}

/// The first word of the long form that ends before the bracket at `open`, when its initials are the acronym's letters.
pub(crate) fn long_form(phrase: Phrase<'_>, open: usize, acronym: &str) -> Option<usize> {
    let letters: Vec<char> = fold(acronym).chars().filter(|c| c.is_alphanumeric()).collect();
    let words = phrase.reading.words;
    let mut left = letters.len();
    let mut at = open;
    while left > 0 {
        if at == 0 || words[at].opens() || open - at > 3 * letters.len() {
            return None;
        }
        at -= 1;
        let first = fold(phrase.text(at)).chars().next();
        if words[at].kind == SegmentKind::Punctuation {
            return None;
        }
        if first == Some(letters[left - 1]) && !phrase.part(at).is(Part::ARTICLE) {
            left -= 1;
        } else if !phrase.part(at).is(Part::STOP
            .or(Part::OF)
            .or(Part::ARTICLE)
            .or(Part::AND)
            .or(Part::LINK)
            .or(Part::AT))
        {
            return None;
        }
    }
    (words[at].case != Case::Lower && open - at > 1).then_some(at)
}

//! Events: numbered sessions, summits and meetings with a name: `12éme Sommet islamique`, `sommet de Dakar`.

use super::head::begins_with_capital;
use super::name::name_at;
use super::phrase::{Phrase, Style};
use crate::grammar::roman::{is_roman_digit, roman};
use crate::lexicon::fold::{fold, is_apostrophe};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, Start};
use crate::text::word::Case;

/// The event whose number is word `at`: its first word and its end.
pub(crate) fn numbered(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    phrase.reading.words.get(at).filter(|word| word.starts.has(Start::Event))?;
    // the noun first: looking it up costs nothing
    (1..=4).find(|far| phrase.part(at + far).is(Part::SESSION))?;
    let number = ordinal_end(phrase, at)?;
    let mut head = number;
    let shouted = phrase.is_shouted(head);
    while !phrase.part(head).is(Part::SESSION) {
        let word = phrase.next(head)?;
        if head >= number + 2 || word.kind != SegmentKind::Word || phrase.part(head).is(Part::STOP) {
            return None;
        }
        head += 1;
    }
    phrase.next(head)?;
    Some((first_numeral(phrase, at), phrase.tail(head + 1, Style::Event, shouted)))
}

/// The end of the ordinal at `at`: `12éme`, `XVe`, `douzième`, `354’`.
fn ordinal_end(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let word = phrase.reading.words.get(at)?;
    let text = phrase.text(at);
    match word.kind {
        SegmentKind::Mixed => {
            let mark = fold(text.trim_start_matches(|c: char| c.is_ascii_digit()));
            phrase.reading.lexicon.phrases.is_ordinal_mark(&mark).then_some(at + 1)
        }
        SegmentKind::Number => {
            let mark = phrase.next(at + 1)?;
            let glued = mark.join == Join::Glued
                && phrase.text(at + 1).chars().all(|c| is_apostrophe(c) || matches!(c, '°' | 'º' | 'ᵉ'));
            glued.then_some(at + 2)
        }
        SegmentKind::Word => {
            let phrases = &phrase.reading.lexicon.phrases;
            if phrase.part(at).is(Part::ORDINAL) || (word.span.len() > 6 && phrase.endings(at).has(Endings::ORDINAL)) {
                return Some(at + 1);
            }
            let small = phrase.part(at).is(Part::STOP);
            if small || word.case != Case::Capital || word.span.len() >= 16 || !text.starts_with(is_roman_digit) {
                return None;
            }
            let digits = text.trim_end_matches(|c: char| c.is_lowercase());
            let ends = phrases.is_ordinal_mark(&fold(&text[digits.len()..]));
            (ends && roman(digits).is_ok_and(|(rest, _)| rest.is_empty())).then_some(at + 1)
        }
        SegmentKind::Punctuation => None,
    }
}

/// The first word of the number that ends at `at`: `quarante` of `quarante-troisième`, `Vingt` of `Vingt et unième`.
fn first_numeral(phrase: Phrase<'_>, at: usize) -> usize {
    let words = phrase.reading.words;
    let mut start = at;
    for _ in 0..4 {
        let hyphen = words[start].join == Join::Hyphen && start > 0;
        // "Quarante Septième"
        let spaced = start >= 1
            && words[start].join == Join::Space
            && words[start].kind == SegmentKind::Word
            && phrase.part(start - 1).is(Part::NUMERAL);
        let joined = start >= 2
            && phrase.part(start - 1).is(Part::AND)
            && phrase.part(start - 2).is(Part::NUMERAL)
            && !words[start].opens()
            && !words[start - 1].opens();
        match (hyphen, joined) {
            _ if spaced => start -= 1,
            (true, _) => start -= 1,
            (false, true) => start -= 2,
            _ => break,
        }
    }
    start
}

/// The end of an event without number whose first word is `at`.
pub(crate) fn named(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let part = phrase.part(at);
    let shouted = phrase.is_shouted(at);
    let capital = begins_with_capital(phrase, at);
    if part.is(Part::SUMMIT) && capital && !shouted {
        let end = phrase.tail(at + 1, Style::Event, shouted);
        if end > at + 1 {
            return Some(end);
        }
    }
    if part.is(Part::VENUE) && phrase.part(at + 1).is(Part::OF) && phrase.next(at + 1).is_some() && !shouted {
        return place_of(phrase, at + 2, part.is(Part::SUMMIT));
    }
    if part.is(Part::MEETING) {
        let mut next = at + 1;
        while phrase.is_adjective(next, shouted) && next < at + 4 {
            next += 1;
        }
        let item = next + 1 + usize::from(phrase.part(next + 1).is(Part::ARTICLE));
        if phrase.part(next).is(Part::OF) && phrase.part(item).is(Part::ATTENDEE) && phrase.next(item).is_some() {
            return Some(phrase.tail(next, Style::Event, shouted));
        }
    }
    None
}

/// The end of the town after which a conference is called.
fn place_of(phrase: Phrase<'_>, at: usize, summit: bool) -> Option<usize> {
    phrase.next(at)?;
    match name_at(phrase.reading, at) {
        Some(name) => name.entry.codes.contains_key("country").then_some(at + name.count),
        None if summit && phrase.part(at).is_plain() => {
            let end = phrase.capitals(at);
            (end > at).then_some(end)
        }
        None => None,
    }
}

//! Persons: names after titles and offices, and names whose surname stands in capitals.

use super::name::name_at;
use super::phrase::Phrase;
use crate::grammar::roman::roman;
use crate::lexicon::Part;
use crate::lexicon::fold::is_apostrophe;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::model::EntityKind;
use crate::text::word::Case;

/// No name has more words of titles before it.
const TITLES: usize = 24;

/// The person whose name follows the titles that begin at `at`: first and last word of the name, end excluded.
pub(crate) fn titled(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    let mut next = at;
    let mut strict = false;
    // a line may end behind a title: "S. E." | "M. Awa Konaté"
    let goes_on = |next: usize| phrase.part(next).is(Part::TITLE) && phrase.text(next + 1) == ".";
    while let Some(word) = phrase
        .reading
        .words
        .get(next)
        .filter(|word| next == at || ((!word.opens() || (strict && goes_on(next))) && next < at + TITLES))
    {
        let part = phrase.part(next);
        let short = word.span.len() <= 3;
        let capital = word.case != Case::Lower;
        let point = phrase.text(next + 1) == ".";
        let letter = word.span.len() == 1;
        let given = part.is(Part::GIVEN) && capital && next > at && !phrase.part(next - 1).is(Part::ARTICLE);
        if given && proper_after(phrase, next + 1) {
            break;
        }
        if part.is(Part::TITLE)
            && (capital || !short)
            && (!letter || point || (phrase.is_capital(next + 1) && phrase.text(next + 1).len() > 2))
        {
            strict = true;
            next += 1 + usize::from(point);
            let abbreviated = word.case == Case::Upper && word.span.len() > 2;
            if phrase.text(next) == ","
                && (phrase.part(next + 1).is(Part::TITLE) || abbreviated)
                && phrase.is_capital(next + 1)
            {
                next += 1;
            }
        } else if part.is(Part::OFFICE) && (strict || next == at || phrase.part(next - 1).is(Part::OFFICE)) {
            next += 1 + usize::from(point && short);
        } else if next > at && part.is(Part::ARTICLE) && phrase.part(next + 1).is(Part::TITLE.or(Part::OFFICE)) {
            next += 1;
        } else if next > at && part.is(Part::ARTICLE) && phrase.part(next + 1).is(Part::NOBLE) {
            // "S.A.R. le Prince Faisal": the title is part of the name
            next += 1;
            break;
        } else {
            break;
        }
    }
    if next == at {
        return None;
    }
    let end = name_end(phrase, next)?;
    let enough = proper_words(phrase, next, end) >= if strict { 1 } else { 2 };
    // a title in capitals says nothing: "S.E."
    let abbreviated =
        phrase.text(at).contains('.') && (next..end).any(|at| phrase.reading.words[at].case == Case::Capital);
    let shouted = phrase.is_shouted(at) && phrase.reading.words[next].case == Case::Upper && !abbreviated;
    (enough && !shouted).then(|| (next, if strict { cut_at_line(phrase, next, end) } else { end }))
}

/// Whether one more word of a name follows, and no title or office.
fn proper_after(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.is_capital(at) && !phrase.part(at).is(Part::TITLE.or(Part::OFFICE).or(Part::STOP))
}

/// The end of a name of which only the first word stands before a break: `M. Manuel` | `Serifo Nhamajo, Président`.
fn cut_at_line(phrase: Phrase<'_>, start: usize, end: usize) -> usize {
    let words = phrase.reading.words;
    let broken = end == start + 1
        && words[start].case == Case::Capital
        && words.get(end).is_some_and(|word| word.opens() && word.case == Case::Capital)
        && phrase.part(end).is_plain()
        && name_at(phrase.reading, end).is_none();
    let rest = if broken { name_end(phrase, end) } else { None };
    rest.filter(|&rest| phrase.text(rest) == "," && phrase.part(rest + 1).is(Part::OFFICE)).unwrap_or(end)
}

/// The person whose name follows a noble title in small letters: `le prince Faisal`; `at` is the word after it.
pub(crate) fn ennobled(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    phrase.next(at)?;
    let end = name_end(phrase, at)?;
    (proper_words(phrase, at, end) >= 2 && !phrase.is_shouted(at)).then_some((at, end))
}

/// The person whose name explains an office: `, Moussa Faki Mahamat,`; `at` is the word after the comma.
pub(crate) fn explained(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    let end = name_end(phrase, at)?;
    let closed = phrase.next(end).is_none_or(|word| word.is_punctuation());
    (closed && proper_words(phrase, at, end) >= 2 && !phrase.is_shouted(at)).then_some((at, end))
}

/// A name with its surname in capitals, without any title: `Awa KONATE`.
pub(crate) fn capitals(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    if phrase.reading.words.get(at)?.case != Case::Capital || phrase.is_shouted(at) {
        return None;
    }
    let mut surname = at + 1;
    while phrase.next(surname).is_some_and(|word| word.case == Case::Capital && word.kind == SegmentKind::Word) {
        surname += 1;
        if surname > at + 5 {
            return None;
        }
    }
    let word = phrase.next(surname)?;
    // "Kéma CFT" is no person
    let vowel = |c: char| "AEIOUY".contains(c) || !c.is_ascii();
    if word.case != Case::Upper
        || word.span.len() < 3
        || !phrase.text(surname).contains(vowel)
        || roman(phrase.text(surname)).is_ok_and(|(rest, _)| rest.is_empty())
        || name_at(phrase.reading, surname).is_some()
    {
        return None;
    }
    let end = name_end(phrase, at)?;
    // a town and a headline: "Dinard ACCIDENT.", "Dinard TOMBÉ D’UN TOIT"
    let sentence = at > 0 && phrase.next(at).is_some() && phrase.text(at - 1) == "." && phrase.text(end) == ".";
    let small = Part::STOP.or(Part::OF);
    let goes_on = phrase.next(end).is_some_and(|word| word.case == Case::Upper) && phrase.part(end).is(small);
    let headline = sentence || goes_on;
    let unknown = (at..end).all(|index| {
        !phrase.part(index).is(Part::ORGANIZATION
            .or(Part::INSTRUMENT)
            .or(Part::SESSION)
            .or(Part::OFFICE)
            .or(Part::PLACE)
            .or(Part::STOP)
            .or(Part::WRITING))
    });
    (end > surname && unknown && !headline && proper_words(phrase, at, end) >= 2).then_some((at, end))
}

/// A name before a country in brackets, as delegates are listed: `Awa Konaté (Mali)`.
pub(crate) fn delegate(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    if phrase.is_shouted(at)
        || !phrase.part(at).is_plain()
        || !(phrase.is_capital(at + 1) || phrase.part(at + 1).is(Part::PARTICLE))
    {
        return None;
    }
    let end = name_end(phrase, at)?;
    let country = phrase.text(end) == "("
        && name_at(phrase.reading, end + 1)
            .is_some_and(|name| name.entry.codes.contains_key("iso3166") && phrase.text(end + 1 + name.count) == ")");
    (country && proper_words(phrase, at, end) >= 2).then_some((at, end))
}

/// Words of a name, at most.
const LONGEST: usize = 12;

/// Where the name of a person ends that begins at `at`: given names, initials, particles, compounds, surname.
fn name_end(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    let mut next = at;
    let (mut given, mut surname) = (false, false);
    while let Some(word) = phrase.reading.words.get(next).filter(|word| next == at || !word.opens()) {
        let part = phrase.part(next);
        if given && surname && word.case == Case::Capital && word.join == Join::Space {
            // nothing follows a surname in capitals
            break;
        }
        if word.kind == SegmentKind::Word && (word.case != Case::Lower || (next == at && is_misread(phrase, at))) {
            let elided = phrase.text(next).ends_with(is_apostrophe)
                && end > at
                && phrase.next(next + 1).is_some_and(|after| after.join == Join::Glued && after.case != Case::Lower);
            if elided {
                // "N’Dri"
                if next > at + LONGEST {
                    break;
                }
                next += 1;
                continue;
            }
            if is_other_name(phrase, next, end > at) {
                break;
            }
            let long = word.span.len() > 2 && !phrase.text(next).contains('.');
            surname |= given && long && word.case == Case::Upper;
            given |= long && word.case == Case::Capital;
            next += 1;
            let initial = word.span.len() <= 2 && word.case == Case::Capital;
            if initial && phrase.text(next) == "." && phrase.is_capital(next + 1) {
                next += 1;
            }
            end = next;
            // a hyphen with stray spaces: "JALLOW –TAMBAJANG"
            let dash = matches!(phrase.text(next), "-" | "–" | "‐");
            if dash
                && phrase.next(next + 1).is_some_and(|after| after.join == Join::Glued)
                && phrase.is_capital(next + 1)
            {
                next += 1;
            }
        } else if word.join == Join::Hyphen && word.kind == SegmentKind::Word && end > at {
            next += 1;
            end = next;
        } else if part.is(Part::PARTICLE) && (end > at || !part.is(Part::STOP)) && phrase.is_capital(next + 1) {
            // "de", "du" open a complement more often than a surname
            if part.is(Part::OF) && (name_at(phrase.reading, next + 1).is_some() || end == at) {
                break;
            }
            next += 1;
        } else {
            break;
        }
        if next > at + LONGEST {
            break;
        }
    }
    (end > at).then_some(end)
}

/// Whether the first letter of a word is an `I` that was read as `l`: `lbrahim`.
fn is_misread(phrase: Phrase<'_>, at: usize) -> bool {
    let mut letters = phrase.text(at).chars();
    letters.next() == Some('l') && letters.next().is_some_and(|c| c.is_ascii_lowercase() && !"aeiouyhl".contains(c))
}

/// Whether a capital word begins something that is no name of a person.
fn is_other_name(phrase: Phrase<'_>, at: usize, inside: bool) -> bool {
    let part = phrase.part(at);
    let heads = Part::ORGANIZATION
        .or(Part::INSTRUMENT)
        .or(Part::SESSION)
        .or(Part::OFFICE)
        .or(Part::STOP)
        .or(Part::TITLE)
        .or(Part::WRITING);
    let particle = part.is(Part::PARTICLE) && phrase.is_capital(at + 1);
    let given = part.is(Part::GIVEN) && !inside;
    if part.is(heads) && !particle && !given && phrase.reading.words[at].span.len() > 2 {
        return true;
    }
    // places serve as given names ("Maurice"), but not when nothing else is there
    name_at(phrase.reading, at).is_some_and(|name| {
        !inside && (name.count > 1 || name.entry.kind != EntityKind::Location || !phrase.is_capital(at + 1))
    })
}

/// Words of the name with a capital, initials not counted.
fn proper_words(phrase: Phrase<'_>, start: usize, end: usize) -> usize {
    (start..end)
        .filter(|&at| phrase.reading.words[at].case != Case::Lower && phrase.reading.words[at].span.len() > 2)
        .count()
}

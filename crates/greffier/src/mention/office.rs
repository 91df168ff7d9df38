//! Offices, and people of a state: `Secrétaire général de l’ONU`, `autorités maliennes`.

use super::instrument::item;
use super::phrase::{Phrase, Style};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, WordId};
use crate::text::word::Case;

/// Words before the noun of an office that belong to it: `Haut-`, `Premier`, `Sous-`.
const BEFORE: usize = 2;
/// Lists of what a minister is in charge of, at most.
const CHARGES: usize = 3;

/// The office whose noun is word `at`: its first word and its end; none for a noun alone.
pub(crate) fn office(phrase: Phrase<'_>, at: usize) -> Option<(usize, usize)> {
    if !phrase.part(at).is(Part::POST) || phrase.is_shouted(at) {
        return None;
    }
    let words = phrase.reading.words;
    let mut end = at + 1;
    while is_qualified(phrase, end) {
        end += 1;
    }
    // "en exercice", "par intérim"
    if phrase.next(end).is_some()
        && phrase.part(end).is(Part::STOP.or(Part::TOWARD))
        && phrase.next(end + 1).is_some()
        && phrase.part(end + 1).is(Part::TENURE)
    {
        end += 2;
    }
    if phrase.next(end).is_some() && phrase.part(end).is(Part::OF.or(Part::LINK)) {
        end = phrase.tail(end, Style::Body, false);
    } else if phrase.next(end).is_some() && phrase.part(end).is(Part::CONTRACTION) && phrase.is_noun(end + 1, false) {
        // "aux droits de l’homme"
        end = phrase.tail(end + 2, Style::Body, false);
    }
    // ", de la coopération et de l’intégration"
    for _ in 0..CHARGES {
        let charge = phrase.next(end).is_some() && phrase.text(end) == "," && phrase.part(end + 1).is(Part::OF);
        let Some(next) = item(phrase, end + 1).filter(|_| charge) else { break };
        end = phrase.tail(next, Style::Body, false);
    }
    let before = |start: &usize| {
        let joined = words[start + 1].join == Join::Hyphen && !words[start + 1].opens();
        joined
            || (phrase.part(*start).is(Part::OFFICE)
                && !words[start + 1].opens()
                && words[*start].case == words[start + 1].case)
    };
    let start = (at.saturating_sub(BEFORE)..at).rev().take_while(before).last().unwrap_or(at);
    (end > at + 1).then_some((start, end))
}

/// Whether word `at` says which office it is: `général`, `Exécutif`.
fn is_qualified(phrase: Phrase<'_>, at: usize) -> bool {
    let Some(word) = phrase.next(at).filter(|word| word.kind == SegmentKind::Word) else { return false };
    let part = phrase.part(at);
    let known = word.id != WordId::UNKNOWN
        && phrase.endings(at).has(Endings::ADJECTIVE)
        && !part.is(Part::STOP.or(Part::NOT_ADJECTIVE));
    (word.join == Join::Hyphen && word.case != Case::None)
        || phrase.is_adjective(at, false)
        || (part.is(Part::OFFICE) && !part.is(Part::POST))
        || known
}

/// The end of people whose noun is word `at`, told by the adjective of their state: `forces armées ivoiriennes`.
pub(crate) fn people(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    const QUALIFIERS: usize = 3;
    if !phrase.part(at).is(Part::PEOPLE) {
        return None;
    }
    let mut end = at + 1;
    let mut told = false;
    for _ in 0..QUALIFIERS {
        let of_state = of_state(phrase, end);
        told |= of_state.is_some();
        match of_state {
            Some((count, _)) => end += count,
            None if phrase.is_adjective(end, false) => end += 1,
            None => break,
        }
    }
    told.then_some(end)
}

/// The adjective of a state that begins with word `at`: how many words it has, and its code.
pub(crate) fn of_state(phrase: Phrase<'_>, at: usize) -> Option<(usize, Option<&str>)> {
    phrase.next(at)?;
    let words = phrase.reading.words.get(at..)?;
    let ids = words
        .iter()
        .enumerate()
        .take_while(|(index, word)| *index == 0 || word.join == Join::Hyphen)
        .map(|(_, word)| word.id);
    phrase.reading.lexicon.adjectives.longest(ids)
}

//! Offices, and people of a state: `Secrétaire général de l’ONU`, `autorités maliennes`.

use super::entity::EntityMention;
use super::name::name_at;
use super::phrase::{Phrase, Style};
use super::title::{item, somewhere};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, WordId};
use crate::model::EntityKind;
use crate::text::CleanSpan;
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
        end = charged(phrase, at, within(phrase, end, phrase.tail(end, Style::Body, false)));
        end = short_of_person(phrase, at, end);
    }
    // "Secrétaire d’État à la Francophonie"; "le discours du Président du Faso à la Nation" names no office
    let named = (at..end).any(|at| name_at(phrase.reading, at).is_some());
    if let Some(next) = toward(phrase, end).filter(|_| !named) {
        end = charged(phrase, at, within(phrase, end, phrase.tail(next, Style::Body, false)));
    }
    end = somewhere(phrase, end).unwrap_or(end);
    let before = |start: &usize| {
        let kind = phrase.part(*start);
        let qualifies = kind.is(Part::OFFICE) && !kind.is(Part::POST.or(Part::TITLE));
        !words[start + 1].opens() && (qualifies || words[start + 1].join == Join::Hyphen)
    };
    let start = (at.saturating_sub(BEFORE)..at).rev().take_while(before).last().unwrap_or(at);
    (end > at + 1).then_some((start, end))
}

/// The end of what an office is for, in words `from..end`: a topic without a name is the sentence's, as is what follows a body:
/// `Président de la Commission` | `sur la situation`, `Présidente de la Commission` | `et des remarques`.
fn within(phrase: Phrase<'_>, from: usize, end: usize) -> usize {
    let article = |at: usize| at + usize::from(phrase.part(at).is(Part::ARTICLE));
    let named = |at: usize| phrase.is_capital(at) || name_at(phrase.reading, at).is_some();
    let strays = |at: &usize| {
        let part = phrase.part(*at);
        if part.is(Part::AND) {
            let of = phrase.part(at + 1).is(Part::OF);
            return of && phrase.is_capital(at - 1) && !named(article(at + 2));
        }
        part.is(Part::LINK) && part.is(Part::STOP) && !named(article(at + 1))
    };
    (from..end).find(strays).unwrap_or(end)
}

/// What a minister is in charge of beside the first: `, de la coopération et de l’intégration`; and the other land of an envoy: `et le Sahel`.
fn charged(phrase: Phrase<'_>, at: usize, mut end: usize) -> usize {
    // "aux Affaires politiques, à la Paix"
    let led = |at: usize| phrase.is_to(at) || phrase.part(at).is(Part::CONTRACTION) && !phrase.part(at).is(Part::OF);
    let to = (at..end).any(led);
    let article = |at: usize| usize::from(phrase.part(at).is(Part::ARTICLE));
    for _ in 0..CHARGES {
        let and = phrase.next(end).is_some() && phrase.part(end).is(Part::AND);
        let comma = phrase.next(end).is_some() && phrase.text(end) == ",";
        let of = phrase.part(end + 1).is(Part::OF) || (to && led(end + 1));
        let noun = end + 1 + usize::from(of) + article(end + 1 + usize::from(of));
        let capital = is_charge(phrase, noun);
        let land = || name_at(phrase.reading, noun).filter(|name| name.entry.kind == EntityKind::Location);
        end = if (and || comma) && of && capital {
            phrase.tail(noun + 1, Style::Body, false)
        } else if comma
            && of
            && let Some(next) = item(phrase, end + 1)
        {
            phrase.tail(next, Style::Body, false)
        } else if and
            && !of
            && article(end + 1) == 1
            && phrase.next(noun).is_some()
            && let Some(land) = land()
        {
            noun + land.count
        } else {
            break;
        };
    }
    end
}

/// The end of the office in words `at..end` where a person is named behind its land: `Président du Faso` | `Awa Konaté`.
fn short_of_person(phrase: Phrase<'_>, at: usize, end: usize) -> usize {
    let land = (at..end).find_map(|at| {
        let name = name_at(phrase.reading, at).filter(|name| name.entry.kind == EntityKind::Location)?;
        Some(at + name.count)
    });
    let person = |land: &usize| *land < end && phrase.is_capital(*land) && name_at(phrase.reading, *land).is_none();
    land.filter(person).unwrap_or(end)
}

/// The end of what an office is for: `aux droits` of `Haut-Commissaire aux droits de l’homme`, `à la Paix`.
fn toward(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    phrase.next(at)?;
    if !(phrase.is_to(at) || phrase.part(at).is(Part::CONTRACTION)) || phrase.part(at).is(Part::OF) {
        return None;
    }
    let noun = at + 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
    phrase.next(noun)?;
    (phrase.is_noun(noun, false) || is_charge(phrase, noun)).then_some(noun + 1)
}

/// Whether word `at` has a capital and may be what an office is in charge of: `Paix`, `Affaires`.
fn is_charge(phrase: Phrase<'_>, at: usize) -> bool {
    let names =
        Part::ORGANIZATION.or(Part::INSTRUMENT).or(Part::SESSION).or(Part::TITLE).or(Part::OFFICE).or(Part::STOP);
    phrase.is_capital(at) && !phrase.part(at).is(names) && name_at(phrase.reading, at).is_none()
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

/// Gives each person the office that stands beside the name: `M. Awa Konaté, Ministre des transports`, `le Président du Faso, S.E.M. Awa
/// Konaté`.
pub(crate) fn hold(phrase: Phrase<'_>, entities: &mut [EntityMention]) {
    let places = |kind: EntityKind| {
        let of_kind = entities.iter().enumerate().filter(move |(_, entity)| entity.kind == kind);
        of_kind.flat_map(|(index, entity)| entity.mentions.iter().map(move |&span| (span, index)))
    };
    let mut offices: Vec<(CleanSpan, usize)> = places(EntityKind::Role).collect();
    offices.sort_unstable();
    let persons: Vec<(CleanSpan, usize)> =
        if offices.is_empty() { Vec::new() } else { places(EntityKind::Person).collect() };
    for (person, index) in persons {
        let after = offices.partition_point(|(office, _)| office.start < person.end);
        let behind = offices.get(after).filter(|(office, _)| is_comma(phrase, person.end, office.start));
        let before =
            after.checked_sub(1).map(|at| &offices[at]).filter(|(office, _)| leads(phrase, office.end, person.start));
        if let Some(&(_, office)) = behind.or(before) {
            entities[index].office.get_or_insert(office);
        }
    }
}

/// Whether nothing but a comma stands between two places.
fn is_comma(phrase: Phrase<'_>, from: u32, to: u32) -> bool {
    phrase.reading.clean[from as usize..to as usize].trim() == ","
}

/// Whether an office that ends at `from` leads to the person named at `to`: titles alone stand between.
fn leads(phrase: Phrase<'_>, from: u32, to: u32) -> bool {
    const TITLES: usize = 10;
    let words = phrase.reading.words;
    let first = words.partition_point(|word| word.span.start < from);
    let between = words[first..].iter().take_while(|word| word.span.start < to);
    let is_title =
        |at: usize| phrase.part(at).is(Part::TITLE.or(Part::ARTICLE)) || matches!(phrase.text(at), "," | "." | "");
    let count = between.count();
    count <= TITLES && (first..first + count).all(is_title)
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

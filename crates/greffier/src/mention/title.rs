//! Titles of instruments, which are longer than other names: they list what they are about, and name the parties: `Accord entre le Niger
//! et le Mali sur la pêche, le commerce et les transports`.

use super::head::{body, place};
use super::name::name_at;
use super::phrase::{Phrase, Style};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, WordRoles};
use crate::model::EntityKind;
use crate::text::Word;
use crate::text::word::Case;

/// No title grows more often than this.
const GROWTHS: usize = 8;

/// The end of a title that goes on at `from`. Titles are longer than other names: they list what they are about, and name the parties.
pub(crate) fn title(phrase: Phrase<'_>, from: usize, shouted: bool) -> usize {
    let mut end = phrase.tail(from, Style::Instrument, shouted);
    let mut matter = (from..end).any(|at| phrase.part(at).is(Part::REFERENCE));
    for _ in 0..GROWTHS {
        let next = if matter {
            listed(phrase, end).or_else(|| toward(phrase, end)).or_else(|| party(phrase, from, end))
        } else {
            addressed(phrase, from, end)
        };
        let Some(next) = next else { break };
        matter = true;
        end = phrase.tail(next, Style::Instrument, shouted);
    }
    if end > from { somewhere(phrase, end).unwrap_or(end) } else { end }
}

/// What a list goes on with: `, la sécurité et la coopération`, `et l’assistance aux personnes`; each item in small letters, the last
/// one after a conjunction.
fn listed(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    const ITEMS: usize = 5;
    let mut next = at;
    for _ in 0..ITEMS {
        phrase.next(next)?;
        let last = phrase.part(next).is(Part::AND);
        if !last && phrase.text(next) != "," {
            return None;
        }
        // ", de la stratégie et du plan" goes on with the sentence
        let definite = phrase.part(next + 1).is(Part::CONTRACTION) || phrase.part(next + 2).is(Part::ARTICLE);
        if !last && definite && phrase.part(next + 1).is(Part::OF) {
            return None;
        }
        let from = next + 1;
        next = item(phrase, from)?;
        if last {
            // "et les initiatives qui" goes on with the sentence
            let ends = |at: usize| phrase.next(at).is_none_or(Word::is_punctuation) || phrase.part(at).is(Part::OF);
            let pair = from == at + 1;
            let goes_on = phrase.part(next).is(Part::REFERENCE.or(Part::AND)) && phrase.next(next).is_some();
            let whole = ends(next) || goes_on || somewhere(phrase, next).is_some();
            return (!pair || whole).then_some(next);
        }
    }
    None
}

/// The end of an item of a list: `de gestion`, `leurs munitions`, `autres matériels connexes`, `dégradants`.
pub(crate) fn item(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let references = &phrase.reading.lexicon.references;
    let mut noun = at;
    let of = phrase.part(noun).is(Part::OF);
    noun += usize::from(of || phrase.part(noun).is(Part::AT.or(Part::TOWARD)));
    let own = phrase.next(noun).is_some_and(|word| references.roles(word.id).has(WordRoles::OWN.or(WordRoles::OTHER)));
    noun += usize::from(own || phrase.part(noun).is(Part::ARTICLE));
    if noun == at {
        // "et affirmant" goes on with the sentence
        let verb = phrase.next(at).is_some_and(|word| !phrase.reading.lexicon.verbs.forms(word.id).is_empty());
        let plural = phrase.is_noun(at, false) && phrase.endings(at).has(Endings::PLURAL);
        return ((phrase.is_adjective(at, false) || plural) && !verb).then_some(at + 1);
    }
    noun += usize::from(phrase.part(noun).is(Part::PRENOMINAL));
    let other = Part::PROCEDURE.or(Part::INSTRUMENT).or(Part::ORGANIZATION).or(Part::SESSION).or(Part::OFFICE);
    let names = !of && phrase.part(noun).is(other.or(Part::PROVISION).or(Part::WRITING));
    if !phrase.is_noun(noun, false) || names {
        return None;
    }
    let mut end = qualified(phrase, noun);
    for _ in 0..2 {
        let of = phrase.part(end).is(Part::OF) && phrase.next(end).is_some();
        let next = end + 1 + usize::from(phrase.part(end + 1).is(Part::ARTICLE));
        if !of || !phrase.is_noun(next, false) {
            break;
        }
        end = qualified(phrase, next);
    }
    Some(toward(phrase, end).unwrap_or(end))
}

/// Words that qualify a noun, at most.
const QUALIFIERS: usize = 16;

/// The end of a noun with its adjectives.
fn qualified(phrase: Phrase<'_>, noun: usize) -> usize {
    let mut end = noun + 1;
    // "mise en œuvre"
    if phrase.part(noun).is(Part::COMPOUND) && phrase.part(end).is(Part::TOWARD) && phrase.is_noun(end + 1, false) {
        end += 2;
    }
    while end < noun + QUALIFIERS && (is_joined(phrase, end) || phrase.is_adjective(end, false)) {
        end += 1;
    }
    // "personnes déplacées en Afrique"
    let displaced = phrase.endings(end).has(Endings::PARTICIPLE_PLURAL) && phrase.endings(noun).has(Endings::PLURAL);
    let lower = || phrase.next(end).is_some_and(|word| word.case == Case::Lower);
    end + usize::from(displaced && lower() && somewhere(phrase, end + 1).is_some())
}

/// What is done to somebody, and what something is made for: `aux personnes déplacées`, `à caractère personnel`, `à sous-munitions`.
fn toward(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    phrase.next(at)?;
    let to = phrase.is_to(at);
    if !(to || phrase.part(at).is(Part::CONTRACTION)) || phrase.part(at).is(Part::OF) || !phrase.is_noun(at + 1, false)
    {
        return None;
    }
    let end = qualified(phrase, at + 1);
    let plural = phrase.endings(at + 1).has(Endings::PLURAL);
    (end > at + 2 || (to && plural)).then_some(end)
}

/// The other party of `entre le Niger et le Mali`.
fn party(phrase: Phrase<'_>, from: usize, at: usize) -> Option<usize> {
    phrase.next(at)?;
    let references = &phrase.reading.lexicon.references;
    let role = |at: usize| references.roles(phrase.reading.words[at].id);
    let last = (from..at).rev().find(|&at| phrase.part(at).is(Part::REFERENCE))?;
    if !role(last).has(WordRoles::BETWEEN) || !phrase.part(at).is(Part::AND) {
        return None;
    }
    let party = at + 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
    phrase.next(party)?;
    let named = name_at(phrase.reading, party).map(|name| party + name.count);
    named.or_else(|| body(phrase, party)).or_else(|| place(phrase, party)).or_else(|| item(phrase, at + 1))
}

/// Where the matter of a title lies: `en Afrique`, `au Mali`.
pub(crate) fn somewhere(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    phrase.next(at)?;
    if !phrase.part(at).is(Part::TOWARD) {
        return None;
    }
    let item = at + 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
    phrase.next(item)?;
    let name = name_at(phrase.reading, item).filter(|name| name.entry.kind == EntityKind::Location)?;
    Some(item + name.count)
}

/// What a title adds to: `Protocole` + `à la Charte`, `Accord préliminaire` + `à l’élection`.
fn addressed(phrase: Phrase<'_>, from: usize, at: usize) -> Option<usize> {
    phrase.next(at)?;
    if !phrase.part(at).is(Part::AT.or(Part::TOWARD)) || (from..at).any(|at| !phrase.is_adjective(at, false)) {
        return None;
    }
    let item = at + 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
    phrase.next(item)?;
    if let Some(name) = name_at(phrase.reading, item) {
        return (name.entry.kind == EntityKind::Instrument).then_some(item + name.count);
    }
    let other = phrase.part(item).is(Part::INSTRUMENT) && phrase.is_capital(item);
    (other || (at > from && phrase.is_noun(item, false))).then_some(item + 1)
}

/// Whether a hyphen joins word `at` to the one before: `cadre` of `accord-cadre`.
pub(crate) fn is_joined(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.next(at).is_some_and(|word| word.join == Join::Hyphen && word.kind == SegmentKind::Word)
}

//! Bodies and places that no gazetteer has, known by their first word: `Comité des bons offices`, `archipel des Kéma`.

use super::name::name_at;
use super::phrase::{Phrase, Style};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Part, WordId};
use crate::model::EntityKind;
use crate::text::word::Case;

/// Whether word `at` has a capital; unlike [`Phrase::is_capital`] also where it opens a paragraph.
pub(crate) fn begins_with_capital(phrase: Phrase<'_>, at: usize) -> bool {
    let words = phrase.reading.words;
    words.get(at).is_some_and(|word| word.kind == SegmentKind::Word && word.case != Case::Lower)
}

/// The end of the body whose first word is `at`: a head in capitals with a complement.
pub(crate) fn body(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let part = phrase.part(at);
    if !part.is(Part::ORGANIZATION) || !begins_with_capital(phrase, at) || is_shared(phrase, at) {
        return None;
    }
    let style = if part.is(Part::MISSION) { Style::Mission } else { Style::Body };
    let end = phrase.tail(at + 1, style, phrase.is_shouted(at));
    (end > at + 1).then_some(end)
}

/// Whether word `at` is what somebody is head of, not a body that is named: `chefs d’État et de Gouvernement des États membres`.
fn is_shared(phrase: Phrase<'_>, at: usize) -> bool {
    let words = phrase.reading.words;
    let (Some(of), Some(before)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
    let bare = phrase.part(of).is(Part::OF) && !phrase.part(of).is(Part::CONTRACTION);
    bare && !words[at].opens() && !words[of].opens() && phrase.part(before).is(Part::AND)
}

/// The end of the place whose first word is `at`: a head with a name.
pub(crate) fn place(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let part = phrase.part(at);
    let capital = begins_with_capital(phrase, at);
    if part.is(Part::DIRECTION) {
        return direction(phrase, at);
    }
    // "Etat-major", "état-civil"
    let goes_on = phrase.next(at + 1).is_some_and(|next| next.join == Join::Hyphen) && part.is(Part::PLACE);
    let compound = phrase.reading.words[at].join == Join::Hyphen || goes_on;
    if compound || !(part.is(Part::FEATURE) || (part.is(Part::PLACE) && capital)) {
        return None;
    }
    let end = phrase.tail(at + 1, Style::Place, phrase.is_shouted(at));
    (end > at + 1).then_some(end)
}

/// `nord du Mali`
fn direction(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|index| phrase.part(index)).unwrap_or_default();
    if phrase.part(at).is(Part::STOP) && !before.is(Part::ARTICLE) {
        // the word is a verb, too
        return None;
    }
    let mut next = at + 1;
    // "nord-est"
    while next < at + 3
        && phrase.next(next).is_some_and(|word| word.join == Join::Hyphen)
        && phrase.part(next).is(Part::DIRECTION)
    {
        next += 1;
    }
    if !phrase.part(next).is(Part::OF) {
        return None;
    }
    let item = next + 1 + usize::from(phrase.part(next + 1).is(Part::ARTICLE));
    phrase.next(item)?;
    let name = name_at(phrase.reading, item)?;
    (name.entry.kind == EntityKind::Location).then_some(item + name.count)
}

/// The end of the unknown town whose name begins at `at`: after `à`, or before its country in brackets.
pub(crate) fn town(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let words = phrase.reading.words;
    let before = at.checked_sub(1)?;
    if words[at].case != Case::Capital || words[at].opens() || !phrase.part(at).is_plain() || words[at].span.len() < 3 {
        return None;
    }
    let end = phrase.capitals(at);
    if end == at
        || (at + 1..end).any(|index| phrase.part(index).is(Part::OFFICE.or(Part::ORGANIZATION).or(Part::INSTRUMENT)))
    {
        return None;
    }
    // folding hides the accent that tells the preposition from a verb
    let after = phrase.part(before).is(Part::AT) && !phrase.text(before).is_ascii();
    let bracket = phrase.text(end) == "("
        && name_at(phrase.reading, end + 1)
            .is_some_and(|name| name.entry.kind == EntityKind::Location && phrase.text(end + 1 + name.count) == ")");
    let one = (at + 1..end).all(|index| words[index].join == Join::Hyphen);
    ((after && one) || bracket).then_some(end)
}

/// The end of the unknown town whose name begins at `at`, after what a town has: `le lycée de Kémadougou`.
pub(crate) fn town_of(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    let words = phrase.reading.words;
    let of = at.checked_sub(1).filter(|_| !words[at].opens())?;
    let site = of.checked_sub(1).filter(|_| !words[of].opens())?;
    let fits = words[at].case == Case::Capital
        && words[at].id == WordId::UNKNOWN
        && words[at].span.len() > 2
        && phrase.part(of).is(Part::OF)
        && !phrase.part(of).is(Part::CONTRACTION)
        && phrase.part(site).is(Part::SITE);
    if !fits {
        return None;
    }
    let end = phrase.capitals(at);
    let alone = phrase.next(end).is_none_or(|word| word.is_punctuation() || word.case == Case::Lower);
    (end > at && alone && words[at..end].iter().all(|word| word.id == WordId::UNKNOWN)).then_some(end)
}

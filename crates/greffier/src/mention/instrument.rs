//! Instruments: treaties and texts known by their first word, with the provision that is cited: `article 4 de la Charte`, and with what
//! is said of their signature: `signé à Bamako le 15 mai 2015`.

use super::head::{begins_with_capital, body, place as place_named, town};
use super::name::name_at;
use super::phrase::{Phrase, Style};
use crate::grammar::roman::roman;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, WordRoles};
use crate::model::{Edtf, EntityKind};
use crate::text::{Case, CleanSpan, Word};

/// The end of the instrument whose first word is `at`.
pub(crate) fn titled(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    if !phrase.part(at).is(Part::INSTRUMENT) {
        return None;
    }
    let from = at + 1 + (at + 1..at + 3).take_while(|&at| is_joined(phrase, at)).count();
    if phrase.is_shouted(at) {
        return in_capitals(phrase, at, from);
    }
    if begins_with_capital(phrase, at) {
        let end = title(phrase, from, false);
        if end > from {
            return Some(end);
        }
        if provision(phrase, at) < at {
            return Some(from);
        }
        return signed(phrase, at, from);
    }
    signed(phrase, at, from).or_else(|| in_small_letters(phrase, at, from))
}

/// The end of an instrument among words in capitals, which names something or says its matter: `LA DECLARATION DE NOUAKCHOTT`.
fn in_capitals(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    if !definite(phrase, at) {
        return None;
    }
    let end = title(phrase, from, true);
    let tells = |at: usize| phrase.part(at).is(Part::REFERENCE) || name_at(phrase.reading, at).is_some();
    (from..end).any(tells).then_some(end)
}

/// The end of an instrument in small letters: with a proper name, `déclaration de Bamako`, or with its matter, `le traité sur l’Union
/// européenne`.
fn in_small_letters(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    let one = phrase.part(at).is(Part::TREATY) && definite(phrase, at) && !phrase.endings(at).has(Endings::PLURAL);
    if phrase.part(from).is(Part::REFERENCE) && one {
        let end = title(phrase, from, false);
        return (end > from + 1).then_some(end);
    }
    if from > at + 1 || !phrase.part(from).is(Part::OF) {
        return None;
    }
    let item = from + 1 + usize::from(phrase.part(from + 1).is(Part::ARTICLE));
    phrase.next(item)?;
    if let Some(name) = name_at(phrase.reading, item) {
        return (name.entry.kind == EntityKind::Location && name.entry.codes.contains_key("country"))
            .then_some(item + name.count);
    }
    let end = phrase.capitals(item);
    (end > item && phrase.part(item).is_plain()).then_some(end)
}

/// Whether a hyphen joins word `at` to the one before: `cadre` of `accord-cadre`.
fn is_joined(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.next(at).is_some_and(|word| word.join == Join::Hyphen && word.kind == SegmentKind::Word)
}

/// Whether a definite article stands before word `at`, or within a preposition: `le traité`, `du traité`.
fn definite(phrase: Phrase<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|_| !phrase.reading.words[at].opens());
    before.is_some_and(|before| phrase.part(before).is(Part::ARTICLE.or(Part::CONTRACTION)))
}

/// The end of the treaty that goes on at `from`, known by its signature alone: `accord-cadre signé le 6 avril 2012`, `traité du
/// 10 janvier 1994`.
fn signed(phrase: Phrase<'_>, at: usize, from: usize) -> Option<usize> {
    if !phrase.part(at).is(Part::TREATY) {
        return None;
    }
    if phrase.part(from).is(Part::OF)
        && let Some((date, end)) = phrase.date_at(from + 1)
        && date.start.is_some()
    {
        return Some(end);
    }
    let end = title(phrase, from, false);
    let signature = signature(phrase, end);
    let known = signature.is_signed && (signature.date.is_some() || signature.place.is_some());
    // "prend acte de l’Accord signé à": the title is that of the other
    let other = (from..end).any(|at| phrase.part(at).is(Part::INSTRUMENT) && phrase.is_capital(at));
    (known && !other).then_some(end)
}

/// No title grows more often than this.
const GROWTHS: usize = 8;

/// The end of a title that goes on at `from`. Titles are longer than other names: they list what they are about, and name the parties.
fn title(phrase: Phrase<'_>, from: usize, shouted: bool) -> usize {
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
    let to = phrase.part(at).is(Part::AT) && !phrase.text(at).is_ascii();
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
    named.or_else(|| body(phrase, party)).or_else(|| place_named(phrase, party)).or_else(|| item(phrase, at + 1))
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

/// What is said of where and when an instrument was signed.
#[derive(Debug, Default)]
pub(crate) struct Signature {
    pub(crate) date: Option<Edtf>,
    /// `Bamako`, as printed.
    pub(crate) place: Option<CleanSpan>,
    /// Whether a word says that it was signed.
    is_signed: bool,
}

/// How many words may stand between the words of a signature: `par les deux parties`.
const SIGNATORIES: usize = 12;
/// Words of a signature, at most.
const SIGNATURE: usize = 48;
/// Words in brackets between a title and its signature: `(Protocole de Maputo)`.
const BRACKETED: usize = 10;

/// The signature behind the title that ends before `at`: `, signé à Bamako le 15 mai 2015`, `du 24 avril 1990`, `(Niamey, 1999)`.
pub(crate) fn signature(phrase: Phrase<'_>, at: usize) -> Signature {
    let found = told(phrase, at);
    let comma = usize::from(phrase.text(at) == ",");
    if found.date.is_some() || found.place.is_some() || phrase.text(at + comma) != "(" {
        return found;
    }
    // an acronym or another name stands between
    let close = (at..at + BRACKETED).take_while(|&at| phrase.next(at).is_some()).find(|&at| phrase.text(at) == ")");
    close.map_or(found, |close| told(phrase, close + 1))
}

fn told(phrase: Phrase<'_>, at: usize) -> Signature {
    let references = &phrase.reading.lexicon.references;
    let role = |at: usize, role: WordRoles| phrase.next(at).is_some_and(|word| references.roles(word.id).has(role));
    let mut found = Signature::default();
    let bracket = phrase.text(at) == "(";
    let mut next = at + usize::from(bracket);
    let mut last = next;
    while phrase.next(next).is_some() && next < last + SIGNATORIES && next < at + SIGNATURE {
        let part = phrase.part(next);
        let tied = found.is_signed || bracket || phrase.part(next - 1).is(Part::OF);
        if found.date.is_none()
            && let Some((date, end)) = dated(phrase, next)
        {
            if tied {
                found.date = Some(date);
            }
            if !tied || found.place.is_some() {
                break;
            }
            (next, last) = (end, end);
            continue;
        }
        let toward = part.is(Part::AT.or(Part::TOWARD));
        let first = bracket && (next == at + 1 || phrase.text(next - 1) == ",");
        if found.place.is_none() && (first || ((bracket || found.is_signed) && toward)) {
            let town = next + usize::from(toward);
            let town = town + usize::from(phrase.part(town).is(Part::ARTICLE));
            if let Some(end) = place(phrase, town) {
                found.place = Some(phrase.reading.words[town].span.cover(phrase.reading.words[end - 1].span));
                next = end_of_place(phrase, end);
                last = next;
                continue;
            }
        }
        if role(next, WordRoles::SIGNING) {
            found.is_signed = true;
            last = next;
        } else if phrase.text(next) == "," {
            // what goes on behind a comma is the signature, or something else
            let goes_on = bracket
                || role(next + 1, WordRoles::SIGNING)
                || (found.is_signed && phrase.part(next + 1).is(Part::AT.or(Part::ARTICLE)));
            if !goes_on {
                break;
            }
        } else if phrase.reading.words[next].is_punctuation() {
            break;
        } else if !found.is_signed && !bracket {
            // "en date du"
            let tie = part.is(Part::OF.or(Part::TOWARD)) || dated(phrase, next + 2).is_some();
            if !tie || next > at + 3 {
                break;
            }
        }
        next += 1;
    }
    found
}

/// The date that begins with word `at`, a year alone included, and the word after it.
pub(crate) fn dated(phrase: Phrase<'_>, at: usize) -> Option<(Edtf, usize)> {
    let date = phrase.date_at(at).filter(|(date, _)| date.start.is_some()).map(|(date, end)| (date.value.clone(), end));
    date.or_else(|| phrase.year_at(at).map(|year| (Edtf::new(year), at + 1)))
}

/// Where a place goes on: `Lomé (Togo)`, `Malabo, Guinée équatoriale,`.
fn end_of_place(phrase: Phrase<'_>, at: usize) -> usize {
    let bracket = phrase.text(at) == "(";
    if !(bracket || phrase.text(at) == ",") {
        return at;
    }
    let item = at + 1 + usize::from(phrase.part(at + 1).is(Part::TOWARD));
    match place(phrase, item) {
        Some(end) if !bracket || phrase.text(end) == ")" => end + usize::from(bracket),
        _ => at,
    }
}

/// The end of the place whose name begins at `at`.
fn place(phrase: Phrase<'_>, at: usize) -> Option<usize> {
    phrase.next(at)?;
    let listed = name_at(phrase.reading, at).filter(|name| name.entry.kind == EntityKind::Location);
    listed.map(|name| at + name.count).or_else(|| town(phrase, at))
}

/// More levels than a provision has.
const LEVELS: usize = 4;

/// The first word of the provision of which `at` is the instrument: `paragraphe` of `paragraphe 2 de l'article 5 du Traité`;
/// `at` where none is cited.
pub(crate) fn provision(phrase: Phrase<'_>, at: usize) -> usize {
    let mut start = at;
    for level in 0..LEVELS {
        let Some(found) = level_before(phrase, start, level == 0) else { break };
        start = found;
    }
    start
}

/// The first word of the provision that stands before word `at`: `article 5 du` | `Traité`; behind the nearest one also set off by a
/// comma: `article 218,` | `paragraphe 6`.
fn level_before(phrase: Phrase<'_>, at: usize, nearest: bool) -> Option<usize> {
    let words = phrase.reading.words;
    let references = &phrase.reading.lexicon.references;
    let back = |next: usize| next.checked_sub(1).filter(|_| !words[next].opens());
    let own = WordRoles::OWN.or(WordRoles::POINTING).or(WordRoles::MEDIAL);
    let mut next = back(at)?;
    if nearest {
        // "de cette dernière Charte", "de son Statut"
        while references.roles(words[next].id).has(own) && !phrase.part(next).is(Part::OF) {
            next = back(next)?;
        }
    }
    if phrase.part(next).is(Part::ARTICLE) {
        next = back(next)?;
    }
    if !(phrase.part(next).is(Part::OF) || (!nearest && phrase.text(next) == ",")) {
        return None;
    }
    for far in 0..8 {
        next = back(next)?;
        if phrase.part(next).is(Part::PROVISION) {
            // "au titre du" cites none: no number
            return (far > 0).then_some(next);
        }
        let text = phrase.text(next);
        let number = matches!(words[next].kind, SegmentKind::Number | SegmentKind::Mixed)
            || roman(text).is_ok_and(|(rest, _)| rest.is_empty())
            || phrase.part(next).is(Part::AND.or(Part::AT).or(Part::ORDINAL))
            || text.len() == 1;
        // "article 4 (h) et (j)": brackets are signs of one letter, too
        if !number {
            return None;
        }
    }
    None
}

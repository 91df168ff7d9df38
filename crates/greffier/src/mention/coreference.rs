//! Bodies and instruments meant without their name: `la Commission`, `ledit Accord`.

use rustc_hash::FxHashMap;

use super::entity::EntityMention;
use super::phrase::Phrase;
use super::{Mentions, Reading};
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Part, Start, StartSet, WordId, WordRoles};
use crate::model::{EntityKind, ReferenceForm};
use crate::text::CleanSpan;
use crate::text::word::Case;

/// How far into a name its head may stand: `Haut Conseil des chefs`.
const HEAD: usize = 3;
/// How far before, in bytes, a body may be named that is none of the document's own organisation.
const NEAR: u32 = 400;

/// Who speaks, where that is known: the body that meets, and its organisation.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Own<'m> {
    pub(crate) body: Option<CleanSpan>,
    pub(crate) organization: Option<&'m str>,
}

/// Gives the entities the places where they are meant without their name: instruments as the references tell, bodies by the first word of
/// their name. It is that of the document's own body, where that has the word, of an organ of its organisation, or of a body named just
/// before.
pub(crate) fn corefer(mentions: &mut Mentions, reading: Reading<'_>, own: Own<'_>) {
    let entities = &mut mentions.entities;
    let anaphoric = mentions.references.iter().filter(|reference| reference.form == ReferenceForm::Anaphoric);
    for (reference, index) in anaphoric.filter_map(|reference| Some((reference, reference.entity?))) {
        let entity = &mut entities[index];
        let after = entity.mentions.partition_point(|mention| mention.start < reference.span.end);
        let named = after.checked_sub(1).is_some_and(|last| entity.mentions[last].overlaps(reference.span));
        if !named {
            entity.coreferences.push(reference.span);
        }
    }
    for (span, index) in bare_bodies(entities, Phrase { reading, dates: &[] }, own) {
        entities[index].coreferences.push(span);
    }
}

/// Each body in one word, and which it is.
fn bare_bodies(entities: &[EntityMention], phrase: Phrase<'_>, own: Own<'_>) -> Vec<(CleanSpan, usize)> {
    const STARTS: StartSet = StartSet::of(&[Start::Head]);
    let words = phrase.reading.words;
    let bodies = || entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Organization);
    let heads: FxHashMap<usize, WordId> =
        bodies().filter_map(|(index, entity)| Some((index, head_of(phrase, entity)?))).collect();
    let own_body = own.body.and_then(|span| {
        // "Conseil de paix et de sécurité de l’Union africaine" begins with the body
        let named = |entity: &EntityMention| entity.mentions.iter().find(|mention| mention.overlaps(span)).copied();
        let first = bodies().filter_map(|(index, entity)| Some((named(entity)?, index))).min()?.1;
        Some((*heads.get(&first)?, first))
    });
    // "Commission de la CEDEAO" is an organ of the CEDEAO
    let is_own = |entity: &EntityMention| own.organization == Some(entity.name.as_str());
    let acronym = bodies().find(|(_, entity)| is_own(entity)).and_then(|(_, entity)| entity.acronym.as_deref());
    let names: Vec<String> = own.organization.into_iter().chain(acronym).map(fold).collect();
    let organs: FxHashMap<WordId, usize> = bodies()
        .filter(|(_, entity)| !is_own(entity) && says(&entity.name, &names))
        .filter_map(|(index, _)| Some((*heads.get(&index)?, index)))
        .collect();
    let mut named: Vec<(CleanSpan, usize)> =
        bodies().flat_map(|(index, entity)| entity.mentions.iter().map(move |&span| (span, index))).collect();
    let mut taken: Vec<CleanSpan> = entities.iter().flat_map(|entity| entity.mentions.iter().copied()).collect();
    named.sort_unstable();
    taken.sort_unstable();
    let mut last: FxHashMap<WordId, (usize, u32)> = FxHashMap::default();
    let (mut next, mut free, mut reach) = (0, 0, 0);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.next(at, STARTS) {
        at = word + 1;
        if !is_bare(phrase, word) {
            continue;
        }
        let span = words[word].span;
        while let Some(&(mention, index)) = named.get(next).filter(|(mention, _)| mention.start <= span.start) {
            if let Some(&head) = heads.get(&index) {
                last.insert(head, (index, mention.end));
            }
            next += 1;
        }
        while let Some(mention) = taken.get(free).filter(|mention| mention.start <= span.start) {
            reach = reach.max(mention.end);
            free += 1;
        }
        if reach > span.start {
            continue;
        }
        let id = words[word].id;
        let near = |(_, end): &&(usize, u32)| {
            span.start - end <= NEAR || !phrase.reading.lexicon.references.roles(id).has(WordRoles::ORGAN)
        };
        let meant = own_body.filter(|&(head, _)| head == id).map(|(_, index)| index);
        let meant = meant.or_else(|| organs.get(&id).copied());
        let meant = meant.or_else(|| last.get(&id).filter(near).map(|&(index, _)| index));
        found.extend(meant.map(|index| (span, index)));
    }
    found
}

/// Whether a name has one of the folded names in it: an organ is called after its organisation.
fn says(name: &str, names: &[String]) -> bool {
    let folded = fold(name);
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    names.iter().any(|other| {
        folded
            .match_indices(other.as_str())
            .any(|(at, _)| apart(folded[..at].chars().next_back()) && apart(folded[at + other.len()..].chars().next()))
    })
}

/// Whether word `at` is the head of a body that stands alone, with an article: `la Commission`, `ladite Mission`.
fn is_bare(phrase: Phrase<'_>, at: usize) -> bool {
    let word = &phrase.reading.words[at];
    let alone = |at: usize| phrase.next(at).is_none_or(|next| next.join != Join::Hyphen);
    let Some(before) = at.checked_sub(1).filter(|_| !word.opens()) else { return false };
    let definite = phrase.part(before).is(Part::ARTICLE.or(Part::CONTRACTION))
        || phrase.reading.lexicon.references.roles(phrase.reading.words[before].id).has(WordRoles::POINTING);
    let capital = word.kind == SegmentKind::Word && word.case == Case::Capital && word.join != Join::Hyphen;
    capital && phrase.part(at).is(Part::ORGANIZATION) && definite && alone(at + 1)
}

/// The noun that a body is called by: that of its name, or of its first mention.
fn head_of(phrase: Phrase<'_>, entity: &EntityMention) -> Option<WordId> {
    let printed = || phrase.reading.clean.get(entity.mentions.first()?.range());
    head(phrase, &entity.name).or_else(|| head(phrase, printed()?))
}

/// The noun that a name of a body begins with, its number in the vocabulary.
fn head(phrase: Phrase<'_>, name: &str) -> Option<WordId> {
    let lexicon = phrase.reading.lexicon;
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(HEAD);
    let mut ids = words.map(|word| lexicon.vocabulary.id(&fold(word)));
    ids.find(|&id| lexicon.phrases.part(id).is(Part::ORGANIZATION))
}

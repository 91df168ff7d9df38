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
    let bare = std::iter::successors(words.next(0, STARTS), |&at| words.next(at + 1, STARTS));
    let bare: Vec<usize> = bare.filter(|&at| is_bare(phrase, at)).collect();
    if bare.is_empty() {
        return Vec::new();
    }
    let bodies = Bodies::new(entities, phrase, own);
    let mut mentions: Vec<(CleanSpan, usize)> = Vec::new();
    for (index, entity) in entities.iter().enumerate() {
        mentions.extend(entity.mentions.iter().map(|&span| (span, index)));
    }
    mentions.sort_unstable();
    let mut mentions = mentions.into_iter().peekable();
    let mut last: FxHashMap<WordId, (usize, u32)> = FxHashMap::default();
    let mut taken = 0;
    let mut found = Vec::new();
    for at in bare {
        let (span, id) = (words[at].span, words[at].id);
        while let Some((mention, index)) = mentions.next_if(|(mention, _)| mention.start <= span.start) {
            taken = taken.max(mention.end);
            if let Some(head) = bodies.heads[index] {
                last.insert(head, (index, mention.end));
            }
        }
        if taken > span.start {
            continue;
        }
        let organ = phrase.reading.lexicon.references.roles(id).has(WordRoles::ORGAN);
        let near = last.get(&id).filter(|(_, end)| !organ || span.start - end <= NEAR).map(|&(index, _)| index);
        found.extend(bodies.own.get(&id).copied().or(near).map(|index| (span, index)));
    }
    found
}

/// What is known of the bodies that the text names.
struct Bodies {
    /// The noun that each is called by, by its place among the entities; none for what is no body.
    heads: Vec<Option<WordId>>,
    /// Those of the speaker, by their noun: the body that speaks, and organs of its organisation.
    own: FxHashMap<WordId, usize>,
}

impl Bodies {
    fn new(entities: &[EntityMention], phrase: Phrase<'_>, own: Own<'_>) -> Self {
        let is_body = |entity: &EntityMention| entity.kind == EntityKind::Organization;
        let heads: Vec<Option<WordId>> =
            entities.iter().map(|entity| if is_body(entity) { head_of(phrase, entity) } else { None }).collect();
        let bodies = || entities.iter().enumerate().filter(|(_, entity)| is_body(entity));
        // "Commission de la CEDEAO" is an organ of the CEDEAO
        let is_whole = |entity: &EntityMention| own.organization == Some(entity.name.as_str());
        let acronym = bodies().find(|(_, entity)| is_whole(entity)).and_then(|(_, entity)| entity.acronym.as_deref());
        let names: Vec<String> = own.organization.into_iter().chain(acronym).map(fold).collect();
        let organs =
            bodies().filter(|(_, entity)| !names.is_empty() && !is_whole(entity) && says(&entity.name, &names));
        let mut of_speaker: FxHashMap<WordId, usize> =
            organs.filter_map(|(index, _)| Some((heads[index]?, index))).collect();
        let speaker = own.body.and_then(|span| {
            // "Conseil de paix et de sécurité de l’Union africaine" begins with the body
            let named = |entity: &EntityMention| entity.mentions.iter().find(|mention| mention.overlaps(span)).copied();
            bodies().filter_map(|(index, entity)| Some((named(entity)?, index))).min()
        });
        of_speaker.extend(speaker.and_then(|(_, index)| Some((heads[index]?, index))));
        Self { heads, own: of_speaker }
    }
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

/// The noun that a body is called by: that of its first mention, or of its name where the text has the acronym first.
fn head_of(phrase: Phrase<'_>, entity: &EntityMention) -> Option<WordId> {
    let Reading { words, lexicon, .. } = phrase.reading;
    let heads = |id: &WordId| lexicon.phrases.part(*id).is(Part::ORGANIZATION);
    let first = *entity.mentions.first()?;
    let from = words.partition_point(|word| word.span.start < first.start);
    let printed = words[from..].iter().take_while(|word| word.span.end <= first.end).take(HEAD).map(|word| word.id);
    let name = || {
        let words = entity.name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(HEAD);
        words.map(|word| lexicon.vocabulary.id(&fold(word))).find(heads)
    };
    printed.clone().find(heads).or_else(name)
}

//! Candidates become entities: the longest wins where they overlap, and all names of one thing are one entity.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::entity::EntityMention;
use super::phrase::Phrase;
use crate::lexicon::fold::fold;
use crate::lexicon::gazetteer::EntryId;
use crate::model::EntityKind;
use crate::text::CleanSpan;

/// What a mention names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// An entry of the gazetteer.
    Entry(EntryId),
    /// A name that only the text has, folded.
    Text(String),
}

/// A mention that was found: words `start..end`.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: EntityKind,
    pub(crate) key: Key,
    /// An acronym that counts only where the text defines it.
    pub(crate) pending: bool,
}

/// Acronyms that the text defines, each with what it stands for.
pub(crate) type Aliases = FxHashMap<String, (Key, String)>;

/// The entities of the candidates, in order of first mention.
pub(crate) fn gather(phrase: Phrase<'_>, mut candidates: Vec<Candidate>, aliases: &Aliases) -> Vec<EntityMention> {
    candidates.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let words = phrase.reading.words;
    let mut acronyms: FxHashMap<&Key, &str> = FxHashMap::default();
    for (key, printed) in aliases.values() {
        acronyms.insert(key, printed);
    }
    let mut index: FxHashMap<(EntityKind, Key), usize> = FxHashMap::default();
    let mut out: Vec<EntityMention> = Vec::new();
    for found in candidates {
        let key = match &found.key {
            Key::Text(text) => aliases.get(text).map_or(found.key.clone(), |(key, _)| key.clone()),
            Key::Entry(_) => found.key.clone(),
        };
        if found.pending && key == found.key {
            continue;
        }
        let span = words[found.start].span.cover(words[found.end - 1].span);
        let acronym = acronyms.get(&key).map(|printed| (*printed).to_owned());
        let (kind, mention) = match &key {
            Key::Entry(id) => {
                let entry = phrase.reading.lexicon.names.entry(*id);
                let mention = EntityMention {
                    kind: entry.kind,
                    name: entry.name.clone(),
                    acronym: entry.acronym.clone().or(acronym),
                    codes: entry.codes.clone(),
                    mentions: Vec::new(),
                };
                (entry.kind, mention)
            }
            Key::Text(_) => {
                let mention = EntityMention {
                    kind: found.kind,
                    name: phrase.reading.clean[span.range()].to_owned(),
                    acronym,
                    codes: BTreeMap::new(),
                    mentions: Vec::new(),
                };
                (found.kind, mention)
            }
        };
        let place = *index.entry((kind, key)).or_insert_with(|| {
            out.push(mention);
            out.len() - 1
        });
        out[place].mentions.push(span);
    }
    join_short_forms(phrase, out)
}

/// A short form of one entity only is that entity: `Groupe de contact` beside `Groupe de contact sur le Mali`.
fn join_short_forms(phrase: Phrase<'_>, mut entities: Vec<EntityMention>) -> Vec<EntityMention> {
    let mut forms: Vec<(String, usize)> = entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.kind == EntityKind::Organization)
        .flat_map(|(index, entity)| {
            // the first mention that is no acronym stands for all
            let clean = phrase.reading.clean;
            let form = entity.mentions.iter().map(|span| fold(&clean[span.range()])).find(|form| form.contains(' '));
            form.map(|form| (form, index))
        })
        .collect();
    forms.sort();
    let mut into: Vec<Option<usize>> = vec![None; entities.len()];
    for (at, (short, index)) in forms.iter().enumerate() {
        let longer = |form: Option<&(String, usize)>| {
            form.filter(|(long, _)| long.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(' ')))
                .map(|(_, index)| *index)
        };
        if let Some(long) = longer(forms.get(at + 1))
            && longer(forms.get(at + 2)).is_none()
            && entities[*index].acronym.is_none()
        {
            into[*index] = Some(long);
        }
    }
    for index in 0..entities.len() {
        if let Some(target) = into[index] {
            let mut target = target;
            // a chain of prefixes ends at the longest
            while let Some(next) = into[target] {
                target = next;
            }
            let mentions: Vec<CleanSpan> = std::mem::take(&mut entities[index].mentions);
            entities[target].mentions.extend(mentions);
            entities[target].mentions.sort_unstable();
        }
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    entities.sort_by_key(|entity| entity.mentions[0]);
    entities
}

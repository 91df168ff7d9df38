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

/// Acronyms that the text defines.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// By folded acronym: what it stands for, and the acronym as printed.
    pub(crate) texts: FxHashMap<String, (Key, String)>,
    /// Listed acronyms to which the text gives another meaning.
    pub(crate) entries: FxHashMap<EntryId, (Key, String)>,
}

impl Aliases {
    /// What a key stands for in this text.
    fn resolve(&self, key: &Key) -> Key {
        let alias = match key {
            Key::Text(text) => self.texts.get(text),
            Key::Entry(id) => self.entries.get(id),
        };
        alias.map_or(key, |(key, _)| key).clone()
    }
}

/// The entities of the candidates, in order of first mention.
pub(crate) fn gather(phrase: Phrase<'_>, mut candidates: Vec<Candidate>, aliases: &Aliases) -> Vec<EntityMention> {
    candidates.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let words = phrase.reading.words;
    let mut acronyms: FxHashMap<&Key, &str> = FxHashMap::default();
    for (key, printed) in aliases.texts.values().chain(aliases.entries.values()) {
        acronyms.insert(key, printed);
    }
    let mut index: FxHashMap<(EntityKind, Key), usize> = FxHashMap::default();
    let mut out: Vec<EntityMention> = Vec::new();
    let mut generic = Vec::new();
    for found in candidates {
        let key = aliases.resolve(&found.key);
        if found.pending && key == found.key {
            continue;
        }
        let span = words[found.start].span.cover(words[found.end - 1].span);
        let kind = match &key {
            Key::Entry(id) => phrase.reading.lexicon.names.entry(*id).kind,
            Key::Text(_) => found.kind,
        };
        let place = match index.get(&(kind, key.clone())) {
            Some(&place) => place,
            None => {
                let acronym = acronyms.get(&key).map(|printed| (*printed).to_owned());
                out.push(entity(phrase, &key, kind, span, acronym));
                generic.push(match &key {
                    Key::Entry(id) => phrase.reading.lexicon.names.entry(*id).generic,
                    Key::Text(_) => true,
                });
                index.insert((kind, key), out.len() - 1);
                out.len() - 1
            }
        };
        out[place].mentions.push(span);
    }
    join_short_forms(phrase, out, &generic)
}

/// A new entity: as the gazetteer has it, or as first printed.
fn entity(phrase: Phrase<'_>, key: &Key, kind: EntityKind, span: CleanSpan, acronym: Option<String>) -> EntityMention {
    match key {
        Key::Entry(id) => {
            let entry = phrase.reading.lexicon.names.entry(*id);
            EntityMention {
                kind,
                name: entry.name.clone(),
                acronym: acronym.or_else(|| entry.acronym.clone()),
                codes: entry.codes.clone(),
                mentions: Vec::new(),
            }
        }
        Key::Text(_) => EntityMention {
            kind,
            name: phrase.reading.clean[span.range()].to_owned(),
            acronym,
            codes: BTreeMap::new(),
            mentions: Vec::new(),
        },
    }
}

/// A short form of one entity only is that entity: `Groupe de contact` beside `Groupe de contact de l'OCI sur le Mali`.
fn join_short_forms(phrase: Phrase<'_>, mut entities: Vec<EntityMention>, generic: &[bool]) -> Vec<EntityMention> {
    // bodies whose names begin with the same two words, by these words
    let mut heads: FxHashMap<String, Vec<(usize, Vec<String>)>> = FxHashMap::default();
    for (index, entity) in entities.iter().enumerate() {
        if entity.kind != EntityKind::Organization {
            continue;
        }
        // the first mention that is no acronym stands for all
        let clean = phrase.reading.clean;
        let Some(form) = entity.mentions.iter().map(|span| &clean[span.range()]).find(|form| form.contains(' ')) else {
            continue;
        };
        let words = content(&fold(form));
        if let [first, second, ..] = words.as_slice() {
            heads.entry(format!("{first} {second}")).or_default().push((index, words));
        }
    }
    for group in heads.into_values().filter(|group| (2..=MANY).contains(&group.len())) {
        for (short, words) in &group {
            if !generic[*short] || entities[*short].acronym.is_some() {
                continue;
            }
            let longer: Vec<_> =
                group.iter().filter(|(_, other)| other.len() > words.len() && is_part(words, other)).collect();
            // one is meant if all others are short forms of it, too
            let Some((long, full)) = longer.iter().max_by_key(|(_, other)| other.len()) else { continue };
            if longer.iter().all(|(_, other)| is_part(other, full)) {
                let mentions: Vec<CleanSpan> = std::mem::take(&mut entities[*short].mentions);
                entities[*long].mentions.extend(mentions);
            }
        }
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    for entity in &mut entities {
        entity.mentions.sort_unstable();
    }
    entities.sort_by_key(|entity| entity.mentions[0]);
    entities
}

/// More bodies of one name than this are not compared with each other.
const MANY: usize = 40;

/// The words of a folded name that say something.
fn content(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect()
}

/// Whether all of `short` stands in `long`, in the same order.
fn is_part(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

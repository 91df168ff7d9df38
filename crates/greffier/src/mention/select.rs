//! Candidates become entities: the longest wins where they overlap, and all names of one thing are one entity.

use std::collections::BTreeMap;
use std::hash::Hasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::entity::EntityMention;
use super::office::of_state;
use super::phrase::Phrase;
use crate::lexicon::Entry;
use crate::lexicon::fold::{fold, fold_into};
use crate::lexicon::names::EntryId;
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
    /// Where the name itself begins: behind the provision of `article 4 de la Charte`.
    pub(crate) name: usize,
    /// An acronym that counts only where the text defines it.
    pub(crate) pending: bool,
    /// Whether it is printed with a mistake.
    pub(crate) misspelt: bool,
}

impl Candidate {
    pub(crate) fn new(start: usize, end: usize, kind: EntityKind, key: Key) -> Self {
        Self { start, end, kind, key, name: start, pending: false, misspelt: false }
    }
}

/// What the text says that two names are one.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// By folded name: what it stands for, and the name as printed where it is an acronym.
    pub(crate) texts: FxHashMap<String, (Key, Option<String>)>,
    /// Listed names to which the text gives another meaning.
    pub(crate) entries: FxHashMap<EntryId, (Key, Option<String>)>,
}

impl Aliases {
    /// What a key stands for in this text.
    fn resolve<'k>(&'k self, key: &'k Key) -> &'k Key {
        let alias = match key {
            Key::Text(text) => self.texts.get(text),
            Key::Entry(id) => self.entries.get(id),
        };
        alias.map_or(key, |(key, _)| key)
    }
}

/// How an entity is called, which tells what it is short for.
struct Form {
    /// Whether the name alone does not tell which it is.
    generic: bool,
    /// The first of its names that is no acronym: it stands for all.
    long: Option<CleanSpan>,
}

/// The entities of the candidates, in order of first mention.
pub(crate) fn gather(phrase: Phrase<'_>, mut candidates: Vec<Candidate>, aliases: &Aliases) -> Vec<EntityMention> {
    candidates.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let words = phrase.reading.words;
    let mut acronyms: FxHashMap<&Key, &str> = FxHashMap::default();
    for (key, printed) in aliases.texts.values().chain(aliases.entries.values()) {
        if let Some(printed) = printed {
            acronyms.insert(key, printed);
        }
    }
    let mut index: FxHashMap<(EntityKind, &Key), usize> =
        FxHashMap::with_capacity_and_hasher(candidates.len() / 2, FxBuildHasher);
    let mut out: Vec<EntityMention> = Vec::new();
    let mut forms: Vec<Form> = Vec::new();
    for found in &candidates {
        let key = aliases.resolve(&found.key);
        if found.pending && *key == found.key {
            continue;
        }
        let last = words[found.end - 1].span;
        let name = words[found.name].span.cover(last);
        let text = &phrase.reading.clean[name.range()];
        let entry = match key {
            Key::Entry(id) => Some(phrase.reading.lexicon.names.entry(*id)),
            Key::Text(_) => None,
        };
        let kind = entry.map_or(found.kind, |entry| entry.kind);
        let place = *index.entry((kind, key)).or_insert_with(|| {
            let acronym = acronyms.get(key).map(|printed| (*printed).to_owned());
            out.push(match entry {
                Some(entry) => listed(entry, text, acronym),
                None => EntityMention {
                    codes: codes_of(phrase, kind, found.name, found.end),
                    ..printed(text, kind, acronym)
                },
            });
            forms.push(Form { generic: entry.is_none_or(|entry| entry.generic), long: None });
            out.len() - 1
        });
        // a text that has both names means what goes by the present one
        if let Some(entry) = entry
            && out[place].name != entry.name
            && entry.former(text).is_none()
        {
            out[place].name.clone_from(&entry.name);
            if !acronyms.contains_key(key) {
                out[place].acronym.clone_from(&entry.acronym);
            }
        }
        // the title has it in capitals, the text as it is written
        let known = &mut out[place].name;
        if entry.is_none()
            && !known.contains(char::is_lowercase)
            && !found.pending
            && text.contains(char::is_lowercase)
            && *key == found.key
        {
            *known = one_line(text);
        }
        if forms[place].long.is_none() && text.as_bytes().contains(&b' ') {
            forms[place].long = Some(name);
        }
        let span = words[found.start].span.cover(last);
        if found.misspelt {
            out[place].misspelt.push(span);
        }
        out[place].mentions.push(span);
    }
    join_short_forms(phrase, out, &forms)
}

/// A new entity as the gazetteer has it, under the name of its time: the text of 2008 names `ISESCO`, not `ICESCO`.
fn listed(entry: &Entry, printed: &str, acronym: Option<String>) -> EntityMention {
    let (name, own) = match entry.former(printed) {
        Some(former) => (&former.name, &former.acronym),
        None => (&entry.name, &entry.acronym),
    };
    EntityMention {
        kind: entry.kind,
        name: name.clone(),
        acronym: acronym.or_else(|| own.clone()),
        codes: entry.codes.clone(),
        valid: entry.valid(),
        successor: entry.successor.clone(),
        mentions: Vec::new(),
        coreferences: Vec::new(),
        office: None,
        misspelt: Vec::new(),
    }
}

/// A new entity as first printed.
fn printed(name: &str, kind: EntityKind, acronym: Option<String>) -> EntityMention {
    EntityMention {
        kind,
        name: one_line(name),
        acronym,
        codes: BTreeMap::new(),
        valid: None,
        successor: None,
        mentions: Vec::new(),
        coreferences: Vec::new(),
        office: None,
        misspelt: Vec::new(),
    }
}

/// The code of the state whose adjective stands in words `start..end`, for bodies, people and offices: `ML` for `autorités maliennes`.
fn codes_of(phrase: Phrase<'_>, kind: EntityKind, start: usize, end: usize) -> BTreeMap<String, String> {
    let mut told = Vec::new();
    if matches!(kind, EntityKind::Organization | EntityKind::Group | EntityKind::Role) {
        let mut at = start + 1;
        while at < end {
            // "bissau-guinéen" is not "guinéen"
            let found = of_state(phrase, at);
            told.extend(found.and_then(|(_, code)| code));
            at += found.map_or(1, |(count, _)| count);
        }
    }
    told.dedup();
    match told.as_slice() {
        [one] => BTreeMap::from([("country".to_owned(), (*one).to_owned())]),
        _ => BTreeMap::new(),
    }
}

/// A name without the line ends inside.
fn one_line(name: &str) -> String {
    if !name.contains('\n') {
        return name.trim().to_owned();
    }
    name.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A short form of one entity only is that entity: `Groupe de contact` beside `Groupe de contact de l'OCI sur le Mali`.
fn join_short_forms(phrase: Phrase<'_>, mut entities: Vec<EntityMention>, forms: &[Form]) -> Vec<EntityMention> {
    let clean = phrase.reading.clean;
    let joins = |kind| matches!(kind, EntityKind::Organization | EntityKind::Event | EntityKind::Instrument);
    let form = |index: usize| forms[index].long.map(|span| &clean[span.range()]);
    // bodies whose names begin with the same two words stand together
    let mut room = String::new();
    let mut heads: Vec<(u64, usize)> = Vec::with_capacity(entities.len());
    for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| joins(entity.kind)) {
        if let Some(head) = form(index).and_then(|form| head(entity.kind, form, &mut room)) {
            heads.push((head, index));
        }
    }
    heads.sort_unstable();
    for group in heads.chunk_by(|one, other| one.0 == other.0) {
        if !(2..=MANY).contains(&group.len()) {
            continue;
        }
        let folded: Vec<(usize, String)> =
            group.iter().map(|&(_, index)| (index, form(index).map(fold).unwrap_or_default())).collect();
        let group: Vec<(usize, Vec<&str>)> =
            folded.iter().map(|(index, form)| (*index, content(form).collect())).collect();
        for (short, words) in &group {
            if !forms[*short].generic || entities[*short].acronym.is_some() {
                continue;
            }
            // a treaty is shortened only after it was named in full
            let first = |index: usize| entities[index].mentions.first();
            let longer: Vec<_> = group
                .iter()
                .filter(|(_, other)| other.len() > words.len() && is_part(words, other))
                .filter(|(other, _)| entities[*short].kind != EntityKind::Instrument || first(*other) < first(*short))
                .collect();
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

/// A number for the kind of a name and the first two of its words that say something, where it has two; `room` takes their letters.
fn head(kind: EntityKind, form: &str, room: &mut String) -> Option<u64> {
    let mut hasher = FxHasher::default();
    hasher.write_u8(kind as u8);
    let mut words = 0;
    for piece in form.split_ascii_whitespace() {
        room.clear();
        fold_into(piece, room);
        for word in content(room) {
            hasher.write(word.as_bytes());
            hasher.write_u8(0);
            words += 1;
            if words == 2 {
                return Some(hasher.finish());
            }
        }
    }
    None
}

/// The words of a folded name that say something.
fn content(folded: &str) -> impl Iterator<Item = &str> {
    // "2e", "Ve" say which session it is
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    folded.split(|c: char| !c.is_alphanumeric()).filter(move |word| word.len() > 2 || number(word))
}

/// Whether all of `short` stands in `long`, in the same order.
fn is_part(short: &[&str], long: &[&str]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

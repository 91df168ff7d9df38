//! The walk over the words that finds names: known ones, those that known words head, persons, towns, acronyms.

use rustc_hash::FxHashMap;

use super::entity::EntityMention;
use super::misspelt::misspelt;
use super::name::{may_begin, name_at};
use super::phrase::Phrase;
use super::provision::provision;
use super::select::{Aliases, Candidate, Key, gather};
use super::{acronym, event, head, instrument, office, person};
use crate::lexicon::fold::fold;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Part, Start, StartSet, WordId};
use crate::model::EntityKind;
use crate::text::word::Case;

/// One walk over the words, left to right; what was found is not looked at again.
pub(crate) struct Scan<'t> {
    pub(super) phrase: Phrase<'t>,
    pub(super) found: Vec<Candidate>,
    pub(super) aliases: Aliases,
    /// The last word that names an office.
    pub(super) office: Option<usize>,
    /// Offices: other names stand inside.
    offices: Vec<Candidate>,
    /// The persons named so far, by the first word of the name as printed.
    pub(super) persons: FxHashMap<&'t str, Vec<(usize, usize)>>,
    /// What the text calls bodies and treaties by: `ci-après la Commission`.
    pub(super) called: Vec<Candidate>,
    /// The last instrument of each first word, which the word alone stands for: `l’article 4 de la Charte`.
    titles: FxHashMap<WordId, Key>,
}

/// How many names back an event may end where another begins.
const NEAR: usize = 8;

/// There is about one name in so many words.
const WORDS_PER_NAME: usize = 32;

/// How far from an office the name that explains it may stand, in words.
const OFFICE_REACH: usize = 25;

/// The bytes of a word that may be the misspelt first one of a name.
const LONG_WORD: usize = 7;

/// More persons whose names begin with the same word are not told apart.
const NAMESAKES: usize = 8;

impl<'t> Scan<'t> {
    pub(crate) fn new(phrase: Phrase<'t>) -> Self {
        let found = Vec::with_capacity(phrase.reading.words.len() / WORDS_PER_NAME);
        Self {
            phrase,
            found,
            aliases: Aliases::default(),
            office: None,
            offices: Vec::new(),
            persons: FxHashMap::default(),
            called: Vec::new(),
            titles: FxHashMap::default(),
        }
    }

    /// The entities of the text.
    pub(crate) fn run(mut self) -> Vec<EntityMention> {
        let mut at = 0;
        while let Some(next) = self.next(at) {
            at = self.step(next).max(next + 1);
        }
        self.found.append(&mut self.offices);
        gather(self.phrase, self.found, &self.aliases)
    }

    /// The first word from `at` on with which a name may begin, by one look at each.
    fn next(&self, at: usize) -> Option<usize> {
        const STARTS: StartSet = StartSet::of(&[Start::Head, Start::Event, Start::Name, Start::Capital]);
        let reading = self.phrase.reading;
        let mut from = at;
        loop {
            let next = reading.words.next(from, STARTS)?;
            if !reading.words[next].starts.and(STARTS).is_only(Start::Name) || may_begin(reading, next) {
                return Some(next);
            }
            from = next + 1;
        }
    }

    /// Looks at word `at`; where to go on.
    fn step(&mut self, at: usize) -> usize {
        let phrase = self.phrase;
        let reading = phrase.reading;
        let word = &reading.words[at];
        let part = phrase.part(at);
        if word.kind == SegmentKind::Punctuation {
            return if phrase.text(at) == "(" { self.bracket(at) } else { at + 1 };
        }
        let known = word.starts.has(Start::Head) || word.starts.has(Start::Name);
        if let Some((start, end)) = event::numbered(phrase, at) {
            // a number of several words may begin in the event before it: "… de la présente soixante-dixième session"
            let taken = self
                .found
                .iter()
                .rev()
                .take(NEAR)
                .filter(|found| found.kind == EntityKind::Event)
                .map(|found| found.end);
            let start = taken.max().unwrap_or(start).clamp(start, at);
            self.inside(at + 1, end);
            return self.text(start, end, EntityKind::Event);
        }
        if word.case == Case::Lower && !known {
            return at + 1;
        }
        if part.is(Part::POST) {
            self.office(at);
        }
        if part.is(Part::TITLE.or(Part::OFFICE))
            && let Some((start, end)) = person::titled(phrase, at)
        {
            return self.person(start, end);
        }
        if part.is(Part::OFFICE) {
            self.office = Some(at);
        }
        if part.is(Part::NOBLE)
            && word.case == Case::Capital
            && let Some((start, end)) = person::explained(phrase, at)
        {
            return self.person(start, end);
        }
        if part.is(Part::NOBLE)
            && word.case == Case::Lower
            && let Some((start, end)) = person::ennobled(phrase, at + 1)
        {
            return self.person(start, end);
        }
        if known && let Some(end) = self.longest(at) {
            return end;
        }
        self.called(at).or_else(|| self.unknown(at)).unwrap_or(at + 1)
    }

    /// The longest of a known name and the names that known words head.
    fn longest(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        let name = name_at(phrase.reading, at);
        let known = name.map_or(at, |name| phrase.known(name, at));
        let built = if phrase.part(at).is(Part::BUILT) { self.built(at) } else { None };
        if phrase.part(at).is(Part::ORGANIZATION.or(Part::INSTRUMENT))
            && head::begins_with_capital(phrase, at)
            && let Some(end) = self.misspelt(at, known)
        {
            return Some(end);
        }
        let prefers_known = name.is_some_and(|name| {
            // "accord de siège" is a kind of treaty
            let grows = match name.entry.kind {
                EntityKind::Location => true,
                EntityKind::Instrument => name.entry.name.starts_with(char::is_lowercase),
                _ => false,
            };
            name.count > 1 && (!grows || built.is_none_or(|(end, _)| end <= known))
        });
        match (name, built) {
            (Some(name), built) if prefers_known || built.is_none_or(|(end, _)| end <= known) => {
                // an article in small letters is none of the name: "la Mecque"
                let article = name.count > 1
                    && name.entry.kind == EntityKind::Location
                    && phrase.part(at).is(Part::ARTICLE)
                    && phrase.reading.words[at].case == Case::Lower;
                let start = at + usize::from(article);
                let key = if known == at + name.count { Key::Entry(name.id) } else { Key::Text(self.key(at, known)) };
                Some(self.named(start, known, name.entry.kind, key))
            }
            (_, Some((end, kind))) => {
                if kind == EntityKind::Event {
                    self.inside(at + 1, end);
                }
                if kind != EntityKind::Instrument {
                    return Some(self.text(at, end, kind));
                }
                let head = phrase.reading.words[at].id;
                let known = if end == at + 1 { self.titles.get(&head) } else { None };
                let key = known.cloned().unwrap_or_else(|| Key::Text(self.key(at, end)));
                Some(self.named(at, end, kind, key))
            }
            _ => None,
        }
    }

    /// Records the long name that begins at word `at` with a mistake, if it ends behind word `least`.
    fn misspelt(&mut self, at: usize, least: usize) -> Option<usize> {
        let (end, id) = misspelt(self.phrase, at).filter(|&(end, _)| end > least)?;
        let kind = self.phrase.reading.lexicon.names.entry(id).kind;
        let next = self.named(at, end, kind, Key::Entry(id));
        let found = self.found.iter_mut().rev().take(NEAR).find(|found| found.name == at && found.end == end);
        if let Some(found) = found {
            found.misspelt = true;
        }
        Some(next)
    }

    /// The longest name that the known word `at` heads: its end and its kind.
    fn built(&self, at: usize) -> Option<(usize, EntityKind)> {
        let phrase = self.phrase;
        let body = phrase.part(at).is(Part::ORGANIZATION) && head::begins_with_capital(phrase, at);
        let people = if body { EntityKind::Organization } else { EntityKind::Group };
        let built = [
            (head::body(phrase, at), EntityKind::Organization),
            (head::place(phrase, at), EntityKind::Location),
            (event::named(phrase, at), EntityKind::Event),
            (instrument::titled(phrase, at), EntityKind::Instrument),
            (office::people(phrase, at), people),
        ];
        built.into_iter().filter_map(|(end, kind)| Some((end?, kind))).max_by_key(|(end, _)| *end)
    }

    /// Names that no word list helps with: persons, towns, acronyms.
    fn unknown(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        let words = phrase.reading.words;
        if words[at].kind != SegmentKind::Word || words[at].case == Case::Lower {
            return None;
        }
        if let Some(end) = self.set_off(at) {
            return Some(end);
        }
        // "Organistion mondiale de la Santé"
        if words[at].id == WordId::UNKNOWN
            && words[at].span.len() >= LONG_WORD
            && let Some(end) = self.misspelt(at, at + 1)
        {
            return Some(end);
        }
        if let Some(end) = acronym::alone(phrase, at) {
            let pending = !acronym::after_article(phrase, at) || acronym::reads_as_word(phrase.text(at));
            let key = Key::Text(self.key(at, end));
            self.found.push(Candidate { pending, ..Candidate::new(at, end, EntityKind::Organization, key) });
            return Some(end);
        }
        if let Some(end) = self.named_before(at) {
            return Some(self.text(at, end, EntityKind::Person));
        }
        if let Some((start, end)) = person::capitals(phrase, at).or_else(|| person::delegate(phrase, at)) {
            return Some(self.person(start, end));
        }
        if let Some(end) = head::town(phrase, at).or_else(|| head::town_of(phrase, at)) {
            return Some(self.text(at, end, EntityKind::Location));
        }
        let explains = at > 0
            && phrase.text(at - 1) == ","
            && self.office.is_some_and(|office| {
                at - office <= OFFICE_REACH && !(office + 1..=at).any(|index| words[index].opens())
            });
        if explains && let Some((start, end)) = person::explained(phrase, at) {
            self.office = None;
            return Some(self.person(start, end));
        }
        None
    }

    /// Records the office whose noun is word `at`; names inside it are found as all others.
    fn office(&mut self, at: usize) {
        let inside = self.offices.last().is_some_and(|last| last.end > at);
        if inside {
            return;
        }
        if let Some((start, end)) = office::office(self.phrase, at) {
            let key = Key::Text(self.key(start, end));
            self.offices.push(Candidate::new(start, end, EntityKind::Role, key));
        }
    }

    /// Records a person, whose name may stand without title later on.
    fn person(&mut self, start: usize, end: usize) -> usize {
        if end > start + 1 {
            let names = self.persons.entry(self.phrase.text(start)).or_default();
            if names.len() < NAMESAKES && !names.iter().any(|&(first, last)| self.phrase.is_same(first, last, start)) {
                names.push((start, end));
            }
        }
        self.text(start, end, EntityKind::Person)
    }

    /// The end of the name at `at`, where a person of that name was named before.
    fn named_before(&self, at: usize) -> Option<usize> {
        if self.persons.is_empty() {
            return None;
        }
        let names = self.persons.get(self.phrase.text(at))?;
        let same = names.iter().filter(|&&(first, last)| self.phrase.is_same(first, last, at));
        same.map(|(first, last)| at + last - first).max()
    }

    /// Records a name that only the text has, with the acronym that may follow it.
    pub(super) fn text(&mut self, start: usize, end: usize, kind: EntityKind) -> usize {
        let key = Key::Text(self.key(start, end));
        self.named(start, end, kind, key)
    }

    /// Records the name `name..end` of a key, with the provision of an instrument that may stand before it, and the acronym or alias that
    /// may follow it.
    fn named(&mut self, name: usize, end: usize, kind: EntityKind, key: Key) -> usize {
        let mut start = name;
        if kind == EntityKind::Instrument {
            start = provision(self.phrase, name);
            self.titles.insert(self.phrase.reading.words[name].id, key.clone());
        }
        while self.found.last().is_some_and(|last| last.start >= start && last.end <= end && kind != EntityKind::Event)
        {
            self.found.pop();
        }
        self.found.push(Candidate { name, ..Candidate::new(start, end, kind, key) });
        if !matches!(kind, EntityKind::Organization | EntityKind::Instrument | EntityKind::Event) {
            return end;
        }
        let phrase = self.phrase;
        let bracketed = acronym::bracketed(phrase, end);
        let defined = bracketed.or_else(|| {
            acronym::set_off(phrase, end).filter(|found| {
                let printed = self.printed(found.first, found.last);
                acronym::long_form(phrase, end, printed) == Some(start)
            })
        });
        let Some(found) = defined else {
            let next = self.alias(end);
            if next == end && kind == EntityKind::Instrument {
                self.called_later(end);
            }
            return next;
        };
        self.reach_back(end, found);
        self.define(found.first, found.last);
        // "(CBF, ci-après la Commission)"
        if phrase.text(found.after) == "," { self.alias(found.after) } else { found.after }
    }

    /// Organisations named inside an event are mentioned, too.
    fn inside(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let name = name_at(self.phrase.reading, at).filter(|name| at + name.count <= end);
            if let Some(name) = name
                && name.entry.kind == EntityKind::Organization
            {
                let known = self.phrase.known(name, at).min(end);
                let whole = known == at + name.count;
                let key = if whole { Key::Entry(name.id) } else { Key::Text(self.key(at, known)) };
                self.found.push(Candidate::new(at, known, name.entry.kind, key));
                at = known;
                continue;
            }
            at += name.map_or(1, |name| name.count);
        }
    }

    pub(super) fn printed(&self, start: usize, end: usize) -> &'t str {
        let words = self.phrase.reading.words;
        let span = words[start].span.cover(words[end - 1].span);
        &self.phrase.reading.clean[span.range()]
    }

    pub(super) fn key(&self, start: usize, end: usize) -> String {
        let mut key = fold(self.printed(start, end));
        if key.as_bytes().contains(&b'.') {
            key.retain(|c| c != '.');
        }
        key
    }
}

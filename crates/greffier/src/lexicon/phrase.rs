//! Words with which names are built: heads of bodies, places, events, instruments, what joins them and what ends them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::fold::fold;
use super::source::Source;
use super::tails::Tails;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `names.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    adjective: Vec<String>,
    and: Vec<String>,
    article: Vec<String>,
    at: Vec<String>,
    attendee: Vec<String>,
    common: Vec<String>,
    compound: Vec<String>,
    contraction: Vec<String>,
    direction: Vec<String>,
    feature: Vec<String>,
    hereafter: Vec<String>,
    infinitive: Vec<String>,
    instrument: Vec<String>,
    link: Vec<String>,
    meeting: Vec<String>,
    mission: Vec<String>,
    noun: Vec<String>,
    not_adjective: Vec<String>,
    numeral: Vec<String>,
    of: Vec<String>,
    ordinal: Vec<String>,
    ordinal_mark: Vec<String>,
    ordinals: Vec<String>,
    organization: Vec<String>,
    people: Vec<String>,
    participle: Vec<String>,
    participle_plural: Vec<String>,
    place: Vec<String>,
    plural: Vec<String>,
    prenominal: Vec<String>,
    procedure: Vec<String>,
    provision: BTreeMap<String, Vec<String>>,
    qualifier: Vec<String>,
    reference: Vec<String>,
    session: Vec<String>,
    site: Vec<String>,
    stop: Vec<String>,
    summit: Vec<String>,
    topic: Vec<String>,
    topical: Vec<String>,
    toward: Vec<String>,
    treaty: Vec<String>,
    venue: Vec<String>,
    writing: Vec<String>,
}

/// The schema of `titles.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    given: Vec<String>,
    noble: Vec<String>,
    office: Vec<String>,
    particle: Vec<String>,
    post: Vec<String>,
    tenure: Vec<String>,
    title: Vec<String>,
}

/// What a word can be in a name: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Part(u64);

impl Part {
    pub(crate) const AND: Part = Part(1);
    pub(crate) const ARTICLE: Part = Part(1 << 1);
    pub(crate) const AT: Part = Part(1 << 2);
    pub(crate) const ATTENDEE: Part = Part(1 << 3);
    pub(crate) const DIRECTION: Part = Part(1 << 4);
    pub(crate) const INSTRUMENT: Part = Part(1 << 5);
    pub(crate) const LINK: Part = Part(1 << 6);
    pub(crate) const MEETING: Part = Part(1 << 7);
    pub(crate) const MISSION: Part = Part(1 << 8);
    pub(crate) const NOUN: Part = Part(1 << 9);
    pub(crate) const NOT_ADJECTIVE: Part = Part(1 << 10);
    pub(crate) const OF: Part = Part(1 << 11);
    pub(crate) const ORDINAL: Part = Part(1 << 12);
    pub(crate) const ORGANIZATION: Part = Part(1 << 13);
    pub(crate) const PLACE: Part = Part(1 << 14);
    pub(crate) const PROVISION: Part = Part(1 << 15);
    pub(crate) const REFERENCE: Part = Part(1 << 16);
    pub(crate) const SESSION: Part = Part(1 << 17);
    pub(crate) const STOP: Part = Part(1 << 18);
    pub(crate) const SUMMIT: Part = Part(1 << 19);
    pub(crate) const TOWARD: Part = Part(1 << 20);
    pub(crate) const NOBLE: Part = Part(1 << 21);
    pub(crate) const OFFICE: Part = Part(1 << 22);
    pub(crate) const PARTICLE: Part = Part(1 << 23);
    pub(crate) const TITLE: Part = Part(1 << 24);

    pub(crate) const FEATURE: Part = Part(1 << 25);
    pub(crate) const NUMERAL: Part = Part(1 << 26);

    pub(crate) const PRENOMINAL: Part = Part(1 << 27);
    pub(crate) const VENUE: Part = Part(1 << 28);
    pub(crate) const COMMON: Part = Part(1 << 29);

    pub(crate) const QUALIFIER: Part = Part(1 << 30);

    pub(crate) const CONTRACTION: Part = Part(1 << 31);

    pub(crate) const COMPOUND: Part = Part(1 << 32);
    pub(crate) const GIVEN: Part = Part(1 << 33);
    pub(crate) const PROCEDURE: Part = Part(1 << 34);
    pub(crate) const TOPIC: Part = Part(1 << 35);
    pub(crate) const TOPICAL: Part = Part(1 << 36);
    pub(crate) const WRITING: Part = Part(1 << 37);
    pub(crate) const SITE: Part = Part(1 << 38);
    pub(crate) const HEREAFTER: Part = Part(1 << 39);
    pub(crate) const TREATY: Part = Part(1 << 40);
    pub(crate) const PEOPLE: Part = Part(1 << 41);
    pub(crate) const POST: Part = Part(1 << 42);
    pub(crate) const TENURE: Part = Part(1 << 43);

    /// Words with which a name may begin though no gazetteer has it.
    pub(crate) const HEADS: Part = Self::BUILT.or(Self::TITLE).or(Self::OFFICE).or(Self::NOBLE).or(Self::POST);

    /// Words with which bodies, places, events and instruments are built.
    pub(crate) const BUILT: Part = Self::ORGANIZATION
        .or(Self::PLACE)
        .or(Self::FEATURE)
        .or(Self::DIRECTION)
        .or(Self::SUMMIT)
        .or(Self::VENUE)
        .or(Self::MEETING)
        .or(Self::INSTRUMENT)
        .or(Self::PEOPLE);

    /// Whether a name may begin with the word as with any other; what a town has, its towns may be called after: `Port-Kéma`.
    pub(crate) fn is_plain(self) -> bool {
        self.0 & !Self::SITE.or(Self::HEREAFTER).or(Self::TENURE).0 == 0
    }

    /// Whether the word is one of `others`.
    pub(crate) fn is(self, others: Part) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn or(self, other: Part) -> Part {
        Part(self.0 | other.0)
    }
}

/// How a folded word ends, which tells what it may be: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Endings(u8);

impl Endings {
    /// As words do that qualify a noun: `islamique`.
    pub(crate) const ADJECTIVE: Endings = Endings(1);
    /// As a past participle: `intégrée`.
    pub(crate) const PARTICIPLE: Endings = Endings(1 << 1);
    /// As a past participle in the plural: `touchés`.
    pub(crate) const PARTICIPLE_PLURAL: Endings = Endings(1 << 2);
    /// As a plural: `zones`.
    pub(crate) const PLURAL: Endings = Endings(1 << 3);
    /// As an infinitive: `présenter`.
    pub(crate) const INFINITIVE: Endings = Endings(1 << 4);
    /// As an ordinal: `douzième`, `12éme`.
    pub(crate) const ORDINAL: Endings = Endings(1 << 5);
    /// Elided, or of two letters at most: no noun.
    pub(crate) const SMALL: Endings = Endings(1 << 6);

    pub(crate) fn has(self, other: Endings) -> bool {
        self.0 & other.0 != 0
    }
}

/// An ending, how many letters stand before it at least, and what it tells.
#[derive(Debug, Clone)]
struct Ending {
    letters: String,
    before: usize,
    tells: Endings,
}

/// The words of names, by number, and the endings that tell adjectives, verbs and ordinals.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    parts: Vec<Part>,
    /// By the last byte of the ending.
    endings: Vec<Vec<Ending>>,
    /// The endings of known words, by number.
    known: Vec<Endings>,
    ordinal_mark: Vec<String>,
    /// The names of provisions in identifiers: `art` for `article`.
    provisions: FxHashMap<WordId, String>,
    /// The endings of ordinals.
    ordinal_tails: Tails,
}

impl Phrases {
    pub(crate) fn load(names: Source<'_>, titles: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: NamesFile = names.read()?;
        let persons: TitlesFile = titles.read()?;
        let mut parts: Vec<Part> = Vec::new();
        for (words, part) in [
            (file.and, Part::AND),
            (file.article, Part::ARTICLE),
            (file.at, Part::AT),
            (file.attendee, Part::ATTENDEE),
            (file.direction, Part::DIRECTION),
            (file.feature, Part::FEATURE),
            (file.instrument, Part::INSTRUMENT),
            (file.link, Part::LINK),
            (file.meeting, Part::MEETING),
            (file.mission, Part::MISSION),
            (file.noun, Part::NOUN),
            (file.not_adjective, Part::NOT_ADJECTIVE),
            (file.numeral, Part::NUMERAL),
            (file.of, Part::OF),
            (file.ordinals, Part::ORDINAL),
            (file.organization, Part::ORGANIZATION),
            (file.people, Part::PEOPLE),
            (file.place, Part::PLACE),
            (file.common, Part::COMMON),
            (file.compound, Part::COMPOUND),
            (file.contraction, Part::CONTRACTION),
            (file.prenominal, Part::PRENOMINAL),
            (file.procedure, Part::PROCEDURE),
            (file.provision.values().flatten().cloned().collect(), Part::PROVISION),
            (file.qualifier, Part::QUALIFIER),
            (file.venue, Part::VENUE),
            (file.reference, Part::REFERENCE),
            (file.hereafter, Part::HEREAFTER),
            (file.session, Part::SESSION),
            (file.site, Part::SITE),
            (file.stop, Part::STOP),
            (file.summit, Part::SUMMIT),
            (file.topic, Part::TOPIC),
            (file.topical, Part::TOPICAL),
            (file.toward, Part::TOWARD),
            (file.treaty, Part::TREATY),
            (file.writing, Part::WRITING),
            (persons.given, Part::GIVEN),
            (persons.noble, Part::NOBLE),
            (persons.office, Part::OFFICE),
            (persons.particle, Part::PARTICLE),
            (persons.post, Part::POST),
            (persons.tenure, Part::TENURE),
            (persons.title, Part::TITLE),
        ] {
            for word in words {
                mark(&mut parts, vocabulary.intern(&fold(&word)), part);
            }
        }
        let provisions = file.provision.iter().flat_map(|(name, words)| words.iter().map(move |word| (word, name)));
        let provisions = provisions.map(|(word, name)| (vocabulary.intern(&fold(word)), name.clone())).collect();
        let ordinal_tails = Tails::new(file.ordinal.iter().map(String::as_str));
        let mut endings = vec![Vec::new(); 256];
        for (list, before, tells) in [
            (file.adjective, 2, Endings::ADJECTIVE),
            (file.participle, 4, Endings::PARTICIPLE),
            (file.participle_plural, 4, Endings::PARTICIPLE_PLURAL),
            (file.plural, 3, Endings::PLURAL),
            (file.infinitive, 1, Endings::INFINITIVE),
            (file.ordinal, 1, Endings::ORDINAL),
        ] {
            for letters in list {
                let last = letters.bytes().last().unwrap_or_default();
                endings[usize::from(last)].push(Ending { letters, before, tells });
            }
        }
        Ok(Self { parts, endings, known: Vec::new(), ordinal_mark: file.ordinal_mark, provisions, ordinal_tails })
    }

    /// Notes that the words are that part, too.
    pub(crate) fn add(&mut self, words: &[WordId], part: Part) {
        words.iter().for_each(|&word| mark(&mut self.parts, word, part));
    }

    /// Notes how the words of the vocabulary end that it does not know yet, when that is whole.
    pub(crate) fn learn(&mut self, vocabulary: &Vocabulary) {
        for id in self.known.len()..vocabulary.len() {
            let id = WordId(u32::try_from(id).expect("fewer than two billion words"));
            self.known.push(self.endings(vocabulary.folded(id).as_bytes()));
        }
    }

    /// How a folded word ends.
    pub(crate) fn endings(&self, folded: &[u8]) -> Endings {
        let Some(&last) = folded.last() else { return Endings::SMALL };
        let mut found = if folded.len() <= 2 || last == b'\'' { Endings::SMALL } else { Endings::default() };
        for ending in &self.endings[usize::from(last)] {
            let fits = folded.len() >= ending.letters.len() + ending.before;
            if !found.has(ending.tells) && fits && folded.ends_with(ending.letters.as_bytes()) {
                found.0 |= ending.tells.0;
            }
        }
        found
    }

    /// Whether a printed word, not folded yet, may end as an ordinal.
    pub(crate) fn may_end_as_ordinal(&self, printed: &[u8]) -> bool {
        self.ordinal_tails.may_end(printed)
    }

    /// How a word of the vocabulary ends.
    pub(crate) fn endings_of(&self, word: WordId) -> Option<Endings> {
        if word == WordId::UNKNOWN { None } else { self.known.get(word.index()).copied() }
    }

    /// The name of a provision in identifiers: `art` for `article`.
    pub(crate) fn provision(&self, word: WordId) -> Option<&str> {
        self.provisions.get(&word).map(String::as_str)
    }

    /// What a word can be in a name.
    pub(crate) fn part(&self, word: WordId) -> Part {
        self.parts.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether it is what follows the digits of an ordinal: `éme` of `12éme`.
    pub(crate) fn is_ordinal_mark(&self, folded: &str) -> bool {
        self.ordinal_mark.iter().any(|mark| mark == folded)
    }
}

fn mark(parts: &mut Vec<Part>, word: WordId, part: Part) {
    if parts.len() <= word.index() {
        parts.resize(word.index() + 1, Part::default());
    }
    parts[word.index()] = parts[word.index()].or(part);
}

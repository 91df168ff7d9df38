//! Words with which names are built: heads of bodies, places, events, instruments, what joins them and what ends them.

use serde::Deserialize;

use super::fold::fold;
use super::source::Source;
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
    participle: Vec<String>,
    participle_plural: Vec<String>,
    place: Vec<String>,
    plural: Vec<String>,
    prenominal: Vec<String>,
    provision: Vec<String>,
    qualifier: Vec<String>,
    reference: Vec<String>,
    session: Vec<String>,
    stop: Vec<String>,
    summit: Vec<String>,
    toward: Vec<String>,
    venue: Vec<String>,
}

/// The schema of `titles.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TitlesFile {
    noble: Vec<String>,
    office: Vec<String>,
    particle: Vec<String>,
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

    /// Whether the word is one of `others`.
    pub(crate) fn is(self, others: Part) -> bool {
        self.0 & others.0 != 0
    }

    pub(crate) const fn or(self, other: Part) -> Part {
        Part(self.0 | other.0)
    }
}

/// The words of names, by number, and the endings that tell adjectives, verbs and ordinals.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    parts: Vec<Part>,
    adjective: Vec<String>,
    infinitive: Vec<String>,
    ordinal: Vec<String>,
    ordinal_mark: Vec<String>,
    participle: Vec<String>,
    participle_plural: Vec<String>,
    plural: Vec<String>,
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
            (file.place, Part::PLACE),
            (file.common, Part::COMMON),
            (file.compound, Part::COMPOUND),
            (file.contraction, Part::CONTRACTION),
            (file.prenominal, Part::PRENOMINAL),
            (file.provision, Part::PROVISION),
            (file.qualifier, Part::QUALIFIER),
            (file.venue, Part::VENUE),
            (file.reference, Part::REFERENCE),
            (file.session, Part::SESSION),
            (file.stop, Part::STOP),
            (file.summit, Part::SUMMIT),
            (file.toward, Part::TOWARD),
            (persons.noble, Part::NOBLE),
            (persons.office, Part::OFFICE),
            (persons.particle, Part::PARTICLE),
            (persons.title, Part::TITLE),
        ] {
            for word in words {
                let id = vocabulary.intern(&fold(&word));
                if parts.len() <= id.index() {
                    parts.resize(id.index() + 1, Part::default());
                }
                parts[id.index()] = parts[id.index()].or(part);
            }
        }
        Ok(Self {
            parts,
            adjective: file.adjective,
            infinitive: file.infinitive,
            ordinal: file.ordinal,
            ordinal_mark: file.ordinal_mark,
            participle: file.participle,
            participle_plural: file.participle_plural,
            plural: file.plural,
        })
    }

    /// What a word can be in a name.
    pub(crate) fn part(&self, word: WordId) -> Part {
        self.parts.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether a folded word ends as words do that qualify a noun: `islamique`.
    pub(crate) fn ends_as_adjective(&self, folded: &str) -> bool {
        ends(folded, &self.adjective, 2)
    }

    /// Whether it ends as a past participle: `intégrée`.
    pub(crate) fn ends_as_participle(&self, folded: &str) -> bool {
        ends(folded, &self.participle, 4)
    }

    /// Whether it ends as a past participle in the plural: `touchés`.
    pub(crate) fn ends_as_participle_plural(&self, folded: &str) -> bool {
        ends(folded, &self.participle_plural, 4)
    }

    /// Whether it ends as a plural: `zones`.
    pub(crate) fn ends_as_plural(&self, folded: &str) -> bool {
        ends(folded, &self.plural, 3)
    }

    /// Whether it is what follows the digits of an ordinal: `éme` of `12éme`.
    pub(crate) fn is_ordinal_mark(&self, folded: &str) -> bool {
        self.ordinal_mark.iter().any(|mark| mark == folded)
    }

    /// Whether it ends as an infinitive: `présenter`.
    pub(crate) fn ends_as_infinitive(&self, folded: &str) -> bool {
        ends(folded, &self.infinitive, 1)
    }

    /// Whether it ends as an ordinal: `douzième`, `12éme`.
    pub(crate) fn ends_as_ordinal(&self, folded: &str) -> bool {
        ends(folded, &self.ordinal, 1)
    }
}

fn ends(word: &str, endings: &[String], before: usize) -> bool {
    endings.iter().any(|ending| word.len() >= ending.len() + before && word.ends_with(ending.as_str()))
}

//! Word knowledge as values: loaded once from the data files, checked while loading.

pub(crate) mod adverb;
pub(crate) mod conjugation;
mod date;
pub(crate) mod fold;
pub(crate) mod gazetteer;
mod layout;
mod meeting;
mod number;
pub(crate) mod particle;
mod reference;
pub(crate) mod segment;
mod series;
mod source;
mod structure;
mod trie;
pub(crate) mod verb;
pub(crate) mod vocabulary;

pub(crate) use adverb::Adverbs;
pub(crate) use conjugation::Conjugation;
pub(crate) use date::{Bound, Dates, Relative, Set};
pub(crate) use gazetteer::{Entry, Gazetteer, Name, NameForm, Names};
pub(crate) use layout::Layout;
pub(crate) use meeting::{MeetingCue, MeetingWords};
pub(crate) use number::{NumberWord, Numbers};
pub(crate) use particle::Particles;
pub(crate) use reference::{BodyName, Citing, References, Shape, WordRoles};
pub(crate) use series::Symbols;
pub(crate) use source::Source;
pub(crate) use structure::{Cue, Structure};
pub(crate) use trie::Trie;
pub(crate) use verb::Verbs;
pub(crate) use vocabulary::{Vocabulary, WordId};

use crate::error::Error;

/// All that is known about the words of one language, and the names of the world.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    pub(crate) language: &'static str,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) layout: Layout,
    pub(crate) structure: Structure,
    pub(crate) meeting: MeetingWords,
    pub(crate) dates: Dates,
    pub(crate) numbers: Numbers,
    pub(crate) references: References,
    pub(crate) particles: Particles,
    pub(crate) adverbs: Adverbs,
    pub(crate) verbs: Verbs,
    pub(crate) names: Names,
}

/// The gazetteers of the crate.
const GAZETTEERS: [Source<'static>; 7] = [
    Source { file: "gazetteer/countries.toml", text: include_str!("../../data/gazetteer/countries.toml") },
    Source { file: "gazetteer/capitals.toml", text: include_str!("../../data/gazetteer/capitals.toml") },
    Source { file: "gazetteer/places.toml", text: include_str!("../../data/gazetteer/places.toml") },
    Source { file: "gazetteer/organizations.toml", text: include_str!("../../data/gazetteer/organizations.toml") },
    Source { file: "gazetteer/instruments.toml", text: include_str!("../../data/gazetteer/instruments.toml") },
    Source { file: "gazetteer/events.toml", text: include_str!("../../data/gazetteer/events.toml") },
    Source { file: "gazetteer/groups.toml", text: include_str!("../../data/gazetteer/groups.toml") },
];

impl Lexicon {
    /// The lexicon of a language, by its ISO 639-1 code.
    pub(crate) fn load(language: &str) -> Result<Self, Error> {
        Self::with_names(language, Vec::new())
    }

    /// The lexicon of a language with names of the caller's, which win over those of the crate.
    pub(crate) fn with_names(language: &str, own: Vec<Gazetteer>) -> Result<Self, Error> {
        if language != "fr" {
            return Err(Error::UnknownLanguage { code: language.to_owned(), known: "fr".to_owned() });
        }
        let mut vocabulary = Vocabulary::default();
        let layout = Layout::load(
            Source { file: "fr/layout.toml", text: include_str!("../../data/fr/layout.toml") },
            &mut vocabulary,
        )?;
        let structure = Structure::load(
            Source { file: "fr/structure.toml", text: include_str!("../../data/fr/structure.toml") },
            &mut vocabulary,
        )?;
        let meeting = MeetingWords::load(
            Source { file: "fr/meeting.toml", text: include_str!("../../data/fr/meeting.toml") },
            &mut vocabulary,
        )?;
        let dates = Dates::load(
            Source { file: "fr/dates.toml", text: include_str!("../../data/fr/dates.toml") },
            &mut vocabulary,
        )?;
        let numbers = Numbers::load(
            Source { file: "fr/numbers.toml", text: include_str!("../../data/fr/numbers.toml") },
            &mut vocabulary,
        )?;
        let references = References::load(
            Source { file: "fr/references.toml", text: include_str!("../../data/fr/references.toml") },
            Source { file: "gazetteer/symbols.toml", text: include_str!("../../data/gazetteer/symbols.toml") },
            &mut vocabulary,
        )?;
        let particles = Particles::load(
            Source { file: "fr/particles.toml", text: include_str!("../../data/fr/particles.toml") },
            &mut vocabulary,
        )?;
        let adverbs = Adverbs::load(
            Source { file: "fr/adverbs.toml", text: include_str!("../../data/fr/adverbs.toml") },
            &mut vocabulary,
        )?;
        let conjugation = Conjugation::load(Source {
            file: "fr/conjugation.toml",
            text: include_str!("../../data/fr/conjugation.toml"),
        })?;
        let verbs = Verbs::load(
            Source { file: "fr/verbs.toml", text: include_str!("../../data/fr/verbs.toml") },
            Source { file: "fr/classes.toml", text: include_str!("../../data/fr/classes.toml") },
            &conjugation,
            &mut vocabulary,
        )?;
        let mut gazetteers = own;
        for source in GAZETTEERS {
            gazetteers.push(Gazetteer::read(source)?);
        }
        let names = Names::new(gazetteers, &mut vocabulary);
        Ok(Self { language: "fr", vocabulary, layout, structure, meeting, numbers, references, particles, adverbs, verbs, dates, names })
    }
}

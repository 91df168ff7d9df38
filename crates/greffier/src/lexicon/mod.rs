//! Word knowledge as values: loaded once from the data files, checked while loading.

pub(crate) mod fold;
pub(crate) mod gazetteer;
mod layout;
pub(crate) mod phrase;
pub(crate) mod segment;
mod source;
mod trie;
pub(crate) mod vocabulary;

pub(crate) use gazetteer::{Entry, Gazetteer, Name, NameForm, Names};
pub(crate) use layout::Layout;
pub(crate) use phrase::{Part, Phrases};
pub(crate) use source::Source;
pub(crate) use trie::Trie;
pub(crate) use vocabulary::{Vocabulary, WordId};

use crate::error::Error;

/// All that is known about the words of one language, and the names of the world.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    pub(crate) language: &'static str,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) layout: Layout,
    pub(crate) names: Names,
    pub(crate) phrases: Phrases,
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
        let phrases = Phrases::load(
            Source { file: "fr/names.toml", text: include_str!("../../data/fr/names.toml") },
            Source { file: "fr/titles.toml", text: include_str!("../../data/fr/titles.toml") },
            &mut vocabulary,
        )?;
        let mut gazetteers = own;
        for source in GAZETTEERS {
            gazetteers.push(Gazetteer::read(source)?);
        }
        let names = Names::new(gazetteers, &mut vocabulary);
        Ok(Self { language: "fr", vocabulary, layout, names, phrases })
    }
}

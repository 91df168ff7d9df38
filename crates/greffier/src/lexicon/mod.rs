//! Word knowledge as values: loaded once from the data files, checked while loading.

pub(crate) mod fold;
mod layout;
mod meeting;
mod number;
mod reference;
pub(crate) mod segment;
mod series;
mod source;
mod structure;
mod trie;
pub(crate) mod vocabulary;

pub(crate) use layout::Layout;
pub(crate) use meeting::{MeetingCue, MeetingWords};
pub(crate) use number::{NumberWord, Numbers};
pub(crate) use reference::{BodyName, Citing, References, Shape, WordRoles};
pub(crate) use series::Symbols;
pub(crate) use source::Source;
pub(crate) use structure::{Cue, Structure};
pub(crate) use trie::Trie;
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
    pub(crate) numbers: Numbers,
    pub(crate) references: References,
}

impl Lexicon {
    /// The lexicon of a language, by its ISO 639-1 code.
    pub(crate) fn load(language: &str) -> Result<Self, Error> {
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
        let numbers = Numbers::load(
            Source { file: "fr/numbers.toml", text: include_str!("../../data/fr/numbers.toml") },
            &mut vocabulary,
        )?;
        let references = References::load(
            Source { file: "fr/references.toml", text: include_str!("../../data/fr/references.toml") },
            Source { file: "gazetteer/symbols.toml", text: include_str!("../../data/gazetteer/symbols.toml") },
            &mut vocabulary,
        )?;
        Ok(Self { language: "fr", vocabulary, layout, structure, meeting, numbers, references })
    }
}

//! Word knowledge as values: loaded once from the data files, checked while loading.

mod date;
pub(crate) mod fold;
mod layout;
mod number;
pub(crate) mod segment;
mod source;
mod trie;
pub(crate) mod vocabulary;

pub(crate) use date::{Bound, Dates, Relative, Set};
pub(crate) use layout::Layout;
pub(crate) use number::{NumberWord, Numbers};
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
    pub(crate) dates: Dates,
    pub(crate) numbers: Numbers,
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
        let dates = Dates::load(
            Source { file: "fr/dates.toml", text: include_str!("../../data/fr/dates.toml") },
            &mut vocabulary,
        )?;
        let numbers = Numbers::load(
            Source { file: "fr/numbers.toml", text: include_str!("../../data/fr/numbers.toml") },
            &mut vocabulary,
        )?;
        Ok(Self { language: "fr", vocabulary, layout, dates, numbers })
    }
}

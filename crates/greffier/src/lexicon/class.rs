//! What is known about each class of act: its force, and the event codes that come nearest to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::source::Source;
use crate::error::Error;
use crate::model::{Class, Force, Polarity};

/// What is known about a class of act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ClassEntry {
    /// How much it asks.
    pub force: Force,
    /// Whether it is for or against what it speaks of; absent where it is neither.
    pub polarity: Option<Polarity>,
    /// The event category of PLOVER that comes nearest: `REQUEST`.
    pub plover: Option<String>,
    /// Its mode in PLOVER: `disapprove`.
    pub mode: Option<String>,
    /// Event codes of CAMEO, best first: `020`.
    #[serde(default)]
    pub cameo: Vec<String>,
    /// When the codes hold, or why there are none.
    pub note: Option<String>,
}

/// The classes of act: the ladder of force, and a crosswalk to the event codes of PLOVER and CAMEO.
///
/// Those of the crate follow the PLOVER manual, draft 1.3, and the CAMEO codebook, version 1.1b3; `data/classes.toml` says what
/// PLOVER drops. Others are given to [`ParserBuilder::classes`](crate::ParserBuilder::classes); those that they leave out stay as they
/// are:
///
/// ```
/// use greffier::{Class, Classes, Force, Parser};
///
/// assert_eq!(Classes::default().of(Class::Condemn).plover.as_deref(), Some("ACCUSE"));
///
/// let mine = Classes::from_toml("mine.toml", "[invite]\nforce = \"moderate\"\ncameo = [\"020\"]\n")?;
/// let parser = Parser::builder().classes(mine).build()?;
/// let document = parser.parse("La Conférence a invité les États membres à ratifier le Protocole.");
/// assert_eq!(document.clauses().next().expect("a clause").acts[0].force, Force::Moderate);
/// # Ok::<(), greffier::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes(BTreeMap<Class, ClassEntry>);

impl Default for Classes {
    fn default() -> Self {
        super::Lexicon::french().classes.clone()
    }
}

impl Classes {
    /// The classes of the crate, some of them replaced: a table for each class, with the keys of [`ClassEntry`]. `file` is named in
    /// errors.
    ///
    /// # Errors
    /// When the text is no TOML, or a table or key is unknown.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, Error> {
        let mut all = Self::default();
        all.0.extend(Self::read(Source { file, text })?.0);
        Ok(all)
    }

    pub(super) fn read(source: Source<'_>) -> Result<Self, Error> {
        Ok(Self(source.read()?))
    }

    /// Whether the class is known.
    pub(super) fn has(&self, class: Class) -> bool {
        self.0.contains_key(&class)
    }

    /// What is known about a class.
    ///
    /// # Panics
    /// Never: every class of the model has its entry, which the crate tests.
    #[must_use]
    pub fn of(&self, class: Class) -> &ClassEntry {
        &self.0[&class]
    }

    /// All classes, in the order of the model.
    pub fn iter(&self) -> impl Iterator<Item = (Class, &ClassEntry)> {
        self.0.iter().map(|(class, entry)| (*class, entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_replaced_and_others_stay() {
        let mine = Classes::from_toml("mine.toml", "[note]\nforce = \"weak\"\n").expect("a good file");
        let crates = Classes::default();
        assert_eq!((mine.of(Class::Note).force, crates.of(Class::Note).force), (Force::Weak, Force::None));
        assert_eq!(mine.of(Class::Demand), crates.of(Class::Demand));
        assert_eq!(crates.iter().count(), 38);
    }

    #[test]
    fn bad_files_are_refused() {
        for (text, told) in [
            ("[shout]\nforce = \"weak\"\n", "shout"),
            ("[note]\nforce = \"huge\"\n", "huge"),
            ("[note]\nforce = \"weak\"\nplovr = \"X\"\n", "plovr"),
        ] {
            let error = Classes::from_toml("mine.toml", text).expect_err(text).to_string();
            assert!(error.contains(told) && error.contains("mine.toml"), "{error}");
        }
    }
}

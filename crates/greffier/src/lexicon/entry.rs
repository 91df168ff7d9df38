//! An entry is one thing of the world: its names, those it had before included, its codes, and when it was there.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::gazetteer::key;
use super::moment::Moment;
use crate::model::{Edtf, EntityKind};

/// One thing of the world, with its names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) kind: EntityKind,
    pub(crate) acronym: Option<String>,
    #[serde(default)]
    pub(crate) variants: Vec<String>,
    #[serde(default)]
    pub(crate) codes: BTreeMap<String, String>,
    /// When it began.
    pub(crate) since: Option<Moment>,
    /// When it ended.
    pub(crate) until: Option<Moment>,
    /// The name of the entry that followed it.
    pub(crate) successor: Option<String>,
    /// What it was called before.
    #[serde(default)]
    pub(crate) former: Vec<Former>,
    /// A name of many bodies: the one that the text names in full is meant.
    #[serde(default)]
    pub(crate) generic: bool,
    /// The name counts only as written, and only after one of these.
    #[serde(default)]
    pub(crate) after: Vec<String>,
}

/// A name that the same thing had before.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Former {
    pub(crate) name: String,
    pub(crate) acronym: Option<String>,
    /// The last moment at which it had the name.
    pub(crate) until: Option<Moment>,
}

impl Entry {
    /// All ways to name it: name, acronym, variants, former names and their acronyms. An acronym that outlived a name is there once.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &str> {
        let former = self.former.iter().enumerate().flat_map(move |(at, former)| {
            let earlier = &self.former[..at];
            let acronym = former.acronym.iter().filter(move |&acronym| {
                self.acronym.as_ref() != Some(acronym) && earlier.iter().all(|it| it.acronym.as_ref() != Some(acronym))
            });
            std::iter::once(&former.name).chain(acronym)
        });
        std::iter::once(&self.name).chain(&self.acronym).chain(&self.variants).chain(former).map(String::as_str)
    }

    /// The former name that a text prints, in full or as its acronym.
    pub(crate) fn former(&self, printed: &str) -> Option<&Former> {
        if self.former.is_empty() {
            return None;
        }
        let printed = key(printed);
        let is = |name: &str| key(name) == printed;
        self.former.iter().find(|former| {
            is(&former.name) || (former.acronym != self.acronym && former.acronym.as_deref().is_some_and(is))
        })
    }

    /// When it was there, as an interval in EDTF: `1963/2002`, `2002-07-09/..`.
    pub(crate) fn valid(&self) -> Option<Edtf> {
        if self.since.is_none() && self.until.is_none() {
            return None;
        }
        let bound = |moment: &Option<Moment>| moment.as_ref().map_or("..", Moment::as_str).to_owned();
        Some(Edtf::new(bound(&self.since) + "/" + &bound(&self.until)))
    }

    /// What is wrong with its moments.
    pub(crate) fn disorder(&self) -> Option<String> {
        let after = |one: &Option<Moment>, other: &Option<Moment>| {
            one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.is_after(other))
        };
        if after(&self.since, &self.until) {
            return Some(format!("{:?} ends before it begins", self.name));
        }
        let wrong = |former: &&Former| after(&former.until, &self.until) || after(&self.since, &former.until);
        let former = self.former.iter().find(wrong)?;
        Some(format!("{:?} was a name of {:?} when that was not there", former.name, self.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(lines: &str) -> Entry {
        toml::from_str(&format!("name = \"Union du Sud\"\nkind = \"organization\"\n{lines}")).expect(lines)
    }

    #[test]
    fn former_names_are_names() {
        let entry = entry(
            "acronym = \"US\"\nvariants = [\"Union\"]\nformer = [\
             { name = \"Ligue du Sud\", acronym = \"LS\", until = \"1999\" }, { name = \"Ligue\", acronym = \"LS\" }, \
             { name = \"Unité du Sud\", acronym = \"US\" }]",
        );
        assert_eq!(
            entry.forms().collect::<Vec<_>>(),
            ["Union du Sud", "US", "Union", "Ligue du Sud", "LS", "Ligue", "Unité du Sud"]
        );
    }

    #[test]
    fn a_former_name_is_told_by_its_words() {
        let entry = entry("acronym = \"US\"\nformer = [{ name = \"Ligue de l'Est-Sud\", acronym = \"LES\" }]");
        for (printed, former) in [
            ("Ligue de l’Est Sud", true),
            ("LIGUE DE L'EST-SUD", true),
            ("LES", true),
            ("US", false),
            ("Union du Sud", false),
        ] {
            assert_eq!(entry.former(printed).is_some(), former, "{printed}");
        }
    }

    #[test]
    fn moments_are_an_interval() {
        for (lines, valid) in [
            ("", None),
            ("since = \"1963\"\nuntil = \"2002\"", Some("1963/2002")),
            ("since = \"2002-07-09\"", Some("2002-07-09/..")),
            ("until = \"2011-06\"", Some("../2011-06")),
        ] {
            assert_eq!(entry(lines).valid(), valid.map(Edtf::new), "{lines}");
        }
    }

    #[test]
    fn disorder_is_told() {
        for (lines, words) in [
            ("since = \"2002\"\nuntil = \"1963\"", "ends before it begins"),
            ("until = \"2002\"\nformer = [{ name = \"Ligue\", until = \"2003\" }]", "\"Ligue\" was a name"),
            ("since = \"2002\"\nformer = [{ name = \"Ligue\", until = \"2001-12\" }]", "\"Ligue\" was a name"),
        ] {
            let told = entry(lines).disorder().expect(lines);
            assert!(told.contains(words), "{told}");
        }
        let fine = "since = \"2002\"\nuntil = \"2012\"\nformer = [{ name = \"Ligue\", until = \"2002-03\" }]";
        assert_eq!(entry(fine).disorder(), None);
    }
}

//! The gazetteer knows the names of the world: states, cities, organisations, groups, with acronyms, variants and codes.
//!
//! The same format serves the files of the crate and those that a user brings:
//!
//! ```toml
//! [[entry]]
//! acronym = "OMC"
//! codes = { wikidata = "Q7825" }
//! kind = "organization"
//! name = "Organisation mondiale du commerce"
//! variants = ["WTO"]
//! since = "1995"
//!
//! [[entry]]
//! acronym = "GATT"
//! former = [{ name = "Accord provisoire sur le commerce", until = "1948" }]
//! kind = "organization"
//! name = "Accord général sur les tarifs douaniers et le commerce"
//! since = "1948-01"
//! successor = "Organisation mondiale du commerce"
//! until = "1995"
//! ```

use std::collections::hash_map::Entry as MapEntry;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::entry::Entry;
use super::fold::fold_into;
use super::sheet;
use super::source::{Flaw, Placed, Source};
use crate::error::Error;

/// Names to know besides those of the crate, from a TOML text.
///
/// Give it to [`ParserBuilder::gazetteer`](crate::ParserBuilder::gazetteer); its names win over the crate's own. Each
/// entry has a `name` and a `kind` (`organization`, `person`, `location`, `event`, `instrument`, `group`, `role`), and
/// may have an `acronym`, `variants` and `codes`. Case, accents, hyphens and apostrophes fold away when names are compared.
///
/// Bodies come and go: `since` and `until` are a year, month or day (`"2002"`, `"2011-06"`, `"2013-07-01"`), `successor` is the name of
/// what followed, and `former` lists the names that the same body had before, each with a `name`, its `acronym` and `until` when it
/// was used. Former names are names of the entry, too.
///
/// A name of many bodies is `generic = true`: where the text names one of them in full, that one is meant. A name that is a common
/// word, too, has `after`, as La Réunion has `after = ["à", "de"]`: it counts only as written, and only after one of these words.
///
/// ```
/// use greffier::{Gazetteer, Parser};
///
/// let mine = Gazetteer::from_toml(
///     "mine.toml",
///     r#"
///     [[entry]]
///     name = "Observatoire du fleuve Kéma"
///     kind = "organization"
///     acronym = "OFK"
///     codes = { registry = "42" }
///     "#,
/// )?;
/// let parser = Parser::builder().gazetteer(mine).build()?;
/// let document = parser.parse("Le Comité remercie l’OFK.");
/// assert_eq!(document.entities[0].name, "Observatoire du fleuve Kéma");
/// assert_eq!(document.entities[0].codes["registry"], "42");
/// # Ok::<(), greffier::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Gazetteer {
    pub(super) entries: Vec<Entry>,
}

impl Gazetteer {
    /// Reads a gazetteer in TOML; `name` is what error messages call the file.
    ///
    /// # Errors
    /// When the text is not as the schema wants it: not TOML, an unknown field or kind, an empty name, a name given twice, a moment that
    /// is none.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Error> {
        Self::first_error(Source { file: name, text }, Self::toml)
    }

    /// Reads a gazetteer in CSV, as spreadsheets write it; `name` is what error messages call the file.
    ///
    /// The first row names the columns: `name` and `kind`, as needed those of [`from_toml`](Self::from_toml), and `codes.` with a scheme
    /// for each code. Cells are parted by commas, semicolons or tabs, and quoted where need be. The parts of lists (`variants`, `after`,
    /// `former`) are parted by `|`; `former.acronym` and `former.until` are lists in the order of `former`, in which parts may be empty.
    ///
    /// ```
    /// use greffier::{Gazetteer, Parser};
    ///
    /// let sheet = "name;kind;acronym;variants;since;former;former.until;codes.wikidata\n\
    ///     Observatoire du fleuve Kéma;organization;OFK;Observatoire du Kéma;1998;Veille du Kéma|Garde du Kéma;2002|2013-07;Q42\n";
    /// let parser = Parser::builder().gazetteer(Gazetteer::from_csv("mine.csv", sheet)?).build()?;
    /// let document = parser.parse("Le Comité remercie l’Observatoire du Kéma, autrefois la Veille du Kéma.");
    /// let entity = &document.entities[0];
    /// assert_eq!((entity.acronym.as_deref(), entity.codes["wikidata"].as_str()), (Some("OFK"), "Q42"));
    /// assert_eq!(entity.mentions.len(), 2);
    /// assert_eq!(entity.valid.as_ref().expect("a year").as_str(), "1998/..");
    /// # Ok::<(), greffier::Error>(())
    /// ```
    ///
    /// # Errors
    /// When a column is unknown, or given twice, or a row is not as the columns want it; else as [`from_toml`](Self::from_toml).
    pub fn from_csv(name: &str, text: &str) -> Result<Self, Error> {
        Self::first_error(Source { file: name, text }, Self::csv)
    }

    /// Reads a gazetteer as its name says: CSV where it ends with `.csv` or `.tsv`, else TOML.
    ///
    /// ```
    /// use greffier::Gazetteer;
    ///
    /// let error = Gazetteer::from_text("mine.tsv", "name\tkind\nKémadougou\tville\n").expect_err("a town is a location");
    /// assert!(error.to_string().starts_with("mine.tsv:2: unknown variant `ville`"));
    /// ```
    ///
    /// # Errors
    /// As [`from_toml`](Self::from_toml) and [`from_csv`](Self::from_csv).
    pub fn from_text(name: &str, text: &str) -> Result<Self, Error> {
        Self::first_error(Source { file: name, text }, Self::scan)
    }

    pub(crate) fn read(source: Source<'_>) -> Result<Self, Error> {
        Self::from_toml(source.file, source.text)
    }

    fn first_error(
        source: Source<'_>,
        read: impl Fn(Source<'_>, &mut Vec<Flaw>) -> Vec<Placed<Entry>>,
    ) -> Result<Self, Error> {
        let mut flaws = Vec::new();
        let entries = read(source, &mut flaws);
        match flaws.into_iter().min_by_key(|flaw| flaw.at) {
            Some(flaw) => Err(source.error_at(flaw.at, flaw.message)),
            None => Ok(Self { entries: entries.into_iter().map(|placed| placed.value).collect() }),
        }
    }

    /// All entries that can be read, in TOML or CSV; what is wrong goes to `flaws`.
    pub(super) fn scan(source: Source<'_>, flaws: &mut Vec<Flaw>) -> Vec<Placed<Entry>> {
        let ends = |end: &str| {
            source
                .file
                .len()
                .checked_sub(end.len())
                .and_then(|at| source.file.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(end))
        };
        if ends(".csv") || ends(".tsv") { Self::csv(source, flaws) } else { Self::toml(source, flaws) }
    }

    fn toml(source: Source<'_>, flaws: &mut Vec<Flaw>) -> Vec<Placed<Entry>> {
        let entries = source.tables("entry", flaws);
        check(&entries, flaws);
        entries
    }

    fn csv(source: Source<'_>, flaws: &mut Vec<Flaw>) -> Vec<Placed<Entry>> {
        let entries = sheet::entries(source.text, flaws);
        check(&entries, flaws);
        entries
    }
}

/// Looks for what no schema tells: empty names, names given twice, moments in disorder.
fn check(entries: &[Placed<Entry>], flaws: &mut Vec<Flaw>) {
    // by the hash of its key, as most names need no key of their own to be told from all others
    let mut seen: FxHashMap<u64, &str> = FxHashMap::with_capacity_and_hasher(2 * entries.len(), FxBuildHasher);
    let mut room = String::new();
    for Placed { at, value: entry } in entries {
        let mut flaw = |message| flaws.push(Flaw { at: *at, message });
        for form in entry.forms() {
            room.clear();
            key_into(form, &mut room);
            if !room.contains(char::is_alphanumeric) {
                flaw(format!("expected a name, found {form:?}"));
                continue;
            }
            match seen.entry(FxBuildHasher.hash_one(&room)) {
                MapEntry::Vacant(free) => _ = free.insert(form),
                MapEntry::Occupied(known) if key(known.get()) == room => flaw(format!("name {form:?} is given twice")),
                MapEntry::Occupied(_) => {}
            }
        }
        entry.disorder().into_iter().for_each(flaw);
    }
}

/// What two ways to write a name have in common: letters without case and accents, spaces for hyphens.
pub(super) fn key(form: &str) -> String {
    let mut key = String::with_capacity(form.len());
    key_into(form, &mut key);
    key
}

fn key_into(form: &str, key: &mut String) {
    // most names have none of the bytes with which hyphens end
    if form.bytes().filter(|byte| matches!(byte, b'-' | 0x90 | 0x91)).count() == 0 {
        return fold_into(form, key);
    }
    let mut parts = form.split(is_hyphen);
    fold_into(parts.next().unwrap_or_default(), key);
    for part in parts {
        key.push(' ');
        fold_into(part, key);
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::*;

    #[test]
    fn bad_files_are_refused_with_their_line() {
        for (text, line, words) in [
            (
                "[[entry]]\nname = \"A\"\nkind = \"organization\"\n\n[[entry]]\nname = \"a\"\nkind = \"location\"\n",
                5,
                "twice",
            ),
            ("[[entry]]\nname = \" \"\nkind = \"location\"\n", 1, "expected a name"),
            ("[[entry]]\nname = \"A\"\nkind = \"planet\"\n", 3, "unknown variant"),
            ("[[entry]]\nkind = \"location\"\n", 1, "missing field"),
            ("[[entry]]\nname = \"A\"\nkind = \"location\"\nrole = 1\n", 4, "unknown field"),
            ("[[entry]]\nname = \"A\"\nsince = \"été\"\nkind = \"location\"\n", 3, "2011-06"),
            ("[[entry]]\nname = \"A\"\nkind = \"location\"\nuntil = 2002\n", 4, "expected a string"),
            (
                "[[entry]]\nname = \"A\"\nkind = \"location\"\n[[entry.former]]\nname = \"B\"\nuntil = \"2002-13\"\n",
                6,
                "2002-13",
            ),
            ("\n[[entry]]\nname = \"A\"\nkind = \"location\"\nsince = \"2002\"\nuntil = \"1963\"\n", 2, "ends before"),
            (
                "[[entry]]\nname = \"A\"\nkind = \"location\"\nformer = [{ name = \"B\" }]\n[[entry]]\nname = \"B\"\nkind = \"group\"\n",
                5,
                "twice",
            ),
        ] {
            let error = Gazetteer::from_toml("mine.toml", text).expect_err(text).to_string();
            assert!(error.starts_with(&format!("mine.toml:{line}: ")), "{error}");
            assert!(error.contains(words), "{error}");
        }
    }

    #[test]
    fn bad_sheets_are_refused_with_their_line() {
        for (text, line, words) in [
            ("name,kind,town\n", 1, "unknown column"),
            ("name,kind\nA,group\nB,planet\n", 3, "unknown variant `planet`"),
            ("name,kind\n\n,group\n", 3, "expected a name"),
            ("name;kind;variants\n\"A\nB\";group;\nC;group;D|c\n", 4, "\"c\" is given twice"),
            ("name\tkind\tsince\tuntil\nA\tgroup\t2002\t1963\n", 2, "ends before"),
            ("name,kind,former\nA,group,B|\n", 2, "expected a name, found \"\""),
            ("name,kind,former\nA,group,B\nb,group,\n", 3, "\"b\" is given twice"),
            ("name,kind,since,former,former.until\nA,group,2002,B,2001\n", 2, "\"B\" was a name of \"A\""),
        ] {
            let error = Gazetteer::from_csv("mine.csv", text).expect_err(text).to_string();
            assert!(error.starts_with(&format!("mine.csv:{line}: ")), "{error}");
            assert!(error.contains(words), "{error}");
        }
    }

    #[test]
    fn the_name_of_a_file_tells_its_format() {
        let (toml, csv) = ("[[entry]]\nname = \"A\"\nkind = \"group\"\n", "name,kind\nA,group\n");
        for (name, text) in [("a.toml", toml), ("a", toml), ("a.csv", csv), ("A.TSV", csv)] {
            assert_eq!(Gazetteer::from_text(name, text).expect(name).entries.len(), 1);
        }
        assert!(Gazetteer::from_text("é", csv).is_err());
    }

    #[test]
    fn the_files_of_the_crate_share_no_name() {
        let mut seen: FxHashSet<String> = FxHashSet::default();
        for source in crate::lexicon::GAZETTEERS {
            let gazetteer = Gazetteer::read(source).expect(source.file);
            assert!(!gazetteer.entries.is_empty(), "{}", source.file);
            for form in gazetteer.entries.iter().flat_map(Entry::forms) {
                assert!(seen.insert(key(form)), "{form} in {}", source.file);
            }
        }
    }

    #[test]
    fn what_followed_an_entry_of_the_crate_is_an_entry_too() {
        let all: Vec<Gazetteer> =
            crate::lexicon::GAZETTEERS.iter().map(|source| Gazetteer::read(*source).expect(source.file)).collect();
        let entries = || all.iter().flat_map(|gazetteer| &gazetteer.entries);
        let names: FxHashSet<&str> = entries().map(|entry| entry.name.as_str()).collect();
        for entry in entries() {
            let successor = entry.successor.as_deref();
            assert!(successor.is_none_or(|name| names.contains(name)), "{}: {successor:?}", entry.name);
        }
    }
}

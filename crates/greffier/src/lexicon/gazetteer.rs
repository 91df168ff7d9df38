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

use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::Spanned;

use super::entry::Entry;
use super::fold::fold;
use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of a gazetteer file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<Spanned<Entry>>,
}

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
    entries: Vec<Entry>,
}

impl Gazetteer {
    /// Reads a gazetteer; `name` is what error messages call the file.
    ///
    /// # Errors
    /// When the text is not as the schema wants it: not TOML, an unknown field or kind, an empty name, a name given twice.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Error> {
        Self::read(Source { file: name, text })
    }

    pub(crate) fn read(source: Source<'_>) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut seen = FxHashSet::default();
        let mut entries = Vec::with_capacity(file.entry.len());
        for spanned in file.entry {
            let at = spanned.span().start;
            let entry = spanned.into_inner();
            for form in entry.forms() {
                let key = fold(form).replace(['-', '‐', '‑'], " ");
                if !key.contains(char::is_alphanumeric) {
                    return Err(source.error_at(at, format!("expected a name, found {form:?}")));
                }
                if !seen.insert(key) {
                    return Err(source.error_at(at, format!("name {form:?} is given twice")));
                }
            }
            if let Some(message) = entry.disorder() {
                return Err(source.error_at(at, message));
            }
            entries.push(entry);
        }
        Ok(Self { entries })
    }
}

/// One way to name an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) entry: EntryId,
    pub(crate) form: NameForm,
}

/// How a name is written, which decides in what case it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameForm {
    /// Capitals alone: `OCI`.
    Acronym,
    /// Small letters throughout: counts in any case: `communauté internationale`.
    Plain,
    /// Has a capital: `Mali`, `lac Tchad`.
    Proper,
    /// Counts as written only, after one of the words of the entry: `La Réunion`.
    Exact,
}

/// The number of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntryId(u32);

/// All names, ready to be found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    entries: Vec<Entry>,
    names: Trie<Name>,
    after: Vec<Vec<WordId>>,
}

impl Names {
    /// Gathers gazetteers; the first one that has a name keeps it.
    pub(crate) fn new(gazetteers: impl IntoIterator<Item = Gazetteer>, vocabulary: &mut Vocabulary) -> Self {
        let mut names = Self::default();
        for gazetteer in gazetteers {
            for entry in gazetteer.entries {
                names.add(entry, vocabulary);
            }
        }
        names
    }

    fn add(&mut self, entry: Entry, vocabulary: &mut Vocabulary) {
        let id = EntryId(u32::try_from(self.entries.len()).expect("fewer than four billion entries"));
        for form in entry.forms() {
            let words = vocabulary.intern_phrase(form);
            let form = if entry.after.is_empty() || form != entry.name { form_of(form) } else { NameForm::Exact };
            self.names.insert(&words, Name { entry: id, form });
        }
        let after = entry.after.iter().filter_map(|word| vocabulary.intern_phrase(word).first().copied());
        self.after.push(after.collect());
        self.entries.push(entry);
    }

    /// The longest name that begins with the first of `words`, as far as `fits` says so: how many words it has, and which
    /// it is.
    pub(crate) fn longest(
        &self,
        words: impl IntoIterator<Item = WordId>,
        fits: impl Fn(usize, Name) -> bool,
    ) -> Option<(usize, Name)> {
        self.names.longest_where(words, |count, name| fits(count, *name)).map(|(count, name)| (count, *name))
    }

    /// Whether a name may begin with `first` before `second`; most that may not are told at once.
    pub(crate) fn may_begin(&self, first: WordId, second: Option<WordId>) -> bool {
        self.names.may_begin(first, second)
    }

    /// Whether some name begins with `word`.
    pub(crate) fn begins(&self, word: WordId) -> bool {
        self.names.begins(word)
    }

    pub(crate) fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The words one of which stands before an exact name.
    pub(crate) fn before(&self, id: EntryId) -> &[WordId] {
        &self.after[id.0 as usize]
    }
}

fn form_of(form: &str) -> NameForm {
    let upper = form.chars().filter(|c| c.is_uppercase()).count();
    let lower = form.chars().filter(|c| c.is_lowercase()).count();
    if upper == 0 {
        NameForm::Plain
    } else if upper > lower && !form.contains(' ') {
        NameForm::Acronym
    } else {
        NameForm::Proper
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EntityKind;

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
    fn the_files_of_the_crate_share_no_name() {
        let mut seen: FxHashSet<String> = FxHashSet::default();
        for source in crate::lexicon::GAZETTEERS {
            let gazetteer = Gazetteer::read(source).expect(source.file);
            assert!(!gazetteer.entries.is_empty(), "{}", source.file);
            for form in gazetteer.entries.iter().flat_map(Entry::forms) {
                assert!(seen.insert(fold(form).replace('-', " ")), "{form} in {}", source.file);
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

    #[test]
    fn the_first_gazetteer_wins() {
        let read = |text: &str| Gazetteer::from_toml("t", text).expect(text);
        let mut vocabulary = Vocabulary::default();
        let names = Names::new(
            [
                read("[[entry]]\nname = \"Banque du Sud\"\nkind = \"organization\"\nacronym = \"BDS\"\n"),
                read(
                    "[[entry]]\nname = \"Banque du Sud\"\nkind = \"location\"\n[[entry]]\nname = \"Banque\"\nkind = \"location\"\n",
                ),
            ],
            &mut vocabulary,
        );
        let words = vocabulary.intern_phrase("BANQUE DU SUD");
        let (count, name) = names.longest(words.iter().copied(), |_, _| true).expect("a name");
        assert_eq!((count, names.entry(name.entry).kind), (3, EntityKind::Organization));
        let (count, name) = names.longest(words, |count, _| count < 3).expect("a name");
        assert_eq!((count, names.entry(name.entry).kind), (1, EntityKind::Location));
    }

    #[test]
    fn forms() {
        for (name, form) in [
            ("OCI", NameForm::Acronym),
            ("CEN-SAD", NameForm::Acronym),
            ("G5 Sahel", NameForm::Proper),
            ("CAfDHP", NameForm::Acronym),
            ("Mali", NameForm::Proper),
            ("lac Tchad", NameForm::Proper),
            ("communauté internationale", NameForm::Plain),
        ] {
            assert_eq!(form_of(name), form, "{name}");
        }
    }
}

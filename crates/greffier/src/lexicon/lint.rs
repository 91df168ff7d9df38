//! Linting finds all that is wrong with gazetteers, or looks wrong, beyond the first error at which reading stops.

use std::fmt;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Lexicon;
use super::entry::Entry;
use super::gazetteer::{Gazetteer, key};
use super::names::{NameForm, form_of};
use super::source::{Flaw, Placed, Source};
use crate::diagnostic::Severity;

/// Something that is wrong with a gazetteer, or looks wrong: what [`Gazetteer::lint`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The file's name as given: `mine.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// An error keeps the gazetteer from being used, or its entries from being found; a warning is probably not meant.
    pub severity: Severity,
    /// What was expected and what was found.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(out, "{}:{}: {severity}: {}", self.file, self.line, self.message)
    }
}

impl Gazetteer {
    /// Checks gazetteers that are to be used together, each a name and a text as [`Gazetteer::from_text`] takes them: every problem, by
    /// file and line.
    ///
    /// Errors are what reading refuses (names given twice in a file, unknown fields, moments in disorder …) and a `successor` that no
    /// entry is called. Warnings are names that an earlier file has too, names that the crate has for another thing, and acronyms that are
    /// words of French: in a title in capitals, these would be read as the acronym.
    ///
    /// ```
    /// use greffier::Gazetteer;
    ///
    /// let mine = "name;kind;acronym;until;successor\n\
    ///     Observatoire du fleuve Kéma;organization;PAR;2013;Autorité du Kéma\n\
    ///     Kémadougou;ville;;;\n";
    /// let problems: Vec<String> = Gazetteer::lint([("mine.csv", mine)]).iter().map(ToString::to_string).collect();
    /// assert_eq!(problems.len(), 3);
    /// assert_eq!(problems[0], "mine.csv:2: error: no entry is called \"Autorité du Kéma\"");
    /// assert!(problems[1].starts_with("mine.csv:2: warning: acronym \"PAR\""));
    /// assert!(problems[2].starts_with("mine.csv:3: error: unknown variant `ville`"));
    /// ```
    #[must_use]
    pub fn lint<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Vec<Problem> {
        let scanned: Vec<Scanned<'_>> = files.into_iter().map(Scanned::new).collect();
        let lexicon = Lexicon::french();
        let entries = || scanned.iter().flat_map(|file| &file.entries).map(|placed| &placed.value);
        let names: FxHashSet<&str> =
            entries().chain(lexicon.names.entries()).map(|entry| entry.name.as_str()).collect();
        let mut linter = Linter { lexicon, names, files: FxHashMap::default() };
        scanned.iter().flat_map(|file| linter.problems(file)).collect()
    }
}

/// A file with all that can be read of it.
struct Scanned<'f> {
    source: Source<'f>,
    entries: Vec<Placed<Entry>>,
    flaws: Vec<Flaw>,
}

impl<'f> Scanned<'f> {
    fn new((file, text): (&'f str, &'f str)) -> Self {
        let source = Source { file, text };
        let mut flaws = Vec::new();
        let entries = Gazetteer::scan(source, &mut flaws);
        Self { source, entries, flaws }
    }
}

struct Linter<'f> {
    lexicon: &'static Lexicon,
    /// What entries are called, those of the crate included.
    names: FxHashSet<&'f str>,
    /// By name, folded: the first file that has it.
    files: FxHashMap<String, &'f str>,
}

impl<'f> Linter<'f> {
    /// The problems of a file, by line.
    fn problems(&mut self, file: &Scanned<'f>) -> Vec<Problem> {
        let error = |flaw: &Flaw| (flaw.at, Severity::Error, flaw.message.clone());
        let mut found: Vec<(usize, Severity, String)> = file.flaws.iter().map(error).collect();
        if found.is_empty() && file.entries.is_empty() {
            found.push((0, Severity::Warning, "there are no entries".to_owned()));
        }
        for Placed { at, value: entry } in &file.entries {
            if let Some(successor) = entry.successor.as_ref().filter(|name| !self.names.contains(name.as_str())) {
                found.push((*at, Severity::Error, format!("no entry is called {successor:?}")));
            }
            for form in entry.forms() {
                let warning = self.doubt(file.source.file, entry, form);
                found.extend(warning.map(|message| (*at, Severity::Warning, message)));
            }
        }
        found.sort_by_key(|(at, ..)| *at);
        let (mut line, mut seen) = (1, 0);
        let text = file.source.text.as_bytes();
        let mut problems = Vec::with_capacity(found.len());
        for (at, severity, message) in found {
            line += text[seen..at].iter().filter(|&&byte| byte == b'\n').count();
            seen = at;
            problems.push(Problem { file: file.source.file.to_owned(), line, severity, message });
        }
        problems
    }

    /// Why a name is probably not meant so.
    fn doubt(&mut self, file: &'f str, entry: &Entry, form: &str) -> Option<String> {
        let earlier = *self.files.entry(key(form)).or_insert(file);
        if earlier != file {
            return Some(format!("name {form:?} is in {earlier} too, which comes first"));
        }
        let vocabulary = &self.lexicon.vocabulary;
        let words = vocabulary.phrase(form);
        if form_of(form) == NameForm::Acronym && self.lexicon.is_french(&words) {
            return Some(format!("acronym {form:?} is a word too, and titles in capitals have it"));
        }
        let known = self.lexicon.names.entry(self.lexicon.names.whole(&words)?.entry);
        (key(&known.name) != key(&entry.name) && !entry.forms().any(|form| key(form) == key(&known.name)))
            .then(|| format!("name {form:?} is that of {:?}, which it will be found for no longer", known.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        Gazetteer::lint(files.iter().copied()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_that_is_wrong_is_told_by_file_and_line() {
        let toml = "[[entry]]\nname = \"Kéma\"\nkind = \"location\"\nsuccessor = \"Kema\"\n\n\
            [[entry]]\nname = \"KEMA\"\nkind = \"location\"\nsince = \"2003\"\nuntil = \"2002\"\n\n\
            [[entry]]\nname = \"Kémadougou\"\nkind = \"town\"\n\n\
            [[entry]]\nname = \"Kémazou\"\nkind = \"location\"\ntown = true\n";
        let csv = "name,kind,acronym\nKéma,location,\n\"\",group,\nLigue du Kéma,organization,LES\n";
        let found = told(&[("a.toml", toml), ("b.csv", csv)]);
        let expected = [
            "a.toml:1: error: no entry is called \"Kema\"",
            "a.toml:6: error: name \"KEMA\" is given twice",
            "a.toml:6: error: \"KEMA\" ends before it begins",
            "a.toml:14: error: unknown variant `town`",
            "a.toml:19: error: unknown field `town`",
            "b.csv:2: warning: name \"Kéma\" is in a.toml too",
            "b.csv:3: error: expected a name",
            "b.csv:4: warning: acronym \"LES\" is a word too",
        ];
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{found} is not {expected}");
        }
    }

    #[test]
    fn names_of_the_crate_may_be_taken_for_the_same_thing_alone() {
        let same = "name,kind,acronym\nUnion africaine,organization,UA\n";
        assert_eq!(told(&[("a.csv", same)]), Vec::<String>::new());
        let other = "name,kind,acronym,successor\nUniversité d’Agadez,organization,UA,Union africaine\n";
        let found = told(&[("a.csv", other)]);
        assert!(found.len() == 1 && found[0].contains("\"UA\" is that of \"Union africaine\""), "{found:?}");
    }

    #[test]
    fn what_has_no_entries_is_told() {
        assert_eq!(told(&[("a.csv", "name,kind\n")]), ["a.csv:1: warning: there are no entries"]);
        assert_eq!(told(&[("a.toml", "")]), ["a.toml:1: error: missing field `entry`"]);
        assert_eq!(told(&[]), Vec::<String>::new());
    }

    #[test]
    fn the_files_of_the_crate_have_no_errors() {
        let files = crate::lexicon::GAZETTEERS.map(|source| (source.file, source.text));
        let errors: Vec<Problem> =
            Gazetteer::lint(files).into_iter().filter(|problem| problem.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

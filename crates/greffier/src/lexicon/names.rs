//! Names are all ways to name the entries of the gazetteers, ready to be found.

use super::entry::Entry;
use super::gazetteer::Gazetteer;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};

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
    /// Adds gazetteers: their names win over those that are there already, and of theirs the first.
    pub(crate) fn add(&mut self, gazetteers: impl IntoIterator<Item = Gazetteer>, vocabulary: &mut Vocabulary) {
        let first = self.next_id();
        let mut words = Vec::new();
        for gazetteer in gazetteers {
            self.entries.reserve(gazetteer.entries.len());
            self.after.reserve(gazetteer.entries.len());
            // most names have a word of their own at least
            self.names.reserve(3 * gazetteer.entries.len());
            for entry in gazetteer.entries {
                self.add_entry(entry, first, vocabulary, &mut words);
            }
        }
    }

    /// Adds an entry, whose names win over those of entries before `first`; `words` has room for those of a name.
    fn add_entry(&mut self, entry: Entry, first: EntryId, vocabulary: &mut Vocabulary, words: &mut Vec<WordId>) {
        let id = self.next_id();
        for form in entry.forms() {
            words.clear();
            vocabulary.intern_words(form, words);
            let form = if entry.after.is_empty() || form != entry.name { form_of(form) } else { NameForm::Exact };
            self.names.put(words, Name { entry: id, form }, |known| known.entry < first);
        }
        let after = entry.after.iter().filter_map(|word| vocabulary.intern_phrase(word).first().copied());
        self.after.push(after.collect());
        self.entries.push(entry);
    }

    fn next_id(&self) -> EntryId {
        EntryId(u32::try_from(self.entries.len()).expect("fewer than four billion entries"))
    }

    /// The entries, in the order in which they were added.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries with their numbers.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        let id = |at: usize| EntryId(u32::try_from(at).expect("fewer than four billion entries"));
        self.entries.iter().enumerate().map(move |(at, entry)| (id(at), entry))
    }

    /// How many of `words` some name begins with.
    pub(crate) fn shared(&self, words: impl IntoIterator<Item = WordId>) -> usize {
        self.names.shared(words)
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

    /// The name that the words are, all of them.
    pub(crate) fn whole(&self, words: &[WordId]) -> Option<Name> {
        let found = self.longest(words.iter().copied(), |count, _| count == words.len());
        found.map(|(_, name)| name)
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

pub(super) fn form_of(form: &str) -> NameForm {
    if !form.contains(char::is_uppercase) {
        return NameForm::Plain;
    }
    let count = |is: fn(char) -> bool| form.chars().filter(|&c| is(c)).count();
    if !form.contains(' ') && count(char::is_uppercase) > count(char::is_lowercase) {
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
    fn the_first_gazetteer_wins() {
        let read = |text: &str| Gazetteer::from_toml("t", text).expect(text);
        let mut vocabulary = Vocabulary::default();
        let mut names = Names::default();
        names.add([
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
    fn gazetteers_added_later_win_over_those_before() {
        let read = |text: &str| Gazetteer::from_toml("t", text).expect(text);
        let (mut vocabulary, mut names) = (Vocabulary::default(), Names::default());
        names.add([read("[[entry]]\nname = \"Banque du Sud\"\nkind = \"location\"\n")], &mut vocabulary);
        let own = ["organization", "group"]
            .map(|kind| read(&format!("[[entry]]\nname = \"Banque du Sud\"\nkind = \"{kind}\"\n")));
        names.add(own, &mut vocabulary);
        let words = vocabulary.intern_phrase("Banque du Sud");
        let (_, name) = names.longest(words, |_, _| true).expect("a name");
        assert_eq!(names.entry(name.entry).kind, EntityKind::Organization);
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

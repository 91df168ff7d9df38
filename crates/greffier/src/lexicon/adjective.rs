//! Adjectives of states: `malien`, `bissau-guinéennes`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `adjectives.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    state: BTreeMap<String, Vec<String>>,
    shared: BTreeMap<String, Vec<String>>,
}

/// Adjectives of states and regions, in all forms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Adjectives {
    /// The code of the state, where the adjective tells one.
    forms: Trie<Option<String>>,
    words: Vec<WordId>,
}

impl Adjectives {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let states = file.state.iter().flat_map(|(code, words)| words.iter().map(move |word| (word, Some(code))));
        let shared = file.shared.keys().map(|word| (word, None));
        let mut adjectives = Self::default();
        for (word, code) in states.chain(shared) {
            for form in [word.clone(), plural(word)] {
                let words = vocabulary.intern_phrase(&form);
                adjectives.words.extend(words.last());
                let fresh = adjectives.forms.insert(&words, code.cloned());
                let told = (words.len(), code.map(String::as_str));
                if !fresh && adjectives.longest(words) != Some(told) {
                    return Err(
                        source.error_at(0, format!("expected one place for each adjective, found {word:?} again"))
                    );
                }
            }
        }
        Ok(adjectives)
    }

    /// The last word of each form.
    pub(crate) fn words(&self) -> &[WordId] {
        &self.words
    }

    /// The adjective that begins with the first of `words`: how many words it has, and its state's ISO 3166-1 code, where it tells one.
    pub(crate) fn longest(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, Option<&str>)> {
        self.forms.longest(words).map(|(count, code)| (count, code.as_deref()))
    }
}

/// The plural of an adjective.
fn plural(word: &str) -> String {
    if word.ends_with(['s', 'x']) { word.to_owned() } else { format!("{word}s") }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn adjectives_tell_their_state() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (words, told) in [
            ("malien", Some((1, Some("ML")))),
            ("maliennes", Some((1, Some("ML")))),
            ("burkinabè", Some((1, Some("BF")))),
            ("ivoiriennes", Some((1, Some("CI")))),
            ("bissau-guinéens", Some((2, Some("GW")))),
            ("guinéen", Some((1, Some("GN")))),
            ("congolaise", Some((1, None))),
            ("américains", Some((1, None))),
            ("mali", None),
            ("militaires", None),
        ] {
            let ids = lexicon.vocabulary.phrase(words);
            assert_eq!(lexicon.adjectives.longest(ids), told, "{words}");
        }
    }
}

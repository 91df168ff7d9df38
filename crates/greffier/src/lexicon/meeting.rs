//! Words that tell of a meeting.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;
use crate::model::{Form, Level};

/// The schema of `meeting.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    adopted: Vec<String>,
    by: Vec<String>,
    chair: Vec<String>,
    congress: Vec<String>,
    form: BTreeMap<Form, Vec<String>>,
    generic: Vec<String>,
    held: Vec<String>,
    level: BTreeMap<Level, Vec<String>>,
    margins: Vec<String>,
    month: Vec<String>,
    of: Vec<String>,
    parents: BTreeMap<String, Vec<String>>,
    represents: Vec<String>,
    seance: Vec<String>,
    sitting: Vec<String>,
    topic: Vec<String>,
    within: Vec<String>,
}

/// What a phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MeetingCue {
    Adopted,
    By,
    Chair,
    Congress,
    Generic,
    Held,
    Margins,
    Month,
    Of,
    Represents,
    Seance,
    Sitting,
    Topic,
    Within,
}

/// Phrases about meetings.
#[derive(Debug, Clone)]
pub(crate) struct MeetingWords {
    cues: Trie<MeetingCue>,
    forms: Trie<Form>,
    levels: Trie<Level>,
    parents: Trie<String>,
}

impl MeetingWords {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut cues = Trie::default();
        let lists = [
            (MeetingCue::Adopted, file.adopted),
            (MeetingCue::By, file.by),
            (MeetingCue::Chair, file.chair),
            (MeetingCue::Congress, file.congress),
            (MeetingCue::Generic, file.generic),
            (MeetingCue::Held, file.held),
            (MeetingCue::Margins, file.margins),
            (MeetingCue::Month, file.month),
            (MeetingCue::Of, file.of),
            (MeetingCue::Represents, file.represents),
            (MeetingCue::Seance, file.seance),
            (MeetingCue::Sitting, file.sitting),
            (MeetingCue::Topic, file.topic),
            (MeetingCue::Within, file.within),
        ];
        for (cue, phrases) in lists {
            for phrase in phrases {
                cues.insert(&vocabulary.intern_phrase(&phrase), cue);
            }
        }
        Ok(Self {
            cues,
            forms: valued(file.form, vocabulary),
            levels: valued(file.level, vocabulary),
            parents: valued(file.parents, vocabulary),
        })
    }

    /// The longest phrase at the start of `words`: how many words, and what it tells.
    pub(crate) fn cue(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, MeetingCue)> {
        self.cues.longest(words).map(|(count, &cue)| (count, cue))
    }

    pub(crate) fn form(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, Form)> {
        self.forms.longest(words).map(|(count, &form)| (count, form))
    }

    /// The organisation to which the body named at the start of `words` belongs.
    pub(crate) fn parent(&self, words: impl IntoIterator<Item = WordId>) -> Option<&str> {
        self.parents.longest(words).map(|(_, name)| name.as_str())
    }

    pub(crate) fn level(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, Level)> {
        self.levels.longest(words).map(|(count, &level)| (count, level))
    }
}

fn valued<T: Clone>(lists: BTreeMap<T, Vec<String>>, vocabulary: &mut Vocabulary) -> Trie<T> {
    let mut trie = Trie::default();
    for (value, phrases) in lists {
        for phrase in phrases {
            trie.insert(&vocabulary.intern_phrase(&phrase), value.clone());
        }
    }
    trie
}

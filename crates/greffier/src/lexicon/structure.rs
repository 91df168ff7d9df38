//! Words that tell the parts of a text apart: titles, formulas, headings, votes, closings, notes.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;
use crate::model::Kind;

/// The schema of `structure.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    agenda_item: Vec<String>,
    annex: Vec<String>,
    ballot: Vec<String>,
    closing: Vec<String>,
    contents: Vec<String>,
    cues: Vec<String>,
    divisions: Vec<String>,
    drafts: Vec<String>,
    first_person: Vec<String>,
    headings: Vec<String>,
    kinds: BTreeMap<Kind, Vec<String>>,
    meetings: Vec<String>,
    notes: Vec<String>,
    of_agenda: Vec<String>,
    openers: Vec<String>,
    organs: Vec<String>,
    participants: Vec<String>,
    press: Vec<String>,
    preambular: Vec<String>,
    salutations: Vec<String>,
    votes: Vec<String>,
    we: Vec<String>,
}

/// What a cue phrase tells of the paragraph it opens (or, for a formula's cue, stands in).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    AgendaItem,
    Annex,
    Ballot,
    Closing,
    Contents,
    Division,
    Draft,
    FirstPerson,
    Formula,
    Heading,
    Meeting,
    Note,
    OfAgenda,
    Opener,
    Organ,
    Participants,
    Preambular,
    Press,
    Salutation,
    Vote,
    We,
}

/// Cue phrases, each kind in a trie of its own, for a phrase may be of two.
#[derive(Debug, Clone)]
pub(crate) struct Structure {
    /// By cue.
    tries: Vec<Trie<()>>,
    /// By word: a bit for each cue of which a phrase begins with it.
    begins: Vec<u32>,
    kinds: Trie<Kind>,
}

impl Structure {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let lists = [
            (Cue::AgendaItem, file.agenda_item),
            (Cue::Annex, file.annex),
            (Cue::Ballot, file.ballot),
            (Cue::Closing, file.closing),
            (Cue::Contents, file.contents),
            (Cue::Division, file.divisions),
            (Cue::Draft, file.drafts),
            (Cue::FirstPerson, file.first_person),
            (Cue::Formula, file.cues),
            (Cue::Heading, file.headings),
            (Cue::Meeting, file.meetings),
            (Cue::Note, file.notes),
            (Cue::OfAgenda, file.of_agenda),
            (Cue::Opener, file.openers),
            (Cue::Organ, file.organs),
            (Cue::Participants, file.participants),
            (Cue::Preambular, file.preambular),
            (Cue::Press, file.press),
            (Cue::Salutation, file.salutations),
            (Cue::Vote, file.votes),
            (Cue::We, file.we),
        ];
        let mut tries = vec![Trie::default(); lists.len()];
        let mut begins = Vec::new();
        for (cue, phrases) in lists {
            for phrase in phrases {
                let words = vocabulary.intern_phrase(&phrase);
                let first = words.first().map_or(0, |word| word.index());
                begins.resize(begins.len().max(first + 1), 0);
                begins[first] |= 1 << cue as u32;
                tries[cue as usize].insert(&words, ());
            }
        }
        let mut kinds = Trie::default();
        for (kind, phrases) in file.kinds {
            for phrase in phrases {
                kinds.insert(&vocabulary.intern_phrase(&phrase), kind);
            }
        }
        Ok(Self { tries, begins, kinds })
    }

    /// Whether the words end with a phrase of `cue`.
    pub(crate) fn ends(&self, cue: Cue, words: &[WordId]) -> bool {
        (0..words.len()).any(|at| self.opens(cue, words[at..].iter().copied()) == words.len() - at)
    }

    /// How many words of a phrase of `cue` stand at the start of `words`; 0 where none does.
    #[inline]
    pub(crate) fn opens(&self, cue: Cue, words: impl IntoIterator<Item = WordId>) -> usize {
        let mut words = words.into_iter().peekable();
        let begins = words
            .peek()
            .and_then(|first| self.begins.get(first.index()))
            .is_some_and(|cues| cues >> cue as u32 & 1 != 0);
        if !begins {
            return 0;
        }
        self.tries[cue as usize].longest(words).map_or(0, |(count, ())| count)
    }

    /// The kind of text that the words at the start of `words` name, and how many words name it.
    pub(crate) fn kind(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, Kind)> {
        self.kinds.longest(words).map(|(count, &kind)| (count, kind))
    }
}

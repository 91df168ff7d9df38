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
    tries: Vec<(Cue, Trie<()>)>,
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
        let tries = lists.map(|(cue, phrases)| {
            let mut trie = Trie::default();
            for phrase in phrases {
                trie.insert(&vocabulary.intern_phrase(&phrase), ());
            }
            (cue, trie)
        });
        let mut kinds = Trie::default();
        for (kind, phrases) in file.kinds {
            for phrase in phrases {
                kinds.insert(&vocabulary.intern_phrase(&phrase), kind);
            }
        }
        Ok(Self { tries: tries.into(), kinds })
    }

    /// How many words of a phrase of `cue` stand at the start of `words`; 0 where none does.
    pub(crate) fn opens(&self, cue: Cue, words: impl IntoIterator<Item = WordId>) -> usize {
        let trie = self.tries.iter().find(|(other, _)| *other == cue).map(|(_, trie)| trie);
        trie.and_then(|trie| trie.longest(words)).map_or(0, |(count, ())| count)
    }

    /// The kind of text that the words at the start of `words` name.
    pub(crate) fn kind(&self, words: impl IntoIterator<Item = WordId>) -> Option<Kind> {
        self.kinds.longest(words).map(|(_, &kind)| kind)
    }
}

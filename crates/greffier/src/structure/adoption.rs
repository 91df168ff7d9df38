//! How a resolution was adopted: the vote, the number of the sitting, the agenda item.

use super::ResolutionNode;
use super::meeting::numbered;
use crate::lexicon::{Cue, MeetingCue};
use crate::mention::Reading;
use crate::text::{CleanSpan, words_in};

/// What the lines of adoption and the header tell, in places of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FoundAdoption {
    pub(crate) vote: Option<CleanSpan>,
    pub(crate) sitting: Option<(u32, CleanSpan)>,
    pub(crate) agenda_item: Option<CleanSpan>,
}

/// How the resolution was adopted, as its lines say.
pub(crate) fn adoption(node: &ResolutionNode, reading: Reading<'_>) -> FoundAdoption {
    let lines = || node.adoption.iter().chain(&node.header).copied();
    FoundAdoption {
        vote: lines().find(|&line| place(line, Cue::Ballot, reading).is_some()),
        sitting: lines().find_map(|line| numbered(words_in(reading.words, line), MeetingCue::Seance, reading)),
        agenda_item: node.header.iter().find_map(|&line| agenda_item(line, reading)),
    }
}

/// `71 b)` of `Point 71 b) de l'ordre du jour`.
fn agenda_item(line: CleanSpan, reading: Reading<'_>) -> Option<CleanSpan> {
    let (at, count) = place(line, Cue::AgendaItem, reading)?;
    let (end, _) = place(line, Cue::OfAgenda, reading)?;
    let first = reading.words.get(at + count).filter(|_| at + count < end)?;
    Some(first.span.cover(reading.words[end - 1].span))
}

/// Where a phrase of `cue` stands in a line: its first word, and how many it has.
pub(super) fn place(line: CleanSpan, cue: Cue, reading: Reading<'_>) -> Option<(usize, usize)> {
    let words = words_in(reading.words, line);
    words.clone().find_map(|at| {
        let count = reading.lexicon.structure.opens(cue, reading.words[at..words.end].iter().map(|word| word.id));
        (count > 0).then_some((at, count))
    })
}

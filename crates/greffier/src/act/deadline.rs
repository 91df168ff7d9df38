//! By when an act is to be done.

use crate::language::fr::Phrase;
use crate::mention::DateMention;
use crate::model::DateRole;
use crate::text::CleanSpan;

/// Words of a deadline phrase, at most.
const WORDS: usize = 9;

/// The first date inside `act` by which it is to be done, by its place in `dates`, which are in order.
pub(super) fn deadline(phrase: &Phrase<'_>, act: CleanSpan, dates: &[DateMention]) -> Option<usize> {
    let first = dates.partition_point(|date| date.span.start < act.start);
    let inside = dates[first..].iter().take_while(|date| date.span.end <= act.end);
    inside
        .enumerate()
        .find(|(_, date)| match date.role {
            Some(DateRole::Deadline) => true,
            Some(_) => false,
            None => is_bounded(phrase, date.span),
        })
        .map(|(index, _)| first + index)
}

/// Whether words such as `d'ici à` stand before the date.
fn is_bounded(phrase: &Phrase<'_>, date: CleanSpan) -> bool {
    let at = phrase.words.partition_point(|word| word.span.start < date.start);
    (1..=WORDS.min(at)).any(|back| {
        let ids = phrase.words[at - back..at].iter().map(|word| word.id);
        phrase.lexicon.particles.deadline.longest(ids).is_some_and(|(count, ())| count == back)
    })
}

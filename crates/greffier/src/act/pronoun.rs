//! Subjects of acts that are pronouns: `La Conférence a adopté … Elle a demandé …`.

use super::FoundAct;
use crate::lexicon::WordId;
use crate::mention::{Mentions, Reading};
use crate::text::{CleanSpan, words_in};

/// Gives each entity the pronouns that act for it: a pronoun means the last subject before it that was named, if it agrees with it.
pub(crate) fn subjects(mentions: &mut Mentions, reading: Reading<'_>, acts: &[Vec<FoundAct<'_>>]) {
    let mut named: Vec<(CleanSpan, usize)> = Vec::new();
    for (index, entity) in mentions.entities.iter().enumerate() {
        named.extend(entity.mentions.iter().chain(&entity.coreferences).map(|&span| (span, index)));
    }
    named.sort_unstable();
    let mut last: Option<(WordId, usize)> = None;
    let mut seen = None;
    for actor in acts.iter().flatten().filter_map(|act| act.actor) {
        if seen.replace(actor) == Some(actor) {
            continue;
        }
        let words = &reading.words[words_in(reading.words, actor)];
        let Some(first) = words.first() else { continue };
        let particles = &reading.lexicon.particles;
        if words.len() > 1 || !particles.is_pronoun(first.id) {
            let starts = words.iter().take(2).map(|word| word.span.start);
            last = subject(&named, actor, starts).map(|index| (first.id, index));
        } else if let Some((article, index)) = last.filter(|&(article, _)| particles.agree(first.id, article)) {
            mentions.entities[index].coreferences.push(actor);
            last = Some((article, index));
        }
    }
}

/// The entity that a subject names, whose name begins at one of `starts`: behind an article at most.
fn subject(named: &[(CleanSpan, usize)], actor: CleanSpan, mut starts: impl Iterator<Item = u32>) -> Option<usize> {
    let first = named.partition_point(|(span, _)| span.start < actor.start);
    let &(span, index) = named.get(first).filter(|(span, _)| span.end <= actor.end)?;
    starts.any(|start| start == span.start).then_some(index)
}

//! Who is addressed: the noun groups after the verb, or those that its pronoun stands for.

use super::verb::Head;
use super::{FoundAct, FoundActor};
use crate::language::fr::{Clitic, Phrase};
use crate::lexicon::verb::Frame;
use crate::text::CleanSpan;

/// The acts of the clause up to a verb: where pronouns find those they stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before<'f, 't> {
    /// All acts of the clause so far.
    pub(super) acts: &'f [FoundAct<'t>],
    /// The verbs of this paragraph so far: those of the last acts.
    pub(super) heads: &'f [Head<'t>],
}

/// Those whom a verb addresses, and the word where what is asked begins.
pub(super) fn addressees(phrase: &Phrase<'_>, head: &Head<'_>, before: Before<'_, '_>) -> (Vec<FoundActor>, usize) {
    let group = &head.group;
    if let Some((at, clitic)) = group.clitic
        && takes(group.frame, clitic)
    {
        let pronoun = phrase.words[at].span;
        let mut groups = before.antecedents(phrase, phrase.is_plural_pronoun(at));
        if groups.is_empty() {
            groups.extend(phrase.antecedent(at, group.from).map(|(start, end)| span_of(phrase, start, end)));
        }
        return (groups.into_iter().map(|group| FoundActor { span: pronoun, group }).collect(), group.after);
    }
    let Some(list) = phrase.addressees(group, head.until) else { return (Vec::new(), group.after) };
    let found = list.groups.iter().map(|&(start, end)| {
        let span = span_of(phrase, start, end);
        // "prie celui-ci"
        let meant = phrase.antecedent(start, group.from).filter(|_| phrase.is_demonstrative(start));
        FoundActor { span, group: meant.map_or(span, |(start, end)| span_of(phrase, start, end)) }
    });
    (found.collect(), list.end)
}

/// Whether the frame has a place for the pronoun.
fn takes(frame: Frame, clitic: Clitic) -> bool {
    match clitic {
        Clitic::Direct => matches!(frame, Frame::Accusative | Frame::Object),
        Clitic::Indirect => frame == Frame::Dative,
    }
}

/// How many acts back a pronoun finds those it means.
const REACH: usize = 16;

impl Before<'_, '_> {
    /// The groups that a pronoun means: those addressed by the last act that addresses as many, or the object of its verb.
    fn antecedents(&self, phrase: &Phrase<'_>, plural: bool) -> Vec<CleanSpan> {
        let heads = self.heads.iter().rev().map(Some).chain(std::iter::repeat(None));
        for (act, head) in self.acts.iter().rev().zip(heads).take(REACH) {
            let mut groups: Vec<CleanSpan> = act.addressees.iter().map(|one| one.group).collect();
            if groups.is_empty()
                && let Some(head) = head
                && let Some((start, end)) = phrase.object(head.group.after, head.until)
            {
                groups.push(span_of(phrase, start, end));
            }
            let several = groups.len() > 1 || groups.iter().any(|&group| phrase.is_plural(group));
            if !groups.is_empty() && several == plural {
                return groups;
            }
        }
        Vec::new()
    }
}

/// The span from word `start` to before word `end`.
pub(super) fn span_of(phrase: &Phrase<'_>, start: usize, end: usize) -> CleanSpan {
    CleanSpan { start: phrase.words[start].span.start, end: phrase.words[end.max(start + 1) - 1].span.end }
}

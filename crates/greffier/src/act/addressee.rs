//! Who is addressed: the noun groups after the verb, or those that its pronoun stands for.

use super::{FoundAct, FoundAddressee};
use crate::language::fr::{Clitic, Group, Phrase};
use crate::lexicon::verb::Frame;
use crate::text::CleanSpan;

/// What the verb of a head says of those addressed: who, and the word where what is asked begins.
pub(super) fn addressees(
    phrase: &Phrase<'_>,
    group: &Group<'_>,
    until: usize,
    before: &[Before],
) -> (Vec<FoundAddressee>, usize) {
    if let Some((at, clitic)) = group.clitic
        && takes(group.frame, clitic)
    {
        let pronoun = phrase.words[at].span;
        let plural = phrase.is_plural_pronoun(at);
        let groups = before.iter().rev().find(|one| !one.groups.is_empty() && one.is_plural() == plural);
        let groups = groups.map(|one| one.groups.as_slice()).unwrap_or_default();
        let found = groups.iter().map(|&(group, _)| FoundAddressee { span: pronoun, group }).collect();
        return (found, group.after);
    }
    match phrase.addressees(group, until) {
        Some(list) => {
            let found = list.groups.iter().map(|&(start, end)| {
                let span = span_of(phrase, start, end);
                FoundAddressee { span, group: span }
            });
            (found.collect(), list.end)
        }
        None => (Vec::new(), group.after),
    }
}

/// Whether the frame has a place for the pronoun.
fn takes(frame: Frame, clitic: Clitic) -> bool {
    match clitic {
        Clitic::Direct => matches!(frame, Frame::Accusative | Frame::Object),
        Clitic::Indirect => frame == Frame::Dative,
    }
}

/// Groups that a later pronoun can stand for, with whether each is plural.
#[derive(Debug, Clone, Default)]
pub(super) struct Before {
    pub(super) groups: Vec<(CleanSpan, bool)>,
}

impl Before {
    /// What the act leaves for later pronouns: those it addresses, else its object.
    pub(super) fn of(phrase: &Phrase<'_>, group: &Group<'_>, until: usize, act: &FoundAct) -> Self {
        if !act.addressees.is_empty() {
            let groups = act.addressees.iter().map(|one| {
                let at = phrase.words.partition_point(|word| word.span.start < one.group.start);
                (one.group, phrase.is_plural_group(at))
            });
            return Self { groups: groups.collect() };
        }
        let object = phrase.object(group.after, until);
        Self {
            groups: object
                .map(|(start, end)| (span_of(phrase, start, end), phrase.is_plural_group(start)))
                .into_iter()
                .collect(),
        }
    }

    fn is_plural(&self) -> bool {
        self.groups.len() > 1 || self.groups.iter().any(|&(_, plural)| plural)
    }
}

/// The span from word `start` to before word `end`.
pub(super) fn span_of(phrase: &Phrase<'_>, start: usize, end: usize) -> CleanSpan {
    CleanSpan { start: phrase.words[start].span.start, end: phrase.words[end.max(start + 1) - 1].span.end }
}

//! Acts: who asks whom to do what, in the words of one clause.

mod addressee;
mod deadline;
mod verb;

use crate::language::fr::Phrase;
use crate::lexicon::particle::Part;
use crate::lexicon::verb::Frame;
use crate::mention::{Mentions, Reading};
use crate::model::{Class, Force, Role, Tense};
use crate::text::{CleanSpan, words_in};

use addressee::{Before, addressees, span_of};
use deadline::deadline;
use verb::{Head, heads};

/// An act found in a clause, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundAct {
    pub(crate) span: CleanSpan,
    pub(crate) verb: CleanSpan,
    pub(crate) lemma: String,
    pub(crate) class: Class,
    pub(crate) force: Force,
    pub(crate) intensity: i8,
    pub(crate) actor: Option<CleanSpan>,
    /// The words (or the pronoun), and the group they stand for.
    pub(crate) addressees: Vec<FoundAddressee>,
    pub(crate) content: Option<CleanSpan>,
    /// The deadline, by its place in [`Mentions::dates`].
    pub(crate) deadline: Option<usize>,
    pub(crate) negated: bool,
    pub(crate) tense: Tense,
}

/// An addressee: where it stands, and the noun group it means (another place where it is a pronoun).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundAddressee {
    pub(crate) span: CleanSpan,
    pub(crate) group: CleanSpan,
}

/// One clause as the act stage sees it: its own text (one span a paragraph, marker left out), and its role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body<'t> {
    pub(crate) spans: &'t [CleanSpan],
    pub(crate) role: Role,
    /// Whether it is an item of a decision, whose infinitives act: `Décide : a) De créer`.
    pub(crate) decided: bool,
}

/// The acts of one clause, in order.
pub(crate) fn acts(body: Body<'_>, reading: Reading<'_>, mentions: &Mentions) -> Vec<FoundAct> {
    let mut found = Vec::new();
    let mut before = Vec::new();
    let mut by_person = false;
    for &span in body.spans {
        let words = &reading.words[words_in(reading.words, span)];
        let phrase = Phrase { words, clean: Some(reading.clean), lexicon: reading.lexicon };
        for head in heads(&phrase, body.role, body.decided) {
            if let Some((start, end)) = head.subject
                && !(end == start + 1 && phrase.is(start, Part::Subject))
            {
                by_person = (start..end).any(|at| phrase.is(at, Part::Person));
            }
            let act = act(&phrase, &head, by_person && head.subject.is_some(), &before, mentions);
            before.push(Before::of(&phrase, &head.group, head.until, &act));
            found.push(act);
        }
    }
    found
}

/// The act of one verb.
fn act(phrase: &Phrase<'_>, head: &Head<'_>, by_person: bool, before: &[Before], mentions: &Mentions) -> FoundAct {
    let group = &head.group;
    let actor = head.subject.map(|(start, end)| span_of(phrase, start, end));
    let (mut addressees, content) = addressees(phrase, group, head.until, before);
    let mut class = group.class;
    if group.tense == Tense::Future {
        class = match class {
            Class::Meet => Class::Convene,
            Class::Commit => Class::Commit,
            _ => Class::Mandate,
        };
        addressees.clear();
    } else if by_person && tells(class) {
        class = Class::Report;
        addressees.clear();
    }
    // "La Commission est chargée", "Les Etats communiqueront": who acts is who is asked
    let asked = group.tense == Tense::Future || (group.passive && group.frame != Frame::None && addressees.is_empty());
    if asked
        && !matches!(class, Class::Convene | Class::Commit)
        && let Some(actor) = actor
    {
        addressees.push(FoundAddressee { span: actor, group: actor });
    }
    let last = (group.end..head.until).rev().find(|&at| !phrase.is_separator(at));
    let end = last.map_or(group.end, |last| last + 1);
    let content = (content..end).find(|&at| !phrase.is_separator(at));
    let span = span_of(phrase, group.start, end);
    FoundAct {
        span,
        verb: span_of(phrase, group.start, group.end),
        lemma: group.lemma.to_owned(),
        class,
        force: phrase.lexicon.verbs.force(class),
        intensity: group.intensity,
        actor,
        addressees,
        content: content.map(|start| span_of(phrase, start, end)),
        deadline: deadline(phrase, span, &mentions.dates),
        negated: group.negated,
        tense: group.tense,
    }
}

/// Whether one person who does this only informs the meeting.
fn tells(class: Class) -> bool {
    matches!(
        class,
        Class::Recall
            | Class::Note
            | Class::Consider
            | Class::Declare
            | Class::Stress
            | Class::Welcome
            | Class::ExpressHope
            | Class::ExpressConcern
            | Class::Regret
            | Class::Reaffirm
            | Class::Support
            | Class::Recommend
    )
}

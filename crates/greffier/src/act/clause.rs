//! The acts of all clauses, and which clauses only tell what happened.

use super::actor::Actors;
use super::asked::{Asked, FoundTerms, Names};
use super::{Body, FoundAct, Known, Parent, acts};
use crate::language::fr::Phrase;
use crate::mention::{Mentions, Reading};
use crate::model::{Class, Kind, Role};
use crate::structure::{ClauseNode, Outline};
use crate::text::{CleanSpan, words_in};

/// Words looked at for an auxiliary and its colon, at most.
const LINE: usize = 4;

/// The acts of every clause, in reading order. Where no formula stands before them, the clauses before the first that acts
/// (who met, who came, who spoke) are narrative; minutes and annexes are narrative throughout.
pub(crate) fn clause_acts<'t>(
    outline: &mut Outline,
    kind: Kind,
    reading: Reading<'t>,
    mentions: &Mentions,
) -> Vec<Vec<FoundAct<'t>>> {
    let mut all = Vec::new();
    let mut actors = Actors::new(reading);
    let names = Names::of(mentions);
    let known = (mentions, &names);
    for resolution in &mut outline.resolutions {
        let annex = resolution.annex;
        actors.begin(resolution.formula);
        let mut telling = resolution.leading_formula().is_none();
        let mut shared = false;
        for clause in &mut resolution.clauses {
            let first = all.len();
            shared = shared || follows_auxiliary(clause, reading);
            let parent = if shared { Parent::Auxiliary } else { Parent::Other };
            collect(clause, parent, reading, known, &mut all);
            all[first..].iter_mut().for_each(|acts| actors.find(acts));
            shared = shared && !all[first].is_empty();
            telling = telling && !all[first..].iter().flatten().any(|act| acts_on_something(act.class));
            let tells = clause.role == Role::Operative && (telling || kind == Kind::Minutes);
            if tells || annex {
                tell(clause);
            }
        }
    }
    all
}

fn collect<'t>(
    node: &ClauseNode,
    parent: Parent,
    reading: Reading<'t>,
    known: Known<'_>,
    all: &mut Vec<Vec<FoundAct<'t>>>,
) {
    let found = acts(Body { spans: &node.body, role: node.role, parent }, reading, known);
    let of_children = if found.last().is_some_and(|act| act.class == Class::Decide) {
        Parent::Decides
    } else if found.last().is_some_and(|act| act.class == Class::Reaffirm && act.content.is_none()) {
        Parent::Repeats
    } else if found.is_empty() && ends_with_auxiliary(node, reading) {
        Parent::Auxiliary
    } else {
        Parent::Other
    };
    let here = all.len();
    all.push(found);
    let mut tasks = Vec::new();
    for child in &node.children {
        let first = all.len();
        collect(child, of_children, reading, known, all);
        // an item that opens with a verb does its own act
        let body = child.body.first();
        let own = all[first].first().zip(body).is_some_and(|(act, body)| act.span.start <= body.start);
        if let Some(asks) = all[here].last().filter(|_| !own) {
            tasks.extend(task(child, asks, reading, known));
        }
    }
    if let Some(act) = all[here].last_mut()
        && ends_with_colon(node, reading)
    {
        act.tasks = tasks;
    }
}

/// What an item asks of those whom the act above it addresses: `Prie le Secrétaire général : a) De publier …`
fn task(
    item: &ClauseNode,
    act: &FoundAct<'_>,
    reading: Reading<'_>,
    known: Known<'_>,
) -> Option<(CleanSpan, FoundTerms)> {
    if !act.asks() {
        return None;
    }
    let span = *item.body.first()?;
    let words = &reading.words[words_in(reading.words, span)];
    let phrase = Phrase { words, clean: Some(reading.clean), lexicon: reading.lexicon };
    let last = (0..words.len()).rev().find(|&at| !phrase.is_separator(at))?;
    let asked = Asked::new(&phrase, known, 0..last + 1);
    let start = usize::from(phrase.infinitive_follows(0) && last > 0);
    Some((asked.span(start, last + 1), asked.terms(0, 0, &act.addressees)))
}

fn ends_with_colon(node: &ClauseNode, reading: Reading<'_>) -> bool {
    let last = |span: &CleanSpan| reading.words[words_in(reading.words, *span)].last().copied();
    node.body.last().and_then(last).is_some_and(|word| word.text(reading.clean) == ":")
}

/// `Le Sommet a :`
fn ends_with_auxiliary(node: &ClauseNode, reading: Reading<'_>) -> bool {
    node.body.last().is_some_and(|span| is_auxiliary_before(words_in(reading.words, *span).end, reading))
}

/// Whether the line before the clause ends with an auxiliary and a colon, and is no clause itself.
fn follows_auxiliary(node: &ClauseNode, reading: Reading<'_>) -> bool {
    let start = words_in(reading.words, node.span).start;
    let colon = reading.words[..start].last().is_some_and(|word| word.text(reading.clean) == ":");
    colon && is_auxiliary_before(start, reading)
}

fn is_auxiliary_before(end: usize, reading: Reading<'_>) -> bool {
    let phrase = Phrase { words: &reading.words[..end], clean: Some(reading.clean), lexicon: reading.lexicon };
    (end.saturating_sub(LINE)..end)
        .rev()
        .find(|&at| !reading.words[at].is_punctuation())
        .is_some_and(|at| phrase.is_auxiliary(at))
}

/// Whether an act does more than hold the meeting and hear reports.
fn acts_on_something(class: Class) -> bool {
    !matches!(class, Class::Meet | Class::Convene | Class::Examine | Class::Report)
}

fn tell(clause: &mut ClauseNode) {
    clause.role = Role::Narrative;
    clause.children.iter_mut().for_each(tell);
}

//! The acts of all clauses, and which clauses only tell what happened.

use super::{Body, FoundAct, acts};
use crate::mention::{Mentions, Reading};
use crate::model::{Class, Kind, Role};
use crate::structure::{ClauseNode, Outline};

/// The acts of every clause, in reading order. Where no formula stands before them, the clauses before the first that acts
/// (who met, who came, who spoke) are narrative; minutes are narrative throughout.
pub(crate) fn clause_acts(
    outline: &mut Outline,
    kind: Kind,
    reading: Reading<'_>,
    mentions: &Mentions,
) -> Vec<Vec<FoundAct>> {
    let mut all = Vec::new();
    for resolution in &mut outline.resolutions {
        let mut telling = resolution.leading_formula().is_none();
        for clause in &mut resolution.clauses {
            let first = all.len();
            collect(clause, false, reading, mentions, &mut all);
            telling = telling && !all[first..].iter().flatten().any(|act| acts_on_something(act.class));
            if clause.role == Role::Operative && (telling || kind == Kind::Minutes) {
                tell(clause);
            }
        }
    }
    all
}

fn collect(node: &ClauseNode, decided: bool, reading: Reading<'_>, mentions: &Mentions, all: &mut Vec<Vec<FoundAct>>) {
    let found = acts(Body { spans: &node.body, role: node.role, decided }, reading, mentions);
    let decides = found.last().is_some_and(|act| act.class == Class::Decide);
    all.push(found);
    node.children.iter().for_each(|child| collect(child, decides, reading, mentions, all));
}

/// Whether an act does more than hold the meeting and hear reports.
fn acts_on_something(class: Class) -> bool {
    !matches!(class, Class::Meet | Class::Convene | Class::Examine | Class::Report)
}

fn tell(clause: &mut ClauseNode) {
    clause.role = Role::Narrative;
    clause.children.iter_mut().for_each(tell);
}

//! Mandates: who asks whom to do what by when, a row for each act that binds or asks somebody.

use serde::{Deserialize, Serialize};

use super::{Act, Actor, Class, Clause, Deadline, Document, Evidence, Force, LeafKind, Offsets, Report, Role, Tense};
use crate::span::Span;

/// One act that binds or asks somebody, with all that a register of mandates needs. [`Document::mandates`] lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mandate {
    /// The act, from the verb to the end of what it governs.
    pub span: Span,
    /// The place in [`Document::resolutions`] of the text that holds it.
    pub resolution: usize,
    /// The symbol of that text, or of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The labels from the outermost clause to its own, points for dots: `2.a`; where a clause has none, its place among its
    /// like, counted from 1: `[3]`.
    pub clause: String,
    /// The dictionary form of the verb: `demander`.
    pub verb: String,
    /// What the act does.
    pub class: Class,
    /// How much it asks.
    pub force: Force,
    /// Whether it is denied.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Who asks or decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// Of whom it is asked.
    pub addressees: Vec<Actor>,
    /// What is to be done, as a short text of one line; the whole is at [`Mandate::content`].
    pub action: String,
    /// The words that say what is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Span>,
    /// For whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiaries: Vec<Actor>,
    /// On which condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Span>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Evidence<String>>,
    /// Who must report to whom on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// The instruments cited in it, by their place in [`Document::references`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<usize>,
}

/// Characters of a short text, at most.
const SHORT: usize = 160;

impl Document {
    /// The mandates: a row for each act outside preambles that binds or asks somebody, in order.
    ///
    /// ```
    /// use greffier::Force;
    ///
    /// let document = greffier::parse(
    ///     "Résolution 69/12\n\nL’Assemblée générale,\n\nRappelant sa résolution 60/1,\n\n\
    ///      1. Se félicite des progrès ;\n\n\
    ///      2. Prie le Secrétaire général de lui faire rapport à sa soixante-dixième session ;\n",
    /// );
    /// let mandates = document.mandates();
    /// assert_eq!(mandates.len(), 1);
    /// let row = &mandates[0];
    /// assert_eq!((row.clause.as_str(), row.force), ("2", Force::Moderate));
    /// assert_eq!(row.actor.as_ref().expect("the formula names it").text, "L’Assemblée générale");
    /// assert_eq!(row.addressees[0].text, "le Secrétaire général");
    /// assert_eq!(row.action, "lui faire rapport à sa soixante-dixième session");
    /// let session = row.deadline.as_ref().and_then(|deadline| deadline.value.as_ref()).expect("a known session");
    /// assert_eq!(session.as_str(), "2015-09/2016-09");
    /// ```
    #[must_use]
    pub fn mandates(&self) -> Vec<Mandate> {
        let words = Words::new(self);
        let mut rows = Vec::new();
        let mut symbol = None;
        for (at, resolution) in self.resolutions.iter().enumerate() {
            if !resolution.annex || resolution.symbol.is_some() {
                symbol = resolution.symbol.as_ref().or(self.symbol.as_ref()).map(|symbol| symbol.value.as_str());
            }
            let text = Text { document: self, words: &words, resolution: at, symbol };
            text.clauses(&resolution.clauses, "", &mut rows);
        }
        rows.sort_by_key(|row| row.span.start);
        rows
    }
}

/// The text that holds a mandate.
struct Text<'d> {
    document: &'d Document,
    words: &'d Words<'d>,
    resolution: usize,
    symbol: Option<&'d str>,
}

impl Text<'_> {
    /// Adds the mandates of the clauses below the one with the labels `above`.
    fn clauses(&self, clauses: &[Clause], above: &str, rows: &mut Vec<Mandate>) {
        for (at, clause) in clauses.iter().enumerate() {
            let label = label(clause, at);
            let path = if above.is_empty() { label } else { format!("{above}.{label}") };
            for act in clause.acts.iter().filter(|act| asks(clause, act)) {
                self.rows(act, clause, &path, rows);
            }
            self.clauses(&clause.children, &path, rows);
        }
    }

    /// Adds the row of an act, or one for each item below it that tells what is asked.
    fn rows(&self, act: &Act, clause: &Clause, path: &str, rows: &mut Vec<Mandate>) {
        if act.content.is_some() || act.tasks.is_empty() {
            rows.push(self.row(act, act.span, path.to_owned()));
        }
        for task in &act.tasks {
            let item = clause.children.iter().position(|child| child.span.contains(task.content));
            let path = item.map_or_else(|| path.to_owned(), |at| format!("{path}.{}", label(&clause.children[at], at)));
            let mut row = self.row(act, task.content, path);
            row.action = self.words.short(task.content);
            row.content = Some(task.content);
            row.beneficiaries.clone_from(&task.beneficiaries);
            row.condition = task.condition;
            row.deadline.clone_from(&task.deadline);
            row.recurrence.clone_from(&task.recurrence);
            row.report.clone_from(&task.report);
            rows.push(row);
        }
    }

    fn row(&self, act: &Act, span: Span, clause: String) -> Mandate {
        let references = &self.document.references;
        let first = references.partition_point(|reference| reference.span.start < span.start);
        let cited = references[first..].iter().take_while(|reference| reference.span.end <= span.end).count();
        Mandate {
            span,
            resolution: self.resolution,
            symbol: self.symbol.map(str::to_owned),
            clause,
            verb: act.verb.lemma.clone(),
            class: act.class,
            force: act.force,
            negated: act.negated,
            actor: act.actor.clone(),
            addressees: act.addressees.clone(),
            action: act.content.map(|content| self.words.short(content)).unwrap_or_default(),
            content: act.content,
            beneficiaries: act.beneficiaries.clone(),
            condition: act.condition,
            deadline: act.deadline.clone(),
            recurrence: act.recurrence.clone(),
            report: act.report.clone(),
            references: (first..first + cited).collect(),
        }
    }
}

/// The label of a clause, without its points and brackets; its place among its like where it has none.
fn label(clause: &Clause, at: usize) -> String {
    let printed = clause.marker.as_ref().map(|marker| marker.text.trim_matches(|c: char| !c.is_alphanumeric()));
    printed.filter(|label| !label.is_empty()).map_or_else(|| format!("[{}]", at + 1), str::to_owned)
}

/// Whether the act binds or asks somebody: not in a preamble; where a clause only tells what happened, only if somebody is asked.
fn asks(clause: &Clause, act: &Act) -> bool {
    let asked = !act.addressees.is_empty();
    // "Réitérant l'engagement de": a recital, wherever it stands
    let recital = act.tense == Tense::Participle && act.class == Class::Commit;
    act.force > Force::None
        && !recital
        && match clause.role {
            Role::Preambular => false,
            Role::Narrative => asked,
            Role::Operative => asked || act.content.is_some() || !act.tasks.is_empty(),
        }
}

/// The words of a document, as they read without page numbers and running heads.
struct Words<'d> {
    document: &'d Document,
    /// The byte where each code point begins, where spans count these.
    bytes: Vec<usize>,
}

impl<'d> Words<'d> {
    fn new(document: &'d Document) -> Self {
        let source = document.source();
        let starts = || source.char_indices().map(|(at, _)| at).chain([source.len()]);
        let bytes = if document.offsets == Offsets::Char { starts().collect() } else { Vec::new() };
        Self { document, bytes }
    }

    fn byte(&self, offset: usize) -> usize {
        if self.document.offsets == Offsets::Char {
            self.bytes.get(offset).copied().unwrap_or_default()
        } else {
            offset
        }
    }

    /// The words of a span on one line, cut at the end of a word where they are too many.
    fn short(&self, span: Span) -> String {
        let leaves = &self.document.leaves;
        let first = leaves.partition_point(|leaf| leaf.span.end <= span.start);
        let printed = |kind: LeafKind| {
            !matches!(
                kind,
                LeafKind::Blank | LeafKind::PageNumber | LeafKind::RunningHead | LeafKind::Rule | LeafKind::Note
            )
        };
        let mut line = String::new();
        let mut count = 0;
        for leaf in
            leaves[first..].iter().take_while(|leaf| leaf.span.start < span.end).filter(|leaf| printed(leaf.kind))
        {
            let (start, end) = (leaf.span.start.max(span.start), leaf.span.end.min(span.end));
            for word in self.document.source()[self.byte(start)..self.byte(end)].split_whitespace() {
                let length = word.chars().count() + usize::from(!line.is_empty());
                if count + length > SHORT {
                    line.push('…');
                    return line;
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
                count += length;
            }
        }
        line
    }
}

//! Why each value was read: the rule or data entry, and the readings that were rejected. Made only for those who ask.

use std::fmt::Debug;

use crate::act::{FoundAct, Step};
use crate::assemble::Findings;
use crate::language::fr::Phrase;
use crate::lexicon::WordId;
use crate::lexicon::fold::fold;
use crate::lexicon::particle::Part;
use crate::lexicon::verb::Frame;
use crate::mention::name::name_at;
use crate::mention::{DateMention, EntityMention, ReferenceMention};
use crate::model::{PeriodKind, Reason, ReasonKind, ReferenceForm, Rejected};
use crate::span::Span;
use crate::structure::ClauseNode;
use crate::text::{CleanSpan, words_in};

/// The reasons for all values of a text, in order of place.
pub(crate) fn reasons(findings: &Findings<'_>) -> Vec<Reason> {
    let seen = Seen { findings };
    let mut all = Vec::new();
    let mut acts = findings.acts.iter();
    for resolution in &findings.outline.resolutions {
        resolution.clauses.iter().for_each(|clause| seen.clause(clause, &mut acts, &mut all));
    }
    let mentions = &findings.mentions;
    all.extend(mentions.dates.iter().map(|date| seen.date(date)));
    all.extend(mentions.refused_dates.iter().map(|refused| {
        let span = seen.span(refused.span);
        let mut reason = Reason::new(ReasonKind::Date, span, None, "date".to_owned());
        let why = |message: &str| Rejected::new(span, seen.words(refused.span), "date".to_owned(), message);
        reason.rejected = refused.doubts.iter().map(|doubt| why(&doubt.message)).collect();
        reason
    }));
    all.extend(mentions.periods.iter().map(|period| {
        let kind = match period.kind {
            PeriodKind::Duration => "duration",
            PeriodKind::Recurrence => "recurrence",
            PeriodKind::Session => "session",
        };
        let rule = format!("period/{kind}");
        Reason::new(ReasonKind::Period, seen.span(period.span), Some(period.value.clone()), rule)
    }));
    mentions.entities.iter().for_each(|entity| seen.entity(entity, &mut all));
    all.extend(mentions.references.iter().map(|reference| seen.reference(reference)));
    all.sort_by_key(|reason| (reason.span.start, reason.kind));
    all
}

struct Seen<'f> {
    findings: &'f Findings<'f>,
}

impl Seen<'_> {
    fn span(&self, span: CleanSpan) -> Span {
        self.findings.clean.source_span(span)
    }

    fn words(&self, span: CleanSpan) -> String {
        self.findings.clean.string(span).replace('\n', " ")
    }

    fn clause(&self, node: &ClauseNode, acts: &mut std::slice::Iter<'_, Vec<FoundAct<'_>>>, all: &mut Vec<Reason>) {
        let found = acts.next().map_or(&[][..], Vec::as_slice);
        let first = all.len();
        all.extend(found.iter().map(|act| {
            let rule = format!("{}/{}", rule(act.lemma, act.frame), step(act.step));
            Reason::new(ReasonKind::Act, self.span(act.verb), Some(name(&act.class)), rule)
        }));
        for &body in &node.body {
            self.rejected_verbs(body, found, first, all);
        }
        node.children.iter().for_each(|child| self.clause(child, acts, all));
    }

    /// The verbs of a paragraph that can act and do not; each goes with the act before it.
    fn rejected_verbs(&self, body: CleanSpan, acts: &[FoundAct<'_>], first: usize, all: &mut Vec<Reason>) {
        let reading = self.findings.reading;
        let words = &reading.words[words_in(reading.words, body)];
        let phrase = Phrase { words, clean: Some(reading.clean), lexicon: reading.lexicon };
        let mut at = 0;
        while at < words.len() {
            let Some(group) = phrase.finite(at) else {
                at += 1;
                continue;
            };
            let mut span = words[group.start].span;
            span.end = words[group.end - 1].span.end;
            at = group.end.max(at + 1);
            if acts.iter().any(|act| act.verb.start < span.end && span.start < act.verb.end) {
                continue;
            }
            let ends = |at: &usize| [".", ";", ":"].contains(&words[*at].text(reading.clean));
            let sentence = (0..group.from).rev().find(ends).map_or(0, |end| end + 1);
            let inside = (sentence..group.from).any(|at| phrase.is(at, Part::Relative));
            let why = if inside {
                "it stands in a clause inside the sentence, where verbs tell and do not act"
            } else if group.common {
                "too common a verb to act wherever it stands"
            } else {
                "neither a subject nor the opening of a sentence stands before it"
            };
            let rejected = Rejected::new(self.span(span), name(&group.class), rule(group.lemma, group.frame), why);
            let before = acts.iter().rposition(|act| act.verb.start < span.start);
            match before {
                Some(act) => all[first + act].rejected.push(rejected),
                None => {
                    let mut reason = Reason::new(ReasonKind::Act, rejected.span, None, rejected.rule.clone());
                    reason.rejected.push(rejected);
                    all.push(reason);
                }
            }
        }
    }

    fn date(&self, date: &DateMention) -> Reason {
        let value = date.value.as_str();
        let shape = if value.contains(':') && value.starts_with(char::is_alphabetic) {
            "other-calendar"
        } else if value.starts_with(['{', '[']) {
            "set"
        } else if value.contains('/') {
            "interval"
        } else {
            match value.trim_end_matches('~').matches('-').count() {
                0 => "year",
                1 => "month",
                _ => "day",
            }
        };
        let completed = if date.anchor.is_some() { "/completed" } else { "" };
        let rule = format!("date/{shape}{completed}");
        let span = self.span(date.span);
        let mut reason = Reason::new(ReasonKind::Date, span, Some(value.to_owned()), rule);
        reason.rejected.extend(date.alternative.as_ref().map(|other| {
            let rule = "date/month-first".to_owned();
            Rejected::new(span, other.to_string(), rule, "in figures the day is printed before the month")
        }));
        reason
    }

    /// The reasons for each mention of an entity.
    fn entity(&self, entity: &EntityMention, all: &mut Vec<Reason>) {
        let reading = self.findings.reading;
        let kind = name(&entity.kind);
        for &mention in &entity.mentions {
            let range = words_in(reading.words, mention);
            let words = &reading.words[range.clone()];
            let ids: Vec<WordId> = words.iter().map(|word| word.id).collect();
            let listed = reading.lexicon.names.whole(&ids).map(|name| reading.lexicon.names.entry(name.entry));
            let made = match listed {
                Some(entry) => slug(&entry.name),
                None if entity.misspelt.contains(&mention) => "misspelt".to_owned(),
                None => "printed".to_owned(),
            };
            let rule = format!("entity/{kind}/{made}");
            let mut reason = Reason::new(ReasonKind::Entity, self.span(mention), Some(entity.name.clone()), rule);
            for at in range.clone() {
                let Some(other) =
                    name_at(reading, at).filter(|other| other.count < words.len() && at + other.count <= range.end)
                else {
                    continue;
                };
                let mut span = reading.words[at].span;
                span.end = reading.words[at + other.count - 1].span.end;
                if other.entry.name == entity.name || all_named(self.findings, span) {
                    continue;
                }
                let rule = format!("entity/{}/{}", name(&other.entry.kind), slug(&other.entry.name));
                let value = other.entry.name.clone();
                reason.rejected.push(Rejected::new(self.span(span), value, rule, "it stands inside a longer name"));
            }
            all.push(reason);
        }
        all.extend(entity.coreferences.iter().map(|&span| {
            let rule = format!("entity/{kind}/coreference");
            Reason::new(ReasonKind::Entity, self.span(span), Some(entity.name.clone()), rule)
        }));
    }

    fn reference(&self, reference: &ReferenceMention) -> Reason {
        let kind = name(&reference.kind);
        let symbols = &self.findings.reading.lexicon.references.symbols;
        let made = match (reference.form, &reference.symbol) {
            (ReferenceForm::Own, _) => "own".to_owned(),
            (ReferenceForm::Anaphoric, _) => "anaphora".to_owned(),
            (_, Some(symbol)) => {
                symbols.series(symbol).map_or("symbol".to_owned(), |series| series.head.as_str().to_owned())
            }
            (_, None) if reference.title.is_some() => "title".to_owned(),
            (_, None) => "date".to_owned(),
        };
        let value = reference.symbol.clone().or_else(|| reference.title.clone());
        let rule = format!("reference/{kind}/{}", made.trim_matches('/'));
        Reason::new(ReasonKind::Reference, self.span(reference.span), value, rule)
    }
}

/// Whether an entity is named at exactly that place.
fn all_named(findings: &Findings<'_>, span: CleanSpan) -> bool {
    findings.mentions.entities.iter().any(|entity| entity.mentions.contains(&span))
}

/// `act/demander-dative`
fn rule(lemma: &str, frame: Frame) -> String {
    let frame = match frame {
        Frame::None => "",
        Frame::Dative => "-dative",
        Frame::Accusative => "-accusative",
        Frame::Object => "-object",
        Frame::Demand => "-demand",
    };
    format!("act/{}{frame}", slug(lemma))
}

fn step(step: Step) -> &'static str {
    match step {
        Step::Opening => "opening",
        Step::Carried => "carried-on",
        Step::Subject => "subject",
    }
}

/// Words as part of an id: small letters without accents, hyphens between them.
fn slug(words: &str) -> String {
    let folded = fold(words);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The name that JSON has for a variant: `express_concern`.
fn name(variant: &impl Debug) -> String {
    let mut out = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

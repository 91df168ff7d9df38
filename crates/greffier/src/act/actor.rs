//! Who acts: the subject; for a pronoun the last one named; for a verb without subject the body that the formula names.

use super::{FoundAct, FoundActor};
use crate::language::fr::Phrase;
use crate::lexicon::WordId;
use crate::lexicon::particle::Part;
use crate::mention::{Mentions, Reading};
use crate::model::Class;
use crate::text::{CleanSpan, words_in};

/// Finds who acts, clause after clause.
#[derive(Debug)]
pub(super) struct Actors<'t> {
    reading: Reading<'t>,
    /// The last subject that was named, and its first word, with which a pronoun agrees.
    last: Option<(WordId, CleanSpan)>,
    /// The body that the formula names.
    body: Option<CleanSpan>,
}

impl<'t> Actors<'t> {
    pub(super) fn new(reading: Reading<'t>) -> Self {
        Self { reading, last: None, body: None }
    }

    /// Goes on to a resolution with that formula.
    pub(super) fn begin(&mut self, formula: Option<CleanSpan>) {
        self.body = formula.and_then(|formula| self.body_of(formula));
    }

    /// The noun group that opens a formula: `L’Assemblée générale,`, `Nous, Chefs d’État et de gouvernement, réunis`.
    fn body_of(&self, formula: CleanSpan) -> Option<CleanSpan> {
        let Reading { clean, words, lexicon } = self.reading;
        let range = words_in(words, formula);
        let phrase = Phrase { words: &words[range], clean: Some(clean), lexicon };
        let opens = |at: &usize| !phrase.words[*at].is_punctuation() && !phrase.is(*at, Part::Subject);
        let start = (0..phrase.words.len()).find(opens)?;
        let end = phrase.group_from(start, phrase.words.len());
        // "Nous, Chefs d'État des pays ayant le français en partage, réunis"
        let comma = (start..phrase.words.len()).find(|&at| phrase.is_mark(at, ','));
        let end = comma.filter(|_| start > 0).unwrap_or(end);
        // "la Commission africaine (la Commission)"
        let bracket = (start + 1..end).rev().find(|&at| phrase.is_mark(at, '('));
        let end = bracket.filter(|_| phrase.is_mark(end - 1, ')')).unwrap_or(end);
        let named = phrase.is_any(start, &[Part::Determiner, Part::Agent]) || start > 0 || end > start + 1;
        (end > start && named).then(|| super::addressee::span_of(&phrase, start, end))
    }

    /// Gives each act of a clause who acts.
    pub(super) fn find(&mut self, acts: &mut [FoundAct<'_>]) {
        for act in acts {
            let subject = act.subject.and_then(|subject| Some((subject, self.subject(subject)?)));
            // "elle ne pourra contracter aucun emprunt"
            if let Some((subject, meant)) = subject {
                let asked = act.addressees.iter_mut().filter(|addressee| addressee.span == subject);
                asked.for_each(|addressee| {
                    addressee.group = if meant.group == subject { addressee.group } else { meant.group }
                });
            }
            act.actor = match subject {
                Some((subject, meant)) => self.acting(subject, meant, act),
                None if act.passive => self.body.map(FoundActor::named),
                None => self.body.or_else(|| self.last.map(|(_, group)| group)).map(FoundActor::named),
            };
            let Some(actor) = act.actor else { continue };
            let terms = std::iter::once(&mut act.terms).chain(act.tasks.iter_mut().map(|(_, terms)| terms));
            for report in terms.filter_map(|terms| terms.report.as_mut()) {
                if let Some(span) = report.pronoun {
                    report.recipients.push(FoundActor { span, group: actor.group });
                }
                if report.reporters.is_empty() && act.class == Class::Commit {
                    report.reporters.push(actor);
                }
            }
        }
    }

    /// Whom the subject of a verb means.
    fn subject(&mut self, subject: CleanSpan) -> Option<FoundActor> {
        let words = &self.reading.words[words_in(self.reading.words, subject)];
        let first = words.first()?;
        let particles = &self.reading.lexicon.particles;
        let actor = if words.len() == 1 && particles.parts(first.id).has(Part::Subject) {
            let group = match self.last {
                Some((article, group)) if particles.agree(first.id, article) => group,
                // "nous" means those who speak
                _ if !particles.is_pronoun(first.id) => self.body.unwrap_or(subject),
                _ => subject,
            };
            FoundActor { span: subject, group }
        } else {
            self.last = Some((first.id, subject));
            FoundActor::named(subject)
        };
        Some(actor)
    }

    /// Who acts where the verb has a subject: not the subject where that is who is asked, or what is done.
    fn acting(&self, subject: CleanSpan, meant: FoundActor, act: &FoundAct<'_>) -> Option<FoundActor> {
        let asked = act.addressees.first().is_some_and(|addressee| addressee.span.start == subject.start);
        if asked || (act.passive && act.class != Class::Agree) {
            return self.body.map(FoundActor::named);
        }
        Some(meant)
    }
}

/// Gives each entity the pronouns that act for it.
pub(crate) fn corefer(mentions: &mut Mentions, reading: Reading<'_>, acts: &[Vec<FoundAct<'_>>]) {
    let mut named: Vec<(CleanSpan, usize)> = Vec::new();
    for (index, entity) in mentions.entities.iter().enumerate() {
        named.extend(entity.mentions.iter().chain(&entity.coreferences).map(|&span| (span, index)));
    }
    named.sort_unstable();
    let mut seen = None;
    for FoundActor { span, group } in acts.iter().flatten().filter_map(|act| act.actor) {
        if span == group || seen.replace(span) == Some(span) {
            continue;
        }
        let words = &reading.words[words_in(reading.words, group)];
        let starts = words.iter().take(2).map(|word| word.span.start);
        if let Some(index) = named_at(&named, group, starts) {
            mentions.entities[index].coreferences.push(span);
        }
    }
}

/// The entity that a noun group names, whose name begins at one of `starts`: behind an article at most.
fn named_at(named: &[(CleanSpan, usize)], group: CleanSpan, mut starts: impl Iterator<Item = u32>) -> Option<usize> {
    let first = named.partition_point(|(span, _)| span.start < group.start);
    let &(span, index) = named.get(first).filter(|(span, _)| span.end <= group.end)?;
    starts.any(|start| start == span.start).then_some(index)
}

//! Duties to report: who reports to whom, on what, when.

use super::FoundActor;
use super::asked::Asked;
use super::deadline::FoundDeadline;
use crate::language::fr::Addressees;
use crate::lexicon::conjugation::Moods;
use crate::lexicon::particle::Part;
use crate::lexicon::verb::Frame;
use crate::lexicon::{Duty, WordId};
use crate::text::CleanSpan;

/// A duty to report, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundReport {
    pub(crate) span: CleanSpan,
    pub(crate) reporters: Vec<FoundActor>,
    pub(crate) recipients: Vec<FoundActor>,
    /// The pronoun that means whoever acts: `lui faire rapport`.
    pub(crate) pronoun: Option<CleanSpan>,
    pub(crate) topic: Option<CleanSpan>,
    pub(crate) deadline: Option<FoundDeadline>,
    pub(crate) recurrence: Option<(CleanSpan, String)>,
}

/// Words between a verb and what makes it a report, at most: `faire, dans les trente jours, rapport`.
const REACH: usize = 30;
/// Words of a noun group before its noun, at most: `un premier bref rapport`.
const BEFORE: usize = 5;
/// Words between `que` and the verb of what is asked, at most.
const QUE: usize = 60;
/// Pronouns and negations before a verb, at most.
const PRONOUNS: usize = 3;

/// The words that make a duty: where it begins, its verb, and the word after what makes the verb a report.
#[derive(Debug, Clone, Copy)]
struct Reporting {
    start: usize,
    verb: usize,
    object: usize,
    /// After the words of the object.
    end: usize,
    /// `que la Commission présente`: where the subject of the verb begins.
    subject: Option<usize>,
    /// Whether the verb reports by itself, and its object gets the report.
    direct: bool,
    /// Whether its object gets the report.
    whom: bool,
    /// Whether `de` leads to what is reported on.
    of: bool,
}

impl Asked<'_, '_> {
    /// The duty to report in these words, of those who are asked; where nobody is, of the subject of the verb.
    pub(super) fn report(&self, asked: &[FoundActor]) -> Option<FoundReport> {
        let found = self.with(Duty::Report).find_map(|at| self.duty(at))?;
        let own_end = self.duty_end(found.end);
        // "d'établir un rapport … et de le lui présenter à sa prochaine session"
        let handed = self.handed_over(own_end);
        let end = handed.map_or(own_end, |(_, end)| end);
        let within = self.within(found.start..end);
        let (recipients, pronoun, after) = self.recipients(found, own_end);
        let handed = handed.filter(|_| recipients.is_empty()).map(|(pronoun, _)| self.span(pronoun, pronoun + 1));
        let pronoun = pronoun.or(handed);
        if found.direct && recipients.is_empty() && pronoun.is_none() {
            return None;
        }
        let topic = self.topic(found, after, own_end);
        // "de lui soumettre un rapport et de rendre compte à l'Assemblée"
        let mut recipients = recipients;
        let next = self.within(end..self.end.max(end)).with(Duty::Report).find_map(|at| self.duty(at));
        if let Some(next) = next.filter(|next| next.subject.is_none() && handed.is_none()) {
            recipients.extend(self.recipients(next, self.duty_end(next.end)).0);
        }
        let due = within.within(found.start..topic.map_or(end, |topic| self.word_at(topic.start)).max(found.start + 1));
        // "dans les trente jours, de lui faire rapport"
        let before = self.within(self.start..found.start.max(self.start + 1));
        let deadline = due.deadline(due, true).or_else(|| within.deadline(within, false));
        let deadline =
            deadline.or_else(|| within.deadline(within, true).filter(|it| it.span.end == within.whole().end));
        let deadline = deadline.or_else(|| before.deadline(before, false));
        let recurrence = within.recurrence().or_else(|| before.recurrence());
        // what is reported on does not hold when
        let mut times = deadline.iter().map(|it| it.span).chain(recurrence.iter().map(|(span, _)| *span));
        let topic = topic.and_then(|topic| times.try_fold(topic, |topic, time| self.before_time(topic, time)));
        let subject = found.subject.map(|start| {
            let span = self.span(start, self.phrase.group_from(start, found.start).max(start + 1));
            // "demande que celle-ci rende compte"
            let demonstrative = self.phrase.is_demonstrative(start);
            let meant = self.phrase.antecedent(start, start).filter(|_| demonstrative);
            FoundActor { span, group: meant.map_or(span, |(start, end)| self.span(start, end)) }
        });
        let reporters = match subject {
            Some(subject) => vec![subject],
            None => self.asked_before(found.start).unwrap_or_else(|| asked.to_vec()),
        };
        if reporters.is_empty() && recipients.is_empty() && pronoun.is_none() {
            return None;
        }
        Some(FoundReport { span: within.whole(), reporters, recipients, pronoun, topic, deadline, recurrence })
    }

    /// The pronoun of `de le lui présenter` after word `from`, and the word after all that belongs to it.
    fn handed_over(&self, from: usize) -> Option<(usize, usize)> {
        let phrase = self.phrase;
        let at = self.within(from..self.end.max(from)).with(Duty::Report).next()?;
        let both = at >= from + 2 && phrase.is(at - 2, Part::Direct) && phrase.is(at - 1, Part::Indirect);
        (both && phrase.is_infinitive(at)).then(|| (at - 1, self.duty_end(at + 1)))
    }

    /// Those whom an infinitive before word `end` asks: `recommande à l’Assemblée de prier le Secrétaire général de faire rapport`.
    fn asked_before(&self, end: usize) -> Option<Vec<FoundActor>> {
        let phrase = self.phrase;
        (self.start..end).rev().find_map(|at| {
            let opens = phrase.is(at, Part::De) || (at == self.start && phrase.is(at, Part::Verb));
            let group = phrase.infinitive(at).filter(|_| opens)?;
            let found = phrase.addressees(&group, end).filter(|_| group.frame != Frame::None)?;
            Some(self.actors(&found.groups))
        })
    }

    /// The duty that the verb at word `at` makes.
    fn duty(&self, at: usize) -> Option<Reporting> {
        let phrase = self.phrase;
        let duties = &phrase.lexicon.duties;
        duties.reports(phrase.words[at].id).find_map(|(form, objects)| {
            let mut start = at;
            while start > self.start && at - start < PRONOUNS && self.is_pronoun(start - 1) {
                start -= 1;
            }
            let mut subject = None;
            if form.moods.has(Moods::INFINITIVE) {
                if start > self.start && phrase.is_any(start - 1, &[Part::De, Part::Dative, Part::Purpose]) {
                    start -= 1;
                }
            } else if at > self.start {
                subject = self.subject_after_que(start)?;
            } else if !form.moods.has(Moods::FUTURE) {
                return None;
            }
            let (object, end) =
                if objects.is_empty() { (at, at + 1) } else { self.object(at + 1, objects, form.whom)? };
            Some(Reporting {
                start,
                verb: at,
                object,
                end,
                subject,
                direct: objects.is_empty(),
                whom: form.whom,
                of: form.of,
            })
        })
    }

    /// Where the subject begins whose verb's group begins at word `at`, after the `que` that opens what is asked; nowhere where it is a
    /// pronoun, which means who is asked: `pour qu’il rende compte`.
    fn subject_after_que(&self, at: usize) -> Option<Option<usize>> {
        let phrase = self.phrase;
        let near = at.checked_sub(2).filter(|&que| que >= self.start && phrase.is(que, Part::Relative));
        if near.is_some() && phrase.is(at - 1, Part::Subject) {
            return Some(None);
        }
        // "chacune en ce qui la concerne"
        let que = (at.saturating_sub(QUE).max(self.start)..at)
            .find(|&at| phrase.is(at, Part::Relative) && !phrase.is(at.saturating_sub(1), Part::Determiner))?;
        let start = que + 1;
        let opens = start < at && phrase.is_any(start, &[Part::Determiner, Part::Article, Part::Agent]);
        let inside = (start..at).any(|at| phrase.is(at, Part::Relative) || phrase.is_mark(at, ';'));
        (opens && !inside).then_some(Some(start))
    }

    /// What makes the verb before word `from` a report: its first word, and the word after it.
    fn object(&self, from: usize, objects: &[Vec<WordId>], whom: bool) -> Option<(usize, usize)> {
        let phrase = self.phrase;
        for at in from..self.end.min(from + REACH) {
            let next = phrase.words[at..self.end].iter().map(|word| word.id);
            let found = objects.iter().filter(|object| next.clone().take(object.len()).eq(object.iter().copied()));
            if let Some(object) = found.max_by_key(|object| object.len())
                && (whom || self.is_object(from, at))
            {
                return Some((at, at + object.len()));
            }
            if phrase.is_mark(at, ';') || phrase.is(at, Part::Relative) || (at > from && phrase.infinitive_follows(at))
            {
                return None;
            }
        }
        None
    }

    /// Whether the noun at word `at` is the object of the verb before word `from`, and belongs to no other noun: not `les conclusions du rapport`.
    fn is_object(&self, from: usize, at: usize) -> bool {
        const OPENS: &[Part] = &[Part::Determiner, Part::Article, Part::DeContracted];
        const OF: &[Part] = &[Part::De, Part::Dative, Part::DativeContracted, Part::Preposition, Part::Aside];
        let phrase = self.phrase;
        let floor = at.saturating_sub(BEFORE).max(from);
        let first = (floor..at).rev().find(|&at| phrase.is_any(at, OPENS)).unwrap_or(at);
        // "transmettre ces rapports"
        if self.is(first, Duty::Known) {
            return false;
        }
        // "des rapports" right after the verb, "du rapport" never
        if phrase.is(first, Part::DeContracted) && first < at && first > from {
            let before = &phrase.words[first - 1];
            return before.is_punctuation() && phrase.is_plural_group(at);
        }
        first == from || !phrase.is_any(first - 1, OF)
    }

    /// The word after all that belongs to a duty whose object ends before word `from`: up to what is asked next.
    fn duty_end(&self, from: usize) -> usize {
        let phrase = self.phrase;
        let next = (from..self.end).find(|&at| {
            phrase.is_mark(at, ';')
                || (phrase.is(at, Part::Conjunction) && phrase.infinitive_follows(at + 1))
                || (phrase.is_mark(at, ',')
                    && phrase.is_any(at + 1, &[Part::De, Part::Dative])
                    && phrase.infinitive_follows(at + 1))
        });
        let end = next.unwrap_or(self.end);
        (from..end).rev().find(|&at| !phrase.is_separator(at)).map_or(from, |last| last + 1)
    }

    fn is_pronoun(&self, at: usize) -> bool {
        self.phrase.is_any(at, &[Part::Indirect, Part::Direct, Part::Elided, Part::Negation, Part::ReflexiveWe])
    }

    /// Who gets the report: noun groups, or the pronoun that means whoever acts; and the word after them.
    fn recipients(&self, duty: Reporting, end: usize) -> (Vec<FoundActor>, Option<CleanSpan>, usize) {
        let phrase = self.phrase;
        let wanted: &[Part] =
            if duty.whom { &[Part::Direct, Part::ReflexiveWe] } else { &[Part::Indirect, Part::ReflexiveWe] };
        let start = duty.verb.saturating_sub(PRONOUNS).max(duty.start);
        if let Some(pronoun) = (start..duty.verb).find(|&at| phrase.is_any(at, wanted)) {
            return (Vec::new(), Some(self.span(pronoun, pronoun + 1)), duty.end);
        }
        if duty.whom {
            let (from, limit) = if duty.direct { (duty.verb + 1, end) } else { (duty.verb + 1, duty.object) };
            let from = self.past_aside(from, limit);
            let found = if from < limit { self.parties(from, limit) } else { None };
            // "d'en tenir informé le Secrétariat"
            let found = found.or_else(|| if duty.direct { None } else { self.parties(duty.end, end) });
            let Some(found) = found else { return (Vec::new(), None, duty.end) };
            return self.found(duty, found);
        }
        let mut sitting = None;
        let mut at = duty.verb + 1;
        while at < end {
            let start = self.recipient(at);
            if let Some(start) = start
                && let Some(found) = self.parties(start, end)
                && let Some(&group) = found.groups.first()
                && !self.is_sitting(group)
            {
                return self.found(duty, found);
            }
            // "faire rapport à la dixième session du Conseil", if nobody else is named
            let bound = self.bound_before(at + 1) > 1;
            if sitting.is_none() && !bound && phrase.is_any(at, &[Part::Dative, Part::DativeContracted]) {
                sitting = self.sitting_group(at);
            }
            // what a report is on names others
            if at >= duty.end && self.topic_at(at, false).is_some() {
                break;
            }
            at += 1;
        }
        let actor = |(start, end)| FoundActor::named(self.span(start, end));
        let end = sitting.map_or(duty.end, |(_, end)| end.max(duty.end));
        (sitting.map(actor).into_iter().collect(), None, end)
    }

    fn found(&self, duty: Reporting, mut found: Addressees) -> (Vec<FoundActor>, Option<CleanSpan>, usize) {
        if let Some(group) = found.groups.last_mut() {
            // "rendre compte au Conseil de la situation", "faire rapport à l'Assemblée sur le budget"
            let of = self.topic_after(group.0 + 1, group.1).filter(|_| duty.of);
            let on = (group.0 + 1..group.1).find(|&at| self.topic_at(at, false).is_some());
            let topic = of.or(on.filter(|_| self.topic(duty, group.1, self.duty_end(group.1)).is_none()));
            group.1 = topic.unwrap_or(group.1);
            found.end = topic.unwrap_or(found.end);
        }
        (self.actors(&found.groups), None, duty.end.max(found.end))
    }

    /// The sitting after `à` at word `at`, unless it is the body's own: `la dixième session du Conseil`.
    fn sitting_group(&self, at: usize) -> Option<(usize, usize)> {
        let phrase = self.phrase;
        let start = at + 1;
        let noun = (start..self.end.min(start + BEFORE)).find(|&at| self.is(at, Duty::Sitting))?;
        let own = phrase.is(start, Part::Possessive) || (start..noun).any(|at| phrase.words[at].is_punctuation());
        let end = phrase.group_from(start, self.end).max(noun + 1);
        let end = self.topic_after(noun + 1, end).unwrap_or(end);
        (!own).then(|| (start, self.bare_end((start, end)).max(noun + 1)))
    }

    /// Whether a noun group is a sitting and no body: `la prochaine session du Conseil`.
    fn is_sitting(&self, (start, end): (usize, usize)) -> bool {
        let noun = (start..end.min(start + BEFORE)).find(|&at| self.is(at, Duty::Sitting));
        noun.is_some_and(|noun| !self.is(noun, Duty::Body))
    }

    /// Past `, dans les trente jours,` at word `at`.
    fn past_aside(&self, at: usize, limit: usize) -> usize {
        if !self.phrase.is_mark(at, ',') {
            // "informer tous les six mois le Conseil"
            let next = self.phrase.past_adverbs(at);
            let place = self.phrase.words.get(next).map_or(u32::MAX, |word| word.span.start);
            let periods = &self.mentions.periods;
            let time = periods.get(periods.partition_point(|period| period.span.start < place));
            return time
                .filter(|period| period.span.start == place)
                .map_or(next, |period| self.word_at(period.span.end));
        }
        (at + 1..limit).find(|&at| self.phrase.is_mark(at, ',')).map_or(at, |close| close + 1)
    }

    /// The preposition or the first word of a recipient that may stand at word `at`.
    fn recipient(&self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        let ids = phrase.words[at..self.end].iter().map(|word| word.id);
        if let Some((count, ())) = phrase.lexicon.duties.recipients.longest(ids) {
            return Some(at + count);
        }
        // "prévue à Abidjan"
        let placed = at > self.start && self.is_participle(at - 1);
        let to =
            phrase.is_any(at, &[Part::Dative, Part::DativeContracted]) && !phrase.infinitive_follows(at) && !placed;
        to.then_some(at)
    }

    /// What is reported on: after the words from `from` on that lead to it.
    fn topic(&self, duty: Reporting, from: usize, end: usize) -> Option<CleanSpan> {
        let opens = |at: usize| at == from || self.phrase.is_mark(at - 1, ',');
        let start = (from..end).find_map(|at| self.topic_at(at, duty.of && opens(at)))?;
        let last = (start..end).rev().find(|&at| !self.phrase.is_separator(at))?;
        Some(self.span(start, last + 1))
    }

    /// A topic without the words of time that it ends with.
    fn before_time(&self, topic: CleanSpan, time: CleanSpan) -> Option<CleanSpan> {
        if time.end != topic.end || time.start < topic.start {
            return Some(topic);
        }
        let (first, end) = (self.word_at(topic.start), self.word_at(time.start));
        let last = (first..end).rev().find(|&at| !self.phrase.is_separator(at))?;
        Some(self.span(first, last + 1))
    }

    /// Where what is reported on begins, if the words at `at` lead to it; with `of`, `de` does, too.
    fn topic_at(&self, at: usize, of: bool) -> Option<usize> {
        let phrase = self.phrase;
        let ids = phrase.words[at..self.end].iter().map(|word| word.id);
        let start = if let Some((count, ())) = phrase.lexicon.duties.topics.longest(ids) {
            self.past_of(at + count)
        } else if of && phrase.is(at, Part::De) && !phrase.infinitive_follows(at) {
            at + 1
        } else if of && phrase.is(at, Part::DeContracted) {
            at
        } else {
            return None;
        };
        (start < self.end).then_some(start)
    }
}

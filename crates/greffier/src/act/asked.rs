//! What an act asks for, in words of its paragraph: where deadlines, conditions, reports and the like are looked for.

use std::ops::Range;

use super::addressee::span_of;
use super::deadline::FoundDeadline;
use super::report::FoundReport;
use super::{FoundActor, Known};
use crate::language::fr::{Addressees, Phrase};
use crate::lexicon::duty::{Duties, Duty};
use crate::lexicon::particle::Part;
use crate::mention::Mentions;
use crate::model::PeriodKind;
use crate::text::{Case, CleanSpan};

/// When, how often, for whom and on which condition something is to be done, and who reports on it; in places of the clean text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct FoundTerms {
    pub(crate) beneficiaries: Vec<FoundActor>,
    pub(crate) condition: Option<CleanSpan>,
    pub(crate) deadline: Option<FoundDeadline>,
    pub(crate) recurrence: Option<(CleanSpan, String)>,
    pub(crate) report: Option<FoundReport>,
}

/// Words of an act that are looked at: verbs that `et` joins share all that follows them.
const MOST: usize = 400;

/// Names back from the end of a noun group that it may break off.
const NEAR: usize = 6;

/// Where names stand: the start of each and its end, in order.
#[derive(Debug)]
pub(super) struct Names(Vec<(u32, u32)>);

impl Names {
    pub(super) fn of(mentions: &Mentions) -> Self {
        let all = mentions.entities.iter().flat_map(|entity| &entity.mentions);
        let mut places: Vec<(u32, u32)> = all.map(|span| (span.start, span.end)).collect();
        places.sort_unstable();
        Self(places)
    }

    /// Lets a noun group reach to the end of the name that it breaks off: `le Programme des Nations Unies`, `pour le développement`.
    pub(super) fn cover(&self, actor: &mut FoundActor) {
        let group = actor.group;
        let after = self.0.partition_point(|&(place, _)| place < group.end);
        let broken =
            self.0[..after].iter().rev().take(NEAR).find(|&&(start, end)| start >= group.start && end > group.end);
        if let Some(&(_, end)) = broken {
            actor.group.end = end;
            if actor.span == group {
                actor.span.end = end;
            }
        }
    }

    /// The end of the longest name that begins at a place.
    fn end(&self, start: u32) -> Option<u32> {
        let after = self.0.partition_point(|&(place, _)| place <= start);
        self.0[..after].last().filter(|&&(place, _)| place == start).map(|&(_, end)| end)
    }
}

/// The words of an act that asks or binds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'p, 't> {
    pub(super) phrase: &'p Phrase<'t>,
    pub(super) mentions: &'p Mentions,
    pub(super) names: &'p Names,
    /// The first word, that of the verb, or of what leads up to it.
    pub(super) start: usize,
    /// The word after the last.
    pub(super) end: usize,
    /// What its words can do, so that what none of them does is not looked for.
    present: Duties,
}

impl<'p, 't> Asked<'p, 't> {
    /// What the act asks in these words.
    pub(super) fn new(phrase: &'p Phrase<'t>, (mentions, names): Known<'p>, words: Range<usize>) -> Self {
        let words = words.start..words.end.min(words.start + MOST);
        let duties = &phrase.lexicon.duties;
        let present =
            phrase.words[words.clone()].iter().fold(Duties::default(), |all, word| all.with(duties.of(word.id)));
        Self { phrase, mentions, names, start: words.start, end: words.end, present }
    }

    /// The terms of what is asked of `addressees`: the verb stands at word `verb`, sittings after word `content` are those at which
    /// something is to be done.
    pub(super) fn terms(&self, verb: usize, content: usize, addressees: &[FoundActor]) -> FoundTerms {
        let own = self.within(verb..self.end);
        let asked = self.within(content.min(self.end - 1)..self.end);
        let report = own.report(addressees);
        let due = || report.as_ref().and_then(|report| report.deadline.clone());
        FoundTerms {
            beneficiaries: own.beneficiaries(),
            condition: self.condition(),
            deadline: self.deadline(asked, false).or_else(due),
            recurrence: self.recurrence(),
            report,
        }
    }

    pub(super) fn words(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The same act between two of its words.
    pub(super) fn within(&self, words: Range<usize>) -> Self {
        Self { start: words.start, end: words.end, ..*self }
    }

    pub(super) fn span(&self, start: usize, end: usize) -> CleanSpan {
        span_of(self.phrase, start, end)
    }

    /// The place of the words in the text.
    pub(super) fn whole(&self) -> CleanSpan {
        self.span(self.start, self.end)
    }

    /// The word that begins at or after a place.
    pub(super) fn word_at(&self, place: u32) -> usize {
        self.phrase.words.partition_point(|word| word.span.start < place)
    }

    pub(super) fn is(&self, at: usize, duty: Duty) -> bool {
        self.phrase.words.get(at).is_some_and(|word| self.phrase.lexicon.duties.of(word.id).has(duty))
    }

    /// The words with that duty, in order.
    pub(super) fn with(&self, duty: Duty) -> impl Iterator<Item = usize> {
        let words = if self.present.has(duty) { self.words() } else { self.end..self.end };
        words.filter(move |&at| self.is(at, duty))
    }

    /// The noun groups from word `at` on that name somebody, up to words of time; and the word after them.
    pub(super) fn parties(&self, at: usize, limit: usize) -> Option<Addressees> {
        let from = self.phrase.words.get(at)?.span.end;
        let Mentions { dates, periods, .. } = self.mentions;
        let date = dates.get(dates.partition_point(|date| date.span.start < from));
        let after = &periods[periods.partition_point(|period| period.span.start < from)..];
        // a session may be a body: "à la Soixante-Douzième Assemblée mondiale de la Santé"
        let period = after.iter().take(2).find(|period| period.kind != PeriodKind::Session);
        let date = date.map(|date| self.word_at(date.span.start) - self.bound(date));
        let often = (at + 1..limit.min(self.end)).find(|&at| self.is(at, Duty::Often) && self.often(at).is_some());
        let period = period.map(|period| self.word_at(period.span.start));
        let time = date.into_iter().chain(period).chain(often).min();
        let mut found = self.phrase.parties(at, limit.min(time.unwrap_or(limit)))?;
        if let Some(group) = found.groups.last_mut() {
            group.1 = self.bare_end(*group);
            found.end = group.1;
        }
        let (start, end) = *found.groups.first()?;
        let names = self.phrase.can_be_asked((start, end.min(start + 2)));
        names.then_some(found)
    }

    /// Where in a noun group, from word `from` to before `end`, what is no name follows `de` and its article: `le Conseil de la situation`.
    pub(super) fn topic_after(&self, from: usize, end: usize) -> Option<usize> {
        let phrase = self.phrase;
        let mut at = from - 1;
        while at < end {
            if let Some(name) = self.names.end(phrase.words[at].span.start) {
                at = self.word_at(name).max(at + 1);
                continue;
            }
            let article = phrase.is(at, Part::De) && phrase.is(at + 1, Part::Determiner);
            let noun = if article { at + 2 } else { at + 1 };
            let lower = phrase.words.get(noun).is_some_and(|word| word.case == Case::Lower);
            if at >= from && lower && (article || phrase.is(at, Part::DeContracted)) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Where a noun group ends that names somebody, but for what its name holds: `la Conférence` of `la Conférence sur le budget`.
    pub(super) fn bare_end(&self, (start, end): (usize, usize)) -> usize {
        const MORE: &[Part] =
            &[Part::Preposition, Part::Dative, Part::DativeContracted, Part::Purpose, Part::Conjunction];
        let phrase = self.phrase;
        let mut at = start;
        while at < end {
            if let Some(name) = self.names.end(phrase.words[at].span.start) {
                at = self.word_at(name).max(at + 1);
                continue;
            }
            let other = at > start && phrase.is(at, Part::Determiner) && !phrase.is(at - 1, Part::De);
            let adverb = at > start && phrase.past_adverbs(at) > at;
            if other && !phrase.is_any(at - 1, &[Part::Determiner, Part::Article]) || adverb || phrase.is_any(at, MORE)
            {
                return at.max(start + 1);
            }
            at += 1;
        }
        end
    }

    /// Whether the word at `at` stands in a relative clause: `le rapport qu’il présente annuellement`.
    pub(super) fn in_relative(&self, at: usize) -> bool {
        /// Words of such a clause looked at.
        const REACH: usize = 14;
        let phrase = self.phrase;
        let back = (at.saturating_sub(REACH).max(self.start)..at).rev();
        let mut inside = back.take_while(|&at| !phrase.words[at].is_punctuation() && !phrase.is_infinitive(at));
        inside.any(|at| phrase.is(at, Part::Relative) && at > self.start)
    }

    pub(super) fn actors(&self, groups: &[(usize, usize)]) -> Vec<FoundActor> {
        groups.iter().map(|&(start, end)| FoundActor::named(self.span(start, end))).collect()
    }

    /// The word after `de` or an article joined to it, where one stands at `at`.
    pub(super) fn past_of(&self, at: usize) -> usize {
        at + usize::from(self.phrase.is_any(at, &[Part::De, Part::DeContracted]))
    }
}

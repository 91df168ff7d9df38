//! By when an act is to be done: a date, a span of time, a sitting.

use chrono::NaiveDate;

use super::asked::Asked;
use crate::grammar::ordinal::ordinal;
use crate::lexicon::Duty;
use crate::lexicon::particle::Part;
use crate::lexicon::segment::SegmentKind;
use crate::mention::{DateMention, PeriodMention};
use crate::model::{DateRole, Edtf, PeriodKind};
use crate::text::CleanSpan;
use crate::text::word::tokens;

/// A deadline, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundDeadline {
    pub(crate) span: CleanSpan,
    pub(crate) value: Option<Edtf>,
    pub(crate) end: Option<NaiveDate>,
}

/// Words of a phrase before a date or sitting, at most.
const LEAD: usize = 9;
/// Words of a sitting before its noun, at most: `la prochaine Conférence`, `sa soixante et onzième session`.
const BEFORE: usize = 6;
/// Words between a sitting and its date, at most: `, prévue à Abidjan en`.
const BESIDE: usize = 6;
/// Words between a participle and the sitting that it tells of, at most: `adoptée par la Conférence à sa dixième session`.
const TOLD: usize = 10;

impl Asked<'_, '_> {
    /// The first deadline in these words, or at a sitting in those of `sittings`; with `due`, plain dates are deadlines, too: those of
    /// a report.
    pub(super) fn deadline(&self, sittings: Self, due: bool) -> Option<FoundDeadline> {
        let dates = self.date(due).into_iter().chain(self.period(PeriodKind::Duration)).chain(self.year());
        let sittings = sittings.period(PeriodKind::Session).into_iter().chain(sittings.sitting());
        dates.chain(sittings).min_by_key(|deadline| deadline.span.start)
    }

    /// `à cette occasion`: the deadline that was told before.
    pub(super) fn means_the_last(&self) -> bool {
        let same = &self.phrase.lexicon.duties.same;
        let words = &self.phrase.words[self.words()];
        (0..words.len())
            .any(|at| same.begins(words[at].id) && same.longest(words[at..].iter().map(|word| word.id)).is_some())
    }

    fn date(&self, due: bool) -> Option<FoundDeadline> {
        let whole = self.whole();
        let dates = &self.mentions.dates;
        let first = dates.partition_point(|date| date.span.start < whole.start);
        let mut inside = dates[first..].iter().take_while(|date| date.span.end <= whole.end);
        let date = inside.find(|date| match date.role {
            Some(DateRole::Deadline) => !self.is_of_event(date),
            Some(_) => false,
            None => self.bound(date) > 0 || self.is_latest(date) || self.is_put_off(date) || (due && self.is_due(date)),
        })?;
        Some(FoundDeadline { span: date.span, value: Some(date.value.clone()), end: date.end })
    }

    /// How many words such as `d'ici à` stand before the date.
    pub(super) fn bound(&self, date: &DateMention) -> usize {
        self.bound_before(self.word_at(date.span.start))
    }

    /// `reporte à octobre 2018 l’examen`: a date right after the verb.
    fn is_put_off(&self, date: &DateMention) -> bool {
        let at = self.word_at(date.span.start);
        at > self.start && at <= self.start + 3 && self.phrase.is(at - 1, Part::Dative)
    }

    /// `le 31 août 2017 au plus tard`
    fn is_latest(&self, date: &DateMention) -> bool {
        let at = self.word_at(date.span.end);
        let ids = self.phrase.words[at..self.end.max(at)].iter().map(|word| word.id);
        self.phrase.lexicon.duties.after.longest(ids).is_some()
    }

    /// `les élections prévues avant le 31 août`: by when something else is to be.
    fn is_of_event(&self, date: &DateMention) -> bool {
        let at = self.word_at(date.span.start) - self.bound(date);
        let noun = at >= self.start + 2 && self.phrase.is_any(at - 2, &[Part::Determiner, Part::Possessive]);
        at > self.start && self.phrase.is_past_participle(at - 1) && !noun
    }

    /// Whether the date stands by itself, no day of something else: `faire rapport en juin 2015`, not `la session de juin 2015`.
    fn is_due(&self, date: &DateMention) -> bool {
        let at = self.word_at(date.span.start);
        let article = at > self.start && self.phrase.is(at - 1, Part::Determiner);
        let at = at - usize::from(article);
        at > self.start
            && !self.phrase.is_any(at - 1, &[Part::De, Part::DeContracted])
            && self.phrase.words[at - 1].kind == SegmentKind::Word
            && !self.is_told(at - 1)
    }

    fn period(&self, kind: PeriodKind) -> Option<FoundDeadline> {
        let whole = self.whole();
        let periods = &self.mentions.periods;
        let first = periods.partition_point(|period| period.span.start < whole.start);
        let mut inside = periods[first..].iter().take_while(|period| period.span.end <= whole.end);
        let value = |period: &PeriodMention| match period.kind {
            PeriodKind::Session => Some(Edtf::new(period.value.clone())),
            _ => period.end.map(|day| Edtf::new(day.to_string())),
        };
        let of_kind = |period: &&PeriodMention| period.kind == kind;
        let due = |period: &&PeriodMention| match period.kind {
            PeriodKind::Duration => period.role == Some(DateRole::Deadline),
            PeriodKind::Session => self.leads_to(self.word_at(period.span.start)),
            PeriodKind::Recurrence => false,
        };
        let period = inside.find(|period| of_kind(period) && due(period))?;
        Some(FoundDeadline { span: period.span, value: value(period), end: period.end })
    }

    /// A sitting whose days are not known, `sa prochaine session ordinaire`, or printed beside it, `sa session de juin 2015`; or a time
    /// without a date, `l’expiration du mandat`.
    fn sitting(&self) -> Option<FoundDeadline> {
        let mut nouns = self.words().filter(|&at| self.is(at, Duty::Sitting) || self.is(at, Duty::Term));
        nouns.find_map(|noun| self.sitting_at(noun))
    }

    fn sitting_at(&self, noun: usize) -> Option<FoundDeadline> {
        const OPENS: &[Part] = &[Part::Determiner, Part::DativeContracted, Part::DeContracted];
        const JOINED: &[Part] = &[Part::DativeContracted, Part::DeContracted];
        let phrase = self.phrase;
        let floor = noun.saturating_sub(BEFORE).max(self.start);
        let first = (floor..noun).rev().find(|&at| phrase.is_any(at, OPENS))?;
        let start = first + usize::from(phrase.is_any(first, JOINED));
        let term = self.is(noun, Duty::Term);
        let leads = if term { first + 1 == noun && self.bound_before(first) > 0 } else { self.leads_to(start) };
        let known = self.span(start, noun + 1);
        let sessions = &self.mentions.periods;
        let after = sessions.partition_point(|period| period.span.end <= known.start);
        if !leads || sessions.get(after).is_some_and(|period| period.span.start < known.end) {
            return None;
        }
        let end = phrase.group_from(start, self.end).max(noun + 1);
        let end = self.topic_after(noun + 1, end).filter(|_| !term).unwrap_or(end);
        // "renvoie à sa prochaine session l'examen du budget"
        let other = |&at: &usize| phrase.is(at, Part::Determiner) && !phrase.is(at - 1, Part::De);
        let end = (noun + 1..end).find(other).unwrap_or(end);
        let end = (noun + 1..end).find(|&at| phrase.is(at, Part::Preposition)).unwrap_or(end);
        // "la conférence tenue le 1er février" is over
        let own = phrase.is(first, Part::Possessive) || phrase.is(noun + 1, Part::De);
        let is_next = |at: usize| self.is(at, Duty::Next);
        let numbered = || {
            let clean = phrase.clean.unwrap_or_default();
            (start..noun).any(|at| ordinal(tokens(clean, &phrase.words[at..noun]), &phrase.lexicon.numbers).is_some())
        };
        let told = term || (start..noun).any(is_next) || is_next(noun + 1) || numbered();
        if let Some(date) = self.beside(noun + 1, end).filter(|_| told || own) {
            let span = CleanSpan { start: phrase.words[start].span.start, end: date.span.end };
            return Some(FoundDeadline { span, value: Some(date.value.clone()), end: date.end });
        }
        // "à leur session de 2017"
        let year = phrase.is(noun + 1, Part::De).then(|| self.year_at(noun + 2, start)).flatten();
        if year.is_some() {
            return year;
        }
        told.then(|| FoundDeadline { span: self.span(start, end), value: None, end: None })
    }

    /// The date printed beside a sitting whose noun ends before word `from`, and all of whose words end before word `end`: `, prévue à Abidjan
    /// en juillet 2017`.
    fn beside(&self, from: usize, end: usize) -> Option<&DateMention> {
        let phrase = self.phrase;
        let place = phrase.words.get(from)?.span.start;
        let dates = &self.mentions.dates;
        let date = dates.get(dates.partition_point(|date| date.span.start < place))?;
        let at = self.word_at(date.span.start);
        let other = |at: usize| {
            phrase.is_any(at, &[Part::Relative, Part::Conjunction])
                || phrase.is_mark(at, ';')
                || phrase.infinitive_follows(at)
        };
        (at < self.end && at <= end + BESIDE && self.bound(date) == 0 && !(from..at).any(other)).then_some(date)
    }

    /// `à l’horizon 2030`
    fn year(&self) -> Option<FoundDeadline> {
        let phrase = self.phrase;
        let years = &phrase.lexicon.duties.years;
        // not in a title: "le Programme de développement durable à l'horizon 2030"
        let aside = |&at: &usize| at > self.start && phrase.is_mark(at - 1, ',') && years.begins(phrase.words[at].id);
        self.words().filter(aside).find_map(|at| {
            let (count, ()) = years.longest(phrase.words[at..self.end].iter().map(|word| word.id))?;
            self.year_at(at + count, at + count)
        })
    }

    /// The year at word `at`, for a deadline whose words begin at `start`.
    fn year_at(&self, at: usize, start: usize) -> Option<FoundDeadline> {
        let year: i32 = self.phrase.words.get(at)?.text(self.phrase.clean?).parse().ok()?;
        let last = NaiveDate::from_ymd_opt(year, 12, 31).filter(|_| (1900..2100).contains(&year))?;
        let value = Some(Edtf::new(year.to_string()));
        Some(FoundDeadline { span: self.span(start, at + 1), value, end: Some(last) })
    }

    /// How many words such as `avant` or `d'ici à` end before word `at`.
    pub(super) fn bound_before(&self, at: usize) -> usize {
        let phrase = self.phrase;
        let is_bound = |back: &usize| {
            let ids = phrase.words[at - back..at].iter().map(|word| word.id);
            phrase.lexicon.particles.deadline.longest(ids).is_some_and(|(count, ())| count == *back)
        };
        (1..=LEAD.min(at)).rev().find(is_bound).unwrap_or(0)
    }

    /// Whether something is due at the sitting whose name or number begins at `at`: `à sa`, `lors de la`, `au`.
    fn leads_to(&self, at: usize) -> bool {
        let phrase = self.phrase;
        let leads = |end: usize| {
            (1..=LEAD.min(end.saturating_sub(self.start))).rev().find(|&back| {
                let ids = phrase.words[end - back..end].iter().map(|word| word.id);
                phrase.lexicon.duties.leads.longest(ids).is_some_and(|(count, ())| count == back)
            })
        };
        // the article, and "de"
        let mut end = at;
        for _ in 0..3 {
            if let Some(back) = leads(end) {
                return !self.is_told(end - back);
            }
            const LINKS: &[Part] = &[Part::Determiner, Part::Possessive, Part::De, Part::DeContracted];
            if end <= self.start || !phrase.is_any(end - 1, LINKS) {
                return false;
            }
            end -= 1;
        }
        false
    }

    /// Whether what stands at `at` tells when something else was done: `adoptée à sa dixième session`, `qui s'est tenue`.
    fn is_told(&self, at: usize) -> bool {
        let phrase = self.phrase;
        let floor = at.saturating_sub(TOLD).max(self.start);
        for before in (floor..at).rev() {
            if phrase.words[before].is_punctuation() || phrase.is_infinitive(before) {
                return false;
            }
            // "l'avancement ainsi que la composition"
            let joins = before > 0 && phrase.coordination(before - 1) == Some(2);
            // "n'examine la question qu'à sa dixième session"
            let only = (before.saturating_sub(8)..before).any(|at| phrase.is(at, Part::Negation));
            if (phrase.is(before, Part::Relative) && !joins && !only) || self.is_participle(before) {
                return true;
            }
        }
        false
    }

    /// `adoptée`, `prise`, with what tells when or by whom: not a noun such as `activité`.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        const PLACE: &[Part] =
            &[Part::Aside, Part::Dative, Part::DativeContracted, Part::Determiner, Part::BeforeGerund];
        let phrase = self.phrase;
        phrase.is_past_participle(at)
            && (phrase.is_any(at + 1, PLACE) || at + 1 >= self.end)
            && !(at > 0 && phrase.is_any(at - 1, &[Part::Determiner, Part::Possessive]))
    }
}

//! How often something is to be done: `tous les six mois`, `un rapport annuel`, `régulièrement`.

use super::asked::Asked;
use crate::lexicon::Duty;
use crate::lexicon::particle::Part;
use crate::model::PeriodKind;
use crate::text::CleanSpan;

/// Words of a noun group before its adjective, at most: `un bref rapport annuel`.
const BEFORE: usize = 3;

impl Asked<'_, '_> {
    /// The first words that say how often, with the recurrence in ISO 8601.
    pub(super) fn recurrence(&self) -> Option<(CleanSpan, String)> {
        let whole = self.whole();
        let periods = &self.mentions.periods;
        let first = periods.partition_point(|period| period.span.start < whole.start);
        let mut inside = periods[first..].iter().take_while(|period| period.span.end <= whole.end);
        let period = inside.find(|period| period.kind == PeriodKind::Recurrence);
        let cue = self.with(Duty::Often).find_map(|at| self.often(at).filter(|_| !self.in_relative(at)));
        match (period, cue) {
            (Some(period), Some(cue)) if cue.0.start < period.span.start => Some(cue),
            (Some(period), _) => Some((period.span, period.value.clone())),
            (None, cue) => cue,
        }
    }

    pub(super) fn often(&self, at: usize) -> Option<(CleanSpan, String)> {
        let duties = &self.phrase.lexicon.duties;
        let ids = self.phrase.words[at..self.end].iter().map(|word| word.id);
        if let Some((count, value)) = duties.often.longest(ids) {
            return Some((self.span(at, at + count), value.to_string()));
        }
        let value = duties.adjective(self.phrase.words[at].id)?;
        self.tells(at).then(|| (self.span(at, at + 1), value.to_owned()))
    }

    /// Whether the adjective tells what is asked, and does not only name what is known: `un rapport annuel`, not `la réunion annuelle`.
    fn tells(&self, at: usize) -> bool {
        const ASKED: &[Part] = &[Part::Article, Part::Possessive, Part::De];
        let before = (at.saturating_sub(BEFORE).max(self.start)..at).rev();
        let mut words = before.take_while(|&at| !self.phrase.words[at].is_punctuation());
        words
            .find(|&at| self.phrase.is_any(at, &[Part::Determiner, Part::Article, Part::De, Part::DeContracted]))
            .is_some_and(|found| found + 1 < at && self.phrase.is_any(found, ASKED))
    }
}

//! Closing lines: sitting and day, place and day, the vote, the adoption.

use super::builder::{Builder, Stage};
use super::paragraph::Ending;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Cue, Start};
use crate::text::{Case, Word};

/// Words of the line that tells of the adoption and its day, at most.
const ADOPTION: usize = 16;

impl Builder<'_, '_> {
    /// `36e séance plénière 7 décembre 2020`, `Fait à Dakar, le …`, `[Adoptée sans vote.]`, and all after them but notes.
    pub(super) fn is_closing(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let started = self.stage != Stage::Preamble && (!self.resolution.clauses.is_empty() || !self.path.is_empty());
        if !started || self.is_bare_annex() || paragraph.candidate().is_some() || !paragraph.is_short() {
            return self.stage == Stage::Closing && paragraph.candidate().is_none();
        }
        let bracketed = paragraph.text.starts_with('[') && paragraph.text.contains(']');
        let sitting = paragraph.ending == Ending::Open
            && paragraph.words.len() <= 12
            && paragraph.opening.is_none()
            && paragraph.holds(Cue::Meeting, self.text.words, self.text.lexicon)
            && paragraph.text.chars().any(|c| c.is_ascii_digit());
        bracketed
            || sitting
            || self.is_dateline(index)
            || self.is_adoption(index)
            || self.text.opens(index, Cue::Closing) && paragraph.opening.is_none() && self.ending != Ending::Open
    }

    /// `Yaoundé, le 21 novembre 2019`: a place, a comma, a day.
    fn is_dateline(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let own = &self.text.words[paragraph.words.clone()];
        let comma = own.iter().position(|word| word.text(self.text.clean) == ",");
        paragraph.opening.is_none()
            && (4..=10).contains(&own.len())
            && own[0].case != Case::Lower
            && comma.is_some_and(|at| {
                let article = own.get(at + 1).is_some_and(|word| self.text.lexicon.layout.articles.contains(&word.id));
                article
                    && own.get(at + 2).is_some_and(|word| matches!(word.kind, SegmentKind::Number | SegmentKind::Mixed))
            })
    }

    /// `Adoptée à Djerba, le 20 novembre 2022`: a few words that tell of the adoption and its day.
    fn is_adoption(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let words = &self.text.words[paragraph.words.clone()];
        let figure = |word: &Word| matches!(word.kind, SegmentKind::Number | SegmentKind::Mixed);
        words.len() <= ADOPTION
            && paragraph.label.is_none()
            && paragraph.text.starts_with(char::is_uppercase)
            && matches!(paragraph.ending, Ending::Open | Ending::Point)
            && self.text.opens(index, Cue::Vote)
            && words.iter().any(figure)
    }

    /// `Le 25 mars 2022`: words of a date, and nothing else.
    pub(super) fn is_day(&self, index: usize) -> bool {
        let words = &self.text.words[self.text.paragraphs[index].words.clone()];
        let article = |word: &Word| self.text.lexicon.layout.articles.contains(&word.id);
        words.iter().any(|word| word.kind == SegmentKind::Number)
            && words.iter().all(|word| word.is_punctuation() || word.starts.has(Start::Date) || article(word))
    }

    /// `Adoptée à l'unanimité à la 397e séance.`
    pub(super) fn is_vote(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        self.stage != Stage::Preamble
            && paragraph.label.is_none()
            && self.text.opens(index, Cue::Vote)
            && paragraph.text.starts_with(char::is_uppercase)
            && [Cue::Meeting, Cue::Ballot]
                .into_iter()
                .any(|cue| paragraph.holds(cue, self.text.words, self.text.lexicon))
    }
}

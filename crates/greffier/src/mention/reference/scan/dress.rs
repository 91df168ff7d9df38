//! What stands around a citation and belongs to it: its citing word, its date, the part that is cited.

use super::{LEAD, Scan, What};
use crate::grammar::symbol::cited_decision;
use crate::lexicon::WordRoles;
use crate::mention::reference::inner;
use crate::model::{Edtf, ReferenceKind};
use crate::text::{Case, Word};

/// How many members may share a list of dates.
const MOST_DATES: usize = 32;

impl Scan<'_> {
    /// Gives a new citation what stands around it: the citing word, the part cited, the date.
    pub(super) fn dress(&mut self, index: usize, start: usize) {
        let words = self.reading.words;
        let place = words[start].span.start;
        if let Some(open) = self.open.as_mut() {
            let near = place > open.start && place - open.start <= LEAD && open.direct == start;
            let numbered = match &self.found.cited[index].what {
                What::Plain(_) => true,
                What::Symbol { symbol, .. } => {
                    symbol.starts_with(|c: char| c.is_ascii_digit()) || cited_decision(symbol).is_ok()
                }
            };
            // a full symbol needs no citing word, but acts are called by theirs; a plural one belongs to the list
            let named = numbered || open.citing.kind == ReferenceKind::Regulation;
            if open.first == index && near && named && !open.citing.plural {
                self.found.cited[index].span.start = open.start;
            }
            if open.first == index {
                let citing = words.partition_point(|word| word.span.start < open.start);
                self.found.cited[index].inner = inner::before(self.reading, citing);
            }
            let beside = open.direct == start || (open.after + 1 == start && open.first < index);
            if self.found.cited[index].kind == ReferenceKind::Document && beside {
                self.found.cited[index].kind = open.citing.kind;
            }
            open.after = self.least;
        }
        let part = inner::after(self.reading, self.least);
        let cited = &mut self.found.cited[index];
        cited.inner = part.or_else(|| cited.inner.take());
        if let Some(first) = self.date_after(self.least) {
            self.date_members(index, first);
        }
    }

    /// Gives the dates from `first` on to the members that have none: one each where there are as many, `61/16 et 68/1, en
    /// date du 20 novembre 2006 et du 20 septembre 2013`; a single one to the last member alone.
    fn date_members(&mut self, index: usize, first: usize) {
        let least = self.open.map_or(index, |open| open.first.min(index));
        let dateless = self.found.cited[least..=index]
            .iter()
            .rev()
            .take(MOST_DATES)
            .take_while(|cited| cited.date.is_none())
            .count();
        let mut values: Vec<&str> = Vec::new();
        let mut last = first;
        loop {
            values.extend(self.dates[last].value.as_str().trim_matches(['{', '}']).split(','));
            let end = self.dates[last].span.end;
            let Some(next) = self.dates.get(last + 1).filter(|_| values.len() < dateless) else { break };
            let words = self.reading.words;
            let from = words.partition_point(|word| word.span.start < end);
            let to = words.partition_point(|word| word.span.start < next.span.start);
            let between = words.get(from..=to).filter(|between| between.len() <= 7 && !between.iter().any(Word::opens));
            if between.is_none() || !self.only_linking(from, to) {
                break;
            }
            last += 1;
        }
        let several = values.len() == dateless && dateless > 1;
        let dated = self.found.cited[index + 1 - if several { dateless } else { 1 }..=index].iter_mut();
        if several || values.len() == 1 {
            dated.zip(values).for_each(|(cited, value)| cited.date = Some(Edtf::new(value)));
        }
    }

    /// The date that belongs to what ends before word `at`: after small words and the name of a body.
    fn date_after(&self, mut at: usize) -> Option<usize> {
        let words = self.reading.words;
        let stop = at + 16;
        while let Some(word) = words.get(at).filter(|word| at < stop && !word.opens()) {
            if let Some(index) = self.date_at(word.span.start) {
                return Some(index);
            }
            let roles = self.references.roles(word.id);
            let named = roles.has(WordRoles::BODY).then(|| self.references.body_name(words[at..].iter().map(|w| w.id)));
            at += match named.flatten() {
                Some((count, _)) => count + self.acronym_after(at + count),
                None if roles.has(WordRoles::LINKING) || roles.has(WordRoles::GENITIVE) => 1,
                None if matches!(word.text(self.reading.clean), "," | "(") => 1,
                None => return None,
            };
        }
        None
    }

    /// How many words the acronym in brackets at word `at` takes.
    fn acronym_after(&self, at: usize) -> usize {
        const BRACKETED: usize = 3;
        let Some([open, inner, close]) = self.reading.words.get(at..at + BRACKETED) else { return 0 };
        let is = |word: &Word, text: &str| !word.opens() && word.text(self.reading.clean) == text;
        if is(open, "(") && inner.case == Case::Upper && is(close, ")") { BRACKETED } else { 0 }
    }

    /// The date that begins at that place.
    pub(super) fn date_at(&self, start: u32) -> Option<usize> {
        self.dates.binary_search_by_key(&start, |date| date.span.start).ok()
    }
}

//! Noun groups after a French verb: who is addressed.
//!
//! `aux États membres et aux institutions de l'OCI de fournir`: two groups, each without its preposition.

use super::noun_group::{End, REACH, Stop};
use super::phrase::Phrase;
use super::verb_group::Group;
use crate::lexicon::particle::Part;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::verb::Frame;
use crate::model::Class;
use crate::text::Case;

/// Words between a verb and the preposition of its addressee, at most.
pub(super) const GAP: usize = 14;

/// Noun groups in numbers of words, and the word where what is asked begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addressees {
    pub(crate) groups: Vec<(usize, usize)>,
    pub(crate) end: usize,
}

impl<'t> Phrase<'t> {
    /// Those whom the act of `group` addresses, from what follows it up to word `limit`.
    pub(crate) fn addressees(&self, group: &Group<'t>, limit: usize) -> Option<Addressees> {
        let at = group.after;
        match group.frame {
            // "décide d'inviter X": those whom the infinitive addresses
            Frame::None if group.class == Class::Decide && self.is(at, Part::De) => {
                let inner = self.infinitive(at).filter(|inner| inner.class != Class::Decide)?;
                self.addressees(&inner, limit)
            }
            Frame::None => None,
            Frame::Object => self.list(self.past_aside(at), limit, End { thing: true, ..End::default() }),
            Frame::Accusative => {
                let called = group.class == Class::CallUpon;
                self.list(self.past_aside(at), limit, End { asked: true, called, ..End::default() })
            }
            Frame::Dative => {
                let thing = matches!(group.class, Class::Thank | Class::Commend | Class::Solidarity);
                let how = End { thing, asked: !thing, called: false };
                self.after_preposition(at, limit, &[Part::Dative, Part::DativeContracted], how)
            }
            Frame::Demand if self.is(at, Part::Relative) => self.subject_of_demand(at + 1, limit),
            Frame::Demand => self.after_preposition(
                at,
                limit,
                &[Part::De, Part::DeContracted],
                End { asked: true, ..End::default() },
            ),
        }
    }

    /// The noun group that follows word `at`, for a pronoun later on: `salue les autorités … et les a encouragées`.
    pub(crate) fn object(&self, at: usize, limit: usize) -> Option<(usize, usize)> {
        let at = if self.is_any(at, &[Part::De, Part::Dative]) { at + 1 } else { at };
        let starts = self.starts_group(at) || self.is_any(at, &[Part::DeContracted, Part::DativeContracted]);
        if !starts {
            return None;
        }
        let (end, _) = self.group_end(at, limit, End { thing: true, ..End::default() });
        // "les efforts des autorités": the pronoun means those who can be asked
        let whole = (at, end);
        const LINKS: &[Part] = &[Part::De, Part::DeContracted, Part::Dative, Part::DativeContracted];
        let of = (at + 1..end).find(|&at| self.is_any(at, LINKS));
        if let Some(of) = of
            && !self.can_be_asked((at, of))
            && self.can_be_asked((of + 1, (of + 3).min(end)))
        {
            return Some((of + 1, end));
        }
        (end > at + 1 && self.can_be_asked(whole)).then_some(whole)
    }

    /// The noun groups from word `at` on that name somebody, and the word after them; `at` may be the preposition of the first.
    pub(crate) fn parties(&self, at: usize, limit: usize) -> Option<Addressees> {
        const PREPOSITIONS: &[Part] = &[Part::Dative, Part::DativeContracted, Part::De, Part::DeContracted];
        if self.is_any(at, PREPOSITIONS) {
            let of = self.is_any(at, &[Part::De, Part::DeContracted]);
            let prepositions = if of { &PREPOSITIONS[2..] } else { &PREPOSITIONS[..2] };
            self.after_preposition(at, limit, prepositions, End { thing: true, ..End::default() })
        } else {
            self.list(at, limit, End { thing: true, ..End::default() })
        }
    }

    /// The noun group that begins at word `at` ends before this word.
    pub(crate) fn group_from(&self, at: usize, limit: usize) -> usize {
        self.group_end(at, limit, End { thing: true, ..End::default() }).0
    }

    /// The last noun group before word `before` for which the pronoun at word `at` may stand: somebody who can be asked.
    pub(crate) fn antecedent(&self, at: usize, before: usize) -> Option<(usize, usize)> {
        let pronoun = self.id(at)?;
        let particles = &self.lexicon.particles;
        let floor = before.saturating_sub(REACH);
        (floor..before.saturating_sub(1)).rev().find_map(|article| {
            let contracted = self.is_any(article, &[Part::DativeContracted, Part::DeContracted]);
            let start = article + usize::from(contracted);
            let fits = particles.may_stand_for(pronoun, self.words[article].id)
                && self.head_can_be_asked((article + 1, (article + 3).min(before)))
                && self.words[article + 1].kind == SegmentKind::Word;
            let (end, _) =
                if fits { self.group_end(start, before, End { thing: true, ..End::default() }) } else { return None };
            const MORE: &[Part] = &[Part::Preposition, Part::Purpose, Part::Dative, Part::DativeContracted];
            let end = (start + 1..end).find(|&at| self.is_any(at, MORE)).unwrap_or(end);
            (end > start).then_some((start, end))
        })
    }

    /// `Exige que toutes les parties respectent`: the subject of what is demanded, up to its verb.
    fn subject_of_demand(&self, at: usize, limit: usize) -> Option<Addressees> {
        if !self.is(at, Part::Determiner) {
            return None;
        }
        let clean = self.clean.unwrap_or_default();
        let (end, _) = self.group_end(at, limit, End::default());
        let verb = (at + 1..end).find(|&at| {
            !self.is(at, Part::Agent)
                && self.words[at].case == Case::Lower
                && self.words[at].text(clean).ends_with("ent")
        });
        let end = verb.unwrap_or(end);
        ((verb.is_some() || end < limit) && self.can_be_asked((at, end)))
            .then(|| Addressees { groups: vec![(at, end)], end })
    }

    /// Past `, à cet égard,` right after a verb.
    pub(crate) fn past_aside(&self, at: usize) -> usize {
        if !self.is_mark(at, ',') {
            return self.past_adverbs(at);
        }
        let close = (at + 1..(at + GAP).min(self.words.len())).find(|&at| self.is_mark(at, ','));
        close.map_or(at, |close| close + 1)
    }

    /// A list of noun groups without preposition.
    fn list(&self, at: usize, limit: usize, how: End) -> Option<Addressees> {
        if !self.starts_group(at) || self.is_any(at, &[Part::Dative, Part::DativeContracted, Part::DeContracted]) {
            return None;
        }
        let mut groups = Vec::new();
        let mut here = at;
        let end = loop {
            let (end, stop) = self.group_end(here, limit, how);
            groups.push((here, end));
            match self.next_in_list(end, limit, &[]) {
                Some(next) if stop == Stop::Other => here = next,
                None if stop == Stop::Other && how.asked => match self.past_apposition(end, limit, &[]) {
                    Some(next) => here = next,
                    None => break (end, stop),
                },
                _ => break (end, stop),
            }
        };
        let (end, stop) = end;
        self.merge(&mut groups);
        if how.asked && stop == Stop::Other && !groups.iter().any(|&group| self.head_can_be_asked(group)) {
            return None;
        }
        Some(Addressees { groups, end })
    }

    /// A list of noun groups, each after a preposition or only the first.
    fn after_preposition(&self, at: usize, limit: usize, prepositions: &[Part], how: End) -> Option<Addressees> {
        let first = self.preposition(at, limit, prepositions)?;
        let mut groups = Vec::new();
        let mut here = first;
        let end = loop {
            let start = here + 1;
            let (end, stop) = self.group_end(start, limit, how);
            if end == start {
                break here;
            }
            groups.push((start, end));
            match self.next_in_list(end, limit, prepositions) {
                // the group begins after the preposition: "et" + "à" + group
                Some(next) if stop == Stop::Other && self.is_any(next, prepositions) => here = next,
                Some(next) if stop == Stop::Other => here = next - 1,
                None if stop == Stop::Other => match self.past_apposition(end, limit, prepositions) {
                    Some(next) => here = next,
                    None => break end,
                },
                _ => break end,
            }
        };
        self.merge(&mut groups);
        (!groups.is_empty()).then_some(Addressees { groups, end })
    }

    /// `à M. Diallo, Président du Comité, et au peuple`: the preposition of the next, past what is said of the last.
    fn past_apposition(&self, end: usize, limit: usize, prepositions: &[Part]) -> Option<usize> {
        if self.is_any(end, &[Part::Relative, Part::HaveGerund]) {
            return self.past_relative(end, limit, prepositions);
        }
        if !self.is_mark(end, ',') {
            return None;
        }
        let stop = limit.min(end + GAP * 2);
        let here = (end + 1..stop)
            .take_while(|&at| !self.is(at, Part::Relative) && !self.infinitive_follows(at) && !self.is_mark(at, ';'))
            .find(|&at| self.is_mark(at, ',') && self.is(at + 1, Part::Conjunction))?;
        if prepositions.is_empty() {
            let asks = (here + 3..stop).any(|at| self.infinitive_follows(at));
            return (asks
                && self.is(here + 2, Part::Determiner)
                && self.can_be_asked((here + 2, (here + 5).min(limit))))
            .then_some(here + 2);
        }
        (self.is_any(here + 2, prepositions) && !self.infinitive_follows(here + 2)).then_some(here + 2)
    }

    /// `les organisations qui interviennent sur place et les entreprises à`: where the next group of a list begins behind a relative clause.
    fn past_relative(&self, end: usize, limit: usize, prepositions: &[Part]) -> Option<usize> {
        let stop = limit.min(end + GAP);
        let here = (end + 1..stop)
            .take_while(|&at| !self.is_mark(at, ';') && !self.is_mark(at, ',') && !self.infinitive_follows(at))
            .find(|&at| self.is(at, Part::Conjunction))?;
        let next = here + 1;
        let asked = |at: usize| self.is(at, Part::Determiner) && self.head_can_be_asked((at + 1, (at + 3).min(limit)));
        if prepositions.is_empty() {
            return (asked(next) && self.finite(next).is_none()).then_some(next);
        }
        let again = self.is_any(next, prepositions) && !self.infinitive_follows(next);
        (again && (asked(next + 1) || self.head_can_be_asked((next + 1, (next + 2).min(limit))))).then_some(next)
    }

    /// The preposition of the addressee: next to the verb, or after words between commas, or after the object.
    fn preposition(&self, at: usize, limit: usize, wanted: &[Part]) -> Option<usize> {
        let fits = |at: usize| {
            self.is_any(at, wanted)
                && !self.is_infinitive(at + 1)
                && (self.is_any(at, &[Part::DativeContracted, Part::DeContracted]) || self.starts_group(at + 1))
        };
        if fits(at) {
            return Some(at);
        }
        let past = self.past_aside(at);
        if fits(past) {
            return Some(past);
        }
        if wanted.contains(&Part::De) {
            return None;
        }
        let stop = limit.min(at + GAP);
        let gap = (at..stop).take_while(|&at| {
            !self.is(at, Part::Relative)
                && !self.is_mark(at, ';')
                && !self.is_mark(at, '.')
                && !self.infinitive_follows(at)
        });
        gap.skip(1).find(|&at| fits(at) && (self.can_be_asked((at + 1, (at + 4).min(limit)))))
    }

    /// Joins to the group before it one that names nobody: `le Comité sur les droits et le bien-être`.
    fn merge(&self, groups: &mut Vec<(usize, usize)>) {
        let mut kept: Vec<(usize, usize)> = Vec::with_capacity(groups.len());
        for &group in &*groups {
            match kept.last_mut() {
                Some(last) if self.has_topic(*last) && !self.has_agent(group) => last.1 = group.1,
                _ => kept.push(group),
            }
        }
        *groups = kept;
    }

    /// The word where the next group of a list begins, after one that ended at word `end`.
    fn next_in_list(&self, end: usize, limit: usize, prepositions: &[Part]) -> Option<usize> {
        if end >= limit {
            return None;
        }
        let comma = self.is_mark(end, ',');
        let at = end + usize::from(comma);
        let next = if let Some(next) = self.after_conjunction(at) {
            next
        } else if comma && self.is_enumeration(at, limit, prepositions) {
            at
        } else {
            return None;
        };
        if next >= limit || self.finite(next).is_some() || self.gerund(next).is_some() {
            return None;
        }
        if prepositions.is_empty() {
            (self.is(next, Part::Determiner) && self.starts_group(next)).then_some(next)
        } else {
            let repeated = self.is_any(next, prepositions)
                && !self.infinitive_follows(next)
                && (self.starts_group(next + 1) || self.is_any(next, &[Part::DativeContracted, Part::DeContracted]));
            (repeated || self.is(next, Part::Determiner)).then_some(next)
        }
    }

    /// Whether after a comma a list goes on to a last member with `et`: `le Tchad, le Niger et le Mali`.
    fn is_enumeration(&self, at: usize, limit: usize, prepositions: &[Part]) -> bool {
        let opens = |at: usize| {
            if prepositions.is_empty() { self.is(at, Part::Determiner) } else { self.is_any(at, prepositions) }
        };
        if !opens(at) || self.infinitive_follows(at) {
            return false;
        }
        (at + 1..limit.min(at + REACH / 2))
            .take_while(|&at| !self.is(at, Part::Relative) && !self.infinitive_follows(at) && !self.is_mark(at, ';'))
            .any(|at| self.after_conjunction(at).is_some_and(|next| opens(next) && self.finite(next).is_none()))
    }
}

//! Noun groups after a French verb: who is addressed, and where the group ends.
//!
//! `aux États membres et aux institutions de l'OCI de fournir`: two groups, each without its preposition.

use super::verb_group::{Group, Phrase};
use crate::lexicon::particle::Part;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::verb::Frame;
use crate::model::Class;
use crate::text::Case;

/// Bytes of a title before a name: `Mme`.
const TITLE: usize = 4;
/// Words of a list of addressees, at most.
const REACH: usize = 120;
/// Words between a verb and the preposition of its addressee, at most.
const GAP: usize = 14;

/// Noun groups in numbers of words, and the word where what is asked begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addressees {
    pub(crate) groups: Vec<(usize, usize)>,
    pub(crate) end: usize,
}

/// What may end a noun group besides what ends any.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    /// `pour son accueil`, `de leurs efforts`: what the group is thanked for.
    thing: bool,
    /// Only those who can be asked, of whom something is asked.
    asked: bool,
    /// `appelle les parties au calme`: what is asked may be a noun.
    called: bool,
}

/// Why a noun group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// `à fournir`, `de fournir`
    Infinitive,
    /// Anything else.
    Other,
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
        let of = (at + 1..end).find(|&at| self.is_any(at, &[Part::De, Part::DeContracted]));
        if let Some(of) = of
            && !self.can_be_asked((at, of))
            && self.can_be_asked((of + 1, (of + 3).min(end)))
        {
            return Some((of + 1, end));
        }
        (end > at + 1 && self.can_be_asked(whole)).then_some(whole)
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
    fn past_aside(&self, at: usize) -> usize {
        if !self.is_mark(at, ',') {
            return self.past_adverbs(at);
        }
        let close = (at + 1..(at + GAP).min(self.words.len())).find(|&at| self.is_mark(at, ','));
        close.map_or(at, |close| close + 1)
    }

    fn starts_group(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        word.kind == SegmentKind::Word
            && !self
                .is_any(at, &[Part::De, Part::Relative, Part::Conjunction, Part::Aside, Part::Purpose, Part::Dative])
            && (self.is_any(at, &[Part::Determiner, Part::Article, Part::Agent])
                || matches!(word.case, Case::Capital | Case::Upper))
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
                _ => break (end, stop),
            }
        };
        let (end, stop) = end;
        self.merge(&mut groups);
        if how.asked && stop == Stop::Other && !groups.iter().any(|&group| self.can_be_asked(group)) {
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
        if !self.is_mark(end, ',') {
            return None;
        }
        let stop = limit.min(end + GAP * 2);
        let here = (end + 1..stop)
            .take_while(|&at| !self.is(at, Part::Relative) && !self.infinitive_follows(at) && !self.is_mark(at, ';'))
            .find(|&at| self.is_mark(at, ',') && self.is(at + 1, Part::Conjunction))?;
        (self.is_any(here + 2, prepositions) && !self.infinitive_follows(here + 2)).then_some(here + 2)
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

    /// Whether a word of the group names somebody: a noun from the data, or a capital.
    fn can_be_asked(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| {
            self.is(at, Part::Agent)
                || (matches!(self.words[at].case, Case::Capital | Case::Upper) && !self.is(at, Part::Determiner))
        })
    }

    /// Whether the group tells what it is about: `le Comité sur les droits`, `la Commission pour l'Asie`.
    fn has_topic(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is_any(at, &[Part::Preposition, Part::Purpose]))
    }

    fn has_agent(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is(at, Part::Agent)) || self.words[end - 1].case == Case::Upper
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

    /// Where the noun group that starts at word `at` ends, and why.
    fn group_end(&self, at: usize, limit: usize, how: End) -> (usize, Stop) {
        let limit = limit.min(at + REACH);
        let mut here = at;
        let mut depth = 0_i32;
        while here < limit {
            let word = &self.words[here];
            if word.kind == SegmentKind::Number && depth == 0 && self.is_mark(here + 1, ')') && here > at {
                return (here, Stop::Other);
            }
            if word.is_punctuation() {
                match word.text(self.clean.unwrap_or_default()) {
                    "(" | "«" => depth += 1,
                    ")" | "»" => depth -= 1,
                    "." if depth == 0
                        && self.is(here - 1, Part::Person)
                        && self.words[here - 1].span.len() <= TITLE => {}
                    "-" | "/" | "’" | "'" if depth == 0 => {}
                    "," if depth == 0 && self.goes_on_with_list(here + 1, limit) => {}
                    _ if depth == 0 => return (here, Stop::Other),
                    _ => {}
                }
                if depth < 0 {
                    return (here, Stop::Other);
                }
            } else if depth > 0 || here == at {
                // inside brackets all belongs to the group
            } else if self.infinitive_follows(here) || self.announces(here) {
                return (here, Stop::Infinitive);
            } else if self.ends_group(here)
                || self.joins_next(here)
                || self.ends_for(here, how)
                || self.tells_more(here)
            {
                return (here, Stop::Other);
            }
            here += 1;
        }
        (here, Stop::Other)
    }

    /// `invite les partenaires à :`, before a list of infinitives.
    fn announces(&self, at: usize) -> bool {
        self.is_any(at, &[Part::De, Part::Dative]) && self.is_mark(at + 1, ':')
    }

    /// Whether the thing thanked or praised for, or asked for, begins at word `at`.
    fn ends_for(&self, at: usize, how: End) -> bool {
        let lower = self.words.get(at + 1).is_some_and(|word| word.case == Case::Lower);
        if how.thing {
            return (self.is(at, Part::De) && self.is(at + 1, Part::Possessive))
                || (self.is(at, Part::Purpose) && self.is(at + 1, Part::Determiner))
                || (self.is(at, Part::De) && self.is_mark(at - 1, ')'))
                || (self.is(at, Part::De) && self.is(at + 1, Part::Determiner) && self.is(at + 2, Part::Way));
        }
        let text = |at: usize| self.words.get(at).map_or("", |word| word.text(self.clean.unwrap_or_default()));
        let called = how.called && self.is_any(at, &[Part::Dative, Part::DativeContracted]);
        // "appelle la Turquie au respect", but "les États parties à la Convention"
        let named = (at + 1..(at + 3).min(self.words.len())).any(|at| self.words[at].case == Case::Capital);
        if called && !(text(at - 1).starts_with("partie") && named) {
            return true;
        }
        // "instruit la Commission à l'effet de"
        if self.is(at, Part::Dative) && text(at + 2) == "effet" {
            return true;
        }
        how.asked
            && self.is(at, Part::DativeContracted)
            && lower
            && self.words[at - 1].case == Case::Capital
            && !self.is_plural_group(at)
    }

    /// Whether a participle with a complement begins at word `at`: `donateurs rassemblés à Genève`.
    fn tells_more(&self, at: usize) -> bool {
        const COMPLEMENT: &[Part] = &[Part::Aside, Part::Dative, Part::DativeContracted, Part::BeforeGerund];
        let clean = self.clean.unwrap_or_default();
        let word = &self.words[at];
        word.case == Case::Lower
            && self.is_any(at + 1, COMPLEMENT)
            && !self.infinitive_follows(at + 1)
            && ["é", "ée", "és", "ées"].iter().any(|ending| word.text(clean).ends_with(ending))
    }

    /// Whether a comma before word `at` stands inside one group: `les représentants de la Tunisie, du Libéria et`.
    fn goes_on_with_list(&self, at: usize, limit: usize) -> bool {
        (self.is(at, Part::De) || self.is(at, Part::DeContracted))
            && !self.infinitive_follows(at)
            && (at..limit.min(at + GAP * 2))
                .any(|at| self.is(at, Part::Conjunction) && self.is_any(at + 1, &[Part::De, Part::DeContracted]))
    }

    /// `à fournir`, `de ne pas fournir`, `d'y donner suite`
    fn infinitive_follows(&self, at: usize) -> bool {
        if !self.is_any(at, &[Part::De, Part::Dative, Part::Purpose]) {
            return false;
        }
        const BEFORE: &[Part] =
            &[Part::Negation, Part::Denial, Part::Reflexive, Part::Direct, Part::Indirect, Part::Elided];
        let mut next = at + 1;
        for _ in 0..4 {
            if self.is_infinitive(next) {
                return true;
            }
            let adverbs = self.adverbs(next).end;
            if adverbs > next {
                next = adverbs;
            } else if self.is_any(next, BEFORE) || self.is_mark(next, ',') || self.is_adverb(next) {
                next += 1;
            } else {
                return false;
            }
        }
        self.is_infinitive(next)
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let text = word.text(self.clean.unwrap_or_default());
            text.ends_with("ment") || matches!(text, "bien" | "tout" | "mieux" | "ne" | "plus")
        })
    }

    pub(crate) fn is_infinitive(&self, at: usize) -> bool {
        use crate::lexicon::conjugation::Moods;
        let Some(word) = self.words.get(at) else { return false };
        self.lexicon.verbs.forms(word.id).iter().any(|form| form.moods.has(Moods::INFINITIVE))
            || (word.case == Case::Lower
                && self.lexicon.particles.ends_as_infinitive(word.id, word.text(self.clean.unwrap_or_default())))
    }

    /// Whether no noun group goes on at word `at`.
    fn ends_group(&self, at: usize) -> bool {
        if self.is_any(at, &[Part::Relative, Part::Aside]) {
            return true;
        }
        if self.is(at, Part::Article) && !self.is(at, Part::DeContracted) {
            return true;
        }
        if self.is(at, Part::Purpose) {
            // "le Haut Comité pour les réfugiés" goes on, "remercie X pour son accueil" does not
            return self.is_any(at + 1, &[Part::Possessive, Part::Relative]) || self.is_infinitive(at + 1);
        }
        if self.is(at, Part::BeforeGerund) && !self.is(at, Part::Determiner) {
            return self.words.get(at + 1).is_some_and(|word| word.case == Case::Lower)
                && !self.is(at + 1, Part::Condition);
        }
        // a finite verb or a participle in -ant after the group
        self.is_any(at, &[Part::HavePlural, Part::BeSingular, Part::BePlural]) || self.auxiliary_have(at)
    }

    fn auxiliary_have(&self, at: usize) -> bool {
        self.is(at, Part::HaveSingular) && self.words[at].text(self.clean.unwrap_or_default()).is_ascii()
    }

    /// Whether a new group of the list begins after the conjunction at word `at`.
    fn joins_next(&self, at: usize) -> bool {
        let next = if self.is(at, Part::Conjunction) { Some(at + 1) } else { self.after_coordination(at) };
        next.is_some_and(|next| {
            (self.is(next, Part::Determiner) && !self.is_finite_after(next))
                || self.is_any(next, &[Part::Dative, Part::DativeContracted])
                || self.finite(next).is_some()
                || self.gerund(next).is_some()
        })
    }

    /// `les a exhortées`: the article is a pronoun.
    fn is_finite_after(&self, at: usize) -> bool {
        self.finite(at).is_some_and(|group| group.clitic.is_some())
    }

    fn after_coordination(&self, at: usize) -> Option<usize> {
        let ids = self.words[at..].iter().map(|word| word.id);
        self.lexicon.particles.coordination.longest(ids).map(|(count, ())| at + count)
    }

    /// The word where the next group of a list begins, after one that ended at word `end`.
    fn next_in_list(&self, end: usize, limit: usize, prepositions: &[Part]) -> Option<usize> {
        if end >= limit {
            return None;
        }
        let comma = self.is_mark(end, ',');
        let at = end + usize::from(comma);
        let next = if self.is(at, Part::Conjunction) {
            at + 1
        } else if let Some(next) = self.after_coordination(at) {
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
            .any(|at| {
                let next = if self.is(at, Part::Conjunction) { Some(at + 1) } else { self.after_coordination(at) };
                next.is_some_and(|next| opens(next) && self.finite(next).is_none())
            })
    }
}

//! The group of a French verb: pronouns, auxiliary, adverbs, verb, and the words that belong to it.
//!
//! `leur a également demandé`, `s'est, ensuite, penchée`, `Prend note avec satisfaction`, `Tout en se félicitant`,
//! `Profondément préoccupée`, `de créer`.

use super::phrase::Phrase;
use super::sense::{Adverbs, Reading};
use crate::lexicon::conjugation::Moods;
use crate::lexicon::particle::{Part, Parts};
use crate::lexicon::verb::{Decider, Frame};
use crate::lexicon::{Duty, WordId};
use crate::model::{Class, Polarity, Repetition, Tense};
use crate::text::Case;

/// Pronouns before a verb, at most; adverbs between auxiliary and participle, at most.
pub(super) const PRONOUNS: usize = 4;
const FINITE: Moods = Moods::PRESENT.with(Moods::FUTURE);

/// Person and number of a finite verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number {
    Singular,
    Plural,
    We,
}

/// A pronoun for those addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clitic {
    /// `les a exhortées`
    Direct,
    /// `leur a demandé`
    Indirect,
}

/// A verb with all that belongs to it, in numbers of words of its phrase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'t> {
    /// Where it begins, pronouns and `Tout en` included.
    pub(crate) from: usize,
    /// The verb's place: the words that do the act.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where what it governs begins.
    pub(crate) after: usize,
    pub(crate) lemma: &'t str,
    pub(crate) class: Class,
    pub(crate) frame: Frame,
    pub(crate) intensity: i8,
    pub(crate) repetition: Option<Repetition>,
    pub(crate) polarity: Option<Polarity>,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    /// Too common a verb to act wherever it stands.
    pub(crate) common: bool,
    pub(crate) tense: Tense,
    /// Absent where the verb is not finite.
    pub(crate) number: Option<Number>,
    pub(crate) clitic: Option<(usize, Clitic)>,
}

impl Group<'_> {
    /// Takes in adverbs that belong to the verb.
    pub(super) fn add(&mut self, adverbs: Adverbs) {
        self.intensity = stronger(self.intensity, adverbs.intensity);
        self.repetition = self.repetition.max(adverbs.repetition);
        self.polarity = self.polarity.or(adverbs.polarity);
    }
}

/// What stands before a verb.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    pub(super) end: usize,
    pub(super) reflexive: Option<usize>,
    pub(super) we: Option<usize>,
    pub(super) clitic: Option<(usize, Clitic)>,
    pub(super) negation: Option<usize>,
}

impl Before {
    /// Where the pronoun that belongs to the verb stands.
    pub(super) fn own(&self) -> Option<usize> {
        self.reflexive.or(self.we)
    }
}

impl<'t> Phrase<'t> {
    /// Whether word `at` can be a form of a verb in one of these moods, accents aside.
    pub(super) fn may_be(&self, at: usize, moods: Moods) -> bool {
        self.id(at).is_some_and(|id| self.lexicon.verbs.moods(id).has(moods))
    }

    /// Whether the word carries an accent on its last letter, where that can be seen.
    fn ends_accented(&self, at: usize) -> Option<bool> {
        match self.words[at].text(self.clean?).chars().next_back()? {
            'é' | 'É' | '\u{301}' => Some(true),
            'e' => Some(false),
            _ => None,
        }
    }

    /// What forms of a verb the word is, accents looked up: `décidé` is no present.
    pub(super) fn moods(&self, at: usize, moods: Moods) -> Moods {
        if moods.has(Moods::PRESENT) && moods.has(Moods::PAST) {
            return match self.ends_accented(at) {
                Some(true) => moods.only(Moods::PAST.with(Moods::PLAIN_PAST)),
                Some(false) => moods.only(Moods::PRESENT.with(Moods::FUTURE)),
                None => moods,
            };
        }
        moods
    }

    /// Auxiliary at word `at`: its number, and whether it is `être`.
    fn auxiliary(&self, at: usize) -> Option<(Number, bool)> {
        let parts = self.parts(at);
        if !parts.meets(Parts::AUXILIARY) {
            return None;
        }
        for (part, number, be) in [
            (Part::HaveSingular, Number::Singular, false),
            (Part::HavePlural, Number::Plural, false),
            (Part::HaveWe, Number::We, false),
            (Part::BeSingular, Number::Singular, true),
            (Part::BePlural, Number::Plural, true),
            (Part::BeWe, Number::We, true),
        ] {
            if parts.has(part) {
                // "à" folds to "a"
                return (!self.is_accented(at)).then_some((number, be));
            }
        }
        None
    }

    /// The pronouns and the negation before a verb.
    pub(super) fn before(&self, at: usize) -> Before {
        let mut before = Before { end: at, ..Before::default() };
        for _ in 0..PRONOUNS {
            let here = before.end;
            let parts = self.parts(here);
            if !parts.meets(Parts::PRONOUN) {
                break;
            }
            if parts.has(Part::Negation) {
                before.negation = Some(here);
            } else if parts.has(Part::Reflexive) {
                before.reflexive = Some(here);
            } else if parts.has(Part::ReflexiveWe) {
                before.we = Some(here);
            } else if parts.has(Part::Direct) {
                before.clitic = Some((here, Clitic::Direct));
            } else if parts.has(Part::Indirect) {
                before.clitic = Some((here, Clitic::Indirect));
            }
            before.end += 1;
        }
        before
    }

    /// Whether a finite verb can begin at word `at`: a look at few words, before a closer one.
    pub(crate) fn may_be_finite(&self, at: usize) -> bool {
        let verb = |at: usize, parts: Parts| {
            // "à" is a preposition, "a" may be a form of avoir
            if parts.has(Part::HaveSingular) {
                return !self.is_accented(at);
            }
            parts.meets(Parts::FINITE) || (parts.is_empty() && self.is_unknown_future(at))
        };
        let (parts, next) = (self.parts(at), || self.parts(at + 1));
        verb(at, parts) || (parts.meets(Parts::PRONOUN) && (next().meets(Parts::PRONOUN) || verb(at + 1, next())))
    }

    /// Whether the letters of an unknown word are those of a future: `fournira`.
    #[inline]
    pub(crate) fn is_unknown_future(&self, at: usize) -> bool {
        let strange = |id| id == WordId::UNKNOWN || self.lexicon.duties.of(id).has(Duty::Future);
        self.words.get(at).is_some_and(|word| word.case == Case::Lower && strange(word.id))
            && self.lexicon.particles.ends_as_future(self.letters(at))
    }

    /// A finite verb whose group begins at word `at`: `a décidé`, `se félicite`, `fera rapport`.
    pub(crate) fn finite(&self, at: usize) -> Option<Group<'t>> {
        if !self.may_be_finite(at) {
            return None;
        }
        let before = self.before(at);
        if let Some((number, be)) = self.auxiliary(before.end)
            && let Some(group) = self.compound(at, before, number, be)
        {
            return Some(group);
        }
        self.simple(at, before, FINITE)
    }

    /// Auxiliary, adverbs, participle: from the auxiliary at the end of `before`.
    fn compound(&self, at: usize, before: Before, number: Number, be: bool) -> Option<Group<'t>> {
        let (head, been, adverbs) = self.participle_place(before.end + 1)?;
        let mut group = self.participle(at, before, head)?;
        let agrees_by_itself = group.frame == Frame::None && group.class == Class::Agree;
        group.start = before.negation.or(before.own()).unwrap_or(before.end);
        group.passive = been || (be && before.reflexive.is_none() && before.we.is_none() && !agrees_by_itself);
        group.tense = if be && group.passive && !been { Tense::Present } else { Tense::Past };
        group.number = Some(number);
        group.add(adverbs);
        Some(group)
    }

    /// A verb of one word at the end of `before`, in one of these moods.
    pub(super) fn simple(&self, at: usize, before: Before, wanted: Moods) -> Option<Group<'t>> {
        let head = before.end;
        if !self.may_be(head, wanted) {
            return None;
        }
        for form in self.lexicon.verbs.forms(self.id(head)?) {
            let moods = self.moods(head, form.moods).only(wanted);
            if moods.is_empty() {
                continue;
            }
            let number = if moods.has(Moods::WE.with(Moods::FUTURE_WE)) {
                Some(Number::We)
            } else if moods.has(Moods::PLURAL.with(Moods::FUTURE_PLURAL)) {
                Some(Number::Plural)
            } else {
                moods.has(FINITE).then_some(Number::Singular)
            };
            let own = before.reflexive.is_some() || (before.we.is_some() && number.is_none_or(|n| n == Number::We));
            let tense = if moods.has(Moods::PRESENT) {
                Tense::Present
            } else if moods.has(Moods::FUTURE) {
                Tense::Future
            } else if moods.has(Moods::GERUND) {
                Tense::Participle
            } else {
                Tense::Infinitive
            };
            // "nous félicitons de", "nous félicitons le Gouvernement": what follows tells whose pronoun it is
            let object = || self.is(self.adverbs(head + 1).end, Part::Determiner);
            let tries: &[bool] = match (own, before.we.is_some()) {
                (true, true) if object() => &[false, true],
                (true, true) => &[true, false],
                (true, false) => &[true],
                (false, _) => &[false],
            };
            // "n'approuve pas"
            let denied = before.negation.is_some() && self.is(head + 1, Part::Denial);
            let next = head + 1 + usize::from(denied);
            let Some((reading, own)) =
                tries.iter().find_map(|&own| self.sense(form.verb, next, own).map(|reading| (reading, own)))
            else {
                continue;
            };
            // "Acceptons avec reconnaissance": those who speak
            let told = reading.narrative && tense == Tense::Present && number != Some(Number::We);
            if told || (reading.future && tense != Tense::Future) {
                continue;
            }
            let mut group = self.group(at, before, head, &reading, tense);
            group.start = before.negation.unwrap_or(if own { before.own().unwrap_or(head) } else { head });
            group.number = number;
            return Some(group);
        }
        None
    }

    pub(super) fn group(
        &self,
        at: usize,
        before: Before,
        head: usize,
        reading: &Reading<'t>,
        tense: Tense,
    ) -> Group<'t> {
        Group {
            from: at,
            start: head,
            end: reading.end,
            after: reading.after,
            lemma: reading.lemma,
            class: reading.class,
            frame: reading.frame,
            intensity: reading.intensity,
            repetition: reading.repetition,
            polarity: reading.polarity,
            negated: before.negation.is_some(),
            passive: false,
            common: reading.narrative,
            tense,
            number: None,
            clitic: before.clitic,
        }
    }

    /// An adjective that does an act: `Profondément préoccupée également`.
    pub(crate) fn adjective(&self, at: usize) -> Option<Group<'t>> {
        let lead = self.adverbs(at);
        let (end, adjective) = self.adjectives(lead.end)?;
        let adverbs = self.adverbs(end);
        let mut group = self.decided(at, adverbs.end, adjective);
        group.add(lead);
        group.add(adverbs);
        Some(group)
    }

    /// A phrase that opens a preambular paragraph: `Vu`, `Sur proposition`.
    pub(crate) fn phrase(&self, at: usize) -> Option<Group<'t>> {
        let ids = self.words.get(at..)?.iter().map(|word| word.id);
        let (count, decider) = self.lexicon.verbs.phrases.longest(ids)?;
        let adverbs = self.adverbs(at + count);
        let mut group = Group { common: decider.quiet, ..self.decided(at, adverbs.end, decider) };
        group.add(adverbs);
        Some(group)
    }

    /// `sa demande à X`, an item of `Réitère :`: the noun does the act.
    pub(crate) fn noun_item(&self, at: usize) -> Option<Group<'t>> {
        let (end, noun) = self.deciding_noun(at)?;
        Some(Group { tense: Tense::Present, ..self.decided(at, end?, noun) })
    }

    fn decided(&self, start: usize, end: usize, decider: &'t Decider) -> Group<'t> {
        Group {
            from: start,
            start,
            end,
            after: end,
            lemma: &decider.lemma,
            class: decider.class,
            frame: decider.frame,
            intensity: 0,
            repetition: None,
            polarity: None,
            negated: false,
            passive: false,
            common: false,
            tense: Tense::Participle,
            number: None,
            clitic: None,
        }
    }

    /// `fournira`, `communiqueront`: a verb that no data file knows, in the future.
    pub(crate) fn unknown_future(&self, at: usize) -> Option<Group<'t>> {
        let before = self.before(at);
        let word = self.words.get(before.end)?;
        let clean = self.clean?;
        let text = word.text(clean);
        let unknown = self.parts(before.end).is_empty() || self.lexicon.duties.of(word.id).has(Duty::Future);
        let lemma = ["a", "ont"].iter().find_map(|ending| text.strip_suffix(ending))?;
        if !unknown
            || word.case != Case::Lower
            || text.len() < 6
            || !self.lexicon.particles.ends_as_future(text.as_bytes())
        {
            return None;
        }
        let number = if text.ends_with('a') { Number::Singular } else { Number::Plural };
        let end = self.adverbs(before.end + 1).end;
        let reading = Reading {
            lemma,
            class: Class::Mandate,
            frame: Frame::None,
            intensity: 0,
            repetition: None,
            polarity: None,
            narrative: true,
            future: true,
            end,
            after: end,
        };
        let mut group = self.group(at, before, before.end, &reading, Tense::Future);
        group.start = before.own().unwrap_or(before.end);
        group.number = Some(number);
        Some(group)
    }
}

/// The intensity that says more.
pub(super) fn stronger(one: i8, other: i8) -> i8 {
    if one.abs() >= other.abs() { one } else { other }
}

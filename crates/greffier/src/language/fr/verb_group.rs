//! The group of a French verb: pronouns, auxiliary, adverbs, verb, and the words that belong to it.
//!
//! `leur a également demandé`, `s'est, ensuite, penchée`, `Prend note avec satisfaction`, `Tout en se félicitant`,
//! `Profondément préoccupée`, `de créer`.

use super::sense::Reading;
use crate::lexicon::conjugation::Moods;
use crate::lexicon::particle::{Part, Parts};
use crate::lexicon::verb::{Decider, Frame};
use crate::lexicon::{Lexicon, WordId};
use crate::model::{Class, Tense};
use crate::text::{Case, CleanSpan, Word};

/// Pronouns before a verb, at most; adverbs between auxiliary and participle, at most.
const PRONOUNS: usize = 4;
/// Words between commas after an auxiliary, at most.
const ASIDE: usize = 12;
/// Pronouns and the negation before a verb.
const PRONOUN: Parts =
    Parts::of(&[Part::Negation, Part::Reflexive, Part::ReflexiveWe, Part::Direct, Part::Indirect, Part::Elided]);
/// What a verb that is a participle begins with.
const GERUND_PARTS: Parts = Parts::of(&[Part::BeforeGerund, Part::After, Part::HaveGerund, Part::Gerund]).with(PRONOUN);
const AUXILIARY: Parts =
    Parts::of(&[Part::HaveSingular, Part::HavePlural, Part::HaveWe, Part::BeSingular, Part::BePlural, Part::BeWe]);
/// What a finite verb begins with, its pronouns aside.
const FINITE_PARTS: Parts = AUXILIARY.with(Parts::of(&[Part::Finite]));
const FINITE: Moods = Moods::PRESENT.with(Moods::FUTURE);

/// Words of one paragraph, with what is known about them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<'t> {
    pub(crate) words: &'t [Word],
    /// The clean text, where accents can be looked up.
    pub(crate) clean: Option<&'t str>,
    pub(crate) lexicon: &'t Lexicon,
}

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
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    /// Too common a verb to act wherever it stands.
    pub(crate) common: bool,
    pub(crate) tense: Tense,
    /// Absent where the verb is not finite.
    pub(crate) number: Option<Number>,
    pub(crate) clitic: Option<(usize, Clitic)>,
}

/// What stands before a verb.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    end: usize,
    reflexive: Option<usize>,
    we: Option<usize>,
    clitic: Option<(usize, Clitic)>,
    negation: Option<usize>,
}

impl Before {
    /// Where the pronoun that belongs to the verb stands.
    fn own(&self) -> Option<usize> {
        self.reflexive.or(self.we)
    }
}

impl<'t> Phrase<'t> {
    pub(super) fn id(&self, at: usize) -> Option<WordId> {
        self.words.get(at).map(|word| word.id)
    }

    /// What word `at` can do as a small word.
    pub(crate) fn parts(&self, at: usize) -> Parts {
        self.id(at).map_or(Parts::default(), |id| self.lexicon.particles.parts(id))
    }

    /// The letters of word `at`, where the text is known.
    pub(crate) fn letters(&self, at: usize) -> &'t [u8] {
        self.clean.map_or(&[], |clean| &clean.as_bytes()[self.words[at].span.range()])
    }

    /// Whether word `at` carries an accent, where that can be seen: `où`, `à`.
    pub(crate) fn is_accented(&self, at: usize) -> bool {
        !self.letters(at).is_ascii()
    }

    /// How many words a phrase such as `ainsi que` has that stands at word `at`.
    pub(crate) fn coordination(&self, at: usize) -> Option<usize> {
        let ids = self.words[at..].iter().map(|word| word.id);
        self.lexicon.particles.coordination.longest(ids).map(|(count, ())| count)
    }

    /// Whether word `at` can be a form of a verb in one of these moods, accents aside.
    fn may_be(&self, at: usize, moods: Moods) -> bool {
        self.id(at).is_some_and(|id| self.lexicon.verbs.moods(id).has(moods))
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, part: Part) -> bool {
        self.parts(at).has(part)
    }

    #[inline]
    pub(crate) fn is_any(&self, at: usize, parts: &[Part]) -> bool {
        self.parts(at).meets(Parts::of(parts))
    }

    /// Whether the word is that punctuation mark.
    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.words.get(at).is_some_and(|word| word.is_punctuation())
            && self.clean.is_none_or(|clean| self.words[at].text(clean).starts_with(mark))
    }

    /// Whether the word only separates: a comma, a dash, `et`; not a bracket or a quotation mark.
    pub(crate) fn is_separator(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        self.is(at, Part::Conjunction)
            || (word.is_punctuation()
                && self.clean.is_none_or(|clean| word.text(clean).starts_with([',', ';', ':', '.', '-', '–', '—'])))
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
    fn moods(&self, at: usize, moods: Moods) -> Moods {
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
        if !parts.meets(AUXILIARY) {
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
    fn before(&self, at: usize) -> Before {
        let mut before = Before { end: at, ..Before::default() };
        for _ in 0..PRONOUNS {
            let here = before.end;
            let parts = self.parts(here);
            if !parts.meets(PRONOUN) {
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
        let verb =
            |at: usize, parts: Parts| parts.meets(FINITE_PARTS) || (parts.is_empty() && self.is_unknown_future(at));
        let (parts, next) = (self.parts(at), || self.parts(at + 1));
        verb(at, parts) || (parts.meets(PRONOUN) && (next().meets(PRONOUN) || verb(at + 1, next())))
    }

    /// Whether the letters of an unknown word are those of a future: `fournira`.
    pub(crate) fn is_unknown_future(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.id == WordId::UNKNOWN && word.case == Case::Lower)
            && [&b"ra"[..], b"ront"].iter().any(|ending| self.letters(at).ends_with(ending))
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
        let (head, been, intensity) = self.participle_place(before.end + 1)?;
        let mut group = self.participle(at, before, head)?;
        let agrees_by_itself = group.frame == Frame::None && group.class == Class::Agree;
        group.start = before.negation.or(before.own()).unwrap_or(before.end);
        group.passive = been || (be && before.reflexive.is_none() && before.we.is_none() && !agrees_by_itself);
        group.tense = if be && group.passive && !been { Tense::Present } else { Tense::Past };
        group.number = Some(number);
        group.intensity = stronger(group.intensity, intensity);
        Some(group)
    }

    /// Where the participle stands after an auxiliary: its word, whether `été` came before, and how strong the adverbs are.
    fn participle_place(&self, at: usize) -> Option<(usize, bool, i8)> {
        let mut here = at;
        let mut been = false;
        let mut intensity = 0;
        for _ in 0..PRONOUNS {
            if self.is(here, Part::Denial) {
                here += 1;
            } else if self.is(here, Part::Been) {
                been = true;
                here += 1;
            } else if self.is_mark(here, ',') {
                let close = (here + 1..(here + ASIDE).min(self.words.len())).find(|&at| self.is_mark(at, ','));
                let adverbs = self.adverbs(here + 1);
                here = match close {
                    Some(close) => close + 1,
                    None if adverbs.end > here + 1 => adverbs.end,
                    None => return None,
                };
            } else {
                let adverbs = self.adverbs(here);
                if adverbs.end == here {
                    break;
                }
                intensity = stronger(intensity, adverbs.intensity);
                here = adverbs.end;
            }
        }
        let id = self.id(here)?;
        let is_past = self.lexicon.verbs.forms(id).iter().any(|form| self.moods(here, form.moods).has(Moods::PAST));
        is_past.then_some((here, been, intensity))
    }

    /// A past participle at word `head`, with what follows it.
    fn participle(&self, at: usize, before: Before, head: usize) -> Option<Group<'t>> {
        let reflexive = before.own().is_some();
        let forms = self.lexicon.verbs.forms(self.id(head)?).iter();
        forms
            .filter(|form| self.moods(head, form.moods).has(Moods::PAST))
            .find_map(|form| self.sense(form.verb, head + 1, reflexive))
            .filter(|reading| !reading.future)
            .map(|reading| self.group(at, before, head, &reading, Tense::Past))
    }

    /// A verb of one word at the end of `before`, in one of these moods.
    fn simple(&self, at: usize, before: Before, wanted: Moods) -> Option<Group<'t>> {
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
            let Some((reading, own)) =
                tries.iter().find_map(|&own| self.sense(form.verb, head + 1, own).map(|reading| (reading, own)))
            else {
                continue;
            };
            if (reading.narrative && tense == Tense::Present) || (reading.future && tense != Tense::Future) {
                continue;
            }
            let mut group = self.group(at, before, head, &reading, tense);
            group.start = before.negation.unwrap_or(if own { before.own().unwrap_or(head) } else { head });
            group.number = number;
            return Some(group);
        }
        None
    }

    fn group(&self, at: usize, before: Before, head: usize, reading: &Reading<'t>, tense: Tense) -> Group<'t> {
        Group {
            from: at,
            start: head,
            end: reading.end,
            after: reading.after,
            lemma: reading.lemma,
            class: reading.class,
            frame: reading.frame,
            intensity: reading.intensity,
            negated: before.negation.is_some(),
            passive: false,
            common: reading.narrative,
            tense,
            number: None,
            clitic: before.clitic,
        }
    }

    /// A participle that does an act: `Rappelant`, `Ayant examiné`, `Tout en félicitant`, `Après avoir entendu`.
    pub(crate) fn gerund(&self, at: usize) -> Option<Group<'t>> {
        if !self.parts(at).meets(GERUND_PARTS) {
            return None;
        }
        let mut here = at;
        while self.is(here, Part::BeforeGerund) {
            here += 1;
        }
        let after = self.is(here, Part::After);
        let before = self.before(here + usize::from(after));
        let auxiliary = if after { Part::HaveInfinitive } else { Part::HaveGerund };
        if self.is(before.end, auxiliary)
            && let Some((head, been, intensity)) = self.participle_place(before.end + 1)
            && let Some(mut group) = self.participle(at, before, head)
        {
            group.start = if after { here } else { before.own().unwrap_or(before.end) };
            group.tense = Tense::Participle;
            group.passive = been;
            group.intensity = stronger(group.intensity, intensity);
            return Some(group);
        }
        if after {
            return None;
        }
        self.simple(at, before, Moods::GERUND)
    }

    /// `de créer`, `D'autoriser`, `Demander`: from the preposition on.
    pub(crate) fn infinitive(&self, at: usize) -> Option<Group<'t>> {
        let bare = !self.is(at, Part::De);
        let before = self.before(at + usize::from(!bare));
        let before = Before { end: self.adverbs(before.end).end, ..before };
        let mut group = self.simple(at, before, Moods::INFINITIVE)?;
        if !bare {
            group.start = at;
        }
        Some(group)
    }

    /// The infinitive at word `at`, with what belongs to it: `prendre note`.
    pub(super) fn plain_infinitive(&self, at: usize) -> Option<Reading<'t>> {
        let before = self.before(at);
        let reflexive = before.own().is_some();
        let forms = self.lexicon.verbs.forms(self.id(before.end)?).iter();
        forms
            .filter(|form| form.moods.has(Moods::INFINITIVE))
            .find_map(|form| self.sense(form.verb, before.end + 1, reflexive))
    }

    /// An adjective that does an act: `Profondément préoccupée également`.
    pub(crate) fn adjective(&self, at: usize) -> Option<Group<'t>> {
        let lead = self.adverbs(at);
        let decider = self.lexicon.verbs.adjective(self.id(lead.end)?)?;
        let (end, class) = self.adjectives(lead.end)?;
        let adverbs = self.adverbs(end);
        let mut group = self.decided(at, adverbs.end, decider);
        group.class = class;
        group.intensity = stronger(lead.intensity, adverbs.intensity);
        Some(group)
    }

    /// A phrase that opens a preambular paragraph: `Vu`, `Sur proposition`.
    pub(crate) fn phrase(&self, at: usize) -> Option<Group<'t>> {
        let ids = self.words.get(at..)?.iter().map(|word| word.id);
        let (count, decider) = self.lexicon.verbs.phrases.longest(ids)?;
        let adverbs = self.adverbs(at + count);
        Some(self.decided(at, adverbs.end, decider))
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
            negated: false,
            passive: false,
            common: decider.quiet,
            tense: Tense::Participle,
            number: None,
            clitic: None,
        }
    }

    /// A participle alone: `Adoptée à l'unanimité`, or with its auxiliary left out: `et pris note`.
    pub(crate) fn bare_participle(&self, at: usize) -> Option<Group<'t>> {
        let head = self.adverbs(at).end;
        if !self.may_be(head, Moods::PAST) {
            return None;
        }
        self.participle(at, Before { end: head, ..Before::default() }, head)
    }

    /// `fournira`, `communiqueront`: a verb that no data file knows, in the future.
    pub(crate) fn unknown_future(&self, at: usize) -> Option<Group<'t>> {
        let before = self.before(at);
        let word = self.words.get(before.end)?;
        let clean = self.clean?;
        let text = word.text(clean);
        let unknown = self.parts(before.end).is_empty();
        let lemma = ["a", "ont"].iter().find_map(|ending| text.strip_suffix(ending))?;
        let future = &self.lexicon.particles.infinitive.future;
        if !unknown
            || word.case != Case::Lower
            || text.len() < 6
            || !future.iter().any(|ending| text.ends_with(ending.as_str()))
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

    /// Whether the pronoun at word `at` stands for several.
    pub(crate) fn is_plural_pronoun(&self, at: usize) -> bool {
        self.is_plural_group(at) || self.is(at, Part::Indirect) && self.is(at, Part::Possessive)
    }

    /// Whether the noun group is plural, by the letters of its first word.
    pub(crate) fn is_plural(&self, group: CleanSpan) -> bool {
        self.is_plural_group(self.words.partition_point(|word| word.span.start < group.start))
            || self.clean.is_some_and(|clean| {
                clean[group.range()].split(' ').next().is_some_and(|word| word.ends_with(['s', 'x', 'S', 'X']))
            })
    }

    /// Whether the noun group at word `at` is plural, by the letters of its first words.
    pub(crate) fn is_plural_group(&self, at: usize) -> bool {
        let clean = self.clean.unwrap_or_default();
        self.words
            .get(at)
            .is_some_and(|word| matches!(word.text(clean).chars().next_back(), Some('s' | 'S' | 'x' | 'X')))
    }

    /// Whether the participle at word `at` is masculine singular, as after `avoir`.
    pub(crate) fn is_plain_participle(&self, at: usize) -> bool {
        let plain = Moods::PLAIN_PAST;
        self.id(at)
            .is_some_and(|id| self.lexicon.verbs.forms(id).iter().any(|form| self.moods(at, form.moods).has(plain)))
    }
}

/// The intensity that says more.
pub(super) fn stronger(one: i8, other: i8) -> i8 {
    if one.abs() >= other.abs() { one } else { other }
}

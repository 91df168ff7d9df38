//! Words that tell what an act asks for: reports, sittings, how often, conditions, for whom.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::conjugation::{Conjugation, Moods};
use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `duties.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    follows: Vec<String>,
    recipient: Vec<String>,
    topic: Vec<String>,
    of: Vec<String>,
    whom: Vec<String>,
    known: Vec<String>,
    condition: Condition,
    report: BTreeMap<String, Vec<String>>,
    forms: BTreeMap<String, Vec<String>>,
    sitting: Sitting,
    recurrence: Recurrence,
    beneficiary: Beneficiary,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sitting {
    after: Vec<String>,
    same: Vec<String>,
    terms: Vec<String>,
    years: Vec<String>,
    bodies: Vec<String>,
    leads: Vec<String>,
    next: Vec<String>,
    nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    opens: Vec<String>,
    whole: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recurrence {
    adverb: BTreeMap<String, String>,
    adjective: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beneficiary {
    leads: Vec<String>,
    nouns: Vec<String>,
    verbs: Vec<String>,
}

/// What a word can begin or be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duty {
    /// A form of a verb that may report.
    Report,
    /// Such a form in the future: `soumettra`.
    Future,
    /// A noun for what is held: `session`.
    Sitting,
    /// A noun for what is held and is a body, too: `sommet`.
    Body,
    /// A noun for a time that is no date: `expiration`.
    Term,
    /// What stands before a report that is there already: `ces`.
    Known,
    /// `prochaine`
    Next,
    /// The first word of a phrase that says how often.
    Often,
    /// The first word of a condition.
    Condition,
    /// `aide`, `assistance`
    Aid,
    /// An infinitive whose object is helped: `aider`.
    Help,
    /// The first word of what stands before those for whom something is done.
    Favour,
}

/// All that a word can do, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Duties(u16);

impl Duties {
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, duty: Duty) -> bool {
        self.0 & (1 << duty as u8) != 0
    }
}

/// A form of a verb that may report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReportForm {
    verb: usize,
    /// Infinitive, future, or nothing for a form after `que` alone.
    pub(crate) moods: Moods,
    /// Whether `de` leads to what is reported on.
    pub(crate) of: bool,
    /// Whether its object gets the report.
    pub(crate) whom: bool,
}

/// The words of duties, by number.
#[derive(Debug, Clone)]
pub(crate) struct DutyWords {
    duties: Vec<Duties>,
    forms: FxHashMap<WordId, Vec<ReportForm>>,
    /// By verb: what must follow it; nothing where it reports by itself.
    objects: Vec<Vec<Vec<WordId>>>,
    pub(crate) topics: Trie<()>,
    pub(crate) recipients: Trie<()>,
    pub(crate) follows: Trie<()>,
    pub(crate) leads: Trie<()>,
    pub(crate) after: Trie<()>,
    pub(crate) same: Trie<()>,
    pub(crate) years: Trie<()>,
    pub(crate) often: Trie<Box<str>>,
    adjectives: FxHashMap<WordId, Box<str>>,
    /// Whether the words are the whole condition.
    pub(crate) conditions: Trie<bool>,
    pub(crate) favours: Trie<()>,
}

impl DutyWords {
    pub(crate) fn load(
        source: Source<'_>,
        conjugation: &Conjugation,
        vocabulary: &mut Vocabulary,
    ) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut duties: Vec<Duties> = Vec::new();
        let mut note = |id: WordId, duty: Duty| {
            if duties.len() <= id.index() {
                duties.resize(id.index() + 1, Duties::default());
            }
            duties[id.index()].0 |= 1 << duty as u8;
        };
        let mut forms: FxHashMap<WordId, Vec<ReportForm>> = FxHashMap::default();
        let mut objects = Vec::new();
        let unknown = |verb: &str| source.error_at(0, format!("no conjugation for \"{verb}\""));
        for (verb, (lemma, follow)) in file.report.iter().enumerate() {
            let known = conjugation.verb(lemma).ok_or_else(|| unknown(lemma))?;
            let (of, whom) = (file.of.contains(lemma), file.whom.contains(lemma));
            let wanted = Moods::INFINITIVE.with(Moods::FUTURE);
            let other = file.forms.get(lemma).into_iter().flatten().map(|form| (form.clone(), Moods::default()));
            for (form, moods) in known.into_iter().filter(|(_, moods)| moods.has(wanted)).chain(other) {
                let id = vocabulary.intern_word(&form);
                note(id, Duty::Report);
                if moods.has(Moods::FUTURE) {
                    note(id, Duty::Future);
                }
                forms.entry(id).or_default().push(ReportForm { verb, moods, of, whom });
            }
            objects.push(follow.iter().map(|phrase| vocabulary.intern_phrase(phrase)).collect());
        }
        let mut words = |words: &[String], duty: Duty, vocabulary: &mut Vocabulary| {
            words.iter().for_each(|word| note(vocabulary.intern_word(word), duty));
        };
        words(&file.sitting.nouns, Duty::Sitting, vocabulary);
        words(&file.sitting.bodies, Duty::Body, vocabulary);
        words(&file.sitting.terms, Duty::Term, vocabulary);
        words(&file.known, Duty::Known, vocabulary);
        words(&file.sitting.next, Duty::Next, vocabulary);
        words(&file.beneficiary.nouns, Duty::Aid, vocabulary);
        words(&file.beneficiary.verbs, Duty::Help, vocabulary);
        let mut phrases = |phrases: &[String], duty: Option<Duty>| {
            let mut trie = Trie::default();
            for phrase in phrases {
                let ids = vocabulary.intern_phrase(phrase);
                if let (Some(duty), Some(first)) = (duty, ids.first()) {
                    note(*first, duty);
                }
                trie.insert(&ids, ());
            }
            trie
        };
        let topics = phrases(&file.topic, None);
        let recipients = phrases(&file.recipient, None);
        let follows = phrases(&file.follows, None);
        let leads = phrases(&file.sitting.leads, None);
        let after = phrases(&file.sitting.after, None);
        let same = phrases(&file.sitting.same, None);
        let years = phrases(&file.sitting.years, None);
        let favours = phrases(&file.beneficiary.leads, Some(Duty::Favour));
        let mut conditions = Trie::default();
        let opens = file.condition.opens.iter().map(|phrase| (phrase, false));
        for (phrase, whole) in opens.chain(file.condition.whole.iter().map(|phrase| (phrase, true))) {
            let ids = vocabulary.intern_phrase(phrase);
            ids.first().into_iter().for_each(|first| note(*first, Duty::Condition));
            conditions.insert(&ids, whole);
        }
        let mut often = Trie::default();
        for (phrase, value) in &file.recurrence.adverb {
            let ids = vocabulary.intern_phrase(phrase);
            ids.first().into_iter().for_each(|first| note(*first, Duty::Often));
            often.insert(&ids, value.as_str().into());
        }
        let mut adjectives = FxHashMap::default();
        for (word, value) in &file.recurrence.adjective {
            let id = vocabulary.intern_word(word);
            note(id, Duty::Often);
            adjectives.insert(id, value.as_str().into());
        }
        Ok(Self {
            duties,
            forms,
            objects,
            topics,
            recipients,
            follows,
            leads,
            after,
            same,
            years,
            often,
            adjectives,
            conditions,
            favours,
        })
    }

    /// What the word can begin or be.
    pub(crate) fn of(&self, id: WordId) -> Duties {
        self.duties.get(id.index()).copied().unwrap_or_default()
    }

    /// The forms of verbs that may report that the word is, each with what must follow the verb.
    pub(crate) fn reports(&self, id: WordId) -> impl Iterator<Item = (ReportForm, &[Vec<WordId>])> {
        self.forms.get(&id).into_iter().flatten().map(|form| (*form, self.objects[form.verb].as_slice()))
    }

    /// How often something is done that the adjective tells of: `trimestriel`.
    pub(crate) fn adjective(&self, id: WordId) -> Option<&str> {
        self.adjectives.get(&id).map(|value| &**value)
    }
}

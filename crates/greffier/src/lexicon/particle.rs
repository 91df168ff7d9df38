//! Small words around a verb: auxiliaries, pronouns, prepositions, and what each does there.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::conjugation::Moods;
use super::source::Source;
use super::tails::Tails;
use super::trie::Trie;
use super::verb::Verbs;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// What a small word can do; the keys of `particles.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// `un`, `des`
    Article,
    /// Words after which nobody is named: `sous`, `dans`.
    Aside,
    /// `art`, before a point
    Abbreviation,
    /// `après`, before a past infinitive.
    After,
    /// Nouns for those who can be asked: `Etats`, `parties`.
    Agent,
    /// `ont`
    HavePlural,
    /// `a`
    HaveSingular,
    /// `avons`
    HaveWe,
    /// `avoir`, `être` before a past participle.
    HaveInfinitive,
    /// `ayant`, `étant`
    HaveGerund,
    /// `sont`
    BePlural,
    /// `est`
    BeSingular,
    /// `sommes`
    BeWe,
    /// `été`
    Been,
    /// `Tout en`
    BeforeGerund,
    /// `et`
    Conjunction,
    /// Nouns after `en` that belong to a name: `pays en développement`.
    Condition,
    /// `à`
    Dative,
    /// `au`, `aux`
    DativeContracted,
    /// `de`, `d'`
    De,
    /// `du`, `des`
    DeContracted,
    /// Nouns for what is asked: `respect`.
    Deed,
    /// `pas`
    Denial,
    /// `les`, `tous`
    Determiner,
    /// `les` before a verb
    Direct,
    /// `en`, `y`
    Elided,
    /// `leur`, `lui`
    Indirect,
    /// `ne`
    Negation,
    /// `ministre`: one person is the subject.
    Person,
    /// `se`
    Reflexive,
    /// `nous`
    ReflexiveWe,
    /// `qui`
    Relative,
    /// `leur`
    Possessive,
    /// Prepositions of place and topic: `sur`, `contre`.
    Preposition,
    /// `pour`
    Purpose,
    /// `elle`
    Subject,
    /// `façon`, `manière`
    Way,
    /// `où`
    Where,
    /// Any form of a verb from `verbs.toml`.
    #[serde(skip)]
    Verb,
    /// `décide`, `décideront`
    #[serde(skip)]
    Finite,
    /// `décidant`
    #[serde(skip)]
    Gerund,
}

/// All that a word can do, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts(u64);

impl Parts {
    /// Pronouns and the negation before a verb.
    pub(crate) const PRONOUN: Self =
        Self::of(&[Part::Negation, Part::Reflexive, Part::ReflexiveWe, Part::Direct, Part::Indirect, Part::Elided]);
    /// `avoir` and `être` in a finite form.
    pub(crate) const AUXILIARY: Self =
        Self::of(&[Part::HaveSingular, Part::HavePlural, Part::HaveWe, Part::BeSingular, Part::BePlural, Part::BeWe]);
    /// What a finite verb begins with, its pronouns aside.
    pub(crate) const FINITE: Self = Self::AUXILIARY.with(Self::of(&[Part::Finite]));
    /// What changes how a sentence is read, or begins a verb.
    pub(crate) const TURN: Self = Self::of(&[Part::Relative, Part::Where, Part::Conjunction, Part::BeforeGerund])
        .with(Self::PRONOUN)
        .with(Self::FINITE);

    pub(crate) const fn of(parts: &[Part]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < parts.len() {
            set |= 1 << (parts[at] as u64);
            at += 1;
        }
        Self(set)
    }

    pub(crate) const fn has(self, part: Part) -> bool {
        self.0 & (1 << (part as u64)) != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether both sets have a part.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The schema of `particles.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    part: BTreeMap<Part, Vec<String>>,
    agreement: BTreeMap<String, Vec<String>>,
    antecedent: BTreeMap<String, Vec<String>>,
    coordination: Vec<String>,
    deadline: Vec<String>,
    infinitive: Infinitive,
}

/// How unknown infinitives and futures end, and words that end so and are none.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Infinitive {
    pub(crate) endings: Vec<String>,
    not: Vec<String>,
    future: Vec<String>,
}

/// Small words by number.
#[derive(Debug, Clone)]
pub(crate) struct Particles {
    parts: Vec<Parts>,
    /// Pronouns that stand for a subject, with the first words of the noun groups with which they agree.
    agreement: FxHashMap<WordId, Vec<WordId>>,
    /// Pronouns for those addressed, with the first words of the noun groups for which they may stand.
    antecedent: FxHashMap<WordId, Vec<WordId>>,
    /// `ainsi que`
    pub(crate) coordination: Trie<()>,
    /// `d'ici à`
    pub(crate) deadline: Trie<()>,
    pub(crate) infinitive: Infinitive,
    nouns: Vec<WordId>,
    /// The endings of the future.
    future_tails: Tails,
}

impl Particles {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut parts: Vec<Parts> = Vec::new();
        for (part, words) in &file.part {
            for word in words {
                add(&mut parts, vocabulary.intern_word(word), *part);
            }
        }
        let mut trie = |phrases: &[String]| {
            let mut trie = Trie::default();
            for phrase in phrases {
                trie.insert(&vocabulary.intern_phrase(phrase), ());
            }
            trie
        };
        let (coordination, deadline) = (trie(&file.coordination), trie(&file.deadline));
        let mut nouns: Vec<WordId> = file.infinitive.not.iter().map(|word| vocabulary.intern_word(word)).collect();
        nouns.sort_unstable();
        let future_tails = Tails::new(file.infinitive.future.iter().map(String::as_str));
        let mut table = |lines: &BTreeMap<String, Vec<String>>| -> FxHashMap<WordId, Vec<WordId>> {
            let line = |(pronoun, articles): (&String, &Vec<String>)| {
                let articles = articles.iter().map(|article| vocabulary.intern_word(article)).collect();
                (vocabulary.intern_word(pronoun), articles)
            };
            lines.iter().map(line).collect()
        };
        let (agreement, antecedent) = (table(&file.agreement), table(&file.antecedent));
        Ok(Self {
            parts,
            agreement,
            antecedent,
            coordination,
            deadline,
            infinitive: file.infinitive,
            nouns,
            future_tails,
        })
    }

    /// Forms of verbs are known here too, so that one look tells all about a word.
    pub(crate) fn add_verbs(&mut self, verbs: &Verbs) {
        for (id, moods) in verbs.words() {
            add(&mut self.parts, id, Part::Verb);
            if moods.has(Moods::PRESENT.with(Moods::FUTURE)) {
                add(&mut self.parts, id, Part::Finite);
            }
            if moods.has(Moods::GERUND) {
                add(&mut self.parts, id, Part::Gerund);
            }
        }
    }

    /// What the word can do; nothing where it is neither a small word nor a form of a verb.
    pub(crate) fn parts(&self, id: WordId) -> Parts {
        self.parts.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether the word stands for a subject: `elle`.
    pub(crate) fn is_pronoun(&self, id: WordId) -> bool {
        self.agreement.contains_key(&id)
    }

    /// Whether a pronoun agrees with a noun group that begins with `article`: `elle` with `la Conférence`, `l’Union`.
    pub(crate) fn agree(&self, pronoun: WordId, article: WordId) -> bool {
        self.agreement.get(&pronoun).is_some_and(|articles| articles.contains(&article))
    }

    /// Whether the word is a pronoun for those addressed.
    pub(crate) fn is_antecedent_pronoun(&self, id: WordId) -> bool {
        self.antecedent.contains_key(&id)
    }

    /// Whether a pronoun for those addressed may stand for a noun group that begins with `article`: `leur` for `les États`.
    pub(crate) fn may_stand_for(&self, pronoun: WordId, article: WordId) -> bool {
        self.antecedent.get(&pronoun).is_some_and(|articles| articles.contains(&article))
    }

    /// Whether a word can be a verb in the future by its ending.
    pub(crate) fn ends_as_future(&self, letters: &[u8]) -> bool {
        self.future_tails.end(letters)
    }

    /// Whether `text` can be an infinitive by its ending.
    pub(crate) fn ends_as_infinitive(&self, id: WordId, text: &str) -> bool {
        text.len() > 3
            && self.infinitive.endings.iter().any(|ending| text.ends_with(ending.as_str()))
            && self.nouns.binary_search(&id).is_err()
    }
}

fn add(parts: &mut Vec<Parts>, id: WordId, part: Part) {
    if parts.len() <= id.index() {
        parts.resize(id.index() + 1, Parts::default());
    }
    parts[id.index()].0 |= Parts::of(&[part]).0;
}

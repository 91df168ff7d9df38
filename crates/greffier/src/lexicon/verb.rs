//! Verbs by which a meeting acts: forms to senses, senses to classes.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::class::Classes;
use super::conjugation::{Conjugation, Moods};
use super::segment::segments;
use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;
use crate::model::Class;

/// How the addressee follows the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Frame {
    /// Nobody is addressed.
    #[default]
    None,
    /// `demande à X de`
    Dative,
    /// `prie X de`
    Accusative,
    /// `remercie X`
    Object,
    /// `exige de X que`
    Demand,
}

/// What a noun after the verb does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NounRole {
    /// Nothing.
    #[default]
    None,
    /// Decides the class and belongs to the verb's place.
    Span,
    /// Decides the class only.
    Class,
}

/// The schema of a line of `verbs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    #[serde(default)]
    frame: Frame,
    #[serde(default)]
    noun: NounRole,
    #[serde(default)]
    object: Vec<String>,
    pressed: Option<Class>,
    #[serde(default)]
    quiet: bool,
    #[serde(default)]
    copula: bool,
    #[serde(default)]
    through: bool,
    #[serde(default)]
    future: bool,
    #[serde(default)]
    narrative: bool,
    #[serde(default)]
    again: bool,
    #[serde(default)]
    also: Vec<String>,
}

/// The schema of `verbs.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reflexive: Vec<String>,
    verb: BTreeMap<String, Entry>,
    adjective: BTreeMap<String, Entry>,
    noun: BTreeMap<String, Entry>,
    phrase: BTreeMap<String, Entry>,
}

/// One meaning of a verb.
#[derive(Debug, Clone)]
pub(crate) struct Sense {
    pub(crate) lemma: Box<str>,
    pub(crate) class: Class,
    pub(crate) frame: Frame,
    pub(crate) noun: NounRole,
    /// Nouns one of which must follow; none where anything may.
    pub(crate) object: Box<[WordId]>,
    pub(crate) pressed: Option<Class>,
    /// Whether the words after the first stay out of the verb's place.
    pub(crate) quiet: bool,
    /// Whether an adjective decides the class.
    pub(crate) copula: bool,
    /// Whether it acts in the future only.
    pub(crate) future: bool,
    /// Whether the infinitive after it does the act.
    pub(crate) through: bool,
    /// Whether it acts in the past tense only.
    pub(crate) narrative: bool,
    /// Whether the act is done once more.
    pub(crate) again: bool,
    pub(crate) reflexive: bool,
    /// Words after the first.
    pub(crate) tail: Box<[WordId]>,
}

/// What a word can be: a form of the verb with that number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FormOf {
    pub(crate) verb: u32,
    pub(crate) moods: Moods,
}

/// An adjective, noun or phrase that decides a class.
#[derive(Debug, Clone)]
pub(crate) struct Decider {
    pub(crate) lemma: Box<str>,
    pub(crate) class: Class,
    pub(crate) frame: Frame,
    /// Does no act of its own.
    pub(crate) quiet: bool,
}

/// All verbs.
#[derive(Debug, Clone)]
pub(crate) struct Verbs {
    /// Place of a word's forms in `forms`, by word number.
    of_word: Vec<(u32, u32)>,
    forms: Vec<FormOf>,
    /// What a word can be as a form of any verb, by word number.
    moods: Vec<Moods>,
    /// Senses by verb number, those with the longest tails first.
    senses: Vec<Vec<Sense>>,
    adjectives: FxHashMap<WordId, Decider>,
    nouns: FxHashMap<WordId, Decider>,
    pub(crate) phrases: Trie<Decider>,
}

impl Verbs {
    pub(crate) fn load(
        source: Source<'_>,
        classes: &Classes,
        conjugation: &Conjugation,
        vocabulary: &mut Vocabulary,
    ) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut heads: BTreeMap<String, Vec<Sense>> = BTreeMap::new();
        for (lemma, entry) in &file.verb {
            if !classes.has(entry.class) {
                let at = source.text.find(lemma).unwrap_or(0);
                return Err(source.error_at(at, format!("nothing is known about the class {:?}", entry.class)));
            }
            let (head, senses) = senses(lemma, entry, &file.reflexive, vocabulary);
            heads.entry(head).or_default().extend(senses);
        }
        let mut by_word: BTreeMap<WordId, Vec<FormOf>> = BTreeMap::new();
        let mut all = Vec::new();
        for (number, (head, mut senses)) in (0u32..).zip(heads) {
            let forms = conjugation.verb(&head).ok_or_else(|| {
                source.error_at(source.text.find(&head).unwrap_or(0), format!("no conjugation for \"{head}\""))
            })?;
            for (form, moods) in forms {
                let id = vocabulary.intern_word(&form);
                let of = by_word.entry(id).or_default();
                match of.iter_mut().find(|one| one.verb == number) {
                    Some(one) => one.moods = one.moods.with(moods),
                    None => of.push(FormOf { verb: number, moods }),
                }
            }
            senses.sort_by_key(|sense| std::cmp::Reverse(sense.tail.len()));
            all.push(senses);
        }
        let mut of_word = vec![(0, 0); vocabulary.len()];
        let mut moods = vec![Moods::default(); vocabulary.len()];
        let mut forms = Vec::new();
        for (id, mut of) in by_word {
            moods[id.index()] = of.iter().fold(Moods::default(), |all, form| all.with(form.moods));
            let start = u32::try_from(forms.len()).expect("few forms");
            forms.append(&mut of);
            of_word[id.index()] = (start, u32::try_from(forms.len()).expect("few forms"));
        }
        let mut adjectives = FxHashMap::default();
        for (lemma, entry) in &file.adjective {
            for form in conjugation.adjective(lemma) {
                insert(&mut adjectives, &form, lemma, entry, vocabulary);
            }
        }
        let mut nouns = FxHashMap::default();
        for (lemma, entry) in &file.noun {
            insert(&mut nouns, lemma, lemma, entry, vocabulary);
            insert(&mut nouns, &format!("{lemma}s"), lemma, entry, vocabulary);
        }
        let mut phrases = Trie::default();
        for (lemma, entry) in &file.phrase {
            phrases.insert(&vocabulary.intern_phrase(lemma), decider(lemma, entry));
        }
        Ok(Self { of_word, forms, moods, senses: all, adjectives, nouns, phrases })
    }

    /// What forms of verbs a word can be.
    pub(crate) fn forms(&self, id: WordId) -> &[FormOf] {
        let (start, end) = self.of_word.get(id.index()).copied().unwrap_or_default();
        &self.forms[start as usize..end as usize]
    }

    /// What a word can be as a form of any verb: a look before a closer one.
    pub(crate) fn moods(&self, id: WordId) -> Moods {
        self.moods.get(id.index()).copied().unwrap_or_default()
    }

    /// The words that are forms of verbs, with what they can be.
    pub(crate) fn words(&self) -> impl Iterator<Item = (WordId, Moods)> {
        (0..).map(WordId).zip(self.moods.iter().copied()).filter(|(_, moods)| !moods.is_empty())
    }

    /// The senses of a verb, those with the most words first.
    pub(crate) fn senses(&self, verb: u32) -> &[Sense] {
        &self.senses[verb as usize]
    }

    pub(crate) fn adjective(&self, id: WordId) -> Option<&Decider> {
        self.adjectives.get(&id)
    }

    pub(crate) fn noun(&self, id: WordId) -> Option<&Decider> {
        self.nouns.get(&id)
    }
}

/// The first word of a lemma, and a sense for each spelling of the rest.
fn senses(lemma: &str, entry: &Entry, reflexive: &[String], vocabulary: &mut Vocabulary) -> (String, Vec<Sense>) {
    let mut words = segments(lemma).map(|segment| &lemma[segment.start..segment.end]);
    let mut head = words.next().unwrap_or_default();
    let is_reflexive = reflexive.iter().any(|pronoun| pronoun == head);
    if is_reflexive {
        head = words.next().unwrap_or_default();
    }
    let after = lemma.find(head).map_or(lemma.len(), |at| at + head.len());
    let tails = std::iter::once(lemma[after..].trim()).chain(entry.also.iter().map(String::as_str));
    let senses = tails
        .map(|tail| Sense {
            lemma: lemma.into(),
            class: entry.class,
            frame: entry.frame,
            noun: entry.noun,
            object: entry.object.iter().map(|noun| vocabulary.intern_word(noun)).collect(),
            pressed: entry.pressed,
            quiet: entry.quiet,
            copula: entry.copula,
            through: entry.through,
            future: entry.future,
            narrative: entry.narrative,
            again: entry.again,
            reflexive: is_reflexive,
            tail: vocabulary.intern_phrase(tail).into(),
        })
        .collect();
    (head.to_owned(), senses)
}

fn decider(lemma: &str, entry: &Entry) -> Decider {
    Decider { lemma: lemma.into(), class: entry.class, frame: entry.frame, quiet: entry.quiet }
}

fn insert(into: &mut FxHashMap<WordId, Decider>, form: &str, lemma: &str, entry: &Entry, vocabulary: &mut Vocabulary) {
    let id = vocabulary.intern_word(form);
    into.entry(id).or_insert_with(|| decider(lemma, entry));
}

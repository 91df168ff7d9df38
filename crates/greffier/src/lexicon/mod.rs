//! Word knowledge as values: loaded once from the data files, checked while loading.

pub(crate) mod address;
mod adjective;
pub(crate) mod adverb;
pub(crate) mod amount;
pub(crate) mod bits;
pub(crate) mod class;
pub(crate) mod conjugation;
mod date;
pub(crate) mod duty;
mod entry;
pub(crate) mod fold;
pub(crate) mod folded;
pub(crate) mod gazetteer;
mod head;
mod layout;
pub(crate) mod letters;
pub(crate) mod lint;
mod meeting;
pub(crate) mod misspelling;
mod moment;
pub(crate) mod names;
mod number;
pub(crate) mod particle;
pub(crate) mod phrase;
mod reference;
pub(crate) mod segment;
mod series;
mod session;
mod sheet;
mod sieve;
mod source;
mod starts;
mod structure;
mod tails;
mod trie;
pub(crate) mod verb;
pub(crate) mod vocabulary;

pub(crate) use address::Addresses;
pub(crate) use adjective::Adjectives;
pub(crate) use adverb::Adverbs;
pub(crate) use amount::{Amount, Unit};
pub(crate) use class::Classes;
pub(crate) use conjugation::Conjugation;
pub(crate) use date::{Bound, Dates, Follow, Lead, Relative, Set};
pub(crate) use duty::{Duty, DutyWords};
pub(crate) use entry::Entry;
pub(crate) use gazetteer::Gazetteer;
pub(crate) use layout::Layout;
pub(crate) use meeting::{MeetingCue, MeetingWords};
pub(crate) use names::{Name, NameForm, Names};
pub(crate) use number::{NumberWord, Numbers};
pub(crate) use particle::Particles;
pub(crate) use phrase::{Endings, Part, Phrases};
pub(crate) use reference::{BodyName, Citing, References, Shape, WordRoles};
pub(crate) use series::{Series, Symbols};
pub(crate) use session::{SessionBody, Sessions};
pub(crate) use sieve::{Marks, Sieve};
pub(crate) use source::Source;
pub(crate) use starts::{SMALL_ORDINAL, Start, StartColumn, StartSet, Starts};
pub(crate) use structure::{Cue, Structure};
pub(crate) use trie::Trie;
pub(crate) use verb::Verbs;
pub(crate) use vocabulary::{Vocabulary, WordId};

use std::sync::{Arc, LazyLock, OnceLock};

use misspelling::Misspellings;

use crate::error::Error;

/// All that is known about the words of one language, and the names of the world.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    pub(crate) language: &'static str,
    /// How many words the files of the language know: they have the first numbers.
    french: usize,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) layout: Layout,
    pub(crate) structure: Structure,
    pub(crate) meeting: MeetingWords,
    pub(crate) dates: Dates,
    pub(crate) sessions: Sessions,
    pub(crate) numbers: Numbers,
    pub(crate) references: References,
    pub(crate) addresses: Addresses,
    pub(crate) particles: Particles,
    pub(crate) adverbs: Adverbs,
    pub(crate) classes: Classes,
    pub(crate) verbs: Verbs,
    pub(crate) duties: DutyWords,
    pub(crate) names: Names,
    pub(crate) adjectives: Adjectives,
    /// Made when the first misprint is looked for.
    misspellings: OnceLock<Misspellings>,
    pub(crate) phrases: Phrases,
    pub(crate) starts: Starts,
    pub(crate) sieve: Sieve,
}

/// A data file of the crate, by its path under `data/`.
macro_rules! data {
    ($file:literal) => {
        Source { file: $file, text: include_str!(concat!("../../data/", $file)) }
    };
}

/// The gazetteers of the crate.
const GAZETTEERS: [Source<'static>; 7] = [
    data!("gazetteer/countries.toml"),
    data!("gazetteer/capitals.toml"),
    data!("gazetteer/places.toml"),
    data!("gazetteer/organizations.toml"),
    data!("gazetteer/instruments.toml"),
    data!("gazetteer/events.toml"),
    data!("gazetteer/groups.toml"),
];

static FRENCH: LazyLock<Arc<Lexicon>> =
    LazyLock::new(|| Arc::new(Lexicon::load("fr").expect("the data of the crate is tested")));

impl Lexicon {
    /// The lexicon that all parsers share which know no names but those of the crate.
    pub(crate) fn french() -> &'static Arc<Self> {
        &FRENCH
    }

    /// The shared lexicon of a language, by its ISO 639-1 code.
    pub(crate) fn of(language: &str) -> Result<&'static Arc<Self>, Error> {
        check_language(language).map(|()| Self::french())
    }

    /// The lexicon with names of the caller's, which win over those of the crate. Only what names change is made anew: loading the data
    /// of the crate again would take several times as long as copying it.
    pub(crate) fn with_names(&self, own: Vec<Gazetteer>) -> Self {
        let mut lexicon = self.clone();
        lexicon.names.add(own, &mut lexicon.vocabulary);
        lexicon.misspellings = OnceLock::new();
        lexicon.learn();
        lexicon
    }

    /// Notes what follows from the words and names, when they are whole.
    fn learn(&mut self) {
        self.phrases.learn(&self.vocabulary);
        let time = (&self.dates, &self.sessions, &self.numbers);
        let names = (&self.names, &self.phrases);
        self.starts = Starts::new(&self.vocabulary, time, &self.references, names, (&self.particles, &self.duties));
    }

    /// Long names by all their words but one.
    pub(crate) fn misspellings(&self) -> &Misspellings {
        self.misspellings.get_or_init(|| Misspellings::of(&self.names, &self.phrases, &self.vocabulary))
    }

    /// Whether the words are one that the files of the language know, names of things left aside.
    pub(crate) fn is_french(&self, words: &[WordId]) -> bool {
        matches!(words, [word] if (1..self.french).contains(&word.index()))
    }

    /// The lexicon of a language, by its ISO 639-1 code.
    pub(crate) fn load(language: &str) -> Result<Self, Error> {
        check_language(language)?;
        let mut vocabulary = Vocabulary::default();
        let words = &mut vocabulary;
        let layout = Layout::load(data!("fr/layout.toml"), words)?;
        let structure = Structure::load(data!("fr/structure.toml"), words)?;
        let meeting = MeetingWords::load(data!("fr/meeting.toml"), words)?;
        let numbers = Numbers::load(data!("fr/numbers.toml"), words)?;
        let dates = Dates::load(data!("fr/dates.toml"), words)?;
        let mut particles = Particles::load(data!("fr/particles.toml"), words)?;
        let adverbs = Adverbs::load(data!("fr/adverbs.toml"), words)?;
        let conjugation = Conjugation::load(data!("fr/conjugation.toml"))?;
        let classes = Classes::read(data!("classes.toml"))?;
        let verbs = Verbs::load(data!("fr/verbs.toml"), &classes, &conjugation, words)?;
        particles.add_verbs(&verbs);
        let duties = DutyWords::load(data!("fr/duties.toml"), &conjugation, words)?;
        let mut phrases = Phrases::load(data!("fr/names.toml"), data!("fr/titles.toml"), words)?;
        let french = words.len();
        let sessions = Sessions::load(data!("gazetteer/sessions.toml"), words)?;
        let references = References::load(data!("fr/references.toml"), data!("gazetteer/symbols.toml"), words)?;
        let addresses = Addresses::read(data!("gazetteer/addresses.toml"))?;
        let mut names = Names::default();
        let gazetteers = GAZETTEERS.into_iter().map(Gazetteer::read).collect::<Result<Vec<_>, _>>()?;
        names.add(gazetteers, words);
        let adjectives = Adjectives::load(data!("gazetteer/adjectives.toml"), words)?;
        phrases.add(adjectives.words(), Part::QUALIFIER);
        let sieve = Sieve::new(&vocabulary, (&dates, &sessions, &numbers));
        let starts = Starts::default();
        let mut lexicon = Self {
            language: "fr",
            french,
            vocabulary,
            layout,
            structure,
            meeting,
            numbers,
            dates,
            sessions,
            references,
            addresses,
            particles,
            adverbs,
            classes,
            verbs,
            duties,
            names,
            adjectives,
            misspellings: OnceLock::new(),
            phrases,
            starts,
            sieve,
        };
        lexicon.learn();
        Ok(lexicon)
    }
}

/// An error unless there are data of the language.
fn check_language(language: &str) -> Result<(), Error> {
    if language == "fr" {
        return Ok(());
    }
    Err(Error::UnknownLanguage { code: language.to_owned(), known: "fr".to_owned() })
}

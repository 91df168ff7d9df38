//! Words of dates: months, weekdays, what bounds and links dates, the months of the Hijri calendar.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fold::{fold, is_apostrophe};
use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `dates.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    also: Vec<String>,
    and: Vec<String>,
    annual: Vec<String>,
    article: Vec<String>,
    between: Vec<String>,
    clock: Vec<String>,
    decade: Vec<String>,
    end: Vec<String>,
    era: Vec<String>,
    filler: Vec<String>,
    first_day: Vec<String>,
    last: Vec<String>,
    link: Vec<String>,
    middle: Vec<String>,
    midnight: Vec<String>,
    noon: Vec<String>,
    of: Vec<String>,
    or: Vec<String>,
    place: Vec<String>,
    range: Vec<String>,
    sitting: Vec<String>,
    start: Vec<String>,
    year_lead: Vec<String>,
    zone: Vec<String>,
    month: BTreeMap<String, u8>,
    month_typo: BTreeMap<String, u8>,
    weekday: BTreeMap<String, u8>,
    season: BTreeMap<String, u8>,
    quarter: BTreeMap<String, u8>,
    bound: BTreeMap<Bound, Vec<String>>,
    relative: BTreeMap<Relative, Vec<String>>,
    hijri: Vec<HijriMonth>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HijriMonth {
    month: u8,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    heads: Vec<String>,
    #[serde(default)]
    tails: Vec<String>,
}

/// What a phrase before a date makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Bound {
    /// `avant le`, `au plus tard le`
    Before,
    /// `d’ici à`
    By,
    /// `à compter du`
    From,
    /// `jusqu’au`
    Until,
}

/// A phrase that stands for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Relative {
    /// `la veille`
    Eve,
    /// `le lendemain`
    Morrow,
    /// `le même jour`
    Same,
    /// `ce jour`
    Today,
}

/// A set of words; the word may be in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    And,
    Annual,
    Article,
    Between,
    Clock,
    Decade,
    End,
    Era,
    Filler,
    FirstDay,
    Last,
    Link,
    Middle,
    Midnight,
    Month,
    MonthTypo,
    Noon,
    Of,
    Or,
    Place,
    Quarter,
    Range,
    Season,
    Sitting,
    Start,
    Weekday,
    YearLead,
    Zone,
    /// What bounds a date begins with the word: `au plus tard`.
    Bound,
    /// What stands for a day begins with the word: `la veille`.
    Relative,
    /// The name of a Hijri month begins with the word.
    Hijri,
}

impl Set {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The sets of words with which a date may begin that do not belong to its figures or months.
const PHRASES: u32 = Set::Bound.bit() | Set::Relative.bit();

/// The sets of words with which a date may begin.
const OPENERS: u32 = Set::Between.bit()
    | Set::Decade.bit()
    | Set::End.bit()
    | Set::FirstDay.bit()
    | Set::Last.bit()
    | Set::Middle.bit()
    | Set::Hijri.bit()
    | Set::Month.bit()
    | PHRASES
    | Set::Season.bit()
    | Set::Start.bit()
    | Set::Weekday.bit();

/// Words of dates by their number in the vocabulary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    words: Vec<(u32, u8)>,
    /// Phrases that link two dates as `et` does: `ainsi que`.
    pub(crate) also: Trie<()>,
    pub(crate) bounds: Trie<Bound>,
    pub(crate) relatives: Trie<Relative>,
    hijri: Trie<u8>,
    apostrophe: WordId,
}

impl Dates {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut dates = Self { apostrophe: vocabulary.intern("'"), ..Self::default() };
        for (set, words) in [
            (Set::And, file.and),
            (Set::Annual, file.annual),
            (Set::Article, file.article),
            (Set::Between, file.between),
            (Set::Clock, file.clock),
            (Set::Decade, file.decade),
            (Set::End, file.end),
            (Set::Era, file.era),
            (Set::Filler, file.filler),
            (Set::FirstDay, file.first_day),
            (Set::Last, file.last),
            (Set::Link, file.link),
            (Set::Middle, file.middle),
            (Set::Midnight, file.midnight),
            (Set::Noon, file.noon),
            (Set::Of, file.of),
            (Set::Or, file.or),
            (Set::Place, file.place),
            (Set::Range, file.range),
            (Set::Sitting, file.sitting),
            (Set::Start, file.start),
            (Set::YearLead, file.year_lead),
            (Set::Zone, file.zone),
        ] {
            words.iter().for_each(|word| dates.add(vocabulary.intern(&fold(word)), set, 0));
        }
        for (set, words) in [
            (Set::Month, file.month),
            (Set::MonthTypo, file.month_typo),
            (Set::Weekday, file.weekday),
            (Set::Season, file.season),
            (Set::Quarter, file.quarter),
        ] {
            words.iter().for_each(|(word, &value)| dates.add(vocabulary.intern(&fold(word)), set, value));
        }
        for phrase in &file.also {
            dates.also.insert(&vocabulary.intern_phrase(phrase), ());
        }
        for (bound, phrases) in file.bound {
            for phrase in phrases {
                let ids = vocabulary.intern_phrase(&phrase);
                dates.add(ids[0], Set::Bound, 0);
                dates.bounds.insert(&ids, bound);
            }
        }
        for (relative, phrases) in file.relative {
            for phrase in phrases {
                let ids = vocabulary.intern_phrase(&phrase);
                dates.add(ids[0], Set::Relative, 0);
                dates.relatives.insert(&ids, relative);
            }
        }
        for HijriMonth { month, names, heads, tails } in file.hijri {
            let pairs = heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head} {tail}")));
            for name in names.iter().cloned().chain(pairs) {
                dates.add_hijri(&name, month, vocabulary);
            }
        }
        Ok(dates)
    }

    /// Adds the name of a month, with its apostrophes, with them between words and without them.
    fn add_hijri(&mut self, name: &str, month: u8, vocabulary: &mut Vocabulary) {
        for spelling in [name.to_owned(), name.replace(is_apostrophe, ""), name.replace(is_apostrophe, " ")] {
            let mut ids = vocabulary.intern_phrase(&spelling);
            ids.retain(|&id| id != self.apostrophe);
            if let Some(&first) = ids.first() {
                self.add(first, Set::Hijri, 0);
            }
            self.hijri.insert(&ids, month);
        }
    }

    fn add(&mut self, id: WordId, set: Set, value: u8) {
        if self.words.len() <= id.index() {
            self.words.resize(id.index() + 1, (0, 0));
        }
        let (sets, held) = &mut self.words[id.index()];
        *sets |= set.bit();
        *held = (*held).max(value);
    }

    fn word(&self, id: WordId) -> (u32, u8) {
        self.words.get(id.index()).copied().unwrap_or_default()
    }

    /// Whether the word is in the set.
    pub(crate) fn is(&self, id: WordId, set: Set) -> bool {
        self.word(id).0 & set.bit() != 0
    }

    /// The value of the word in a set with values: 9 for `septembre` among months.
    pub(crate) fn value(&self, id: WordId, set: Set) -> Option<u8> {
        let (sets, value) = self.word(id);
        (sets & set.bit() != 0).then_some(value)
    }

    /// Whether a date may begin with the word, figures and number words apart.
    pub(crate) fn opens(&self, id: WordId) -> bool {
        self.word(id).0 & OPENERS != 0
    }

    /// Whether a phrase begins with the word that stands before a date or for one: `avant`, `la`.
    pub(crate) fn leads(&self, id: WordId) -> bool {
        self.word(id).0 & PHRASES != 0
    }

    /// Whether nothing of a date begins with the word but such a phrase.
    pub(crate) fn only_leads(&self, id: WordId) -> bool {
        let openers = self.word(id).0 & OPENERS;
        openers != 0 && openers & !PHRASES == 0
    }

    /// The Hijri month that `ids` begin with: how many words it takes, apostrophes among them, and its number.
    pub(crate) fn hijri(&self, ids: impl Iterator<Item = WordId> + Clone) -> Option<(usize, u8)> {
        let words = ids.clone().filter(|&id| id != self.apostrophe);
        let (count, &month) = self.hijri.longest(words)?;
        let taken = ids.enumerate().filter(|&(_, id)| id != self.apostrophe).nth(count - 1)?.0 + 1;
        Some((taken, month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::segment::{fold_segment, segments};

    #[test]
    fn words_have_their_sets() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let id = |word: &str| lexicon.vocabulary.id(&fold(word));
        assert_eq!(lexicon.dates.value(id("Décembre"), Set::Month), Some(12));
        assert_eq!(lexicon.dates.value(id("dimanche"), Set::Weekday), Some(7));
        assert_eq!(lexicon.dates.value(id("été"), Set::Season), Some(22));
        assert_eq!(lexicon.dates.value(id("Conseil"), Set::Month), None);
        assert!(lexicon.dates.opens(id("mai")));
        assert!(!lexicon.dates.opens(id("du")));
    }

    #[test]
    fn hijri_months_in_many_spellings() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (name, month) in [
            ("Mouharram", 1),
            ("Rabi' Al Awwal", 3),
            ("RABI AWWAL", 3),
            ("Rabi-ul-Awwal", 3),
            ("Rabi’ al-Thani", 4),
            ("Rabi el Akhir", 4),
            ("DJOUMADAH AWWAL", 5),
            ("JOUMADA ATHANIA", 6),
            ("Joumada al-Akhira", 6),
            ("RAJAHB", 7),
            ("Cha’bane", 8),
            ("Chaabane", 8),
            ("Ramadhan", 9),
            ("Chawwal", 10),
            ("DHOUL QI'DA", 11),
            ("Dhou al-Qada", 11),
            ("Thoul Qida", 11),
            ("Zul Hijja", 12),
            ("Dhou al-Hijja", 12),
        ] {
            let ids: Vec<WordId> = segments(name)
                .map(|segment| {
                    let mut folded = String::new();
                    fold_segment(&name[segment.start..segment.end], &mut folded);
                    lexicon.vocabulary.id(&folded)
                })
                .collect();
            assert_eq!(lexicon.dates.hijri(ids.iter().copied()), Some((ids.len(), month)), "{name}");
        }
    }
}

//! Words of dates: months, weekdays, what bounds and links dates, the months of the Hijri calendar.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::amount::Amount;
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
    set: BTreeMap<Set, Vec<String>>,
    value: BTreeMap<Set, BTreeMap<String, u8>>,
    bound: BTreeMap<Bound, Vec<String>>,
    relative: BTreeMap<Relative, Vec<String>>,
    unit: BTreeMap<String, String>,
    lead: BTreeMap<Lead, Vec<String>>,
    follow: BTreeMap<Follow, Vec<String>>,
    recurrence: BTreeMap<String, String>,
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

/// A phrase that stands for a day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Relative {
    /// `la veille`
    Eve,
    /// `le mois dernier`
    LastMonth,
    /// `l’an dernier`
    LastYear,
    /// `le lendemain`
    Morrow,
    /// `le mois prochain`
    NextMonth,
    /// `l’an prochain`
    NextYear,
    /// `le même jour`
    Same,
    /// `le même mois`
    SameMonth,
    /// `la même année`
    SameYear,
    /// `ce mois`
    ThisMonth,
    /// `cette année`
    ThisYear,
    /// `ce jour`
    Today,
    /// `demain`
    Tomorrow,
    /// `l’année suivante`
    YearAfter,
    /// `l’année précédente`
    YearBefore,
    /// `hier`
    Yesterday,
}

impl Relative {
    /// Whether it stands for a year: `de la même année` completes a day.
    pub(crate) fn is_year(self) -> bool {
        use Relative::{LastYear, NextYear, SameYear, ThisYear, YearAfter, YearBefore};
        matches!(self, LastYear | NextYear | SameYear | ThisYear | YearAfter | YearBefore)
    }

    /// Whether it is seen from the date named before, not from the document.
    pub(crate) fn looks_back(self) -> bool {
        use Relative::{Eve, Morrow, Same, SameMonth, SameYear, YearAfter, YearBefore};
        matches!(self, Eve | Morrow | Same | SameMonth | SameYear | YearAfter | YearBefore)
    }
}

/// What a phrase before a span of time makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lead {
    /// `pendant trois mois`
    During,
    /// `tous les six mois`
    Every,
    /// `dans trois mois`
    Hence,
    /// `depuis trois mois`
    Since,
    /// `dans les trois mois`
    Within,
}

/// What a phrase after a span of time says: on which side of its anchor it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Follow {
    /// `suivant l’adoption`
    After,
    /// `avant la session`
    Before,
}

/// A set of words; the word may be in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Set {
    Age,
    And,
    Annual,
    Article,
    Between,
    Century,
    Clock,
    Decade,
    End,
    Era,
    Extra,
    Filler,
    First,
    FirstDay,
    Grace,
    Half,
    Its,
    Last,
    Link,
    Middle,
    Midnight,
    Month,
    MonthPart,
    MonthTypo,
    Next,
    Noon,
    Numbered,
    Of,
    Or,
    Own,
    Past,
    Place,
    Range,
    Season,
    Session,
    Sitting,
    Solemn,
    Start,
    This,
    ToIt,
    Universal,
    WeakLead,
    Weekday,
    WeekdayShort,
    Working,
    Year,
    YearLead,
    YearPart,
    Zone,
    /// What bounds a date begins with the word: `au plus tard`.
    Bound,
    /// The word is part of what bounds a date: `tard`.
    Bounding,
    /// What stands for a day begins with the word: `veille`.
    Relative,
    /// What says how often begins with the word: `chaque année`.
    Recurrence,
    /// The name of a Hijri month begins with the word.
    Hijri,
    /// A unit of time: `mois`.
    Unit,
}

impl Set {
    const fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// The sets of words with which a date may begin that do not belong to its figures or months.
const PHRASES: u64 = Set::Bound.bit() | Set::Relative.bit() | Set::Recurrence.bit();

/// The sets of words with which a date may begin.
const OPENERS: u64 = Set::Between.bit()
    | Set::Century.bit()
    | Set::Decade.bit()
    | Set::End.bit()
    | Set::FirstDay.bit()
    | Set::Last.bit()
    | Set::Middle.bit()
    | Set::Hijri.bit()
    | Set::Month.bit()
    | PHRASES
    | Set::Season.bit()
    | Set::Session.bit()
    | Set::Start.bit()
    | Set::Weekday.bit()
    | Set::WeekdayShort.bit();

/// The sets of words without which, figures and a few phrases apart, nothing is said of time.
const ANCHORS: u64 = Set::Month.bit()
    | Set::MonthTypo.bit()
    | Set::Hijri.bit()
    | Set::Weekday.bit()
    | Set::Decade.bit()
    | Set::Century.bit()
    | Set::Session.bit()
    | Set::Unit.bit();

/// The sets of words one of which each date that begins with a number word has.
const ENDERS: u64 = Set::Month.bit()
    | Set::MonthTypo.bit()
    | Set::Hijri.bit()
    | Set::YearPart.bit()
    | Set::MonthPart.bit()
    | Set::Half.bit();

/// The sets of words that may stand before a year which no month precedes.
const BEFORE_YEAR: u64 = Set::YearLead.bit()
    | Set::WeakLead.bit()
    | Set::Filler.bit()
    | Set::Between.bit()
    | Set::End.bit()
    | Set::Start.bit()
    | Set::Middle.bit()
    | Set::YearPart.bit()
    | Set::MonthPart.bit()
    | Set::Half.bit()
    | Set::Season.bit()
    | Set::Of.bit()
    | Set::Article.bit()
    | Set::Range.bit()
    | Set::Or.bit()
    | Set::Bounding.bit();

/// Words of dates by their number in the vocabulary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    words: Vec<(u64, u8)>,
    /// Phrases that link two dates as `et` does: `ainsi que`.
    pub(crate) also: Trie<()>,
    pub(crate) bounds: Trie<Bound>,
    pub(crate) leads: Trie<Lead>,
    pub(crate) follows: Trie<Follow>,
    /// How often, by phrases.
    pub(crate) recurrences: Trie<Amount>,
    /// Without the article or the `ce` that they open with, which are kept beside them.
    relatives: Trie<Vec<(Option<WordId>, Relative)>>,
    units: FxHashMap<WordId, Amount>,
    hijri: Trie<u8>,
    /// Words that end phrases in which no other word tells of time.
    anchors: Vec<WordId>,
    apostrophe: WordId,
}

impl Dates {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut dates = Self { apostrophe: vocabulary.intern("'"), ..Self::default() };
        for (set, words) in file.set {
            words.iter().for_each(|word| dates.add(vocabulary.intern(&fold(word)), set, 0));
        }
        for (set, words) in file.value {
            words.iter().for_each(|(word, &value)| dates.add(vocabulary.intern(&fold(word)), set, value));
        }
        for phrase in &file.also {
            dates.also.insert(&vocabulary.intern_phrase(phrase), ());
        }
        for (bound, phrases) in file.bound {
            for phrase in phrases {
                let ids = vocabulary.intern_phrase(&phrase);
                dates.add(ids[0], Set::Bound, 0);
                ids.iter().for_each(|&id| dates.add(id, Set::Bounding, 0));
                dates.bounds.insert(&ids, bound);
            }
        }
        let mut phrases = dates.add_relatives(file.relative, vocabulary);
        for (lead, phrases) in file.lead {
            phrases.iter().for_each(|phrase| _ = dates.leads.insert(&vocabulary.intern_phrase(phrase), lead));
        }
        for (follow, phrases) in file.follow {
            phrases.iter().for_each(|phrase| _ = dates.follows.insert(&vocabulary.intern_phrase(phrase), follow));
        }
        let amount = |iso: &str| {
            let amount = iso.trim_start_matches("R/").parse::<Amount>();
            amount.map_err(|()| source.error_at(0, format!("expected a duration such as P1M, found {iso:?}")))
        };
        for (word, iso) in &file.unit {
            let id = vocabulary.intern(&fold(word));
            dates.add(id, Set::Unit, 0);
            dates.units.insert(id, amount(iso)?);
        }
        for (phrase, iso) in &file.recurrence {
            let ids = vocabulary.intern_phrase(phrase);
            dates.add(ids[0], Set::Recurrence, 0);
            phrases.push(ids.clone());
            dates.recurrences.insert(&ids, amount(iso)?);
        }
        // a phrase in which no word tells of time by itself is known by its last
        let bare = phrases.iter().filter(|ids| !ids.iter().any(|&id| dates.word(id).0 & ANCHORS != 0));
        dates.anchors = bare.filter_map(|ids| ids.last().copied()).collect();
        for HijriMonth { month, names, heads, tails } in file.hijri {
            let pairs = heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head} {tail}")));
            for name in names.iter().cloned().chain(pairs) {
                dates.add_hijri(&name, month, vocabulary);
            }
        }
        Ok(dates)
    }

    /// Adds phrases that stand for a day; the word they open with is set apart, as every second word of a text is like it. The phrases.
    fn add_relatives(
        &mut self,
        phrases: BTreeMap<Relative, Vec<String>>,
        vocabulary: &mut Vocabulary,
    ) -> Vec<Vec<WordId>> {
        let mut all: BTreeMap<Vec<WordId>, Vec<(Option<WordId>, Relative)>> = BTreeMap::new();
        for (relative, phrases) in phrases {
            for phrase in phrases {
                let ids = vocabulary.intern_phrase(&phrase);
                let led = ids.len() > 1 && (self.is(ids[0], Set::Article) || self.is(ids[0], Set::This));
                let (lead, rest) = if led { (Some(ids[0]), ids[1..].to_vec()) } else { (None, ids) };
                all.entry(rest).or_default().push((lead, relative));
            }
        }
        let phrases = all.keys().cloned().collect();
        for (ids, meanings) in all {
            self.add(ids[0], Set::Relative, 0);
            self.relatives.insert(&ids, meanings);
        }
        phrases
    }

    /// The phrase that `ids` begin with and that stands for a day after the word `lead`: how many words it has, whether the lead is
    /// one of them, and what it says.
    pub(crate) fn relative(
        &self,
        lead: Option<WordId>,
        ids: impl Iterator<Item = WordId>,
    ) -> Option<(usize, bool, Relative)> {
        let of = |meanings: &[(Option<WordId>, Relative)]| {
            meanings.iter().copied().find(|(own, _)| own.is_none() || *own == lead)
        };
        let (count, meanings) = self.relatives.longest_where(ids, |_, meanings| of(meanings).is_some())?;
        let (own, relative) = of(meanings)?;
        Some((count, own.is_some(), relative))
    }

    /// The unit of time that the word names.
    pub(crate) fn unit(&self, id: WordId) -> Option<Amount> {
        if self.is(id, Set::Unit) { self.units.get(&id).copied() } else { None }
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

    fn word(&self, id: WordId) -> (u64, u8) {
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

    /// Whether the word is one of those without which, figures apart, nothing is said of time.
    pub(crate) fn is_anchor(&self, id: WordId) -> bool {
        self.word(id).0 & ANCHORS != 0 || self.anchors.contains(&id)
    }

    /// Whether a year which no month precedes may follow the word.
    pub(crate) fn leads_to_year(&self, id: WordId) -> bool {
        self.word(id).0 & BEFORE_YEAR != 0
    }

    /// Whether a date that begins with a number word may end with the word, or soon after it.
    pub(crate) fn ends_date(&self, id: WordId) -> bool {
        self.word(id).0 & ENDERS != 0
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

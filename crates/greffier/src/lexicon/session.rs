//! Sessions of bodies: which numbers were held when.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::Deserialize;

use super::source::Source;
use super::trie::Trie;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;

/// The schema of `sessions.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    series: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    body: String,
    names: Vec<String>,
    #[serde(default)]
    numbered: Vec<String>,
    source: String,
    #[serde(default)]
    rule: Vec<RuleEntry>,
    #[serde(default)]
    dates: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    number: u32,
    last: Option<u32>,
    #[serde(default = "one")]
    every: u32,
    #[serde(default = "one")]
    years: u32,
    from: String,
    to: String,
}

fn one() -> u32 {
    1
}

/// Letters of the longest small word: `des`, `aux`.
const SMALL: usize = 4;

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    first: NaiveDate,
    /// Figures of its EDTF: 4, 7 or 10.
    figures: usize,
}

impl Point {
    /// point = year [ "-" month [ "-" day ] ]
    fn parse(edtf: &str) -> Option<Self> {
        let rest = match edtf.len() {
            4 => "-01-01",
            7 => "-01",
            10 => "",
            _ => return None,
        };
        Some(Self { first: format!("{edtf}{rest}").parse().ok()?, figures: edtf.len() })
    }

    fn later(self, years: u32) -> Option<Self> {
        Some(Self { first: self.first.checked_add_months(Months::new(years.checked_mul(12)?))?, ..self })
    }

    fn last(self) -> Option<NaiveDate> {
        let months = match self.figures {
            4 => 12,
            7 => 1,
            _ => return Some(self.first),
        };
        self.first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))
    }

    fn edtf(self) -> String {
        self.first.to_string().chars().take(self.figures).collect()
    }
}

/// When a session was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    from: Point,
    to: Point,
}

impl Held {
    /// held = point [ "/" point ]
    fn parse(edtf: &str) -> Option<Self> {
        let (from, to) = edtf.split_once('/').unwrap_or((edtf, edtf));
        let held = Self { from: Point::parse(from)?, to: Point::parse(to)? };
        (held.from.first <= held.to.last()?).then_some(held)
    }

    /// The first day of it, and the last.
    pub(crate) fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.from.first, self.to.last()?))
    }

    /// In EDTF.
    pub(crate) fn edtf(self) -> String {
        let from = self.from.edtf();
        if self.from == self.to { from } else { format!("{from}/{}", self.to.edtf()) }
    }
}

/// Sessions that follow one another at a fixed distance.
#[derive(Debug, Clone)]
struct Rule {
    number: u32,
    last: Option<u32>,
    every: u32,
    years: u32,
    held: Held,
}

impl Rule {
    fn held(&self, number: u32) -> Option<Held> {
        let steps = number.checked_sub(self.number).filter(|steps| steps % self.every == 0)? / self.every;
        if self.last.is_some_and(|last| number > last) {
            return None;
        }
        let years = steps.checked_mul(self.years)?;
        Some(Held { from: self.held.from.later(years)?, to: self.held.to.later(years)? })
    }
}

/// The sessions of one body.
#[derive(Debug, Clone)]
struct Series {
    rules: Vec<Rule>,
    dates: BTreeMap<u32, Held>,
}

/// A name under which a body's sessions are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SessionBody {
    series: usize,
    /// The number itself may stand before the name: `XVe Sommet`.
    pub(crate) numbered: bool,
}

/// All series of sessions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sessions {
    pub(crate) bodies: Trie<SessionBody>,
    series: Vec<Series>,
    /// Words with which a numbered name begins.
    heads: Vec<WordId>,
    /// Words that stand in all numbered names of a body: its second, or the first if that is a small one.
    anchors: Vec<WordId>,
}

impl Sessions {
    pub(crate) fn load(source: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut sessions = Self::default();
        for (index, entry) in file.series.into_iter().enumerate() {
            let held = |edtf: &str| {
                let bad = || source.error_at(0, format!("expected EDTF for the {}, found {edtf:?}", entry.body));
                Held::parse(edtf).ok_or_else(bad)
            };
            if entry.source.is_empty() {
                return Err(source.error_at(0, format!("expected a source for the {}", entry.body)));
            }
            for name in &entry.numbered {
                let ids = vocabulary.intern_phrase(name);
                sessions.heads.push(ids[0]);
                let second = ids.get(1).copied().filter(|&id| vocabulary.folded(id).len() > SMALL);
                sessions.anchors.push(second.unwrap_or(ids[0]));
                sessions.bodies.insert(&ids, SessionBody { series: index, numbered: true });
            }
            for name in &entry.names {
                let ids = vocabulary.intern_phrase(name);
                sessions.bodies.insert(&ids, SessionBody { series: index, numbered: false });
            }
            let mut series = Series { rules: Vec::new(), dates: BTreeMap::new() };
            for rule in &entry.rule {
                let held = Held { from: held(&rule.from)?.from, to: held(&rule.to)?.to };
                if rule.every == 0 || rule.last.is_some_and(|last| last < rule.number) {
                    return Err(source.error_at(0, format!("expected a rule that goes on for the {}", entry.body)));
                }
                let RuleEntry { number, last, every, years, .. } = *rule;
                series.rules.push(Rule { number, last, every, years, held });
            }
            for (number, edtf) in &entry.dates {
                let bad = |_| source.error_at(0, format!("expected the number of a session, found {number:?}"));
                series.dates.insert(number.parse().map_err(bad)?, held(edtf)?);
            }
            sessions.series.push(series);
        }
        Ok(sessions)
    }

    /// Whether each mention of a session without its noun has one of these words.
    pub(crate) fn is_anchor(&self, id: WordId) -> bool {
        self.anchors.contains(&id)
    }

    /// Whether the name of a body begins with the word.
    pub(crate) fn begins(&self, id: WordId) -> bool {
        self.bodies.begins(id)
    }

    /// Whether a name before which its number stands may begin with the word.
    pub(crate) fn is_head(&self, id: WordId) -> bool {
        self.heads.contains(&id)
    }

    /// When the session of that number was held.
    pub(crate) fn held(&self, body: SessionBody, number: u32) -> Option<Held> {
        let series = self.series.get(body.series)?;
        series.dates.get(&number).copied().or_else(|| series.rules.iter().find_map(|rule| rule.held(number)))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn sessions_were_held_when_the_bodies_say() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let mut vocabulary = lexicon.vocabulary.clone();
        for (name, number, expected) in [
            ("Assemblée générale", 68, Some("2013-09/2014-09")),
            ("Assemblée générale des Nations Unies", 78, Some("2023-09/2024-09")),
            ("Assemblée générale", 4, Some("1949-09-20/1949-12-10")),
            ("Conseil des droits de l’homme", 25, Some("2014-02/2014-04")),
            ("Conseil des droits de l’homme", 26, Some("2014-06/2014-07")),
            ("Conseil des droits de l’homme", 27, Some("2014-09/2014-10")),
            ("Conseil des ministres des Affaires étrangères de l’OCI", 42, Some("2015-05-27/2015-05-28")),
            ("Sommet islamique", 13, Some("2016-04-14/2016-04-15")),
            ("Conférence de l’Union africaine", 24, Some("2015-01-30/2015-01-31")),
            ("Sommet de la Francophonie", 15, Some("2014-11-29/2014-11-30")),
            ("Conférence générale de l’UNESCO", 40, Some("2019-10/2019-11")),
            // not known, or not of this world
            ("Conférence de l’Union africaine", 17, None),
            ("Sommet islamique", 0, None),
            ("Assemblée générale", 4_000_000_000, None),
        ] {
            let ids = vocabulary.intern_phrase(name);
            let (count, &body) = lexicon.sessions.bodies.longest(ids.iter().copied()).expect(name);
            assert_eq!(count, ids.len(), "{name}");
            let held = lexicon.sessions.held(body, number).map(|held| held.edtf());
            assert_eq!(held.as_deref(), expected, "{name} {number}");
        }
    }
}

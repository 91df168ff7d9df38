//! Words and bodies of citations: what introduces a number, and which symbol the number stands for.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::Trie;
use super::fold::fold;
use super::series::Symbols;
use super::source::Source;
use super::vocabulary::{Vocabulary, WordId};
use crate::error::Error;
use crate::model::ReferenceKind;

/// The form of a plain number: each body has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shape {
    /// `2085 (2012)`: number and year.
    Year,
    /// `194 (III)`, `3201 (S-VI)`: number and session.
    Roman,
    /// `70/1`: session and number.
    Session,
    /// `1980/67`: year and number.
    Annual,
    /// `ES-10/15`, `S-23/2`: special session and number.
    Special,
    /// `2085`: a number alone.
    Bare,
    /// `4/08`: number and year in two figures.
    Short,
    /// `15.1`: chapter and number.
    Point,
}

/// The schema of `references.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    above: Vec<String>,
    aforesaid: Vec<String>,
    between: Vec<String>,
    genitive: Vec<String>,
    indefinite: Vec<String>,
    introducing: Vec<String>,
    linking: Vec<String>,
    medial: Vec<String>,
    mentioned: Vec<String>,
    nominative: Vec<String>,
    number: Vec<String>,
    organ: Vec<String>,
    other: Vec<String>,
    own: Vec<String>,
    paragraph: Vec<String>,
    pointing: Vec<String>,
    present: Vec<String>,
    release: Vec<String>,
    signing: Vec<String>,
    standing: Vec<String>,
    through: Vec<String>,
    citing: Vec<CitingEntry>,
    body: Vec<BodyEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CitingEntry {
    kind: ReferenceKind,
    numbered: bool,
    singular: Vec<String>,
    plural: Vec<String>,
    series: Option<String>,
    #[serde(default)]
    compound: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyEntry {
    name: String,
    names: Vec<String>,
    short: Option<String>,
    #[serde(default = "plain")]
    resolution: String,
    #[serde(default = "plain")]
    decision: String,
    shapes: Vec<Shape>,
    #[serde(default)]
    beside: bool,
    since: Option<i32>,
    pace: Option<f32>,
    most: Option<u32>,
}

/// A number as printed.
fn plain() -> String {
    "{}".to_owned()
}

/// What a word may be to a citation, several at once: `la` is linking, introducing and nominative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WordRoles(u32);

impl WordRoles {
    /// `résolution`
    pub(crate) const CITING: Self = Self(1);
    /// May stand right before a number of a list: `et`.
    pub(crate) const INTRODUCING: Self = Self(1 << 1);
    /// Small words that change nothing: `en date du`.
    pub(crate) const LINKING: Self = Self(1 << 2);
    /// `le` of a body that acts.
    pub(crate) const NOMINATIVE: Self = Self(1 << 3);
    /// `de`
    pub(crate) const GENITIVE: Self = Self(1 << 4);
    /// `n°`
    pub(crate) const NUMBER: Self = Self(1 << 5);
    /// `sa`
    pub(crate) const OWN: Self = Self(1 << 6);
    /// `paragraphe`
    pub(crate) const PARAGRAPH: Self = Self(1 << 7);
    /// `à` of a range.
    pub(crate) const THROUGH: Self = Self(1 << 8);
    /// First word of the name of a body whose numbers are known.
    pub(crate) const BODY: Self = Self(1 << 9);
    /// First word of the name of any body: `Comité`.
    pub(crate) const ORGAN: Self = Self(1 << 10);
    /// `ci-dessus`
    pub(crate) const ABOVE: Self = Self(1 << 11);
    /// `susvisée`
    pub(crate) const AFORESAID: Self = Self(1 << 12);
    /// `visée` of `visée ci-dessus`.
    pub(crate) const MENTIONED: Self = Self(1 << 13);
    /// `presse` of `déclaration à la presse`.
    pub(crate) const RELEASE: Self = Self(1 << 21);
    /// `celle` of a text of the kind named before.
    pub(crate) const STANDING: Self = Self(1 << 22);
    /// `entre` before two parties.
    pub(crate) const BETWEEN: Self = Self(1 << 20);
    /// `un` of what is none in particular.
    pub(crate) const INDEFINITE: Self = Self(1 << 19);
    /// `autres` in a list.
    pub(crate) const OTHER: Self = Self(1 << 18);
    /// `même` of `cette même résolution`.
    pub(crate) const MEDIAL: Self = Self(1 << 17);
    /// `ladite`
    pub(crate) const POINTING: Self = Self(1 << 14);
    /// `présente` of a text that means itself.
    pub(crate) const PRESENT: Self = Self(1 << 15);
    /// `signé`
    pub(crate) const SIGNING: Self = Self(1 << 16);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }

    /// Whether a citation may begin or change at the word; the others only stand between its parts.
    pub(crate) fn begins(self) -> bool {
        const BEGINNING: u32 =
            WordRoles::CITING.0 | WordRoles::STANDING.0 | WordRoles::NUMBER.0 | WordRoles::BODY.0 | WordRoles::ORGAN.0;
        self.0 & BEGINNING != 0
    }
}

/// A citing word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Citing {
    pub(crate) kind: ReferenceKind,
    /// Whether a plain number may follow.
    pub(crate) numbered: bool,
    pub(crate) plural: bool,
    /// Whether the word before belongs to it: `acte additionnel`.
    pub(crate) compound: bool,
    /// Whether the word is an abbreviation, which a point may follow.
    pub(crate) short: bool,
    /// The series that the word alone implies, by place in the data: `Dec. 391`.
    pub(crate) series: Option<usize>,
}

/// A body whose texts are cited by plain number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CitingBody {
    pub(crate) name: String,
    /// The one word that stands for it.
    short: Option<WordId>,
    /// Whether it must be named near the number.
    pub(crate) beside: bool,
    resolution: String,
    decision: String,
    shapes: Vec<Shape>,
    since: i32,
    pace: Option<f32>,
    most: u32,
}

impl CitingBody {
    /// Whether `first` and `second` in this form may be a number of its: `16/21`, `2085 (2012)`.
    pub(crate) fn admits(&self, shape: Shape, (first, second): (&str, &str), decision: bool) -> bool {
        let count = if shape == Shape::Session { second } else { first };
        let counted = matches!(shape, Shape::Session | Shape::Year | Shape::Bare) && !decision;
        let within = !counted || count.parse::<u32>().is_ok_and(|n| n <= self.most);
        let formed = self.shapes.contains(&shape) || (shape == Shape::Bare && !decision && self.counts_through());
        formed && within
    }

    /// Whether its numbers go on from session to session, so that one alone says something: `résolution 242`.
    fn counts_through(&self) -> bool {
        self.shapes.contains(&Shape::Year) || self.shapes.contains(&Shape::Roman)
    }

    /// Whether the session sat around that year; `None` where sessions do not tell the year.
    pub(crate) fn sat_in(&self, session: &str, year: i32) -> Option<bool> {
        let session: f32 = session.parse().ok()?;
        let start = self.since as f32 + session / self.pace?;
        Some((year as f32 - start).abs() <= 1.5)
    }

    /// The symbol of its text with that number.
    pub(crate) fn symbol(&self, kind: ReferenceKind, number: &str) -> String {
        let template = if kind == ReferenceKind::Decision { &self.decision } else { &self.resolution };
        let (before, after) = number.split_once('/').unwrap_or((number, ""));
        let mut out = String::with_capacity(template.len() + number.len() + 2);
        let mut rest = template.as_str();
        while let Some((text, from)) = rest.split_once('{') {
            let (field, after_field) = from.split_once('}').unwrap_or((from, ""));
            out.push_str(text);
            out.push_str(match field {
                "1" => before,
                "2" => after,
                _ => number,
            });
            rest = after_field;
        }
        out.push_str(rest);
        out
    }
}

/// What the words of a body stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyName {
    /// The body of that index.
    Full(usize),
    /// A word that stands for the last named body it suits: `le Conseil`.
    Short(WordId),
}

/// All that is known about citations.
#[derive(Debug, Clone)]
pub(crate) struct References {
    /// Roles by word number.
    roles: Vec<WordRoles>,
    citing: FxHashMap<WordId, Citing>,
    implied: Vec<String>,
    bodies: Vec<CitingBody>,
    names: Trie<BodyName>,
    pub(crate) symbols: Symbols,
}

impl References {
    pub(crate) fn load(words: Source<'_>, symbols: Source<'_>, vocabulary: &mut Vocabulary) -> Result<Self, Error> {
        let file: File = words.read()?;
        let symbols = Symbols::load(symbols)?;
        let mut roles = Vec::new();
        let lists = [
            (&file.above, WordRoles::ABOVE),
            (&file.aforesaid, WordRoles::AFORESAID),
            (&file.between, WordRoles::BETWEEN),
            (&file.genitive, WordRoles::GENITIVE),
            (&file.indefinite, WordRoles::INDEFINITE),
            (&file.introducing, WordRoles::INTRODUCING),
            (&file.linking, WordRoles::LINKING),
            (&file.medial, WordRoles::MEDIAL),
            (&file.mentioned, WordRoles::MENTIONED),
            (&file.nominative, WordRoles::NOMINATIVE),
            (&file.number, WordRoles::NUMBER),
            (&file.organ, WordRoles::ORGAN),
            (&file.other, WordRoles::OTHER),
            (&file.own, WordRoles::OWN),
            (&file.paragraph, WordRoles::PARAGRAPH),
            (&file.pointing, WordRoles::POINTING),
            (&file.present, WordRoles::PRESENT),
            (&file.release, WordRoles::RELEASE),
            (&file.standing, WordRoles::STANDING),
            (&file.signing, WordRoles::SIGNING),
            (&file.through, WordRoles::THROUGH),
        ];
        for (list, role) in lists {
            for word in list {
                mark(&mut roles, first_word(vocabulary, word), role);
            }
        }
        let mut citing = FxHashMap::default();
        let mut implied = Vec::new();
        for entry in &file.citing {
            let series = entry.series.as_ref().map(|series| {
                implied.push(series.clone());
                implied.len() - 1
            });
            for (list, plural) in [(&entry.singular, false), (&entry.plural, true)] {
                for word in list {
                    let id = first_word(vocabulary, word);
                    mark(&mut roles, id, WordRoles::CITING);
                    citing.insert(
                        id,
                        Citing {
                            kind: entry.kind,
                            numbered: entry.numbered,
                            plural,
                            compound: entry.compound,
                            short: word.len() <= 4,
                            series,
                        },
                    );
                }
            }
        }
        let mut names = Trie::default();
        let mut bodies = Vec::new();
        for entry in file.body {
            for name in &entry.names {
                let ids = vocabulary.intern_phrase(name);
                mark(&mut roles, ids.first().copied().unwrap_or(WordId::UNKNOWN), WordRoles::BODY);
                if !names.insert(&ids, BodyName::Full(bodies.len())) {
                    return Err(words.error_at(0, format!("expected each body name once, found {name:?} again")));
                }
            }
            let short = entry.short.as_ref().map(|short| first_word(vocabulary, short));
            if let Some(short) = short {
                names.insert(&[short], BodyName::Short(short));
                mark(&mut roles, short, WordRoles::BODY);
            }
            bodies.push(CitingBody {
                name: entry.name,
                short,
                resolution: entry.resolution,
                decision: entry.decision,
                shapes: entry.shapes,
                beside: entry.beside,
                since: entry.since.unwrap_or(0),
                pace: entry.pace,
                most: entry.most.unwrap_or(u32::MAX),
            });
        }
        Ok(Self { roles, citing, implied, bodies, names, symbols })
    }

    /// What a word may be to a citation.
    pub(crate) fn roles(&self, word: WordId) -> WordRoles {
        self.roles.get(word.index()).copied().unwrap_or_default()
    }

    pub(crate) fn citing(&self, word: WordId) -> Option<Citing> {
        self.citing.get(&word).copied()
    }

    /// The series of that place in the data.
    pub(crate) fn implied(&self, series: usize) -> &str {
        &self.implied[series]
    }

    pub(crate) fn bodies(&self) -> &[CitingBody] {
        &self.bodies
    }

    /// The longest name of a body that begins with the first of `words`: how many words, and what it stands for.
    pub(crate) fn body_name(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, BodyName)> {
        self.names.longest(words).map(|(count, &name)| (count, name))
    }

    /// Whether the word alone stands for a body.
    pub(crate) fn is_short(&self, word: WordId) -> bool {
        self.bodies.iter().any(|body| body.short == Some(word))
    }

    /// Whether `short` may stand for the body.
    pub(crate) fn suits(&self, body: usize, short: WordId) -> bool {
        self.bodies[body].short == Some(short)
    }
}

fn first_word(vocabulary: &mut Vocabulary, word: &str) -> WordId {
    let folded = fold(word);
    vocabulary.intern(&folded)
}

fn mark(roles: &mut Vec<WordRoles>, word: WordId, role: WordRoles) {
    if roles.len() <= word.index() {
        roles.resize(word.index() + 1, WordRoles::default());
    }
    roles[word.index()].0 |= role.0;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn references() -> References {
        Lexicon::load("fr").expect("the data loads").references
    }

    #[test]
    fn bodies_write_their_symbols() {
        let references = references();
        for (body, kind, number, symbol) in [
            ("Assemblée générale", ReferenceKind::Resolution, "70/1", "A/RES/70/1"),
            ("Assemblée générale", ReferenceKind::Decision, "77/408", "A/DEC/77/408"),
            ("Conseil de sécurité", ReferenceKind::Resolution, "2085 (2012)", "S/RES/2085 (2012)"),
            ("Conseil des droits de l'homme", ReferenceKind::Resolution, "16/21", "A/HRC/RES/16/21"),
            ("Assemblée des Nations Unies pour l'environnement", ReferenceKind::Resolution, "4/9", "UNEP/EA.4/Res.9"),
        ] {
            let body = references.bodies().iter().find(|b| b.name == body).expect(body);
            assert_eq!(body.symbol(kind, number), symbol);
        }
    }

    #[test]
    fn sessions_tell_the_year() {
        let references = references();
        let body = |name: &str| references.bodies().iter().find(|b| b.name == name).expect(name);
        for (name, session, year, sat) in [
            ("Assemblée générale", "70", 2015, Some(true)),
            ("Assemblée générale", "70", 2016, Some(true)),
            ("Assemblée générale", "45", 2020, Some(false)),
            ("Conseil des droits de l'homme", "45", 2020, Some(true)),
            ("Conseil des droits de l'homme", "5", 2007, Some(true)),
            ("Assemblée des Nations Unies pour l'environnement", "4", 2019, Some(true)),
            ("Conseil de sécurité", "2085", 2012, None),
        ] {
            assert_eq!(body(name).sat_in(session, year), sat, "{name} {session} {year}");
        }
    }
}

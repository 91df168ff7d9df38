//! Conjugation by endings: the longest ending of a dictionary form that the data knows gives all its forms.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::Source;
use crate::error::Error;

/// The schema of `conjugation.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    future: [String; 3],
    verb: BTreeMap<String, [String; 6]>,
    adjective: BTreeMap<String, Vec<String>>,
}

/// Endings of verbs and adjectives.
#[derive(Debug, Clone)]
pub(crate) struct Conjugation {
    future: [String; 3],
    verb: BTreeMap<String, [String; 6]>,
    adjective: BTreeMap<String, Vec<String>>,
}

/// Moods and persons that a written form can stand for, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Moods(u16);

impl Moods {
    pub(crate) const SINGULAR: Self = Self(1);
    pub(crate) const PLURAL: Self = Self(1 << 1);
    pub(crate) const WE: Self = Self(1 << 2);
    pub(crate) const PAST: Self = Self(1 << 3);
    pub(crate) const GERUND: Self = Self(1 << 4);
    pub(crate) const FUTURE_SINGULAR: Self = Self(1 << 5);
    pub(crate) const FUTURE_PLURAL: Self = Self(1 << 6);
    pub(crate) const FUTURE_WE: Self = Self(1 << 7);
    pub(crate) const INFINITIVE: Self = Self(1 << 8);
    /// A past participle in the masculine singular.
    pub(crate) const PLAIN_PAST: Self = Self(1 << 9);

    pub(crate) const PRESENT: Self = Self(0b111);
    pub(crate) const FUTURE: Self = Self(0b1110_0000);

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Conjugation {
    pub(crate) fn load(source: Source<'_>) -> Result<Self, Error> {
        let File { future, verb, adjective } = source.read()?;
        Ok(Self { future, verb, adjective })
    }

    /// The forms of a verb, as written, each with what it can be; nothing where no ending serves.
    pub(crate) fn verb(&self, infinitive: &str) -> Option<Vec<(String, Moods)>> {
        let (stem, [singular, we, plural, past, gerund, future]) = longest_ending(infinitive, &self.verb)?;
        let mut forms = vec![
            (infinitive.to_owned(), Moods::INFINITIVE),
            (format!("{stem}{singular}"), Moods::SINGULAR),
            (format!("{stem}{we}"), Moods::WE),
            (format!("{stem}{plural}"), Moods::PLURAL),
            (format!("{stem}{gerund}"), Moods::GERUND),
        ];
        let past = format!("{stem}{past}");
        forms.push((past.clone(), Moods::PAST.with(Moods::PLAIN_PAST)));
        forms.extend(self.adjective(&past).into_iter().skip(1).map(|form| (form, Moods::PAST)));
        let persons = [Moods::FUTURE_SINGULAR, Moods::FUTURE_WE, Moods::FUTURE_PLURAL];
        forms.extend(self.future.iter().zip(persons).map(|(ending, mood)| (format!("{stem}{future}{ending}"), mood)));
        Some(forms)
    }

    /// The forms of an adjective or participle, its dictionary form first.
    pub(crate) fn adjective(&self, masculine: &str) -> Vec<String> {
        let Some((stem, endings)) = longest_ending(masculine, &self.adjective) else {
            return vec![masculine.to_owned()];
        };
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    }
}

fn longest_ending<'w, 't, T>(word: &'w str, endings: &'t BTreeMap<String, T>) -> Option<(&'w str, &'t T)> {
    word.char_indices()
        .map(|(at, _)| at)
        .chain([word.len()])
        .find_map(|at| endings.get(&word[at..]).map(|value| (&word[..at], value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> Conjugation {
        Conjugation::load(Source { file: "fr/conjugation.toml", text: include_str!("../../data/fr/conjugation.toml") })
            .expect("the data loads")
    }

    #[test]
    fn verbs_are_conjugated() {
        let french = french();
        for (infinitive, forms) in [
            ("rappeler", "rappelle rappelons rappellent rappelant rappelé rappelées rappellera rappelleront"),
            ("réitérer", "réitére réitérons réitérant réitéré réitérera"),
            ("encourager", "encourage encourageons encourageant encouragées encouragera"),
            ("appuyer", "appuie appuyons appuient appuyé appuyant"),
            ("reconnaître", "reconnaît reconnaissons reconnaissent reconnu reconnaissant"),
            ("entreprendre", "entreprend entreprennent entreprise entreprendra"),
            ("soutenir", "soutient soutenons soutiennent soutenu soutiendra"),
            ("instituer", "institue instituons instituée instituera"),
            ("saisir", "saisit saisissons saisissant saisie saisira"),
            ("suspendre", "suspend suspendent suspendue suspendant suspendra"),
            ("requérir", "requiert requérons requis requérant"),
            ("souscrire", "souscrit souscrivons souscrivent souscrivant"),
            ("prescrire", "prescrit prescrivent prescrite"),
            ("convenir", "convient convenons convenu conviennent convenant"),
            ("élire", "élit élu élue élisant"),
            ("instruire", "instruit instruisons instruite instruisant"),
            ("créer", "crée créons créée créant créera"),
            ("faire", "fait font fera feront faisant"),
            ("être", "est sont sommes sera seront étant"),
        ] {
            let made: Vec<String> =
                french.verb(infinitive).expect(infinitive).into_iter().map(|(form, _)| form).collect();
            for form in forms.split(' ') {
                assert!(made.iter().any(|one| one == form), "{infinitive}: {form} not in {made:?}");
            }
        }
        assert_eq!(french.verb("Conseil"), None);
    }

    #[test]
    fn adjectives_agree() {
        let french = french();
        assert_eq!(french.adjective("soucieux"), ["soucieux", "soucieuse", "soucieuses"]);
        assert_eq!(french.adjective("préoccupé"), ["préoccupé", "préoccupée", "préoccupés", "préoccupées"]);
        assert_eq!(french.adjective("pris"), ["pris", "prise", "prises"]);
    }
}

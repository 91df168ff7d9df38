//! Series of documents: what the parts of a full symbol say.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fold::fold;
use super::source::Source;
use crate::error::Error;
use crate::model::ReferenceKind;

/// The schema of `symbols.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    press: Vec<String>,
    parts: BTreeMap<String, ReferenceKind>,
    series: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    head: String,
    body: String,
    spaced: bool,
    kind: Option<ReferenceKind>,
}

/// A series of documents.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Series {
    head: String,
    /// Who issues it.
    pub(crate) body: String,
    /// Whether a space stands before the brackets of its symbols.
    pub(crate) spaced: bool,
    /// What its texts are, where the series holds one kind alone.
    pub(crate) kind: Option<ReferenceKind>,
}

/// All series, and what the parts of their symbols mean.
#[derive(Debug, Clone)]
pub(crate) struct Symbols {
    press: Vec<String>,
    parts: BTreeMap<String, ReferenceKind>,
    /// The longest heads first.
    series: Vec<Series>,
}

impl Symbols {
    pub(crate) fn load(source: Source<'_>) -> Result<Self, Error> {
        let file: File = source.read()?;
        let entries = file.series.into_iter();
        let mut series: Vec<Series> =
            entries.map(|s| Series { head: s.head, body: s.body, spaced: s.spaced, kind: s.kind }).collect();
        series.sort_by(|one, other| other.head.len().cmp(&one.head.len()).then_with(|| one.head.cmp(&other.head)));
        if let Some(pair) = series.windows(2).find(|pair| pair[0].head == pair[1].head) {
            return Err(source.error_at(0, format!("expected each head once, found {:?} again", pair[0].head)));
        }
        Ok(Self { press: file.press, parts: file.parts, series })
    }

    /// Whether the first part of a symbol is that of a press release.
    pub(crate) fn is_press(&self, head: &str) -> bool {
        self.press.iter().any(|press| press == head)
    }

    /// The series of a symbol.
    pub(crate) fn series(&self, symbol: &str) -> Option<&Series> {
        // "12/CM/CEMAC-2019"
        let undated = match symbol.rsplit_once('-') {
            Some((undated, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => undated,
            _ => symbol,
        };
        self.series.iter().find(|series| match series.head.as_str() {
            tail if tail.starts_with(['/', '-']) => undated.ends_with(tail),
            head => symbol.starts_with(head),
        })
    }

    /// What a part of a symbol says about the kind: `Res.951`, `Dec.391`, `PRST`.
    pub(crate) fn kind_of_part(&self, part: &str) -> Option<ReferenceKind> {
        let mut parts = part.split(|c: char| !c.is_alphabetic()).filter(|letters| !letters.is_empty());
        parts.find_map(|letters| self.parts.get(&fold(letters)).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn parts_tell_the_kind() {
        let symbols = Lexicon::load("fr").expect("the data loads").references.symbols;
        assert_eq!(symbols.kind_of_part("Rés."), Some(ReferenceKind::Resolution));
        assert_eq!(symbols.kind_of_part("Dec.391"), Some(ReferenceKind::Decision));
        assert_eq!(symbols.kind_of_part("L.18"), None);
    }

    #[test]
    fn heads_stand_once() {
        let text = "press = []\nseries = [{head = \"S/\", body = \"a\", spaced = true}, {head = \"S/\", body = \"b\", spaced = true}]\n[parts]\n";
        assert!(Symbols::load(Source { file: "mine.toml", text }).is_err());
    }
}

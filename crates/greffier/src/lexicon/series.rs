//! Series of documents: what the parts of a full symbol say.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::fold::fold;
use super::head::{Head, initial};
use super::source::Source;
use crate::error::Error;
use crate::model::ReferenceKind;

/// The schema of `symbols.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    press: Vec<String>,
    parts: BTreeMap<String, ReferenceKind>,
    misread: BTreeMap<String, String>,
    series: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    head: String,
    body: String,
    spaced: bool,
    kind: Option<ReferenceKind>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

/// A series of documents.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Series {
    pub(crate) head: Head,
    /// Who issues it.
    pub(crate) body: String,
    /// Whether a space stands before the brackets of its symbols.
    pub(crate) spaced: bool,
    /// What its texts are, where the series holds one kind alone.
    pub(crate) kind: Option<ReferenceKind>,
    /// Its words that are not in capitals, as it spells them: `Res`.
    words: Vec<String>,
    /// What scans make of its head, from the second letter on: `CII/` of `CM/`.
    aliases: Vec<String>,
}

impl Series {
    /// How the series spells a word of its symbols: `DEC` is `Dec` of `Assembly/AU/`.
    pub(crate) fn word(&self, printed: &str) -> Option<&str> {
        let folded = printed.to_lowercase();
        let same = |word: &&String| word.to_lowercase() == folded;
        let printed = self.words.iter().find(|word| *word == printed);
        printed.or_else(|| self.words.iter().find(same)).map(String::as_str)
    }
}

/// All series, and what the parts of their symbols mean.
#[derive(Debug, Clone)]
pub(crate) struct Symbols {
    press: Vec<String>,
    parts: BTreeMap<String, ReferenceKind>,
    misread: BTreeMap<String, String>,
    /// By the initials of their heads, the longest heads first.
    series: FxHashMap<u8, Vec<Series>>,
}

impl Symbols {
    pub(crate) fn load(source: Source<'_>) -> Result<Self, Error> {
        let file: File = source.read()?;
        let mut series: Vec<Series> = file.series.into_iter().map(Series::from).collect();
        series.sort_by(|one, other| {
            let (one, other) = (one.head.as_str(), other.head.as_str());
            other.len().cmp(&one.len()).then_with(|| one.cmp(other))
        });
        if let Some(pair) = series.windows(2).find(|pair| pair[0].head == pair[1].head) {
            let head = pair[0].head.as_str();
            return Err(source.error_at(0, format!("expected each head once, found {head:?} again")));
        }
        let strange = |series: &&Series| series.aliases.iter().any(|alias| initial(alias) != series.head.initial());
        if let Some(series) = series.iter().find(strange) {
            let head = series.head.as_str();
            return Err(source.error_at(0, format!("expected aliases with the first letter of {head:?}")));
        }
        let mut by_initial: FxHashMap<u8, Vec<Series>> = FxHashMap::default();
        for one in series {
            by_initial.entry(one.head.initial()).or_default().push(one);
        }
        Ok(Self { press: file.press, parts: file.parts, misread: file.misread, series: by_initial })
    }

    /// The series whose heads begin as `symbol` does.
    fn alike(&self, symbol: &str) -> impl Iterator<Item = &Series> {
        self.series.get(&initial(symbol)).into_iter().flatten()
    }

    /// Whether the first part of a symbol is that of a press release.
    pub(crate) fn is_press(&self, head: &str) -> bool {
        self.press.iter().any(|press| press == head)
    }

    /// The series of a symbol.
    pub(crate) fn series(&self, symbol: &str) -> Option<&Series> {
        let headed = self.series_headed(symbol).map(|(series, _)| series);
        if headed.is_some() || !symbol.starts_with(|c: char| c.is_ascii_digit()) {
            return headed;
        }
        // "12/9-P(IS)"
        let closed = symbol.split('(').next().unwrap_or(symbol);
        let tails = [b'/', b'-'].into_iter().filter_map(|joint| self.series.get(&joint)).flatten();
        tails.filter(|series| series.head.closes(closed)).max_by_key(|series| series.head.as_str().len())
    }

    /// The series with whose head `text` begins, and the bytes of the head.
    pub(crate) fn series_headed(&self, text: &str) -> Option<(&Series, usize)> {
        self.alike(text).find_map(|series| Some((series, series.head.length_in(text)?)))
    }

    /// The series of a symbol in letters of any case, and the bytes of its head.
    pub(crate) fn series_in_any_case(&self, symbol: &str) -> Option<(&Series, usize)> {
        self.alike(symbol).find_map(|series| Some((series, series.head.length_in_any_case(symbol)?)))
    }

    /// The series whose head scans misread as the beginning of `symbol`, and the bytes it takes there.
    pub(crate) fn series_misread(&self, symbol: &str) -> Option<(&Series, usize)> {
        self.alike(symbol).find_map(|series| {
            let alias = series.aliases.iter().find(|alias| symbol.starts_with(alias.as_str()))?;
            Some((series, alias.len()))
        })
    }

    /// What a word that scans misread was: `Res` for `Ros`.
    pub(crate) fn word_misread(&self, printed: &str) -> Option<&str> {
        self.misread.get(printed).map(String::as_str)
    }

    /// Whether a head begins with `text` and goes on with `next`.
    pub(crate) fn goes_on(&self, text: &str, next: u8) -> bool {
        self.alike(text).any(|series| series.head.goes_on(text, next))
    }

    /// What a part of a symbol says about the kind: `Res.951`, `Dec.391`, `PRST`.
    pub(crate) fn kind_of_part(&self, part: &str) -> Option<ReferenceKind> {
        let mut parts = part.split(|c: char| !c.is_alphabetic()).filter(|letters| !letters.is_empty());
        parts.find_map(|letters| self.parts.get(&fold(letters)).copied())
    }
}

impl From<Entry> for Series {
    fn from(entry: Entry) -> Self {
        Self {
            head: Head::new(entry.head),
            body: entry.body,
            spaced: entry.spaced,
            kind: entry.kind,
            words: entry.words,
            aliases: entry.aliases,
        }
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
    fn series_spell_their_words() {
        let symbols = Lexicon::load("fr").expect("the data loads").references.symbols;
        let union = symbols.series("Assembly/AU/Dec.391").expect("a series");
        assert_eq!((union.word("DEC"), union.word("decl"), union.word("Draft")), (Some("Dec"), Some("Decl"), None));
        let rights = symbols.series("CADHP/RES.194").expect("a series");
        assert_eq!(
            (rights.word("RES"), rights.word("Rés"), rights.word("rés")),
            (Some("RES"), Some("Rés"), Some("Rés"))
        );
        let (series, length) = symbols.series_misread("CII/1250").expect("a misread head");
        assert_eq!((series.head.as_str(), length, symbols.word_misread("Ros")), ("CM/", 4, Some("Res")));
        assert!(symbols.series_in_any_case("s/he").is_none());
    }

    #[test]
    fn heads_stand_once() {
        let text = "press = []\nmisread = {}\nseries = [{head = \"S/\", body = \"a\", spaced = true}, {head = \"S/\", body = \"b\", spaced = true}]\n[parts]\n";
        assert!(Symbols::load(Source { file: "mine.toml", text }).is_err());
    }

    #[test]
    fn aliases_keep_the_first_letter() {
        let text = "press = []\nmisread = {}\nseries = [{head = \"CM/\", body = \"a\", spaced = true, aliases = [\"DM/\"]}]\n[parts]\n";
        assert!(Symbols::load(Source { file: "mine.toml", text }).is_err());
    }
}

//! Where cited documents are found: web addresses and Akoma Ntoso IRIs, by how a symbol begins.

use serde::Deserialize;
use toml::Spanned;

use super::source::Source;
use crate::error::Error;

/// The schema of `addresses.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    address: Vec<Spanned<Address>>,
}

/// The patterns of one series.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    head: String,
    url: Option<Pattern>,
    iri: Option<Pattern>,
}

/// A pattern, cut at its slots.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
struct Pattern(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Symbol,
    Number,
    Date,
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(pattern: String) -> Result<Self, String> {
        const SLOTS: [(&str, Piece); 3] =
            [("{symbol}", Piece::Symbol), ("{number}", Piece::Number), ("{date}", Piece::Date)];
        let mut pieces = Vec::new();
        let mut rest = pattern.as_str();
        while !rest.is_empty() {
            let next = SLOTS.iter().filter_map(|(slot, piece)| Some((rest.find(slot)?, slot.len(), piece)));
            let Some((at, len, piece)) = next.min_by_key(|(at, ..)| *at) else {
                pieces.push(Piece::Text(rest.to_owned()));
                break;
            };
            pieces.extend((at > 0).then(|| Piece::Text(rest[..at].to_owned())));
            pieces.push(piece.clone());
            rest = &rest[at + len..];
        }
        if pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if text.contains(['{', '}']))) {
            return Err(format!("expected no braces but {{symbol}}, {{number}} and {{date}}, found {pattern:?}"));
        }
        Ok(Self(pieces))
    }
}

impl Pattern {
    /// The pattern with the symbol in its slots; what follows the head begins at `head`.
    fn fill(&self, symbol: &str, head: usize, date: Option<&str>) -> Option<String> {
        let mut out = String::with_capacity(ADDRESS);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Symbol => out.extend(symbol.chars().filter(|c| !c.is_whitespace())),
                Piece::Number => {
                    let parts = symbol[head..].split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                    for (nth, part) in parts.enumerate() {
                        out.push_str(if nth > 0 { "-" } else { "" });
                        out.push_str(part);
                    }
                }
                Piece::Date => out.push_str(date.filter(|date| date.len() == DAY)?),
            }
        }
        Some(out)
    }
}

/// Bytes of most addresses.
const ADDRESS: usize = 64;

/// How the symbols of cited documents become web addresses and Akoma Ntoso IRIs.
///
/// Those of the crate know the documents of the United Nations. Others are given to
/// [`ParserBuilder::addresses`](crate::ParserBuilder::addresses) and take their place:
///
/// ```
/// use greffier::{Addresses, Parser};
///
/// let mine = Addresses::from_toml(
///     "mine.toml",
///     r#"
///     [[address]]
///     head = "A/RES/"
///     url = "https://archives.example/{number}"
///     "#,
/// )?;
/// let parser = Parser::builder().addresses(mine).build()?;
/// let document = parser.parse("Rappelant sa résolution 70/1 du 25 septembre 2015,");
/// assert_eq!(document.references[0].url.as_deref(), Some("https://archives.example/70-1"));
/// # Ok::<(), greffier::Error>(())
/// ```
///
/// In the patterns `{symbol}` is the symbol without spaces, `{number}` what follows the head with its parts joined by hyphens, `{date}`
/// the day of the cited document as `YYYY-MM-DD`; where the text does not print it, a pattern with `{date}` gives nothing.
#[derive(Debug, Clone, Default)]
pub struct Addresses {
    /// The longest heads first.
    addresses: Vec<Address>,
}

impl Addresses {
    /// Reads patterns; `name` is what error messages call the file.
    ///
    /// # Errors
    /// When the text is not as the schema wants it: not TOML, an unknown field, a head given twice, a pattern with other braces.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Error> {
        Self::read(Source { file: name, text })
    }

    pub(crate) fn read(source: Source<'_>) -> Result<Self, Error> {
        let mut addresses = source.read::<File>()?.address;
        addresses.sort_by(|one, other| {
            let (one, other) = (&one.get_ref().head, &other.get_ref().head);
            other.len().cmp(&one.len()).then_with(|| one.cmp(other))
        });
        let twice = addresses.windows(2).find(|pair| pair[0].get_ref().head == pair[1].get_ref().head);
        if let Some([_, again]) = twice {
            let message = format!("expected each head once, found {:?} again", again.get_ref().head);
            return Err(source.error_at(again.span().start, message));
        }
        Ok(Self { addresses: addresses.into_iter().map(Spanned::into_inner).collect() })
    }

    /// The web address of a symbol, and its IRI; `date` is the day of the document, `YYYY-MM-DD`.
    pub(crate) fn of(&self, symbol: &str, date: Option<&str>) -> (Option<String>, Option<String>) {
        let Some(address) = self.addresses.iter().find(|address| symbol.starts_with(&address.head)) else {
            return (None, None);
        };
        let fill = |pattern: &Pattern| pattern.fill(symbol, address.head.len(), date);
        (address.url.as_ref().and_then(fill), address.iri.as_ref().and_then(fill))
    }
}

/// The letters of a day in ISO 8601.
const DAY: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn documents_of_the_united_nations_have_addresses() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (symbol, date, url, iri) in [
            (
                "A/RES/70/1",
                Some("2015-09-25"),
                Some("https://undocs.org/fr/A/RES/70/1"),
                Some("/akn/un/statement/deliberation/unga/2015-09-25/70-1/"),
            ),
            (
                "S/RES/2085 (2012)",
                Some("2012-12-20"),
                Some("https://undocs.org/fr/S/RES/2085(2012)"),
                Some("/akn/un/statement/deliberation/unsc/2012-12-20/2085-2012/"),
            ),
            ("S/RES/2085 (2012)", None, Some("https://undocs.org/fr/S/RES/2085(2012)"), None),
            ("S/RES/2085 (2012)", Some("2012"), Some("https://undocs.org/fr/S/RES/2085(2012)"), None),
            ("A/HRC/55/9", None, Some("https://undocs.org/fr/A/HRC/55/9"), None),
            ("Assembly/AU/Dec.391(XVIII)", Some("2012-01-30"), None, None),
        ] {
            let found = lexicon.addresses.of(symbol, date);
            assert_eq!((found.0.as_deref(), found.1.as_deref()), (url, iri), "{symbol}");
        }
    }

    #[test]
    fn bad_files_are_refused() {
        for (text, line, words) in [
            ("[[address]]\nhead = \"A/\"\n\n[[address]]\nhead = \"A/\"\n", 4, "found \"A/\" again"),
            ("[[address]]\nurl = \"x\"\n", 1, "missing field"),
            ("[[address]]\nhead = \"A/\"\nlink = \"x\"\n", 3, "unknown field"),
            ("[[address]]\nhead = \"A/\"\nurl = \"x/{day}/{symbol}\"\n", 3, "found \"x/{day}/{symbol}\""),
            (
                "[[address]]\nhead = \"A/\"\n\niri = \"{number\"\n",
                4,
                "expected no braces but {symbol}, {number} and {date}",
            ),
            ("[[address]\n", 1, ""),
        ] {
            let error = Addresses::from_toml("mine.toml", text).expect_err(text).to_string();
            assert!(error.starts_with(&format!("mine.toml:{line}: ")) && error.contains(words), "{error}");
        }
    }
}

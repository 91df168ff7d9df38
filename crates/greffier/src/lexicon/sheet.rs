//! A sheet is a gazetteer as spreadsheets write it: CSV, a row for each entry, under a header that names the columns.
//!
//! Cells are parted by commas, semicolons or tabs, whichever the header has most of; quotes are those of RFC 4180.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::entry::Entry;
use super::moment::Moment;
use super::source::{Flaw, Placed};
use crate::model::EntityKind;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Name,
    Kind,
    Acronym,
    /// Parted by `|`.
    Variants,
    Since,
    Until,
    Successor,
    /// The code in a scheme: `codes.wikidata`.
    Code(String),
}

impl Column {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "name" => Self::Name,
            "kind" => Self::Kind,
            "acronym" => Self::Acronym,
            "variants" => Self::Variants,
            "since" => Self::Since,
            "until" => Self::Until,
            "successor" => Self::Successor,
            _ => Self::Code(name.strip_prefix("codes.").filter(|scheme| !scheme.is_empty())?.to_owned()),
        })
    }
}

/// The entries of a sheet; what is wrong with the others goes to `flaws`.
pub(super) fn entries(text: &str, flaws: &mut Vec<Flaw>) -> Vec<Placed<Entry>> {
    let text_at = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(&text.as_bytes()[text_at..]);
    let mut record = StringRecord::new();
    let mut columns: Option<Vec<Column>> = None;
    let mut found = Vec::new();
    // a text is UTF-8, and memory can be read
    while reader.read_record(&mut record).unwrap_or(false) {
        let read = record.position().map_or(0, |position| text_at + usize::try_from(position.byte()).unwrap_or(0));
        // the reader counts line ends to the record behind them
        let at = read + text[read..].len() - text[read..].trim_start_matches(['\r', '\n']).len();
        match &columns {
            None => match header(&record) {
                Ok(named) => columns = Some(named),
                Err(message) => {
                    flaws.push(Flaw { at, message });
                    return found;
                }
            },
            // spreadsheets write empty rows as separators alone
            Some(_) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Some(columns) => match entry(columns, &record) {
                Ok(value) => found.push(Placed { at, value }),
                Err(message) => flaws.push(Flaw { at, message }),
            },
        }
    }
    if columns.is_none() {
        flaws.push(Flaw { at: 0, message: "expected a header with the columns name and kind".to_owned() });
    }
    found
}

/// The byte that parts the cells of the header.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    // of equals, the last one is taken
    b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}

fn header(record: &StringRecord) -> Result<Vec<Column>, String> {
    let mut columns = Vec::with_capacity(record.len());
    for cell in record {
        let cell = cell.trim();
        let column = Column::of(cell).ok_or_else(|| {
            format!(
                "unknown column {cell:?}, expected one of name, kind, acronym, variants, since, until, successor, codes.<scheme>"
            )
        })?;
        if columns.contains(&column) {
            return Err(format!("column {cell:?} is given twice"));
        }
        columns.push(column);
    }
    for (column, name) in [(Column::Name, "name"), (Column::Kind, "kind")] {
        if !columns.contains(&column) {
            return Err(format!("missing column {name:?}"));
        }
    }
    Ok(columns)
}

fn entry(columns: &[Column], record: &StringRecord) -> Result<Entry, String> {
    if record.len() != columns.len() {
        return Err(format!("expected {} cells, found {}", columns.len(), record.len()));
    }
    let (mut name, mut kind, mut acronym, mut variants) = ("", "", None, Vec::new());
    let (mut since, mut until, mut successor) = (None, None, None);
    let mut codes = BTreeMap::new();
    for (column, cell) in columns.iter().zip(record) {
        let cell = cell.trim();
        let text = Some(cell).filter(|cell| !cell.is_empty()).map(str::to_owned);
        match column {
            Column::Name => name = cell,
            Column::Kind => kind = cell,
            Column::Acronym => acronym = text,
            Column::Variants => {
                let parts = cell.split('|').map(str::trim).filter(|variant| !variant.is_empty());
                variants = parts.map(str::to_owned).collect();
            }
            Column::Since => since = text.map(Moment::try_from).transpose()?,
            Column::Until => until = text.map(Moment::try_from).transpose()?,
            Column::Successor => successor = text,
            Column::Code(scheme) => codes.extend(text.map(|code| (scheme.clone(), code))),
        }
    }
    let deserializer: StrDeserializer<'_, Error> = kind.into_deserializer();
    let kind = EntityKind::deserialize(deserializer).map_err(|error| error.to_string())?;
    let (name, former, after) = (name.to_owned(), Vec::new(), Vec::new());
    Ok(Entry { name, kind, acronym, variants, codes, since, until, successor, former, generic: false, after })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Entry>, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let found = entries(text, &mut flaws).into_iter().map(|placed| placed.value).collect();
        if flaws.is_empty() { Ok(found) } else { Err(flaws) }
    }

    #[test]
    fn rows_are_entries_whatever_parts_the_cells() {
        for text in [
            "name,kind,acronym,variants,codes.wikidata\nUnion du Sud,organization,US,Ligue du Sud | Union,Q1\n",
            "name;kind;acronym;variants;codes.wikidata\r\n\r\nUnion du Sud;organization;US;Ligue du Sud|Union;Q1\r\n;;;;\r\n",
            "\u{FEFF}codes.wikidata\tname\tkind\tvariants\tacronym\nQ1\t\"Union du Sud\"\torganization\tLigue du Sud|Union\tUS",
        ] {
            let entries = read(text).expect(text);
            let [entry] = &entries[..] else { panic!("{entries:?}") };
            assert_eq!(entry.forms().collect::<Vec<_>>(), ["Union du Sud", "US", "Ligue du Sud", "Union"]);
            assert_eq!((entry.kind, entry.codes["wikidata"].as_str()), (EntityKind::Organization, "Q1"));
        }
    }

    #[test]
    fn quotes_hold_separators_quotes_and_line_ends() {
        let text = "name,kind,since,until,successor\n\"Union \"\"du\"\" Sud, dite\nLigue\",group,1963,2002-07,Fin\n";
        let entry = &read(text).expect(text)[0];
        assert_eq!(entry.name, "Union \"du\" Sud, dite\nLigue");
        assert_eq!(entry.valid().expect("moments").as_str(), "1963/2002-07");
        assert_eq!((entry.successor.as_deref(), &entry.acronym), (Some("Fin"), &None));
    }

    #[test]
    fn every_bad_row_is_told_where_it_stands() {
        let text = "name,kind,since\n\nA,planet,\nB,group,2002-13\r\n\r\nC,group\nD,group,2002\n";
        let flaws = read(text).expect_err(text);
        let told: Vec<(usize, bool)> = flaws
            .iter()
            .zip(["unknown variant `planet`", "2002-13", "expected 3 cells, found 2"])
            .map(|(flaw, words)| (text[..flaw.at].lines().count() + 1, flaw.message.contains(words)))
            .collect();
        assert_eq!(told, [(3, true), (4, true), (6, true)], "{flaws:?}");
    }

    #[test]
    fn bad_headers_are_told() {
        for (text, words) in [
            ("", "expected a header"),
            ("name,kind,role\n", "unknown column \"role\""),
            ("name,kind,codes.\n", "unknown column \"codes.\""),
            ("name,kind,name\n", "\"name\" is given twice"),
            ("name,acronym\n", "missing column \"kind\""),
        ] {
            let flaws = read(text).expect_err(text);
            assert!(flaws.len() == 1 && flaws[0].message.contains(words), "{flaws:?}");
        }
    }
}

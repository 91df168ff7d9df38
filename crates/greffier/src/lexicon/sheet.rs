//! A sheet is a gazetteer as spreadsheets write it: CSV, a row for each entry, under a header that names the columns.
//!
//! Cells are parted by commas, semicolons or tabs, whichever the header has most of; quotes are those of RFC 4180.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::entry::{Entry, Former};
use super::moment::Moment;
use super::source::{Flaw, Placed};
use crate::model::EntityKind;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Field(Field),
    /// The code in a scheme: `codes.wikidata`.
    Code(String),
}

/// A field of an entry, or of its former names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Kind,
    Acronym,
    /// Parted by `|`.
    Variants,
    Since,
    Until,
    Successor,
    /// Parted by `|`.
    Former,
    /// Parted by `|`, in the order of the former names.
    FormerAcronym,
    /// As those.
    FormerUntil,
    Generic,
    /// Parted by `|`.
    After,
}

/// What the columns of the fields are called, in the order of these.
const FIELDS: [(&str, Field); 12] = [
    ("name", Field::Name),
    ("kind", Field::Kind),
    ("acronym", Field::Acronym),
    ("variants", Field::Variants),
    ("since", Field::Since),
    ("until", Field::Until),
    ("successor", Field::Successor),
    ("former", Field::Former),
    ("former.acronym", Field::FormerAcronym),
    ("former.until", Field::FormerUntil),
    ("generic", Field::Generic),
    ("after", Field::After),
];

impl Column {
    fn of(name: &str) -> Option<Self> {
        if let Some((_, field)) = FIELDS.iter().find(|(known, _)| *known == name) {
            return Some(Self::Field(*field));
        }
        name.strip_prefix("codes.").filter(|scheme| !scheme.is_empty()).map(|scheme| Self::Code(scheme.to_owned()))
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
            let names = FIELDS.map(|(name, _)| name).join(", ");
            format!("unknown column {cell:?}, expected one of {names}, codes.<scheme>")
        })?;
        if columns.contains(&column) {
            return Err(format!("column {cell:?} is given twice"));
        }
        columns.push(column);
    }
    for (name, field) in &FIELDS[..2] {
        if !columns.contains(&Column::Field(*field)) {
            return Err(format!("missing column {name:?}"));
        }
    }
    Ok(columns)
}

fn entry(columns: &[Column], record: &StringRecord) -> Result<Entry, String> {
    if record.len() != columns.len() {
        return Err(format!("expected {} cells, found {}", columns.len(), record.len()));
    }
    let mut cells = [None; FIELDS.len()];
    let mut codes = BTreeMap::new();
    for (column, cell) in columns.iter().zip(record) {
        let cell = cell.trim();
        match column {
            _ if cell.is_empty() => {}
            Column::Field(field) => cells[*field as usize] = Some(cell),
            Column::Code(scheme) => _ = codes.insert(scheme.clone(), cell.to_owned()),
        }
    }
    let cell = |field: Field| cells[field as usize];
    let text = |field| cell(field).map(str::to_owned);
    let moment = |field| text(field).map(Moment::try_from).transpose();
    let list = |field| parts(cell(field)).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    Ok(Entry {
        name: text(Field::Name).unwrap_or_default(),
        kind: kind(cell(Field::Kind).unwrap_or_default())?,
        acronym: text(Field::Acronym),
        variants: list(Field::Variants),
        codes,
        since: moment(Field::Since)?,
        until: moment(Field::Until)?,
        successor: text(Field::Successor),
        former: former(cell(Field::Former), cell(Field::FormerAcronym), cell(Field::FormerUntil))?,
        generic: cell(Field::Generic).map_or(Ok(false), truth)?,
        after: list(Field::After),
    })
}

/// The parts of a cell that holds a list.
fn parts(cell: Option<&str>) -> impl Iterator<Item = &str> {
    cell.into_iter().flat_map(|cell| cell.split('|')).map(str::trim)
}

fn kind(cell: &str) -> Result<EntityKind, String> {
    let deserializer: StrDeserializer<'_, Error> = cell.into_deserializer();
    EntityKind::deserialize(deserializer).map_err(|error| error.to_string())
}

/// Spreadsheets write it in capitals.
fn truth(cell: &str) -> Result<bool, String> {
    cell.to_ascii_lowercase().parse().map_err(|_| format!("expected true or false, found {cell:?}"))
}

/// The former names, with what the other two lists have in the same places.
fn former(names: Option<&str>, acronyms: Option<&str>, until: Option<&str>) -> Result<Vec<Former>, String> {
    let count = parts(names).count();
    for (column, cell) in [("former.acronym", acronyms), ("former.until", until)] {
        let found = parts(cell).count();
        if cell.is_some() && found != count {
            return Err(format!("expected as many parts in {column} as former names, {count}, found {found}"));
        }
    }
    let filled = |part: &str| Some(part.to_owned()).filter(|part| !part.is_empty());
    let (mut acronyms, mut until) = (parts(acronyms).map(filled), parts(until).map(filled));
    let one = |name: &str| {
        let acronym = acronyms.next().flatten();
        let until = until.next().flatten().map(Moment::try_from).transpose()?;
        Ok(Former { name: name.to_owned(), acronym, until })
    };
    parts(names).map(one).collect()
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
    fn former_names_stand_in_lists_of_one_order() {
        let text = "name;kind;former;former.acronym;former.until\n\
            Union du Sud;group;Ligue du Sud | Veille;LS|;1999|2002-07\n\
            Ville;location;Bourg;;\n\
            Port;location;;;\n";
        let told: Vec<Vec<_>> = read(text)
            .expect(text)
            .iter()
            .map(|entry| {
                let of = |former: &Former| {
                    let until = former.until.as_ref().map(|until| until.as_str().to_owned());
                    (former.name.clone(), former.acronym.clone(), until)
                };
                entry.former.iter().map(of).collect()
            })
            .collect();
        let some = |text: &str| Some(text.to_owned());
        let union =
            vec![("Ligue du Sud".to_owned(), some("LS"), some("1999")), ("Veille".to_owned(), None, some("2002-07"))];
        assert_eq!(told, [union, vec![("Bourg".to_owned(), None, None)], Vec::new()]);
    }

    #[test]
    fn names_may_be_generic_or_count_after_some_words_alone() {
        let text = "name,kind,generic,after\nConseil,group,TRUE,\nVigie,location,false,à | de\nPort,location,,\n";
        let entries = read(text).expect(text);
        let told: Vec<(bool, &[String])> = entries.iter().map(|entry| (entry.generic, &entry.after[..])).collect();
        let after = ["à".to_owned(), "de".to_owned()];
        assert_eq!(told, [(true, &[][..]), (false, &after[..]), (false, &[][..])]);
    }

    #[test]
    fn every_wrong_cell_is_told() {
        let header = "name,kind,until,former,former.acronym,former.until,generic\n";
        for (row, words) in [
            ("A,group,été,,,,", "expected a year, month or day as in 2002, 2011-06 or 2013-07-01, found \"été\""),
            ("A,group,,B,,2002-13,", "found \"2002-13\""),
            ("A,group,,B|C,X,,", "expected as many parts in former.acronym as former names, 2, found 1"),
            ("A,group,,B,,1999|2002,", "expected as many parts in former.until as former names, 1, found 2"),
            ("A,group,,,X,,", "expected as many parts in former.acronym as former names, 0, found 1"),
            ("A,group,,,,,yes", "expected true or false, found \"yes\""),
        ] {
            let flaws = read(&[header, row].concat()).expect_err(row);
            assert!(flaws.len() == 1 && flaws[0].message.contains(words), "{row}: {flaws:?}");
        }
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
    fn fields_stand_in_their_order() {
        assert!(FIELDS.iter().enumerate().all(|(at, (_, field))| *field as usize == at));
    }

    #[test]
    fn bad_headers_are_told() {
        for (text, words) in [
            ("", "expected a header"),
            ("name,kind,role\n", "unknown column \"role\""),
            ("name,kind,codes.\n", "unknown column \"codes.\""),
            ("name,kind,former.name\n", "unknown column \"former.name\""),
            ("name,kind,name\n", "\"name\" is given twice"),
            ("name,acronym\n", "missing column \"kind\""),
        ] {
            let flaws = read(text).expect_err(text);
            assert!(flaws.len() == 1 && flaws[0].message.contains(words), "{flaws:?}");
        }
    }
}

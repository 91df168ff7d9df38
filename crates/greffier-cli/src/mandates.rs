//! Mandates, who asks whom to do what by when: their words on one line, JSON, and a row each for spreadsheets.

use std::io::{self, Write};

use greffier::{Actor, Classes, Deadline, Document, Evidence, LeafKind, Mandate, Offsets, Span};
use serde::Serialize;

use crate::plain::{name, one_line};

/// All mandates of a document, as JSON has them.
#[derive(Debug, Serialize)]
pub(crate) struct Mandates {
    mandates: Vec<Mandate>,
}

impl Mandates {
    /// Those of the document, with spans in `offsets`.
    pub(crate) fn of(document: Document, offsets: Offsets) -> Self {
        Self { mandates: document.with_offsets(offsets).mandates() }
    }
}

/// A mandate beside the document it stands in, to tell it in words. Spans are in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told<'d> {
    pub(crate) document: &'d Document,
    pub(crate) mandate: &'d Mandate,
}

impl<'d> Told<'d> {
    /// The deadline, or where there is none that of the report.
    pub(crate) fn deadline(self) -> Option<&'d Deadline> {
        let of_report = self.mandate.report.as_ref().and_then(|report| report.deadline.as_ref());
        self.mandate.deadline.as_ref().or(of_report)
    }

    /// How often, or where that is not said how often to report.
    pub(crate) fn recurrence(self) -> Option<&'d Evidence<String>> {
        let of_report = self.mandate.report.as_ref().and_then(|report| report.recurrence.as_ref());
        self.mandate.recurrence.as_ref().or(of_report)
    }

    /// All words that say what is to be done.
    pub(crate) fn action(self) -> String {
        self.mandate.content.map(|content| self.words(content)).unwrap_or_default()
    }

    /// The words of a span on one line, without page numbers and the like between them, and without control characters.
    pub(crate) fn words(self, span: Span) -> String {
        let leaves = &self.document.leaves;
        let first = leaves.partition_point(|leaf| leaf.span.end <= span.start);
        let inside = leaves[first..].iter().take_while(|leaf| leaf.span.start < span.end);
        let printed = inside.filter(|leaf| {
            !matches!(leaf.kind, LeafKind::PageNumber | LeafKind::RunningHead | LeafKind::Rule | LeafKind::Note)
        });
        let parts = printed.map(|leaf| Span::new(leaf.span.start.max(span.start), leaf.span.end.min(span.end)));
        let parts: Vec<String> = parts.map(|part| one_line(self.document.slice(part))).collect();
        one_line(&parts.join(" "))
    }
}

/// Names, parted by semicolons.
pub(crate) fn names(actors: &[Actor]) -> String {
    actors.iter().map(|actor| one_line(&actor.text)).collect::<Vec<_>>().join("; ")
}

/// Mandates in CSV.
#[derive(Debug)]
pub(crate) struct Table<'c, W: Write> {
    rows: csv::Writer<W>,
    classes: &'c Classes,
}

impl<'c, W: Write> Table<'c, W> {
    /// A table with its header; event codes are those of `classes`.
    pub(crate) fn new(out: W, classes: &'c Classes) -> io::Result<Self> {
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(COLUMNS)?;
        Ok(Self { rows, classes })
    }

    /// Adds those of a document, with spans in `offsets`; resolutions are counted from 1.
    pub(crate) fn add(&mut self, file: &str, document: &Document, offsets: Offsets) -> io::Result<()> {
        let counted = document.clone().with_offsets(offsets).mandates();
        for (mandate, counted) in document.mandates().iter().zip(counted) {
            self.rows.write_record(self.row(file, Told { document, mandate }, counted.span))?;
        }
        self.rows.flush()
    }

    fn row(&self, file: &str, told: Told<'_>, span: Span) -> [String; COLUMNS.len()] {
        let Told { document, mandate } = told;
        let deadline = told.deadline();
        let value = deadline.and_then(|deadline| deadline.value.as_ref());
        let day = deadline.and_then(|deadline| deadline.end);
        let report = mandate.report.as_ref();
        let symbols = mandate.references.iter().filter_map(|&at| document.references[at].symbol.as_deref());
        let class = self.classes.of(mandate.class);
        [
            file.to_owned(),
            (mandate.resolution + 1).to_string(),
            mandate.symbol.clone().unwrap_or_default(),
            mandate.clause.clone(),
            mandate.actor.as_ref().map(|actor| one_line(&actor.text)).unwrap_or_default(),
            names(&mandate.addressees),
            name(&mandate.class),
            name(&mandate.force),
            mandate.verb.clone(),
            mandate.negated.to_string(),
            told.action(),
            names(&mandate.beneficiaries),
            mandate.condition.map(|condition| told.words(condition)).unwrap_or_default(),
            value.map(ToString::to_string).unwrap_or_default(),
            day.map(|day| day.to_string()).unwrap_or_default(),
            deadline.map(|deadline| told.words(deadline.span)).unwrap_or_default(),
            told.recurrence().map(|often| often.value.clone()).unwrap_or_default(),
            report.map(|report| names(&report.reporters)).unwrap_or_default(),
            report.map(|report| names(&report.recipients)).unwrap_or_default(),
            symbols.collect::<Vec<_>>().join("; "),
            class.plover.clone().unwrap_or_default(),
            class.cameo.join("; "),
            span.start.to_string(),
            span.end.to_string(),
            document.line_column(mandate.span.start).0.to_string(),
        ]
    }
}

/// The columns of the table.
const COLUMNS: [&str; 25] = [
    "file",
    "resolution",
    "symbol",
    "clause",
    "actor",
    "addressees",
    "class",
    "force",
    "verb",
    "negated",
    "action",
    "beneficiaries",
    "condition",
    "deadline",
    "deadline_day",
    "deadline_words",
    "recurrence",
    "reporters",
    "recipients",
    "references",
    "plover",
    "cameo",
    "start",
    "end",
    "line",
];

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Résolution 71/12\n\nL’Assemblée générale,\n\nRappelant la résolution 70/1,\n\n\
        1. Prie les États Membres de publier, en vertu de sa résolution\n70/1, « leurs \"relevés\" », avant le 30 juin 2017 ;\n\n\
        2. Prie le Secrétaire général de lui faire rapport tous les deux ans sur les phares.\n";

    fn rows(files: &[&str], text: &str, offsets: Offsets, classes: &Classes) -> Vec<csv::StringRecord> {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out, classes).expect("memory is writable");
        for file in files {
            table.add(file, &greffier::parse(text), offsets).expect("memory is writable");
        }
        drop(table);
        let mut read = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
        read.records().map(|row| row.expect("a row of as many cells")).collect()
    }

    #[test]
    fn a_mandate_is_a_row() {
        let rows = rows(&["a.txt", "b, \"c\".txt"], TEXT, Offsets::Char, &Classes::default());
        assert_eq!(rows[0].iter().collect::<Vec<_>>(), COLUMNS);
        let cells: Vec<&str> = rows[1].iter().collect();
        assert_eq!(
            cells[..10],
            [
                "a.txt",
                "1",
                "A/RES/71/12",
                "1",
                "L’Assemblée générale",
                "les États Membres",
                "request",
                "moderate",
                "prier",
                "false"
            ]
        );
        assert_eq!(cells[10], "publier, en vertu de sa résolution 70/1, « leurs \"relevés\" », avant le 30 juin 2017");
        assert_eq!(cells[13..20], ["2017-06-30", "2017-06-30", "30 juin 2017", "", "", "", "A/RES/70/1"]);
        assert_eq!(cells[20..22], ["REQUEST", "020"]);
        let span = |cells: &[&str]| cells[22].parse().ok().zip(cells[23].parse().ok()).expect("numbers");
        let (start, end): (usize, usize) = span(&cells);
        let words: String = TEXT.chars().skip(start).take(end - start).collect();
        assert!(words.starts_with("Prie les") && words.ends_with("juin 2017"), "{words}");
        assert_eq!(cells[24], "7");
        let report: Vec<&str> = rows[2].iter().collect();
        assert_eq!(report[16..19], ["R/P2Y", "le Secrétaire général", "L’Assemblée générale"]);
        assert!(rows.len() == 5 && &rows[4][0] == "b, \"c\".txt", "{rows:?}");
    }

    #[test]
    fn cells_hold_whatever_a_text_holds() {
        let text = "Le Conseil,\n\n1. Prie la Commission de publier, \"sans délai\" ;\r\navec\u{c} l’aide\u{7} des\tvilles, la liste\n";
        let rows = rows(&["é\n;.txt"], text, Offsets::Byte, &Classes::default());
        assert_eq!(&rows[1][0], "é\n;.txt");
        assert!(rows[1].iter().skip(1).all(|cell| !cell.contains(char::is_control)), "{rows:?}");
    }

    #[test]
    fn words_leave_out_what_a_page_turn_brings() {
        let text = "Le Conseil,\n\n1. Prie la Commission de publier, en deux volumes reliés, la liste complète et exacte des\n\n\
            2\n\nphares, bouées et balises de la côte qui sont encore allumés ;\n\n2. Prie la Commission de réparer les phares.\n";
        let document = greffier::parse(text);
        let mandates = document.mandates();
        let told = Told { document: &document, mandate: &mandates[0] };
        assert!(told.action().contains("exacte des phares, bouées"), "{}", told.action());
    }

    #[test]
    fn event_codes_are_those_of_the_user() {
        let mine = "[request]\nforce = \"strong\"\nplover = \"DEMAND\"\ncameo = [\"021\", \"022\"]\n";
        let classes = Classes::from_toml("mine.toml", mine).expect("a good file");
        let rows = rows(&["a.txt"], TEXT, Offsets::Byte, &classes);
        assert_eq!((&rows[1][20], &rows[1][21]), ("DEMAND", "021; 022"));
    }

    #[test]
    fn a_text_that_asks_nothing_has_no_mandates() {
        let document = greffier::parse("Le Comité s’est réuni à Niamey.");
        let json = serde_json::to_string(&Mandates::of(document, Offsets::Byte)).expect("JSON");
        assert_eq!(json, "{\"mandates\":[]}");
    }

    #[test]
    fn json_counts_in_the_given_offsets() {
        let starts = |offsets| {
            let json = serde_json::to_value(Mandates::of(greffier::parse(TEXT), offsets)).expect("JSON");
            json["mandates"][0]["span"]["start"].as_u64().expect("a number")
        };
        let at = TEXT.find("Prie les").expect("the words are in the text");
        assert_eq!(starts(Offsets::Byte), at as u64);
        assert_eq!(starts(Offsets::Char), TEXT[..at].chars().count() as u64);
    }
}

//! The graph of citations: a line an edge for people, a row an edge for spreadsheets and tools that draw graphs.

use std::fmt::{self, Formatter};
use std::io::{self, Write};

use greffier::{Citation, Document, Offsets};
use serde::Serialize;

use crate::plain::{name, one_line};

/// All citations of a document, as JSON has them.
#[derive(Debug, Serialize)]
pub(crate) struct Citations {
    citations: Vec<Citation>,
}

impl Citations {
    /// Those of the document, with spans in `offsets`.
    pub(crate) fn of(document: Document, offsets: Offsets) -> Self {
        Self { citations: document.with_offsets(offsets).citations().collect() }
    }
}

/// Prints the citations of a document: who cites, class and verb, what is cited, line and column, words; parted by tabs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edges<'d>(pub(crate) &'d Document);

impl fmt::Display for Edges<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        for edge in self.0.citations() {
            let [citing, class, verb, cited, entity] = ends(self.0, &edge);
            let cited = if cited.is_empty() { entity } else { cited };
            let (line, column) = self.0.line_column(edge.span.start);
            writeln!(out, "{citing}\t{class}\t{verb}\t{cited}\t{line}:{column}\t{}", words(self.0, &edge))?;
        }
        Ok(())
    }
}

/// Citations in CSV.
#[derive(Debug)]
pub(crate) struct Table<W: Write>(csv::Writer<W>);

impl<W: Write> Table<W> {
    /// A table with its header.
    pub(crate) fn new(out: W) -> io::Result<Self> {
        let mut table = csv::Writer::from_writer(out);
        table.write_record([
            "file",
            "resolution",
            "citing",
            "class",
            "verb",
            "cited",
            "entity",
            "url",
            "start",
            "end",
            "line",
            "words",
        ])?;
        Ok(Self(table))
    }

    /// Adds those of a document, with spans in `offsets`; resolutions are counted from 1.
    pub(crate) fn add(&mut self, file: &str, document: &Document, offsets: Offsets) -> io::Result<()> {
        let counted = document.clone().with_offsets(offsets);
        for (edge, counted) in document.citations().zip(counted.citations()) {
            let [citing, class, verb, cited, entity] = ends(document, &edge);
            let resolution = edge.resolution.map(|at| (at + 1).to_string()).unwrap_or_default();
            let (line, _) = document.line_column(edge.span.start);
            let [start, end, line] = [counted.span.start, counted.span.end, line].map(|number| number.to_string());
            let url = document.references[edge.reference].url.as_deref().unwrap_or_default();
            let words = words(document, &edge);
            let row = [file, &resolution, &citing, &class, &verb, &cited, &entity, url, &start, &end, &line, &words];
            self.0.write_record(row)?;
        }
        self.0.flush()
    }
}

/// Who cites, class, verb, symbol and name of what is cited; empty where unknown.
fn ends(document: &Document, edge: &Citation) -> [String; 5] {
    let class = edge.class.map(|class| name(&class));
    let entity = document.entities.iter().find(|entity| Some(&entity.id) == edge.entity.as_ref());
    let entity = entity.map(|entity| entity.name.clone());
    [edge.citing.clone(), class, edge.verb.clone(), edge.cited.clone(), entity].map(Option::unwrap_or_default)
}

/// The words that cite, on one line.
fn words(document: &Document, edge: &Citation) -> String {
    one_line(document.slice(edge.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Résolution 71/12\n\nL’Assemblée générale,\n\nRappelant la résolution\n2085 (2012),\n\n\
        1. Réaffirme sa résolution 70/1, « révisée ».\n";

    #[test]
    fn an_edge_is_a_line() {
        let shown = Edges(&greffier::parse(TEXT)).to_string();
        let expected = "A/RES/71/12\trecall\trappeler\tS/RES/2085 (2012)\t5:14\trésolution 2085 (2012)\n\
            A/RES/71/12\treaffirm\tréaffirmer\tA/RES/70/1\t8:17\trésolution 70/1\n";
        assert_eq!(shown, expected);
    }

    #[test]
    fn an_edge_is_a_row() {
        let mut out = Vec::new();
        let mut table = Table::new(&mut out).expect("memory is writable");
        for file in ["a.txt", "b, c.txt"] {
            table.add(file, &greffier::parse(TEXT), Offsets::Char).expect("memory is writable");
        }
        drop(table);
        let rows = String::from_utf8(out).expect("texts are UTF-8");
        let rows: Vec<&str> = rows.lines().collect();
        assert_eq!(rows[0], "file,resolution,citing,class,verb,cited,entity,url,start,end,line,words");
        assert_eq!(
            rows[1],
            "a.txt,1,A/RES/71/12,recall,rappeler,S/RES/2085 (2012),,https://undocs.org/fr/S/RES/2085(2012),54,76,5,résolution 2085 (2012)"
        );
        assert!(rows.len() == 5 && rows[4].starts_with("\"b, c.txt\",1,A/RES/71/12,reaffirm,"), "{rows:?}");
    }

    #[test]
    fn a_text_that_cites_nothing_has_no_edges() {
        let document = greffier::parse("Le Comité s’est réuni à Niamey.");
        assert_eq!(Edges(&document).to_string(), "");
        let json = serde_json::to_string(&Citations::of(document, Offsets::Byte)).expect("JSON");
        assert_eq!(json, "{\"citations\":[]}");
    }
}

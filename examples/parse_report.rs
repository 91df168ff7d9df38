//! Reads a report and prints who is asked what: `cargo run --example parse_report [FILE]`.

use std::error::Error;

const REPORT: &str = include_str!("../tests/fixtures/oci_report.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let text = std::env::args().nth(1).map_or_else(|| Ok(REPORT.to_owned()), std::fs::read_to_string)?;
    let document = greffier::parse(&text);

    if let Some(title) = &document.title {
        println!("{}", title.value);
    }
    if let Some(date) = document.meeting.as_ref().and_then(|meeting| meeting.date.as_ref()) {
        println!("{} ({:?})", date.value, document.slice(date.span));
    }
    for clause in document.clauses() {
        let marker = clause.marker.as_ref().map_or("–", |marker| marker.text.as_str());
        for act in &clause.acts {
            let addressees: Vec<&str> = act.addressees.iter().map(|addressee| addressee.text.as_str()).collect();
            println!("{marker:>5} {:?}: {} → {}", act.class, act.verb.lemma, addressees.join("; "));
        }
        for date in document.dates_in(clause.span) {
            println!("{marker:>5} {} ({:?})", date.value, document.slice(date.span));
        }
    }
    for diagnostic in &document.diagnostics {
        eprintln!("{}", diagnostic.render(&text));
    }
    Ok(())
}

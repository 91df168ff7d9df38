//! Reads dates with whichtime-sys: {"id", "text"} a line in, {"id", "dates"} a line out, then {"seconds", "bytes"}.
//!
//! The French configuration without its parsers of times, weekdays and relative dates, which find no absolute date and
//! cost precision and speed; with the crate's merging of ranges, which its French configuration leaves out.

use std::error::Error;
use std::hint::black_box;
use std::io::{self, BufRead, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use chrono::{DateTime, Local, TimeZone};
use serde::{Deserialize, Serialize};
use whichtime_sys::parsers::en::ISOFormatParser;
use whichtime_sys::parsers::fr::{FRMonthNameParser, FRSlashDateParser};
use whichtime_sys::refiners::{MergeDateRangeRefiner, OverlapRemovalRefiner};
use whichtime_sys::{Component, Configuration, FastComponents, Locale, ParsedResult, WhichTime};

const PASSES: usize = 3;
/// No further pass once the passes took so long.
const ENOUGH: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct Question {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    dates: Vec<Date>,
}

#[derive(Serialize)]
struct Date {
    value: String,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Speed {
    seconds: f64,
    bytes: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let questions = io::stdin()
        .lock()
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<Vec<Question>, Box<dyn Error>>>()?;
    let parser = WhichTime::with_configuration(Configuration {
        parsers: vec![
            Box::new(ISOFormatParser),
            Box::new(FRSlashDateParser::new()),
            Box::new(FRMonthNameParser::new()),
        ],
        refiners: vec![Box::new(MergeDateRangeRefiner), Box::new(OverlapRemovalRefiner)],
        locale: Locale::Fr,
    });
    let now = Local.with_ymd_and_hms(2020, 6, 15, 12, 0, 0).earliest().ok_or("no such time here")?;

    let mut out = BufWriter::new(io::stdout().lock());
    for question in &questions {
        let found = read(&parser, &question.text, now);
        let dates = found.iter().filter_map(|result| date(&question.text, result)).collect();
        serde_json::to_writer(&mut out, &Answer { id: &question.id, dates })?;
        writeln!(out)?;
    }
    let mut best = Duration::MAX;
    let began = Instant::now();
    for _ in 0..PASSES {
        let pass = Instant::now();
        for question in &questions {
            black_box(read(&parser, &question.text, now));
        }
        best = best.min(pass.elapsed());
        if began.elapsed() > ENOUGH {
            break;
        }
    }
    let bytes = questions.iter().map(|question| question.text.len()).sum();
    serde_json::to_writer(&mut out, &Speed { seconds: best.as_secs_f64(), bytes })?;
    writeln!(out)?;
    Ok(())
}

/// What the crate finds; nothing where it panics.
fn read(parser: &WhichTime, text: &str, now: DateTime<Local>) -> Vec<ParsedResult> {
    catch_unwind(AssertUnwindSafe(|| parser.parse(text, Some(now)).unwrap_or_default())).unwrap_or_default()
}

/// The result as EDTF, at code points of the text.
fn date(text: &str, result: &ParsedResult) -> Option<Date> {
    let year = [Some(&result.start), result.end.as_ref()]
        .into_iter()
        .flatten()
        .any(|components| components.is_certain(Component::Year));
    let mut value = edtf(&result.start, year)?;
    if let Some(end) = &result.end {
        value = format!("{value}/{}", edtf(end, year)?);
    }
    let start = text[..result.index].chars().count();
    Some(Date { value, start, end: start + text[result.index..result.end_index].chars().count() })
}

/// The components that the crate is certain of; the year of one end of a range is that of the other.
fn edtf(components: &FastComponents, year: bool) -> Option<String> {
    let part = |component| components.get(component).filter(|_| components.is_certain(component));
    let year = components.get(Component::Year).filter(|_| year).map(|year| format!("{year:04}"));
    match (year, part(Component::Month), part(Component::Day)) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}")),
        (None, Some(month), Some(day)) => Some(format!("XXXX-{month:02}-{day:02}")),
        (Some(year), Some(month), None) => Some(format!("{year}-{month:02}")),
        (Some(year), None, None) => Some(year),
        _ => None,
    }
}

//! The `greffier` command.

mod addresses;
mod calendar;
mod citations;
mod classes;
mod gazetteer;
mod jsonl;
mod mandates;
mod paragraph;
mod plain;
mod reasons;
mod recurrence;
mod register;
mod summary;
mod timetable;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::AutoStream;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use greffier::{Addresses, Classes, Document, Gazetteer, Offsets};
use serde::Serialize;

/// Reads the French texts of international meetings.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Parse texts: a summary for people, or JSON
    Parse(Parse),
    /// Read dates and spans of time alone: a line each (value, role, place, words), or JSON
    Dates(Dates),
    /// List who cites what: a line each (who, class and verb, what, place, words), CSV or JSON
    Citations(Citations),
    /// List who asks whom to do what by when: a table, CSV, JSON, or a calendar of the deadlines
    Mandates(Mandates),
    /// Tell why each act, date, name and citation was read: a line each (place, rule or data entry, value, words), and below it what was
    /// rejected and why; or JSON
    Explain(Explain),
    /// Check gazetteers: every problem with file and line; fails where one is an error
    LintData(LintData),
}

#[derive(Debug, Args)]
struct Parse {
    /// Text files, UTF-8; standard input where there are none
    files: Vec<PathBuf>,
    /// Print the whole document as JSON, one a file
    #[arg(long)]
    json: bool,
    /// Read {"id", "text"} a line on standard input, write {"id", "document"} a line, in order
    #[arg(long, conflicts_with_all = ["json", "files"])]
    jsonl: bool,
    /// Print what each stage made of the text
    #[arg(long, conflicts_with_all = ["json", "jsonl"])]
    explain: bool,
    #[command(flatten)]
    data: Data,
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
}

/// Data files of the user's own.
#[derive(Debug, Args)]
struct Data {
    /// Know the names of this file, too: TOML, or CSV where its name ends with .csv or .tsv; may be given several times
    #[arg(long = "gazetteer", value_name = "FILE", value_parser = gazetteer::read)]
    gazetteers: Vec<Gazetteer>,
    /// Find cited documents as this file says, in TOML, in place of the addresses of the crate
    #[arg(long, value_name = "FILE", value_parser = addresses::read)]
    addresses: Option<Addresses>,
    /// Know the force and event codes of the classes of acts from this file, in TOML; those that it leaves out stay as they are
    #[arg(long, value_name = "FILE", value_parser = classes::read)]
    classes: Option<Classes>,
}

impl Data {
    fn parser(self) -> io::Result<greffier::Parser> {
        let builder = self.gazetteers.into_iter().fold(greffier::Parser::builder(), greffier::ParserBuilder::gazetteer);
        let builder = self.addresses.into_iter().fold(builder, greffier::ParserBuilder::addresses);
        let builder = self.classes.into_iter().fold(builder, greffier::ParserBuilder::classes);
        builder.build().map_err(io::Error::other)
    }
}

#[derive(Debug, Args)]
struct Citations {
    /// Text files, UTF-8; standard input where there are none
    files: Vec<PathBuf>,
    /// Print one table in CSV for all files
    #[arg(long)]
    csv: bool,
    /// Print all that is known as JSON, one object a file
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Read {"id", "text"} a line on standard input, write {"id", "citations"} a line, in order
    #[arg(long, conflicts_with_all = ["csv", "json", "files"])]
    jsonl: bool,
    #[command(flatten)]
    data: Data,
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
}

#[derive(Debug, Args)]
struct Mandates {
    /// Text files, UTF-8; standard input where there are none
    files: Vec<PathBuf>,
    /// Print one table in CSV for all files
    #[arg(long)]
    csv: bool,
    /// Print all that is known as JSON, one object a file
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print one calendar (iCalendar, RFC 5545) for all files, with an event for each deadline whose day is known
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    ics: bool,
    /// Read {"id", "text"} a line on standard input, write {"id", "mandates"} a line, in order
    #[arg(long, conflicts_with_all = ["csv", "json", "ics", "files"])]
    jsonl: bool,
    #[command(flatten)]
    data: Data,
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
}

#[derive(Debug, Args)]
struct Explain {
    /// Text files, UTF-8; standard input where there are none
    files: Vec<PathBuf>,
    /// Print all reasons as JSON, one object a file
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: Data,
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
}

#[derive(Debug, Args)]
struct Dates {
    /// Text files, UTF-8; standard input where there are none
    files: Vec<PathBuf>,
    /// Print all that is known as JSON, one object a file
    #[arg(long)]
    json: bool,
    /// Read {"id", "text"} a line on standard input, write {"id", "dates", "periods", "diagnostics"} a line, in order
    #[arg(long, conflicts_with_all = ["json", "files"])]
    jsonl: bool,
    /// The date of the texts, YYYY-MM-DD, for those that do not print it
    #[arg(long)]
    date: Option<NaiveDate>,
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
}

#[derive(Debug, Args)]
struct LintData {
    /// Gazetteers that are to be used together, as parse --gazetteer takes them
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Count {
    Byte,
    Char,
}

impl From<Count> for Offsets {
    fn from(count: Count) -> Self {
        match count {
            Count::Byte => Offsets::Byte,
            Count::Char => Offsets::Char,
        }
    }
}

/// A line of JSON Lines.
#[derive(Debug, Serialize)]
struct Parsed {
    document: Document,
}

fn main() -> ExitCode {
    let ran = match Cli::parse().command {
        Command::Parse(options) => parse(options).map(|()| ExitCode::SUCCESS),
        Command::Dates(options) => dates(&options).map(|()| ExitCode::SUCCESS),
        Command::Citations(options) => citations(options).map(|()| ExitCode::SUCCESS),
        Command::Mandates(options) => mandates(options).map(|()| ExitCode::SUCCESS),
        Command::Explain(options) => explain(options).map(|()| ExitCode::SUCCESS),
        Command::LintData(options) => {
            let wrong = gazetteer::lint(&options.files, &mut io::stdout().lock());
            wrong.map(|wrong| if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
    };
    match ran {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("greffier: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(options: Parse) -> io::Result<()> {
    let parser = options.data.parser()?;
    let offsets = options.offsets.into();
    if options.jsonl {
        let read = |text: &str| Parsed { document: parser.parse(text).with_offsets(offsets) };
        return jsonl::run(read, io::stdin().lock(), io::stdout().lock());
    }
    let out = io::stdout().lock();
    let data = options.json || options.explain;
    let mut out = if data { AutoStream::always_ansi(out) } else { AutoStream::auto(out) };
    each(&options.files, |_, text| {
        if options.explain {
            return out.write_all(parser.explain(text).as_bytes());
        }
        let document = parser.parse(text);
        if options.json {
            json(&document.with_offsets(offsets), &mut out)
        } else {
            write!(out, "{}", summary::Summary(&document))
        }
    })
}

fn dates(options: &Dates) -> io::Result<()> {
    let builder = greffier::Parser::builder();
    let builder = options.date.into_iter().fold(builder, greffier::ParserBuilder::date);
    let parser = builder.build().map_err(io::Error::other)?;
    let offsets = options.offsets.into();
    let read = |text: &str| parser.dates(text).with_offsets(text, offsets);
    if options.jsonl {
        return jsonl::run(read, io::stdin().lock(), io::stdout().lock());
    }
    let mut out = io::stdout().lock();
    each(&options.files, |_, text| {
        if options.json {
            json(&read(text), &mut out)
        } else {
            write!(out, "{}", timetable::Timetable(text, &parser.dates(text)))
        }
    })
}

fn citations(options: Citations) -> io::Result<()> {
    let parser = options.data.parser()?;
    let offsets = options.offsets.into();
    let read = |text: &str| citations::Citations::of(parser.parse(text), offsets);
    if options.jsonl {
        return jsonl::run(read, io::stdin().lock(), io::stdout().lock());
    }
    let mut out = io::stdout().lock();
    if options.csv {
        let mut table = citations::Table::new(out)?;
        return each(&options.files, |file, text| table.add(file, &parser.parse(text), offsets));
    }
    each(&options.files, |_, text| {
        if options.json {
            json(&read(text), &mut out)
        } else {
            write!(out, "{}", citations::Edges(&parser.parse(text)))
        }
    })
}

fn mandates(options: Mandates) -> io::Result<()> {
    let classes = options.data.classes.clone().unwrap_or_default();
    let parser = options.data.parser()?;
    let offsets = options.offsets.into();
    let read = |text: &str| mandates::Mandates::of(parser.parse(text), offsets);
    if options.jsonl {
        return jsonl::run(read, io::stdin().lock(), io::stdout().lock());
    }
    if options.csv {
        let mut table = mandates::Table::new(io::stdout().lock(), &classes)?;
        return each(&options.files, |file, text| table.add(file, &parser.parse(text), offsets));
    }
    if options.ics {
        let mut deadlines = calendar::Deadlines::new();
        each(&options.files, |file, text| {
            deadlines.add(file, &parser.parse(text));
            Ok(())
        })?;
        return write!(io::stdout().lock(), "{deadlines}");
    }
    if options.json {
        return each(&options.files, |_, text| json(&read(text), &mut io::stdout().lock()));
    }
    let page = register::Page::of(io::stdout());
    let mut out = AutoStream::auto(io::stdout().lock());
    each(&options.files, |file, text| {
        let document = &parser.parse(text);
        write!(out, "{}", register::Register { file, document, page })
    })
}

fn explain(options: Explain) -> io::Result<()> {
    let parser = options.data.parser()?;
    let mut out = io::stdout().lock();
    each(&options.files, |_, text| {
        let told = parser.reasons(text);
        if options.json {
            json(&reasons::Reasons::of(text, told, options.offsets.into()), &mut out)
        } else {
            write!(out, "{}", reasons::Told(text, &told))
        }
    })
}

/// Does `show` with name and text of each file, or with standard input, which has no name, where there is none.
fn each(files: &[PathBuf], mut show: impl FnMut(&str, &str) -> io::Result<()>) -> io::Result<()> {
    if files.is_empty() {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return show("", &text);
    }
    files.iter().try_for_each(|file| show(&file.display().to_string(), &text_of(file)?))
}

/// The text of a file.
fn text_of(file: &Path) -> io::Result<String> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
    std::fs::read_to_string(file).map_err(named)
}

fn json(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

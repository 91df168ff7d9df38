//! The `greffier` command.

mod jsonl;
mod paragraph;
mod summary;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::AutoStream;
use clap::{Args, Parser, Subcommand, ValueEnum};
use greffier::Offsets;

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
    /// What the spans count
    #[arg(long, value_enum, default_value_t = Count::Byte)]
    offsets: Count,
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

fn main() -> ExitCode {
    let Command::Parse(parse) = Cli::parse().command;
    match run(&parse) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("greffier: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Parse) -> io::Result<ExitCode> {
    let parser = greffier::Parser::default();
    if options.jsonl {
        jsonl::run(&parser, options.offsets.into(), io::stdin().lock(), io::stdout().lock())?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    let out = io::stdout().lock();
    let data = options.json || options.explain;
    let mut out = if data { AutoStream::always_ansi(out) } else { AutoStream::auto(out) };
    if options.files.is_empty() {
        io::stdin().lock().read_to_string(&mut text)?;
        show(options, &parser, &text, &mut out)?;
    }
    for file in &options.files {
        text = std::fs::read_to_string(file)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?;
        show(options, &parser, &text, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(options: &Parse, parser: &greffier::Parser, text: &str, out: &mut impl Write) -> io::Result<()> {
    if options.explain {
        return out.write_all(parser.explain(text).as_bytes());
    }
    let document = parser.parse(text);
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &document.with_offsets(options.offsets.into()))?;
        return writeln!(out);
    }
    write!(out, "{}", summary::Summary(&document))
}

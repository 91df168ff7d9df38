//! Reads a text on standard input, or a bundled one, and prints JSON with spans in code points:
//! `cargo run --example to_json < communique.txt`.

use std::error::Error;
use std::io::{self, IsTerminal, Read};

use greffier::{Offsets, Parser};

const COMMUNIQUE: &str = include_str!("../tests/fixtures/cps_communique.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    if !io::stdin().is_terminal() {
        io::stdin().read_to_string(&mut text)?;
    }
    if text.is_empty() {
        COMMUNIQUE.clone_into(&mut text);
    }
    let parser = Parser::builder().language("fr").build()?;
    let document = parser.parse(&text).with_offsets(Offsets::Char);
    serde_json::to_writer_pretty(io::stdout().lock(), &document)?;
    println!();
    Ok(())
}

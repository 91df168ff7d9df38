//! Full symbols: from the slash, point or underscore that gives one away to the symbol around it.

use super::scan::{Cited, What};
use crate::grammar::symbol::{Symbol, adoption_year, numbered_series, series, supplement};
use crate::lexicon::Symbols;
use crate::lexicon::fold::{is_apostrophe, is_hyphen};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::mention::Reading;
use crate::model::ReferenceKind;
use crate::text::CleanSpan;

/// How many words a symbol has before its first slash at most: `EX.CL`.
const REACH: usize = 12;
/// How many members of a range are spelled out at most.
pub(super) const LONGEST_RANGE: u32 = 50;

/// The word at which the symbol around `at` begins, not before word `least`.
pub(super) fn start(reading: Reading<'_>, at: usize, least: usize) -> usize {
    let words = reading.words;
    let mut start = at;
    while start > least && at - start < REACH && matches!(words[start].join, Join::Glued | Join::Hyphen) {
        let before = &words[start - 1];
        let text = before.text(reading.clean);
        let inside = !before.is_punctuation() || matches!(text, "/" | "." | "_" | "-");
        if !inside || text.ends_with(is_apostrophe) {
            break;
        }
        start -= 1;
    }
    let before = start.checked_sub(1).filter(|&before| before >= least && words[start].join == Join::Space);
    let split = before.is_some_and(|before| {
        let culture =
            words[before].kind == SegmentKind::Number && matches!(words[start].text(reading.clean), "C" | "EX");
        culture || words[before].text(reading.clean) == "EUCO"
    });
    start - usize::from(split)
}

/// The symbols at byte `at` of the clean text, and where they end: several where a range or a supplement is printed.
pub(super) fn read(reading: Reading<'_>, at: usize) -> Option<(Vec<Cited>, usize)> {
    let symbols = &reading.lexicon.references.symbols;
    let input = &reading.clean[at..];
    if let Ok((rest, symbol)) = numbered_series(input) {
        let end = at + input.len() - rest.len();
        let series = symbols.series(&symbol);
        let kind = series.and_then(|series| series.kind).unwrap_or(ReferenceKind::Document);
        let symbol = What::Symbol { body: series.map(|series| series.body.clone()), symbol };
        return Some((vec![Cited::new(CleanSpan::new(at, end), kind, symbol)], end));
    }
    let (rest, symbol) = series(input).map(|(rest, symbol)| (rest, ranged(symbol))).ok()?;
    let known = symbols.series(symbol.stem);
    if (known.is_none() && !is_series(&symbol, symbols)) || is_page(reading, at, symbol.stem) {
        return None;
    }
    let (body, spaced) = (known.map(|series| series.body.clone()), known.is_none_or(|series| series.spaced));
    let parts = symbol.stem.split('/');
    if symbols.is_press(symbol.stem.split('/').next().unwrap_or("")) || !has_number(&symbol) {
        return None;
    }
    let said = known.and_then(|series| series.kind).or_else(|| parts.rev().find_map(|part| symbols.kind_of_part(part)));
    let kind = said.unwrap_or(ReferenceKind::Document);
    let mut end = at + input.len() - rest.len();
    let year = match symbol.bracket {
        Some(_) if body.is_some() && kind == ReferenceKind::Resolution && !is_year(symbol.bracket) => {
            adoption_year(rest).ok()
        }
        _ => None,
    };
    if let Some((after, _)) = year {
        end = at + input.len() - after.len();
    }
    let cited = |span, number: Option<&str>| {
        let text = text(&symbol, number, spaced, year.map(|(_, year)| year));
        Cited::new(span, kind, What::Symbol { symbol: text, body: body.clone() })
    };
    let mut out = Vec::new();
    match (symbol.number, symbol.through, number_range(symbol.number, symbol.through)) {
        (Some(first), Some(last), Some((from, to))) => {
            let place = |part: &str| part.as_ptr() as usize - input.as_ptr() as usize + at;
            out.push(cited(CleanSpan::new(at, place(first) + first.len()), Some(first)));
            for number in from + 1..to {
                out.push(cited(CleanSpan::new(place(first), place(last) + last.len()), Some(&number.to_string())));
            }
            out.push(cited(CleanSpan::new(place(last), end), Some(last)));
        }
        _ => out.push(cited(CleanSpan::new(at, end), symbol.number)),
    }
    Some((out, end))
}

/// A supplement cited after its document, `A/8447 et Add.1`: its symbol and end, where word `at` begins one.
pub(super) fn supplement_at(reading: Reading<'_>, at: usize, base: &str) -> Option<(String, usize)> {
    let start = reading.words.get(at)?.span.start as usize;
    let (rest, found) = supplement(&reading.clean[start..]).ok()?;
    Some((format!("{base}/{}", found.replace(' ', "")), reading.clean.len() - rest.len()))
}

/// The numbers of a range, where there are not too many.
pub(super) fn number_range(first: Option<&str>, last: Option<&str>) -> Option<(u32, u32)> {
    let (from, to) = (first?.parse::<u32>().ok()?, last?.parse::<u32>().ok()?);
    (from < to && to - from <= LONGEST_RANGE).then_some((from, to))
}

/// The symbol with the range that its last part holds taken apart: `Dec.612-613(XXVIII)`.
fn ranged(symbol: Symbol<'_>) -> Symbol<'_> {
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let parts = symbol.stem.rfind('.').and_then(|point| {
        let (first, last) = symbol.stem[point + 1..].split_once(is_hyphen)?;
        (digits(first) && digits(last)).then_some((&symbol.stem[..=point], first, last))
    });
    match parts {
        Some((stem, first, last)) if symbol.bracket.is_some() => {
            Symbol { stem, number: Some(first), through: Some(last), ..symbol }
        }
        _ => symbol,
    }
}

/// Whether a symbol without known head has the form of one: three parts and more or a part that
/// says what it is, the first in capitals.
fn is_series(symbol: &Symbol<'_>, symbols: &Symbols) -> bool {
    let head = symbol.stem.split('/').next().unwrap_or("");
    let capitals =
        !head.is_empty() && head.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '.' | '0'..='9'));
    let slashes = symbol.stem.matches('/').count();
    let whole = slashes == 0 || symbol.stem.contains(' ') || head.ends_with(|c: char| c.is_ascii_digit());
    whole || (capitals && (slashes >= 2 || symbol.stem.split('/').any(|part| symbols.kind_of_part(part).is_some())))
}

/// Whether a letter and a number are a page of a journal: `C 349 E/77`.
fn is_page(reading: Reading<'_>, at: usize, stem: &str) -> bool {
    let short = stem.as_bytes().get(1) == Some(&b'/') && stem.matches('/').count() == 1;
    short
        && reading.clean[..at].ends_with(' ')
        && reading.clean[..at].trim_end().ends_with(|c: char| c.is_ascii_digit())
}

fn has_number(symbol: &Symbol<'_>) -> bool {
    let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    digits(symbol.stem) || symbol.number.is_some() || symbol.bracket.is_some()
}

fn is_year(bracket: Option<&str>) -> bool {
    bracket.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
}

/// The symbol in one spelling: no space after a point, brackets as the series has them.
fn text(symbol: &Symbol<'_>, number: Option<&str>, spaced: bool, year: Option<&str>) -> String {
    let mut out: String = symbol.stem.chars().map(|c| if is_hyphen(c) { '-' } else { c }).collect();
    if let Some(slash) = out.find("/ ") {
        // a stray space
        out.remove(slash + 1);
    }
    out.push_str(number.unwrap_or(""));
    if let Some(bracket) = symbol.bracket {
        let gap = if spaced && !out.ends_with('.') { " " } else { "" };
        out.push_str(&format!("{gap}({bracket})"));
    }
    if let Some(year) = year {
        out.push(' ');
        out.push_str(year);
    }
    if let Some(supplement) = symbol.supplement {
        out.push(' ');
        out.push_str(&supplement.replace(' ', ""));
    }
    out
}

//! Full symbols: from the slash, point or underscore that gives one away to the symbol around it.

use super::scan::{Cited, What};
use crate::grammar::symbol::{
    Spelled, Symbol, adoption_year, cited_decision, community, numbered_series, series, supplement,
};
use crate::lexicon::fold::{is_apostrophe, is_hyphen};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Series, Symbols};
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
    let symbols = &reading.lexicon.references.symbols;
    let text = |word: usize| words[word].text(reading.clean);
    let apart = at > least && words[at].join == Join::Space && words[at].is_punctuation();
    let mut start = at - usize::from(apart);
    while start > least && at - start < REACH && matches!(words[start].join, Join::Glued | Join::Hyphen) {
        let before = &words[start - 1];
        if text(start - 1) == ")" && start >= least + 4 && text(start - 3) == "(" {
            // "GC(60)/RES/12", "GC (62)/RES/9"
            if !symbols.goes_on(text(start - 4), b'(') {
                break;
            }
            start -= 4;
            continue;
        }
        let inside = !before.is_punctuation() || matches!(text(start - 1), "/" | "." | "_" | "-");
        if !inside || text(start - 1).ends_with(is_apostrophe) {
            break;
        }
        start -= 1;
    }
    if start >= least + 2
        && words[start].join == Join::Space
        && text(start - 1) == "."
        && symbols.goes_on(text(start - 2), b'.')
    {
        // "GB. 271/205"
        return start - 2;
    }
    let before = start.checked_sub(1).filter(|&before| before >= least && words[start].join == Join::Space);
    let split = before.is_some_and(|before| {
        let number = |word: usize| words[word].kind == SegmentKind::Number;
        let culture = number(before) && matches!(text(start), "C" | "EX");
        let series = number(start)
            && words[before].kind == SegmentKind::Word
            && (symbols.goes_on(text(before), b' ') || symbols.goes_on(text(before), b'0'));
        culture || series
    });
    start - usize::from(split)
}

/// The symbols at byte `at` of the clean text, and where they end: several where a range or a supplement is printed. `cited`:
/// whether a citing word stands before, after which less is enough: `décision X/2`.
pub(super) fn read(reading: Reading<'_>, at: usize, cited: bool) -> Option<(Vec<Cited>, usize)> {
    let symbols = &reading.lexicon.references.symbols;
    let spelled = Spelled::of(&reading.clean[at..], symbols);
    let found = numbered(&spelled, symbols).or_else(|| decision(&spelled).filter(|_| cited));
    if let Some((kind, what, length)) = found {
        let end = at + spelled.end_of(length);
        return Some((vec![Cited::new(CleanSpan::new(at, end), kind, what)], end));
    }
    lettered(reading, at, &spelled)
}

/// A symbol that begins with its number: its kind, the symbol, its bytes in the spelled text.
fn numbered(spelled: &Spelled, symbols: &Symbols) -> Option<(ReferenceKind, What, usize)> {
    let input = spelled.text();
    if !input.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = numbered_series(input).ok().and_then(|(rest, symbol)| {
        let series = symbols.series(&symbol);
        // spaces on both sides may also part two things: "2/3 - ONU"
        let apart = input[..input.len() - rest.len()].matches(' ').count() > 1;
        let sure = !spelled.loose && !spelled.changed && !apart;
        (series.is_some() || sure).then_some((rest, symbol, series))
    });
    let of_community = || {
        let (rest, symbol) = community(input).ok()?;
        let series = symbols.series(&symbol);
        series.is_some().then_some((rest, symbol, series))
    };
    let (rest, symbol, series) = plain.or_else(of_community)?;
    let kind = series.and_then(|series| series.kind).unwrap_or(ReferenceKind::Document);
    let what = What::Symbol { body: series.map(|series| series.body.clone()), symbol };
    Some((kind, what, input.len() - rest.len()))
}

/// A decision by session and number, which only its citing word tells: `X/2`.
fn decision(spelled: &Spelled) -> Option<(ReferenceKind, What, usize)> {
    let (_, symbol) = cited_decision(spelled.text()).ok()?;
    Some((ReferenceKind::Document, What::Symbol { body: None, symbol: symbol.to_owned() }, symbol.len()))
}

/// A symbol that begins with the letters of its series.
fn lettered(reading: Reading<'_>, at: usize, spelled: &Spelled) -> Option<(Vec<Cited>, usize)> {
    let symbols = &reading.lexicon.references.symbols;
    let input = spelled.text();
    let (rest, symbol) = series(input).ok()?;
    let known = symbols.series(symbol.stem);
    let head = symbol.stem.split('/').next().unwrap_or("");
    let tells = match known {
        Some(series) => (!spelled.changed && !spelled.loose) || is_whole(&symbol, series, symbols),
        None => !spelled.changed && !spelled.loose && is_series(&symbol, symbols) && !symbols.is_press(head),
    };
    if !tells || !has_number(&symbol) || is_page(reading, at, symbol.stem) {
        return None;
    }
    let (body, spaced) = (known.map(|series| series.body.clone()), known.is_none_or(|series| series.spaced));
    let parts = symbol.stem.split('/');
    let said = known.and_then(|series| series.kind).or_else(|| parts.rev().find_map(|part| symbols.kind_of_part(part)));
    let kind = said.unwrap_or(ReferenceKind::Document);
    let year = match symbol.bracket {
        Some(_) if body.is_some() && kind == ReferenceKind::Resolution && !is_year(symbol.bracket) => {
            adoption_year(rest).ok()
        }
        _ => None,
    };
    let rest = year.map_or(rest, |(after, _)| after);
    let end = at + spelled.end_of(input.len() - rest.len());
    let cited = |span, number: Option<&str>| {
        let text = text(&symbol, number, spaced, year.map(|(_, year)| year));
        Cited::new(span, kind, What::Symbol { symbol: text, body: body.clone() })
    };
    let mut out = Vec::new();
    match (symbol.number, symbol.through, number_range(symbol.number, symbol.through)) {
        (Some(first), Some(last), Some((from, to))) => {
            let place = |part: &str| part.as_ptr() as usize - input.as_ptr() as usize;
            let begins = |part: &str| at + spelled.start_of(place(part));
            let ends = |part: &str| at + spelled.end_of(place(part) + part.len());
            out.push(cited(CleanSpan::new(at, ends(first)), Some(first)));
            for number in from + 1..to {
                out.push(cited(CleanSpan::new(begins(first), ends(last)), Some(&number.to_string())));
            }
            out.push(cited(CleanSpan::new(begins(last), end), Some(last)));
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

/// Whether a symbol without known head has the form of one: three parts and more or a part that
/// says what it is, the first in capitals.
fn is_series(symbol: &Symbol<'_>, symbols: &Symbols) -> bool {
    let head = symbol.stem.split('/').next().unwrap_or("");
    let capitals =
        !head.is_empty() && head.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '.' | '0'..='9'));
    let slashes = symbol.stem.matches('/').count();
    let last = symbol.stem.rsplit('/').next().unwrap_or("");
    // "EC-96/DG.1", not "H1N1/H5N1"
    let numbered = last.contains('.') || last.starts_with(|c: char| c.is_ascii_digit());
    let whole = match slashes {
        0 => !symbol.stem.contains(['-', '(']),
        _ => numbered && head.ends_with(|c: char| c.is_ascii_digit()) && !head.contains(' '),
    };
    whole || (capitals && (slashes >= 2 || symbol.stem.split('/').any(|part| symbols.kind_of_part(part).is_some())))
}

/// Whether enough of a symbol stands there to tell it in other letters or with stray spaces: not `cm/2` or `S / 3`.
fn is_whole(symbol: &Symbol<'_>, series: &Series, symbols: &Symbols) -> bool {
    let head = series.head.as_str();
    let slashes = symbol.stem.matches('/').count();
    let long = head.bytes().filter(u8::is_ascii_alphabetic).count() > 3 || head.contains('#');
    long || slashes >= 2 || symbol.stem.split('/').skip(1).any(|part| symbols.kind_of_part(part).is_some())
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

//! Symbols that begin with their number: `003/2011/CM/UEMOA`, `5/CP.1`, `1/38-ORG`, `24 C/15.1`, `2013/2587(RSP)`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{map, not, opt, recognize, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use crate::lexicon::fold::is_hyphen;

/// numbered-series = procedure / climate / culture / islamic / regional / celex
pub(crate) fn numbered_series(input: &str) -> IResult<&str, String> {
    if !may_be_symbol(input.as_bytes()) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    alt((
        map(terminated(procedure, ended), str::to_owned),
        map(terminated(climate, ended), str::to_owned),
        map(terminated(culture, ended), str::to_owned),
        terminated(islamic, ended),
        map(terminated(regional, ended), str::to_owned),
        map(terminated(celex, ended), str::to_owned),
    ))
    .parse(input)
}

/// Whether a symbol may begin here, by a look at what follows its first figures: most numbers begin none.
fn may_be_symbol(input: &[u8]) -> bool {
    let figures = |from: &[u8]| from.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &input[figures(input)..];
    match rest.split_first() {
        Some((b'/', second)) => match &second[figures(second)..] {
            // a dash may stand apart
            [b' ', dash, ..] => *dash == b'-' || !dash.is_ascii(),
            [next, ..] => matches!(next, b'/' | b'(' | b'-' | b'A'..=b'Z') || !next.is_ascii(),
            [] => false,
        },
        Some((b' ', letters)) => letters.starts_with(b"C/") || letters.starts_with(b"EX/"),
        Some((letter, _)) => letter.is_ascii_uppercase(),
        None => false,
    }
}

/// procedure = 4DIGIT "/" 4DIGIT "(" 3UPPER ")" ; European Parliament: "2013/2587(RSP)"
fn procedure(input: &str) -> IResult<&str, &str> {
    recognize((digits(4, 4), char('/'), digits(4, 4), delimited(char('('), upper(3, 3), char(')')))).parse(input)
}

/// climate = 1*3DIGIT "/" 2*4UPPER "." 1*2DIGIT ; conferences of parties: "5/CP.1", "27/CMP.1"
fn climate(input: &str) -> IResult<&str, &str> {
    recognize((digits(1, 3), char('/'), upper(2, 4), char('.'), digits(1, 2))).parse(input)
}

/// culture = 1*3DIGIT SP ( "C" / "EX" ) "/" 1*3DIGIT [ "." 1*3DIGIT ] ; UNESCO: "24 C/15.1"
fn culture(input: &str) -> IResult<&str, &str> {
    recognize((digits(1, 3), alt((tag(" C/"), tag(" EX/"))), digits(1, 3), opt((char('.'), digits(1, 3))))).parse(input)
}

/// islamic = 1*3DIGIT "/" 1*3DIGIT ( SP hyphen / hyphen [ SP ] ) 1*5UPPER ; "1/38-ORG", "1/37 -POL"
fn islamic(input: &str) -> IResult<&str, String> {
    let dash = || satisfy(|c| is_hyphen(c) || c == '–');
    let hyphen = alt((recognize((char(' '), dash())), recognize((dash(), opt(char(' '))))));
    map((digits(1, 3), char('/'), digits(1, 3), hyphen, upper(1, 5)), |(number, _, session, _, committee)| {
        format!("{number}/{session}-{committee}")
    })
    .parse(input)
}

/// regional = 1*4DIGIT 1*6( "/" 1*12( UPPER / DIGIT / hyphen ) ) ; two slashes and more, the last part in letters, a year after it:
/// "12/CM/CEMAC-2019"
fn regional(input: &str) -> IResult<&str, &str> {
    let part = || take_while_m_n(1, 12, |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || is_hyphen(c));
    let whole = recognize((digits(1, 4), many_m_n(1, 6, preceded(char('/'), part()))));
    verify(whole, |symbol: &str| {
        let last = symbol.rsplit('/').next().unwrap_or("");
        let letters = match last.split_once(is_hyphen) {
            Some((letters, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => letters,
            _ => last,
        };
        symbol.matches('/').count() >= 2 && letters.len() >= 2 && letters.chars().all(|c| c.is_ascii_uppercase())
    })
    .parse(input)
}

/// act-number = 1*4DIGIT "/" 2*4DIGIT ; number and year: "04/96"
pub(crate) fn act_number(input: &str) -> IResult<&str, &str> {
    terminated(recognize((digits(1, 4), char('/'), digits(2, 4))), ended).parse(input)
}

/// celex = DIGIT 4DIGIT 2UPPER 4DIGIT ; "52013IP0281"
fn celex(input: &str) -> IResult<&str, &str> {
    recognize((digits(5, 5), upper(2, 2), digits(4, 4))).parse(input)
}

/// ended = not followed by a letter, a digit or a slash
fn ended(input: &str) -> IResult<&str, ()> {
    not(satisfy(|c| c.is_alphanumeric() || c == '/')).parse(input)
}

fn digits<'t>(least: usize, most: usize) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit())
}

fn upper<'t>(least: usize, most: usize) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_that_begin_with_a_number() {
        for (input, symbol, rest) in [
            ("003/2011/CM/UEMOA portant", "003/2011/CM/UEMOA", " portant"),
            ("18/2009/CM/UEMOA", "18/2009/CM/UEMOA", ""),
            ("98/70/CE du", "98/70/CE", " du"),
            ("5/CP.1,", "5/CP.1", ","),
            ("27/CMP.1", "27/CMP.1", ""),
            ("1/38-ORG sur", "1/38-ORG", " sur"),
            ("1/37 -POL", "1/37-POL", ""),
            ("12/9-P", "12/9-P", ""),
            ("24 C/15.1", "24 C/15.1", ""),
            ("197 EX/5.", "197 EX/5", "."),
            ("2013/2587(RSP)", "2013/2587(RSP)", ""),
            ("52013IP0281", "52013IP0281", ""),
        ] {
            assert_eq!(numbered_series(input), Ok((rest, symbol.to_owned())), "{input}");
        }
    }

    #[test]
    fn what_is_no_symbol() {
        for input in ["12/3", "19/12/2013", "2015/2016", "1/38", "24/7", "12/9 pays", "5/cp.1", "", "1/2/a"] {
            assert!(numbered_series(input).is_err(), "{input}");
        }
    }
}

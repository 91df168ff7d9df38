//! Symbols that begin with their number: `003/2011/CM/UEMOA`, `5/CP.1`, `1/38-ORG`, `24 C/15.1`, `2013/2587(RSP)`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, satisfy};
use nom::combinator::{map, not, opt, recognize, verify};
use nom::multi::many_m_n;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use crate::grammar::roman::roman;
use crate::lexicon::fold::is_hyphen;

/// numbered-series = procedure / climate / culture / islamic / regional / celex
pub(crate) fn numbered_series(input: &str) -> IResult<&str, String> {
    alt((
        map(terminated(procedure, ended), str::to_owned),
        map(terminated(climate, ended), str::to_owned),
        terminated(culture, ended),
        terminated(islamic, ended),
        map(terminated(regional, ended), str::to_owned),
        map(terminated(celex, ended), str::to_owned),
    ))
    .parse(input)
}

/// Whether a symbol may begin here, by a look at what follows its first figures: most numbers begin none.
pub(crate) fn may_be_numbered_series(input: &str) -> bool {
    let figures = |from: &[u8]| from.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // a slash or a dash may stand apart
    let near = |from: &[u8]| usize::from(from.first() == Some(&b' '));
    let input = input.as_bytes();
    let first = figures(input);
    let rest = &input[first..];
    let apart = near(rest);
    match &rest[apart..] {
        [b'/', second @ ..] => {
            let second = &second[near(second)..];
            let number = figures(second);
            match &second[number..] {
                [b' ', mark, ..] => matches!(mark, b'-' | b'/') || !mark.is_ascii(),
                [next, ..] => matches!(next, b'/' | b'(' | b'-') || next.is_ascii_alphabetic() || !next.is_ascii(),
                [] => false,
            }
        }
        letters if apart > 0 => letters.starts_with(b"C/") || letters.starts_with(b"EX/"),
        [letter, ..] => first > 0 && letter.is_ascii_uppercase(),
        [] => false,
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

/// culture = 1*3DIGIT [ SP ] ( "C" / "EX" ) "/" ( texts / 1*3DIGIT *3( "." 1*3ALNUM ) ) ; UNESCO: "24 C/15.1", "206 EX/5.I.B"
fn culture(input: &str) -> IResult<&str, String> {
    let organ = alt((tag("C/"), tag("EX/")));
    let item = preceded(char('.'), take_while_m_n(1, 3, |c: char| c.is_ascii_uppercase() || c.is_ascii_digit()));
    let number = recognize((digits(1, 3), many_m_n(0, 3, item)));
    let rest = alt((texts, map(number, str::to_owned)));
    map((digits(1, 3), opt(char(' ')), organ, rest), |(session, _, organ, rest)| format!("{session} {organ}{rest}"))
        .parse(input)
}

/// texts = 2*10ALPHA ( "." [ SP ] / SP ) 1*3DIGIT [ "." 1*3DIGIT ] ; "Res.30", "Res. 41", "INF.3", a whole word with its space
fn texts(input: &str) -> IResult<&str, String> {
    let word = take_while_m_n(2, 10, |c: char| c.is_alphabetic());
    let gap = alt((terminated(tag("."), opt(char(' '))), tag(" ")));
    let number = recognize((digits(1, 3), opt((char('.'), digits(1, 3)))));
    map((word, gap, number), |(word, gap, number)| format!("{word}{gap}{number}")).parse(input)
}

/// islamic = 1*3DIGIT "/" 1*3DIGIT [ SP ] dash [ SP ] 1*5UPPER [ [ SP ] "(IS)" ] ; "1/38-ORG", "1/37 -POL", "12/9-P (IS)"
fn islamic(input: &str) -> IResult<&str, String> {
    let dash = satisfy(|c| is_hyphen(c) || c == '–');
    let apart = (opt(char(' ')), dash, opt(char(' ')));
    let summit = opt(preceded(opt(char(' ')), tag("(IS)")));
    let committee = terminated(upper(1, 5), not(satisfy(|c| c.is_alphanumeric() || is_hyphen(c))));
    map(
        (digits(1, 3), char('/'), digits(1, 3), apart, committee, summit),
        |(number, _, session, _, committee, summit)| format!("{number}/{session}-{committee}{}", summit.unwrap_or("")),
    )
    .parse(input)
}

/// community = 1*4DIGIT 1*7( ( "/" / [ SP ] hyphen [ SP ] ) 1*12( UPPER / DIGIT ) ) ; any order, only with a part that tells its
/// community: "01/11-UEAC-190-CM-22", "29/CEMAC/UEAC/CM/2007"
pub(crate) fn community(input: &str) -> IResult<&str, String> {
    let part = take_while_m_n(1, 12, |c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let hyphen = delimited(opt(char(' ')), satisfy(is_hyphen), opt(char(' ')));
    let whole = recognize((digits(1, 4), many_m_n(1, 7, preceded(alt((char('/'), hyphen)), part))));
    map(terminated(whole, ended), |symbol: &str| {
        symbol.chars().filter(|c| *c != ' ').map(|c| if is_hyphen(c) { '-' } else { c }).collect()
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

/// act-protocol = roman [ "/" 4DIGIT ] ; protocols have roman numbers: "II", "III/2001"
pub(crate) fn act_protocol(input: &str) -> IResult<&str, &str> {
    let capitals = verify(recognize(roman), |number: &str| number.starts_with(|c: char| c.is_ascii_uppercase()));
    terminated(recognize((capitals, opt((char('/'), digits(4, 4))))), ended).parse(input)
}

/// cited-decision = roman "/" 1*3DIGIT ; session and number, after their word alone: "X/2"
pub(crate) fn cited_decision(input: &str) -> IResult<&str, &str> {
    let capitals = verify(recognize(roman), |number: &str| number.starts_with(|c: char| c.is_ascii_uppercase()));
    terminated(recognize((capitals, char('/'), digits(1, 3))), ended).parse(input)
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
            ("38C/5 approuvé", "38 C/5", " approuvé"),
            ("206 EX/5.I.B relatif", "206 EX/5.I.B", " relatif"),
            ("31 C/Résolution 25", "31 C/Résolution 25", ""),
            ("33 C/Res. 41", "33 C/Res.41", ""),
            ("2/33 - E sur", "2/33-E", " sur"),
            ("12/9-P (IS) sur", "12/9-P(IS)", " sur"),
            ("197 EX/5.", "197 EX/5", "."),
            ("2013/2587(RSP)", "2013/2587(RSP)", ""),
            ("52013IP0281", "52013IP0281", ""),
        ] {
            assert_eq!(numbered_series(input), Ok((rest, symbol.to_owned())), "{input}");
        }
    }

    #[test]
    fn what_is_no_symbol() {
        for input in [
            "12/3",
            "19/12/2013",
            "2015/2016",
            "1/38",
            "24/7",
            "12/9 pays",
            "24 C/Annexe",
            "1/11-UEAC-190",
            "5/cp.1",
            "",
            "1/2/a",
        ] {
            assert!(numbered_series(input).is_err(), "{input}");
        }
    }

    #[test]
    fn symbols_of_communities() {
        for symbol in ["01/11-UEAC-190-CM-22", "17/99/CEMAC-020-CM-03", "29/CEMAC/UEAC/CM/2007", "18/CEEAC/CCEG/XIV/09"]
        {
            assert_eq!(community(symbol), Ok(("", symbol.to_owned())));
        }
        assert_eq!(community("01/11 - UEAC - 190- CM-22 du"), Ok((" du", "01/11-UEAC-190-CM-22".to_owned())));
        for input in ["12", "12/", "12/a", "12 /A", "12/CM/"] {
            assert!(community(input).is_err(), "{input}");
        }
    }

    #[test]
    fn roman_numbers_after_their_word() {
        assert_eq!(act_protocol("II relatif"), Ok((" relatif", "II")));
        assert_eq!(act_protocol("III/2001 du"), Ok((" du", "III/2001")));
        assert_eq!(cited_decision("VII/28."), Ok((".", "VII/28")));
        for input in ["ii", "IIII", "II/20", "Il", "", "2"] {
            assert!(act_protocol(input).is_err(), "{input}");
        }
        for input in ["x/2", "X/", "X/2/3", "XX/XXI", "V/5e"] {
            assert!(cited_decision(input).is_err(), "{input}");
        }
    }

    #[test]
    fn most_numbers_begin_no_symbol() {
        for input in
            ["7 /37- POL", "12 /2003/ CM", "24 / CP.19", "70/1-A", "38C/5", "24 C/15", "12/9 -P", "2013/2587(RSP)"]
        {
            assert!(may_be_numbered_series(input), "{input}");
        }
        for input in ["70/1 du", "70/1.", "12 pays", "2085 (2012)", "S-17/1", "12", "", "70/"] {
            assert!(!may_be_numbered_series(input), "{input}");
        }
    }
}

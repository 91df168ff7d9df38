//! Parts of dates in figures: `22/09/2022`, `19.2.2016`, `2013-09-25`, the day `05`, the year `19482x` with a glued call.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::{not, peek, rest, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// A date in figures, not yet checked against the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeric {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: Option<u8>,
}

/// numeric = iso / day-first / month-year ; no figure follows
pub(crate) fn numeric(input: &str) -> IResult<&str, Numeric> {
    terminated(alt((iso, day_first, month_year)), not(peek(one_of("0123456789/")))).parse(input)
}

/// iso = 4DIGIT "-" month [ "-" day ]
fn iso(input: &str) -> IResult<&str, Numeric> {
    let day = verify(figures(2, 2), |day: &u8| (1..=31).contains(day));
    let (rest, (year, month)) = (year, preceded(char('-'), verify(figures(2, 2), is_month))).parse(input)?;
    let (rest, day) = nom::combinator::opt(preceded(char('-'), day)).parse(rest)?;
    Ok((rest, Numeric { year, month, day }))
}

/// day-first = day sep month sep year ; one and the same separator: "/", "." or "-"
fn day_first(input: &str) -> IResult<&str, Numeric> {
    let (rest, day) = verify(figures(1, 2), |day: &u8| (1..=31).contains(day)).parse(input)?;
    let (rest, separator) = one_of("/.-").parse(rest)?;
    let (rest, month) = verify(figures(1, 2), is_month).parse(rest)?;
    let (rest, year) = preceded(char(separator), year).parse(rest)?;
    Ok((rest, Numeric { year, month, day: Some(day) }))
}

/// month-year = month "/" year
fn month_year(input: &str) -> IResult<&str, Numeric> {
    let (rest, (month, year)) = (verify(figures(1, 2), is_month), preceded(char('/'), year)).parse(input)?;
    Ok((rest, Numeric { year, month, day: None }))
}

/// year = 4DIGIT ; 1500 to 2199
fn year(input: &str) -> IResult<&str, i32> {
    let digits = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    verify(digits.map_res(str::parse), |year| (1500..2200).contains(year)).parse(input)
}

fn figures<'t>(least: usize, most: usize) -> impl Parser<&'t str, Output = u8, Error = nom::error::Error<&'t str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit()).map_res(str::parse)
}

fn is_month(month: &u8) -> bool {
    (1..=12).contains(month)
}

/// figure-day = 1*2( DIGIT / "l" / "I" / "O" ) ; OCR reads 1 and 0 as letters, one figure at least is right
pub(crate) fn day(input: &str) -> Option<u8> {
    if !(1..=2).contains(&input.len()) || !input.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let day = input.bytes().try_fold(0, |sum, byte| match byte {
        b'0'..=b'9' => Some(10 * sum + byte - b'0'),
        b'l' | b'I' => Some(10 * sum + 1),
        b'O' | b'o' => Some(10 * sum),
        _ => None,
    })?;
    (1..=31).contains(&day).then_some(day)
}

/// glued-year = year call ; call = 1*2DIGIT / [ DIGIT ] "x" / letter: a foot-note call of up to two characters
pub(crate) fn year_with_call(input: &str) -> IResult<&str, i32> {
    let (call, year) = year(input)?;
    let short = verify(rest, |call: &str| call.len() <= 2 && call.bytes().all(|b| b.is_ascii_alphanumeric()));
    short.map(|_| year).parse(call)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_figures() {
        for (text, after, year, month, day) in [
            ("22/09/2022", "", 2022, 9, Some(22)),
            ("11/12/1948)", ")", 1948, 12, Some(11)),
            ("19.2.2016, p. 1", ", p. 1", 2016, 2, Some(19)),
            ("03-07-2017", "", 2017, 7, Some(3)),
            ("2013-09-25", "", 2013, 9, Some(25)),
            ("2016-11", "", 2016, 11, None),
            ("11/2016", "", 2016, 11, None),
        ] {
            assert_eq!(numeric(text), Ok((after, Numeric { year, month, day })), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_in_figures() {
        for text in
            ["38/2011", "1.8.4", "22/09-2022", "32/01/2014", "12/13/2014", "2015-2018", "12/05/20145", "5/2", "A/2013"]
        {
            assert!(numeric(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_that_ocr_touched() {
        for (text, value) in [("05", 5), ("l8", 18), ("l0", 10), ("3O", 30), ("31", 31)] {
            assert_eq!(day(text), Some(value), "{text}");
        }
        for text in ["32", "00", "l", "Il", "1x", "123", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn years_with_a_glued_call() {
        assert_eq!(year_with_call("19482x"), Ok(("", 1948)));
        assert_eq!(year_with_call("201312"), Ok(("", 2013)));
        for text in ["1948ans", "20", "9948x", "x1948"] {
            assert!(year_with_call(text).is_err(), "{text}");
        }
    }
}

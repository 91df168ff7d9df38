//! Parts of dates in figures: `22/09/2022`, `19.2.2016`, `2013-09-25`, the day `05`, the year `19482x` with a glued call.

use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::{char, one_of};
use nom::combinator::{not, opt, peek, rest, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::roman::roman;

/// A date in figures, not yet checked against the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeric {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: Option<u8>,
    pub(crate) time: Option<Clock>,
    /// Whether nothing but the convention says which figure is the day: `04/05/2013`.
    pub(crate) ambiguous: bool,
    /// Whether the century is a guess: `05/04/13`.
    pub(crate) short: bool,
}

/// The time of an ISO date: `T15:30Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) universal: bool,
}

/// numeric = iso / day-first / month-year ; no figure follows
pub(crate) fn numeric(input: &str) -> IResult<&str, Numeric> {
    terminated(alt((iso, day_first, month_year)), not(peek(one_of("0123456789/")))).parse(input)
}

/// iso = 4DIGIT "-" month [ "-" day [ "T" clock ] ]
fn iso(input: &str) -> IResult<&str, Numeric> {
    let day = verify(figures(2, 2), |day: &u8| (1..=31).contains(day));
    let (rest, (year, month)) = (year, preceded(char('-'), verify(figures(2, 2), is_month))).parse(input)?;
    let (rest, day) = opt((preceded(char('-'), day), opt(preceded(char('T'), clock)))).parse(rest)?;
    let (day, time) = day.map_or((None, None), |(day, time)| (Some(day), time));
    Ok((rest, Numeric { year, month, day, time, ambiguous: false, short: false }))
}

/// clock = 2DIGIT ":" 2DIGIT [ ":" 2DIGIT ] [ "Z" ]
fn clock(input: &str) -> IResult<&str, Clock> {
    let hour = verify(figures(2, 2), |hour: &u8| *hour <= 24);
    let sixtieth = || verify(figures(2, 2), |minute: &u8| *minute < 60);
    let (rest, (hour, minute)) = (hour, preceded(char(':'), sixtieth())).parse(input)?;
    let (rest, (_, universal)) = (opt(preceded(char(':'), sixtieth())), opt(char('Z'))).parse(rest)?;
    Ok((rest, Clock { hour, minute, universal: universal.is_some() }))
}

/// day-first = day sep ( month / roman-month ) sep ( year / 2DIGIT ) ; one and the same separator: "/", "." or "-"; a short
/// year after "/", or where day and month have two figures each
fn day_first(input: &str) -> IResult<&str, Numeric> {
    let (rest, day) = verify(figures(1, 2), |day: &u8| (1..=31).contains(day)).parse(input)?;
    let (rest, separator) = one_of("/.-").parse(rest)?;
    let roman_month = verify(roman, |&month: &u32| month <= 12).map(|month| month.to_le_bytes()[0]);
    let start = rest;
    let (rest, (month, is_roman)) = alt((
        verify(figures(1, 2), is_month).map(|month| (month, false)),
        preceded(peek(one_of("IVX")), roman_month).map(|month| (month, true)),
    ))
    .parse(rest)?;
    let (rest, _) = char(separator).parse(rest)?;
    let wide = start.len() - rest.len() == 3 && input.len() - start.len() == 3;
    let (rest, (year, short)) = alt((
        year.map(|year| (year, false)),
        verify(figures(2, 2), |_| separator == '/' || (separator == '.' && wide && !is_roman))
            .map(|year| (i32::from(year) + if year < 50 { 2000 } else { 1900 }, true)),
    ))
    .parse(rest)?;
    let ambiguous = !is_roman && day <= 12 && day != month;
    Ok((rest, Numeric { year, month, day: Some(day), time: None, ambiguous, short }))
}

/// month-year = month "/" year
fn month_year(input: &str) -> IResult<&str, Numeric> {
    let (rest, (month, year)) = (verify(figures(1, 2), is_month), preceded(char('/'), year)).parse(input)?;
    Ok((rest, Numeric { year, month, day: None, time: None, ambiguous: false, short: false }))
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

/// The figure that OCR read as a letter, or the figure itself.
fn figure(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'l' | b'I' => Some(1),
        b'O' | b'o' => Some(0),
        _ => None,
    }
}

/// letter-year = 4( DIGIT / "l" / "I" / "O" ) ; two figures at least are right
pub(crate) fn year_of_letters(input: &str) -> Option<i32> {
    let right = input.bytes().filter(u8::is_ascii_digit).count();
    if input.len() != 4 || !(2..4).contains(&right) {
        return None;
    }
    input.bytes().try_fold(0, |sum, byte| Some(10 * sum + i32::from(figure(byte)?)))
}

/// figure-day = 1*2( DIGIT / "l" / "I" / "O" ) ; OCR reads 1 and 0 as letters, one figure at least is right
pub(crate) fn day(input: &str) -> Option<u8> {
    if !(1..=2).contains(&input.len()) || !input.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let day = input.bytes().try_fold(0, |sum, byte| Some(10 * sum + figure(byte)?))?;
    (1..=31).contains(&day).then_some(day)
}

/// Whether `c` is a raised figure, as calls of notes are.
pub(crate) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}')
}

/// glued-year = year call ; call = 1*2DIGIT / [ DIGIT ] "x" / letter / raised figures: a foot-note call of up to two characters
pub(crate) fn year_with_call(input: &str) -> IResult<&str, i32> {
    let (call, year) = year(input)?;
    let is_call = |call: &&str| call.chars().all(|c| c.is_ascii_alphanumeric() || is_raised(c));
    let short = verify(rest, |call: &str| call.chars().count() <= 2 && is_call(&call));
    short.map(|_| year).parse(call)
}

/// glued-date = day letters [ year ] ; `21novembre2000`: the letters are still to be looked up
pub(crate) fn glued(input: &str) -> Option<(u8, &str, Option<i32>)> {
    let figures = |input: &str| input.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = input.split_at(figures(input));
    let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
    let (letters, last) = rest.split_at(letters);
    let last = if last.is_empty() { None } else { Some(year(last).ok().filter(|(rest, _)| rest.is_empty())?.1) };
    let letters = letters.strip_prefix("er").filter(|_| first == "1").unwrap_or(letters);
    (letters.len() > 2).then_some((day(first)?, letters, last))
}

/// glued-month = letters year ; `AVRIL2006`: the letters are still to be looked up
pub(crate) fn glued_month(input: &str) -> Option<(&str, i32)> {
    let (letters, figures) = input.split_at(input.find(|c: char| c.is_ascii_digit())?);
    let year = year(figures).ok().filter(|(rest, _)| rest.is_empty())?.1;
    (letters.len() > 2).then_some((letters, year))
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
            ("22.XI.1998", "", 1998, 11, Some(22)),
            ("22-I-2013;", ";", 2013, 1, Some(22)),
            ("05/04/13", "", 2013, 4, Some(5)),
            ("15.05.99 :", " :", 1999, 5, Some(15)),
        ] {
            let (rest, read) = numeric(text).expect(text);
            assert_eq!((rest, read.year, read.month, read.day), (after, year, month, day), "{text}");
        }
    }

    #[test]
    fn what_figures_leave_open() {
        for (text, ambiguous, short) in [
            ("04/05/2013", true, false),
            ("14/05/2013", false, false),
            ("05/05/2013", false, false),
            ("04-V-2013", false, false),
            ("2013-05-04", false, false),
            ("04/05/13", true, true),
        ] {
            let (_, read) = numeric(text).expect(text);
            assert_eq!((read.ambiguous, read.short), (ambiguous, short), "{text}");
        }
    }

    #[test]
    fn iso_dates_may_have_a_time() {
        for (text, hour, minute, universal) in
            [("2014-03-17T15:30Z", 15, 30, true), ("2014-03-17T09:05:12", 9, 5, false)]
        {
            let (rest, read) = numeric(text).expect(text);
            assert_eq!((rest, read.time), ("", Some(Clock { hour, minute, universal })), "{text}");
        }
    }

    #[test]
    fn years_that_ocr_touched() {
        for (text, year) in [("20I3", Some(2013)), ("2O04", Some(2004)), ("l994", Some(1994)), ("lOO4", None)] {
            assert_eq!(year_of_letters(text), year, "{text}");
        }
        for text in ["2013", "20l33", "20a3", "l", ""] {
            assert_eq!(year_of_letters(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_in_figures() {
        for text in [
            "38/2011",
            "1.8.4",
            "22/09-2022",
            "32/01/2014",
            "12/13/2014",
            "2015-2018",
            "12/05/20145",
            "5/2",
            "A/2013",
            "1.5.99",
            "22-05-13",
            "22/i/2013",
            "22/XIII/2013",
        ] {
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
    fn dates_without_spaces() {
        assert_eq!(glued_month("AVRIL2006"), Some(("AVRIL", 2006)));
        for text in ["AVRIL20", "n2006", "2006", "AVRIL2006x"] {
            assert_eq!(glued_month(text), None, "{text}");
        }
        assert_eq!(glued("21novembre2000"), Some((21, "novembre", Some(2000))));
        assert_eq!(glued("15SEPT"), Some((15, "SEPT", None)));
        assert_eq!(glued("1erjanvier2014"), Some((1, "janvier", Some(2014))));
        for text in ["12e", "2013Proposition", "21novembre200", "21novembre2000x", "novembre"] {
            assert_eq!(glued(text), None, "{text}");
        }
    }

    #[test]
    fn years_with_a_glued_call() {
        assert_eq!(year_with_call("19482x"), Ok(("", 1948)));
        assert_eq!(year_with_call("201312"), Ok(("", 2013)));
        assert_eq!(year_with_call("2012³"), Ok(("", 2012)));
        for text in ["1948ans", "20", "9948x", "x1948"] {
            assert!(year_with_call(text).is_err(), "{text}");
        }
    }
}

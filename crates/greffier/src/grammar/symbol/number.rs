//! Plain numbers, as they stand after a citing word: `2085 (2012)`, `194 (III)`, `70/1`, `1980/67`, `ES-10/15`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, not, opt, peek, recognize, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::grammar::roman::roman;
use crate::lexicon::Shape;
use crate::lexicon::fold::{is_apostrophe, is_hyphen};

/// A plain number: `75/290 A` has first `75`, second `290`, letter `A`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number<'t> {
    pub(crate) shape: Shape,
    pub(crate) first: &'t str,
    pub(crate) second: &'t str,
    pub(crate) letter: Option<char>,
}

impl Number<'_> {
    /// The number as it is written officially, one spelling for all: `75/290 A`, `161 A (1961)`.
    pub(crate) fn text(&self) -> String {
        let mut out = String::with_capacity(self.first.len() + self.second.len() + 5);
        let plain = |c: char| if is_hyphen(c) { '-' } else { c };
        out.extend(self.first.chars().map(plain));
        match self.shape {
            Shape::Session | Shape::Annual | Shape::Special | Shape::Short => out.push('/'),
            Shape::Point => out.push('.'),
            Shape::Year | Shape::Roman | Shape::Bare => {}
        }
        if !matches!(self.shape, Shape::Year | Shape::Roman) {
            out.push_str(self.second);
        }
        if let Some(letter) = self.letter {
            out.push(' ');
            out.push(letter.to_ascii_uppercase());
        }
        if matches!(self.shape, Shape::Year | Shape::Roman) {
            out.push_str(" (");
            out.extend(self.second.chars().map(plain));
            out.push(')');
        }
        out
    }
}

/// number = special / slashed / bracketed / bare
pub(crate) fn number(input: &str) -> IResult<&str, Number<'_>> {
    alt((special, slashed, bracketed, bare)).parse(input)
}

/// foreign-number = 1*3DIGIT "/" "0" DIGIT / 1*2DIGIT "." 1*3DIGIT ; forms that no body of the UN has: "4/08", "15.1"
pub(crate) fn foreign_number(input: &str) -> IResult<&str, Number<'_>> {
    let short = (digits(1, 3), preceded(char('/'), whole(recognize((char('0'), digits(1, 1))))));
    let pointed = (digits(1, 2), preceded(char('.'), whole(digits(1, 3))));
    let number = |shape| move |(first, second)| Number { shape, first, second, letter: None };
    alt((map(short, number(Shape::Short)), map(pointed, number(Shape::Point)))).parse(input)
}

/// special = [ "E" ] "S" hyphen 1*2DIGIT "/" 1*3DIGIT [ letter ]
fn special(input: &str) -> IResult<&str, Number<'_>> {
    let session = recognize((opt(char('E')), char('S'), satisfy(is_hyphen), digits(1, 2)));
    map((session, preceded(char('/'), whole(digits(1, 3))), opt(letter)), |(first, second, letter)| Number {
        shape: Shape::Special,
        first,
        second,
        letter,
    })
    .parse(input)
}

/// slashed = ( 1*3DIGIT / year ) "/" 1*4DIGIT [ letter ] ; no further slash; "2100/2013" is "2100 (2013)"
fn slashed(input: &str) -> IResult<&str, Number<'_>> {
    let (rest, (first, second)) = pair(digits(1, 4), preceded(char('/'), digits(1, 4))).parse(input)?;
    let (rest, letter) = opt(letter).parse(rest)?;
    let (rest, _) = ended(rest)?;
    let annual = is_year(first);
    let plain = !first.starts_with('0') && !second.starts_with('0') && first.len() < 4;
    let dated = first.len() > 2 && is_year(second);
    let shape = match (dated, annual) {
        (true, _) => Shape::Year,
        (_, true) => Shape::Annual,
        _ => Shape::Session,
    };
    if plain || dated || (annual && second.len() < 4) {
        return Ok((rest, Number { shape, first, second, letter }));
    }
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
}

/// bracketed = 1*4DIGIT [ letter ] qualifier
fn bracketed(input: &str) -> IResult<&str, Number<'_>> {
    map((digits(1, 4), opt(letter), qualifier), |(first, letter, (shape, second))| Number {
        shape,
        first,
        second,
        letter,
    })
    .parse(input)
}

/// qualifier = [ SP ] "(" [ SP ] ( year / [ "S" hyphen ] roman ) [ SP ] ")"
pub(crate) fn qualifier(input: &str) -> IResult<&str, (Shape, &str)> {
    let year = map(verify(whole(digits(4, 4)), is_year), |year| (Shape::Year, year));
    let session = recognize((opt((char('S'), satisfy(is_hyphen))), roman));
    let capitals = verify(session, |session: &str| session.starts_with(|c: char| c.is_ascii_uppercase()));
    let inner = alt((year, map(capitals, |session| (Shape::Roman, session))));
    let open = (opt(char(' ')), char('('), opt(char(' ')));
    delimited(open, inner, (opt(char(' ')), char(')'))).parse(input)
}

/// bare = 1*4DIGIT ; no decimals
fn bare(input: &str) -> IResult<&str, Number<'_>> {
    let (rest, first) = whole(digits(1, 4)).parse(input)?;
    Ok((rest, Number { shape: Shape::Bare, first, second: "", letter: None }))
}

/// letter = [ SP ] ALPHA ; a section: "75/290 A", "57/270 B", glued also small
fn letter(input: &str) -> IResult<&str, char> {
    let spaced = preceded(char(' '), satisfy(|c| c.is_ascii_uppercase()));
    let glued = satisfy(|c| c.is_ascii_alphabetic());
    terminated(alt((spaced, glued)), peek(not(satisfy(|c| c.is_alphanumeric() || is_apostrophe(c) || c == '.'))))
        .parse(input)
}

/// ended = not followed by a letter, a digit, a slash or a decimal
fn ended(input: &str) -> IResult<&str, ()> {
    let decimal = recognize((one_of(".,"), take_while1(|c: char| c.is_ascii_digit())));
    not(alt((recognize(satisfy(|c| c.is_alphanumeric() || c == '_')), tag("/"), decimal))).parse(input)
}

fn whole<'t>(
    inner: impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>>,
) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    terminated(inner, ended)
}

fn digits<'t>(least: usize, most: usize) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit())
}

/// year = "19" 2DIGIT / "20" 2DIGIT
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_bodies() {
        for (input, shape, text, rest) in [
            ("2085 (2012) et", Shape::Year, "2085 (2012)", " et"),
            ("2100/2013 du", Shape::Year, "2100 (2013)", " du"),
            ("2085(2012)", Shape::Year, "2085 (2012)", ""),
            ("161 A (1961)", Shape::Year, "161 A (1961)", ""),
            ("194 (III),", Shape::Roman, "194 (III)", ","),
            ("3201 (S-VI)", Shape::Roman, "3201 (S-VI)", ""),
            ("3411 A (XXX)", Shape::Roman, "3411 A (XXX)", ""),
            ("70/1.", Shape::Session, "70/1", "."),
            ("75/290 A de", Shape::Session, "75/290 A", " de"),
            ("57/270b du", Shape::Session, "57/270 B", " du"),
            ("1980/67 du", Shape::Annual, "1980/67", " du"),
            ("ES‑10/15", Shape::Special, "ES-10/15", ""),
            ("S-23/2", Shape::Special, "S-23/2", ""),
            ("2285 du", Shape::Bare, "2285", " du"),
        ] {
            let (left, number) = number(input).expect(input);
            assert_eq!((number.shape, number.text().as_str(), left), (shape, text, rest), "{input}");
        }
    }

    #[test]
    fn numbers_of_other_bodies() {
        for (input, shape, text) in [("4/08 du", Shape::Short, "4/08"), ("15.1.", Shape::Point, "15.1")] {
            let (_, number) = foreign_number(input).expect(input);
            assert_eq!((number.shape, number.text().as_str()), (shape, text), "{input}");
        }
        for input in ["4/12", "12/09/2013", "5.6.2012", "15", "1500.1", "4/0", "15.1a"] {
            assert!(foreign_number(input).is_err(), "{input}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for input in ["3/4/2020", "15.1", "20378", "03/12", "2015/20168", "12,5", "n", "", "1980/", "5e"] {
            assert!(number(input).is_err(), "{input}");
        }
        assert_eq!(number("2085 (oui)").expect("bare").1.shape, Shape::Bare);
        assert_eq!(number("194 (iii)").expect("bare").1.shape, Shape::Bare);
        assert_eq!(number("75/290 A.B").expect("no letter").1.letter, None);
    }
}

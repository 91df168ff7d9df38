//! Markers: what could label a clause at the start of a line. A candidate, until the numbering confirms it.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::character::complete::{anychar, one_of, satisfy};
use nom::combinator::{map, opt, peek, recognize, value, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

use super::roman::roman;
use crate::lexicon::letters;
use crate::model::MarkerStyle;

/// The punctuation that closes a marker: lists keep one form throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closing {
    /// `1.`
    Point,
    /// `1)`, `(1)`
    Bracket,
    /// `1-`, `1 –`
    Dash,
    /// Nothing: bullets.
    None,
}

/// One reading of a marker: `i.` has two, roman 1 and the ninth letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) style: MarkerStyle,
    pub(crate) number: u32,
}

/// A candidate: its possible readings, the more usual first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) first: Reading,
    pub(crate) second: Option<Reading>,
    pub(crate) closing: Closing,
    /// Length of the marker in bytes, from the start of the line, closing punctuation included.
    pub(crate) len: usize,
}

impl Candidate {
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> {
        [Some(self.first), self.second].into_iter().flatten()
    }
}

/// candidate = [ quote SP ] ( bullet / label closing / bullet 1*SP arabic closing ) ; `- 1. Décide` is number 1, `- M. Keita` a bullet
pub(crate) fn candidate(input: &str) -> IResult<&str, Candidate> {
    if opens_with_word(input.as_bytes()) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    peek(start).parse(input)?;
    let (inside, _) = opt((satisfy(is_quote), take_while(is_space))).parse(input)?;
    let (rest, ((first, second), closing)) = alt((
        bulleted,
        map((tag("("), label, tag(")")), |(_, readings, _)| (readings, Closing::Bracket)),
        map(decimal, |reading| ((reading, None), Closing::Point)),
        (label, closing),
    ))
    .parse(inside)?;
    let (rest, ()) = boundary(rest, closing)?;
    Ok((rest, Candidate { first, second, closing, len: input.len() - rest.len() }))
}

/// Whether a word and another stand there, as on most lines.
fn opens_with_word(bytes: &[u8]) -> bool {
    let word = letters::run(bytes);
    word > 0 && bytes.get(word) == Some(&b' ') && bytes.get(word + 1).is_some_and(u8::is_ascii_alphabetic)
}

/// start = *quote ( symbol / *7( ALPHA / DIGIT ) *SP closing ) ; a look ahead that most lines fail
fn start(input: &str) -> IResult<&str, &str> {
    let words = input.trim_start_matches(|c: char| is_space(c) || is_quote(c));
    let (rest, label) = take_while_m_n(0, 7, |c: char| c.is_ascii_alphanumeric()).parse(words)?;
    let closes = rest.trim_start_matches(is_space).starts_with(['.', ')', '-', '–', '—', '°', 'º']);
    if closes || (label.is_empty() && !rest.is_empty()) {
        return Ok((rest, label));
    }
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
}

/// bulleted = bullet [ 1*SP arabic closing ]
fn bulleted(input: &str) -> IResult<&str, ((Reading, Option<Reading>), Closing)> {
    let (rest, style) = bullet(input)?;
    let numbered = preceded(take_while1(is_space), (arabic, closing)).parse(rest);
    let numbered = numbered.ok().filter(|(rest, (_, closing))| boundary(rest, *closing).is_ok());
    Ok(numbered.unwrap_or((rest, ((Reading { style, number: 0 }, None), Closing::None))))
}

/// label = 1*3DIGIT / roman / letter
fn label(input: &str) -> IResult<&str, (Reading, Option<Reading>)> {
    alt((arabic, roman_or_letter, letter)).parse(input)
}

/// decimal = ( roman / 1*2DIGIT ) 1*( "." 1*2DIGIT ) ( "." / &( 1*SP UPPER ) ) ; `3.1.`, `II.1 Construction`, not `1.5 million`
fn decimal(input: &str) -> IResult<&str, Reading> {
    let digits = || take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let (mut rest, _) = alt((recognize(roman), digits())).parse(input)?;
    let mut number = 0;
    while let Ok((after, part)) = preceded(tag("."), digits()).parse(rest) {
        number = part.parse().unwrap_or(0);
        rest = after;
    }
    let heads = || rest.trim_start_matches(is_space).starts_with(char::is_uppercase) && rest.starts_with(is_space);
    let closed = rest.strip_prefix('.');
    match closed {
        _ if number == 0 => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))),
        Some(after) => Ok((after, Reading { style: MarkerStyle::Decimal, number })),
        None if heads() => Ok((rest, Reading { style: MarkerStyle::Decimal, number })),
        None => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify))),
    }
}

/// arabic = 1*3DIGIT
fn arabic(input: &str) -> IResult<&str, (Reading, Option<Reading>)> {
    let digits = take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let (rest, number) =
        verify(digits, |d: &str| !d.starts_with('0')).map_res(|d: &str| d.parse::<u32>()).parse(input)?;
    Ok((rest, (Reading { style: MarkerStyle::Arabic, number }, None)))
}

/// roman-or-letter = roman ; below 100, for no list is longer; of one letter also that letter
fn roman_or_letter(input: &str) -> IResult<&str, (Reading, Option<Reading>)> {
    let (rest, number) = verify(roman, |&n| n < 100).parse(input)?;
    let style = if input.starts_with(|c: char| c.is_ascii_lowercase()) {
        MarkerStyle::LowerRoman
    } else {
        MarkerStyle::UpperRoman
    };
    let as_roman = Reading { style, number };
    let as_letter = letter(input).ok().filter(|(after, _)| after.len() == rest.len()).map(|(_, (reading, _))| reading);
    // i, v and x open or go on roman lists far more often than letter lists; c, d and l are letters
    Ok((
        rest,
        match as_letter {
            Some(reading) if reading.number <= 26 && !matches!(number, 1 | 5 | 10) => (reading, Some(as_roman)),
            other => (as_roman, other),
        },
    ))
}

/// letter = ALPHA / 2ALPHA ; `a` to `z`, then `aa` to `zz`
fn letter(input: &str) -> IResult<&str, (Reading, Option<Reading>)> {
    let (rest, letters) = take_while_m_n(1, 2, |c: char| c.is_ascii_alphabetic()).parse(input)?;
    let bytes = letters.as_bytes();
    let fits = bytes.iter().all(|&b| b == bytes[0]) && !rest.starts_with(|c: char| c.is_alphanumeric());
    if !fits {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    let place = u32::from(bytes[0].to_ascii_lowercase() - b'a') + 1;
    let number = place + 26 * u32::from(bytes.len() == 2);
    let style = if bytes[0].is_ascii_lowercase() { MarkerStyle::LowerLetter } else { MarkerStyle::UpperLetter };
    Ok((rest, (Reading { style, number }, None)))
}

/// closing = [ "." / "°" ] ")" / "." [ "-" ] / *SP dash
fn closing(input: &str) -> IResult<&str, Closing> {
    alt((
        value(Closing::Bracket, recognize((opt(one_of(".°º")), tag(")")))),
        value(Closing::Point, recognize((tag("."), opt((take_while(is_space), dash))))),
        value(Closing::Dash, preceded(take_while(is_space), dash)),
    ))
    .parse(input)
}

/// bullet = "-" / "–" / "—" / "•" / "·" / "*" / "■" / "▪" / "●" / "○" / "➢"
fn bullet(input: &str) -> IResult<&str, MarkerStyle> {
    let sign = |c| matches!(c, '-' | '–' | '—' | '•' | '·' | '*' | '■' | '▪' | '●' | '○' | '➢' | '\u{F0B7}');
    value(MarkerStyle::Bullet, satisfy(sign)).parse(input)
}

/// dash = "-" / "–" / "—"
fn dash(input: &str) -> IResult<&str, char> {
    satisfy(|c| matches!(c, '-' | '–' | '—')).parse(input)
}

/// boundary = &( SP / end ) ; and after it neither a digit behind a dash (`16 - 17 mai`), nor an initial (`S. E. M.`)
fn boundary(input: &str, closing: Closing) -> IResult<&str, ()> {
    let fail = || Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    let words = input.trim_start_matches(is_space);
    let spaced = words.len() < input.len() || input.is_empty();
    let good = match closing {
        Closing::Bracket => !input.starts_with(['.', ',', ';', '/', '(']),
        Closing::Dash => spaced && !words.starts_with(|c: char| c.is_ascii_digit()),
        Closing::Point => (spaced || input.starts_with('«')) && peek(initial).parse(words).is_err(),
        Closing::None => spaced,
    };
    if good { Ok((input, ())) } else { fail() }
}

/// initial = UPPER "." ; the next letter of an abbreviation or name: `S. E. M.`, `N. A. Heptulla`
fn initial(input: &str) -> IResult<&str, char> {
    terminated(verify(anychar, |c| c.is_uppercase()), tag(".")).parse(input)
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// What may open a quotation.
fn is_quote(c: char) -> bool {
    matches!(c, '«' | '"' | '“' | '„')
}

#[cfg(test)]
mod tests {
    use super::*;
    use MarkerStyle::{Arabic, Bullet, Decimal, LowerLetter, LowerRoman, UpperLetter, UpperRoman};

    #[test]
    fn markers() {
        for (line, style, number, text) in [
            ("i. La réunion", LowerRoman, 1, "i."),
            ("viii. La réunion", LowerRoman, 8, "viii."),
            ("ii) Une liste", LowerRoman, 2, "ii)"),
            ("c) Adopter", LowerLetter, 3, "c)"),
            ("d. Avoir", LowerLetter, 4, "d."),
            ("1. PREND NOTE", Arabic, 1, "1."),
            ("10.    Elle", Arabic, 10, "10."),
            ("1- Demande", Arabic, 1, "1-"),
            ("2 – Demande", Arabic, 2, "2 –"),
            ("I. INTRODUCTION", UpperRoman, 1, "I."),
            ("A. considérant que", UpperLetter, 1, "A."),
            ("AA. considérant que", UpperLetter, 27, "AA."),
            ("(3) Le Comité", Arabic, 3, "(3)"),
            ("8.2. former des guides", Decimal, 2, "8.2."),
            ("3.1 Travaux", Decimal, 1, "3.1"),
            ("II.4 Travaux", Decimal, 4, "II.4"),
            ("2°) tiennent un journal", Arabic, 2, "2°)"),
            ("« a) De créer", LowerLetter, 1, "« a)"),
            ("- Condamne", Bullet, 0, "-"),
            ("- 1. Condamne", Arabic, 1, "- 1."),
            ("• 12) Condamne", Arabic, 12, "• 12)"),
            ("- M. Keita", Bullet, 0, "-"),
            ("- 3 pays", Bullet, 0, "-"),
            ("- 2.5 millions", Bullet, 0, "-"),
            ("• Le Groupe", Bullet, 0, "•"),
        ] {
            let (_, found) = candidate(line).expect(line);
            assert_eq!((found.first.style, found.first.number, &line[..found.len]), (style, number, text), "{line}");
        }
    }

    #[test]
    fn one_letter_has_two_readings() {
        let (_, found) = candidate("v. Walvis Bay").expect("a candidate");
        assert_eq!(found.first, Reading { style: LowerRoman, number: 5 });
        assert_eq!(found.second, Some(Reading { style: LowerLetter, number: 22 }));
    }

    #[test]
    fn what_is_no_marker() {
        for line in [
            "18 juin 2013 entre le Gouvernement",
            "2013 en marge de la réunion",
            "53 (1948). Résolution du 22 juillet",
            "16 - 17 octobre 2003",
            "10-11 CHAABANE 1436H",
            "S. E. M. Garba",
            "N. A. Heptulla (Inde)",
            "1.5 million",
            "3,5 millions",
            "26, rue Huart",
            "10 voix contre zéro",
            "La réunion",
            "-pas",
            "l'",
            "",
        ] {
            assert!(candidate(line).is_err(), "{line}");
        }
    }
}

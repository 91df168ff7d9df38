//! Ordinals as the genre prints them: `68éme`, `37 ème`, `1er`, `XIVe`, `trente et unième`, `QUARANTE-DEUXIEME`.
//!
//! [`ordinal`] reads tokens and says how many it took. Titles of
//! persons (`Me`) and small words that end like roman ordinals (`Le`, `Ce`) are none.

use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::combinator::{rest, verify};
use nom::{IResult, Parser};

use super::number::read;
use super::roman::roman;
use super::token::Token;
use crate::lexicon::Numbers;
use crate::lexicon::fold::is_apostrophe;
use crate::lexicon::segment::{Join, SegmentKind};

/// ordinal = figures / roman-figures / words
///
/// How many tokens the ordinal takes, and its value.
pub(crate) fn ordinal<'t>(tokens: impl Iterator<Item = Token<'t>> + Clone, numbers: &Numbers) -> Option<(usize, u32)> {
    let mut next = tokens.clone();
    let first = next.next()?;
    match first.kind {
        SegmentKind::Mixed => figures(numbers).parse(first.text).ok().map(|(_, value)| (1, value)),
        SegmentKind::Number => {
            let value = first.text.parse().ok().filter(|_| first.text.len() <= 5)?;
            mark(next, numbers).map(|count| (1 + count, value))
        }
        SegmentKind::Word => match read(tokens, numbers).ordinal {
            Some(found) => Some(found),
            None => roman_ordinal(first, next, numbers),
        },
        SegmentKind::Punctuation => None,
    }
}

/// figures = 1*5DIGIT ending
fn figures<'t>(numbers: &Numbers) -> impl Parser<&'t str, Output = u32, Error = nom::error::Error<&'t str>> {
    let digits = take_while_m_n(1, 5, |c: char| c.is_ascii_digit());
    let ending = verify(rest, |ending: &str| numbers.is_attached(ending));
    (digits.map_res(str::parse), ending).map(|(value, _)| value)
}

/// mark = ending / "°" / apostrophe ; what stands apart from its figures. OCR reads the small e of `354e` as an apostrophe.
fn mark<'t>(mut tokens: impl Iterator<Item = Token<'t>>, numbers: &Numbers) -> Option<usize> {
    let mark = tokens.next().filter(Token::follows)?;
    let one = mark.text.chars().next()?;
    match mark.kind {
        SegmentKind::Word => numbers.is_detached(mark.text).then_some(1),
        SegmentKind::Punctuation if mark.join == Join::Glued && (one == '°' || is_apostrophe(one)) => {
            let noun = tokens.next()?;
            (noun.kind == SegmentKind::Word && noun.join == Join::Space).then_some(1)
        }
        _ => None,
    }
}

/// roman-figures = roman ending ; in capitals, the ending attached or apart
fn roman_ordinal<'t>(
    first: Token<'t>,
    next: impl Iterator<Item = Token<'t>>,
    numbers: &Numbers,
) -> Option<(usize, u32)> {
    if let Ok(("", value)) = roman(first.text) {
        let capital = first.text.starts_with(|c: char| c.is_ascii_uppercase());
        let next = next.take_while(|token| token.kind == SegmentKind::Word);
        return mark(next, numbers).filter(|_| capital).map(|count| (1 + count, value));
    }
    let (_, value) = attached_roman(first.text, numbers).ok()?;
    Some((1, value))
}

/// attached-roman = roman ending ; `Le`, `Ce` and `VIE` are words, `Mme` is a title
fn attached_roman<'t>(input: &'t str, numbers: &Numbers) -> IResult<&'t str, u32> {
    let (ending, letters) = take_while1(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')).parse(input)?;
    let plain = match ending {
        "e" => letters.len() > 1 || letters == "X" || letters == "V",
        "E" => letters.len() > 1 && letters.starts_with('X'),
        // "Mme", "Mlle" are titles: a thousand and its like are never written so
        _ => ending.len() > 1 && letters != "M",
    };
    verify(rest, |ending: &str| plain && numbers.is_attached(ending)).parse(ending)?;
    roman(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::token::testing::tokens;
    use crate::lexicon::Lexicon;

    /// The ordinal that `text` begins with: how many bytes it takes, and its value.
    fn ordinal_in(text: &str, lexicon: &Lexicon) -> Option<(usize, u32)> {
        let tokens = tokens(text, &lexicon.vocabulary);
        let (count, value) = ordinal(tokens.iter().map(|(token, _)| *token), &lexicon.numbers)?;
        Some((tokens[count - 1].1, value))
    }

    #[test]
    fn ordinals_of_the_genre() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (text, taken, value) in [
            ("68éme session", "68éme", 68),
            ("12éme", "12éme", 12),
            ("954ème réunion", "954ème", 954),
            ("37 ème session", "37 ème", 37),
            ("38EME", "38EME", 38),
            ("38 EME SESSION", "38 EME", 38),
            ("6486e séance", "6486e", 6486),
            ("311° séance", "311°", 311),
            ("354’ séance", "354’", 354),
            ("358èmeréunion", "358èmeréunion", 358),
            ("1er", "1er", 1),
            ("1ère", "1ère", 1),
            ("2nde", "2nde", 2),
            ("première session", "première", 1),
            ("deuxième", "deuxième", 2),
            ("vingt-huitième", "vingt-huitième", 28),
            ("Vingt- Cinquième", "Vingt- Cinquième", 25),
            ("quarante -neuvième", "quarante -neuvième", 49),
            ("trente et unième session", "trente et unième", 31),
            ("Trente-et-Unième", "Trente-et-Unième", 31),
            ("ONZIEME", "ONZIEME", 11),
            ("TRENTE-TROISIEME", "TRENTE-TROISIEME", 33),
            ("QUARANTE-DEUXIEME", "QUARANTE-DEUXIEME", 42),
            ("cinquante-deuxième", "cinquante-deuxième", 52),
            ("soixante-dix-huitième", "soixante-dix-huitième", 78),
            ("quatre-vingtième", "quatre-vingtième", 80),
            ("quatre-vingt-onzième", "quatre-vingt-onzième", 91),
            ("septante-deuxième", "septante-deuxième", 72),
            ("centième", "centième", 100),
            ("XIe Sommet", "XIe", 11),
            ("XIVème", "XIVème", 14),
            ("XXXIième", "XXXIième", 31),
            ("XIV ème", "XIV ème", 14),
            ("Xème", "Xème", 10),
            ("XIIE SESSION", "XIIE", 12),
        ] {
            let found = ordinal_in(text, &lexicon).map(|(end, value)| (&text[..end], value));
            assert_eq!(found, Some((taken, value)), "{text}");
        }
    }

    #[test]
    fn what_is_no_ordinal() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for text in [
            "Le Conseil",
            "Ce",
            "De",
            "Me Diallo",
            "VIE",
            "Die",
            "68",
            "68 sessions",
            "12 mai",
            "deux premières",
            "19483x",
            "X",
            "M. Keita",
            "C’est",
            "25 ' ",
            "",
            "et unième",
            "1A",
        ] {
            assert_eq!(ordinal_in(text, &lexicon), None, "{text}");
        }
    }
}

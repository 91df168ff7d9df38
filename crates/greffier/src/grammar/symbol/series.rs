//! Symbols that begin with the letters of a series: `S/PRST/2012/7`, `Assembly/AU/Dec.391(XVIII)`, `PSC/PR/COMM.(CDXII)`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, not, opt, peek, recognize, verify};
use nom::sequence::{delimited, pair, preceded, terminated};
use nom::{IResult, Parser};

use crate::grammar::roman::roman;
use crate::lexicon::fold::is_hyphen;

/// A symbol in its pieces: `Assembly/AU/Dec.` `391` – `415` `(XVIII)` `Rev.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Symbol<'t> {
    /// The parts with their slashes.
    pub(crate) stem: &'t str,
    /// The number after a stem that ends with a point.
    pub(crate) number: Option<&'t str>,
    /// The last number of a range.
    pub(crate) through: Option<&'t str>,
    /// What stands in brackets: a year, a session, a volume.
    pub(crate) bracket: Option<&'t str>,
    /// Revision, addendum or corrigendum after the brackets.
    pub(crate) supplement: Option<&'t str>,
}

/// series = parliament / council / health / slashed
pub(crate) fn series(input: &str) -> IResult<&str, Symbol<'_>> {
    alt((parliament, council, health, slashed)).parse(input)
}

/// slashed = stem [ "/" SP part "." ] [ [ SP ] number [ dash number ] ] [ [ SP ] bracket ] [ [ SP / "/" ] supplement ]
fn slashed(input: &str) -> IResult<&str, Symbol<'_>> {
    let (mut rest, mut stem) = verify(stem, |stem: &str| stem.contains('/')).parse(input)?;
    let mut symbol = Symbol::default();
    if let Ok((after, _)) = broken(rest) {
        stem = &input[..input.len() - after.len()];
        rest = after;
    }
    if stem.ends_with('.') {
        if let Ok((after, (first, last))) = numbers(rest) {
            (rest, symbol.number, symbol.through) = (after, Some(first), last);
        } else if bracket(rest).is_err() {
            let bare = stem.trim_end_matches(['.', '-', '_']);
            rest = &input[bare.len()..];
            stem = bare;
        }
    }
    symbol.stem = stem;
    let (rest, found) = opt(bracket).parse(rest)?;
    symbol.bracket = found;
    let after = if found.is_some() { opt(preceded(opt(char(' ')), supplement)).parse(rest)? } else { (rest, None) };
    symbol.supplement = after.1;
    Ok((after.0, symbol))
}

/// broken = "/" SP 2*8UPPER "." ; followed by a session: "PSC/PR/ BR.(CDXXX)"
fn broken(input: &str) -> IResult<&str, &str> {
    let part = take_while_m_n(2, 8, |c: char| c.is_ascii_uppercase());
    terminated(recognize((tag("/ "), part, char('.'))), peek(bracket)).parse(input)
}

/// stem = UPPER *79( ALNUM / "." / hyphen / "_" / "/" ) ; ends with a letter, a digit or a point
fn stem(input: &str) -> IResult<&str, &str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '/') || is_hyphen(c);
    let whole = terminated(take_while_m_n(1, 80, inner), not(satisfy(inner)));
    let (_, found) = verify(whole, |stem: &str| stem.starts_with(char::is_uppercase)).parse(input)?;
    let mut end = found.trim_end_matches(|c: char| matches!(c, '/' | '_') || is_hyphen(c)).len();
    while found[..end].ends_with("..") {
        end -= 1;
    }
    Ok((&input[end..], &found[..end]))
}

/// numbers = [ SP ] 1*4DIGIT [ [ SP ] dash [ SP ] 1*4DIGIT ]
fn numbers(input: &str) -> IResult<&str, (&str, Option<&str>)> {
    let digits = || take_while_m_n(1, 4, |c: char| c.is_ascii_digit());
    let dash = delimited(opt(char(' ')), satisfy(|c| is_hyphen(c) || matches!(c, '–' | '—')), opt(char(' ')));
    pair(preceded(opt(char(' ')), digits()), opt(preceded(dash, digits()))).parse(input)
}

/// bracket = [ SP ] "(" ( session / year / volume ) ")"
fn bracket(input: &str) -> IResult<&str, &str> {
    let session = recognize((opt(alt((tag("EXT.OS/"), tag("S-")))), verify(recognize(roman), is_upper)));
    let year = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    let word = (satisfy(|c| c.is_ascii_uppercase()), take_while_m_n(2, 9, |c: char| c.is_ascii_lowercase()));
    let count = alt((verify(recognize(roman), is_upper), take_while_m_n(1, 2, |c: char| c.is_ascii_digit())));
    let volume = recognize((word, opt(char('.')), opt(char(' ')), count));
    let inner = alt((terminated(session, peek(char(')'))), terminated(year, peek(char(')'))), volume));
    preceded(opt(char(' ')), delimited(char('('), inner, char(')'))).parse(input)
}

fn is_upper(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
}

/// supplement = ( "Add" / "Corr" / "Rev" ) "." 1*3DIGIT
pub(crate) fn supplement(input: &str) -> IResult<&str, &str> {
    let kind = alt((tag("Add"), tag("Corr"), tag("Rev")));
    recognize((kind, char('.'), opt(char(' ')), take_while_m_n(1, 3, |c: char| c.is_ascii_digit()))).parse(input)
}

/// adoption-year = [ SP ] ( 4DIGIT / 2DIGIT )
pub(crate) fn adoption_year(input: &str) -> IResult<&str, &str> {
    let digits =
        alt((take_while_m_n(4, 4, |c: char| c.is_ascii_digit()), take_while_m_n(2, 2, |c: char| c.is_ascii_digit())));
    terminated(preceded(opt(char(' ')), digits), not(satisfy(char::is_alphanumeric))).parse(input)
}

/// council = "EUCO" SP 1*3DIGIT "/" 2DIGIT ; European Council
fn council(input: &str) -> IResult<&str, Symbol<'_>> {
    let digits = |least, most| take_while_m_n(least, most, |c: char| c.is_ascii_digit());
    let whole = recognize((tag("EUCO "), digits(1, 3), char('/'), digits(2, 2)));
    map(terminated(whole, not(satisfy(|c| c.is_alphanumeric() || c == '/'))), |stem| Symbol {
        stem,
        ..Symbol::default()
    })
    .parse(input)
}

/// health = 1*4UPPER 1*3DIGIT ( "." / "/" ) [ "R" / "W" ] 1*3DIGIT ; "WHA31.26", "EB49.R50", "A70/34"
fn health(input: &str) -> IResult<&str, Symbol<'_>> {
    let letters = take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase());
    let digits = || take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let whole = recognize((letters, digits(), one_of("./"), opt(satisfy(|c| matches!(c, 'R' | 'W'))), digits()));
    map(terminated(whole, not(satisfy(|c| c.is_alphanumeric() || c == '/'))), |stem| Symbol {
        stem,
        ..Symbol::default()
    })
    .parse(input)
}

/// parliament = "P" DIGIT "_TA" [ "-PROV" ] "(" 4DIGIT ")" 4DIGIT
fn parliament(input: &str) -> IResult<&str, Symbol<'_>> {
    let digits = || take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    let term = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    let capitals = take_while1(|c: char| c.is_ascii_uppercase() || c == '-');
    let whole = recognize((char('P'), term, char('_'), capitals, char('('), digits(), char(')'), digits()));
    map(whole, |stem| Symbol { stem, ..Symbol::default() }).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_of_all_series() {
        for (input, stem, number, bracket, rest) in [
            ("S/PRST/2012/7.", "S/PRST/2012/7", None, None, "."),
            ("S/RES/2085 (2012),", "S/RES/2085", None, Some("2012"), ","),
            ("A/70/L.1)", "A/70/L.1", None, None, ")"),
            ("A/C.3/75/SR.12 ;", "A/C.3/75/SR.12", None, None, " ;"),
            ("E/2023/L.1", "E/2023/L.1", None, None, ""),
            ("PSC/PR/COMM.(CDXII), ", "PSC/PR/COMM.", None, Some("CDXII"), ", "),
            ("PSC/PR/ COMM.(CDXII)", "PSC/PR/ COMM.", None, Some("CDXII"), ""),
            ("PSC/PR/COMM.1 (CMI)", "PSC/PR/COMM.1", None, Some("CMI"), ""),
            ("PSC/AHG/COMM/2. (CCCLIII)", "PSC/AHG/COMM/2.", None, Some("CCCLIII"), ""),
            ("CADHP/Rés. 419 (LXIV) 2019", "CADHP/Rés.", Some("419"), Some("LXIV"), " 2019"),
            ("CADHP/RES.212 (EXT.OS/XI) 2012", "CADHP/RES.212", None, Some("EXT.OS/XI"), " 2012"),
            ("Assembly/AU/Dec.391(XVIII)", "Assembly/AU/Dec.391", None, Some("XVIII"), ""),
            ("EX.CL/691 sur", "EX.CL/691", None, None, " sur"),
            ("OIC/CFM-38/2011/ORG/DR.RES", "OIC/CFM-38/2011/ORG/DR.RES", None, None, ""),
            ("A/75/5 (Vol. II) du", "A/75/5", None, Some("Vol. II"), " du"),
            ("A/77/PV.56 (Resumption 1).", "A/77/PV.56", None, Some("Resumption 1"), "."),
            ("S/2022/716. Le", "S/2022/716", None, None, ". Le"),
            ("S/2022/716 (voir", "S/2022/716", None, None, " (voir"),
            ("WHA31.26 et", "WHA31.26", None, None, " et"),
            ("EB49.R50", "EB49.R50", None, None, ""),
            ("A70/34.", "A70/34", None, None, "."),
            ("EUCO 3/18", "EUCO 3/18", None, None, ""),
            ("P7_TA(2013)0281", "P7_TA(2013)0281", None, None, ""),
        ] {
            let (left, symbol) = series(input).expect(input);
            let expected = Symbol { stem, number, bracket, ..Symbol::default() };
            assert_eq!((symbol, left), (expected, rest), "{input}");
        }
    }

    #[test]
    fn ranges_and_supplements() {
        let (_, range) = series("Assembly/AU/Dec. 391 – 415 (XVIII)").expect("a range");
        assert_eq!((range.number, range.through, range.bracket), (Some("391"), Some("415"), Some("XVIII")));
        let (_, revised) = series("CM/896 (XXXI) Rev.5").expect("a revision");
        assert_eq!((revised.stem, revised.supplement), ("CM/896", Some("Rev.5")));
        let (_, added) = series("Assembly/AU/16(XV)Add.1").expect("an addendum");
        assert_eq!(added.supplement, Some("Add.1"));
    }

    #[test]
    fn what_is_no_symbol() {
        for input in ["et/ou", "km/h", "Conseil", "12/3", "EB49", "/S", "", "WHA31.26a"] {
            assert!(series(input).is_err(), "{input}");
        }
    }
}

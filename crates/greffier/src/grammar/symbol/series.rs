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

/// series = parliament / shelved / health / flight / maritime / slashed
pub(crate) fn series(input: &str) -> IResult<&str, Symbol<'_>> {
    alt((parliament, shelved, health, flight, maritime, slashed)).parse(input)
}

/// slashed = stem [ [ SP ] number [ dash number ] ] [ [ SP ] bracket ] [ [ SP / "/" ] supplement ]
fn slashed(input: &str) -> IResult<&str, Symbol<'_>> {
    let (mut rest, mut stem) = verify(stem, |stem: &str| stem.contains('/')).parse(input)?;
    let mut symbol = Symbol::default();
    if stem.ends_with('.') {
        if let Ok((after, (first, last))) = numbers(rest) {
            (rest, symbol.number, symbol.through) = (after, Some(first), last);
        } else if bracket(rest).is_err() {
            let bare = stem.trim_end_matches(['.', '-', '_']);
            rest = &input[bare.len()..];
            stem = bare;
        }
    } else if let Some((after, (series, first, last))) = range(input, stem) {
        (rest, stem, symbol.number, symbol.through) = (after, series, Some(first), Some(last));
    }
    symbol.stem = stem;
    let (rest, found) = opt(bracket).parse(rest)?;
    symbol.bracket = found;
    let after = if found.is_some() { opt(preceded(opt(char(' ')), supplement)).parse(rest)? } else { (rest, None) };
    symbol.supplement = after.1;
    Ok((after.0, symbol))
}

/// range = series "." 1*4DIGIT [ SP ] dash [ SP ] 1*4DIGIT ; before a bracket: "Dec.612-613(XXVIII)", "Res.1385 - 1387 (LVI)"
fn range<'t>(input: &'t str, stem: &'t str) -> Option<(&'t str, (&'t str, &'t str, &'t str))> {
    let point = stem.rfind('.')? + 1;
    let (rest, (first, last)) = numbers(&input[point..]).ok()?;
    bracket(rest).ok()?;
    Some((rest, (&input[..point], first, last?)))
}

/// stem = run *( inner run ) ; begins with a capital, ends with a letter, a digit or a point
fn stem(input: &str) -> IResult<&str, &str> {
    let mut end = run(input);
    while let Some(length) = inner(&input[..end], &input[end..]) {
        end += length + run(&input[end + length..]);
    }
    let found = &input[..end];
    if end > LONGEST || !found.starts_with(char::is_uppercase) {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)));
    }
    let mut end = found.trim_end_matches(|c: char| matches!(c, '/' | '_') || is_hyphen(c)).len();
    while found[..end].ends_with("..") {
        end -= 1;
    }
    Ok((&input[end..], &found[..end]))
}

/// The bytes of the longest stem.
const LONGEST: usize = 80;

/// run = *( ALNUM / "." / hyphen / "_" / "/" )
fn run(input: &str) -> usize {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '/') || is_hyphen(c);
    input.find(|c: char| !inside(c)).unwrap_or(input.len())
}

/// inner = "(" ( 1*4DIGIT / LOWER ) ")" ; inside a stem, after a letter before a slash or a digit: "MIN(01)/DEC", "Rec(2010)5", after
/// a digit before a hyphen: "12(b)-R.1"
fn inner(before: &str, input: &str) -> Option<usize> {
    let inside =
        alt((take_while_m_n(1, 4, |c: char| c.is_ascii_digit()), recognize(satisfy(|c| c.is_ascii_lowercase()))));
    let parsed: IResult<&str, &str> = delimited(char('('), inside, char(')')).parse(input);
    let (rest, found) = parsed.ok()?;
    let numbered = found.starts_with(|c: char| c.is_ascii_digit());
    let goes_on = match rest.chars().next()? {
        '/' => numbered,
        next if next.is_ascii_digit() => numbered && before.ends_with(char::is_alphabetic),
        next => !numbered && is_hyphen(next) && before.ends_with(|c: char| c.is_ascii_digit()),
    };
    goes_on.then(|| input.len() - rest.len())
}

/// numbers = [ SP ] 1*4DIGIT [ [ SP ] dash [ SP ] 1*4DIGIT ]
fn numbers(input: &str) -> IResult<&str, (&str, Option<&str>)> {
    let digits = || take_while_m_n(1, 4, |c: char| c.is_ascii_digit());
    let dash = delimited(opt(char(' ')), satisfy(|c| is_hyphen(c) || matches!(c, '–' | '—')), opt(char(' ')));
    pair(preceded(opt(char(' ')), digits()), opt(preceded(dash, digits()))).parse(input)
}

/// bracket = [ SP ] "(" ( session / year / volume ) ")" ; session: "XVIII", "S-VI", "EXT.OS/XI", "XLIII-O/13"
pub(crate) fn bracket(input: &str) -> IResult<&str, &str> {
    let figures = take_while_m_n(2, 2, |c: char| c.is_ascii_digit());
    let regular = opt((char('-'), satisfy(|c| c.is_ascii_uppercase()), char('/'), figures));
    let session = recognize((opt(alt((tag("EXT.OS/"), tag("S-")))), verify(recognize(roman), is_upper), regular));
    let year = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    let word = (satisfy(|c| c.is_ascii_uppercase()), take_while_m_n(2, 9, |c: char| c.is_ascii_lowercase()));
    let count = alt((verify(recognize(roman), is_upper), take_while_m_n(1, 4, |c: char| c.is_ascii_digit())));
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

/// shelved = 1*4UPPER SP 1*4DIGIT "/" 1*6( UPPER / DIGIT ) ; series with a space: "EUCO 7/19", "CL 155/REP", "C 2017/8"
fn shelved(input: &str) -> IResult<&str, Symbol<'_>> {
    let letters = take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase());
    let digits = take_while_m_n(1, 4, |c: char| c.is_ascii_digit());
    let last = take_while_m_n(1, 6, |c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    alone(recognize((letters, char(' '), digits, char('/'), last))).parse(input)
}

/// health = 1*4UPPER 1*3DIGIT ( "." / "/" ) [ "R" / "W" ] 1*3DIGIT [ [ SP ] supplement ] ; "WHA31.26", "EB49.R50", "A70/34"
fn health(input: &str) -> IResult<&str, Symbol<'_>> {
    let letters = take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase());
    let digits = || take_while_m_n(1, 3, |c: char| c.is_ascii_digit());
    let whole = recognize((letters, digits(), one_of("./"), opt(satisfy(|c| matches!(c, 'R' | 'W'))), digits()));
    let supplement = opt(preceded(opt(char(' ')), supplement));
    map((alone(whole), supplement), |(symbol, supplement)| Symbol { supplement, ..symbol }).parse(input)
}

/// flight = UPPER 1*2DIGIT hyphen 1*2DIGIT ; resolutions of the assembly of civil aviation: "A39-1"
fn flight(input: &str) -> IResult<&str, Symbol<'_>> {
    let digits = || take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    alone(recognize((satisfy(|c| c.is_ascii_uppercase()), digits(), satisfy(is_hyphen), digits()))).parse(input)
}

/// maritime = 1*4UPPER "." 1*4DIGIT "(" 1*3DIGIT ")" ; with the session in figures: "A.1110(30)", "MSC.428(98)"
fn maritime(input: &str) -> IResult<&str, Symbol<'_>> {
    let letters = take_while_m_n(1, 4, |c: char| c.is_ascii_uppercase());
    let digits = |most| take_while_m_n(1, most, |c: char| c.is_ascii_digit());
    alone(recognize((letters, char('.'), digits(4), char('('), digits(3), char(')')))).parse(input)
}

/// A symbol that is all stem, not followed by a letter, a digit or a slash.
fn alone<'t>(
    whole: impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>>,
) -> impl Parser<&'t str, Output = Symbol<'t>, Error = nom::error::Error<&'t str>> {
    map(terminated(whole, not(satisfy(|c| c.is_alphanumeric() || c == '/'))), |stem| Symbol {
        stem,
        ..Symbol::default()
    })
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
            ("CL 155/REP,", "CL 155/REP", None, None, ","),
            ("A39-1.", "A39-1", None, None, "."),
            ("MSC.428(98) du", "MSC.428(98)", None, None, " du"),
            ("GC(60)/RES/12,", "GC(60)/RES/12", None, None, ","),
            ("WT/MIN(13)/DEC", "WT/MIN(13)/DEC", None, None, ""),
            ("CM/Rec(2010)5 sur", "CM/Rec(2010)5", None, None, " sur"),
            ("CL/198/12(b)-R.1", "CL/198/12(b)-R.1", None, None, ""),
            ("AG/RES.2781 (XLIII-O/13)", "AG/RES.2781", None, Some("XLIII-O/13"), ""),
            ("Ext/Assembly/AU/Dec.1(Oct.2013)", "Ext/Assembly/AU/Dec.1", None, Some("Oct.2013"), ""),
            // a call of a note
            ("S/RES/2085(2012)1", "S/RES/2085", None, Some("2012"), "1"),
            ("A/70/1(a) et", "A/70/1", None, None, "(a) et"),
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
        let (_, glued) = series("Assembly/AU/Dec.612-613(XXVIII)").expect("a range");
        assert_eq!((glued.stem, glued.number, glued.through), ("Assembly/AU/Dec.", Some("612"), Some("613")));
        let (_, apart) = series("CM/Res.1385 - 1387 (LVI)").expect("a range");
        assert_eq!((apart.number, apart.through, apart.bracket), (Some("1385"), Some("1387"), Some("LVI")));
        let (_, health) = series("A76/4 Rev.1").expect("a revision");
        assert_eq!((health.stem, health.supplement), ("A76/4", Some("Rev.1")));
        let (_, revised) = series("CM/896 (XXXI) Rev.5").expect("a revision");
        assert_eq!((revised.stem, revised.supplement), ("CM/896", Some("Rev.5")));
        let (_, added) = series("Assembly/AU/16(XV)Add.1").expect("an addendum");
        assert_eq!(added.supplement, Some("Add.1"));
    }

    #[test]
    fn what_is_no_symbol() {
        for input in [
            "et/ou",
            "km/h",
            "Conseil",
            "12/3",
            "EB49",
            "/S",
            "",
            "WHA31.26a",
            "AK-47",
            "A39-123",
            "MSC.428",
            "C 349 E/77",
        ] {
            assert!(series(input).is_err(), "{input}");
        }
    }
}

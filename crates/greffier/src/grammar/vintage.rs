//! The year and the session that the normalised symbol of a document tells: `S/RES/2085 (2012)`, `A/RES/70/1`, `1/38-ORG`.

use super::roman::roman;

/// What a symbol tells of when its document was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Vintage {
    pub(crate) year: Option<i32>,
    pub(crate) session: Option<u32>,
}

/// No symbol is older.
const FIRST_YEAR: i32 = 1900;

/// Reads year and session out of a symbol. `meeting`: what stands in its brackets counts sittings, no sessions.
pub(crate) fn vintage(symbol: &str, meeting: bool) -> Vintage {
    let mut found = Vintage::default();
    if let Some(inner) = symbol.rsplit_once('(').and_then(|(_, rest)| Some(rest.split_once(')')?.0)) {
        found.year = year(inner);
        found.session = whole_roman(inner).filter(|_| !meeting);
        return found;
    }
    let parts: Vec<&str> = symbol.split('/').collect();
    found.year = parts.iter().find_map(|part| year(part));
    if found.year.is_some() {
        return found;
    }
    found.session = match parts.as_slice() {
        // "1/38-ORG": number, then session and committee
        [number, last] if is_number(number) => last.split_once('-').and_then(|(session, _)| session.parse().ok()),
        // "A/RES/70/1"
        [.., before, session, number] if !is_number(before) && is_number(session) => {
            session.parse().ok().filter(|_| number.starts_with(|c: char| c.is_ascii_digit()))
        }
        // "WHA31.26", "EB139.R1"
        [only] => {
            let letters = only.find(|c: char| c.is_ascii_digit()).filter(|&letters| letters > 1);
            letters.and_then(|letters| only[letters..].split_once('.')?.0.parse().ok())
        }
        _ => None,
    };
    found
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn year(text: &str) -> Option<i32> {
    let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| plain && (FIRST_YEAR..2100).contains(year))
}

fn whole_roman(text: &str) -> Option<u32> {
    roman(text).ok().filter(|(rest, _)| rest.is_empty()).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_tell_their_year_or_session() {
        for (symbol, year, session) in [
            ("S/RES/2085 (2012)", Some(2012), None),
            ("A/RES/70/1", None, Some(70)),
            ("A/HRC/RES/16/21", None, Some(16)),
            ("A/RES/194 (III)", None, Some(3)),
            ("A/RES/3201 (S-VI)", None, None),
            ("E/RES/1980/67", Some(1980), None),
            ("Assembly/AU/Dec.391(XVIII)", None, Some(18)),
            ("1/38-ORG", None, Some(38)),
            ("003/2011/CM/UEMOA", Some(2011), None),
            ("WHA31.26", None, Some(31)),
            ("EB139.R1", None, Some(139)),
            ("S/PRST/2012/7", Some(2012), None),
            ("5/CP.1", None, None),
            ("A/8447", None, None),
            ("", None, None),
            ("()", None, None),
        ] {
            assert_eq!(vintage(symbol, false), Vintage { year, session }, "{symbol}");
        }
        assert_eq!(vintage("PSC/PR/COMM.(CCLXXVIII)", true), Vintage::default());
    }
}

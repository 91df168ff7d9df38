//! Roman numbers, strictly formed: `iv` is 4, `iiii` and `vx` are none.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult, Parser, bytes::complete::take_while1};

/// The digits from large to small, subtractive pairs among them.
const DIGITS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// roman = 1*( "I" / "V" / "X" / "L" / "C" / "D" / "M" ) ; all of one case, 1 to 3999, in canonical form
pub(crate) fn roman(input: &str) -> IResult<&str, u32> {
    let (rest, letters) = take_while1(|c: char| "IVXLCDMivxlcdm".contains(c)).parse(input)?;
    match to_number(letters) {
        Some(number) if !rest.starts_with(|c: char| c.is_alphanumeric()) => Ok((rest, number)),
        _ => Err(Err::Error(Error::new(input, ErrorKind::Verify))),
    }
}

/// The number that `letters` write, if they write one canonically.
fn to_number(letters: &str) -> Option<u32> {
    let lower = letters.bytes().all(|b| b.is_ascii_lowercase());
    let upper = letters.bytes().all(|b| b.is_ascii_uppercase());
    if !(lower || upper) || letters.len() > 15 {
        return None;
    }
    let mut rest = letters;
    let mut number = 0;
    for (value, digits) in DIGITS {
        let most = if digits.len() == 2 || matches!(value, 5 | 50 | 500) { 1 } else { 3 };
        for _ in 0..most {
            match rest.get(..digits.len()) {
                Some(head) if head.eq_ignore_ascii_case(digits) => {
                    number += value;
                    rest = &rest[digits.len()..];
                }
                _ => break,
            }
        }
    }
    (rest.is_empty() && to_roman(number).eq_ignore_ascii_case(letters)).then_some(number)
}

/// A number in capital roman digits.
fn to_roman(mut number: u32) -> String {
    let mut out = String::new();
    for (value, digits) in DIGITS {
        while number >= value {
            out.push_str(digits);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_reads_back() {
        for number in 1..4000 {
            assert_eq!(roman(&to_roman(number)), Ok(("", number)));
            assert_eq!(roman(&to_roman(number).to_lowercase()), Ok(("", number)));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["iiii", "vx", "Iv", "ic", "MMMM", "", "le", "civil", "vv", "IVe"] {
            assert!(roman(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_rest_is_given_back() {
        assert_eq!(roman("XXVIII)"), Ok((")", 28)));
        assert_eq!(roman("viii. La réunion"), Ok((". La réunion", 8)));
    }
}

//! Roman numbers, strictly formed: `iv` is 4, `iiii` and `vx` are none.

use nom::error::{Error, ErrorKind};
use nom::{Err, IResult};

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
    let digits = input.bytes().take_while(|&byte| is_roman_digit(char::from(byte))).count();
    let (letters, rest) = input.split_at(digits);
    // most words that begin with a digit go on
    let alone = !rest.starts_with(char::is_alphanumeric);
    match alone.then(|| to_number(letters.as_bytes())).flatten() {
        Some(number) => Ok((rest, number)),
        None => Err(Err::Error(Error::new(input, ErrorKind::Verify))),
    }
}

/// Whether `c` is a digit of roman numbers, large or small.
pub(crate) fn is_roman_digit(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l' | 'c' | 'd' | 'm')
}

/// The number that `letters` write, if they write one canonically.
fn to_number(letters: &[u8]) -> Option<u32> {
    let first = letters.first()?;
    if letters.len() > 15 || letters.iter().any(|letter| letter.is_ascii_lowercase() != first.is_ascii_lowercase()) {
        return None;
    }
    let mut number = 0;
    let mut after = 0;
    for &letter in letters.iter().rev() {
        let value = value(letter);
        if value < after {
            number -= value
        } else {
            number += value
        }
        after = value;
    }
    (number < 4000 && is_written(number, letters)).then_some(number)
}

/// What a digit alone says.
fn value(digit: u8) -> u32 {
    match digit.to_ascii_uppercase() {
        b'M' => 1000,
        b'D' => 500,
        b'C' => 100,
        b'L' => 50,
        b'X' => 10,
        b'V' => 5,
        _ => 1,
    }
}

/// Whether `letters` are the canonical form of the number.
fn is_written(mut number: u32, mut letters: &[u8]) -> bool {
    for (value, digits) in DIGITS {
        while number >= value {
            let Some(after) = strip(letters, digits) else { return false };
            letters = after;
            number -= value;
        }
    }
    letters.is_empty()
}

/// What follows the digits in `letters`, of whatever case.
fn strip<'t>(letters: &'t [u8], digits: &str) -> Option<&'t [u8]> {
    let (head, after) = letters.split_at_checked(digits.len())?;
    head.eq_ignore_ascii_case(digits.as_bytes()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

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

//! Numbers in words: `deux mille treize`, `mil neuf cent quatre-vingt-quatorze`, `septante-deux`.

use super::token::Token;
use crate::lexicon::{NumberWord, Numbers};

/// number = [ hundreds ] "mille" [ hundreds ] / hundreds ; hundreds = [ tens ] "cent" [ tens ] / tens
///
/// How many tokens the number takes, and its value.
pub(crate) fn number<'t>(tokens: impl Iterator<Item = Token<'t>>, numbers: &Numbers) -> Option<(usize, u32)> {
    read(tokens, numbers).cardinal
}

/// What a run of number words says, as a cardinal and as an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Run {
    pub(super) cardinal: Option<(usize, u32)>,
    pub(super) ordinal: Option<(usize, u32)>,
}

/// Reads number words as long as they make one number. Hyphens may stand apart, as OCR leaves them.
pub(super) fn read<'t>(tokens: impl Iterator<Item = Token<'t>>, numbers: &Numbers) -> Run {
    let mut run = Run::default();
    let mut sum = Sum::default();
    let mut and = false;
    for (at, token) in tokens.enumerate() {
        if at > 0 && !token.follows() {
            break;
        }
        match numbers.word(token.id) {
            Some(NumberWord::Cardinal(value)) if sum.push(u32::from(value), and) => {
                run.cardinal = Some((at + 1, sum.value()));
                and = false;
            }
            Some(NumberWord::Ordinal(value)) if sum.push(u32::from(value), and) => {
                run.ordinal = Some((at + 1, sum.value()));
                break;
            }
            Some(NumberWord::And) if sum.started && !and => and = true,
            None if token.is_dash() && sum.started => {}
            _ => break,
        }
    }
    run
}

/// A number in the making.
#[derive(Debug, Default)]
struct Sum {
    started: bool,
    thousands: u32,
    hundreds: u32,
    below: u32,
}

impl Sum {
    fn value(&self) -> u32 {
        self.thousands + self.hundreds + self.below
    }

    /// Takes the value of a further word, if it can stand there; `and` says that `et` precedes it.
    fn push(&mut self, value: u32, and: bool) -> bool {
        let fits = match value {
            _ if and => matches!(value, 1 | 11) && self.is_tens(),
            0 => !self.started,
            1..=19 => self.takes_unit(value),
            20 if self.below == 4 => true,
            20..=99 => self.below == 0 && !self.is_zero(),
            100 => self.hundreds == 0 && self.below <= 19 && self.below != 1,
            _ => self.thousands == 0,
        };
        if !fits {
            return false;
        }
        self.started = true;
        match value {
            20 if self.below == 4 => self.below = 80,
            100 => (self.hundreds, self.below) = (100 * self.below.max(1), 0),
            1000 => (self.thousands, self.hundreds, self.below) = (1000 * (self.hundreds + self.below).max(1), 0, 0),
            _ => self.below += value,
        }
        true
    }

    fn takes_unit(&self, value: u32) -> bool {
        match self.below {
            0 => !self.is_zero(),
            10 | 70 | 90 => matches!(value, 7..=9) || (self.below > 10 && value < 10),
            60 | 80 => true,
            20 | 30 | 40 | 50 => value < 10,
            _ => false,
        }
    }

    fn is_tens(&self) -> bool {
        self.below >= 20 && self.below.is_multiple_of(10)
    }

    fn is_zero(&self) -> bool {
        self.started && self.value() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::token::testing::tokens;
    use crate::lexicon::Lexicon;

    fn read_words(text: &str, lexicon: &Lexicon) -> Option<(usize, u32)> {
        number(tokens(text, &lexicon.vocabulary).into_iter().map(|(token, _)| token), &lexicon.numbers)
    }

    #[test]
    fn numbers_in_words() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for (text, count, value) in [
            ("dix", 1, 10),
            ("vingt et un", 3, 21),
            ("soixante et onze", 3, 71),
            ("soixante-dix-huit", 3, 78),
            ("quatre-vingts", 2, 80),
            ("quatre-vingt-dix-neuf", 4, 99),
            ("septante-deux", 2, 72),
            ("cent deux", 2, 102),
            ("deux mille treize", 3, 2013),
            ("mil neuf cent quatre-vingt-quatorze", 6, 1994),
            ("mil neuf cent nonante", 4, 1990),
            ("dix-neuf cent quarante-huit", 5, 1948),
            ("deux cent mille", 3, 200_000),
            ("dix et douze", 1, 10),
            ("vingt, trente", 1, 20),
            ("deux trois", 1, 2),
            ("quarante -neuf", 3, 49),
        ] {
            assert_eq!(read_words(text, &lexicon), Some((count, value)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        for text in ["Conseil", "et un", "deuxième", "-", ""] {
            assert_eq!(read_words(text, &lexicon), None, "{text}");
        }
    }
}

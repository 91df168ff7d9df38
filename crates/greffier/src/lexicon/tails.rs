//! Endings that few words have: the last three letters tell nearly all others at one look.

/// Endings of two folded letters or more.
#[derive(Debug, Clone)]
pub(crate) struct Tails {
    endings: Vec<Box<[u8]>>,
    /// By the last two letters of the endings: which letters stand before them, a bit each.
    before: Box<[u32; 1 << 10]>,
}

impl Tails {
    pub(crate) fn new<'e>(endings: impl IntoIterator<Item = &'e str>) -> Self {
        let mut tails = Self { endings: Vec::new(), before: Box::new([0; 1 << 10]) };
        for ending in endings {
            if let [rest @ .., second, last] = ending.as_bytes() {
                tails.before[pair(*second, *last)] |= rest.last().map_or(u32::MAX, |third| 1 << (third & 31));
                tails.endings.push(ending.as_bytes().into());
            }
        }
        tails
    }

    /// Whether a word in small letters without accents ends so.
    pub(crate) fn end(&self, word: &[u8]) -> bool {
        self.may(word) && self.endings.iter().any(|ending| word.ends_with(ending))
    }

    /// Whether a printed word may end so, whatever the case of its letters and the accents that some have.
    pub(crate) fn may_end(&self, printed: &[u8]) -> bool {
        let fits = |ending: &[u8]| {
            let letters = ending.iter().rev().zip(printed.iter().rev());
            letters
                .take_while(|(_, printed)| printed.is_ascii())
                .all(|(ending, printed)| printed.eq_ignore_ascii_case(ending))
        };
        match printed.last_chunk::<3>() {
            Some(last) if last.is_ascii() && !self.may(printed) => false,
            _ => !printed.is_empty() && self.endings.iter().any(|ending| fits(ending)),
        }
    }

    /// Whether the last letters are those of an ending, whatever their case.
    #[inline]
    fn may(&self, word: &[u8]) -> bool {
        match word {
            [rest @ .., second, last] => {
                let third = rest.last().map_or(0, |third| third & 31);
                self.before[pair(*second, *last)] >> third & 1 != 0
            }
            _ => false,
        }
    }
}

/// A number for two letters, whatever their case.
fn pair(second: u8, last: u8) -> usize {
    usize::from(second & 31) << 5 | usize::from(last & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_so_or_not() {
        let tails = Tails::new(["eme", "nd"]);
        for (word, ends, may) in [
            ("sixieme", true, true),
            ("eme", true, true),
            ("second", true, true),
            ("sixième", false, true),
            ("SIXIEME", false, true),
            ("Sixiémé", false, true),
            ("é", false, true),
            ("schema", false, false),
            ("thème", false, true),
            ("femme", false, false),
            ("problemes", false, false),
            ("", false, false),
        ] {
            assert_eq!((tails.end(word.as_bytes()), tails.may_end(word.as_bytes())), (ends, may), "{word}");
        }
    }
}

//! Eight bytes of text looked at together, as one integer.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH: u64 = 0x80 * ONES;

/// Eight bytes; the first is the lowest of the integer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Eight(u64);

impl Eight {
    /// The eight bytes from `at` on, where there are so many.
    pub(crate) fn at(bytes: &[u8], at: usize) -> Option<Self> {
        let bytes = bytes.get(at..at.checked_add(8)?)?;
        Some(Self(u64::from_le_bytes(bytes.try_into().expect("eight bytes"))))
    }

    /// The place of the first that has a bit of `mask`; eight where none has.
    pub(crate) fn meets(self, mask: u8) -> usize {
        let bits = self.0 & (u64::from(mask) * ONES);
        bits.trailing_zeros() as usize / 8
    }

    /// How many of them, from the first on, can only be part of words, marks and single spaces between them: ASCII but for
    /// controls, `&` and `<`, letters of Latin-1, and spaces before one of these.
    pub(crate) fn plain(self) -> usize {
        let printed = self.at_least(b' ' + 1) & !self.at_least(0x7F) & !self.0;
        // letters of Latin-1: the lead byte 0xC3, then 0x80 to 0xBF
        let latin = self.0 & !(self.0 << 1) | self.is(0xC3);
        let plain = (printed | latin) & !self.is(b'&') & !self.is(b'<') & HIGH;
        first(!(plain | self.is(b' ') & plain >> 8))
    }

    /// The high bit of each byte says whether its seven low bits are `least` or more, where `least` is ASCII.
    fn at_least(self, least: u8) -> u64 {
        (self.0 & !HIGH) + u64::from(0x80 - least) * ONES
    }

    /// The high bit of each byte says whether it is `byte`.
    fn is(self, byte: u8) -> u64 {
        let other = self.0 ^ (u64::from(byte) * ONES);
        !(((other & !HIGH) + !HIGH) | other) & HIGH
    }
}

/// The place of the first byte whose high bit is set; eight where none is.
fn first(flags: u64) -> usize {
    (flags & HIGH).trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_are_as_one_by_one() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = *b"abyzmnop";
                bytes[place] = byte;
                let eight = Eight::at(&bytes, 0).expect("eight bytes");
                let gap = byte < b' '
                    || matches!(byte, b'&' | b'<' | 0x7F)
                    || byte >= 0xC0 && byte != 0xC3
                    || byte == b' ' && place == 7;
                assert_eq!(eight.plain(), if gap { place } else { 8 }, "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_space_before_a_space_is_not_plain() {
        for (bytes, plain) in
            [(b"la  paix", 2), (b"la paix ", 7), (b" la paix", 8), (b"        ", 0), (b"paix \t a", 4)]
        {
            assert_eq!(Eight::at(bytes, 0).expect("eight bytes").plain(), plain);
        }
        assert!(Eight::at(b"la paix", 0).is_none());
    }
}

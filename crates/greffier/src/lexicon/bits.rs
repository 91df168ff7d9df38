//! A bit for each byte of a text: what a pass looks for is found for many bytes together.

use std::ops::Range;

/// A bit for each byte of a text, the first the lowest.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bits {
    /// With one more than the text fills.
    blocks: Vec<u64>,
}

/// The bytes of a text that one integer has bits for.
const BLOCK: usize = 64;
/// A block of the text; outside the text its bytes are zero.
pub(crate) struct Block<'t>(&'t [u8; BLOCK]);

impl Block<'_> {
    /// Bits of the bytes that `flag` says, the first the lowest. Written without branches, it runs on sixteen bytes at a time.
    #[inline]
    pub(crate) fn flags(&self, flag: impl Fn(u8) -> bool) -> u64 {
        /// Moves the lowest bits of eight bytes to the highest byte.
        const GATHER: u64 = 0x0102_0408_1020_4080;
        let flags = self.0.map(|byte| u8::from(flag(byte)));
        let (eights, _) = flags.as_chunks::<8>();
        eights.iter().rev().fold(0, |bits, eight| bits << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56)
    }
}

impl Bits {
    /// The bits that `block` gives for each block of the text, in order.
    // apart from its caller, so that the loop stays on many bytes at a time
    #[inline(never)]
    pub(crate) fn of(text: &str, mut block: impl FnMut(Block<'_>) -> u64) -> Self {
        let bytes = text.as_bytes();
        let mut blocks = Vec::with_capacity(bytes.len() / BLOCK + 2);
        let (whole, rest) = bytes.as_chunks();
        whole.iter().for_each(|bytes| blocks.push(block(Block(bytes))));
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        blocks.push(block(Block(&last)));
        blocks.push(0);
        Self { blocks }
    }

    /// How many bytes from `at` on are set; 64 where there are as many or more.
    #[inline(always)]
    pub(crate) fn run(&self, at: usize) -> usize {
        let (index, bit) = (at / BLOCK, at % BLOCK);
        let [low, high] = self.blocks.get(index..index + 2).and_then(|two| two.try_into().ok()).unwrap_or_default();
        // shifted twice, as a shift by all bits is none
        (low >> bit | high << 1 << (BLOCK - 1 - bit)).trailing_ones() as usize
    }

    /// The first bytes of the runs that start in `range`, in order.
    #[inline]
    pub(crate) fn starts(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = range.start / BLOCK;
        let mut index = first;
        let mut left = self.firsts(index) & u64::MAX << (range.start % BLOCK);
        std::iter::from_fn(move || {
            while left == 0 {
                index += 1;
                if index * BLOCK >= range.end {
                    return None;
                }
                left = self.firsts(index);
            }
            let at = index * BLOCK + left.trailing_zeros() as usize;
            left &= left - 1;
            (at < range.end).then_some(at)
        })
    }

    /// Bits of a block that are set while the one before is not.
    #[inline(always)]
    fn firsts(&self, index: usize) -> u64 {
        let block = |index: usize| self.blocks.get(index).copied().unwrap_or(0);
        let before = index.checked_sub(1).map_or(0, |before| block(before) >> (BLOCK - 1));
        block(index) & !(block(index) << 1 | before)
    }

    /// The first byte from `at` on that is set.
    pub(crate) fn next(&self, at: usize) -> Option<usize> {
        let (index, bit) = (at / BLOCK, at % BLOCK);
        let first = self.blocks.get(index)? >> bit;
        if first != 0 {
            return Some(at + first.trailing_zeros() as usize);
        }
        let rest = &self.blocks[index + 1..];
        let far = rest.iter().position(|&block| block != 0)?;
        Some((index + 1 + far) * BLOCK + rest[far].trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_bit_and_runs_are_found_wherever_they_are() {
        for place in 0..200 {
            let text = format!("{}X{}", "a".repeat(place), "b".repeat(80));
            let bits = Bits::of(&text, |block| block.flags(|byte| byte == b'X'));
            let others = Bits::of(&text, |block| block.flags(|byte| byte != b'X' && byte != 0));
            for at in 0..text.len() + 70 {
                assert_eq!(bits.next(at), (at <= place).then_some(place), "{place} from {at}");
                let end = if at <= place { place } else { text.len() };
                assert_eq!(others.run(at), end.saturating_sub(at).min(BLOCK), "{place} from {at}");
            }
        }
        assert_eq!(Bits::of("", |block| block.flags(|byte| byte != 0)).next(0), None);
    }

    #[test]
    fn runs_are_found_by_their_starts() {
        for gap in 1..70 {
            let text = format!("xx{}", "_".repeat(gap)).repeat(9);
            let bits = Bits::of(&text, |block| block.flags(|byte| byte == b'x'));
            for from in [0, 1, 2, 63, 64, 65, 100] {
                for to in [0, 1, 63, 64, 65, 130, text.len()] {
                    let expected: Vec<usize> = (0..9)
                        .map(|nth| nth * (gap + 2))
                        .filter(|at| (from..to.min(text.len())).contains(at))
                        .collect();
                    assert_eq!(
                        bits.starts(from..to.min(text.len())).collect::<Vec<_>>(),
                        expected,
                        "{gap} {from} {to}"
                    );
                }
            }
        }
    }
}

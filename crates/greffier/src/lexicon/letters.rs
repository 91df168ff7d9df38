//! Which bytes of a text are letters, found for many together, so that the end of a word is one look.

use super::fold::LATIN;

/// A bit for each byte of a text, the first the lowest: whether it is, or is part of, a letter of ASCII or Latin-1; `×` and `÷`
/// count as such, too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    /// With one more than the text fills.
    bits: Vec<u64>,
}

/// The bytes of a text that one integer has bits for.
const BLOCK: usize = 64;

impl Letters {
    pub(crate) fn of(text: &str) -> Self {
        let mut bits = Vec::with_capacity(text.len() / BLOCK + 2);
        let mut lead_before = 0;
        let mut add = |block: &[u8; BLOCK]| {
            let leads = flags(block.map(|byte| u8::from(byte == LATIN)));
            let ascii = flags(block.map(|byte| u8::from((byte | b' ').wrapping_sub(b'a') < 26)));
            bits.push(ascii | leads | leads << 1 | lead_before);
            lead_before = leads >> (BLOCK - 1);
        };
        let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
        blocks.iter().for_each(&mut add);
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        add(&last);
        bits.push(0);
        Self { bits }
    }

    /// How many bytes from `at` on are letters; 64 where there are as many or more.
    #[inline(always)]
    pub(crate) fn run(&self, at: usize) -> usize {
        let (index, bit) = (at / BLOCK, at % BLOCK);
        let [low, high] = self.bits.get(index..index + 2).and_then(|two| two.try_into().ok()).unwrap_or_default();
        // shifted twice, as a shift by all bits is none
        (low >> bit | high << 1 << (BLOCK - 1 - bit)).trailing_ones() as usize
    }
}

/// How many bytes `text` has before the first that is no letter.
pub(crate) fn run(text: &[u8]) -> usize {
    let mut end = 0;
    while let Some(&byte) = text.get(end) {
        match byte {
            LATIN => end += 2,
            _ if byte.is_ascii_alphabetic() => end += 1,
            _ => break,
        }
    }
    end
}

/// Flags, each 0 or 1, as the bits of an integer, the first the lowest.
#[inline(always)]
fn flags(flags: [u8; BLOCK]) -> u64 {
    /// Moves the lowest bits of eight bytes to the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| bits << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_end_where_the_letters_do() {
        for place in 0..200 {
            for (mark, letter) in [
                ('é', true),
                ('z', true),
                ('Z', true),
                ('À', true),
                (' ', false),
                ('’', false),
                ('1', false),
                ('œ', false),
                ('@', false),
                ('[', false),
            ] {
                let text = format!("{}{mark}{}", "a".repeat(place), "b".repeat(80));
                let letters = Letters::of(&text);
                for at in 0..text.len() + 3 {
                    let end = if !letter && at <= place { place } else { text.len() };
                    let inside = !letter && (place..place + mark.len_utf8()).contains(&at);
                    let expected = if inside { 0 } else { end.saturating_sub(at).min(64) };
                    assert_eq!(letters.run(at), expected, "{mark} at {place}, from {at}");
                    let alone = text.get(at..).map_or(0, |rest| run(rest.as_bytes()).min(64));
                    assert!(alone == expected || !text.is_char_boundary(at), "{mark} at {place}, from {at}");
                }
            }
        }
        assert_eq!(Letters::of("").run(0), 0);
    }
}

//! Which bytes of a text are letters, found for many together, so that the end of a word is one look.

use super::bits::Bits;
use super::fold::LATIN;

/// The letters of a text: bytes that are, or are part of, one of ASCII or Latin-1; `×` and `÷` count as such, too.
pub(crate) fn letters(text: &str) -> Bits {
    let mut lead_before = 0;
    Bits::of(text, |block| {
        let ascii = block.flags(|byte| (byte | b' ').wrapping_sub(b'a') < 26);
        let leads = block.flags(|byte| byte == LATIN);
        let letters = ascii | leads | leads << 1 | lead_before;
        lead_before = leads >> 63;
        letters
    })
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
                let letters = letters(&text);
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
        assert_eq!(letters("").run(0), 0);
    }
}

//! Folding makes spellings meet: case, accents, ligatures and apostrophes fold away, letters stay.
//!
//! `RÉUNION`, `REUNION` and `réunion` fold to `reunion`; `L’` and `l'` fold to `l'`. Folded text is for comparing words,
//! never for offsets.

use unicode_normalization::UnicodeNormalization;

/// The lead byte of `À` to `ÿ`, all letters but `×` and `÷`: most letters of French that are not ASCII.
pub(crate) const LATIN: u8 = 0xC3;

/// Appends the folded form of `text` to `out`.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    let mut at = 0;
    out.reserve(text.len());
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            let plain = bytes[at..].iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len() - at);
            let from = out.len();
            out.push_str(&text[at..at + plain]);
            out[from..].make_ascii_lowercase();
            at += plain;
            continue;
        }
        let plain = if byte == LATIN { plain_latin(bytes[at + 1]) } else { 0 };
        if plain != 0 {
            out.push(char::from(plain));
            at += 2;
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            fold_char(c, out);
            at += c.len_utf8();
        }
    }
}

/// The plain letter of `À` to `ÿ`, by the second byte of its UTF-8; 0 where there is not just one.
pub(crate) const fn plain_latin(second: u8) -> u8 {
    PLAIN_LATIN[(second & 0x3F) as usize]
}

/// The plain letters of `À` (U+00C0) to `ÿ` (U+00FF); 0 where there is not just one.
const PLAIN_LATIN: [u8; 64] = *b"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";

/// The folded form of `text`.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Whether `c` is a mark that combines with the letter before it, as decomposed text (NFD) has them.
pub(crate) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Whether `c` is used as an apostrophe: typewriter, typographic, prime, modifier, backtick.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '′' | '`' | '´')
}

/// Whether `c` joins the parts of a compound: hyphens of all kinds, not dashes.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{AD}' | '\u{FFFE}')
}

fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let plain = match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' | 'Î' | 'Ï' | 'Í' | 'Ì' => 'i',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'Ô' | 'Ö' | 'Ó' | 'Ò' | 'Õ' => 'o',
        'û' | 'ù' | 'ü' | 'ú' | 'Û' | 'Ù' | 'Ü' | 'Ú' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        'œ' | 'Œ' => return out.push_str("oe"),
        'æ' | 'Æ' => return out.push_str("ae"),
        'ß' => return out.push_str("ss"),
        _ if is_apostrophe(c) => '\'',
        _ if is_combining(c) || c == '\u{AD}' => return,
        _ => {
            for part in c.to_lowercase().nfkd().filter(|&part| !is_combining(part)) {
                out.push(part);
            }
            return;
        }
    };
    out.push(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (text, folded) in [
            ("RÉUNION", "reunion"),
            ("Re\u{301}union", "reunion"),
            ("L’ŒUVRE", "l'oeuvre"),
            ("Kosovë", "kosove"),
            ("Łódź", "łodz"),
            ("Ⅳ", "iv"),
            ("Makkah Al‑Mukarramah", "makkah al‐mukarramah"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [("Niger", "Nigeria"), ("Mali", "Malien"), ("du", "de")] {
            assert_ne!(fold(one), fold(other));
        }
    }
}

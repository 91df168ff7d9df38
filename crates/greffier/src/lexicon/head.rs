//! Heads of series: how the symbols of a series begin, `#` for a number: `CM/`, `GC(#)/`, `MSC.#(#)`.

/// How the symbols of a series begin, or, where it opens with a slash or a hyphen, how those that begin with their number end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head(String);

/// How far a text follows a head.
enum Walk {
    /// To its end: so many bytes of the text.
    Whole(usize),
    /// To that byte of the head, where the text ends.
    Cut(usize),
    Differs,
}

impl Head {
    pub(crate) fn new(head: String) -> Self {
        Self(head)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The small letter or the mark with which it begins.
    pub(crate) fn initial(&self) -> u8 {
        initial(&self.0)
    }

    /// The bytes of `symbol` that are the head, in the same letters: 7 of `GC(60)/RES/12` for `GC(#)/`.
    pub(crate) fn length_in(&self, symbol: &str) -> Option<usize> {
        match self.walk(symbol, |one, other| one == other) {
            Walk::Whole(length) => Some(length),
            _ => None,
        }
    }

    /// The same in letters of any case: 3 of `cm/res.951` for `CM/`. One letter alone says too little: `a/b`.
    pub(crate) fn length_in_any_case(&self, symbol: &str) -> Option<usize> {
        let letters = self.0.bytes().filter(u8::is_ascii_alphabetic).count();
        match self.walk(symbol, |one, other| one.eq_ignore_ascii_case(other)) {
            Walk::Whole(length) if letters > 1 => Some(length),
            _ => None,
        }
    }

    /// Whether `text` is the beginning of the head and `next` goes on with it: `WHA` and `2` of `WHA#`. One letter alone says too
    /// little, unless a space goes on with it.
    pub(crate) fn goes_on(&self, text: &str, next: u8) -> bool {
        match self.walk(text, |one, other| one.eq_ignore_ascii_case(other)) {
            Walk::Cut(at) if text.len() > 1 || next == b' ' => match self.0.as_bytes()[at] {
                b'#' => next.is_ascii_digit(),
                byte => byte == next,
            },
            _ => false,
        }
    }

    /// Whether `symbol`, which begins with its number, ends with the head or has it for a part: `/CP.#`, `-POL`, `/CEMAC/`.
    pub(crate) fn closes(&self, symbol: &str) -> bool {
        let Some(opening) = self.0.chars().next().filter(|&c| is_joint(c)) else { return false };
        if let Some(part) = self.0[1..].strip_suffix('/') {
            return symbol.split(is_joint).any(|found| found == part);
        }
        symbol.match_indices(opening).any(|(at, _)| self.length_in(&symbol[at..]) == Some(symbol.len() - at))
    }

    fn walk(&self, text: &str, same: impl Fn(&u8, &u8) -> bool) -> Walk {
        let bytes = text.as_bytes();
        let mut at = 0;
        for (place, byte) in self.0.bytes().enumerate() {
            let Some(found) = bytes.get(at) else { return Walk::Cut(place) };
            at += match byte {
                b'#' if found.is_ascii_digit() => bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
                byte if byte != b'#' && same(found, &byte) => 1,
                _ => return Walk::Differs,
            };
        }
        Walk::Whole(at)
    }
}

/// The small letter or the mark with which a symbol or a head begins, `#` for a figure.
pub(crate) fn initial(text: &str) -> u8 {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii_digit() => b'#',
        Some(byte) => byte.to_ascii_lowercase(),
        None => 0,
    }
}

fn is_joint(c: char) -> bool {
    matches!(c, '/' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Head {
        Head::new(text.to_owned())
    }

    #[test]
    fn symbols_begin_with_heads() {
        for (text, symbol, length) in [
            ("CM/", "CM/Res.951", Some(3)),
            ("GC(#)/", "GC(60)/RES/12", Some(7)),
            ("P#_TA", "P10_TA(2024)0012", Some(6)),
            ("WHA#", "WHA31.26", Some(5)),
            ("A#-#", "A39-12", Some(6)),
            ("CM/", "cm/res.951", None),
            ("WHA#", "WHA", None),
            ("GC(#)/", "GC()/RES", None),
            ("CM/", "", None),
        ] {
            assert_eq!(head(text).length_in(symbol), length, "{text} in {symbol}");
        }
        assert_eq!(head("CM/").length_in_any_case("cm/res.951"), Some(3));
        assert_eq!(head("A/").length_in_any_case("a/b"), None);
    }

    #[test]
    fn heads_go_on() {
        for (text, begun, next, goes) in [
            ("WHA#", "WHA", b'2', true),
            ("GC(#)/", "GC", b'(', true),
            ("MSC.#(#)", "MSC.324", b'(', true),
            ("P#_TA(#)#", "P8_TA(2016)", b'0', true),
            ("WHA#", "WHA", b'(', false),
            ("WHA#", "WHA2", b'7', false),
            ("CL #/", "CL", b'1', false),
            ("C 20#/", "C", b' ', true),
            ("A#/", "A", b'7', false),
        ] {
            assert_eq!(head(text).goes_on(begun, next), goes, "{begun} of {text}");
        }
    }

    #[test]
    fn symbols_with_their_number_first_close_with_heads() {
        for (text, symbol, closes) in [
            ("-POL", "7/37-POL", true),
            ("/PESC", "2013/233/PESC", true),
            ("/CP.#", "5/CP.1", true),
            ("/CEMAC/", "17/99/CEMAC-020-CM-03", true),
            ("/CEMAC/", "12/CM/CEMAC-2019", true),
            ("-P", "7/37-POL", false),
            ("/CP.#", "5/CP", false),
            ("/CEMAC/", "12/XCEMAC/CM", false),
            ("CM/", "5/CM/", false),
            ("", "5", false),
        ] {
            assert_eq!(head(text).closes(symbol), closes, "{symbol} with {text}");
        }
    }
}

//! Symbols in the spelling of their series: without stray spaces, in its letters: `PSC / PR / COMM. (DXXVI)`, `cm/res.951 (xli)`.
//!
//! The grammar of symbols knows one spelling. What texts make of it is undone here, for as long as one symbol may be; each byte
//! remembers where it was printed.

use crate::grammar::roman::{is_roman_digit, roman};
use crate::lexicon::fold::is_hyphen;
use crate::lexicon::{Series, Symbols};

/// How many bytes a symbol has at most, its brackets and its range included.
const LONGEST: usize = 128;

/// How many bytes most have.
const USUAL: usize = 48;

/// A symbol, and what follows it, in the spelling of its series.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spelled {
    text: String,
    /// Where each byte was printed: the bytes of its character.
    places: Vec<(u8, u8)>,
    /// Whether a slash stood apart, so that only a known head tells a symbol: `ANGLAIS / FRANÇAIS`.
    pub(crate) loose: bool,
    /// Whether letters were changed, so that only a whole symbol counts: `cm/h`.
    pub(crate) changed: bool,
}

impl Spelled {
    /// The beginning of `printed` as a series would spell it.
    pub(crate) fn of(printed: &str, symbols: &Symbols) -> Self {
        let mut spelled = Self::joined(window(printed), symbols);
        spelled.repair();
        spelled.respell(symbols);
        spelled
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which byte `at` of the text was printed.
    pub(crate) fn start_of(&self, at: usize) -> usize {
        self.places.get(at).map_or_else(|| self.end_of(at), |&(start, _)| usize::from(start))
    }

    /// The byte at which what stands before byte `at` of the text was printed to its end.
    pub(crate) fn end_of(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, |&(_, end)| usize::from(end))
    }

    /// The text without its stray spaces.
    fn joined(printed: &str, symbols: &Symbols) -> Self {
        let mut spelled =
            Self { text: String::with_capacity(USUAL), places: Vec::with_capacity(USUAL), ..Self::default() };
        let mut slash = None;
        let mut inside = false;
        for (at, c) in printed.char_indices() {
            let place = (at as u8, (at + c.len_utf8()) as u8);
            if c == ' ' {
                let next = printed[at + 1..].trim_start_matches(' ');
                match spelled.gap(next, symbols, inside, slash) {
                    Gap::Stray => {}
                    Gap::Slash => spelled.loose = true,
                    Gap::Point => spelled.push('.', place),
                    Gap::Space => spelled.push(c, place),
                    Gap::End => break,
                }
                continue;
            }
            match c {
                '/' if slash.is_none() => slash = Some(spelled.loose),
                '(' => inside = true,
                ')' => inside = false,
                _ => {}
            }
            spelled.push(latin(c), place);
        }
        spelled
    }

    /// What the space before `next` is; `wide`: whether the first slash stood apart.
    fn gap(&self, next: &str, symbols: &Symbols, inside: bool, wide: Option<bool>) -> Gap {
        let text = self.text.as_str();
        let (Some(before), Some(after)) = (text.chars().next_back(), next.chars().next()) else { return Gap::End };
        let part = &next[..next.find(|c: char| !is_inner(c)).unwrap_or(next.len())];
        if before == '/' || after == '/' {
            let apart = after == '/' && next[1..].starts_with(' ');
            let fits = if before == '/' { continues(part, symbols) } else { before.is_alphanumeric() || before == ')' };
            return if fits && !(apart && wide == Some(false)) { Gap::Slash } else { Gap::End };
        }
        let figures = part.bytes().take_while(u8::is_ascii_digit).count();
        let last = &text[text.rfind('/').map_or(0, |slash| slash + 1)..];
        let bracket = || next[figures..].trim_start_matches(' ').starts_with('(');
        let pointless = || is_head(&format!("{text}."), symbols) || (symbols.kind_of_part(last).is_some() && bracket());
        let goes_on = || after.is_ascii() && symbols.goes_on(text, after as u8) && !symbols.goes_on(text, b' ');
        match before {
            '(' => Gap::Stray,
            _ if figures > 0 && before.is_alphabetic() && wide.is_some() && pointless() => Gap::Point,
            _ if after == ')' || goes_on() => Gap::Stray,
            // "CFM- 36"
            _ if is_hyphen(before) && figures > 0 && last.starts_with(char::is_alphabetic) && !last.contains(' ') => {
                Gap::Stray
            }
            '.' if figures > 0 && next[figures..].trim_start_matches(' ').starts_with('/') => {
                if is_head(text, symbols) { Gap::Stray } else { Gap::Space }
            }
            // what goes on in small letters is the sentence
            _ if after.is_lowercase() && !inside => Gap::End,
            _ => Gap::Space,
        }
    }

    /// `l5/2007` is `15/2007`, `(XLl)` is `(XLI)`.
    fn repair(&mut self) {
        let bytes = self.text.as_bytes();
        if matches!(bytes, [b'l' | b'I', b'0'..=b'9', ..]) {
            let figures = bytes[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if bytes.get(1 + figures) == Some(&b'/') {
                self.replace(0, 1, "1");
            }
        }
        let Some((open, close)) = self.bracket() else { return };
        let session = &self.text[open..close];
        if session.contains('l') && session.len() > 1 && session.bytes().all(|byte| byte == b'l' || is_capital(byte)) {
            let capitals = session.replace('l', "I");
            if roman(&capitals).is_ok_and(|(rest, _)| rest.is_empty()) {
                self.replace(open, close, &capitals);
            }
        }
    }

    /// The letters as the series has them.
    fn respell(&mut self, symbols: &Symbols) {
        if let Some((series, length)) = symbols.series_misread(&self.text) {
            self.replace(0, length, series.head.as_str());
            let from = series.head.as_str().len();
            self.words(from, |word| series.word(symbols.word_misread(word).unwrap_or(word)).map(str::to_owned));
        } else if let Some((series, length)) = known(&self.text, symbols) {
            let printed = &self.text[..length];
            let exact = series.head.length_in(printed).is_some();
            if exact {
                self.words(length, |word| series.word(word).map(str::to_owned));
            } else {
                self.changed = true;
                let head = in_letters_of(printed, series.head.as_str());
                self.replace(0, length, &head);
                self.words(length, |word| series.word(word).map(str::to_owned).or_else(|| Some(capitals(word))));
                self.session();
            }
        } else if self.text.starts_with(|c: char| c.is_ascii_digit()) && self.has_small_letter() {
            self.changed = true;
            self.words(0, |word| Some(capitals(word)));
        }
    }

    /// The words from byte `from` to the end of the first piece without space, each through `spell`.
    fn words(&mut self, from: usize, spell: impl Fn(&str) -> Option<String>) {
        let mut at = from;
        while let Some(c) = self.text[at..].chars().next().filter(|&c| is_inner(c)) {
            let length = self.text[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(self.text.len() - at);
            let spelled = if length > 0 { spell(&self.text[at..at + length]) } else { None };
            at += match spelled {
                Some(spelled) => {
                    self.replace(at, at + length, &spelled);
                    spelled.len()
                }
                None => length.max(c.len_utf8()),
            };
        }
    }

    /// The session in brackets, in capitals.
    fn session(&mut self) {
        if let Some((open, close)) = self.bracket() {
            let capitals = self.text[open..close].to_ascii_uppercase();
            if roman(&capitals).is_ok_and(|(rest, _)| rest.is_empty()) {
                self.replace(open, close, &capitals);
            }
        }
    }

    /// What stands in the first brackets.
    fn bracket(&self) -> Option<(usize, usize)> {
        let open = self.text.find('(')? + 1;
        let close = open + self.text[open..].find(')')?;
        Some((open, close))
    }

    fn has_small_letter(&self) -> bool {
        self.text.chars().take_while(|&c| is_inner(c)).any(char::is_lowercase)
    }

    fn push(&mut self, c: char, place: (u8, u8)) {
        self.text.push(c);
        self.places.push(place);
        self.places.resize(self.text.len(), place);
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        if with.len() == end - start {
            self.text.replace_range(start..end, with);
            return;
        }
        let place = (self.places[start].0, self.places[end - 1].1);
        self.text.replace_range(start..end, with);
        self.places.splice(start..end, std::iter::repeat_n(place, with.len()));
    }
}

/// What a space inside a symbol is.
enum Gap {
    /// Nothing: `WHA 27.53`.
    Stray,
    /// Nothing, beside a slash.
    Slash,
    /// The point that the series has there: `CADHP/Res 148`.
    Point,
    Space,
    /// The end of the symbol.
    End,
}

/// As much of `printed` as one symbol may take.
fn window(printed: &str) -> &str {
    let mut end = printed.len().min(LONGEST);
    while !printed.is_char_boundary(end) {
        end -= 1;
    }
    printed[..end].split('\n').next().unwrap_or("")
}

/// Whether `text` is a whole head, in letters of any case.
fn is_head(text: &str, symbols: &Symbols) -> bool {
    symbols.series_in_any_case(text).is_some_and(|(_, length)| length == text.len())
}

/// The series of a symbol in its letters or in others, and the bytes of its head.
fn known<'s>(text: &str, symbols: &'s Symbols) -> Option<(&'s Series, usize)> {
    let exact = symbols.series_headed(text);
    // of two heads the longer wins, whatever its letters: "ASSEMBLY/AU/" is no "A"
    let other = symbols.series_in_any_case(text);
    match (exact, other) {
        (Some(exact), Some(other)) if other.1 > exact.1 => Some(other),
        (Some(exact), _) => Some(exact),
        (None, other) => other,
    }
}

/// The head as the series spells it, with the numbers printed: `EB44` for `eb44` and `EB#`.
fn in_letters_of(printed: &str, head: &str) -> String {
    let mut out = String::with_capacity(printed.len());
    let mut rest = printed;
    for c in head.chars() {
        let length = match c {
            '#' => rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()),
            _ => rest.chars().next().map_or(0, char::len_utf8),
        };
        let (found, after) = rest.split_at(length);
        if c == '#' {
            out.push_str(found)
        } else {
            out.push(c)
        }
        rest = after;
    }
    out
}

/// Whether a part that stands apart after a slash goes on with the symbol: in capitals and figures, or a word of symbols.
fn continues(part: &str, symbols: &Symbols) -> bool {
    let whole = part.len() > 1 || part.starts_with(|c: char| c.is_ascii_digit());
    whole && (!part.contains(char::is_lowercase) || symbols.kind_of_part(part).is_some())
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '/') || is_hyphen(c)
}

fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() && is_roman_digit(char::from(byte))
}

fn capitals(word: &str) -> String {
    word.chars().map(|c| c.to_uppercase().next().unwrap_or(c)).collect()
}

/// The Latin letter for a Cyrillic one that looks the same: `А70/34`.
fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn check(cases: &[(&str, &str)]) {
        let symbols = Lexicon::load("fr").expect("the data loads").references.symbols;
        for &(printed, text) in cases {
            assert_eq!(Spelled::of(printed, &symbols).text(), text, "{printed}");
        }
    }

    #[test]
    fn stray_spaces_go() {
        check(&[
            ("PSC / PR / COMM. (DXXVI) du", "PSC/PR/COMM. (DXXVI)"),
            ("OIC/CFM- 36 /2009/ LEG/ RES tel", "OIC/CFM-36/2009/LEG/RES"),
            ("A/SA. 1/ 01/ 10 relatif", "A/SA.1/01/10"),
            ("A/P 1/5/79, A/SP2", "A/P.1/5/79, A/SP2"),
            ("C/REG 4/06/12 sur", "C/REG.4/06/12"),
            ("CADHP/Res 148 (XLVI) 09 et", "CADHP/Res.148 (XLVI) 09"),
            ("CM / Res. 718 ( XXXIII ) sur", "CM/Res. 718 (XXXIII)"),
            ("CADHP/Res. 473 (EXT.OS/ XXXI) 2021", "CADHP/Res. 473 (EXT.OS/XXXI) 2021"),
            ("WHA 27.53 et", "WHA27.53"),
            ("GC (62)/ RES/9 sur", "GC(62)/RES/9"),
            ("P8_TA (2016) 0120 et", "P8_TA(2016)0120"),
            ("MSC.324 (89).", "MSC.324(89)."),
            ("01 /16/ CEMAC/ UMAC/ CM", "01/16/CEMAC/UMAC/CM"),
        ]);
    }

    #[test]
    fn other_spaces_stay() {
        check(&[
            ("EUCO 3/18 du", "EUCO 3/18"),
            ("CL 155/REP du", "CL 155/REP"),
            ("CM/Res.1385 - 1387 (LVI)", "CM/Res.1385 - 1387 (LVI)"),
            ("S/RES/2085 (2012), Le", "S/RES/2085 (2012), Le"),
            ("A/70/1 / A/70/2", "A/70/1"),
            ("A/70/1/ Le Conseil", "A/70/1/"),
            ("A/70/1/ et", "A/70/1/"),
            ("A 70/34", "A 70/34"),
            ("", ""),
            (" ", ""),
        ]);
    }

    #[test]
    fn letters_are_those_of_the_series() {
        check(&[
            ("assembly/au/dec.496(xxii) sur", "Assembly/AU/Dec.496(XXII)"),
            ("ASSEMBLY/AU/DEC.613(XXVIII)", "Assembly/AU/Dec.613(XXVIII)"),
            ("psc/pr/comm.(dcccxv)", "PSC/PR/COMM.(DCCCXV)"),
            ("oic/cfm-44/2017/pol", "OIC/CFM-44/2017/POL"),
            ("cadhp/rés. 69 (XXXV) 04", "CADHP/Rés. 69 (XXXV) 04"),
            ("eb44.r2", "EB44.R2"),
            ("3/cp.11", "3/CP.11"),
            ("CU/Ros.951 (XLI)", "CM/Res.951 (XLI)"),
            ("CII/1250 (XLl)", "CM/1250 (XLI)"),
            ("l5/2007/CM/UEMOA", "15/2007/CM/UEMOA"),
            ("А25/21", "A25/21"),
            // no series, no other letters
            ("et/ou", "et/ou"),
            ("km/h", "km/h"),
            ("A/70/1 (i)", "A/70/1 (i)"),
        ]);
    }

    #[test]
    fn pieces_lead_back_to_what_was_printed() {
        let symbols = Lexicon::load("fr").expect("the data loads").references.symbols;
        for (printed, piece, place) in [
            ("PSC / PR / COMM. (DXXVI) du", "COMM.", "COMM."),
            ("Cll/RGs.986 (XLI) clôt", "986 (XLI)", "986 (XLI)"),
            ("Cll/RGs.986 (XLI) clôt", "CM", "Cll/"),
            ("CM / Res. 718 ( XXXIII ) sur", "718 (XXXIII)", "718 ( XXXIII )"),
            ("cadhp/rés. 69 (XXXV) 04", "Rés.", "rés."),
        ] {
            let spelled = Spelled::of(printed, &symbols);
            let at = spelled.text().find(piece).expect(piece);
            assert_eq!(&printed[spelled.start_of(at)..spelled.end_of(at + piece.len())], place, "{printed}");
        }
    }
}

//! Titles that carry the number of their resolution.

/// title = 1*DIGIT "/" 1*DIGIT [ UPPER ] "." *SP ( letter / quote ) ; `75/27. Journée internationale …`, `2023/1. Organisation des travaux …`
pub(crate) fn is_numbered_title(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let Some(rest) = (first > 0).then(|| text[first..].strip_prefix('/')).flatten() else { return false };
    let second = digits(rest);
    let rest = rest[second..].trim_start();
    let rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(rest);
    second > 0
        && rest.strip_prefix('.').is_some_and(|rest| {
            rest.trim_start().starts_with(char::is_alphabetic) || rest.trim_start().starts_with('«')
        })
}

/// header = 1*4DIGIT " (" 4DIGIT ")." SP letter ; `53 (1948). Résolution du 7 juillet 1948`
pub(crate) fn is_numbered_header(text: &str) -> bool {
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = text[number..].strip_prefix(" (") else { return false };
    let year = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[year..].strip_prefix("). ");
    (1..=4).contains(&number) && year == 4 && behind.is_some_and(|words| words.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_titles() {
        for (line, titled) in [
            ("75/27. Journée internationale", true),
            ("2023/1. Organisation des travaux", true),
            ("75/245 B. « Régime commun »", true),
            ("75/245B. « Régime commun »", true),
            ("53/77 Q du 4 décembre", false),
            ("1/2", false),
            ("12 mai 2019", false),
        ] {
            assert_eq!(is_numbered_title(line), titled, "{line}");
        }
        assert!(is_numbered_header("53 (1948). Résolution du 7 juillet 1948"));
        assert!(!is_numbered_header("661 (1990) du 6 août"));
    }
}

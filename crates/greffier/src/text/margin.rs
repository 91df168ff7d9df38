//! Margins: the line numbers that some drafts print before every line, or every fifth, and that extraction puts into the line.
//!
//! A number in the margin has no closing punctuation and rises by one with every line, or by five with every fifth; a clause
//! number has a point. What is found belongs to the page: the words of the line begin behind it.

use super::line::Line;

/// Fewer numbers than these are no margin.
const FEWEST: usize = 5;

/// The same of numbers that stand well apart from the words, as in a layout kept by blanks.
const FEWEST_APART: usize = 3;

/// Numbers among which the one before or behind is looked for.
const NEAREST: usize = 3;

/// Takes numbers in the margin out of the words of their lines.
pub(crate) fn margins(source: &str, lines: &mut [Line]) {
    let worded: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].text_start < lines[at].text_end).collect();
    let numbers: Vec<Option<(u32, usize)>> = worded.iter().map(|&at| number(lines[at].text(source))).collect();
    let found = numbers.iter().flatten().count();
    if found < FEWEST_APART {
        return;
    }
    for step in [1, 5] {
        let marked = numbered(&numbers, step);
        // one by one nearly all lines have a number; five by five every fifth
        let enough = if step == 1 { worded.len() / 2 } else { worded.len() / 12 };
        let apart = |&place: &usize| {
            numbers[place].is_some_and(|(_, len)| lines[worded[place]].text(source)[..len].ends_with("  "))
        };
        let fewest = if marked.iter().all(apart) { FEWEST_APART } else { FEWEST };
        if marked.len() >= fewest.max(enough) {
            for place in marked {
                let line = &mut lines[worded[place]];
                let (_, len) = numbers[place].expect("a marked line has a number");
                line.width -= source[line.text_start..line.text_start + len].chars().count();
                line.text_start += len;
            }
            return;
        }
    }
}

/// The number that opens a line, and how many bytes it takes with the blanks behind it: digits, blanks, then words.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let words = rest.trim_start();
    let plain = (1..=3).contains(&digits) && words.len() < rest.len() && !words.is_empty();
    plain.then(|| Some((text[..digits].parse().ok()?, text.len() - words.len())))?
}

/// The places whose numbers rise by `step` from one to the next, or begin again.
fn numbered(numbers: &[Option<(u32, usize)>], step: u32) -> Vec<usize> {
    // labels of notes stand between the fives
    let all: Vec<(usize, u32)> = numbers
        .iter()
        .enumerate()
        .filter_map(|(place, found)| Some((place, found.as_ref()?.0)))
        .filter(|(_, number)| number % step == 0)
        .collect();
    // a five may stand on a line that was lost
    let most = if step == 1 { 1 } else { 3 };
    let rises = |a: (usize, u32), b: (usize, u32)| {
        let steps = b.1.saturating_sub(a.1) / step;
        (1..=most).contains(&steps) && b.1 == a.1 + steps * step && b.0 - a.0 <= (3 * step * steps) as usize
    };
    let counts = |at: usize| {
        let (place, number) = all[at];
        // "15 au jeudi 18 juillet": other fives open lines too
        all[at.saturating_sub(NEAREST)..at].iter().any(|&before| rises(before, (place, number)))
            || all[at + 1..].iter().take(NEAREST).any(|&next| rises((place, number), next))
    };
    (0..all.len()).filter(|&at| counts(at)).map(|at| all[at].0).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        let mut lines = lines(source);
        margins(source, &mut lines);
        lines.iter().map(|line| line.text(source)).collect()
    }

    #[test]
    fn line_numbers_are_no_words() {
        let words =
            ["Le Conseil,", "Rappelant ses", "résolutions", "5. Décide de", "lever la séance", "et de se réunir"];
        let source: String = words.iter().enumerate().map(|(at, line)| format!("{} {line}\n", at + 7)).collect();
        assert_eq!(texts(&source), words);
        let fifth: String = (1..40)
            .map(|at| if at % 5 == 0 { format!("{at}   mot et mot\n") } else { "     mot et mot\n".to_owned() })
            .collect();
        assert!(texts(&fifth).iter().all(|line| *line == "mot et mot"));
        // a short text has few, well apart from the words
        let short: String = fifth.lines().take(16).map(|line| format!("{line}\n")).collect();
        assert!(texts(&short).iter().all(|line| *line == "mot et mot"));
        let noted = fifth.replace("     mot et mot\n30   ", "     1   Ibid.\n30   ");
        assert_eq!(texts(&noted)[29], "mot et mot");
    }

    #[test]
    fn other_numbers_are_words() {
        for source in [
            "1. Décide\n2. Prie\n3. Invite\n4. Charge\n5. Exige\n6. Note\n",
            "12 pays ont voté\n3 se sont abstenus\nle 4 mai\n7 étaient absents\n9 voix\n10 voix\n2 autres\n",
            "1 Objet\n2 Siège\n3 Durée\n",
            "5 voix\n10 voix\n15 voix\n",
        ] {
            assert_eq!(texts(source), source.lines().collect::<Vec<_>>());
        }
    }
}

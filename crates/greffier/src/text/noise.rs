//! Noise: which lines belong to the page, not to the text: page numbers, running heads.
//!
//! A number alone on a line is a page number, unless it may be a year that ends a date. A line that recurs next to page
//! numbers or page breaks is a running head. Nothing is dropped: such lines become leaves of their own.

use super::edge::{End, end, opens_with_verb};
use super::footnote::footnotes;
use super::head::{HEAD_WIDTH, PAGE_GAP, heads, is_symbol};
use super::line::Line;
use crate::lexicon::segment::{SegmentKind, segments};
use crate::lexicon::{Lexicon, WordId};
use rustc_hash::FxHashSet;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    Blank,
    Text,
    PageNumber,
    RunningHead,
    /// A line of dashes or stars: above notes, below the text.
    Rule,
    /// A line of a foot-note.
    Note,
}

/// The kind of each line.
pub(crate) fn classify(source: &str, lines: &[Line], lexicon: &Lexicon) -> Vec<LineKind> {
    let mut kinds: Vec<LineKind> = lines
        .iter()
        .map(|line| match line.text(source) {
            "" => LineKind::Blank,
            text if is_rule(text) => LineKind::Rule,
            text if line.width <= 40 && is_page_number(text, lexicon) => LineKind::PageNumber,
            text if line.width <= HEAD_WIDTH && is_foot(text, lexicon) => LineKind::PageNumber,
            _ => LineKind::Text,
        })
        .collect();
    heads(source, lines, &mut kinds, lexicon);
    lost_markers(source, lines, &mut kinds, lexicon);
    footnotes(source, lines, &mut kinds, lexicon);
    kinds
}

/// A marker alone on its line inside a sentence, `… de la présente réso- / 4. / lution …`: extraction put it one line too low. It
/// cannot be read where it stands, so it counts as part of the page.
fn lost_markers(source: &str, lines: &[Line], kinds: &mut [LineKind], lexicon: &Lexicon) {
    let text = |at: usize| lines[at].text(source);
    let acts = |at: usize| text(at).starts_with(char::is_uppercase) && opens_with_verb(text(at), lexicon);
    for at in 1..lines.len().saturating_sub(1) {
        if kinds[at] != LineKind::Text || lines[at].width > 5 || !is_lone_marker(text(at)) {
            continue;
        }
        let worded = |near: &usize| kinds[*near] == LineKind::Text;
        let up = |from: usize| (0..from).rev().take(PAGE_GAP).find(worded);
        let below = (at + 1..lines.len()).take(PAGE_GAP).find(worded);
        let Some((above, below)) = up(at).zip(below) else { continue };
        let small = text(below).starts_with(char::is_lowercase);
        // "… ; / Réaffirme la résolution / 2. / 2743 (2024), …": the line above begins what goes on below
        let begins = || {
            let closed =
                up(above).is_some_and(|line| text(line).ends_with([';', '.', ':', ',']) && !is_lone_marker(text(line)));
            closed && acts(above) && !acts(below)
        };
        let lost = match end(text(above), lexicon) {
            // "… ; et / f)" leads up to the next item
            End::Open | End::Hyphen | End::Dangling => small || begins(),
            End::Comma => begins(),
            _ => false,
        };
        if lost {
            kinds[at] = LineKind::PageNumber;
        }
    }
}

/// `4.`, `12.`, `a)`
fn is_lone_marker(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
        || text
            .strip_suffix(')')
            .is_some_and(|letter| letter.len() <= 4 && letter.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// `____`, `* * *`, `=  =  =`: three signs at least, and nothing else.
fn is_rule(text: &str) -> bool {
    let sign = |c: char| matches!(c, '_' | '=' | '*' | '-' | '–' | '—' | '─' | '.' | '…');
    text.chars().all(|c| sign(c) || c == ' ') && text.chars().filter(|&c| sign(c)).count() >= 3
}

/// Printers' job numbers (`12-34567`) next to a page number belong to the page, and so do those that recur.
pub(super) fn job_numbers(source: &str, lines: &[Line], kinds: &mut [LineKind]) {
    let mut beside = |at: usize, near: &mut bool| match kinds[at] {
        LineKind::Blank => {}
        LineKind::PageNumber => *near = true,
        LineKind::Text if *near && is_job_number(lines[at].text(source)) => kinds[at] = LineKind::PageNumber,
        _ => *near = false,
    };
    let mut near = false;
    (0..lines.len()).rev().for_each(|at| beside(at, &mut near));
    near = false;
    (0..lines.len()).for_each(|at| beside(at, &mut near));
    // the same number elsewhere, though no page number stands by it
    let mut known: FxHashSet<&str> = (0..lines.len())
        .filter(|&at| kinds[at] == LineKind::PageNumber)
        .map(|at| lines[at].text(source))
        .flat_map(|text| text.split_whitespace().find(|word| is_job_number(word)))
        .collect();
    let alone = |at: &usize| kinds[*at] == LineKind::Text && lines[*at].width <= JOB_NUMBER;
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for at in (0..lines.len()).filter(alone) {
        let text = lines[at].text(source);
        if is_job_number(text) && !seen.insert(text) {
            known.insert(text);
        }
    }
    if known.is_empty() {
        return;
    }
    for (line, kind) in lines.iter().zip(kinds) {
        if *kind == LineKind::Text && line.width <= JOB_NUMBER && known.contains(&line.text(source)) {
            *kind = LineKind::PageNumber;
        }
    }
}

/// Longest job number, in code points.
const JOB_NUMBER: usize = 9;

/// A job number: two digits, a hyphen, five digits.
fn is_job_number(text: &str) -> bool {
    // "22-07011 (F)"
    let text = text.split_once(' ').map_or(text, |(number, language)| if language.len() <= 3 { number } else { text });
    text.split_once(['-', '‑']).is_some_and(|(year, number)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        year.len() == 2 && (4..=6).contains(&number.len()) && digits(year) && digits(number)
    })
}

/// `16-12345      1/2`: job number and page number on one line, far apart.
fn is_foot(text: &str, lexicon: &Lexicon) -> bool {
    let apart = || text.contains('/') || text.contains("  ");
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || !apart() {
        return false;
    }
    let columns =
        [text.split_once("  "), text.rsplit_once("  "), text.split_once(' ').filter(|(_, page)| page.contains('/'))];
    columns.into_iter().flatten().any(|(left, right)| {
        let (left, right) = (left.trim(), right.trim());
        // "16-12345 … 1/2", "EUCO 99/19 … 1"
        ((is_job_number(left) || is_symbol(left)) && is_page_number(right, lexicon))
            || (is_page_number(left, lexicon) && is_job_number(right))
    })
}

/// `2`, `- 2 -`, `[2]`, `2/11`, `Page 2 of 11`, `p. 2`; not `2013`, which may end a date.
fn is_page_number(text: &str, lexicon: &Lexicon) -> bool {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let layout = &lexicon.layout;
    let mut numbers = 0;
    let mut page_word = false;
    for segment in segments(text) {
        let piece = &text[segment.start..segment.end];
        match segment.kind {
            SegmentKind::Number if piece.len() <= 3 => numbers += 1,
            SegmentKind::Number | SegmentKind::Mixed => return false,
            SegmentKind::Word => {
                let id = lexicon.vocabulary.number(piece);
                if layout.page.contains(&id) && id != WordId::UNKNOWN && numbers == 0 {
                    page_word = true;
                } else if !(page_word && layout.between.contains(&id)) {
                    return false;
                }
            }
            SegmentKind::Punctuation => {
                if !matches!(piece, "-" | "–" | "—" | "/" | "[" | "]" | "." | ":" | "|" | "*")
                    || (piece == "." && !page_word)
                {
                    return false;
                }
            }
        }
    }
    match numbers {
        1 => !text.ends_with(['-', '–', '.', ')', '/']) || text.starts_with(['-', '–', '[']) || page_word,
        2 => page_word || text.contains('/'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::line::lines;

    fn kinds(source: &str) -> Vec<LineKind> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        classify(source, &lines(source), &lexicon)
    }

    #[test]
    fn page_numbers() {
        for text in ["2", "- 2 -", "[2]", "2/11", "Page 2 of 11", "Page 3 sur 12", "p. 7", "12", "– 3 –"] {
            assert_eq!(kinds(text), [LineKind::PageNumber], "{text}");
        }
        for text in ["2013", "1.", "a)", "2 mai", "1-", "-", "12/05/2013", "Page", "10 voix", "1948)"] {
            assert_eq!(kinds(text), [LineKind::Text], "{text}");
        }
    }

    #[test]
    fn lines_that_recur_at_page_turns_are_running_heads() {
        let source = "Comité du lac\nDécide de\n\n1/2\nComité du lac\n\nse réunir.\n2/2\nComité du lac\n";
        use LineKind::{Blank, PageNumber, RunningHead, Text};
        assert_eq!(kinds(source), [Text, Text, Blank, PageNumber, RunningHead, Blank, Text, PageNumber, RunningHead]);
    }

    #[test]
    fn a_marker_one_line_too_low_is_no_marker() {
        use LineKind::{PageNumber, Text};
        for (source, lost) in [
            ("Décide de lever la présente réso-\n4.\nlution", true),
            ("de paix ;\nRéaffirme la résolution\n2.\n2743 (2024), en", true),
            ("de paix ;\nEngage les États, avec la Commission de\n3.\nSanté, à agir", true),
            ("de paix ;\nInvite les États à coopérer,\n9.\nnotamment", true),
            // labels alone on their lines
            ("de paix ;\nDécide de payer\n2.\nInvite les États", false),
            ("1.\nDécide de payer\n2.\n12 pays", false),
            ("Notant le rapport de la paix,\n1.\nDécide", false),
            ("de paix ;\nles phares,\n2.\net les bacs", false),
        ] {
            let expected = if lost { PageNumber } else { Text };
            let at =
                source.lines().collect::<Vec<_>>().iter().rposition(|line| is_lone_marker(line)).expect("a marker");
            assert_eq!(kinds(source)[at], expected, "{source:?}");
        }
    }

    #[test]
    fn lines_of_a_sentence_that_recur_are_no_heads() {
        use LineKind::{PageNumber, Text};
        for line in [", 70/1 du 3 mai", "Rappelant ses résolutions 70/1 et", "le Comité du lac,"] {
            let source = format!("un mot\n1\n{line}\nfin\n2\n{line}\n");
            assert_eq!(kinds(&source), [Text, PageNumber, Text, Text, PageNumber, Text], "{line}");
        }
    }

    #[test]
    fn a_symbol_that_recurs_is_a_running_head() {
        use LineKind::{RunningHead, Text};
        assert_eq!(
            kinds("S/RES/9325 (2030)\nDécide de\nS/RES/9325 (2030)\nse réunir"),
            [Text, Text, RunningHead, Text]
        );
        assert_eq!(kinds("Le Comité,\nDécide\nLe Comité,\nDécide"), [Text, Text, Text, Text]);
    }

    #[test]
    fn a_head_may_repeat_the_letterhead_once() {
        use LineKind::{PageNumber, RunningHead, Text};
        let source = "Comité du lac          C/12/3\nDécide de\n1/2\nC/12/3          Lacs et rivières\nse réunir";
        assert_eq!(kinds(source), [Text, Text, PageNumber, RunningHead, Text]);
    }

    #[test]
    fn job_numbers_go_with_the_page_number() {
        use LineKind::{PageNumber, Text};
        assert_eq!(kinds("et\n12-34567\n2/9\nsuite"), [Text, PageNumber, PageNumber, Text]);
        assert_eq!(kinds("et\n2\n12-34567\nsuite"), [Text, PageNumber, PageNumber, Text]);
        // the same number again, far from the numbers of the pages
        assert_eq!(
            kinds("un\n12-34567\ndeux\n2/9\ntrois\n12-34567\nfin"),
            [Text, PageNumber, Text, PageNumber, Text, PageNumber, Text]
        );
        assert_eq!(kinds("12-34567"), [Text]);
        assert_eq!(kinds("et\n12-34567            2/9\n3/9      12-34567"), [Text, PageNumber, PageNumber]);
        assert_eq!(kinds("12-34567  voix"), [Text]);
    }
}

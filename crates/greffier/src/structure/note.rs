//! The calls of foot-notes in the text.

use crate::lexicon::segment::{Join, SegmentKind};
use crate::mention::Reading;
use crate::text::CleanSpan;

/// Words between a call and the foot of its page, at most.
pub(crate) const REACH: usize = 4_000;

/// The first of the words that calls the note of that figure, and the figure's place in it.
pub(crate) fn call(words: std::ops::Range<usize>, figure: &str, reading: Reading<'_>) -> Option<(usize, CleanSpan)> {
    words.into_iter().find_map(|at| Some((at, figure_at(at, figure, reading)?)))
}

/// The figure glued to the end of word `at`, or of the word before it: `août 19482`, `Conseil3`, `1963[1]`.
fn figure_at(at: usize, figure: &str, reading: Reading<'_>) -> Option<CleanSpan> {
    let word = reading.words[at];
    let text = word.text(reading.clean);
    let before = || at.checked_sub(1).map(|before| reading.words[before].text(reading.clean));
    let calls = match word.kind {
        SegmentKind::Number | SegmentKind::Mixed if word.join == Join::Glued => {
            let behind = |before: &str| {
                before.ends_with(|c: char| c.is_alphabetic() || matches!(c, '[' | '(' | ')' | '»' | ';' | ':' | ','))
            };
            text == figure && before().is_some_and(behind)
        }
        // a year of four figures with the call behind it
        SegmentKind::Number | SegmentKind::Mixed => text.len() == YEAR + figure.len() && text.ends_with(figure),
        SegmentKind::Word => {
            text.strip_suffix(figure).is_some_and(|stem| stem.len() > 2 && stem.ends_with(char::is_lowercase))
        }
        SegmentKind::Punctuation => false,
    };
    let end = word.span.end as usize;
    calls.then(|| CleanSpan::new(end - figure.len(), end))
}

/// Figures of a year.
const YEAR: usize = 4;

//! Footnotes: their labels, and where the text calls them.

use super::Outline;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::mention::Reading;
use crate::model::LeafKind;
use crate::text::{CleanSpan, words_in};

/// A footnote in places of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundNote {
    pub(crate) span: CleanSpan,
    pub(crate) label: CleanSpan,
    pub(crate) text: CleanSpan,
    pub(crate) call: Option<CleanSpan>,
}

/// The footnotes of the text, in order, each with the call before it that has its figure.
pub(crate) fn notes(outline: &Outline, reading: Reading<'_>) -> Vec<FoundNote> {
    let mut out: Vec<FoundNote> = Vec::new();
    let mut from = 0;
    for part in outline.parts.iter().filter(|part| part.kind == LeafKind::Note) {
        let words = words_in(reading.words, part.span);
        let label = words.clone().take_while(|&at| {
            matches!(reading.words[at].kind, SegmentKind::Number | SegmentKind::Mixed)
                || reading.words[at].is_punctuation()
        });
        let body = words.start + label.count();
        let Some(first) = reading.words.get(body).filter(|_| body < words.end) else { continue };
        let figure = words.clone().map(|at| reading.words[at].text(reading.clean)).find(|text| is_figure(text));
        let end = reading.words[words.start..body].last().map_or(part.span.start, |word| word.span.end);
        // a call stands behind the one before, and before its note
        let call = figure.and_then(|figure| (from..words.start).find_map(|at| Some((at, call(at, figure, reading)?))));
        if let Some((at, _)) = call {
            from = at + 1;
        }
        out.push(FoundNote {
            span: part.span,
            label: CleanSpan { start: part.span.start, end },
            text: CleanSpan { start: first.span.start, end: part.span.end },
            call: call.map(|(_, span)| span),
        });
    }
    out
}

fn is_figure(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The figure glued to the end of word `at`, or of the word before it: `août 19482`, `Conseil3`, `1963[1]`.
fn call(at: usize, figure: &str, reading: Reading<'_>) -> Option<CleanSpan> {
    let word = reading.words[at];
    let text = word.text(reading.clean);
    let glued = match word.kind {
        SegmentKind::Number if word.join == Join::Glued => {
            let before = at.checked_sub(1).map(|before| reading.words[before].text(reading.clean));
            text == figure && before.is_some_and(|before| before == "[" || before.ends_with(char::is_alphabetic))
        }
        // a year of four figures with the call behind it
        SegmentKind::Number => text.len() == YEAR + figure.len() && text.ends_with(figure),
        SegmentKind::Word => {
            let stem = text.strip_suffix(figure);
            stem.is_some_and(|stem| stem.len() > 3 && stem.ends_with(char::is_lowercase))
        }
        SegmentKind::Mixed | SegmentKind::Punctuation => false,
    };
    let start = word.span.end as usize - figure.len();
    glued.then(|| CleanSpan::new(start, word.span.end as usize))
}

/// Figures of a year.
const YEAR: usize = 4;

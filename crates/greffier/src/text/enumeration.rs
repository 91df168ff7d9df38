//! Enumerations: which labels at the start of a line go on a list, open one, or stand inside a sentence.

use super::edge::{End, end};
use crate::grammar::marker::{Candidate, Closing};
use crate::lexicon::Lexicon;
use crate::model::MarkerStyle;

/// The markers accepted so far: the last number of each style.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    last: Vec<(MarkerStyle, u32)>,
}

impl Numbering {
    pub(super) fn goes_on(&self, found: Candidate) -> bool {
        found.readings().any(|reading| {
            self.last.iter().any(|&(style, number)| style == reading.style && number + 1 == reading.number)
        })
    }

    pub(super) fn seen(&mut self, found: Candidate) {
        for reading in found.readings() {
            match self.last.iter_mut().find(|(style, _)| *style == reading.style) {
                Some(entry) => entry.1 = reading.number,
                None => self.last.push((reading.style, reading.number)),
            }
        }
    }
}

/// Lines in which an enumeration inside a sentence is looked for.
pub(super) const INLINE: usize = 12;

/// Lines among which the second item of a list is looked for.
pub(super) const LISTED: usize = 40;

/// Whether the item at the start of a line belongs to an enumeration inside the paragraph, `… : a) de conclure … ; b) d’agir …`, and stands
/// there by chance: the item before it stands inside the lines of the paragraph, or the next one inside those that follow.
pub(super) fn is_inline<'t>(
    found: Candidate,
    own: impl Iterator<Item = &'t str>,
    mut rest: impl Iterator<Item = &'t str>,
    lexicon: &Lexicon,
) -> bool {
    if found.closing != Closing::Bracket {
        return false;
    }
    let first = rest.next().unwrap_or_default();
    let label = &first[..found.len];
    let Some(number) = found.readings().find_map(|reading| label_of(label, reading.number + 1, reading.style)) else {
        return false;
    };
    let before = found.readings().find_map(|reading| label_of(label, reading.number.checked_sub(1)?, reading.style));
    let inside = |text: &str, label: &str| {
        text.match_indices(label).any(|(at, _)| {
            let before = text[..at].trim_end();
            // "… : a)", "… du Comité sur a)"; not "l’alinéa a)"
            before.len() < at && (before.ends_with([':', ';', ',']) || end(before, lexicon) == End::Dangling)
        })
    };
    if let Some(before) = before {
        return own.into_iter().any(|text| inside(text, &before));
    }
    inside(first, &number) || rest.take_while(|text| !text.starts_with(&number)).any(|text| inside(text, &number))
}

/// Whether the first of a list stands at the start of a line: the second opens one of the next lines.
pub(super) fn is_listed<'t>(found: Candidate, mut rest: impl Iterator<Item = &'t str>) -> bool {
    let label = &rest.next().unwrap_or_default()[..found.len];
    let second =
        found.readings().filter(|reading| reading.number == 1).find_map(|reading| label_of(label, 2, reading.style));
    second.is_some_and(|second| rest.any(|text| text.starts_with(&second)))
}

/// The label as `label` is written, of another number: `b)` after `a)`; small letters and figures, which stand inside sentences.
fn label_of(label: &str, number: u32, style: MarkerStyle) -> Option<String> {
    let written = match style {
        MarkerStyle::LowerLetter => {
            char::from(b'a' + u8::try_from(number.checked_sub(1)?).ok().filter(|&place| place < 26)?).to_string()
        }
        MarkerStyle::Arabic if number > 0 => number.to_string(),
        _ => return None,
    };
    let open = if label.starts_with('(') { "(" } else { "" };
    let closing = label.trim_start_matches(|c: char| c == '(' || c.is_ascii_alphanumeric());
    Some(format!("{open}{written}{closing}"))
}

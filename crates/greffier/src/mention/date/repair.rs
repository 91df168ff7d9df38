//! What was read in spite of a misprint: `28 décernbre 1948`, `l8 mai 20 04`.

use super::reader::Reader;
use super::scan::Pending;
use super::{Calendar, Doubt};
use crate::diagnostic::{Code, Severity};
use crate::grammar::date::is_raised;
use crate::lexicon::Set;
use crate::lexicon::segment::{Join, SegmentKind};

/// Notes the words of a mention that had to be repaired.
pub(super) fn note(reader: Reader<'_>, pending: &mut Pending) {
    let point = pending.value.points.first();
    if !point.is_some_and(|point| point.month.is_some() && point.calendar == Calendar::Gregorian) {
        return;
    }
    let words = pending.words.clone();
    let is_repaired = |at: &usize| {
        let word = &reader.reading.words[*at];
        let text = reader.text(word).trim_end_matches(is_raised);
        match word.kind {
            SegmentKind::Word => {
                let plain = reader.dates().is(word.id, Set::Month);
                (reader.dates().is(word.id, Set::MonthTypo) && !plain) || has_figures(text)
            }
            SegmentKind::Mixed => {
                let ending = text.trim_start_matches(|c: char| c.is_ascii_digit());
                let ordinal = reader.reading.lexicon.numbers.is_attached(ending);
                let figures = text.len() - ending.len();
                !ending.is_empty() && (figures > 2 || !ordinal) && !ending.starts_with(['h', 'H', 'T'])
            }
            // "20 04", "19482"
            SegmentKind::Number => {
                let parted = |next: usize| {
                    words.contains(&next)
                        && reader
                            .next(next)
                            .is_some_and(|next| next.kind == SegmentKind::Number && next.join == Join::Space)
                };
                let month =
                    at.checked_sub(1).is_some_and(|before| words.contains(&before) && !is_number(reader, before));
                text.len() > 4 || (text.len() < 3 && month && parted(at + 1))
            }
            SegmentKind::Punctuation => false,
        }
    };
    let repaired = words.clone().find(is_repaired);
    if let Some(at) = repaired {
        let word = reader.text(&reader.reading.words[at]);
        let message = format!("'{word}' is misprinted; it is read as {}", pending.value.to_edtf());
        pending.doubts.push(Doubt::new(Code::RepairedDate, Severity::Note, message));
    }
}

fn has_figures(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_number(reader: Reader<'_>, at: usize) -> bool {
    reader.reading.words[at].kind == SegmentKind::Number
}

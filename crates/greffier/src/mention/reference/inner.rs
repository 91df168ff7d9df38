//! The part of an instrument that is cited: `paragraphe 3 de sa résolution 1234 (2001)`, `A/77/924, par. 15`.

use crate::lexicon::WordRoles;
use crate::lexicon::segment::SegmentKind;
use crate::mention::Reading;
use crate::text::Word;

/// How many words a part may stand before the citing word: `au paragraphe 2 de l’annexe de la`.
const REACH: usize = 14;
/// How many paragraphs are told apart: `paragraphes 16, 18 et 20`.
const MOST: usize = 12;

/// The part named before the word at `citing`.
pub(super) fn before(reading: Reading<'_>, citing: usize) -> Option<String> {
    let references = &reading.lexicon.references;
    let mut at = citing;
    let mut numbers = 0;
    while at > 0 && citing - at < REACH && !reading.words[at].opens() {
        at -= 1;
        let word = &reading.words[at];
        let roles = references.roles(word.id);
        if roles.has(WordRoles::PARAGRAPH) {
            return if numbers > 0 { part(reading, at + 1) } else { None };
        }
        numbers += usize::from(word.kind == SegmentKind::Number);
        if word.kind != SegmentKind::Number && !between(word, roles, reading.clean) {
            return None;
        }
    }
    None
}

/// The part named after the word before `at`: `, par. 15`.
pub(super) fn after(reading: Reading<'_>, at: usize) -> Option<String> {
    let words = reading.words;
    let comma = words.get(at).filter(|word| word.text(reading.clean) == ",")?;
    let paragraph = words.get(at + 1).filter(|word| !word.opens() && !comma.opens())?;
    if !reading.lexicon.references.roles(paragraph.id).has(WordRoles::PARAGRAPH) {
        return None;
    }
    let point = words.get(at + 2).is_some_and(|word| word.text(reading.clean) == ".");
    part(reading, at + 2 + usize::from(point))
}

/// The numbers from `at` on: `~para_16 ~para_18`, `~para_1->para_10`.
fn part(reading: Reading<'_>, mut at: usize) -> Option<String> {
    let references = &reading.lexicon.references;
    let mut out = String::new();
    let mut range = false;
    for _ in 0..MOST {
        let word = reading.words.get(at).filter(|word| word.kind == SegmentKind::Number && !word.opens())?;
        if range {
            out.push_str("->");
        } else {
            out.push_str(if out.is_empty() { "~" } else { " ~" });
        }
        out.push_str("para_");
        out.push_str(word.text(reading.clean));
        let next = reading.words.get(at + 1).filter(|next| !next.opens());
        let number_follows =
            reading.words.get(at + 2).is_some_and(|word| word.kind == SegmentKind::Number && !word.opens());
        let Some(next) = next.filter(|_| number_follows) else { break };
        let roles = references.roles(next.id);
        range = !range && (roles.has(WordRoles::THROUGH) || matches!(next.text(reading.clean), "-" | "–"));
        if !(range || roles.has(WordRoles::INTRODUCING) || next.text(reading.clean) == ",") {
            break;
        }
        at += 2;
    }
    Some(out)
}

fn between(word: &Word, roles: WordRoles, clean: &str) -> bool {
    const SMALL: [WordRoles; 4] = [WordRoles::LINKING, WordRoles::OWN, WordRoles::INTRODUCING, WordRoles::GENITIVE];
    let text = word.text(clean);
    let letter = text.len() == 1 && text.starts_with(|c: char| c.is_ascii_lowercase());
    letter || SMALL.iter().any(|&role| roles.has(role)) || matches!(text, "," | "-" | "–" | ")")
}

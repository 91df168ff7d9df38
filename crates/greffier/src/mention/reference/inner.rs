//! The part of an instrument that is cited: `paragraphe 3 de sa résolution 1234 (2001)`, `A/77/924, par. 15`.

use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Part, WordRoles};
use crate::mention::Reading;
use crate::mention::phrase::Phrase;
use crate::mention::provision::LEVELS;
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

/// The provision that opens the mention of an instrument at word `at`: `~art_5__para_2` for `paragraphe 2 de l’article 5 du Traité`.
pub(super) fn of_title(phrase: Phrase<'_>, mut at: usize) -> Option<String> {
    let phrases = &phrase.reading.lexicon.phrases;
    // the innermost stands first
    let mut levels: Vec<Vec<String>> = Vec::new();
    while levels.len() < LEVELS
        && let Some(name) = phrases.provision(phrase.reading.words.get(at)?.id)
    {
        let mut parts = Vec::new();
        let comma = phrase.text(at.saturating_sub(1)) == "," && !levels.is_empty();
        at += 1;
        while phrase.next(at).is_some() && !phrase.part(at).is(Part::OF.or(Part::PROVISION)) {
            let text = phrase.text(at);
            let number =
                text.starts_with(|c: char| c.is_ascii_alphanumeric()) && !phrase.part(at).is(Part::AND.or(Part::AT));
            if phrase.part(at).is(Part::ORDINAL) {
                parts.push(format!("{name}_1"));
            } else if number {
                parts.push(format!("{name}_{text}"));
            }
            at += 1;
        }
        if phrase.part(at).is(Part::OF) {
            at += 1 + usize::from(phrase.part(at + 1).is(Part::ARTICLE));
        }
        // "article 218, paragraphe 6": the inner one behind
        levels.insert(if comma { 0 } else { levels.len() }, parts);
    }
    let outer = |levels: &[Vec<String>]| {
        levels.iter().rev().filter_map(|parts| parts.first()).fold(String::new(), |path, part| path + part + "__")
    };
    let (innermost, around) = levels.split_first()?;
    let around = outer(around);
    let parts: Vec<String> = innermost.iter().map(|part| format!("~{around}{part}")).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
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

//! Long names of the gazetteer with one word misspelt.

use super::phrase::Phrase;
use crate::lexicon::WordId;
use crate::lexicon::fold::fold;
use crate::lexicon::misspelling::{SHORTEST, WORDS, tells};
use crate::lexicon::names::EntryId;
use crate::lexicon::segment::SegmentKind;

/// The long name that begins at word `at` and has one word that nobody knows: its end, and which it is.
pub(crate) fn misspelt(phrase: Phrase<'_>, at: usize) -> Option<(usize, EntryId)> {
    let lexicon = phrase.reading.lexicon;
    let words = phrase.reading.words;
    let rest = || (at..words.len()).take_while(|&next| next == at || phrase.next(next).is_some());
    // all before it begins a name
    let wrong = at + lexicon.names.shared(rest().map(|at| words[at].id));
    let unknown = words.get(wrong).filter(|word| wrong == at || !word.opens())?;
    let letters = phrase.text(wrong).chars().all(char::is_alphabetic) && unknown.span.len() >= SHORTEST;
    if unknown.id != WordId::UNKNOWN || unknown.kind != SegmentKind::Word || !letters {
        return None;
    }
    let mut ids = Vec::with_capacity(WORDS);
    let mut places = Vec::with_capacity(WORDS);
    for next in rest() {
        let word = &words[next];
        if word.is_punctuation() && phrase.text(next) != "," {
            break;
        }
        if !word.is_punctuation() && tells(&lexicon.phrases, word.id) {
            if ids.len() == WORDS || (word.id == WordId::UNKNOWN && next != wrong) {
                break;
            }
            ids.push(word.id);
            places.push(next);
        }
    }
    let place = places.iter().position(|&place| place == wrong)?;
    let printed = fold(phrase.text(wrong));
    let misspellings = lexicon.misspellings();
    (place.max(1)..ids.len()).rev().find_map(|last| {
        let id = misspellings.name(&ids[..=last], place, &printed, &lexicon.vocabulary)?;
        Some((places[last] + 1, id))
    })
}

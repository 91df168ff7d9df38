//! Collapsed text: a whole resolution on one line, split again where its clauses start.
//!
//! A split needs a sequence: markers 1, 2, 3 after closing punctuation, or preambular openings after a comma. A number
//! inside a sentence (`article 2. Elle`) has no punctuation before it and splits nothing.

use crate::grammar::marker::{Closing, candidate};
use crate::lexicon::segment::{Segment, segments};
use crate::lexicon::{Cue, Lexicon, WordId};
use crate::model::MarkerStyle;

/// Shorter lines are never split.
const SHORTEST: usize = 300;
/// A line with fewer clauses than this is left whole.
const FEWEST: usize = 3;

/// Where the parts of a line start after its first, in bytes of the line; none where it is not collapsed.
pub(crate) fn starts(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    if text.len() < SHORTEST {
        return Vec::new();
    }
    let mut starts = Vec::new();
    let mut main = 0;
    let mut sub = 0;
    let mut openings = 0;
    // "… COMMUNIQUE FINAL 1. La session"
    let titled = text.match_indices(" 1. ").map(|(space, _)| space + 1).find(|&at| follows_capitals(&text[..at]));
    for at in titled.into_iter().chain(after_punctuation(text)) {
        let rest = &text[at..];
        let before = text[..at].trim_end().chars().next_back();
        if let Ok((_, found)) = candidate(rest) {
            let reading = found.first;
            let arabic = reading.style == MarkerStyle::Arabic && found.closing == Closing::Point;
            let letter =
                found.readings().find(|r| r.style == MarkerStyle::LowerLetter && found.closing == Closing::Bracket);
            if arabic && reading.number == main + 1 && capital(&rest[found.len..]) {
                main += 1;
                sub = 0;
                starts.push(at);
            } else if main > 0 && letter.is_some_and(|r| r.number == sub + 1) && (sub > 0 || before == Some(':')) {
                sub += 1;
                starts.push(at);
            }
        } else if matches!(before, Some(',' | ';')) && main == 0 && opens_preamble(rest, lexicon) {
            openings += 1;
            starts.push(at);
        } else if before == Some(':') && main == 0 && openings == 0 && names_author(rest, lexicon) {
            // "… le projet de résolution suivant : L’Assemblée générale, Rappelant …"
            starts.push(at);
        }
    }
    if main + openings < FEWEST as u32 {
        return Vec::new();
    }
    if let Some(at) = title_end(text).filter(|&at| starts.first().is_none_or(|&first| at < first)) {
        starts.insert(0, at);
    }
    starts
}

/// Bytes of white space behind closing punctuation, at most.
const BLANKS: usize = 64;

/// The places after closing punctuation and white space.
fn after_punctuation(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b' ', bytes)
        .filter(move |&space| {
            space > 0
                && bytes.get(space + 1).is_some_and(|next| *next != b' ')
                && text[text.floor_char_boundary(space.saturating_sub(BLANKS))..space]
                    .trim_end()
                    .ends_with(['.', ';', ':', ',', '»', ')', '!', '?'])
        })
        .map(|space| space + 1)
}

/// Whether the last word is written in capitals, as titles are.
fn follows_capitals(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.chars().count() >= TITLE_WORD && last.chars().all(char::is_uppercase)
}

/// Letters of a word that ends a title, at least.
const TITLE_WORD: usize = 3;

fn capital(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_uppercase() || c == '«')
}

fn opens_preamble(text: &str, lexicon: &Lexicon) -> bool {
    if !text.starts_with(char::is_uppercase) {
        return false;
    }
    let mut words = segments(text).map(|segment| &text[segment.start..segment.end]);
    let mut next = || words.next().map_or(("", WordId::UNKNOWN), |word| (word, lexicon.vocabulary.number(word)));
    lexicon.layout.opens_preamble(next(), next())
}

/// Whether the words open with an author and a comma: `L’Assemblée générale, `.
fn names_author(text: &str, lexicon: &Lexicon) -> bool {
    let head = &text[..text.floor_char_boundary(AUTHOR_BYTES)];
    let Some((author, _)) = head.split_once(", ") else { return false };
    let number = |segment: Segment| lexicon.vocabulary.number(&author[segment.start..segment.end]);
    let ids: Vec<WordId> = segments(author).take(AUTHOR).map(number).collect();
    let opens = |cue, from: usize| lexicon.structure.opens(cue, ids[from..].iter().copied()) > 0;
    author.starts_with(char::is_uppercase)
        && ids.len() < AUTHOR
        && opens(Cue::Opener, 0)
        && (0..ids.len()).any(|at| opens(Cue::Organ, at))
}

/// More bytes than this name no author.
const AUTHOR_BYTES: usize = 256;
/// More words than this name no author.
const AUTHOR: usize = 12;

/// Where a title in capitals ends and the text begins: before the first word in small letters.
fn title_end(text: &str) -> Option<usize> {
    let mut words = 0;
    for segment in segments(text) {
        let word = &text[segment.start..segment.end];
        if word.chars().any(char::is_lowercase) {
            return (words >= 3).then_some(segment.start);
        }
        words += usize::from(word.chars().any(char::is_uppercase));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let mut starts = starts(text, &lexicon);
        starts.insert(0, 0);
        starts.push(text.len());
        starts.windows(2).map(|pair| text[pair[0]..pair[1]].trim()).collect()
    }

    #[test]
    fn a_collapsed_resolution_is_split() {
        let filler = "dont les travaux se sont tenus sans interruption pendant toute la durée de la session et au-delà";
        let text = format!(
            "DÉCLARATION SUR LES FLEUVES PARTAGÉS Nous, ministres de l’eau, {filler}, 1. Rappelant l’article 2. Il engage \
             les riverains ; 2. Convaincus que l’eau est un bien commun, {filler} ; 3. Décidons : a) d’agir ; b) de payer."
        );
        let found = parts(&text);
        assert_eq!(found.len(), 7, "{found:#?}");
        assert_eq!(found[0], "DÉCLARATION SUR LES FLEUVES PARTAGÉS");
        assert!(found[2].starts_with("1. Rappelant l’article 2. Il engage"));
        assert_eq!(found[5], "a) d’agir ;");
    }

    #[test]
    fn prose_is_left_whole() {
        let text = "Le comité a siégé trois fois. ".repeat(20) + "Selon l’article 1. Elle dit, a) que ; b) non.";
        assert_eq!(parts(&text).len(), 1);
    }
}

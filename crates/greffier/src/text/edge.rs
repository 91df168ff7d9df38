//! Edges: how a line begins and how it ends, by which the lines of a paragraph are told.

use crate::grammar::marker::{Candidate, candidate};
use crate::lexicon::fold::is_hyphen;
use crate::lexicon::letters;
use crate::lexicon::segment::{SegmentKind, segments};
use crate::lexicon::{Cue, Lexicon, WordId};

/// Bytes of the longest word behind which the second of a line counts: `Article`, `s’`.
const SMALL: usize = 8;

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Marker(Candidate),
    /// A word that numbers an article, and a number.
    Article,
    Lower,
    Digit,
    Other,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// `.` `!` `?` `…` `]` `»` and the like
    Sentence,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// A hyphen after a letter.
    Hyphen,
    /// A word after which no paragraph ends: `de`, `S.E.`
    Dangling,
    /// A letter or digit.
    Open,
}

/// What the decision needs to know of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) start: Start,
    pub(super) end: End,
    /// Its first word opens a preambular paragraph, in capitals: `Rappelant`.
    pub(super) opener: bool,
    /// The same in small letters: `se félicitant`.
    pub(super) small_opener: bool,
    /// Its first word goes on with a sentence: `M.`
    pub(super) continuing: bool,
    /// Its first word is an article with a capital: `L’Assemblée`.
    pub(super) article: bool,
    /// A year, alone or before punctuation: `2013`, `2011, trois`.
    pub(super) year: bool,
    /// Written in capitals throughout.
    pub(super) capitals: bool,
    /// The line of a sitting: `52e séance plénière`.
    pub(super) sitting: bool,
    /// A formula in small letters and nothing else: `sont convenus de ce qui suit :`
    pub(super) turn: bool,
}

pub(super) fn edge(text: &str, lexicon: &Lexicon) -> Edge {
    let mut words = [""; 2];
    let mut ids = [WordId::UNKNOWN; 2];
    let mut kinds = [SegmentKind::Punctuation; 2];
    let (mut place, mut rest) = (0, text);
    // most lines open with two plain words
    while place < 2
        && let Some((word, after)) = plain_word(rest)
    {
        (words[place], kinds[place], rest) = (word, SegmentKind::Word, after);
        place += 1;
    }
    for segment in segments(rest).filter(|s| s.kind != SegmentKind::Punctuation).take(2 - place) {
        (words[place], kinds[place]) = (&rest[segment.start..segment.end], segment.kind);
        place += 1;
    }
    let layout = &lexicon.layout;
    ids[0] = lexicon.vocabulary.number(words[0]);
    // the second word counts only behind an article, a pronoun or a number
    if kinds[0] != SegmentKind::Word || words[0].len() <= SMALL {
        ids[1] = lexicon.vocabulary.number(words[1]);
    }
    let article = ids[0] != WordId::UNKNOWN
        && layout.article.contains(&ids[0])
        && (kinds[1] != SegmentKind::Word && kinds[1] != SegmentKind::Punctuation || layout.first.contains(&ids[1]));
    let first = text.chars().next().unwrap_or(' ');
    let start = match candidate(text) {
        Ok((_, found)) => Start::Marker(found),
        Err(_) if article && first.is_uppercase() => Start::Article,
        Err(_) if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | ']' | '»' | '.') => Start::Lower,
        Err(_) if first.is_ascii_digit() => Start::Digit,
        // "…, 56/24 / G du 29 novembre 2001": the letter of a symbol goes on; "A cet égard" does not
        Err(_) if is_letter_of_symbol(text) || is_bracketed_acronym(text) => Start::Lower,
        Err(_) => Start::Other,
    };
    let end = end(text, lexicon);
    let opens = layout.opens_preamble((words[0], ids[0]), (words[1], ids[1]));
    let letters_up = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    Edge {
        start,
        end,
        opener: letters_up && opens,
        small_opener: start == Start::Lower && opens,
        article: first.is_uppercase() && layout.articles.contains(&ids[0]),
        continuing: layout.continuing.contains(&ids[0]),
        year: first.is_ascii_digit() && is_year(text),
        sitting: first.is_ascii_digit() && kinds[0] == SegmentKind::Mixed && layout.sittings.contains(&ids[1]),
        turn: start == Start::Lower && end == End::Colon && is_turn(text, lexicon),
        capitals: first != '(' && !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase),
    }
}

/// The word that `text` opens with, where a space ends it, and what follows.
fn plain_word(text: &str) -> Option<(&str, &str)> {
    let end = letters::run(text.as_bytes());
    (end > 0 && text.as_bytes().get(end) == Some(&b' ')).then(|| (&text[..end], &text[end + 1..]))
}

/// `sont convenus des dispositions ci-après :`: a few words that end with those of a formula.
fn is_turn(text: &str, lexicon: &Lexicon) -> bool {
    let words = segments(text).filter(|segment| segment.kind != SegmentKind::Punctuation).take(TURN + 1);
    let ids: Vec<WordId> = words.map(|segment| lexicon.vocabulary.number(&text[segment.start..segment.end])).collect();
    ids.len() <= TURN && lexicon.structure.ends(Cue::Formula, &ids)
}

/// Words of a formula that stands alone, at most.
const TURN: usize = 12;

/// `G du 29 novembre`: a lone capital that is no word, before small letters.
fn is_letter_of_symbol(text: &str) -> bool {
    let mut chars = text.chars();
    let letter = chars.next().is_some_and(|c| c.is_ascii_uppercase() && !matches!(c, 'A' | 'L' | 'M' | 'Y'));
    letter && chars.next() == Some(' ') && chars.next().is_some_and(char::is_lowercase)
}

/// `(CBF) a adopté`: an acronym in brackets belongs to the name above it.
fn is_bracketed_acronym(text: &str) -> bool {
    let Some((acronym, rest)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) else { return false };
    (2..=ACRONYM).contains(&acronym.len())
        && acronym.chars().all(|c| c.is_uppercase() || c == '-')
        && rest.trim_start().starts_with(|c: char| c.is_lowercase() || c == ',')
}

/// Letters of an acronym in brackets, at most.
const ACRONYM: usize = 10;

/// Whether the first word of a line is the form of a verb that acts: `Décide`, `3. Décide`.
pub(super) fn opens_with_verb(text: &str, lexicon: &Lexicon) -> bool {
    let first = segments(text).find(|segment| segment.kind == SegmentKind::Word);
    let number = first.map(|first| lexicon.vocabulary.number(&text[first.start..first.end]));
    number.is_some_and(|number| !lexicon.verbs.forms(number).is_empty())
}

/// Whether a line opens with a symbol: `S/PRST/2020/1 et`.
pub(super) fn opens_with_symbol(text: &str) -> bool {
    let first = text.as_bytes().split(|&byte| byte == b' ').next().unwrap_or_default();
    first.contains(&b'/') && first.first().is_some_and(u8::is_ascii_uppercase) && first.iter().any(u8::is_ascii_digit)
}

/// Whether a line opens with a symbol and goes on in small letters: `PSC/PR/COMM.(CDXC) adopté`.
pub(super) fn goes_on_after_symbol(text: &str) -> bool {
    let Some((symbol, rest)) = text.split_once(' ') else { return false };
    symbol.contains('/')
        && symbol.starts_with(char::is_uppercase)
        && !symbol.contains(char::is_lowercase)
        && rest.starts_with(char::is_lowercase)
}

/// year = 4DIGIT ( end / punctuation )
fn is_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && !text[digits..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-')) && {
        let rest = text[digits..].trim_start();
        rest.is_empty() || rest.len() < text.len() - digits || rest.starts_with([',', ';', '.', ':', ')'])
    }
}

pub(super) fn end(text: &str, lexicon: &Lexicon) -> End {
    let Some(last) = text.chars().next_back() else { return End::Open };
    match last {
        ';' => End::Semicolon,
        ':' => End::Colon,
        ',' => End::Comma,
        '.' if !is_dangling(text, lexicon, true) => End::Sentence,
        '!' | '?' | '…' | ']' | '»' | '>' | ')' if last != ')' => End::Sentence,
        c if is_hyphen(c) && text[..text.len() - c.len_utf8()].ends_with(char::is_alphabetic) => End::Hyphen,
        // a conjunction after the item of a list: "…; et"
        _ if is_dangling(text, lexicon, last == '.') => {
            match text.trim_end_matches(char::is_alphabetic).trim_end().chars().next_back() {
                Some(';') => End::Semicolon,
                _ => End::Dangling,
            }
        }
        _ => End::Open,
    }
}

/// Whether the last word, in small letters, cites what follows: `sa résolution`.
pub(super) fn cites(text: &str, lexicon: &Lexicon) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let small = word.starts_with(char::is_lowercase);
    small && lexicon.references.citing(lexicon.vocabulary.number(word)).is_some_and(|citing| citing.numbered)
}

/// Whether a text begins with the number of an instrument: `70/1 du`, `2085 (2012)`; a label alone is none.
pub(super) fn begins_with_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && (rest.starts_with('/') || rest.starts_with(" ("))
}

/// Whether no paragraph ends after the last word. Before a point only an abbreviation with points counts: `S.E.`
fn is_dangling(text: &str, lexicon: &Lexicon, point: bool) -> bool {
    // a word of three letters and more is no abbreviation with points
    if point
        && matches!(text.as_bytes(), [.., one, two, three, b'.'] if [one, two, three].iter().all(|b| b.is_ascii_alphabetic()))
    {
        return false;
    }
    let tail_start =
        text.rfind(char::is_whitespace).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let Some(last) = segments(&text[tail_start..]).filter(|s| s.kind != SegmentKind::Punctuation).last() else {
        return false;
    };
    let word = &text[tail_start + last.start..tail_start + last.end];
    if point && !(word.contains('.') || word.chars().count() == 1) {
        return false;
    }
    let elided = text[tail_start + last.end..].chars().next().is_some_and(crate::lexicon::fold::is_apostrophe);
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let letter = word.chars().nth(1).is_none();
    elided || (lexicon.layout.dangling.contains(&lexicon.vocabulary.number(word)) && (small || point || !letter))
}

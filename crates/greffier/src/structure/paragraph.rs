//! Paragraphs as the outline sees them: marker candidate, opening, ending, and what their first words say they are.

use crate::grammar::marker::{Candidate, candidate};
use crate::grammar::roman::roman;
use crate::language::fr::{Opening, opening};
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Cue, Lexicon, WordId};
use crate::model::Kind;
use crate::text::{Clean, CleanSpan, Word, words_in};

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// `.` and the like.
    Point,
    Semicolon,
    Colon,
    Comma,
    /// No punctuation.
    Open,
}

/// What numbers a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A list marker, not yet confirmed.
    Candidate(Candidate),
    /// `Article 4`, with the length of the label and its number.
    Article { len: usize, number: u32 },
}

/// A paragraph with what can be told of it alone.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph<'t> {
    pub(crate) span: CleanSpan,
    pub(crate) text: &'t str,
    pub(crate) words: std::ops::Range<usize>,
    pub(crate) label: Option<Label>,
    /// The bullet's own character, so that `•` and `-` are different lists.
    pub(crate) glyph: char,
    /// Where the words after the label begin, in words.
    pub(crate) body: usize,
    pub(crate) opening: Option<Opening>,
    pub(crate) ending: Ending,
    /// Written in capitals throughout.
    pub(crate) capitals: bool,
    pub(crate) starts_small: bool,
}

/// Paragraphs of at most so many words can be headings, formulas, header lines.
const SHORT: usize = 40;

impl<'t> Paragraph<'t> {
    pub(crate) fn read(clean: &'t Clean, index: usize, words: &[Word], lexicon: &Lexicon) -> Self {
        let span = clean.paragraphs[index];
        let text = clean.slice(span);
        let range = words_in(words, span);
        let own = &words[range.clone()];
        let label = label(text, own, (&clean.text, span), lexicon);
        let len = match label {
            Some(Label::Candidate(found)) => found.len,
            Some(Label::Article { len, .. }) => len,
            None => 0,
        };
        let labelled = own.partition_point(|word| (word.span.start as usize) < span.start as usize + len);
        // "Article 2. – Les pirogues", "Article 4 : Entrée en vigueur"
        let article = matches!(label, Some(Label::Article { .. }));
        let dress = own[labelled..].iter().take_while(|word| article && is_dress(word.text(&clean.text))).count();
        let body = range.start + labelled + dress;
        let quotes = words[body..range.end].iter().take_while(|word| word.is_punctuation()).count();
        let rest = &words[body + quotes..range.end];
        Self {
            span,
            text,
            label,
            glyph: text.chars().next().unwrap_or(' '),
            opening: opening(rest, lexicon).or_else(|| participle(rest, &clean.text, lexicon)),
            ending: ending(text),
            capitals: in_capitals(text),
            starts_small: rest.first().is_some_and(|word| word.text(&clean.text).starts_with(char::is_lowercase)),
            words: range,
            body,
        }
    }

    pub(crate) fn candidate(&self) -> Option<Candidate> {
        match self.label {
            Some(Label::Candidate(found)) => Some(found),
            _ => None,
        }
    }

    pub(crate) fn is_short(&self) -> bool {
        self.words.len() <= SHORT
    }

    /// Whether the words after the label open with a phrase of `cue`.
    pub(crate) fn opens(&self, cue: Cue, words: &[Word], lexicon: &Lexicon) -> bool {
        let own = words[self.body..self.words.end].iter();
        let first = own.skip_while(|word| word.kind == SegmentKind::Punctuation).map(|word| word.id);
        lexicon.structure.opens(cue, first) > 0
    }

    /// The kind of text that its first words name: `RAPPORT`, `Résolution`.
    pub(crate) fn kind(&self, words: &[Word], lexicon: &Lexicon) -> Option<Kind> {
        lexicon.structure.kind(words[self.body..self.words.end].iter().map(|word| word.id)).map(|(_, kind)| kind)
    }

    /// Whether a phrase of `cue` stands anywhere in it.
    pub(crate) fn holds(&self, cue: Cue, words: &[Word], lexicon: &Lexicon) -> bool {
        self.words
            .clone()
            .any(|at| lexicon.structure.opens(cue, words[at..self.words.end].iter().map(|word| word.id)) > 0)
    }
}

/// A capitalised participle that no lemma has: by its ending, `Attendant` opens a preambular paragraph.
fn participle(words: &[Word], clean: &str, lexicon: &Lexicon) -> Option<Opening> {
    let first = words.first().filter(|word| word.text(clean).starts_with(char::is_uppercase))?;
    let printed = |word: &Word| (word.text(clean), word.id);
    let second = words.get(1).map_or(("", WordId::UNKNOWN), printed);
    let opens = lexicon.layout.opens_preamble(printed(first), second);
    opens.then_some(Opening::Preambular)
}

/// Whether a line is written in capitals; the small letters of an ordinal do not count: `DE LA 56ème SESSION`.
fn in_capitals(text: &str) -> bool {
    let mut upper = 0;
    let mut ordinal = false;
    let mut after_digit = false;
    for c in text.chars() {
        if c.is_lowercase() {
            if !after_digit {
                return false;
            }
            ordinal = true;
        } else {
            upper += usize::from(c.is_uppercase());
            after_digit = c.is_ascii_digit();
        }
    }
    upper > if ordinal { TITLE } else { 1 }
}

/// Capitals of a line from which an ordinal in small letters may stand among them.
const TITLE: usize = 8;

fn ending(text: &str) -> Ending {
    match text.trim_end_matches(['»', '"', '”', ' ']).chars().next_back() {
        Some('.' | '!' | '?' | '…') => Ending::Point,
        Some(';') => Ending::Semicolon,
        Some(':') => Ending::Colon,
        Some(',') => Ending::Comma,
        _ => Ending::Open,
    }
}

/// What stands between the label of an article and its text.
fn is_dress(word: &str) -> bool {
    matches!(word, "." | ":" | "-" | "–" | "—" | ")")
}

fn label(text: &str, words: &[Word], (clean, span): (&str, CleanSpan), lexicon: &Lexicon) -> Option<Label> {
    if let Ok((_, found)) = candidate(text) {
        return Some(Label::Candidate(found));
    }
    let [first, rest @ ..] = words else { return None };
    // "Art. 2"
    let second = rest.iter().find(|word| word.text(clean) != ".")?;
    let layout = &lexicon.layout;
    if !layout.article.contains(&first.id) || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let end = second.span.end as usize - span.start as usize;
    let word = &text[second.span.start as usize - span.start as usize..end];
    let number = match second.kind {
        _ if layout.first.contains(&second.id) => Some(1),
        SegmentKind::Number => word.parse().ok(),
        _ => roman(word).ok().map(|(_, number)| number),
    };
    number.map(|number| Label::Article { len: end, number })
}

//! Regions: where each resolution of a text has its header, its formula and its body.

use std::ops::Range;

use super::outline::Text;
use super::paragraph::{Ending, Label, Paragraph};
use crate::grammar::marker::Reading;
use crate::grammar::title::is_numbered_title;
use crate::language::fr::Opening;
use crate::lexicon::Cue;
use crate::lexicon::segment::SegmentKind;
use crate::model::MarkerStyle;
use crate::text::CleanSpan;

/// The words that adopt, and the paragraph they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Formula {
    pub(crate) paragraph: usize,
    pub(crate) span: CleanSpan,
}

/// One resolution, in paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) header: Range<usize>,
    pub(crate) title: Option<Range<usize>>,
    pub(crate) formula: Option<Formula>,
    pub(crate) body: Range<usize>,
    /// Whether it belongs to the resolution before it: an annex, or the draft that one recommends.
    pub(crate) annex: bool,
}

/// The regions of the text, in order; together they hold every paragraph.
pub(crate) fn regions(text: Text<'_>) -> Vec<Region> {
    let mut out: Vec<Region> = Vec::new();
    for mut region in adopted(text) {
        region.annex = out.last().is_some_and(|before| {
            // an author line without header goes on with the annex
            let goes_on = before.annex && region.header.len() == 1;
            goes_on || is_draft(text, &region) || region.header.clone().any(|at| is_annex(text, at))
        });
        while let Some(at) = region.body.clone().skip(1).find(|&at| is_annex(text, at)) {
            let end = std::mem::replace(&mut region.body.end, at);
            out.push(std::mem::replace(&mut region, annex(text, at..end)));
        }
        out.push(region);
    }
    out
}

/// `Annexe I`, `Pièce jointe : mandat du groupe`: a short line of its own.
fn is_annex(text: Text<'_>, index: usize) -> bool {
    let paragraph = &text.paragraphs[index];
    paragraph.is_short()
        && paragraph.label.is_none()
        && !matches!(paragraph.ending, Ending::Point | Ending::Comma | Ending::Semicolon)
        && text.opens(index, Cue::Annex)
        && paragraph.text.starts_with(char::is_uppercase)
}

/// `Recommande à l'Assemblée générale d'adopter le projet de résolution suivant :` stands right before it.
fn is_draft(text: Text<'_>, region: &Region) -> bool {
    let announced = |before: usize| {
        let paragraph = &text.paragraphs[before];
        paragraph.ending == Ending::Colon && paragraph.holds(Cue::Draft, text.words, text.lexicon)
    };
    region.header.start.checked_sub(1).is_some_and(announced)
}

/// An annex without formula: its lines before the first sentence or number are its title.
fn annex(text: Text<'_>, range: Range<usize>) -> Region {
    let begins = |&index: &usize| {
        let paragraph = &text.paragraphs[index];
        let title = index == range.start + 1 || paragraph.capitals;
        paragraph.label.is_some() || paragraph.ending != Ending::Open || !title || begins_body(text, index)
    };
    let start = range.clone().skip(1).find(begins).unwrap_or(range.end);
    let header = range.start..start;
    Region { title: Some(header.clone()), header, formula: None, body: start..range.end, annex: true }
}

/// The regions as the formulas part them.
fn adopted(text: Text<'_>) -> Vec<Region> {
    let formulas: Vec<Formula> = (0..text.paragraphs.len()).filter_map(|index| formula(text, index)).collect();
    if formulas.is_empty() {
        return vec![without_formula(text)];
    }
    let mut out: Vec<Region> = Vec::new();
    // up to where nothing acts since the last region began
    let mut quiet = 0;
    for (nth, &formula) in formulas.iter().enumerate() {
        let from = out.last().map_or(0, |region: &Region| region.body.start);
        let mut start = header_start(text, from, formula.paragraph);
        // "Nous, dirigeants …, / Partant …, / Déclarons ce qui suit :" is one resolution
        let acts = |index: usize| {
            let paragraph = &text.paragraphs[index];
            paragraph.label.is_some() || !matches!(paragraph.opening, Some(Opening::Preambular) | None)
        };
        let goes_on = start == formula.paragraph && out.last().is_some_and(|before| before.formula.is_some());
        if goes_on && !(from.max(quiet)..start).any(acts) {
            quiet = start;
            continue;
        }
        if nth == 0 {
            // numbered paragraphs before the words that adopt: the body has begun, the words stand inside it
            if let Some(body) = (0..start).find(|&index| is_first_number(text, index)) {
                let title = title(text, 0..body);
                out.push(Region {
                    header: 0..body,
                    title,
                    formula: Some(formula),
                    body: body..text.paragraphs.len(),
                    annex: false,
                });
                continue;
            }
            // an extract may begin in the middle of another resolution
            match (0..start).find(|&index| is_clause(text, index)) {
                Some(body) => {
                    let title = title(text, 0..body);
                    out.push(Region { header: 0..body, title, formula: None, body: body..start, annex: false });
                }
                None => start = 0,
            }
        }
        if let Some(before) = out.last_mut() {
            before.body.end = start;
        }
        let header = start..formula.paragraph + 1;
        let title = title(text, start..formula.paragraph);
        out.push(Region {
            header,
            title,
            formula: Some(formula),
            body: formula.paragraph + 1..text.paragraphs.len(),
            annex: false,
        });
    }
    out
}

/// A text without formula: the body starts at the first paragraph that is a sentence or a numbered clause.
fn without_formula(text: Text<'_>) -> Region {
    let count = text.paragraphs.len();
    let start = (0..count).find(|&index| begins_body(text, index)).unwrap_or(count);
    Region { header: 0..start, title: title(text, 0..start), formula: None, body: start..count, annex: false }
}

/// Whether a paragraph is the first of a numbered text: `1. La session s'est tenue …`.
fn is_first_number(text: Text<'_>, index: usize) -> bool {
    let paragraph = &text.paragraphs[index];
    let first =
        paragraph.candidate().is_some_and(|found| found.first == Reading { style: MarkerStyle::Arabic, number: 1 });
    first && paragraph.opening.is_some() && paragraph.ending != Ending::Open && text.kind(index).is_none()
}

/// Whether a paragraph is plainly a clause: preambular or operative by its opening and its end.
fn is_clause(text: Text<'_>, index: usize) -> bool {
    let paragraph = &text.paragraphs[index];
    match paragraph.opening {
        Some(Opening::Preambular) => matches!(paragraph.ending, Ending::Comma | Ending::Semicolon),
        Some(Opening::Operative) => {
            paragraph.candidate().is_some() && matches!(paragraph.ending, Ending::Semicolon | Ending::Point)
        }
        _ => false,
    }
}

fn begins_body(text: Text<'_>, index: usize) -> bool {
    let paragraph = &text.paragraphs[index];
    match paragraph.label {
        Some(Label::Article { .. }) => true,
        Some(Label::Candidate(found)) => {
            found.first.style != MarkerStyle::Bullet
                && (paragraph.opening.is_some() || paragraph.ending != Ending::Open)
        }
        None if paragraph.opening == Some(Opening::Preambular) => {
            matches!(paragraph.ending, Ending::Comma | Ending::Semicolon)
        }
        None => {
            matches!(paragraph.opening, Some(Opening::Narrative | Opening::Operative))
                && !paragraph.capitals
                && paragraph.ending != Ending::Open
                || paragraph.ending == Ending::Point && paragraph.words.len() > 12 && !paragraph.capitals
        }
    }
}

/// The formula that a paragraph is, or ends with.
fn formula(text: Text<'_>, index: usize) -> Option<Formula> {
    let paragraph = &text.paragraphs[index];
    let next = text.paragraphs.get(index + 1)?;
    if paragraph.label.is_some() && !paragraph.capitals {
        return None;
    }
    author_line(text, index, next).or_else(|| sentence_end(text, index, next))
}

/// Words of an author line without a mark at its end, at most.
const BARE_AUTHOR: usize = 20;
/// Words among which an author line names its organ.
const ORGAN_REACH: usize = 10;

/// `L'Assemblée générale,` alone: names who adopts, opens like a name, ends with a comma or colon, and a clause follows.
fn author_line(text: Text<'_>, index: usize, next: &Paragraph<'_>) -> Option<Formula> {
    let paragraph = &text.paragraphs[index];
    let ends = matches!(paragraph.ending, Ending::Comma | Ending::Colon | Ending::Semicolon);
    // no mark at all, where a recital or an act follows at once
    let recital = next.opening == Some(Opening::Preambular) && matches!(next.ending, Ending::Comma | Ending::Semicolon);
    let bare = paragraph.ending == Ending::Open
        // "Nous, chefs d'État …" below a title: they speak, not the title
        && !text.opens(index + 1, Cue::We)
        && (paragraph.words.len() <= 8 && next.opening == Some(Opening::Operative)
            || paragraph.words.len() <= BARE_AUTHOR && recital && paragraph.opening.is_none());
    let follows = matches!(next.opening, Some(Opening::Preambular | Opening::Operative))
        || text.opens(index + 1, Cue::Preambular)
        || matches!(next.label, Some(Label::Candidate(found)) if found.first.number <= 1
            && matches!(found.first.style, MarkerStyle::Arabic | MarkerStyle::LowerRoman | MarkerStyle::Bullet));
    let labelled = index > 0 && matches!(text.paragraphs[index - 1].label, Some(Label::Article { .. }));
    let organ = paragraph.words.clone().take(ORGAN_REACH).any(|at| is_organ(text, at..paragraph.words.end));
    if !organ
        || labelled
        || !(ends || bare)
        || !follows
        || paragraph.words.len() > 80
        || !text.opens(index, Cue::Opener)
    {
        return None;
    }
    let quotes = ['«', '“', '"', ' ', '\u{A0}'];
    let opening = paragraph.text.len() - paragraph.text.trim_start_matches(quotes).len();
    if !paragraph.text[opening..].starts_with(char::is_uppercase) {
        return None;
    }
    // a sentence that tells of an adoption is no author line: "Le Conseil, en sa 412e réunion, a adopté …"; but
    // "Nous, ministres …, réunis les 8 et 9 novembre," has no other verb than those of its participles
    let apposed = text.words.get(paragraph.words.start + 1).is_some_and(|word| word.text(text.clean) == ",");
    if paragraph.opening.is_some() && !(apposed && ends) {
        return None;
    }
    Some(Formula { paragraph: index, span: trimmed(paragraph.span, paragraph.text, opening) })
}

/// `…, la réunion a convenu de ce qui suit :`: the last clause of a sentence before a list.
fn sentence_end(text: Text<'_>, index: usize, next: &Paragraph<'_>) -> Option<Formula> {
    let paragraph = &text.paragraphs[index];
    let listed = matches!(next.label, Some(Label::Candidate(found)) if found.first.number <= 1);
    if paragraph.ending != Ending::Colon || !listed || paragraph.label.is_some() {
        return None;
    }
    let start = paragraph.text.rfind(". ").map_or(0, |at| at + 2);
    let sentence = CleanSpan::new(paragraph.span.start as usize + start, paragraph.span.end as usize);
    let range = crate::text::words_in(text.words, sentence);
    let cued = range
        .clone()
        .any(|at| text.lexicon.structure.opens(Cue::Formula, text.words[at..range.end].iter().map(|w| w.id)) > 0);
    let clause = closed(&paragraph.text[start..]).rfind(", ").map_or(start, |at| start + at + 2);
    if !(cued || clause > start && is_subject(text, clause, paragraph))
        || paragraph.opening == Some(Opening::Preambular)
    {
        return None;
    }
    Some(Formula { paragraph: index, span: trimmed(paragraph.span, paragraph.text, clause) })
}

/// `…, la réunion :`: nothing but who adopts stands behind the last comma.
fn is_subject(text: Text<'_>, from: usize, paragraph: &Paragraph<'_>) -> bool {
    let tail = CleanSpan::new(paragraph.span.start as usize + from, paragraph.span.end as usize);
    let range = crate::text::words_in(text.words, tail);
    let ids = |at: usize| text.words[at..range.end].iter().map(|word| word.id);
    (2..=8).contains(&range.len())
        && text.lexicon.structure.opens(Cue::Opener, ids(range.start)) > 0
        && range.clone().any(|at| text.lexicon.structure.opens(Cue::Organ, ids(at)) > 0)
}

/// The words from byte `from` of the paragraph, closing punctuation left out.
fn trimmed(span: CleanSpan, text: &str, from: usize) -> CleanSpan {
    let start = span.start as usize + from;
    CleanSpan::new(start, start + closed(&text[from..]).len())
}

/// Words without the punctuation that closes them.
fn closed(text: &str) -> &str {
    text.trim_end_matches([',', ':', ';', ' '])
}

/// Where the header of a further resolution starts: the lines above its formula that are no sentences.
fn header_start(text: Text<'_>, from: usize, formula: usize) -> usize {
    let mut start = formula;
    while start > from && is_header_line(text, start - 1) {
        start -= 1;
    }
    start
}

fn is_header_line(text: Text<'_>, index: usize) -> bool {
    let paragraph = &text.paragraphs[index];
    let line = paragraph.capitals || (paragraph.is_short() && paragraph.ending == Ending::Open);
    let bracketed = paragraph.text.starts_with('[') && paragraph.text.ends_with(']') && !text.opens(index, Cue::Vote);
    let vote = text.opens(index, Cue::Vote);
    (line || bracketed)
        && !vote
        && paragraph.candidate().is_none()
        && !text.opens(index, Cue::Closing)
        && !(paragraph.holds(Cue::Meeting, text.words, text.lexicon)
            && text.kind(index).is_none()
            && !paragraph.capitals)
}

/// The title among header lines: the line that opens with the name of a kind, with the capitals that go on; else the
/// last line before the formula that is no adoption, symbol or date.
fn title(text: Text<'_>, header: Range<usize>) -> Option<Range<usize>> {
    let line = |index: usize| &text.paragraphs[index];
    let titled = |index: usize| {
        line(index).label.is_none()
            && text.kind(index).is_some()
            && (line(index).capitals || !line(index).holds(Cue::Vote, text.words, text.lexicon))
            && line(index).ending != Ending::Point
    };
    let kind = header
        .clone()
        .rev()
        .find(|&index| titled(index) && line(index).words.len() > 3)
        // "Décision" alone, in small letters, says only what follows
        .or_else(|| {
            header.clone().rev().find(|&index| titled(index) && (line(index).capitals || line(index).words.len() > 1))
        });
    let numbered = header.clone().rev().find(|&index| is_numbered_title(line(index).text));
    let Some(start) = numbered.or(kind) else { return unnamed_title(text, header) };
    let mut end = start + 1;
    while end < header.end && line(start).capitals && goes_on_title(text, end) {
        end += 1;
    }
    Some(start..end)
}

/// A title that names no kind of text: the lines right above the author's that are no letterhead. `WHA31.26 Assistance …` too.
fn unnamed_title(text: Text<'_>, header: Range<usize>) -> Option<Range<usize>> {
    let fits = |&index: &usize| {
        let line = &text.paragraphs[index];
        let plain = line.label.is_none() && line.ending == Ending::Open && line.is_short() && !line.text.contains(':');
        let words = text.words[line.words.clone()].iter().filter(|word| word.kind == SegmentKind::Word).count();
        let apparatus =
            [Cue::Meeting, Cue::Vote, Cue::OfAgenda].into_iter().any(|cue| line.holds(cue, text.words, text.lexicon));
        plain
            && words >= TITLE_WORDS
            && !apparatus
            && !has_year(line.text)
            && !names_organ(text, index)
            && line.opening.is_none()
            && !line.text.starts_with(['[', '('])
    };
    let end = header.clone().rev().find(fits)? + 1;
    // only what stands right above the text is its title, a symbol or document number between them at most
    if header.end - end > 1 {
        return None;
    }
    let alike = |index: &usize| fits(index) && text.paragraphs[*index].capitals == text.paragraphs[end - 1].capitals;
    let start = (header.start..end - 1).rev().take_while(alike).last().unwrap_or(end - 1);
    Some(start..end)
}

/// Words of a title that names no kind of text, at least.
const TITLE_WORDS: usize = 4;

/// Whether a line in capitals goes on with the title above it: it names neither who adopts, nor the session, nor the day; but
/// behind a word after which nothing ends (`TENUE EN MARGE DE LA`) everything goes on.
fn goes_on_title(text: Text<'_>, index: usize) -> bool {
    let line = &text.paragraphs[index];
    let above = &text.paragraphs[index - 1];
    let last = text.words[above.words.clone()].last();
    let dangling = last.is_some_and(|word| text.lexicon.layout.dangling.contains(&word.id));
    let organ = || names_organ(text, index);
    let session = || {
        let first = &text.words[line.words.start];
        let number = first.kind != SegmentKind::Word || text.lexicon.numbers.word(first.id).is_some();
        number && line.holds(Cue::Meeting, text.words, text.lexicon)
    };
    let other = || organ() || session() || has_year(line.text) || text.opens(index, Cue::Contents);
    line.capitals && line.candidate().is_none() && (dangling || !other())
}

/// `LE CONSEIL DE LA LIGUE …`: the article and an organ.
fn names_organ(text: Text<'_>, index: usize) -> bool {
    let words = text.paragraphs[index].words.clone();
    text.opens(index, Cue::Opener) && words.clone().take(3).any(|at| is_organ(text, at..words.end))
}

fn is_organ(text: Text<'_>, words: Range<usize>) -> bool {
    text.lexicon.structure.opens(Cue::Organ, text.words[words].iter().map(|word| word.id)) > 0
}

/// Four figures in a row.
fn has_year(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

//! What kind of text it is: printed title before formula, formula before numbering.

use super::adoption::place;
use super::meeting::span_of;
use crate::lexicon::Cue;
use crate::lexicon::segment::SegmentKind;
use crate::mention::Reading;
use crate::model::{Kind, Role};
use crate::structure::Outline;
use crate::text::{CleanSpan, words_in};

/// A kind, and the words that tell it.
pub(crate) type FoundKind = (Kind, Option<CleanSpan>);

/// The kind of the text.
pub(crate) fn kind(outline: &Outline, reading: Reading<'_>) -> FoundKind {
    if let Some((kind, span)) = outline.prose {
        return (kind, Some(span));
    }
    let first = outline.resolutions.first();
    let several = outline.resolutions.iter().filter(|resolution| !resolution.annex).count() > 1;
    let header = first.map_or(outline.header.as_slice(), |resolution| resolution.header.as_slice());
    let titles = outline.title.iter().chain(header).copied();
    let formula = first.and_then(|resolution| resolution.formula);
    let mut named = titles.filter_map(|span| named(span, reading));
    if let Some((mut kind, mut span)) = named.next() {
        // "Décision 31 COM 6 / Rapport du Comité" above an author line: the report is what is decided on
        if kind == Kind::Report
            && formula.is_some()
            && let Some(act) = named.find(|(kind, _)| matches!(kind, Kind::Resolution | Kind::Decision))
        {
            (kind, span) = act;
        }
        let compiled = several && matches!(kind, Kind::Resolution | Kind::Decision);
        return (if compiled { Kind::Compilation } else { kind }, Some(span));
    }
    let adopts = outline.opening.iter().find_map(|&span| {
        let place = |cue| place(span, cue, reading).map(|(at, count)| span_of(at..at + count, reading));
        place(Cue::Formula).or_else(|| place(Cue::Vote))
    });
    let clause = |role| first.and_then(|r| r.clauses.iter().find(|clause| clause.role == role));
    // a recital by the word that opens it
    let recital = clause(Role::Preambular).and_then(|clause| clause.body.first()).map(|&body| {
        let words = words_in(reading.words, body);
        span_of(words.start..words.end.min(words.start + 1), reading)
    });
    // "1. Nous, chefs d'État et de gouvernement, réunis à …, saluons …"
    let spoken = clause(Role::Operative).and_then(|clause| clause.body.first().copied());
    match (adopts, formula) {
        // "Nous, chefs d'État et de gouvernement, réunis à …"
        (_, Some(formula)) if opens(formula, Cue::We, reading) => (Kind::Declaration, Some(formula)),
        (Some(adopts), Some(_)) => (Kind::Communique, Some(adopts)),
        _ if several => (Kind::Compilation, None),
        (_, Some(formula)) => (Kind::Resolution, Some(formula)),
        _ if recital.is_some() => (Kind::Resolution, recital),
        _ if spoken.is_some_and(|body| opens(body, Cue::We, reading)) => (Kind::Declaration, None),
        _ if spoken.is_some() => (Kind::Communique, None),
        _ => (Kind::Unknown, None),
    }
}

/// The kind that the first words of a paragraph name.
fn named(span: CleanSpan, reading: Reading<'_>) -> Option<(Kind, CleanSpan)> {
    let range = words_in(reading.words, span);
    let first = range.clone().find(|&at| reading.words[at].kind == SegmentKind::Word)?;
    let (count, kind) = reading.lexicon.structure.kind(reading.words[first..range.end].iter().map(|word| word.id))?;
    Some((kind, span_of(first..first + count, reading)))
}

fn opens(span: CleanSpan, cue: Cue, reading: Reading<'_>) -> bool {
    let range = words_in(reading.words, span);
    reading.lexicon.structure.opens(cue, reading.words[range].iter().map(|word| word.id)) > 0
}

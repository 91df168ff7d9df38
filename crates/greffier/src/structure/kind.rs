//! What kind of text it is: printed title before formula, formula before numbering.

use super::adoption::place;
use crate::lexicon::Cue;
use crate::lexicon::segment::SegmentKind;
use crate::mention::Reading;
use crate::model::{Kind, Role};
use crate::structure::Outline;
use crate::text::{CleanSpan, words_in};

/// The kind of the text.
pub(crate) fn kind(outline: &Outline, reading: Reading<'_>) -> Kind {
    if let Some(kind) = outline.prose {
        return kind;
    }
    let first = outline.resolutions.first();
    let several = outline.resolutions.iter().filter(|resolution| !resolution.annex).count() > 1;
    let header = first.map_or(outline.header.as_slice(), |resolution| resolution.header.as_slice());
    let titles = outline.title.iter().chain(header).copied();
    let mut named = titles.filter_map(|span| named(span, reading));
    if let Some(kind) = named.next() {
        let compiled = several && matches!(kind, Kind::Resolution | Kind::Decision);
        return if compiled { Kind::Compilation } else { kind };
    }
    let adopts =
        outline.opening.iter().any(|&span| holds(span, Cue::Formula, reading) || holds(span, Cue::Vote, reading));
    let preamble = first.is_some_and(|r| r.clauses.iter().any(|clause| clause.role == Role::Preambular));
    let formula = first.is_some_and(|resolution| resolution.formula.is_some());
    match (adopts, formula) {
        // "Nous, chefs d'État et de gouvernement, réunis à …"
        _ if first.and_then(|r| r.formula).is_some_and(|span| opens(span, Cue::We, reading)) => Kind::Declaration,
        (true, true) => Kind::Communique,
        _ if several => Kind::Compilation,
        _ if preamble || formula => Kind::Resolution,
        _ if first.is_some_and(|r| r.clauses.iter().any(|clause| clause.role == Role::Operative)) => Kind::Communique,
        _ => Kind::Unknown,
    }
}

/// The kind that the first words of a paragraph name.
fn named(span: CleanSpan, reading: Reading<'_>) -> Option<Kind> {
    let range = words_in(reading.words, span);
    let first = range.clone().find(|&at| reading.words[at].kind == SegmentKind::Word)?;
    reading.lexicon.structure.kind(reading.words[first..range.end].iter().map(|word| word.id))
}

fn opens(span: CleanSpan, cue: Cue, reading: Reading<'_>) -> bool {
    let range = words_in(reading.words, span);
    reading.lexicon.structure.opens(cue, reading.words[range].iter().map(|word| word.id)) > 0
}

fn holds(span: CleanSpan, cue: Cue, reading: Reading<'_>) -> bool {
    place(span, cue, reading).is_some()
}

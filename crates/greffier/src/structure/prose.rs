//! Texts that adopt nothing: agendas, speeches, articles. They are recognised so that they are not read as resolutions.

use super::outline::Text;
use super::paragraph::Ending;
use super::region::Region;
use crate::lexicon::Cue;
use crate::model::Kind;
use crate::text::CleanSpan;

/// The paragraphs among which a text says what it is.
const HEAD: usize = 25;
/// Words of a salutation, at most.
const SALUTATION: usize = 14;
/// How often a speaker says "I", at least.
const FIRST_PERSON: usize = 3;

/// The kind of a text that adopts nothing, and the paragraph that tells it; `None` for all that may adopt something.
pub(crate) fn prose(text: Text<'_>, regions: &[Region]) -> Option<(Kind, CleanSpan)> {
    if regions.iter().any(|region| region.formula.is_some()) {
        return None;
    }
    let head = 0..text.paragraphs.len().min(HEAD);
    let titled = |&index: &usize| {
        let paragraph = &text.paragraphs[index];
        paragraph.label.is_none() && paragraph.is_short() && paragraph.ending != Ending::Point
    };
    match head.clone().filter(titled).find_map(|index| Some((text.kind(index)?, text.paragraphs[index].span))) {
        Some(told @ (Kind::Agenda | Kind::Speech, _)) => return Some(told),
        Some(_) => return None,
        None => {}
    }
    let opens = |cue| {
        let mut short = head.clone().filter(|&index| text.paragraphs[index].words.len() <= SALUTATION);
        short.find(|&index| text.opens(index, cue)).map(|index| text.paragraphs[index].span)
    };
    if let Some(salutation) = opens(Cue::Salutation).filter(|_| speaks(text)) {
        return Some((Kind::Speech, salutation));
    }
    opens(Cue::Press).map(|press| (Kind::Press, press))
}

/// Whether somebody speaks for himself throughout.
fn speaks(text: Text<'_>) -> bool {
    let first_person = |at: &usize| text.lexicon.structure.opens(Cue::FirstPerson, [text.words[*at].id]) > 0;
    (0..text.words.len()).filter(first_person).take(FIRST_PERSON).count() == FIRST_PERSON
}

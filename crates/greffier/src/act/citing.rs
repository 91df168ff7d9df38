//! The verb that cites: `Rappelant sa résolution 70/1`, `Décide de proroger le mandat énoncé dans la résolution 2100 (2013)`.

use super::FoundAct;
use crate::lexicon::conjugation::Moods;
use crate::lexicon::{Part, WordId};
use crate::mention::{Reading, ReferenceMention};
use crate::model::Class;
use crate::text::words_in;

/// The lemma and the class of the verb that cites each reference, where an act holds it.
pub(crate) fn citing<'t>(
    reading: Reading<'t>,
    acts: &[Vec<FoundAct<'t>>],
    references: &[ReferenceMention],
) -> Vec<Option<(&'t str, Class)>> {
    let mut all: Vec<&FoundAct<'t>> = acts.iter().flatten().collect();
    all.sort_by_key(|act| act.verb.start);
    let cites = |reference: &ReferenceMention| {
        let before = all.partition_point(|act| act.verb.start <= reference.span.start);
        let act = all[..before].iter().rev().take(NEAR).find(|act| act.span.contains(reference.span))?;
        Some(infinitive(reading, act, reference).unwrap_or((act.lemma, act.class)))
    };
    references.iter().map(cites).collect()
}

/// Acts back that may hold a reference: others may stand inside one.
const NEAR: usize = 8;

/// The last verb that the act asks for before the reference: `de proroger`.
fn infinitive<'t>(reading: Reading<'t>, act: &FoundAct<'t>, reference: &ReferenceMention) -> Option<(&'t str, Class)> {
    let verbs = &reading.lexicon.verbs;
    let mut between = act.verb;
    (between.start, between.end) = (act.verb.end, reference.span.start.max(act.verb.end));
    let words = words_in(reading.words, between);
    let binds = |at: usize| reading.lexicon.phrases.part(reading.words[at].id).is(Part::OF);
    words.clone().rev().take(REACH).find_map(|at| {
        let form = verbs.forms(reading.words[at].id).iter().find(|form| form.moods.has(Moods::INFINITIVE))?;
        if at == words.start || !binds(at - 1) {
            return None;
        }
        // "mettre fin" rather than "mettre"
        let follows = |tail: &[WordId]| tail.iter().zip(&reading.words[at + 1..]).all(|(id, word)| *id == word.id);
        let senses = verbs.senses(form.verb).iter().filter(|sense| follows(&sense.tail));
        let sense = senses.max_by_key(|sense| sense.tail.len())?;
        Some((&*sense.lemma, sense.class))
    })
}

/// Words back from a reference that its verb may stand.
const REACH: usize = 60;

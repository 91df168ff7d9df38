//! Instruments cited by title: `Protocole relatif aux routes, signé à Niamey le 3 mai 1999`, `article 4 de la Charte`.

use crate::lexicon::fold::fold;
use crate::lexicon::{Part, WordRoles};
use crate::mention::entity::EntityMention;
use crate::mention::phrase::Phrase;
use crate::mention::reference::{ReferenceMention, inner};
use crate::mention::signature::{dated, signature};
use crate::model::{EntityKind, ReferenceKind};

/// Adds a citation for each place where an instrument is named, unless it is cited there by its symbol; that citation gets the
/// entity then.
pub(super) fn titled(phrase: Phrase<'_>, entities: &[EntityMention], references: &mut Vec<ReferenceMention>) {
    let words = phrase.reading.words;
    let symbols = references.len();
    for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Instrument) {
        let kind = kind(phrase, &entity.name);
        for &span in &entity.mentions {
            let after = references[..symbols].partition_point(|reference| reference.span.start < span.end);
            let cited = after.checked_sub(1).map(|last| &mut references[last]).filter(|last| last.span.overlaps(span));
            if let Some(cited) = cited {
                cited.entity = Some(index);
                continue;
            }
            let start = words.partition_point(|word| word.span.start < span.start);
            let end = words.partition_point(|word| word.span.start < span.end);
            if start > 0 && !words[start].opens() && is_indefinite(phrase, start - 1) {
                continue;
            }
            let signature = signature(phrase, end);
            // "Traité du 10 janvier 1994"
            let tied = |at: &usize| *at > start && phrase.part(at - 1).is(Part::OF);
            let inside = || (start..end).filter(tied).find_map(|at| dated(phrase, at)).map(|(date, _)| date);
            references.push(ReferenceMention {
                title: Some(entity.name.clone()),
                date: signature.date.or_else(inside),
                place: signature.place.map(|place| phrase.reading.clean[place.range()].to_owned()),
                inner: inner::of_title(phrase, start),
                entity: Some(index),
                ..ReferenceMention::new(span, kind)
            });
        }
    }
    references.sort_by_key(|reference| (reference.span.start, reference.span.end));
}

/// Whether word `at` says that any such instrument is meant: `un accord de siège`.
fn is_indefinite(phrase: Phrase<'_>, at: usize) -> bool {
    phrase.reading.lexicon.references.roles(phrase.reading.words[at].id).has(WordRoles::INDEFINITE)
}

/// What an instrument is, by the first word of its title.
fn kind(phrase: Phrase<'_>, title: &str) -> ReferenceKind {
    let lexicon = phrase.reading.lexicon;
    let first = title.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let noun = lexicon.vocabulary.id(&fold(first));
    match lexicon.references.citing(noun) {
        Some(citing) => citing.kind,
        None if lexicon.phrases.part(noun).is(Part::TREATY) => ReferenceKind::Treaty,
        None => ReferenceKind::Document,
    }
}

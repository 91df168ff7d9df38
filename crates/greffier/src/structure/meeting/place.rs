//! Where a meeting was held.

use super::slot::{before_topic, dateline, dates_in};
use super::{Found, Sources, span_of, text_of};
use crate::mention::{Mentions, Reading};
use crate::model::EntityKind;
use crate::text::CleanSpan;

/// City and country: the first place after the verb of meeting that a preposition of place leads to, before the margins or,
/// failing that, behind them; else the first place of a header line that has a date.
pub(super) fn place(sources: &Sources, reading: Reading<'_>, mentions: &Mentions) -> (Found<String>, Found<String>) {
    let located = Locations::new(mentions);
    let told = sources.opening.iter().chain(&sources.formula).filter(|zone| !zone.held.is_empty());
    let places = told.flat_map(|zone| {
        [zone.predicate(), zone.margins..zone.words.end].into_iter().filter(|words| !words.is_empty())
    });
    let places: Vec<_> = places.map(|words| span_of(before_topic(words, reading), reading)).collect();
    for (&span, led) in places.iter().map(|span| (span, true)).chain(places.iter().map(|span| (span, false))) {
        match located.first(span, reading, led) {
            // without a preposition only a city is a place of meeting: "sur la situation au Mali" tells of the subject
            Some(found) if led || found.0.is_some() => return found,
            _ => {}
        }
    }
    let dated = sources.header.iter().filter(|zone| {
        let span = zone.span(reading);
        !zone.words.is_empty() && dates_in(span, mentions).any(|date| date.start.is_some())
    });
    let datelines = sources.opening.iter().filter_map(|zone| dateline(zone, reading));
    let lines = dated
        .chain(sources.header.iter().filter(|zone| zone.words.len() <= 8))
        .map(|zone| span_of(zone.own(), reading));
    for line in datelines.chain(lines) {
        // a country alone is a place of meeting where the line opens with it: "Assistance au Liban" is a subject
        let opens = |found: &(Found<String>, Found<String>)| {
            found.0.is_some() || found.1.as_ref().is_some_and(|(_, span)| span.start == line.start)
        };
        if let Some(found) = located.first(line, reading, false).filter(opens) {
            return found;
        }
    }
    (None, None)
}

/// The locations of the text in order.
struct Locations<'m> {
    all: Vec<(CleanSpan, &'m crate::mention::EntityMention)>,
}

impl<'m> Locations<'m> {
    fn new(mentions: &'m Mentions) -> Self {
        let locations = mentions.entities.iter().filter(|entity| entity.kind == EntityKind::Location);
        let mut all: Vec<_> =
            locations.flat_map(|entity| entity.mentions.iter().map(move |&span| (span, entity))).collect();
        all.sort_unstable_by_key(|(span, _)| *span);
        Self { all }
    }

    /// The first city (with the country named right after it, or its own), else the first country.
    fn first(&self, span: CleanSpan, reading: Reading<'_>, led: bool) -> Option<(Found<String>, Found<String>)> {
        let from = self.all.partition_point(|(mention, _)| mention.start < span.start);
        let inside = &self.all[from..];
        let inside = &inside[..inside.partition_point(|(mention, _)| mention.start < span.end)];
        let leads = |at: CleanSpan| !led || reading.lexicon.layout.leads_to_place(before(at, reading));
        let place = inside.iter().position(|(mention, entity)| is_city(entity) && leads(*mention));
        if let Some(index) = place {
            let (mention, city) = inside[index];
            let named = inside.get(index + 1).filter(|(next, entity)| {
                country_code(entity).is_some() && !is_city(entity) && (next.start - mention.end) as usize <= 24
            });
            let country = match named {
                Some((next, entity)) => country_code(entity).map(|code| (code, *next)),
                None => city.codes.get("country").map(|code| (code.clone(), mention)),
            };
            return Some((Some((text_of(mention, reading), mention)), country));
        }
        let (mention, entity) =
            inside.iter().find(|(mention, entity)| country_code(entity).is_some() && leads(*mention))?;
        Some((None, country_code(entity).map(|code| (code, *mention))))
    }
}

pub(super) fn is_city(entity: &crate::mention::EntityMention) -> bool {
    entity.codes.contains_key("country")
}

fn country_code(entity: &crate::mention::EntityMention) -> Option<String> {
    entity.codes.get("iso3166").cloned()
}

/// The number of the word before a span.
fn before(span: CleanSpan, reading: Reading<'_>) -> crate::lexicon::WordId {
    let at = reading.words.partition_point(|word| word.span.start < span.start);
    at.checked_sub(1).map_or(crate::lexicon::WordId::UNKNOWN, |at| reading.words[at].id)
}

//! Those who took part: the persons that a list names, each with office and country.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Found, FoundParticipant, cue_at, span_of};
use crate::lexicon::{MeetingCue, Part};
use crate::mention::{EntityMention, Mentions, Reading};
use crate::model::EntityKind;
use crate::text::{Case, CleanSpan, words_in};

/// Words that say the office of a person named behind them, at most.
const LEAD: usize = 30;

/// The persons and places of a text, in order.
pub(super) struct Named<'m> {
    persons: Vec<(CleanSpan, &'m EntityMention)>,
    places: Vec<(CleanSpan, &'m EntityMention)>,
}

impl<'m> Named<'m> {
    pub(super) fn new(mentions: &'m Mentions) -> Self {
        let of_kind = |kind: EntityKind| {
            let entities = mentions.entities.iter().filter(move |entity| entity.kind == kind);
            let mut all: Vec<(CleanSpan, &EntityMention)> =
                entities.flat_map(|entity| entity.mentions.iter().map(move |&span| (span, entity))).collect();
            all.sort_unstable_by_key(|(span, _)| *span);
            all
        };
        Self { persons: of_kind(EntityKind::Person), places: of_kind(EntityKind::Location) }
    }
}

/// The persons that the paragraphs of the list name, in order.
pub(super) fn participants(list: &[CleanSpan], reading: Reading<'_>, named: &Named<'_>) -> Vec<FoundParticipant> {
    let Named { persons, places } = named;
    let mut out: Vec<FoundParticipant> = Vec::new();
    for &line in list {
        let mut inside: Vec<CleanSpan> = within(line, persons).map(|(span, _)| *span).collect();
        let mut from = line.start;
        inside.retain(|name| {
            let before = words_in(reading.words, CleanSpan { start: from, end: name.start });
            from = name.end;
            !is_represented(before, reading)
        });
        // "le Ministre des Pêches de la Zambie, M. Chanda, et …": offices stand before the names
        let lead =
            inside.first().map(|first| words_in(reading.words, CleanSpan { start: line.start, end: first.start }));
        let is_office = |at: usize| reading.lexicon.phrases.part(reading.words[at].id).is(Part::OFFICE);
        if lead.is_some_and(|lead| lead.clone().any(is_office) && (3..=LEAD).contains(&lead.len())) {
            out.extend(named_last(line, &inside, reading, places));
            continue;
        }
        for (nth, &name) in inside.iter().enumerate() {
            // what is said of a person stands between the name before and the next; a country before the name only where
            // the line opens with it or a semicolon ends what was said of another
            let before = nth.checked_sub(1).map_or(Some(line.start), |last| {
                let between = words_in(reading.words, CleanSpan { start: inside[last].end, end: name.start });
                let stop = between.rev().find(|&at| reading.words[at].text(reading.clean) == ";");
                stop.map(|at| reading.words[at].span.end)
            });
            let after = inside.get(nth + 1).map_or(line.end, |next| next.start);
            let office = office(CleanSpan { start: name.end, end: after }, reading);
            let country = office
                .and_then(|office| country_in(office, places))
                .or_else(|| country_in(CleanSpan { start: before?, end: name.start }, places));
            out.push(FoundParticipant { name, office, country });
        }
    }
    // the chair may be named again in the list: the first time counts
    let mut known: FxHashSet<&str> = FxHashSet::default();
    out.retain(|person| known.insert(&reading.clean[person.name.range()]));
    if out.is_empty() {
        // a list of states: "- la République du Soudan ;"
        let listed = list.iter().flat_map(|&line| within(line, places));
        let states = listed.filter(|(_, entity)| entity.codes.contains_key("iso3166"));
        out.extend(states.map(|(span, entity)| FoundParticipant {
            name: *span,
            office: None,
            country: Some((entity.codes["iso3166"].clone(), *span)),
        }));
    }
    out
}

/// Whether the words before a name say that another stands for the person: `représentant S.E.M. Keita`; not `Représentant permanent, M. Keita`.
fn is_represented(before: Range<usize>, reading: Reading<'_>) -> bool {
    let end = before.end;
    let last = before.rev().find(|&at| matches!(cue_at(at, end, reading), Some((_, MeetingCue::Represents))));
    last.is_some_and(|last| !(last..end).any(|at| matches!(reading.words[at].text(reading.clean), "," | ";" | ":")))
}

/// The persons of a line that says the office of each before the name.
fn named_last(
    line: CleanSpan,
    names: &[CleanSpan],
    reading: Reading<'_>,
    places: &[(CleanSpan, &EntityMention)],
) -> Vec<FoundParticipant> {
    let mut from = line.start;
    let mut out = Vec::new();
    for &name in names {
        let words = words_in(reading.words, CleanSpan { start: from, end: name.start });
        let part = |at: usize| reading.lexicon.phrases.part(reading.words[at].id);
        let title = |at: usize| part(at).is(Part::TITLE) && reading.words[at].case != Case::Lower;
        let small = |at: usize| {
            let word = &reading.words[at];
            word.is_punctuation() || part(at).is(Part::AND) || reading.lexicon.layout.articles.contains(&word.id)
        };
        let start = words.clone().find(|&at| !small(at));
        let end = words.clone().rev().find(|&at| !small(at) && !title(at));
        let office =
            start.zip(end).filter(|(start, end)| start <= end).map(|(start, end)| span_of(start..end + 1, reading));
        let country = office.and_then(|office| country_in(office, places));
        out.push(FoundParticipant { name, office, country });
        from = name.end;
    }
    out
}

/// The first country named in a span, by its code.
fn country_in(span: CleanSpan, places: &[(CleanSpan, &EntityMention)]) -> Found<String> {
    let code = |(place, entity): &(CleanSpan, &EntityMention)| Some((entity.codes.get("iso3166")?.clone(), *place));
    within(span, places).find_map(code)
}

/// The mentions inside a span, of mentions in order.
fn within<'m, 'e>(
    span: CleanSpan,
    all: &'m [(CleanSpan, &'e EntityMention)],
) -> impl Iterator<Item = &'m (CleanSpan, &'e EntityMention)> {
    let first = all.partition_point(|(mention, _)| mention.start < span.start);
    all[first..]
        .iter()
        .take_while(move |(mention, _)| mention.start < span.end)
        .filter(move |(mention, _)| span.contains(*mention))
}

/// What stands behind the comma after a name, up to a semicolon or the end of the sentence: `, Président de la République du Mali ;`.
fn office(rest: CleanSpan, reading: Reading<'_>) -> Option<CleanSpan> {
    let words = words_in(reading.words, rest);
    let text = |at: usize| reading.words[at].text(reading.clean);
    let start = words.start + 1;
    if words.len() < 2 || !matches!(text(words.start), "," | "(" | ":" | "–" | "-") {
        return None;
    }
    // "Ministre du Plan, représentant S.E.M. Keita, Premier ministre": the title of one who is represented ends nothing
    let mut represents = false;
    let ends = |&at: &usize| {
        let word = &reading.words[at];
        let title = word.case != Case::Lower && reading.lexicon.phrases.part(word.id).is(Part::TITLE);
        let mark = text(at);
        let own = title && at > start && !represents;
        let cue = || matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Represents)));
        represents = !matches!(mark, "," | ";" | ":") && (represents || cue());
        matches!(mark, ";" | "." | ")" | ":") || own
    };
    let end = (start..words.end).find(ends).unwrap_or(words.end);
    let end = (start..end).rev().find(|&at| !reading.words[at].is_punctuation()).map_or(start, |at| at + 1);
    (start < end).then(|| span_of(start..end, reading))
}

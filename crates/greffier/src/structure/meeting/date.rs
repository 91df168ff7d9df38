//! When a meeting was held.

use super::slot::{dateline, dates_in, sentence_end};
use super::{Found, Sources, Zone, cue_at, span_of};
use crate::lexicon::MeetingCue;
use crate::lexicon::segment::SegmentKind;
use crate::mention::{Mentions, Reading};
use crate::model::Edtf;
use crate::text::CleanSpan;

/// The first Gregorian date after the verb of meeting, before the margins; else of a header line that is no issue line; else of
/// the adoption, where all adoptions agree.
pub(super) fn date(sources: &Sources, reading: Reading<'_>, mentions: &Mentions) -> Found<Edtf> {
    let first = |span: CleanSpan| {
        let fits = |date: &&crate::mention::DateMention| is_days(date) && !is_cited(date, span, mentions);
        dates_in(span, mentions).find(fits).map(|date| (date.value.clone(), date.span))
    };
    let day = |span: CleanSpan| {
        let exact = |date: &&crate::mention::DateMention| {
            is_days(date) && date.value.as_str().len() >= EXACT && !is_cited(date, span, mentions)
        };
        dates_in(span, mentions).find(exact).map(|date| (date.value.clone(), date.span))
    };
    let told = |zone: &Zone| {
        let told = zone.predicate();
        if told.is_empty() {
            return None;
        }
        // a day of the sentence that tells of the meeting, rather than a month
        let stop =
            if zone.held.is_empty() { told.end } else { sentence_end(zone.held.end.min(told.end), told.end, reading) };
        let sentence = span_of(told.start..stop, reading);
        day(sentence).or_else(|| dateline(zone, reading).and_then(day)).or_else(|| first(sentence))
    };
    let opening = sources.opening.iter().filter(|zone| !zone.held.is_empty()).find_map(told);
    let formula = || sources.formula.iter().filter(|zone| !zone.held.is_empty()).find_map(told);
    let mut adopted = sources.adoption.iter().filter_map(told);
    let adoption = adopted.next().filter(|(value, _)| adopted.all(|(other, _)| other == *value));
    // figures alone on their line are the day on which a page was posted
    let (posted, written): (Vec<&Zone>, Vec<&Zone>) =
        sources.header.iter().partition(|zone| is_bare_day(zone, reading));
    let header = || written.into_iter().chain(posted).find_map(told);
    // "en marge de la session, à New York, le 22 septembre"
    let beyond = || {
        let zones = sources.opening.iter().chain(&sources.formula);
        zones
            .filter(|zone| !zone.held.is_empty() && zone.margins < zone.words.end)
            .find_map(|zone| first(span_of(zone.margins..sentence_end(zone.margins, zone.words.end, reading), reading)))
    };
    let sitting = || sources.header.iter().filter(|zone| sits(zone, reading)).find_map(told);
    let found = opening.or_else(formula).or_else(beyond).or_else(sitting).or(adoption);
    let found = found.or_else(|| if sources.adoption.is_empty() { header() } else { None })?;
    // "s'est ouverte le 18 mai" under a title that says 18 to 19 May
    let day = mentions.dates.iter().find(|date| date.span == found.1)?;
    let around = sources
        .header
        .iter()
        .flat_map(|zone| dates_in(zone.span(reading), mentions))
        .find(|date| is_days(date) && date.start < date.end && date.start <= day.start && day.end <= date.end);
    Some(around.map_or(found, |date| (date.value.clone(), date.span)))
}

/// Whether a line has figures and marks only: `27/05/2019`.
fn is_bare_day(zone: &Zone, reading: Reading<'_>) -> bool {
    let word = |at: usize| reading.words[at].kind == SegmentKind::Word;
    !zone.words.clone().any(word)
}

/// Whether the date is that of an act cited on the way: `modifiant le Règlement n° 17/2008 du 19 décembre 2008`. What opens the
/// words is not cited, it names the text itself.
fn is_cited(date: &crate::mention::DateMention, words: CleanSpan, mentions: &Mentions) -> bool {
    let behind = mentions.references.partition_point(|reference| reference.span.start < date.span.start);
    behind.checked_sub(1).map(|last| &mentions.references[last]).is_some_and(|reference| {
        reference.span.start > words.start && reference.span.end + BEHIND_CITATION >= date.span.start
    })
}

/// Bytes between a citation and its date, at most: ` en date du `.
const BEHIND_CITATION: u32 = 12;

/// Characters of a day: `2013-09-25`.
const EXACT: usize = 10;

/// Whether a date is a Gregorian day or some weeks, as meetings last; a year or a quarter is none.
fn is_days(date: &crate::mention::DateMention) -> bool {
    date.is_gregorian() && date.start.zip(date.end).is_some_and(|(start, end)| (end - start).num_days() < LONGEST)
}

/// Days that a meeting lasts at most.
const LONGEST: i64 = 80;

/// Whether a header line names a sitting: `Réunion du Conseil européen (14 et 15 février 2018)`.
fn sits(zone: &Zone, reading: Reading<'_>) -> bool {
    zone.own().any(|at| matches!(cue_at(at, zone.margins, reading), Some((_, MeetingCue::Sitting))))
}

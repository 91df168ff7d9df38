//! The slots of a meeting, each read from one zone or asked of all sources in turn.

use super::place::is_city;
use super::{Found, FoundMeeting, Sources, Zone, cue_at, ordinal_at, span_of, text_of};
use crate::lexicon::particle::Part;
use crate::lexicon::{MeetingCue, Start, StartSet};
use crate::mention::{Mentions, Reading};
use crate::model::{EntityKind, Form, Level};
use crate::text::{CleanSpan, words_in};

/// The number of the session or meeting: the ordinal before a sitting (`sa 412ème réunion`, `Soixante-quinzième session`); else
/// before a séance, of the adoption first; else the first ordinal of the subject (`La Vingt-Neuvième Assemblée`, `pour la
/// quatrième fois`); else of the sitting at whose occasion ministers met.
pub(super) fn session(sources: &Sources, reading: Reading<'_>, mentions: &Mentions) -> Found<u32> {
    let all = || sources.opening.iter().chain(&sources.formula).chain(&sources.header);
    let adopted = || sources.adoption.iter().chain(all());
    // a line of its own ("Soixante-dix-septième session") before a title that may tell of another
    let lines = sources.header.iter().filter(|zone| zone.words.len() <= LINE);
    // "les 1er et 2 novembre"
    let no_day = |(_, span): &(u32, CleanSpan)| !mentions.dates.iter().any(|date| date.span.overlaps(*span));
    let beside = sources.opening.iter().map(beside_verb).chain(sources.formula.iter().map(Zone::own));
    let told = lines.chain(all()).chain(&sources.adoption).map(Zone::facts);
    beside
        .chain(told)
        .find_map(|words| numbered(before_aim(words, reading), MeetingCue::Sitting, reading))
        .or_else(|| all().find_map(|zone| numbered(before_aim(zone.facts(), reading), MeetingCue::Congress, reading)))
        .or_else(|| sources.formula.iter().find_map(|zone| first_ordinal(zone, reading)).filter(no_day))
        .or_else(|| adopted().find_map(|zone| numbered(zone.own(), MeetingCue::Seance, reading)))
        .or_else(|| sources.opening.iter().find_map(|zone| first_ordinal(zone, reading)).filter(no_day))
        .or_else(|| sources.formula.iter().find_map(|zone| numbered(zone.words.clone(), MeetingCue::Sitting, reading)))
}

/// The words around the verb of meeting, of which the session is one; what follows may tell of others.
fn beside_verb(zone: &Zone) -> std::ops::Range<usize> {
    let facts = zone.facts();
    let verb = if zone.held.is_empty() { facts.start } else { zone.held.end };
    facts.start..(verb + BESIDE).min(facts.end)
}

/// The words before "pour préparer …": what one meets for is another meeting.
fn before_aim(words: std::ops::Range<usize>, reading: Reading<'_>) -> std::ops::Range<usize> {
    let particles = &reading.lexicon.particles;
    let aims = |&at: &usize| {
        let next = reading.words.get(at + 1).filter(|_| particles.parts(reading.words[at].id).has(Part::Purpose));
        next.is_some_and(|next| particles.ends_as_infinitive(next.id, next.text(reading.clean)))
    };
    words.start..words.clone().find(aims).unwrap_or(words.end)
}

/// How far behind the verb the session may stand: `a tenu, le mercredi 27 mai 2015 à Banjul, sa 5e session`.
const BESIDE: usize = 16;

/// Words of a header line that tells the session and nothing else.
const LINE: usize = 6;

/// The ordinal before a noun of `cue`.
pub(in crate::structure) fn numbered(
    words: std::ops::Range<usize>,
    cue: MeetingCue,
    reading: Reading<'_>,
) -> Found<u32> {
    ordinals(words.clone(), reading).find_map(|(at, count, value)| {
        let sits = cue_at(at + count, words.end, reading).is_some_and(|(_, found)| found == cue);
        sits.then(|| (value, span_of(at..at + count, reading)))
    })
}

/// The ordinals of the words: where each begins, how many words it takes, and its value. One may begin inside another.
fn ordinals(words: std::ops::Range<usize>, reading: Reading<'_>) -> impl Iterator<Item = (usize, usize, u32)> {
    // an ordinal begins with a number word, with figures, or in capitals
    const STARTS: StartSet = StartSet::of(&[Start::Date, Start::Event, Start::Capital]);
    let end = words.end;
    let next = move |at: usize| reading.words.next_before(at, end, STARTS);
    let starts = std::iter::successors(next(words.start), move |&at| next(at + 1));
    starts.filter_map(move |at| ordinal_at(at..end, reading).map(|(count, value)| (at, count, value)))
}

/// The first ordinal of the subject, or right after the verb of meeting.
fn first_ordinal(zone: &Zone, reading: Reading<'_>) -> Found<u32> {
    let own = zone.own();
    let end = if zone.held.is_empty() { own.start + 3 } else { zone.held.end + 6 }.min(own.end);
    let (at, count, value) = ordinals(own.clone(), reading).take_while(|(at, ..)| *at < end).next()?;
    Some((value, span_of(at..at + count, reading)))
}

pub(super) fn level(zone: &Zone, reading: Reading<'_>) -> Found<Level> {
    // "Le Groupe de contact sur le Mali s'est réuni au niveau ministériel"
    let own = zone.own();
    let verb = zone.held.start.clamp(own.start, own.end)..own.end;
    before_topic(own.clone(), reading).chain(verb).find_map(|at| {
        let (count, level) = reading.lexicon.meeting.level(reading.words[at..own.end].iter().map(|word| word.id))?;
        Some((level, span_of(at..at + count, reading)))
    })
}

pub(super) fn form(zone: &Zone, reading: Reading<'_>) -> Found<Form> {
    let own = zone.own();
    own.clone().find_map(|at| {
        let (count, form) = reading.lexicon.meeting.form(reading.words[at..own.end].iter().map(|word| word.id))?;
        Some((form, span_of(at..at + count, reading)))
    })
}

/// The motto of a session, in brackets behind the word: `(Session « Jeunesse, savoir et paix »)`.
pub(super) fn theme(zone: &Zone, reading: Reading<'_>) -> Found<String> {
    let text = |at: usize| reading.words[at].text(reading.clean);
    let own = zone.own();
    let open = own.clone().find(|&at| {
        text(at) == "("
            && at + 1 < own.end
            && matches!(cue_at(at + 1, own.end, reading), Some((_, MeetingCue::Sitting)))
    })?;
    let close = (open + 2..own.end).find(|&at| text(at) == ")")?;
    let span = span_of(open + 1..close, reading);
    Some((text_of(span, reading), span))
}

/// The place and day before the dash that opens a sentence: `23 février 2019, Mahé, Seychelles – Le Conseil …`.
pub(super) fn dateline(zone: &Zone, reading: Reading<'_>) -> Option<CleanSpan> {
    (zone.subject > zone.words.start).then(|| span_of(zone.words.start..zone.subject, reading))
}

pub(super) fn dates_in(span: CleanSpan, mentions: &Mentions) -> impl Iterator<Item = &crate::mention::DateMention> {
    let from = mentions.dates.partition_point(|date| date.span.start < span.start);
    mentions.dates[from..].iter().take_while(move |date| date.span.end <= span.end)
}

/// The words before "sur", behind which the subject stands: `la décision qui suit sur la situation en Somalie`.
pub(super) fn before_topic(words: std::ops::Range<usize>, reading: Reading<'_>) -> std::ops::Range<usize> {
    let topic = words.clone().find(|&at| matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Topic))));
    words.start..topic.unwrap_or(words.end)
}

/// The first person named after "sous la présidence de".
pub(super) fn chair(zone: &Zone, reading: Reading<'_>, mentions: &Mentions) -> Found<String> {
    let words = zone.words.clone();
    let at = words.clone().find(|&at| matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Chair))))?;
    person_in(span_of(at..words.end, reading), reading, mentions, false)
}

/// Words of the text among which the chair of the month is named.
const MONTH_REACH: usize = 600;

/// The person said to preside "pour le mois de": the last one named before, in the first clauses.
pub(super) fn month_chair(reading: Reading<'_>, mentions: &Mentions) -> Found<String> {
    let end = reading.words.len().min(MONTH_REACH);
    let at = (0..end).find(|&at| matches!(cue_at(at, end, reading), Some((_, MeetingCue::Month))))?;
    let opens = (0..at).rev().find(|&at| reading.words[at].opens()).unwrap_or(0);
    person_in(span_of(opens..at, reading), reading, mentions, true)
}

fn person_in(span: CleanSpan, reading: Reading<'_>, mentions: &Mentions, last: bool) -> Found<String> {
    let persons = mentions.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let mentions = persons.flat_map(|entity| entity.mentions.iter().copied()).filter(|mention| span.contains(*mention));
    let found = if last { mentions.max() } else { mentions.min() }?;
    Some((text_of(found, reading), found))
}

/// The organisation named inside the body's own name, the last one: `Groupe de contact de l'OCI sur le Mali`.
pub(super) fn organization(body: CleanSpan, reading: Reading<'_>) -> Found<String> {
    let words = words_in(reading.words, body);
    let own = reading.words[words.clone()].iter().map(|word| word.id);
    if let Some(parent) = reading.lexicon.meeting.parent(own) {
        return Some((parent.to_owned(), body));
    }
    let names = &reading.lexicon.names;
    words.clone().skip(1).rev().find_map(|at| {
        let ids = reading.words[at..words.end].iter().map(|word| word.id);
        let (count, name) = names.longest(ids, |_, _| true)?;
        let entry = names.entry(name.entry);
        (entry.kind == EntityKind::Organization).then(|| (entry.name.clone(), span_of(at..at + count, reading)))
    })
}

/// The event behind "en marge de", with the one around it behind "lors de".
pub(super) fn alongside(zone: &Zone, reading: Reading<'_>, mentions: &Mentions) -> Option<Box<FoundMeeting>> {
    // "En marge de la 49e session, le Comité …" or "le Comité …, en marge de la 49e session"
    let fronted = zone.words.start..zone.subject.saturating_sub(1).max(zone.words.start);
    let beyond = zone.margins..sentence_end(zone.margins, zone.words.end, reading);
    [fronted, beyond].into_iter().find_map(|words| match cue_at(words.start, words.end, reading) {
        Some((count, MeetingCue::Margins)) => event(words.start + count, words.end, reading, mentions, 0),
        _ => None,
    })
}

fn event(
    start: usize,
    end: usize,
    reading: Reading<'_>,
    mentions: &Mentions,
    depth: usize,
) -> Option<Box<FoundMeeting>> {
    let text = |at: usize| reading.words[at].text(reading.clean);
    let start = (start..end).find(|&at| !is_link(at, end, reading))?;
    let within = (start..end).find(|&at| matches!(cue_at(at, end, reading), Some((_, MeetingCue::Within))));
    let mut stop = within.unwrap_or(end);
    let place = (start..stop).find(|&at| matches!(text(at), "," | ";"));
    stop = place.unwrap_or(stop);
    // a place or date behind the name is not part of it
    let named = span_of(start..stop, reading);
    let cut = mentions.entities.iter().filter(|entity| is_city(entity) && entity.kind == EntityKind::Location);
    let first_place = cut.flat_map(|entity| &entity.mentions).filter(|mention| named.contains(**mention)).min();
    if let Some(mention) = first_place {
        let at = reading.words.partition_point(|word| word.span.start < mention.start);
        stop = at.saturating_sub(1).max(start + 1).min(stop);
    }
    let span = span_of(start..stop, reading);
    let zone = Zone { words: start..stop, subject: start, margins: stop, held: stop..stop };
    let mut found = FoundMeeting {
        span: Some(span),
        name: Some((text_of(span, reading), span)),
        session: numbered(start..stop, MeetingCue::Sitting, reading),
        level: level(&zone, reading),
        organization: organization(span, reading),
        ..FoundMeeting::default()
    };
    if let Some((at, (count, _))) = within.filter(|_| depth < 3).and_then(|at| Some((at, cue_at(at, end, reading)?))) {
        found.alongside = event(at + count, end, reading, mentions, depth + 1);
    }
    Some(Box::new(found))
}

/// Articles and prepositions between "en marge" and the event.
fn is_link(at: usize, end: usize, reading: Reading<'_>) -> bool {
    reading.lexicon.layout.articles.contains(&reading.words[at].id)
        || matches!(cue_at(at, end, reading), Some((_, MeetingCue::Of)))
}

/// The end of the sentence in which word `at` stands.
pub(super) fn sentence_end(at: usize, end: usize, reading: Reading<'_>) -> usize {
    (at..end)
        .find(|&at| {
            reading.words[at].text(reading.clean) == "."
                && reading.words.get(at + 1).is_none_or(|next| next.text(reading.clean).starts_with(char::is_uppercase))
                && at > 0
                && reading.words[at - 1].span.len() > 2
        })
        .unwrap_or(end)
}

//! The meeting, read from the opening sentence, the author line, the title block and the adoption lines, in that order.
//!
//! Each slot asks the sources in turn and keeps the first answer; what stands behind "en marge de" belongs to the
//! meeting alongside, not to this one.

mod body;
mod date;
mod participant;
mod place;
mod slot;

use std::cell::LazyCell;

use crate::grammar::ordinal::ordinal;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{MeetingCue, Start, particle};
use crate::mention::{Mentions, Own, Reading};
use crate::model::{Edtf, Form, Level};
use crate::structure::Outline;
use crate::text::word::tokens;
use crate::text::{Case, CleanSpan, words_in};

pub(super) use slot::numbered;

/// A value with its place in the clean text.
pub(crate) type Found<T> = Option<(T, CleanSpan)>;

/// A meeting in places of the clean text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct FoundMeeting {
    pub(crate) span: Option<CleanSpan>,
    pub(crate) name: Found<String>,
    pub(crate) body: Found<String>,
    pub(crate) organization: Found<String>,
    pub(crate) level: Found<Level>,
    pub(crate) session: Found<u32>,
    pub(crate) form: Found<Form>,
    pub(crate) theme: Found<String>,
    pub(crate) date: Found<Edtf>,
    pub(crate) city: Found<String>,
    /// ISO 3166-1 alpha-2.
    pub(crate) country: Found<String>,
    pub(crate) chair: Found<String>,
    pub(crate) participants: Vec<FoundParticipant>,
    pub(crate) alongside: Option<Box<FoundMeeting>>,
}

impl FoundMeeting {
    /// Who speaks in the text of the meeting.
    pub(crate) fn own(&self) -> Own<'_> {
        Own {
            body: self.body.as_ref().map(|(_, span)| *span),
            organization: self.organization.as_ref().map(|(name, _)| name.as_str()),
        }
    }
}

/// Somebody who took part, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundParticipant {
    pub(crate) name: CleanSpan,
    pub(crate) office: Option<CleanSpan>,
    /// ISO 3166-1 alpha-2.
    pub(crate) country: Found<String>,
}

/// A stretch of words that may tell of the meeting, cut before the words that lead to another one.
#[derive(Debug, Clone)]
struct Zone {
    words: std::ops::Range<usize>,
    /// Where the subject begins, behind a fronted phrase: `En marge de la 49e session …, le Comité`.
    subject: usize,
    /// Where "en marge de" begins, in words; the end where it does not stand there.
    margins: usize,
    /// Where the words of meeting stand ("s'est réuni", "en sa"), in words; the end where there are none. They stand before the
    /// subject in `Réunis à Abuja, les ministres …`.
    held: std::ops::Range<usize>,
}

/// The sources, best first.
struct Sources {
    opening: Vec<Zone>,
    formula: Vec<Zone>,
    header: Vec<Zone>,
    adoption: Vec<Zone>,
}

/// The meeting that the text comes from, where it says so.
pub(crate) fn meeting(outline: &Outline, reading: Reading<'_>, mentions: &Mentions) -> Option<FoundMeeting> {
    let sources = sources(outline, reading);
    let all_named = LazyCell::new(|| participant::Named::new(mentions));
    let all = || sources.opening.iter().chain(&sources.formula).chain(&sources.header);
    let mut found = FoundMeeting {
        span: sources
            .opening
            .iter()
            .chain(&sources.formula)
            .find(|zone| !zone.words.is_empty())
            .map(|zone| zone.span(reading)),
        body: body::body(&sources, reading),
        session: slot::session(&sources, reading, mentions),
        level: all().find_map(|zone| slot::level(zone, reading)),
        form: all().find_map(|zone| slot::form(zone, reading)),
        theme: all().find_map(|zone| slot::theme(zone, reading)),
        date: date::date(&sources, reading, mentions),
        chair: all()
            .find_map(|zone| slot::chair(zone, reading, mentions))
            .or_else(|| slot::month_chair(reading, mentions)),
        alongside: sources
            .opening
            .iter()
            .chain(&sources.formula)
            .find_map(|zone| slot::alongside(zone, reading, mentions)),
        participants: if outline.participants.is_empty() {
            Vec::new()
        } else {
            participant::participants(&outline.participants, reading, &all_named)
        },
        ..FoundMeeting::default()
    };
    if found.participants.is_empty() {
        // "M. A, Ministre …, et Mme B, Ministre …, se sont réunis": those who met are named one by one, and are no body
        let subjects = sources.opening.iter().filter(|zone| zone.held.start > zone.subject && !zone.held.is_empty());
        let named = subjects.map(|zone| span_of(zone.subject..zone.held.start, reading));
        found.participants = named
            .map(|span| participant::participants(&[span], reading, &all_named))
            .find(|named| named.len() > 1)
            .unwrap_or_default();
        if !found.participants.is_empty() {
            found.body = None;
        }
    }
    (found.city, found.country) = place::place(&sources, reading, mentions);
    found.organization = found.body.as_ref().and_then(|(_, span)| slot::organization(*span, reading));
    let tells = found.body.is_some() || found.session.is_some() || found.date.is_some();
    tells.then_some(found)
}

fn sources(outline: &Outline, reading: Reading<'_>) -> Sources {
    let zones = |spans: &[CleanSpan]| spans.iter().map(|&span| Zone::new(span, reading)).collect::<Vec<_>>();
    let mut opening: Vec<CleanSpan> = outline.opening.clone();
    let mut formula = Vec::new();
    let mut header: Vec<CleanSpan> =
        outline.resolutions.is_empty().then_some(outline.title).flatten().into_iter().collect();
    header.extend(&outline.header);
    let mut adoption = Vec::new();
    for (nth, resolution) in outline.resolutions.iter().enumerate() {
        adoption.extend(&resolution.adoption);
        if nth > 0 {
            continue;
        }
        header.extend(outline.title);
        header.extend(&resolution.header);
        let leading = resolution.leading_formula();
        formula.extend(leading);
        // where no formula leads the text, its first clauses open it
        if opening.is_empty() && leading.is_none() {
            opening.extend(&outline.lead);
        }
    }
    Sources { opening: zones(&opening), formula: zones(&formula), header: zones(&header), adoption: zones(&adoption) }
}

impl Zone {
    fn new(span: CleanSpan, reading: Reading<'_>) -> Self {
        let words = words_in(reading.words, span);
        let subject = subject(words.clone(), reading);
        let mut margins = words.end;
        let mut held = match cue_at(words.start, words.end, reading) {
            Some((1, MeetingCue::Held)) if subject > words.start => words.start..words.start + 1,
            _ => words.end..words.end,
        };
        // "la 7e session du Congrès, qui s'est tenue à Lomé" is another meeting
        let relative =
            |at: usize| reading.lexicon.particles.parts(reading.words[at - 1].id).has(particle::Part::Relative);
        for at in subject..words.end {
            match cue_at(at, words.end, reading) {
                Some((_, MeetingCue::Margins)) if at > subject => {
                    margins = at;
                    break;
                }
                Some((count, MeetingCue::Held)) if held.is_empty() && at > subject && !relative(at) => {
                    held = at..at + count;
                }
                _ => {}
            }
        }
        Self { words, subject, margins, held }
    }

    /// The words that tell of this meeting, not of another.
    fn own(&self) -> std::ops::Range<usize> {
        self.subject..self.margins
    }

    /// Whether the words of meeting stand before the subject.
    fn is_fronted(&self) -> bool {
        !self.held.is_empty() && self.held.start < self.subject
    }

    /// The words that tell where, when and in what session this meeting met.
    fn facts(&self) -> std::ops::Range<usize> {
        if self.is_fronted() { self.words.start..self.subject } else { self.own() }
    }

    /// From the words of meeting on; all where there are none.
    fn predicate(&self) -> std::ops::Range<usize> {
        let facts = self.facts();
        let start = if self.held.is_empty() { facts.start } else { self.held.start.min(facts.end) };
        start..facts.end
    }

    fn span(&self, reading: Reading<'_>) -> CleanSpan {
        span_of(self.words.clone(), reading)
    }
}

/// Words of a dateline, at most.
const DATELINE: usize = 14;

/// Where the subject of a sentence begins: behind a dateline; at its first word; behind a fronted phrase, at the first article after a comma.
fn subject(words: std::ops::Range<usize>, reading: Reading<'_>) -> usize {
    let text = |at: usize| reading.words[at].text(reading.clean);
    let is_dash = |at: &usize| matches!(text(*at), "-" | "–" | "—") && reading.words[*at].join == Join::Space;
    // "23 février 2019, Mahé, Seychelles – Le Conseil …"
    if let Some(dash) = (words.start + 1..words.end.min(words.start + DATELINE)).find(is_dash)
        && reading.words.get(dash + 1).is_some_and(|next| next.case == Case::Capital)
        && (words.start..dash)
            .any(|at| reading.words[at].kind == SegmentKind::Number || reading.words[at].starts.has(Start::Name))
    {
        return dash + 1;
    }
    let article = |at: usize| reading.lexicon.layout.articles.contains(&reading.words[at].id);
    let fronted = words.len() > 8
        && reading.words[words.start].case == Case::Capital
        && !article(words.start)
        && matches!(
            cue_at(words.start, words.end, reading),
            // a participle in front: "Réunis à Abuja, les ministres …"; "A sa 5e session" may be one before
            Some((_, MeetingCue::Margins | MeetingCue::Within | MeetingCue::Of) | (1, MeetingCue::Held)) | None
        )
        && reading.words.get(words.start + 1).is_some_and(|word| word.case == Case::Lower);
    if !fronted {
        return words.start;
    }
    let starts = |at: &usize| {
        reading.words[at - 1].text(reading.clean) == ","
            && article(*at)
            && reading.words.get(at + 1).is_some_and(|next| next.kind == SegmentKind::Word)
    };
    (words.start + 1..words.end.saturating_sub(1)).find(starts).unwrap_or(words.start)
}

fn cue_at(at: usize, end: usize, reading: Reading<'_>) -> Option<(usize, MeetingCue)> {
    reading.lexicon.meeting.cue(reading.words[at..end].iter().map(|word| word.id))
}

/// The ordinal that begins the words: how many it takes, and its value.
fn ordinal_at(words: std::ops::Range<usize>, reading: Reading<'_>) -> Option<(usize, u32)> {
    let numbers = &reading.lexicon.numbers;
    let first = reading.words.get(words.start)?;
    // most words are none, and a look at one tells
    let may = match first.kind {
        SegmentKind::Punctuation => false,
        SegmentKind::Number | SegmentKind::Mixed => true,
        SegmentKind::Word => first.case != Case::Lower || numbers.word(first.id).is_some(),
    };
    may.then(|| ordinal(tokens(reading.clean, &reading.words[words]), numbers)).flatten()
}

/// The span of some words; where there are none, the empty span before them.
pub(crate) fn span_of(words: std::ops::Range<usize>, reading: Reading<'_>) -> CleanSpan {
    let all = &reading.words[words.clone()];
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => {
            let at = reading.words.get(words.start).map_or(reading.clean.len(), |word| word.span.start as usize);
            CleanSpan::new(at, at)
        }
    }
}

fn text_of(span: CleanSpan, reading: Reading<'_>) -> String {
    reading.clean[span.range()].to_owned()
}

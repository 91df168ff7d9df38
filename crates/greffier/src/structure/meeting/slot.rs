//! The slots of a meeting, each read from one zone or asked of all sources in turn.

use super::{Found, FoundMeeting, Sources, Zone, cue_at, ordinal_at, span_of, text_of};
use crate::lexicon::MeetingCue;
use crate::lexicon::particle::Part;
use crate::lexicon::segment::SegmentKind;
use crate::mention::{Mentions, Reading};
use crate::model::{Edtf, EntityKind, Form, Level};
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
    words.clone().find_map(|at| {
        let (count, value) = ordinal_at(at..words.end, reading)?;
        let sits = cue_at(at + count, words.end, reading).is_some_and(|(_, found)| found == cue);
        sits.then(|| (value, span_of(at..at + count, reading)))
    })
}

/// The first ordinal of the subject, or right after the verb of meeting.
fn first_ordinal(zone: &Zone, reading: Reading<'_>) -> Found<u32> {
    let own = zone.own();
    let end = if zone.held.is_empty() { own.start + 3 } else { zone.held.end + 6 }.min(own.end);
    (own.start..end).find_map(|at| {
        let (count, value) = ordinal_at(at..own.end, reading)?;
        Some((value, span_of(at..at + count, reading)))
    })
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
        let told = zone.from_verb();
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
    let around =
        sources.header.iter().flat_map(|zone| dates_in(zone.span(reading), mentions)).find(|date| {
            date.start.is_some() && date.start < date.end && date.start <= day.start && day.end <= date.end
        });
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
    let first = mentions.references.partition_point(|reference| reference.span.start <= words.start);
    let inside = mentions.references[first..].iter().take_while(|reference| reference.span.start < date.span.start);
    inside.last().is_some_and(|reference| reference.span.end + BEHIND_CITATION >= date.span.start)
}

/// Bytes between a citation and its date, at most: ` en date du `.
const BEHIND_CITATION: u32 = 12;

/// Characters of a day: `2013-09-25`.
const EXACT: usize = 10;

/// The place and day before the dash that opens a sentence: `23 février 2019, Mahé, Seychelles – Le Conseil …`.
fn dateline(zone: &Zone, reading: Reading<'_>) -> Option<CleanSpan> {
    (zone.subject > zone.words.start).then(|| span_of(zone.words.start..zone.subject, reading))
}

/// Whether a date is a day or some weeks, as meetings last; a year or a quarter is none.
fn is_days(date: &crate::mention::DateMention) -> bool {
    date.start.zip(date.end).is_some_and(|(start, end)| (end - start).num_days() < LONGEST)
}

/// Days that a meeting lasts at most.
const LONGEST: i64 = 80;

/// Whether a header line names a sitting: `Réunion du Conseil européen (14 et 15 février 2018)`.
fn sits(zone: &Zone, reading: Reading<'_>) -> bool {
    zone.own().any(|at| matches!(cue_at(at, zone.margins, reading), Some((_, MeetingCue::Sitting))))
}

fn dates_in(span: CleanSpan, mentions: &Mentions) -> impl Iterator<Item = &crate::mention::DateMention> {
    let from = mentions.dates.partition_point(|date| date.span.start < span.start);
    mentions.dates[from..].iter().take_while(move |date| date.span.end <= span.end)
}

/// City and country: the first place after the verb of meeting that a preposition of place leads to, before the margins or,
/// failing that, behind them; else the first place of a header line that has a date.
pub(super) fn place(sources: &Sources, reading: Reading<'_>, mentions: &Mentions) -> (Found<String>, Found<String>) {
    let located = Locations::new(mentions);
    let told = sources.opening.iter().chain(&sources.formula).filter(|zone| !zone.held.is_empty());
    let places = told.flat_map(|zone| {
        [zone.from_verb(), zone.margins..zone.words.end].into_iter().filter(|words| !words.is_empty())
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
        !zone.words.is_empty() && mentions.dates.iter().any(|date| span.contains(date.span) && date.start.is_some())
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

/// The words before "sur", behind which the subject stands: `la décision qui suit sur la situation en Somalie`.
fn before_topic(words: std::ops::Range<usize>, reading: Reading<'_>) -> std::ops::Range<usize> {
    let topic = words.clone().find(|&at| matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Topic))));
    words.start..topic.unwrap_or(words.end)
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

fn is_city(entity: &crate::mention::EntityMention) -> bool {
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
fn sentence_end(at: usize, end: usize, reading: Reading<'_>) -> usize {
    (at..end)
        .find(|&at| {
            reading.words[at].text(reading.clean) == "."
                && reading.words.get(at + 1).is_none_or(|next| next.text(reading.clean).starts_with(char::is_uppercase))
                && at > 0
                && reading.words[at - 1].span.len() > 2
        })
        .unwrap_or(end)
}

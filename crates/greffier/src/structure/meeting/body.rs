//! Who meets: the subject of the opening sentence, the author line, the name in the title.

use super::{Found, Sources, Zone, cue_at, ordinal_at, span_of, text_of};
use crate::lexicon::particle::{Part, Parts};
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Cue, MeetingCue};
use crate::mention::Reading;
use crate::mention::name::name_at;
use crate::model::EntityKind;
use crate::text::Case;

/// The body that meets.
pub(super) fn body(sources: &Sources, reading: Reading<'_>) -> Found<String> {
    let opening = sources.opening.iter().find_map(|zone| subject(zone, reading, true));
    let formula = sources.formula.iter().find_map(|zone| subject(zone, reading, false));
    let headers = || sources.header.iter();
    let header = || {
        headers()
            .find_map(|zone| in_header(zone, reading))
            .or_else(|| headers().find_map(|zone| by_line(zone, reading)))
    };
    let found = match (opening, formula) {
        (Some(opening), _) => Some(opening),
        // an author line of one word names the body in short: a header line that begins with the word has the full name
        (None, Some(formula)) if formula.len() <= 1 => {
            let first = reading.words[formula.start].id;
            let longer = sources.header.iter().find_map(|zone| {
                let words = trimmed(zone.own(), reading);
                (reading.words.get(words.start).is_some_and(|word| word.id == first)
                    && words.len() > 1
                    && words.len() < 15)
                    .then_some(words)
            });
            longer.or(Some(formula))
        }
        // "LES HAUTES PARTIES CONTRACTANTES" may be of any body
        (None, Some(formula)) if is_generic(formula.start, reading) => header().or(Some(formula)),
        (None, Some(formula)) => Some(formula),
        (None, None) => header(),
    };
    found.filter(|words| !words.is_empty()).map(|words| {
        let span = span_of(words, reading);
        (text_of(span, reading), span)
    })
}

fn is_generic(at: usize, reading: Reading<'_>) -> bool {
    matches!(cue_at(at, reading.words.len(), reading), Some((_, MeetingCue::Generic)))
}

/// The words of the subject: before the verb of meeting, or the whole author line.
fn subject(zone: &Zone, reading: Reading<'_>, sentence: bool) -> Option<std::ops::Range<usize>> {
    let own = zone.own();
    let end = match () {
        () if zone.is_fronted() => {
            let verb = |at: &usize| reading.lexicon.particles.parts(reading.words[*at].id).meets(Parts::FINITE);
            own.clone().find(verb).unwrap_or(own.end)
        }
        () if zone.held.is_empty() => own.end,
        () => zone.held.start.min(own.end),
    };
    if sentence && zone.held.is_empty() {
        return None;
    }
    let mut start = past_label(own.start, end, reading);
    if let Some((count, MeetingCue::Adopted)) = cue_at(start, end, reading) {
        start += count;
    }
    let words = after_sitting(start..end, reading).unwrap_or(start..end);
    let words = trimmed(words, reading);
    // "Nous, ministres …, réunis …, à l'occasion de la 29e session de la Conférence": the session names the body
    let plural = reading.words.get(start).is_some_and(|word| !word.is_punctuation() && cut_short(&words, start));
    if plural && zone.held.start == start + 1 {
        // "Il s'est tenu à Abuja une réunion de …": an impersonal verb
        return inverted(zone, reading);
    }
    if plural {
        // "le premier Sommet du nouveau millénaire", "le XVIIe Sommet de la Francophonie" name none
        let names = |words: &std::ops::Range<usize>| {
            let capital = |at: usize| reading.words[at].case != Case::Lower;
            names_an_organ(words, reading) || words.len() > 1 && capital(words.start)
        };
        return in_rest(zone.words.clone(), reading).filter(|words| !words.is_empty() && names(words));
    }
    // "Sur invitation du Gabon, s'est tenue …": the subject stands behind the verb
    let led = reading.words.get(start).is_some_and(|word| {
        reading.lexicon.particles.parts(word.id).meets(Parts::of(&[Part::Preposition, Part::Dative, Part::Aside]))
    });
    let named = !words.is_empty() && (!sentence || !led && names_an_organ(&words, reading));
    if named { Some(words) } else { inverted(zone, reading) }
}

/// `Sur invitation du Gabon, s'est tenue à Libreville la 18e session ordinaire de la Conférence …`: the sitting behind the verb.
fn inverted(zone: &Zone, reading: Reading<'_>) -> Option<std::ops::Range<usize>> {
    let rest = zone.held.end..zone.own().end.min(zone.held.end + INVERTED);
    // "Il s'est tenu, en marge de la 24e session …, une concertation entre …"
    let beyond = || {
        let beyond = zone.margins + 1..zone.words.end.min(zone.margins + INVERTED);
        let mut pieces = beyond.filter(|&at| reading.words[at - 1].text(reading.clean) == ",");
        pieces.find_map(|at| after_sitting(at..zone.words.end, reading)).map(|words| trimmed(words, reading))
    };
    in_rest(rest.start..rest.end.max(rest.start), reading)
        .or_else(beyond)
        .filter(|words| names_an_organ(words, reading) || !words.is_empty() && zone.margins < zone.words.end)
}

/// How far behind the verb an inverted subject stands: place, day and ordinal lie between.
const INVERTED: usize = 40;

/// Words among which a body is named for what it is: `Conseil`, `Groupe`.
const ORGAN_REACH: usize = 8;

fn names_an_organ(words: &std::ops::Range<usize>, reading: Reading<'_>) -> bool {
    words.clone().take(ORGAN_REACH).any(|at| {
        let ids = reading.words[at..words.end].iter().map(|word| word.id);
        reading.lexicon.structure.opens(Cue::Organ, ids) > 0
    }) || name_at(reading, words.start).is_some_and(|name| name.entry.kind == EntityKind::Organization)
}

/// Past the number of a numbered sentence: `1. La session …`.
fn past_label(start: usize, end: usize, reading: Reading<'_>) -> usize {
    let number = start + 1 < end && reading.words[start].kind == SegmentKind::Number;
    start + if number && reading.words[start + 1].is_punctuation() { 2 } else { 0 }
}

/// Whether the subject is a bare pronoun: one word, the first of the sentence.
fn cut_short(words: &std::ops::Range<usize>, start: usize) -> bool {
    words.start == start && words.len() == 1
}

/// `session de la Conférence ministérielle` anywhere in the words.
fn in_rest(words: std::ops::Range<usize>, reading: Reading<'_>) -> Option<std::ops::Range<usize>> {
    words
        .clone()
        .filter(|&at| matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Sitting))))
        .find_map(|at| after_sitting(at..words.end, reading))
        .map(|words| trimmed(words, reading))
}

/// In a title: what a numbered or named sitting is of: `DE LA RÉUNION DU GROUPE DE CONTACT`.
fn in_header(zone: &Zone, reading: Reading<'_>) -> Option<std::ops::Range<usize>> {
    let end = if zone.held.is_empty() || zone.is_fronted() { zone.margins } else { zone.held.start.min(zone.margins) };
    in_rest(zone.words.start..end, reading).filter(|words| !words.is_empty())
}

/// `DECLARATION FAITE PAR LE CONSEIL DE SECURITE SUR …`: who is named behind "par".
fn by_line(zone: &Zone, reading: Reading<'_>) -> Option<std::ops::Range<usize>> {
    let own = zone.own();
    let by = own.clone().find(|&at| matches!(cue_at(at, own.end, reading), Some((_, MeetingCue::By))))?;
    let topic = (by..own.end).find(|&at| matches!(cue_at(at, own.end, reading), Some((_, MeetingCue::Topic))));
    let words = trimmed(by + 1..topic.unwrap_or(own.end), reading);
    (!words.is_empty() && names_an_organ(&words, reading)).then_some(words)
}

/// Behind `[La] [Ne] session [ordinaire] de`: the body that sits. None where no sitting opens the words.
fn after_sitting(words: std::ops::Range<usize>, reading: Reading<'_>) -> Option<std::ops::Range<usize>> {
    let mut at = skip_articles(words.start, words.end, reading);
    let ordinal = ordinal_at(at..words.end, reading);
    at += ordinal.map_or(0, |(count, _)| count);
    let count = match cue_at(at, words.end, reading)? {
        (count, MeetingCue::Sitting) => count,
        _ => return None,
    };
    at += count;
    // the words between the sitting and its body: "ordinaire", "extraordinaire", "annuelle"
    let of =
        (at..words.end.min(at + 4)).find(|&at| matches!(cue_at(at, words.end, reading), Some((_, MeetingCue::Of))))?;
    let (count, _) = cue_at(of, words.end, reading)?;
    Some(of + count..words.end)
}

fn skip_articles(mut at: usize, end: usize, reading: Reading<'_>) -> usize {
    while at < end {
        let word = reading.words[at];
        let article = reading.lexicon.layout.articles.contains(&word.id)
            || reading.lexicon.particles.parts(word.id).has(Part::Article)
            || matches!(cue_at(at, end, reading), Some((1, MeetingCue::Of)));
        if !article && !word.is_punctuation() {
            break;
        }
        at += 1;
    }
    at
}

/// Without leading articles, cut before a comma or a bracket that holds no acronym, without closing punctuation.
fn trimmed(words: std::ops::Range<usize>, reading: Reading<'_>) -> std::ops::Range<usize> {
    let start = skip_articles(words.start, words.end, reading);
    let text = |at: usize| reading.words[at].text(reading.clean);
    let mut end = start;
    while end < words.end {
        match text(end) {
            "," | ";" | ":" | "." | "–" | "«" => break,
            "(" => {
                let acronym =
                    end + 2 < words.end && text(end + 2) == ")" && text(end + 1).chars().all(|c| !c.is_lowercase());
                let goes_on =
                    end + 3 < words.end && matches!(cue_at(end + 3, words.end, reading), Some((_, MeetingCue::Of)));
                if !(acronym && goes_on) {
                    break;
                }
                end += 3;
            }
            _ => end += 1,
        }
    }
    start..end
}

//! Sessions that a text names by number: `à sa soixante-dix-huitième session`, `le XVe Sommet de la Francophonie`.
//!
//! The body is the one named behind the session or nearest before it; where the text says `sa session`, also the one whose name
//! opens the paragraph of the formula. If another body stands between, nothing is said.

use super::PeriodMention;
use super::reader::Reader;
use crate::grammar::ordinal::ordinal;
use crate::lexicon::{Part, SessionBody, Set, Start, StartSet};
use crate::model::PeriodKind;
use crate::text::word::tokens;
use crate::text::{Case, CleanSpan, Word};

/// More words than an ordinal has: `cent soixante-dix-huitième`.
const ORDINAL: usize = 6;

/// Words back in its paragraph that the body of a session may stand.
const REACH: usize = 40;

/// Words back that the pronoun of the body that speaks may stand.
const NEAR: usize = 16;

/// Reads sessions, and remembers whose text it is on the way.
#[derive(Debug, Default)]
pub(super) struct SessionScan {
    /// The first paragraph in which no formula was looked for; kept, as the next one may be far.
    next: Option<Paragraph>,
    /// The body that the last formula names.
    formula: Option<SessionBody>,
}

/// A paragraph by its first word, or the end of the text.
#[derive(Debug, Clone, Copy)]
enum Paragraph {
    At(usize),
    End,
}

impl Paragraph {
    /// The first paragraph from the word `from` on.
    fn from(reader: Reader<'_>, from: usize) -> Self {
        reader.reading.words.next(from, StartSet::of(&[Start::Paragraph])).map_or(Self::End, Self::At)
    }
}

impl SessionScan {
    /// Reads the sessions whose noun or whose numbered name stands at `at`.
    pub(super) fn session(&mut self, reader: Reader<'_>, at: usize, found: &mut Vec<PeriodMention>) {
        let id = reader.reading.words[at].id;
        let noun = reader.dates().is(id, Set::Session);
        if !noun && !reader.reading.lexicon.sessions.is_head(id) {
            return;
        }
        let named = if noun { None } else { body(reader, at).filter(|(_, body)| body.numbered) };
        let end = named.map_or(at + 1, |(end, _)| end);
        let extra = reader.is(end, Set::Extra) || reader.is(end + 1, Set::Extra);
        let Some((start, number)) = number(reader, at).filter(|_| (noun || named.is_some()) && !extra) else { return };
        // "à ses neuvième et dixième sessions"
        let before = others(reader, start);
        let first = before.first().map_or(start, |&(start, ..)| start);
        let Some(body) = named.map(|(_, body)| body).or_else(|| self.whose(reader, first, end)) else { return };
        let own = std::iter::once((start, end, number));
        for (from, to, number) in before.into_iter().chain(own) {
            found.extend(mention(reader, reader.span(from..to), body, number));
        }
    }

    /// Whose session it is, whose number begins at `at` and whose noun ends before `end`.
    fn whose(&mut self, reader: Reader<'_>, at: usize, end: usize) -> Option<SessionBody> {
        // "session ordinaire de la Conférence"
        let after = (end..end + 4).find(|&at| !reader.next(at).is_some_and(|word| word.case == Case::Lower));
        let linked = |at: usize| at > end && (reader.is(at - 1, Set::Of) || reader.is(at - 1, Set::Article));
        let named = after.filter(|&at| linked(at) && reader.next(at).is_some_and(|word| word.case != Case::None));
        if let Some(after) = named {
            return body(reader, after).map(|(_, body)| body);
        }
        let its = reader.before(at).is_some_and(|word| reader.dates().is(word.id, Set::Its));
        if its && speaks(reader, at) {
            return self.formula(reader, at);
        }
        match nearest(reader, at) {
            Nearest::Body(body) => Some(body),
            Nearest::Other => None,
            Nearest::Nothing => {
                if its {
                    self.formula(reader, at)
                } else {
                    None
                }
            }
        }
    }

    /// The body of the last formula before `at`: a paragraph that its name opens and a comma ends.
    fn formula(&mut self, reader: Reader<'_>, at: usize) -> Option<SessionBody> {
        loop {
            let next = *self.next.get_or_insert_with(|| Paragraph::from(reader, 0));
            let Paragraph::At(next) = next else { break };
            if next > at {
                break;
            }
            self.next = Some(Paragraph::from(reader, next + 1));
            let article = usize::from(reader.dates().is(reader.reading.words[next].id, Set::Article));
            if let Some((end, body)) = body(reader, next + article)
                && (reader.next(end).is_none() || reader.is_mark(end, ","))
            {
                self.formula = Some(body);
            }
        }
        self.formula
    }
}

fn mention(reader: Reader<'_>, span: CleanSpan, body: SessionBody, number: u32) -> Option<PeriodMention> {
    let held = reader.reading.lexicon.sessions.held(body, number)?;
    let (start, end) = held.days()?;
    Some(PeriodMention {
        span,
        kind: PeriodKind::Session,
        value: held.edtf(),
        start: Some(start),
        end: Some(end),
        role: None,
        anchor: None,
    })
}

/// The ordinal that ends before the word `end`, and where it starts.
fn number(reader: Reader<'_>, end: usize) -> Option<(usize, u32)> {
    let words = reader.reading.words;
    let most = (1..=ORDINAL).take_while(|back| end >= *back && !words[end - back + 1].opens()).count();
    let read = |back: usize| {
        let text = tokens(reader.reading.clean, &words[end - back..end]);
        let (count, number) = ordinal(text, &reader.reading.lexicon.numbers)?;
        (count == back).then_some((end - back, number))
    };
    // most nouns have no number: each ends as an ordinal of one word, or of figures and their ending
    (1..=most.min(2)).any(|back| read(back).is_some()).then_some(())?;
    (1..=most).rev().find_map(read)
}

/// The ordinals that are listed before the one at `start`, with their words.
fn others(reader: Reader<'_>, start: usize) -> Vec<(usize, usize, u32)> {
    let mut all = Vec::new();
    let mut at = start;
    while all.len() < 8 {
        let Some(link) = at.checked_sub(1).filter(|&link| !reader.reading.words[at].opens() && link > 0) else { break };
        if !reader.is(link, Set::And) && !reader.is_mark(link, ",") {
            break;
        }
        let Some((from, number)) = number(reader, link) else { break };
        all.insert(0, (from, link, number));
        at = from;
    }
    all
}

/// The body whose name begins at `at`, and the word after it; not where the name of another one completes it.
fn body(reader: Reader<'_>, at: usize) -> Option<(usize, SessionBody)> {
    reader.reading.words.get(at)?;
    let (count, &body) = reader.reading.lexicon.sessions.bodies.longest(reader.ids(at))?;
    let end = at + count;
    let of = (end..).take(2).take_while(|&at| reader.is(at, Set::Of) || reader.is(at, Set::Article)).count();
    let other = reader.is(end, Set::Of)
        && reader.next(end + of).is_some_and(|word| matches!(word.case, Case::Capital | Case::Upper));
    (!other).then_some((end, body))
}

/// Whether `lui` before the word `at` means the body that speaks: `de lui présenter un rapport à sa`.
fn speaks(reader: Reader<'_>, at: usize) -> bool {
    let words = reader.reading.words;
    let before = (1..=NEAR.min(at)).take_while(|back| !words[at - back + 1].opens());
    before.into_iter().any(|back| reader.dates().is(words[at - back].id, Set::ToIt))
}

/// What stands nearest before a session.
enum Nearest {
    Body(SessionBody),
    /// A body whose sessions are not known.
    Other,
    Nothing,
}

/// The nearest body before the word `at`, in its paragraph.
fn nearest(reader: Reader<'_>, at: usize) -> Nearest {
    let words = reader.reading.words;
    let mut other = false;
    for back in 1..=REACH.min(at) {
        if words[at - back + 1].opens() {
            break;
        }
        if let Some((end, body)) = body(reader, at - back).filter(|&(end, _)| end <= at) {
            let between = words[end..at].iter().any(|word| is_body(reader, word));
            let other = between || is_another(reader, at - back);
            return if other { Nearest::Other } else { Nearest::Body(body) };
        }
        other |= is_body(reader, &words[at - back]);
    }
    if other { Nearest::Other } else { Nearest::Nothing }
}

/// Whether the name at `at` stands for a longer one of its paragraph: `l’Assemblée générale des Parties …, que l’Assemblée générale`.
fn is_another(reader: Reader<'_>, at: usize) -> bool {
    let words = reader.reading.words;
    let before = (0..at).rev().take(REACH).take_while(|&before| !words[before + 1].opens());
    before.into_iter().any(|before| {
        words[before].id == words[at].id
            && reader.reading.lexicon.sessions.bodies.longest(reader.ids(before)).is_some()
            && body(reader, before).is_none()
    })
}

/// Whether names of bodies begin with the word: `Comité`.
fn is_body(reader: Reader<'_>, word: &Word) -> bool {
    word.starts.has(Start::Head) && reader.reading.lexicon.phrases.part(word.id).is(Part::ORGANIZATION)
}

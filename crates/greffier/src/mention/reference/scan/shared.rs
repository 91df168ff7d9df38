//! Numbers behind a full symbol that share its series, and mostly its brackets: `CM/Res.1091 à 1093 (XLVI)`, `Dec.417 et 418(XIX)`.

use super::{Cited, Scan, What};
use crate::grammar::symbol::bracket;
use crate::lexicon::WordRoles;
use crate::lexicon::fold::fold;
use crate::lexicon::segment::SegmentKind;
use crate::mention::reference::symbol::number_range;
use crate::text::CleanSpan;

/// How many numbers a symbol may lead.
const MOST: usize = 16;

/// A symbol that leads numbers, in its pieces: `CM/Res.`, `1091`.
struct Leader {
    series: String,
    number: String,
    body: Option<String>,
    /// What stands before the brackets.
    gap: &'static str,
    /// Whether it has no brackets of its own.
    bare: bool,
}

impl Leader {
    fn symbol(&self, number: &str, session: &str) -> What {
        let Self { series, gap, body, .. } = self;
        What::Symbol { symbol: format!("{series}{number}{gap}({session})"), body: body.clone() }
    }
}

/// How a number is tied to the one before.
#[derive(PartialEq)]
enum Tie {
    List,
    Range,
}

/// A number that waits for its brackets.
struct Pending {
    number: String,
    span: CleanSpan,
}

impl Scan<'_> {
    /// Adds the numbers behind the symbol at `index`; the brackets of one are also those of the numbers before it that have none.
    pub(super) fn shared(&mut self, index: usize) {
        if self.tie_at(self.least).is_none() {
            return;
        }
        let Some(mut leader) = self.leader(index) else { return };
        let words = self.reading.words;
        let end = self.found.cited[index].span.end as usize;
        let mut start = if leader.bare { end - leader.number.len() } else { end };
        let mut last = leader.number.clone();
        let mut pending: Vec<Pending> = Vec::new();
        let mut at = self.least;
        for _ in 0..MOST {
            let place = self.after_word(at + 1, &leader.series);
            let number = words.get(place).filter(|word| !word.opens() && word.kind == SegmentKind::Number);
            let (Some(tie), Some(word)) = (self.tie_at(at), number) else { break };
            let number = word.text(self.reading.clean).to_owned();
            let close = word.span.end as usize;
            if let Some((from, to)) = number_range(Some(&last), Some(&number)).filter(|_| tie == Tie::Range) {
                let span = CleanSpan::new(start, close);
                pending.extend((from + 1..to).map(|number| Pending { number: number.to_string(), span }));
            }
            start = words[at + 1].span.start as usize;
            let Ok((rest, session)) = bracket(&self.reading.clean[close..]) else {
                pending.push(Pending { span: CleanSpan::new(start, close), number: number.clone() });
                (last, at) = (number, place + 1);
                continue;
            };
            if !session.starts_with(|c: char| c.is_ascii_uppercase()) {
                break;
            }
            let close = self.reading.clean.len() - rest.len();
            pending.push(Pending { span: CleanSpan::new(start, close), number: number.clone() });
            if std::mem::take(&mut leader.bare) {
                self.found.cited[index].what = leader.symbol(&leader.number, session);
            }
            let (kind, group) = (self.found.cited[index].kind, self.found.cited[index].group);
            self.found.cited.extend(pending.drain(..).map(|Pending { number, span }| Cited {
                group,
                ..Cited::new(span, kind, leader.symbol(&number, session))
            }));
            self.least = self.word_after(at, close);
            (last, at) = (number, self.least);
        }
    }

    /// The pieces of the symbol at `index`, where its series has numbers that others may follow.
    fn leader(&self, index: usize) -> Option<Leader> {
        let What::Symbol { symbol, body: body @ Some(_) } = &self.found.cited[index].what else { return None };
        let whole = symbol.split('(').next()?.trim_end();
        let series = whole.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = &whole[series.len()..];
        if number.is_empty() || !series.ends_with(['.', '/']) {
            return None;
        }
        let spaced = self.references.symbols.series(series).is_some_and(|series| series.spaced);
        Some(Leader {
            series: series.to_owned(),
            number: number.to_owned(),
            body: body.clone(),
            gap: if spaced { " " } else { "" },
            bare: whole.len() == symbol.len(),
        })
    }

    /// How word `at` ties a number to the one before it, if it may.
    fn tie_at(&self, at: usize) -> Option<Tie> {
        let word = self.reading.words.get(at).filter(|word| !word.opens())?;
        let roles = self.references.roles(word.id);
        let text = word.text(self.reading.clean);
        if roles.has(WordRoles::THROUGH) || matches!(text, "-" | "–") {
            return Some(Tie::Range);
        }
        (roles.has(WordRoles::INTRODUCING) || text == ",").then_some(Tie::List)
    }

    /// The word after the last word of the series, where that is printed again at `at`: `EX.CL/Dec.491(XIV) et Dec.492(XIV)`.
    fn after_word(&self, at: usize, series: &str) -> usize {
        let text = |at: usize| self.reading.words.get(at).map(|word| word.text(self.reading.clean));
        let last = series.trim_end_matches('.').rsplit('/').next();
        let again = last.is_some_and(|last| !last.is_empty() && text(at).is_some_and(|text| fold(text) == fold(last)));
        at + if again { 1 + usize::from(text(at + 1) == Some(".")) } else { 0 }
    }
}

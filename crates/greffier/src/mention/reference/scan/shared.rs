//! Numbers behind a full symbol that share its series, and mostly its brackets: `CM/Res.1091 à 1093 (XLVI)`, `Dec.417 et 418(XIX)`.

use super::{Cited, Scan, What};
use crate::grammar::symbol::bracket;
use crate::lexicon::WordRoles;
use crate::lexicon::segment::SegmentKind;
use crate::mention::reference::symbol::number_range;
use crate::text::CleanSpan;

/// How many numbers a symbol may lead.
const MOST: usize = 16;

/// A number that waits for its brackets.
struct Pending {
    number: String,
    span: CleanSpan,
}

impl Scan<'_> {
    /// Adds the numbers behind the symbol at `index`; the brackets of one are also those of the numbers before it that have none.
    pub(super) fn shared(&mut self, index: usize) {
        let What::Symbol { symbol, body: body @ Some(_) } = &self.found.cited[index].what else { return };
        let (symbol, body) = (symbol.clone(), body.clone());
        let led = symbol.split(" (").next().and_then(|whole| whole.split('(').next()).unwrap_or("");
        let series = led.trim_end_matches(|c: char| c.is_ascii_digit());
        if series.len() == led.len() || !series.ends_with(['.', '/']) || !symbol.is_ascii() && led.len() == symbol.len()
        {
            return;
        }
        let first = led[series.len()..].to_owned();
        let gap = if self.references.symbols.series(series).is_some_and(|series| series.spaced) { " " } else { "" };
        let kind = self.found.cited[index].kind;
        let group = self.found.cited[index].group;
        let words = self.reading.words;
        let mut bare = led.len() == symbol.len();
        let mut last = first.clone();
        let mut pending: Vec<Pending> = Vec::new();
        let mut at = self.least;
        for _ in 0..MOST {
            let (Some(between), Some(word)) = (words.get(at), words.get(at + 1)) else { break };
            let roles = self.references.roles(between.id);
            let text = between.text(self.reading.clean);
            let through = roles.has(WordRoles::THROUGH) || matches!(text, "-" | "–");
            let listed = roles.has(WordRoles::INTRODUCING) || text == ",";
            if between.opens() || word.opens() || word.kind != SegmentKind::Number || !(through || listed) {
                break;
            }
            let number = word.text(self.reading.clean).to_owned();
            if let Some((from, to)) = through.then(|| number_range(Some(&last), Some(&number))).flatten() {
                let start = pending.last().map_or(self.found.cited[index].span.end as usize - last.len(), |pending| {
                    pending.span.start as usize
                });
                let span = CleanSpan::new(start, word.span.end as usize);
                pending.extend((from + 1..to).map(|number| Pending { number: number.to_string(), span }));
            } else if !listed {
                break;
            }
            let start = word.span.start as usize;
            let end = word.span.end as usize;
            let Ok((rest, session)) = bracket(&self.reading.clean[end..]) else {
                pending.push(Pending { span: CleanSpan::new(start, end), number: number.clone() });
                (last, at) = (number, at + 2);
                continue;
            };
            if !session.starts_with(|c: char| c.is_ascii_uppercase()) {
                break;
            }
            let close = self.reading.clean.len() - rest.len();
            let full = |number: &str| format!("{series}{number}{gap}({session})");
            if std::mem::take(&mut bare) {
                self.found.cited[index].what = What::Symbol { symbol: full(&first), body: body.clone() };
            }
            pending.push(Pending { span: CleanSpan::new(start, close), number: number.clone() });
            for Pending { number, span } in pending.drain(..) {
                let what = What::Symbol { symbol: full(&number), body: body.clone() };
                let mut cited = Cited::new(span, kind, what);
                cited.group = group;
                self.found.cited.push(cited);
            }
            self.least = self.word_after(at, close);
            (last, at) = (number, self.least);
        }
    }
}

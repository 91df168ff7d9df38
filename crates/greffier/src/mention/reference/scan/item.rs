//! Members of a group: plain numbers, one by one, with sections and ranges spelled out.

use super::{Cited, FIRST_REACH, NEXT_REACH, Open, Plain, Scan, What};
use crate::grammar::symbol::{
    Number, act_number, act_protocol, foreign_number, may_be_numbered_series, number, qualifier,
};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Shape, WordRoles};
use crate::mention::reference::symbol::{LONGEST_RANGE, number_range};
use crate::model::ReferenceKind;
use crate::text::{CleanSpan, Word, words_in};

/// A section letter and the word that bears it.
type Section = (char, usize);

impl Scan<'_> {
    /// Takes the number at word `at` into the open group.
    pub(super) fn member(&mut self, at: usize) -> bool {
        let word = &self.reading.words[at];
        let apart = word.join == Join::Space
            || at
                .checked_sub(1)
                .is_some_and(|before| self.reading.words[before].is_punctuation() && word.join == Join::Glued);
        if !apart {
            return false;
        }
        let Some(open) = self.open.filter(|open| open.citing.numbered) else { return self.own_series(at) };
        if self.own_series(at) {
            return true;
        }
        let start = self.reading.words[at].span.start as usize;
        let input = &self.reading.clean[start..];
        if open.citing.kind == ReferenceKind::Regulation {
            let Ok((rest, text)) = act_number(input) else { return false };
            let plain =
                Plain { shape: Shape::Session, first: text.to_owned(), second: String::new(), text: text.to_owned() };
            if self.after_bracket(at, &open) || self.next_act(at, &open) {
                self.open = Some(Open { direct: at, ..open });
            }
            return self.open.is_some_and(|open| open.direct == at)
                && self.take(at, vec![(plain, (at, start + input.len() - rest.len()))]);
        }
        let foreign = || {
            let beside = at == open.direct || (self.last_is(&[Shape::Short, Shape::Point]) && at == open.after + 1);
            foreign_number(input).ok().filter(|_| beside)
        };
        let Some((rest, number)) = number(input).ok().or_else(foreign) else { return false };
        if !self.fits(at, &open, &number) {
            return false;
        }
        let end = start + input.len() - rest.len();
        let members = self.sections(at, &number, end).or_else(|| self.range(at, &number, end));
        let members = members.unwrap_or_else(|| {
            if number.shape == Shape::Bare && !bare_counts(&number) {
                Vec::new()
            } else {
                vec![(plain(&number), (at, end))]
            }
        });
        self.take(at, members)
    }

    /// A symbol that begins with its number, after a citing word: `résolution 1/38-ORG`.
    fn own_series(&mut self, at: usize) -> bool {
        let start = self.reading.words[at].span.start as usize;
        let near = self.open.is_some_and(|open| at == open.direct || at.saturating_sub(open.after) < FIRST_REACH);
        near && may_be_numbered_series(&self.reading.clean[start..]) && self.symbol(at)
    }

    /// The roman number of a protocol: `Protocole additionnel n° II`.
    pub(super) fn protocol(&mut self, at: usize) -> bool {
        let marked = |open: &Open| open.citing.compound && open.direct == at && open.direct > open.after;
        if !self.open.as_ref().is_some_and(marked) {
            return false;
        }
        let start = self.reading.words[at].span.start as usize;
        let input = &self.reading.clean[start..];
        let Ok((rest, text)) = act_protocol(input) else { return false };
        let plain = Plain { shape: Shape::Roman, first: text.to_owned(), second: String::new(), text: text.to_owned() };
        self.take(at, vec![(plain, (at, start + input.len() - rest.len()))])
    }

    /// Whether a number of that form may stand there.
    fn fits(&self, at: usize, open: &Open, number: &Number<'_>) -> bool {
        let members = self.found.cited.len() > open.first;
        let direct = at == open.direct;
        let reach = match (members, open.citing.plural) {
            (false, _) => FIRST_REACH,
            (true, true) => NEXT_REACH,
            (true, false) if number.shape == Shape::Session => 2,
            (true, false) => FIRST_REACH,
        };
        if !direct && (at.saturating_sub(open.after) > reach || !self.introduced(at)) {
            return false;
        }
        if number.shape == Shape::Bare {
            let beside = members && at.saturating_sub(open.after) <= 1;
            return (direct || (beside && self.last_is(&[Shape::Bare]))) && !self.within_date(at);
        }
        matches!(number.shape, Shape::Year | Shape::Roman | Shape::Special) || !self.within_date(at)
    }

    pub(super) fn introduced(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.reading.words[before]) else { return false };
        self.references.roles(before.id).has(WordRoles::INTRODUCING)
            || matches!(before.text(self.reading.clean), "," | ":" | ";" | "(" | "«" | "–" | "-")
    }

    /// Whether a short bracket stands between the citing word and word `at`: `règlement (UE) 2016/679`.
    fn after_bracket(&self, at: usize, open: &Open) -> bool {
        let text = |at: usize| self.reading.words.get(at).map(|word| word.text(self.reading.clean));
        at == open.direct + 3 && text(open.direct) == Some("(") && text(open.direct + 2) == Some(")")
    }

    /// Whether another act of a list stands at word `at`, its own bracket before it: `2017/745 et (UE) 2017/746`.
    fn next_act(&self, at: usize, open: &Open) -> bool {
        let text = |at: usize| self.reading.words.get(at).map(|word| word.text(self.reading.clean));
        let bracketed = at >= 3 && text(at - 1) == Some(")") && text(at - 3) == Some("(");
        let first = if bracketed { at - 3 } else { at };
        open.citing.plural && self.found.cited.len() > open.first && first == open.after + 1 && self.introduced(first)
    }

    fn last_is(&self, shapes: &[Shape]) -> bool {
        let last = self.found.cited.last().map(|cited| &cited.what);
        matches!(last, Some(What::Plain(plain)) if shapes.contains(&plain.shape))
    }

    fn within_date(&self, at: usize) -> bool {
        let place = self.reading.words[at].span;
        let before = self.dates.partition_point(|date| date.span.start <= place.start);
        before.checked_sub(1).is_some_and(|index| self.dates[index].span.overlaps(place))
    }

    /// `36/87 A et B`, `3411 A et B (XXX)`, `3419 A à D (XXX)`: one member a section.
    fn sections(&self, at: usize, number: &Number<'_>, end: usize) -> Option<Vec<(Plain, (usize, usize))>> {
        let words = self.reading.words;
        let slashed = matches!(number.shape, Shape::Session | Shape::Annual) && number.letter.is_some();
        if !(slashed || number.shape == Shape::Bare) {
            return None;
        }
        let mut next = self.word_after(at, end);
        let mut letters: Vec<Section> = Vec::new();
        if let Some(letter) = number.letter {
            letters.push((letter, next - 1));
        } else {
            letters.push((self.letter(next)?, next));
            next += 1;
        }
        let mut last = letters[0].0;
        while let (Some(between), Some(letter)) = (words.get(next), self.letter(next + 1)) {
            let roles = self.references.roles(between.id);
            let text = between.text(self.reading.clean);
            let range = roles.has(WordRoles::THROUGH) || matches!(text, "-" | "–");
            if between.opens() || letter <= last || !(range || roles.has(WordRoles::INTRODUCING) || text == ",") {
                break;
            }
            if range {
                (last as u8 + 1..letter as u8).for_each(|between| letters.push((char::from(between), next + 1)));
            }
            letters.push((letter, next + 1));
            last = letter;
            next += 2;
        }
        if letters.len() < 2 {
            return None;
        }
        let (shape, second, close) = if slashed {
            (number.shape, number.second, words[next - 1].span.end as usize)
        } else {
            let from = words[next - 1].span.end as usize;
            let (rest, (shape, second)) = qualifier(&self.reading.clean[from..]).ok()?;
            (shape, second, self.reading.clean.len() - rest.len())
        };
        let members = letters.iter().enumerate().map(|(index, &(letter, word))| {
            let section = plain(&Number { shape, first: number.first, second, letter: Some(letter) });
            let start = if index == 0 { at } else { word };
            let end = if index + 1 == letters.len() { close } else { words[word].span.end as usize };
            (section, (start, end))
        });
        Some(members.collect())
    }

    /// The section letter that word `at` is.
    fn letter(&self, at: usize) -> Option<char> {
        let word = self.reading.words.get(at).filter(|word| !word.opens() && word.kind == SegmentKind::Word)?;
        let mut letters = word.text(self.reading.clean).chars();
        let letter = letters.next().filter(char::is_ascii_uppercase)?;
        let alone = letters.next().is_none();
        let glued =
            self.reading.words.get(at + 1).is_some_and(|next| next.join != Join::Space && !next.is_punctuation());
        (alone && !glued).then_some(letter)
    }

    /// `391 – 415 (XVIII)`, `70/1 à 70/5`: one member a number.
    fn range(&self, at: usize, first: &Number<'_>, end: usize) -> Option<Vec<(Plain, (usize, usize))>> {
        let words = self.reading.words;
        let next = self.word_after(at, end);
        let (dash, other) = (words.get(next)?, words.get(next + 1)?);
        let through = self.references.roles(dash.id).has(WordRoles::THROUGH)
            || matches!(dash.text(self.reading.clean), "-" | "–");
        if !through || dash.opens() || other.opens() {
            return None;
        }
        let start = other.span.start as usize;
        let (rest, last) = number(&self.reading.clean[start..]).ok()?;
        let close = self.reading.clean.len() - rest.len();
        let sessions = first.shape == last.shape && first.shape == Shape::Session && first.first == last.first;
        let alike = first.shape == Shape::Bare && matches!(last.shape, Shape::Bare | Shape::Roman);
        let (from, to) = match (sessions, alike) {
            (true, _) => number_range(Some(first.second), Some(last.second))?,
            (_, true) => number_range(Some(first.first), Some(last.first))?,
            _ => return None,
        };
        debug_assert!(to - from <= LONGEST_RANGE);
        let members = (from..=to).map(|n| {
            let text = n.to_string();
            let member = if sessions {
                plain(&Number { second: &text, letter: None, ..last })
            } else {
                plain(&Number { first: &text, letter: None, ..last })
            };
            let place = match n {
                n if n == from => (at, end),
                n if n == to => (next + 1, close),
                _ => (at, close),
            };
            (member, place)
        });
        Some(members.collect())
    }

    /// Adds members with the word at which each begins and the byte at which it ends.
    fn take(&mut self, at: usize, members: Vec<(Plain, (usize, usize))>) -> bool {
        let Some(open) = self.open.filter(|_| !members.is_empty()) else { return false };
        let index = self.found.cited.len();
        let mut last = 0;
        for (member, (word, end)) in members {
            let start = self.reading.words[word].span.start as usize;
            let mut cited = Cited::new(CleanSpan::new(start, end.max(start)), open.citing.kind, What::Plain(member));
            cited.group = open.group;
            self.found.cited.push(cited);
            last = last.max(end);
        }
        self.least = self.word_after(at, last);
        self.dress(index, at);
        let date = self.found.cited[index].date.clone();
        self.found.cited[index + 1..].iter_mut().for_each(|cited| cited.date.clone_from(&date));
        true
    }

    /// The number of a text in running words, where a page turn hides the start of its paragraph: `53 (1948). Résolution du`.
    pub(super) fn title(&mut self, at: usize) -> bool {
        let words = self.reading.words;
        let text = |at: usize| words.get(at).map(|word| word.text(self.reading.clean));
        let cites = |word: &Word| !word.opens() && self.references.roles(word.id).has(WordRoles::CITING);
        text(at + 1) == Some("(")
            && (text(at + 3), text(at + 4)) == (Some(")"), Some("."))
            && words.get(at + 5).is_some_and(cites)
            && self.header(at)
    }

    /// The number of the text itself at the start of a paragraph: `75/27. Journée`, `53 (1948). Résolution du`.
    pub(super) fn header(&mut self, at: usize) -> bool {
        let start = self.reading.words[at].span.start as usize;
        let input = &self.reading.clean[start..];
        let Ok((rest, found)) = number(input) else { return false };
        let shaped = matches!(found.shape, Shape::Session | Shape::Annual | Shape::Year);
        let printed = &input[..input.len() - rest.len()];
        if !shaped || !rest.starts_with(". ") || (found.shape == Shape::Year && printed.contains('/')) {
            return false;
        }
        let end = start + input.len() - rest.len();
        let span = CleanSpan::new(start, end);
        if words_in(self.reading.words, span).is_empty() || self.within_date(at) {
            return false;
        }
        let mut cited = Cited::new(span, ReferenceKind::Resolution, What::Plain(plain(&found)));
        cited.header = true;
        self.found.cited.push(cited);
        self.least = self.word_after(at, end);
        true
    }
}

fn plain(number: &Number<'_>) -> Plain {
    Plain { shape: number.shape, first: number.first.to_owned(), second: number.second.to_owned(), text: number.text() }
}

/// Whether a number alone may be that of a resolution: `2285`, not `3`, not a year.
fn bare_counts(number: &Number<'_>) -> bool {
    let value: u32 = number.first.parse().unwrap_or(0);
    value >= 100 && !(1945..2050).contains(&value)
}

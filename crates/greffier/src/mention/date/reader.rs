//! Reads the parts of a date at a word: day, month, year, what links two dates, time of day.

use std::ops::Range;

use crate::grammar::date::{day, is_raised, year_of_letters, year_with_call};
use crate::grammar::number::number;
use crate::grammar::ordinal::ordinal;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Amount, Bound, Dates, NumberWord, Relative, Set, Unit, WordId};
use crate::mention::Reading;
use crate::text::word::tokens;
use crate::text::{CleanSpan, Word};

use super::value::{Calendar, Time};

/// More words than stand between the first number word of a list of days and its month.
const FAR: usize = 24;

/// What a part says, and the word after it.
pub(super) type Part<T> = Option<(usize, T)>;

/// What stands between two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `au`, `-`
    Range,
    /// `,`, `et`
    And,
    /// `ou`
    Or,
    /// `/`, between months
    Slash,
}

/// Reads parts of dates at words; none goes beyond its paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) reading: Reading<'t>,
}

impl<'t> Reader<'t> {
    pub(super) fn dates(&self) -> &'t Dates {
        &self.reading.lexicon.dates
    }

    /// The word at `at`, where it goes on with the paragraph.
    pub(super) fn next(&self, at: usize) -> Option<&'t Word> {
        self.reading.words.get(at).filter(|word| !word.opens())
    }

    /// The word before `at`, in the same paragraph.
    pub(super) fn before(&self, at: usize) -> Option<&'t Word> {
        let here = self.reading.words.get(at)?;
        if here.opens() { None } else { self.reading.words.get(at.checked_sub(1)?) }
    }

    pub(super) fn text(&self, word: &Word) -> &'t str {
        word.text(self.reading.clean)
    }

    /// The words; the raised call of a note behind them left out.
    pub(super) fn span(&self, words: Range<usize>) -> CleanSpan {
        let words = &self.reading.words[words];
        let mut span = words[0].span.cover(words[words.len() - 1].span);
        let text = &self.reading.clean[span.range()];
        if !text.ends_with(|c: char| c.is_ascii()) {
            let call = text.len() - text.trim_end_matches(is_raised).len();
            span.end -= u32::try_from(call).unwrap_or(0);
        }
        span
    }

    pub(super) fn is(&self, at: usize, set: Set) -> bool {
        self.next(at).is_some_and(|word| self.dates().is(word.id, set))
    }

    /// Whether one of the marks stands at `at`; they are all of ASCII.
    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        let mark = self.next(at).filter(|word| word.is_punctuation() && word.span.len() == 1);
        mark.is_some_and(|mark| marks.as_bytes().contains(&self.reading.clean.as_bytes()[mark.span.start as usize]))
    }

    /// Whether the words stand apart from figures and signs around them: not in `38/2011`, `2013-14-15`, `2.013`.
    pub(super) fn is_apart(&self, words: Range<usize>) -> bool {
        let first = &self.reading.words[words.start];
        let before = match first.join {
            Join::Space | Join::Break => true,
            Join::Hyphen => false,
            Join::Glued => self.before(words.start).is_some_and(|word| "(«\"“„[,;:'’*".contains(self.text(word))),
        };
        let after = self.next(words.end).is_none_or(|word| match word.join {
            Join::Hyphen => false,
            Join::Glued => {
                let ends = ".,;:)»?!\"”…'’]([*".contains(self.text(word)) && word.is_punctuation();
                ends && self.next(words.end + 1).is_none_or(|next| next.join != Join::Glued || next.is_punctuation())
            }
            _ => true,
        });
        before && after
    }

    pub(super) fn ids(&self, at: usize) -> impl Iterator<Item = WordId> + Clone {
        let words = self.reading.words.get(at..).unwrap_or_default();
        words.iter().enumerate().take_while(|(nth, word)| *nth == 0 || !word.opens()).map(|(_, word)| word.id)
    }

    /// Whether a word follows in the paragraph, not far, with which days, parts of a year or years in words end.
    pub(super) fn goes_on_to_date(&self, at: usize) -> bool {
        let words = self.reading.words.get(at..).unwrap_or_default();
        let near = words.iter().enumerate().take(FAR).take_while(|(nth, word)| *nth == 0 || !word.opens());
        near.map(|(_, word)| word).any(|word| {
            let thousand = || matches!(self.reading.lexicon.numbers.word(word.id), Some(NumberWord::Cardinal(100..)));
            self.dates().ends_date(word.id) || thousand()
        })
    }

    /// A number in words.
    pub(super) fn number(&self, at: usize) -> Part<u32> {
        let lexicon = self.reading.lexicon;
        let words = self.reading.words.get(at..)?;
        lexicon.numbers.word(words.first()?.id)?;
        let (count, value) = number(tokens(self.reading.clean, words), &lexicon.numbers)?;
        Some((at + count, value))
    }

    /// The day of a month: `05`, `1er`, `1 er`, `l8`, `premier`, `dix`, `quatorze (14)`, `dix-neuvième jour`.
    pub(super) fn day(&self, at: usize) -> Part<u8> {
        // "dix-neuvième" begins like "dix"
        let (next, day) = self.counted_day(at).or_else(|| self.bare_day(at))?;
        Some((self.figures_again(next, day.into()), day))
    }

    /// The number once more in figures, in brackets, where it stood in words: the word after it.
    pub(super) fn figures_again(&self, at: usize, number: u32) -> usize {
        let word = |at: usize| self.next(at).filter(|word| word.kind == SegmentKind::Number);
        let again = self.is_mark(at, "(") && self.is_mark(at + 2, ")");
        let same = again && word(at + 1).is_some_and(|word| self.text(word).parse() == Ok(number));
        if same { at + 3 } else { at }
    }

    /// counted-day = ordinal "jour"
    fn counted_day(&self, at: usize) -> Part<u8> {
        let words = self.reading.words.get(at..)?;
        if words.first()?.kind != SegmentKind::Word {
            return None;
        }
        let (count, nth) = ordinal(tokens(self.reading.clean, words), &self.reading.lexicon.numbers)?;
        let unit = self.dates().unit(self.next(at + count)?.id)?;
        let day = u8::try_from(nth).ok().filter(|day| (1..=31).contains(day))?;
        (unit == Amount { count: 1, unit: Unit::Day }).then_some((at + count + 1, day))
    }

    fn bare_day(&self, at: usize) -> Part<u8> {
        let word = self.reading.words.get(at)?;
        if self.dates().is(word.id, Set::FirstDay) {
            return Some((at + 1, 1));
        }
        match word.kind {
            SegmentKind::Punctuation => None,
            SegmentKind::Word if word.id != WordId::UNKNOWN => {
                let (next, value) = self.number(at)?;
                Some((next, u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?))
            }
            _ => {
                let value = day(self.text(word))?;
                let ending = |next: &Word| self.reading.lexicon.numbers.is_attached(self.text(next));
                // "1 er", "1°"
                let first = value == 1
                    && self.next(at + 1).is_some_and(|next| {
                        next.span.len() == 2
                            && (ending(next) || (next.join == Join::Glued && is_degree(self.text(next))))
                    });
                Some((at + 1 + usize::from(first), value))
            }
        }
    }

    /// A month with its calendar; whether it is misprinted too, which day and year must then back. `du mois de` may stand before it.
    pub(super) fn month(&self, at: usize) -> Part<(Calendar, u8, bool)> {
        let named = self.is(at, Set::Of) && self.next(at + 1).is_some_and(|word| self.is_month_noun(word));
        let at = if named && self.is(at + 2, Set::Of) { at + 3 } else { at };
        let word = self.next(at).or_else(|| self.month_below(at))?;
        if !matches!(word.kind, SegmentKind::Word | SegmentKind::Mixed) {
            return None;
        }
        let month = |set| self.dates().value(word.id, set);
        if let Some(month) = month(Set::Month) {
            let short = self.text(word).len() <= 5 && self.is_mark(at + 1, ".");
            let point =
                short && self.next(at + 1)?.join == Join::Glued && self.year(at + 2, Calendar::Gregorian).is_some();
            return Some((at + 1 + usize::from(point), (Calendar::Gregorian, month, false)));
        }
        if let Some(month) = month(Set::MonthTypo) {
            return Some((at + 1, (Calendar::Gregorian, month, true)));
        }
        let (count, month) = self.dates().hijri(self.ids(at))?;
        Some((at + count, (Calendar::Hijri, month, false)))
    }

    fn is_month_noun(&self, word: &Word) -> bool {
        self.dates().unit(word.id).is_some_and(|unit| unit == Amount { count: 1, unit: Unit::Month })
    }

    /// The month of `1ER`, where it opens the next paragraph: titles in capitals are cut there.
    fn month_below(&self, at: usize) -> Option<&'t Word> {
        let words = self.reading.words;
        let first = words.get(at.checked_sub(1)?).filter(|word| word.kind == SegmentKind::Mixed)?;
        let first = self.dates().is(first.id, Set::FirstDay);
        words.get(at).filter(|word| first && self.dates().is(word.id, Set::Month))
    }

    /// The year after a month: `2013`, `20 04`, `19483x`, `mil neuf cent nonante`, `de 1987`, `de l’an deux mille`; `1436H`,
    /// `1433 de l’Hégire`.
    pub(super) fn year(&self, at: usize, calendar: Calendar) -> Part<i32> {
        let word = self.next(at)?;
        if self.dates().is(word.id, Set::Of) {
            let next = self.next(at + 1)?;
            let figures = next.kind == SegmentKind::Number && self.text(next).len() == 4;
            let noun = self.year_noun(at + 1);
            return if figures || noun > at + 1 { self.year(noun, calendar) } else { None };
        }
        if calendar == Calendar::Hijri {
            return self.hijri_year(at);
        }
        let text = self.text(word);
        match word.kind {
            SegmentKind::Number if text.len() == 4 => {
                let year = text.parse().ok().filter(|year| (1000..2500).contains(year))?;
                Some((at + 1, year))
            }
            SegmentKind::Number if text.len() <= 2 => {
                let tail =
                    self.next(at + 1).filter(|next| next.kind == SegmentKind::Number && next.join == Join::Space)?;
                let tail = self.text(tail);
                let year =
                    text.parse::<i32>().ok()?.checked_mul(10_i32.checked_pow(u32::try_from(tail.len()).ok()?)?)?;
                let year = year.checked_add(tail.parse().ok()?)?;
                (text.len() + tail.len() == 4 && (1900..2100).contains(&year)).then_some((at + 2, year))
            }
            SegmentKind::Number | SegmentKind::Mixed => {
                let year = year_with_call(text).ok().map(|(_, year)| year).or_else(|| year_of_letters(text));
                Some((at + 1, year.filter(|year| (1800..2100).contains(year))?))
            }
            SegmentKind::Word if word.id != WordId::UNKNOWN => {
                let (next, year) = self.number(at)?;
                let next = self.figures_again(next, year);
                Some((next, i32::try_from(year).ok().filter(|year| (1000..2500).contains(year))?))
            }
            SegmentKind::Word => Some((at + 1, year_of_letters(text).filter(|year| (1800..2100).contains(year))?)),
            SegmentKind::Punctuation => None,
        }
    }

    /// year-noun = [ "l'" ] ( "an" / "année" ) [ "de" "grâce" ] ; the word after it, or `at`
    fn year_noun(&self, at: usize) -> usize {
        let noun = at + usize::from(self.is(at, Set::Article));
        if !self.is(noun, Set::Year) {
            return at;
        }
        let grace = self.is(noun + 1, Set::Of) && self.is(noun + 2, Set::Grace);
        noun + if grace { 3 } else { 1 }
    }

    /// hijri-year = 4DIGIT [ era ] ; era: "H", glued or apart, "AH", "de l'Hégire"
    fn hijri_year(&self, at: usize) -> Part<i32> {
        let word = self.next(at)?;
        let text = self.text(word);
        let (figures, era) = text.split_at_checked(4)?;
        let year = figures.parse().ok().filter(|year| (1200..1600).contains(year))?;
        match word.kind {
            SegmentKind::Number if era.is_empty() => {
                let article = (at + 1..).take(2).take_while(|&at| self.is(at, Set::Article)).count();
                let era = self.is(at + 1 + article, Set::Era);
                Some((at + 1 + if era { article + 1 } else { 0 }, year))
            }
            SegmentKind::Mixed if era.len() <= 2 => Some((at + 1, year)),
            _ => None,
        }
    }

    /// What links the word before `at` with a date after: the word after the link, and whether an article is part of it.
    pub(super) fn link(&self, at: usize) -> Part<(Link, bool)> {
        // the date after it stands in the same paragraph
        self.link_at(at).filter(|&(next, _)| self.next(next).is_some())
    }

    fn link_at(&self, at: usize) -> Part<(Link, bool)> {
        let word = self.next(at)?;
        if word.kind == SegmentKind::Punctuation {
            return match self.text(word) {
                "-" | "–" | "—" | "\u{2010}" | "\u{2011}" | "\u{2012}" => Some(self.articles(at + 1, Link::Range)),
                "/" => Some((at + 1, (Link::Slash, false))),
                "," => {
                    let and = usize::from(self.is(at + 1, Set::And)).max(self.also(at + 1));
                    Some(self.articles(at + 1 + and, Link::And))
                }
                _ => None,
            };
        }
        if word.join == Join::Hyphen {
            return Some((at, (Link::Range, false)));
        }
        let (sets, dates) = (word.id, self.dates());
        if dates.is(sets, Set::And) {
            return Some(self.articles(at + 1, Link::And));
        }
        if let count @ 1.. = self.also(at) {
            return Some(self.articles(at + count, Link::And));
        }
        if dates.is(sets, Set::Or) {
            return Some(self.articles(at + 1, Link::Or));
        }
        if dates.is(sets, Set::Range) {
            let (next, (link, _)) = self.articles(at + 1, Link::Range);
            return Some((next, (link, true)));
        }
        if let Some((count, Bound::Until)) = dates.bounds.longest(self.ids(at)) {
            let (next, (link, _)) = self.articles(at + count, Link::Range);
            return Some((next, (link, true)));
        }
        None
    }

    /// How many words a phrase takes that links as `et` does: `ainsi que`.
    fn also(&self, at: usize) -> usize {
        let begins = self.next(at).is_some_and(|word| self.dates().also.begins(word.id));
        if begins { self.dates().also.longest(self.ids(at)).map_or(0, |(count, ())| count) } else { 0 }
    }

    fn articles(&self, at: usize, link: Link) -> (usize, (Link, bool)) {
        let count = (at..).take(2).take_while(|&at| self.is(at, Set::Article)).count();
        (at + count, (link, count > 0))
    }

    /// A phrase that stands for a day, by its second word where the first is an article: the word after it, where it starts, and
    /// what it says.
    pub(super) fn relative(&self, at: usize) -> Part<(usize, Relative)> {
        let lead = self.before(at);
        let (count, led, relative) = self.dates().relative(lead.map(|word| word.id), self.ids(at))?;
        Some((at + count, (at - usize::from(led), relative)))
    }

    /// A year told by another after `at`: `de la même année`.
    pub(super) fn year_of(&self, at: usize) -> Part<Relative> {
        let of = usize::from(self.is(at, Set::Of));
        let article = usize::from(self.is(at + of, Set::Article) || self.is(at + of, Set::This));
        self.next(at + of + article)?;
        let (end, (from, relative)) = self.relative(at + of + article)?;
        (of == 1 && from == at + of && relative.is_year()).then_some((end, relative))
    }

    /// The time of day after a date: `à minuit`, `à 15 h 30`, `de 13h30 à 17h30`, `, 18 heures (heure légale de New York)`; its
    /// start, and its end where one is printed.
    pub(super) fn time(&self, at: usize) -> Part<(Time, Option<Time>)> {
        let comma = self.is_mark(at, ",");
        let at = at + usize::from(comma);
        let led = self.is(at, Set::Range) || self.is(at, Set::Of);
        if !led && !comma {
            return None;
        }
        let (mut next, (hour, minute)) = self.hour(at + usize::from(led))?;
        let mut last = None;
        if led
            && let Some((after, (Link::Range, _))) = self.link(next)
            && let Some((end, time)) = self.hour(after)
        {
            (next, last) = (end, Some(time));
        }
        let (end, universal) = self.zone(next);
        let time = |(hour, minute)| Time { hour, minute, universal };
        Some((end, (time((hour, minute)), last.map(time))))
    }

    /// hour = "minuit" / "midi" / clock
    fn hour(&self, at: usize) -> Part<(u8, u8)> {
        let word = self.next(at)?;
        if self.dates().is(word.id, Set::Midnight) {
            Some((at + 1, (24, 0)))
        } else if self.dates().is(word.id, Set::Noon) {
            Some((at + 1, (12, 0)))
        } else {
            self.clock(at)
        }
    }

    /// clock = hour ( "h" / "heures" ) [ minute ] ; `15 h 30`, `15h30`, `quinze heures trente`
    fn clock(&self, at: usize) -> Part<(u8, u8)> {
        let word = self.next(at)?;
        let below = |text: &str, most: u8| text.parse::<u8>().ok().filter(|&value| value < most);
        let text = self.text(word);
        match word.kind {
            SegmentKind::Number => {
                let hour = below(text, 25)?;
                if !self.is(at + 1, Set::Clock) {
                    return None;
                }
                let minute = self.next(at + 2).filter(|word| word.kind == SegmentKind::Number);
                match minute.and_then(|word| below(self.text(word), 60)) {
                    Some(minute) => Some((at + 3, (hour, minute))),
                    None => Some((at + 2, (hour, 0))),
                }
            }
            SegmentKind::Mixed => {
                let (hour, minute) = text.split_once(['h', 'H'])?;
                let minute = minute.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                Some((at + 1, (below(hour, 25)?, if minute.is_empty() { 0 } else { below(minute, 60)? })))
            }
            SegmentKind::Word => {
                let (next, hour) = self.number(at)?;
                let hour = u8::try_from(hour).ok().filter(|&hour| hour < 25 && self.is(next, Set::Clock))?;
                let minute = self.number(next + 1).and_then(|(end, minute)| Some((end, u8::try_from(minute).ok()?)));
                match minute.filter(|(_, minute)| *minute < 60) {
                    Some((end, minute)) => Some((end, (hour, minute))),
                    None => Some((next + 1, (hour, 0))),
                }
            }
            SegmentKind::Punctuation => None,
        }
    }

    /// zone = [ "," / "(" ] 1*zone-word [ "de" 1*Capital ] ; the word after it, or `at` where there is none; whether it is
    /// universal time
    fn zone(&self, at: usize) -> (usize, bool) {
        let from = at + usize::from(self.is_mark(at, ",("));
        let mut end = from;
        let mut universal = false;
        while self.next(end).is_some_and(|word| self.dates().is(word.id, Set::Zone)) {
            universal |= self.is(end, Set::Universal);
            end += 1;
        }
        if end == from {
            return (at, false);
        }
        if self.is(end, Set::Of) {
            let names = (end + 1..)
                .take(4)
                .take_while(|&at| self.next(at).is_some_and(|word| matches!(word.case, crate::text::Case::Capital)));
            let count = names.count();
            end += if count > 0 { 1 + count } else { 0 };
        }
        (end + usize::from(self.is_mark(at, "(") && self.is_mark(end, ")")), universal)
    }
}

/// `°`, `º`: `1°` is `1er`.
fn is_degree(text: &str) -> bool {
    matches!(text, "°" | "º")
}

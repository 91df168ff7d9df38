//! Scans the words once for citing words with their numbers and for full symbols.
//!
//! A citing word opens a group: `ses résolutions`. The numbers after it are its members until the sentence ends or another citing
//! word stands. Bodies named on the way are remembered; whose text a number is, is settled later.

mod item;

use super::symbol;
use super::{inner, symbol::supplement_at};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{BodyName, Citing, References, Shape, WordId, WordRoles};
use crate::mention::{DateMention, Reading};
use crate::model::{Edtf, ReferenceKind};
use crate::text::{Case, CleanSpan, Word};

/// A plain number as printed, in pieces.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plain {
    pub(super) shape: Shape,
    pub(super) first: String,
    pub(super) second: String,
    /// `75/290 A`
    pub(super) text: String,
}

/// What names the instrument.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Plain(Plain),
    Symbol { symbol: String, body: Option<String> },
}

/// A citation as printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cited {
    pub(super) span: CleanSpan,
    pub(super) kind: ReferenceKind,
    pub(super) what: What,
    /// Its place in [`Found::groups`].
    pub(super) group: usize,
    /// The body named beside it.
    pub(super) body: Option<usize>,
    /// Whether the words beside it name a body that is not known.
    pub(super) foreign: bool,
    pub(super) date: Option<Edtf>,
    pub(super) inner: Option<String>,
    /// Whether it opens a paragraph, as the number of the text itself does.
    pub(super) header: bool,
}

impl Cited {
    pub(super) fn new(span: CleanSpan, kind: ReferenceKind, what: What) -> Self {
        Self { span, kind, what, group: 0, body: None, foreign: false, date: None, inner: None, header: false }
    }
}

/// What the words around a citing word say for all its numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Group {
    /// `sa résolution`
    pub(super) own: bool,
    /// The body named last before, in the same paragraph.
    pub(super) nearest: Option<usize>,
    /// The body that acts just before: `le Conseil, dans sa résolution`.
    pub(super) subject: Option<usize>,
    /// The body named for the whole group: `les résolutions du Conseil`.
    pub(super) body: Option<usize>,
    /// Whether the words name a body for the whole group that is not known.
    pub(super) foreign: bool,
    /// The series that the citing word implies.
    pub(super) series: Option<usize>,
}

/// All that the scan found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) cited: Vec<Cited>,
    pub(super) groups: Vec<Group>,
    /// Where a body begins to speak, in order of place.
    pub(super) formulas: Vec<(u32, usize)>,
    /// Bodies named anywhere, each once.
    pub(super) named: Vec<usize>,
}

/// Finds what is cited.
pub(super) fn scan(reading: Reading<'_>, dates: &[DateMention]) -> Found {
    let bodies = reading.lexicon.references.bodies().len();
    let mut scan = Scan {
        reading,
        references: &reading.lexicon.references,
        dates,
        found: Found { groups: vec![Group::default()], ..Found::default() },
        open: None,
        last_named: vec![None; bodies],
        nearest: None,
        subject: None,
        least: 0,
    };
    scan.run();
    scan.found
}

/// A group that still takes numbers.
#[derive(Debug, Clone, Copy)]
struct Open {
    citing: Citing,
    /// Where the citing word begins.
    start: u32,
    group: usize,
    /// The word at which a number would stand right after the citing word, its body or its "n°".
    direct: usize,
    /// The word after the last member.
    after: usize,
    /// Its first member in [`Found::cited`].
    first: usize,
    /// The first member that has no body named beside it yet.
    bodiless: usize,
}

struct Scan<'t> {
    reading: Reading<'t>,
    references: &'t References,
    dates: &'t [DateMention],
    found: Found,
    open: Option<Open>,
    /// The last word that named each body in full.
    last_named: Vec<Option<usize>>,
    nearest: Option<usize>,
    /// The body that acted last in the sentence, and the word that named it.
    subject: Option<(usize, usize)>,
    /// The first word that no symbol has taken or refused.
    least: usize,
}

/// How many bytes may stand from the citing word to its number in one span: `résolutions de l’Assemblée générale 59/209`.
const LEAD: u32 = 64;
/// How far before a citing word the body that acts may stand.
const SUBJECT_REACH: usize = 14;
/// How far after a citing word its first number may stand: `résolutions antérieures sur la question, notamment`.
const FIRST_REACH: usize = 16;
/// How far after a member the next may stand: `1325 (2000) sur les femmes, la paix et la sécurité et`.
const NEXT_REACH: usize = 60;

impl<'t> Scan<'t> {
    fn run(&mut self) {
        let words = self.reading.words;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if word.opens() {
                (self.open, self.nearest, self.subject) = (None, None, None);
                if word.kind == SegmentKind::Number && self.header(at) {
                    at = self.least;
                    continue;
                }
            }
            let taken = match word.kind {
                SegmentKind::Punctuation => self.punctuation(at, *word),
                SegmentKind::Number => self.open.is_some() && self.member(at),
                SegmentKind::Mixed => {
                    (self.open.is_some() && self.member(at)) || (word.span.len() == 11 && self.symbol(at))
                }
                SegmentKind::Word => self.word(at, *word),
            };
            at = if taken { self.least.max(at + 1) } else { at + 1 };
        }
    }

    fn punctuation(&mut self, at: usize, word: Word) -> bool {
        let next = self.reading.words.get(at + 1);
        match self.reading.clean.as_bytes()[word.span.start as usize] {
            b'/' | b'_' => {
                word.join == Join::Glued
                    && next.is_some_and(|next| next.join == Join::Glued || !next.opens())
                    && self.symbol(at)
            }
            b'.' if next.is_some_and(|next| next.join == Join::Glued) => {
                let before = at.checked_sub(1).map(|before| self.reading.words[before]);
                before.is_some_and(|w| {
                    w.kind == SegmentKind::Word && w.text(self.reading.clean).ends_with(|c: char| c.is_ascii_digit())
                }) && self.symbol(at)
            }
            b'.' => {
                if !self.open.is_some_and(|open| open.direct > at) {
                    (self.open, self.subject) = (None, None);
                }
                false
            }
            _ => {
                // "n°": the sign goes with the letter before it
                if let Some(open) = self.open.as_mut().filter(|open| open.direct == at) {
                    if matches!(word.text(self.reading.clean), "°" | "º" | "˚") {
                        open.direct = at + 1;
                    }
                }
                false
            }
        }
    }

    fn word(&mut self, at: usize, word: Word) -> bool {
        if self.open.is_some() && word.case != Case::Lower && self.special(at) {
            return true;
        }
        let roles = self.references.roles(word.id);
        if roles.is_empty() {
            return false;
        }
        if roles.has(WordRoles::BODY) && self.body(at) {
            return true;
        }
        if roles.has(WordRoles::ORGAN) {
            self.foreign(at, roles);
        }
        if roles.has(WordRoles::CITING) {
            self.cite(at, word);
        } else if roles.has(WordRoles::NUMBER) {
            if let Some(open) =
                self.open.as_mut().filter(|open| open.direct == at || at.saturating_sub(open.after) < FIRST_REACH)
            {
                let point = self.reading.words.get(at + 1).is_some_and(|next| next.text(self.reading.clean) == ".");
                open.direct = at + 1 + usize::from(point);
            }
        }
        false
    }

    /// `ES-10/15`, `S-23/2`
    fn special(&mut self, at: usize) -> bool {
        let next = self.reading.words.get(at + 1);
        next.is_some_and(|next| next.join == Join::Hyphen && next.kind == SegmentKind::Number)
            && matches!(self.reading.words[at].text(self.reading.clean), "ES" | "S")
            && self.member(at)
    }

    /// Opens a group at a citing word.
    fn cite(&mut self, at: usize, word: Word) {
        let Some(citing) = self.references.citing(word.id) else { return };
        let words = self.reading.words;
        let own = (1..=2).filter_map(|back| at.checked_sub(back)).any(|before| {
            !words[before + 1..=at].iter().any(Word::opens)
                && self.references.roles(words[before].id).has(WordRoles::OWN)
        });
        let subject = self.subject.filter(|&(_, named)| at - named <= SUBJECT_REACH).map(|(body, _)| body);
        let point = citing.short && words.get(at + 1).is_some_and(|next| next.text(self.reading.clean) == ".");
        let after = at + 1 + usize::from(point);
        self.found.groups.push(Group {
            own,
            nearest: self.nearest,
            subject,
            body: None,
            foreign: false,
            series: citing.series,
        });
        self.open = Some(Open {
            citing,
            start: words[at - usize::from(citing.compound && at > 0 && !word.opens())].span.start,
            group: self.found.groups.len() - 1,
            direct: after,
            after,
            first: self.found.cited.len(),
            bodiless: self.found.cited.len(),
        });
    }

    /// Takes note of a body named at `at`.
    fn body(&mut self, at: usize) -> bool {
        let words = self.reading.words;
        let ids =
            words[at..].iter().enumerate().take_while(|(n, word)| *n == 0 || !word.opens()).map(|(_, word)| word.id);
        let Some((count, name)) = self.references.body_name(ids) else { return false };
        let end = at + count;
        let body = match name {
            BodyName::Full(body) => Some(body),
            BodyName::Short(short) if words[at].case != Case::Lower && !self.complemented(end) => {
                self.last_suiting(short)
            }
            BodyName::Short(_) => None,
        };
        let Some(body) = body else { return false };
        if let BodyName::Full(_) = name {
            if self.last_named[body].replace(at).is_none() {
                self.found.named.push(body);
            }
        }
        let role = |back: usize, role: WordRoles| {
            at.checked_sub(back)
                .is_some_and(|before| !words[before + 1].opens() && self.references.roles(words[before].id).has(role))
        };
        let article = role(1, WordRoles::NOMINATIVE);
        let tied = role(1, WordRoles::GENITIVE) || (article && role(2, WordRoles::GENITIVE));
        let opening = words[at].opens() || (article && words[at - 1].opens());
        let comma = words.get(end).is_some_and(|word| word.text(self.reading.clean) == ",");
        if opening && comma && matches!(name, BodyName::Full(_)) {
            self.found.formulas.push((words[at].span.start, body));
        }
        if article && !tied {
            self.subject = Some((body, at));
        }
        self.nearest = Some(body);
        self.tie(at, end, body, tied);
        self.least = end;
        true
    }

    /// Whether what stands at `at` makes a short name that of another body: `Conseil d’administration`.
    fn complemented(&self, at: usize) -> bool {
        let genitive = |word: &Word| !word.opens() && self.references.roles(word.id).has(WordRoles::GENITIVE);
        let words = self.reading.words;
        words.get(at).is_some_and(genitive) && words.get(at + 1).is_some_and(|next| next.kind == SegmentKind::Word)
    }

    fn last_suiting(&self, short: WordId) -> Option<usize> {
        let suiting = (0..self.last_named.len()).filter(|&body| self.references.suits(body, short));
        suiting.filter_map(|body| Some((self.last_named[body]?, body))).max().map(|(_, body)| body)
    }

    /// Gives the body to the members of the open group that it stands beside.
    fn tie(&mut self, at: usize, end: usize, body: usize, tied: bool) {
        let Some(mut open) = self.open else { return };
        let members = self.found.cited.len() > open.first;
        let near = self.only_linking(open.after, at);
        if !members && (near || (tied && at.saturating_sub(open.after) < FIRST_REACH)) {
            self.found.groups[open.group].body = Some(body);
            open.direct = end;
            open.after = end;
        } else if members && near && self.found.cited[open.bodiless..].iter().all(|cited| cited.body.is_none()) {
            if self.found.groups[open.group].body.is_none() {
                self.found.cited[open.bodiless..].iter_mut().for_each(|cited| cited.body = Some(body));
                open.bodiless = self.found.cited.len();
                // "36/7 du Conseil, 45/10 et 54/8": those that follow have it too, unless another is named
                self.found.groups[open.group].nearest = Some(body);
            }
        }
        self.open = Some(open);
    }

    /// Takes note of a body that is not known, named at `at` beside the members of the open group.
    fn foreign(&mut self, at: usize, roles: WordRoles) {
        let Some(mut open) = self.open else { return };
        let alone = roles.has(WordRoles::BODY) && !self.complemented(at + 1);
        let members = self.found.cited.len() > open.first;
        if alone || at == open.after || !self.only_linking(open.after, at) {
            return;
        }
        if !members {
            self.found.groups[open.group].foreign = true;
        } else if self.found.groups[open.group].body.is_none() {
            self.found.cited[open.bodiless..].iter_mut().for_each(|cited| cited.foreign = true);
            open.bodiless = self.found.cited.len();
        }
        self.open = Some(open);
    }

    /// Whether only small words, commas and dates stand from word `from` to word `to`.
    fn only_linking(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        while at < to {
            let word = &self.reading.words[at];
            let small = self.references.roles(word.id).has(WordRoles::LINKING)
                || self.references.roles(word.id).has(WordRoles::GENITIVE)
                || matches!(word.text(self.reading.clean), "," | "(" | ")");
            if let Some(index) = self.date_at(word.span.start) {
                let end = self.dates[index].span.end;
                while at < to && self.reading.words[at].span.start < end {
                    at += 1;
                }
            } else if small || self.references.roles(word.id).has(WordRoles::INTRODUCING) {
                at += 1;
            } else {
                return false;
            }
        }
        true
    }

    /// The date that begins at that place.
    fn date_at(&self, start: u32) -> Option<usize> {
        self.dates.binary_search_by_key(&start, |date| date.span.start).ok()
    }

    /// Reads the symbol around word `at`.
    fn symbol(&mut self, at: usize) -> bool {
        let words = self.reading.words;
        let start = symbol::start(self.reading, at, self.least);
        let Some((mut cited, end)) = symbol::read(self.reading, words[start].span.start as usize) else {
            self.least = self.least.max(at);
            return false;
        };
        self.least = self.word_after(at, end);
        let group = self.open.map_or(0, |open| open.group);
        for cited in &mut cited {
            cited.group = group;
        }
        let index = self.found.cited.len();
        self.found.cited.append(&mut cited);
        self.dress(index, start);
        self.supplements(index);
        true
    }

    /// `A/8447 et Add.1`: the supplements cited after the symbol.
    fn supplements(&mut self, index: usize) {
        let words = self.reading.words;
        while let Some(next) = words.get(self.least).filter(|word| !word.opens()) {
            let What::Symbol { symbol, body } = self.found.cited[index].what.clone() else { return };
            let linked =
                self.references.roles(next.id).has(WordRoles::INTRODUCING) || next.text(self.reading.clean) == ",";
            let found = linked.then(|| supplement_at(self.reading, self.least + 1, &symbol)).flatten();
            let Some((symbol, end)) = found else { return };
            let start = words[self.least + 1].span.start as usize;
            let mut cited =
                Cited::new(CleanSpan::new(start, end), self.found.cited[index].kind, What::Symbol { symbol, body });
            cited.group = self.found.cited[index].group;
            self.found.cited.push(cited);
            self.least = self.word_after(self.least, end);
        }
    }

    /// Gives a new citation what stands around it: the citing word, the part cited, the date.
    fn dress(&mut self, index: usize, start: usize) {
        let words = self.reading.words;
        let place = words[start].span.start;
        if let Some(open) = self.open.as_mut() {
            let lead = open.first == index && place - open.start <= LEAD && place > open.start;
            if lead && open.direct == start {
                self.found.cited[index].span.start = open.start;
            }
            if open.first == index {
                let citing = words.partition_point(|word| word.span.start < open.start);
                self.found.cited[index].inner = inner::before(self.reading, citing);
            }
            let beside = open.direct == start || (open.after + 1 == start && open.first < index);
            if self.found.cited[index].kind == ReferenceKind::Document && beside {
                self.found.cited[index].kind = open.citing.kind;
            }
            open.after = self.least;
        }
        let part = inner::after(self.reading, self.least);
        let cited = &mut self.found.cited[index];
        cited.inner = part.or_else(|| cited.inner.take());
        if let Some(first) = self.date_after(self.least) {
            self.date_members(index, first);
        }
    }

    /// Gives the dates from `first` on to the members that have none: one each where there are as many, `61/16 et 68/1, en
    /// date du 20 novembre 2006 et du 20 septembre 2013`; a single one to the last member alone.
    fn date_members(&mut self, index: usize, first: usize) {
        let least = self.open.map_or(index, |open| open.first.min(index));
        let dateless = self.found.cited[least..=index].iter().rev().take_while(|cited| cited.date.is_none()).count();
        let mut values: Vec<&str> = Vec::new();
        let mut last = first;
        loop {
            values.extend(self.dates[last].value.as_str().trim_matches(['{', '}']).split(','));
            let end = self.dates[last].span.end;
            let Some(next) = self.dates.get(last + 1).filter(|_| values.len() < dateless) else { break };
            let words = self.reading.words;
            let from = words.partition_point(|word| word.span.start < end);
            let to = words.partition_point(|word| word.span.start < next.span.start);
            if to - from > 6 || words[from..=to].iter().any(Word::opens) || !self.only_linking(from, to) {
                break;
            }
            last += 1;
        }
        let several = values.len() == dateless && dateless > 1;
        let dated = self.found.cited[index + 1 - if several { dateless } else { 1 }..=index].iter_mut();
        if several || values.len() == 1 {
            dated.zip(values).for_each(|(cited, value)| cited.date = Some(Edtf::new(value)));
        }
    }

    /// The date that belongs to what ends before word `at`: after small words and the name of a body.
    fn date_after(&self, mut at: usize) -> Option<usize> {
        let words = self.reading.words;
        let stop = at + 16;
        while let Some(word) = words.get(at).filter(|word| at < stop && !word.opens()) {
            if let Some(index) = self.date_at(word.span.start) {
                return Some(index);
            }
            let roles = self.references.roles(word.id);
            let named = roles.has(WordRoles::BODY).then(|| self.references.body_name(words[at..].iter().map(|w| w.id)));
            at += match named.flatten() {
                Some((count, _)) => count,
                None if roles.has(WordRoles::LINKING) || roles.has(WordRoles::GENITIVE) => 1,
                None if matches!(word.text(self.reading.clean), "," | "(") => 1,
                None => return None,
            };
        }
        None
    }

    /// The first word from `at` on that begins at byte `end` or after.
    fn word_after(&self, at: usize, end: usize) -> usize {
        let words = self.reading.words;
        at + words[at..].iter().take_while(|word| (word.span.start as usize) < end).count()
    }
}

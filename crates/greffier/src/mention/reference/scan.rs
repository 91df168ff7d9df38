//! Scans the words once for citing words with their numbers and for full symbols.
//!
//! A citing word opens a group: `ses résolutions`. The numbers after it are its members until the sentence ends or another citing
//! word stands. Bodies named on the way are remembered; whose text a number is, is settled later.

mod body;
mod dress;
mod item;
mod shared;
mod sign;

use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Citing, References, Shape, Start, StartSet, WordRoles};
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
    /// The body named last before of those whose numbers are plain, unless another was named since.
    pub(super) foreigner: Option<usize>,
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
        foreigner: None,
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
    foreigner: Option<usize>,
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
        const STARTS: StartSet = StartSet::of(&[Start::Citation, Start::Paragraph]);
        let words = self.reading.words;
        let mut at = 0;
        loop {
            let open = if self.open.is_some() { STARTS.with(Start::Capital, true) } else { STARTS };
            let Some(next) = words.next(at, open) else { break };
            at = next;
            let word = &words[at];
            if word.opens() {
                (self.open, self.nearest, self.subject) = (None, None, None);
                self.foreigner = None;
                if word.kind == SegmentKind::Number && self.header(at) {
                    at = self.least;
                    continue;
                }
            }
            if word.kind == SegmentKind::Word && !self.concerns(word) {
                at += 1;
                continue;
            }
            let taken = match word.kind {
                SegmentKind::Punctuation => self.punctuation(at, *word),
                SegmentKind::Number if self.open.is_some() => self.member(at),
                SegmentKind::Number => self.title(at),
                SegmentKind::Mixed => {
                    (self.open.is_some() && self.member(at)) || (word.span.len() == 11 && self.symbol(at))
                }
                SegmentKind::Word => self.word(at, *word),
            };
            at = if taken { self.least.max(at + 1) } else { at + 1 };
        }
    }

    /// Whether a word may be part of a citation, by one look at it.
    fn concerns(&self, word: &Word) -> bool {
        word.starts.has(Start::Citation) || (self.open.is_some() && word.case != Case::Lower)
    }

    fn punctuation(&mut self, at: usize, word: Word) -> bool {
        let next = self.reading.words.get(at + 1);
        match self.reading.clean.as_bytes()[word.span.start as usize] {
            b'/' => next.is_some_and(|next| !next.opens()) && self.slash(at, word) && self.symbol(at),
            b'_' => word.join == Join::Glued && next.is_some_and(|next| !next.opens()) && self.symbol(at),
            b'.' if next.is_some_and(|next| self.point(at, next)) => self.symbol(at),
            b'.' if next.is_some_and(|next| next.join == Join::Glued) => false,
            b'.' => {
                if self.open.is_none_or(|open| open.direct <= at) {
                    (self.open, self.subject) = (None, None);
                }
                false
            }
            _ => {
                // "n°": the sign goes with the letter before it
                let sign = || matches!(word.text(self.reading.clean), "°" | "º" | "˚");
                if let Some(open) = self.open.as_mut().filter(|open| open.direct == at && sign()) {
                    open.direct = at + 1;
                }
                false
            }
        }
    }

    fn word(&mut self, at: usize, word: Word) -> bool {
        if self.open.is_some() && word.case != Case::Lower && (self.special(at) || self.protocol(at) || self.flight(at))
        {
            return true;
        }
        let roles = self.references.roles(word.id);
        if roles.has(WordRoles::BODY) && self.body(at) {
            return true;
        }
        if roles.has(WordRoles::ORGAN) {
            self.foreign(at, roles);
        }
        if roles.has(WordRoles::CITING) {
            self.cite(at, word);
        } else if roles.has(WordRoles::NUMBER) {
            self.number_mark(at);
        }
        false
    }

    /// "n°", after which a number stands as if right after the citing word.
    fn number_mark(&mut self, at: usize) {
        let point = self.reading.words.get(at + 1).is_some_and(|next| next.text(self.reading.clean) == ".");
        let near = |open: &&mut Open| open.direct == at || at.saturating_sub(open.after) < FIRST_REACH;
        if let Some(open) = self.open.as_mut().filter(near) {
            open.direct = at + 1 + usize::from(point);
        }
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
            foreigner: self.foreigner,
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

    /// The first word from `at` on that begins at byte `end` or after.
    fn word_after(&self, at: usize, end: usize) -> usize {
        let words = self.reading.words;
        at + words[at..].iter().take_while(|word| (word.span.start as usize) < end).count()
    }
}

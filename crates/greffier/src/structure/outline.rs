//! The outline of a text: a part for every paragraph, and the resolutions with their trees of clauses.

use super::numbering::{Around, Confirmed, DEEPEST, Numbering};
use super::paragraph::{Ending, Label, Paragraph};
use super::region::{Region, regions};
use crate::diagnostic::{Code, Severity};
use crate::grammar::marker::Closing;
use crate::language::fr::Opening;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Cue, Lexicon};
use crate::model::{Kind, LeafKind, MarkerStyle, Role};
use crate::text::{Case, Clean, CleanSpan, Word};

/// A paragraph and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) span: CleanSpan,
    pub(crate) kind: LeafKind,
}

/// A confirmed marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MarkerNode {
    pub(crate) span: CleanSpan,
    pub(crate) style: MarkerStyle,
    pub(crate) number: u32,
}

/// A clause in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ClauseNode {
    /// From the marker to the last character of its last paragraph or sub-clause.
    pub(crate) span: CleanSpan,
    pub(crate) marker: Option<MarkerNode>,
    pub(crate) role: Role,
    pub(crate) heading: Option<CleanSpan>,
    /// Its own text, marker left out, one span a paragraph.
    pub(crate) body: Vec<CleanSpan>,
    pub(crate) children: Vec<ClauseNode>,
}

/// A resolution in places of the clean text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ResolutionNode {
    pub(crate) span: Option<CleanSpan>,
    pub(crate) title: Option<CleanSpan>,
    /// The paragraphs before the formula in which its symbol may stand.
    pub(crate) header: Vec<CleanSpan>,
    pub(crate) formula: Option<CleanSpan>,
    pub(crate) clauses: Vec<ClauseNode>,
    /// Paragraphs that tell of the adoption: vote, place and date, the adoption line of the header.
    pub(crate) adoption: Vec<CleanSpan>,
}

/// The outline of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// A part for every paragraph, in order.
    pub(crate) parts: Vec<Part>,
    /// The title, over all its lines.
    pub(crate) title: Option<CleanSpan>,
    /// The paragraphs that tell of the meeting: those before the first clause, and narrative clauses up to the first other.
    pub(crate) opening: Vec<CleanSpan>,
    pub(crate) resolutions: Vec<ResolutionNode>,
    pub(crate) diagnostics: Vec<(Code, Severity, String, CleanSpan)>,
}

/// Reads the outline of the reflowed text.
pub(crate) fn outline(clean: &Clean, words: &[Word], lexicon: &Lexicon) -> Outline {
    let paragraphs: Vec<Paragraph<'_>> =
        (0..clean.paragraphs.len()).map(|index| Paragraph::read(clean, index, words, lexicon)).collect();
    let text = Text { clean: &clean.text, paragraphs: &paragraphs, words, lexicon };
    let mut outline = Outline::default();
    for region in regions(text) {
        Builder::new(text, &mut outline, &region).build();
    }
    outline.title = outline.resolutions.iter().find_map(|resolution| resolution.title);
    outline
}

/// The paragraphs with the words and the lexicon: what the stages of the outline read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'t> {
    pub(crate) clean: &'t str,
    pub(crate) paragraphs: &'t [Paragraph<'t>],
    pub(crate) words: &'t [Word],
    pub(crate) lexicon: &'t Lexicon,
}

impl Text<'_> {
    pub(crate) fn opens(&self, index: usize, cue: Cue) -> bool {
        self.paragraphs[index].opens(cue, self.words, self.lexicon)
    }

    pub(crate) fn kind(&self, index: usize) -> Option<Kind> {
        self.paragraphs[index].kind(self.words, self.lexicon)
    }
}

/// Where in the resolution the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Preamble,
    Operative,
    Closing,
    Annex,
}

/// What a paragraph of the body is.
enum Found {
    Clause {
        role: Role,
        marker: Option<MarkerNode>,
        depth: usize,
    },
    /// Goes on with the clause before it.
    Continuation,
    Heading,
    Closing,
    /// An adoption line, told as a sentence: a clause of its own.
    Vote,
    Annex,
    Note,
    Prose,
}

/// Builds one resolution from its region.
struct Builder<'t, 'o> {
    text: Text<'t>,
    outline: &'o mut Outline,
    region: &'o Region,
    resolution: ResolutionNode,
    numbering: Numbering,
    stage: Stage,
    heading: Option<CleanSpan>,
    /// The clauses that are open, outermost first.
    path: Vec<ClauseNode>,
    /// The ending of the last paragraph of the clause that is open.
    ending: Ending,
}

impl<'t, 'o> Builder<'t, 'o> {
    fn new(text: Text<'t>, outline: &'o mut Outline, region: &'o Region) -> Self {
        let first = text.paragraphs.get(region.body.start);
        let preamble =
            region.formula.is_some() || first.is_some_and(|first| first.opening == Some(Opening::Preambular));
        Self {
            text,
            outline,
            region,
            resolution: ResolutionNode::default(),
            numbering: Numbering::default(),
            stage: if preamble { Stage::Preamble } else { Stage::Operative },
            heading: None,
            path: Vec::new(),
            ending: Ending::Open,
        }
    }

    fn build(mut self) {
        self.header();
        for index in self.region.body.clone() {
            self.paragraph(index);
        }
        self.close_to(0);
        let first = self.text.paragraphs.get(self.region.header.start).map(|paragraph| paragraph.span);
        let last = self.text.paragraphs.get(self.region.body.end.wrapping_sub(1)).map(|paragraph| paragraph.span);
        self.resolution.span = first.zip(last).map(|(first, last)| first.cover(last));
        let empty = self.resolution.clauses.is_empty() && self.resolution.formula.is_none();
        if !empty {
            self.outline.resolutions.push(self.resolution);
        }
    }

    /// The paragraphs before the body: title, header lines, opening sentences, formula.
    fn header(&mut self) {
        let formula = self.region.formula;
        for index in self.region.header.clone() {
            let paragraph = &self.text.paragraphs[index];
            if formula.is_some_and(|found| found.paragraph == index) {
                self.resolution.formula = formula.map(|found| found.span);
                self.part(index, LeafKind::Formula);
                if formula.is_some_and(|found| found.span.start != paragraph.span.start) {
                    self.outline.opening.push(paragraph.span);
                }
                continue;
            }
            let title = self.region.title.as_ref().is_some_and(|title| title.contains(&index));
            if title {
                self.resolution.title =
                    Some(self.resolution.title.map_or(paragraph.span, |title| title.cover(paragraph.span)));
            }
            let tells = paragraph.opening == Some(Opening::Narrative)
                && (paragraph.ending != Ending::Open || self.text.opens(index, Cue::Vote));
            if tells && !title && self.text.kind(index).is_none() {
                let marker = printed_marker(paragraph);
                self.clause(index, Role::Narrative, marker, 0);
                self.close_to(0);
                self.outline.opening.push(paragraph.span);
                if self.text.opens(index, Cue::Vote) {
                    self.resolution.adoption.push(paragraph.span);
                }
            } else {
                self.resolution.header.push(paragraph.span);
                if paragraph.is_short() && paragraph.holds(Cue::Vote, self.text.words, self.text.lexicon) {
                    self.resolution.adoption.push(paragraph.span);
                }
                self.part(index, if title { LeafKind::Title } else { LeafKind::Preface });
            }
        }
    }

    fn paragraph(&mut self, index: usize) {
        let span = self.text.paragraphs[index].span;
        match self.classify(index) {
            Found::Clause { role, marker, depth } => self.clause(index, role, marker, depth),
            Found::Continuation => {
                let ending = self.text.paragraphs[index].ending;
                self.path.iter_mut().for_each(|clause| clause.span = clause.span.cover(span));
                if let Some(clause) = self.path.last_mut() {
                    clause.body.retain(|body| body.len() > 0);
                    clause.body.push(span);
                }
                self.ending = ending;
                self.part(index, LeafKind::Clause);
            }
            Found::Heading => {
                self.close_to(0);
                self.heading = Some(span);
                self.part(index, LeafKind::Heading);
            }
            Found::Closing => {
                self.close_to(0);
                self.stage = Stage::Closing;
                self.resolution.adoption.push(span);
                self.part(index, LeafKind::Closing);
            }
            Found::Vote => {
                self.close_to(0);
                self.stage = Stage::Closing;
                self.resolution.adoption.push(span);
                self.clause(index, Role::Narrative, None, 0);
                self.close_to(0);
                self.outline.parts.last_mut().expect("the clause is a part").kind = LeafKind::Closing;
            }
            Found::Annex => {
                self.close_to(0);
                self.stage = Stage::Annex;
                self.numbering.restart();
                self.heading = Some(span);
                self.part(index, LeafKind::Heading);
            }
            Found::Note => self.part(index, LeafKind::Note),
            Found::Prose => self.part(index, LeafKind::Prose),
        }
    }

    fn classify(&mut self, index: usize) -> Found {
        let text = self.text;
        let paragraph = &text.paragraphs[index];
        if self.is_note(index) {
            return Found::Note;
        }
        if paragraph.is_short()
            && text.opens(index, Cue::Annex)
            && paragraph.ending != Ending::Point
            && paragraph.label.is_none()
        {
            return Found::Annex;
        }
        if self.is_vote(index) {
            return Found::Vote;
        }
        if self.is_closing(index) {
            return Found::Closing;
        }
        if self.is_heading(index) {
            return Found::Heading;
        }
        if let Some(found) = self.labelled(index) {
            return found;
        }
        self.unlabelled(index)
    }

    /// A paragraph with a label, when the numbering confirms it.
    fn labelled(&mut self, index: usize) -> Option<Found> {
        let paragraph = &self.text.paragraphs[index];
        let confirmed = match paragraph.label? {
            Label::Article { number, .. } => self.numbering.article(number),
            Label::Candidate(found) => {
                let around = Around {
                    glyph: if found.first.style == MarkerStyle::Bullet { paragraph.glyph } else { ' ' },
                    announced: self.ending == Ending::Colon && !self.path.is_empty(),
                    current: self.nestable(index),
                    next: self.next_candidate(index),
                };
                match self.numbering.confirm(found, around) {
                    Some(confirmed) => confirmed,
                    None => {
                        self.tell_rejected(index);
                        return None;
                    }
                }
            }
        };
        let len = match paragraph.label? {
            Label::Article { len, .. } => len,
            Label::Candidate(found) => found.len,
        };
        let start = paragraph.span.start as usize;
        let marker =
            MarkerNode { span: CleanSpan::new(start, start + len), style: confirmed.style, number: confirmed.number };
        self.tell_odd(confirmed, marker.span);
        let depth = confirmed.depth.min(self.path.len());
        let role = self.role(index, depth);
        Some(Found::Clause { role, marker: Some(marker), depth })
    }

    /// The depth of the clause in which a new list may nest: none below a preambular clause that announces nothing.
    fn nestable(&self, index: usize) -> Option<usize> {
        let outermost = self.path.first()?;
        let announced = self.ending == Ending::Colon;
        let opening = self.text.paragraphs[index].opening;
        // "Agissant …, le Conseil :" ends the preamble; numbers after it count the operative clauses
        let arabic =
            self.text.paragraphs[index].candidate().is_some_and(|found| found.first.style == MarkerStyle::Arabic);
        let changes = outermost.role == Role::Preambular && (!announced || arabic);
        let anew = matches!(opening, Some(Opening::Operative | Opening::Preambular))
            && !announced
            && outermost.marker.is_none();
        (!changes && !anew).then(|| self.path.len() - 1)
    }

    fn role(&mut self, index: usize, depth: usize) -> Role {
        if depth > 0 {
            return self.path[0].role;
        }
        let paragraph = &self.text.paragraphs[index];
        if self.stage == Stage::Annex {
            return Role::Narrative;
        }
        let visa = self.text.opens(index, Cue::Preambular);
        match paragraph.opening {
            Some(Opening::Preambular) if self.stage == Stage::Preamble => Role::Preambular,
            _ if visa && self.stage == Stage::Preamble => Role::Preambular,
            _ => {
                if self.stage == Stage::Preamble {
                    self.stage = Stage::Operative;
                }
                Role::Operative
            }
        }
    }

    /// A paragraph without label, or with one that is none.
    fn unlabelled(&mut self, index: usize) -> Found {
        let paragraph = &self.text.paragraphs[index];
        // "Article 2" alone on its line: its text stands below
        if self.path.last().is_some_and(|clause| clause.body.iter().all(|body| body.len() == 0)) {
            return Found::Continuation;
        }
        let visa = self.text.opens(index, Cue::Preambular);
        let operative = |role| Found::Clause { role, marker: None, depth: 0 };
        match self.stage {
            Stage::Preamble => match paragraph.opening {
                // a drafting slip: "Se félicite …," among participles
                Some(Opening::Operative) if paragraph.ending == Ending::Comma => operative(Role::Preambular),
                Some(Opening::Operative) => {
                    self.stage = Stage::Operative;
                    operative(Role::Operative)
                }
                Some(Opening::Preambular) => operative(Role::Preambular),
                _ if visa => operative(Role::Preambular),
                Some(Opening::Narrative) if paragraph.ending == Ending::Point => {
                    self.stage = Stage::Operative;
                    operative(Role::Operative)
                }
                _ if matches!(paragraph.ending, Ending::Comma | Ending::Semicolon) && !paragraph.starts_small => {
                    operative(Role::Preambular)
                }
                _ if paragraph.starts_small && !self.path.is_empty() => Found::Continuation,
                _ if self.path.is_empty() || paragraph.ending == Ending::Open => Found::Prose,
                _ => Found::Continuation,
            },
            Stage::Operative => match paragraph.opening {
                Some(Opening::Infinitive) if self.ending == Ending::Colon && !self.path.is_empty() => {
                    let depth = self.path.len().min(1);
                    Found::Clause { role: Role::Operative, marker: None, depth }
                }
                _ if self.announces() && paragraph.text.starts_with(['«', '“', '"']) => {
                    Found::Clause { role: self.path[0].role, marker: None, depth: self.path.len().min(DEEPEST) }
                }
                _ if self.in_article() => Found::Continuation,
                Some(Opening::Operative) => operative(Role::Operative),
                Some(Opening::Preambular)
                    if self.path.first().is_some_and(|clause| clause.role == Role::Preambular) =>
                {
                    operative(Role::Preambular)
                }
                _ if self.numbered() => Found::Continuation,
                _ if paragraph.starts_small && !self.path.is_empty() => Found::Continuation,
                _ if paragraph.ending == Ending::Open && paragraph.is_short() => Found::Prose,
                _ => operative(Role::Operative),
            },
            Stage::Closing => Found::Closing,
            Stage::Annex => Found::Prose,
        }
    }

    /// Whether the clause that is open has a marker: what follows without one belongs to it.
    fn numbered(&self) -> bool {
        self.path.first().is_some_and(|clause| clause.marker.is_some())
    }

    /// Whether an article is open: its sentences are no clauses of their own.
    fn in_article(&self) -> bool {
        self.path.first().and_then(|clause| clause.marker).is_some_and(|marker| marker.style == MarkerStyle::Article)
    }

    fn clause(&mut self, index: usize, role: Role, marker: Option<MarkerNode>, depth: usize) {
        let paragraph = &self.text.paragraphs[index];
        self.close_to(depth);
        if marker.is_none() && depth == 0 {
            self.numbering.unmarked();
        }
        let body_start = self.text.words.get(paragraph.body).map_or(paragraph.span.end, |word| word.span.start);
        let start = if marker.is_some() { body_start.min(paragraph.span.end) } else { paragraph.span.start };
        let body = CleanSpan { start, end: paragraph.span.end };
        self.path.iter_mut().for_each(|clause| clause.span = clause.span.cover(paragraph.span));
        self.path.push(ClauseNode {
            span: paragraph.span,
            marker,
            role,
            heading: self.heading,
            body: vec![body],
            children: Vec::new(),
        });
        self.ending = paragraph.ending;
        self.part(index, LeafKind::Clause);
    }

    /// Closes open clauses until `depth` of them are left.
    fn close_to(&mut self, depth: usize) {
        while self.path.len() > depth {
            let Some(clause) = self.path.pop() else { return };
            match self.path.last_mut() {
                Some(parent) => parent.children.push(clause),
                None => self.resolution.clauses.push(clause),
            }
        }
    }

    fn part(&mut self, index: usize, kind: LeafKind) {
        self.outline.parts.push(Part { span: self.text.paragraphs[index].span, kind });
    }

    fn next_candidate(&self, index: usize) -> Option<crate::grammar::marker::Candidate> {
        let rest = self.text.paragraphs.get(index + 1..self.region.body.end)?;
        rest.iter().take(12).find_map(Paragraph::candidate)
    }

    /// `36e séance plénière 7 décembre 2020`, `Fait à Dakar, le …`, `[Adoptée sans vote.]`, and all after them but notes.
    fn is_closing(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let started = self.stage != Stage::Preamble && (!self.resolution.clauses.is_empty() || !self.path.is_empty());
        if !started || self.stage == Stage::Annex || paragraph.candidate().is_some() || !paragraph.is_short() {
            return self.stage == Stage::Closing && paragraph.candidate().is_none();
        }
        let bracketed = paragraph.text.starts_with('[') && paragraph.text.contains(']');
        let sitting = paragraph.ending == Ending::Open
            && paragraph.words.len() <= 12
            && paragraph.opening.is_none()
            && paragraph.holds(Cue::Meeting, self.text.words, self.text.lexicon)
            && paragraph.text.chars().any(|c| c.is_ascii_digit());
        bracketed
            || sitting
            || self.is_dateline(index)
            || self.text.opens(index, Cue::Closing) && paragraph.opening.is_none() && self.ending != Ending::Open
    }

    /// `Yaoundé, le 21 novembre 2019`: a place, a comma, a day.
    fn is_dateline(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let own = &self.text.words[paragraph.words.clone()];
        let comma = own.iter().position(|word| word.text(self.text.clean) == ",");
        paragraph.opening.is_none()
            && (4..=10).contains(&own.len())
            && own[0].case != Case::Lower
            && comma.is_some_and(|at| {
                let article = own.get(at + 1).is_some_and(|word| self.text.lexicon.layout.articles.contains(&word.id));
                article
                    && own.get(at + 2).is_some_and(|word| matches!(word.kind, SegmentKind::Number | SegmentKind::Mixed))
            })
    }

    /// `Adoptée à l'unanimité à la 397e séance.`
    fn is_vote(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        self.stage != Stage::Preamble
            && paragraph.label.is_none()
            && self.text.opens(index, Cue::Vote)
            && paragraph.text.starts_with(char::is_uppercase)
            && paragraph.holds(Cue::Meeting, self.text.words, self.text.lexicon)
    }

    fn is_note(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let own = &self.text.words[paragraph.words.clone()];
        let digits = own
            .iter()
            .take_while(|word| matches!(word.kind, SegmentKind::Number | SegmentKind::Mixed) || word.is_punctuation());
        let skipped = digits.count();
        (1..=4).contains(&skipped)
            && own.get(skipped).is_some()
            && self.text.lexicon.structure.opens(Cue::Note, own[skipped..].iter().map(|word| word.id)) > 0
    }

    /// A heading: capitals, or short and without closing punctuation before a clause.
    fn is_heading(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        if !paragraph.is_short() || !matches!(paragraph.ending, Ending::Open) || self.stage == Stage::Closing {
            return false;
        }
        let next = self.text.paragraphs.get(index + 1).filter(|_| index + 1 < self.region.body.end);
        let Some(next) = next else { return false };
        match paragraph.candidate() {
            Some(found) if !heads(found.first.style) => false,
            Some(found) => {
                let follows = next.candidate().is_some_and(|other| {
                    other.closing == found.closing
                        && other
                            .readings()
                            .any(|o| found.readings().any(|r| r.style == o.style && o.number == r.number + 1))
                });
                let upper = found.first.style != MarkerStyle::Arabic;
                let verb =
                    matches!(paragraph.opening, Some(Opening::Preambular | Opening::Operative | Opening::Infinitive));
                (paragraph.capitals || !verb) && !follows && !paragraph.starts_small && (upper || !self.announces())
            }
            None if paragraph.label.is_some() => false,
            None => {
                let leads = next.label.is_some()
                    || next.capitals
                    || self.text.opens(index + 1, Cue::Heading)
                    || next.opening.is_some();
                let cue = self.text.opens(index, Cue::Heading);
                (paragraph.capitals
                    || cue
                    || paragraph.opening.is_none() && !paragraph.starts_small && self.ending != Ending::Colon)
                    && (leads || paragraph.capitals)
            }
        }
    }

    fn announces(&self) -> bool {
        self.ending == Ending::Colon && !self.path.is_empty()
    }

    fn tell_odd(&mut self, confirmed: Confirmed, span: CleanSpan) {
        let Some((code, last)) = confirmed.odd else { return };
        let number = confirmed.number;
        let message = match code {
            Code::NumberingGap => format!("the list goes from {last} to {number}"),
            Code::NumberingRepeat => format!("the list has number {number} twice"),
            _ => format!("the list goes back from {last} to {number}"),
        };
        self.outline.diagnostics.push((code, Severity::Warning, message, span));
    }

    fn tell_rejected(&mut self, index: usize) {
        let span = self.text.paragraphs[index].span;
        let Some(found) = self.text.paragraphs[index].candidate() else { return };
        let marker = CleanSpan::new(span.start as usize, span.start as usize + found.len);
        let message = "looks like a marker but goes on with no list".to_owned();
        self.outline.diagnostics.push((Code::MarkerRejected, Severity::Note, message, marker));
    }
}

/// The number that a sentence before the formula carries: `1. La session s'est tenue …`.
fn printed_marker(paragraph: &Paragraph<'_>) -> Option<MarkerNode> {
    let found = paragraph.candidate()?;
    if found.first.style != MarkerStyle::Arabic || found.closing == Closing::None {
        return None;
    }
    let start = paragraph.span.start as usize;
    let span = CleanSpan::new(start, start + found.len);
    Some(MarkerNode { span, style: found.first.style, number: found.first.number })
}

/// Whether markers of a style can number headings: capitals and arabic numbers can.
fn heads(style: MarkerStyle) -> bool {
    matches!(style, MarkerStyle::UpperRoman | MarkerStyle::UpperLetter | MarkerStyle::Arabic)
}

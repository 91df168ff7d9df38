//! Builds one resolution from its region: paragraphs become clauses, headings and closing lines, in order.

use super::classify::{Found, heads};
use super::heading::Headings;
use super::numbering::{Confirmed, Numbering};
use super::outline::{ClauseNode, MarkerNode, Outline, Part, ResolutionNode, Text};
use super::paragraph::{Ending, Paragraph};
use super::region::Region;
use crate::diagnostic::{Code, Severity};
use crate::grammar::marker::Closing;
use crate::language::fr::Opening;
use crate::lexicon::{Cue, Part as WordPart};
use crate::model::{LeafKind, MarkerStyle, Role};
use crate::text::{Case, CleanSpan, Word};

/// Where in the resolution the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Preamble,
    Operative,
    Closing,
}

/// The first paragraphs of a body, of which one may be a line that opens nothing: `1. Nous, chefs d'État …, réunis à …,`.
const FIRST: usize = 2;

/// Among so many first clauses a text tells of its meeting.
const LEAD: usize = 2;

/// Words that a country has at most before the colon of a line that lists persons.
const COUNTRY: usize = 10;

/// Builds one resolution from its region.
pub(super) struct Builder<'t, 'o> {
    pub(super) text: Text<'t>,
    pub(super) outline: &'o mut Outline,
    pub(super) region: &'o Region,
    pub(super) resolution: ResolutionNode,
    pub(super) numbering: Numbering,
    pub(super) stage: Stage,
    pub(super) headings: Headings,
    /// The clauses that are open, outermost first.
    pub(super) path: Vec<ClauseNode>,
    /// The ending of the last paragraph of the clause that is open.
    pub(super) ending: Ending,
    /// Whether those who took part are being listed.
    pub(super) listing: bool,
}

impl<'t, 'o> Builder<'t, 'o> {
    pub(super) fn new(text: Text<'t>, outline: &'o mut Outline, region: &'o Region) -> Self {
        let body = text.paragraphs.get(region.body.clone()).unwrap_or_default();
        let mut openings = body.iter().take(FIRST).filter_map(|paragraph| paragraph.opening);
        let preamble = region.formula.is_some_and(|formula| region.header.contains(&formula.paragraph))
            || openings.next() == Some(Opening::Preambular);
        let resolution = ResolutionNode {
            formula: region.formula.map(|formula| formula.span),
            annex: region.annex,
            ..ResolutionNode::default()
        };
        Self {
            text,
            outline,
            region,
            resolution,
            numbering: Numbering::default(),
            stage: if preamble { Stage::Preamble } else { Stage::Operative },
            headings: Headings::default(),
            path: Vec::new(),
            ending: Ending::Open,
            listing: region.annex && region.header.clone().any(|index| text.opens(index, Cue::Participants)),
        }
    }

    pub(super) fn build(mut self) {
        self.header();
        for index in self.region.body.clone() {
            self.paragraph(index);
        }
        self.close_to(0);
        let first = self.text.paragraphs.get(self.region.header.start).map(|paragraph| paragraph.span);
        let last = self.text.paragraphs.get(self.region.body.end.wrapping_sub(1)).map(|paragraph| paragraph.span);
        self.resolution.span = first.zip(last).map(|(first, last)| first.cover(last));
        let empty = self.resolution.clauses.is_empty() && self.resolution.formula.is_none();
        if self.region.annex {
            // below an annex stand the closing lines of what it belongs to
            let adoption = std::mem::take(&mut self.resolution.adoption);
            if let Some(host) = self.outline.host {
                self.outline.resolutions[host].adoption.extend(adoption);
            }
        }
        if !empty || self.region.annex {
            if !self.region.annex {
                self.outline.host = Some(self.outline.resolutions.len());
            }
            self.outline.resolutions.push(self.resolution);
        } else if self.outline.resolutions.is_empty() {
            // a title page or an index: it tells of a meeting, and adopts nothing itself
            self.outline.title = self.resolution.title;
            self.outline.header = self.resolution.header;
        }
    }

    /// The paragraphs before the body: title, header lines, opening sentences, formula.
    fn header(&mut self) {
        let formula = self.region.formula;
        for index in self.region.header.clone() {
            let paragraph = &self.text.paragraphs[index];
            if formula.is_some_and(|found| found.paragraph == index) {
                self.part(index, LeafKind::Formula);
                if formula.is_some_and(|found| found.span.start != paragraph.span.start) {
                    self.outline.opening.push(paragraph.span);
                }
                continue;
            }
            if self.heads_body(index) {
                self.headings.take(index, self.text, &mut self.outline.headings);
                self.part(index, LeafKind::Heading);
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
                // a row of an index tells of another text
                if paragraph.candidate().is_none_or(|found| found.first.style == MarkerStyle::Bullet) {
                    self.resolution.header.push(paragraph.span);
                }
                if paragraph.is_short() && paragraph.holds(Cue::Vote, self.text.words, self.text.lexicon) {
                    self.resolution.adoption.push(paragraph.span);
                }
                self.part(index, if title { LeafKind::Title } else { LeafKind::Preface });
            }
        }
    }

    /// `I. INTRODUCTION` right above the first clause, not above a formula.
    fn heads_body(&self, index: usize) -> bool {
        let below = index + 1..self.region.header.end;
        let numbered = |index: usize| {
            let paragraph = &self.text.paragraphs[index];
            let labelled = paragraph.candidate().is_some_and(|found| heads(found.first.style))
                || self.text.opens(index, Cue::Division);
            labelled && paragraph.ending == Ending::Open && paragraph.opening.is_none() && paragraph.is_short()
        };
        self.region.formula.is_none() && below.len() < 2 && numbered(index) && below.clone().all(numbered)
    }

    fn paragraph(&mut self, index: usize) {
        let span = self.text.paragraphs[index].span;
        let found = self.classify(index);
        self.participants(index, &found);
        match found {
            Found::Clause { role, marker, depth } => self.clause(index, role, marker, depth),
            Found::Continuation => {
                let ending = self.text.paragraphs[index].ending;
                // a sentence below the last item of a list wraps up what announced the list
                if self.ending == Ending::Point && !self.text.paragraphs[index].starts_small {
                    self.close_to(1);
                }
                self.path.iter_mut().for_each(|clause| clause.span = clause.span.cover(span));
                if let Some(clause) = self.path.last_mut() {
                    // only a label that has no words yet
                    while clause.body.pop_if(|body| body.len() == 0).is_some() {}
                    clause.body.push(span);
                }
                self.ending = ending;
                self.part(index, LeafKind::Clause);
            }
            Found::Title => {
                let title = self.headings.title(span, &mut self.outline.headings);
                self.path.iter_mut().for_each(|clause| clause.span = clause.span.cover(span));
                if let Some(article) = self.path.last_mut() {
                    article.heading = Some(title);
                }
                self.part(index, LeafKind::Heading);
            }
            Found::Heading => {
                self.close_to(0);
                // lists inside a clause end with it; the outermost may go on below
                self.numbering.unmarked();
                self.headings.take(index, self.text, &mut self.outline.headings);
                self.part(index, LeafKind::Heading);
            }
            Found::Formula => {
                self.close_to(0);
                self.stage = Stage::Operative;
                self.ending = Ending::Open;
                self.part(index, LeafKind::Formula);
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
            Found::Participant => {
                self.close_to(0);
                self.outline.participants.push(span);
                self.listing = true;
                self.part(index, LeafKind::Participant);
            }
            Found::Note => self.part(index, LeafKind::Note),
            Found::Prose => self.part(index, LeafKind::Prose),
        }
    }

    /// Keeps the paragraphs that list those who took part: one that says so, and the lines of persons below it.
    fn participants(&mut self, index: usize, found: &Found) {
        let paragraph = &self.text.paragraphs[index];
        let lists = self.text.opens(index, Cue::Participants)
            || (paragraph.ending == Ending::Colon
                && paragraph.holds(Cue::Participants, self.text.words, self.text.lexicon)
                && !matches!(paragraph.opening, Some(Opening::Operative | Opening::Preambular)));
        let item =
            matches!(found, Found::Continuation | Found::Heading) || matches!(found, Found::Clause { depth: 1.., .. });
        let goes_on = self.listing && (item || self.is_person_line(index));
        self.listing = lists || goes_on;
        if self.listing && !matches!(found, Found::Participant) {
            self.outline.participants.push(paragraph.span);
        }
    }

    /// `S.E.M. Jean Bosco, Président du Tarrat ;`, `- Mme …`, `Pour la République du Bénin : M. …`: a line that names somebody.
    pub(super) fn is_person_line(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let own = &self.text.words[paragraph.body..paragraph.words.end];
        let title =
            |word: &Word| word.case != Case::Lower && self.text.lexicon.phrases.part(word.id).is(WordPart::TITLE);
        let lead = own.iter().position(|word| word.text(self.text.clean) == ":").unwrap_or(0);
        paragraph.is_short()
            && lead <= COUNTRY
            && own.iter().skip(lead).take(lead.min(1) + 2).any(title)
            && !matches!(paragraph.opening, Some(Opening::Operative | Opening::Preambular))
    }

    fn clause(&mut self, index: usize, role: Role, marker: Option<MarkerNode>, depth: usize) {
        let paragraph = &self.text.paragraphs[index];
        self.headings.text_follows();
        self.close_to(depth);
        let first = self.path.is_empty() && self.resolution.clauses.len() < LEAD && self.outline.resolutions.is_empty();
        // "1. Nous, chefs d'État …, réunis les 13 et 14 octobre à Kinshasa, saluons …"
        let own = || self.text.opens(index, Cue::We);
        if first && (matches!(paragraph.opening, None | Some(Opening::Narrative)) || own()) {
            self.outline.lead.push(paragraph.span);
        }
        if marker.is_none() && depth == 0 {
            self.numbering.unmarked();
        }
        let body_start = self.text.words.get(paragraph.body).map_or(paragraph.span.end, |word| word.span.start);
        let start = if marker.is_some() { body_start.min(paragraph.span.end) } else { paragraph.span.start };
        let mut body = CleanSpan { start, end: paragraph.span.end };
        let mut heading = self.headings.nearest();
        // "Article 2 : Objet" above its text
        if marker.is_some_and(|marker| marker.style == MarkerStyle::Article) && body.len() > 0 && self.is_title(index) {
            heading = Some(self.headings.title(body, &mut self.outline.headings));
            body = CleanSpan { start: body.end, end: body.end };
        }
        self.path.iter_mut().for_each(|clause| clause.span = clause.span.cover(paragraph.span));
        self.path.push(ClauseNode {
            span: paragraph.span,
            marker,
            role,
            heading,
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

    pub(super) fn tell_odd(&mut self, confirmed: Confirmed, span: CleanSpan) {
        let Some((code, last)) = confirmed.odd else { return };
        let number = confirmed.number;
        let message = match code {
            Code::NumberingGap => format!("the list goes from {last} to {number}"),
            Code::NumberingRepeat => format!("the list has number {number} twice"),
            _ => format!("the list goes back from {last} to {number}"),
        };
        self.outline.diagnostics.push((code, Severity::Warning, message, span));
    }

    pub(super) fn tell_rejected(&mut self, index: usize) {
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

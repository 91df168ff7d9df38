//! Assembles the document: the one seam where places in the clean text become spans of the source.

use std::sync::Arc;

use crate::act::{FoundAct, FoundActor, FoundDeadline, FoundReport, FoundTerms, citing};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::grammar::vintage::vintage;
use crate::lexicon::Addresses;
use crate::mention::{
    DateMention, EntityMention, FoundDates, Mentions, PeriodMention, Reading, ReferenceMention, RefusedDate,
};
use crate::model::{
    Act, Actor, Class, Clause, Date, Dates, Deadline, Document, Edtf, Entity, Evidence, Leaf, LeafKind, Marker,
    Meeting, Note, Participant, Period, Place, Reference, ReferenceForm, ReferenceKind, Report, Resolution, Task, Verb,
};
use crate::span::Span;
use crate::structure::adoption::adoption;
use crate::structure::kind::FoundKind;
use crate::structure::meeting::{Found, FoundMeeting};
use crate::structure::note::{REACH, call};
use crate::structure::{ClauseNode, Outline, Part, ResolutionNode};
use crate::text::footnote::label_len;
use crate::text::line::Line;
use crate::text::noise::LineKind;
use crate::text::{Clean, CleanSpan};

/// All that the stages found, in places of the clean text.
pub(crate) struct Findings<'t> {
    pub(crate) source: &'t Arc<str>,
    pub(crate) lines: &'t [Line],
    pub(crate) line_kinds: &'t [LineKind],
    pub(crate) clean: &'t Clean,
    pub(crate) reading: Reading<'t>,
    pub(crate) outline: &'t Outline,
    pub(crate) mentions: Mentions,
    /// The acts of every clause, in reading order.
    pub(crate) acts: Vec<Vec<FoundAct<'t>>>,
    pub(crate) meeting: Option<FoundMeeting>,
    pub(crate) kind: FoundKind,
}

/// The document of the findings.
pub(crate) fn assemble(findings: Findings<'_>) -> Document {
    debug_assert!(findings.mentions.dates.is_sorted_by_key(|date| date.span.start));
    debug_assert!(findings.mentions.references.is_sorted_by_key(|reference| reference.span.start));
    let seam = Seam { clean: findings.clean, findings: &findings };
    let mut document = Document::new(Arc::clone(findings.source), findings.reading.lexicon.language);
    document.kind = findings.kind.0;
    document.kind_span = findings.kind.1.map(|span| seam.span(span));
    document.title = findings.outline.title.map(|span| seam.line(span));
    let mut acts_left = findings.acts.iter();
    let entity_at = EntityIndex::new(&findings.mentions.entities);
    document.resolutions =
        findings.outline.resolutions.iter().map(|node| seam.resolution(node, &mut acts_left, &entity_at)).collect();
    document.symbol = seam.symbol();
    document.meeting = findings.meeting.as_ref().map(|found| seam.meeting(found));
    document.notes = seam.notes();
    document.diagnostics = seam.diagnostics();
    document.leaves = leaves(findings.source, findings.lines, findings.line_kinds, &seam.parts());
    let own = seam.own_symbols();
    let cited_by = citing(findings.reading, &findings.acts, &findings.mentions.references);
    let addresses = &findings.reading.lexicon.addresses;
    let Findings { clean, mentions, .. } = findings;
    document.dates = in_order(clean, mentions.dates, date, |date| date.span);
    document.periods = in_order(clean, mentions.periods, period, |period| period.span);
    document.entities = mentions.entities.into_iter().enumerate().map(|(at, found)| entity(clean, at, found)).collect();
    let references = mentions.references.into_iter().zip(own).map(|(found, own)| match own {
        Some(own) => ReferenceMention { symbol: Some(own), form: ReferenceForm::Own, ..found },
        None => found,
    });
    document.references =
        references.zip(cited_by).map(|(found, citing)| reference(clean, found, citing, addresses)).collect();
    document.references.sort_by_key(|reference| reference.span.start);
    document
}

fn date(clean: &Clean, found: DateMention) -> Date {
    let mut date = Date::new(clean.source_span(found.span), found.value, found.start, found.end);
    date.role = found.role;
    date.alternative = found.alternative;
    date.anchor = found.anchor.map(|span| clean.source_span(span));
    date.pair = found.pair.map(|span| clean.source_span(span));
    date
}

fn period(clean: &Clean, found: PeriodMention) -> Period {
    let mut period = Period::new(clean.source_span(found.span), found.kind, found.value);
    (period.start, period.end, period.role) = (found.start, found.end, found.role);
    period.anchor = found.anchor.map(|span| clean.source_span(span));
    period
}

/// What looks wrong with dates, and with what is none.
fn doubts(clean: &Clean, dates: &[DateMention], refused: &[RefusedDate]) -> Vec<Diagnostic> {
    let dates = dates.iter().map(|date| (date.span, &date.doubts));
    let all = dates.chain(refused.iter().map(|date| (date.span, &date.doubts)));
    let each = all.flat_map(|(span, doubts)| doubts.iter().map(move |doubt| (span, doubt)));
    each.map(|(span, doubt)| {
        Diagnostic::new(doubt.code, doubt.severity, doubt.message.clone(), clean.source_span(span))
    })
    .collect()
}

/// The dates of a text, without the rest of the document.
pub(crate) fn assemble_dates(clean: &Clean, found: FoundDates) -> Dates {
    let mut dates = Dates::default();
    dates.diagnostics = doubts(clean, &found.dates, &found.refused);
    dates.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    dates.dates = in_order(clean, found.dates, date, |date| date.span);
    dates.periods = in_order(clean, found.periods, period, |period| period.span);
    dates
}

/// Mentions with places in the source, in its order: foot-notes stand behind the text when it is read.
fn in_order<F, T>(clean: &Clean, found: Vec<F>, made: impl Fn(&Clean, F) -> T, span: impl Fn(&T) -> Span) -> Vec<T> {
    let mut all: Vec<T> = found.into_iter().map(|found| made(clean, found)).collect();
    all.sort_by_key(span);
    all
}

fn entity(clean: &Clean, index: usize, found: EntityMention) -> Entity {
    let mut entity = Entity::new(entity_id(index), found.kind, found.name);
    entity.acronym = found.acronym;
    entity.codes = found.codes;
    entity.valid = found.valid;
    entity.successor = found.successor;
    entity.office = found.office.map(entity_id);
    entity.mentions = found.mentions.into_iter().map(|span| clean.source_span(span)).collect();
    entity.coreferences = found.coreferences.into_iter().map(|span| clean.source_span(span)).collect();
    // foot-notes stand behind the text when it is read
    entity.mentions.sort_unstable();
    entity.coreferences.sort_unstable();
    entity
}

fn reference(
    clean: &Clean,
    found: ReferenceMention,
    citing: Option<(&str, Class)>,
    addresses: &Addresses,
) -> Reference {
    let mut reference = Reference::new(clean.source_span(found.span), found.kind);
    reference.verb = citing.map(|(verb, _)| verb.to_owned());
    reference.class = citing.map(|(_, class)| class);
    let date = found.date.as_ref().map(Edtf::as_str);
    reference.year = date.and_then(|date| date.get(..4)?.parse().ok());
    if let Some(symbol) = &found.symbol {
        (reference.url, reference.iri) = addresses.of(symbol, date);
        // a communiqué counts sittings
        let told = vintage(symbol, found.kind == ReferenceKind::Communique);
        reference.session = told.session;
        reference.year = told.year.or(reference.year);
    }
    reference.form = found.form;
    reference.title = found.title;
    reference.place = found.place;
    reference.entity = found.entity.map(entity_id);
    reference.symbol = found.symbol;
    reference.body = found.body;
    reference.date = found.date;
    reference.inner = found.inner;
    reference
}

/// The acts of the clauses not yet assembled, in reading order.
type ActsLeft<'f> = std::slice::Iter<'f, Vec<FoundAct<'f>>>;

struct Seam<'f> {
    clean: &'f Clean,
    findings: &'f Findings<'f>,
}

/// Where each entity is mentioned or meant, to find the one that an addressee names.
struct EntityIndex {
    /// Start, end and entity of each mention, in order.
    mentions: Vec<(CleanSpan, usize)>,
}

impl EntityIndex {
    fn new(entities: &[EntityMention]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                entity.mentions.iter().chain(&entity.coreferences).map(move |&span| (span, index))
            })
            .collect();
        mentions.sort_unstable_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        Self { mentions }
    }

    /// The entity whose mention covers most of `span`.
    fn within(&self, span: CleanSpan) -> Option<usize> {
        let first = self.mentions.partition_point(|(mention, _)| mention.start < span.start);
        self.mentions[first..]
            .iter()
            .take_while(|(mention, _)| mention.start < span.end)
            .filter(|(mention, _)| span.contains(*mention))
            .max_by_key(|(mention, _)| mention.len())
            .map(|&(_, index)| index)
    }
}

fn entity_id(index: usize) -> String {
    format!("e{}", index + 1)
}

impl Seam<'_> {
    fn span(&self, span: CleanSpan) -> Span {
        self.clean.source_span(span)
    }

    fn text(&self, span: CleanSpan) -> Evidence<String> {
        Evidence::new(self.clean.string(span), self.span(span))
    }

    /// Words that may run over several lines, as one.
    fn line(&self, span: CleanSpan) -> Evidence<String> {
        let text = self.clean.string(span);
        let text = if text.contains('\n') { text.replace('\n', " ") } else { text };
        Evidence::new(text, self.span(span))
    }

    fn found<T: Clone>(&self, found: &Found<T>) -> Option<Evidence<T>> {
        // "en marge de ," names no event
        let worded = found.as_ref().filter(|(_, span)| span.len() > 0);
        worded.map(|(value, span)| Evidence::new(value.clone(), self.span(*span)))
    }

    fn resolution(&self, node: &ResolutionNode, acts_left: &mut ActsLeft<'_>, entities: &EntityIndex) -> Resolution {
        let whole = node.span.map_or(Span::default(), |span| self.span(span));
        let mut resolution = Resolution::new(whole);
        resolution.title = node.title.map(|span| self.line(span));
        resolution.formula = node.formula.map(|span| self.text(span));
        resolution.symbol = self.own_symbol(&node.header);
        resolution.clauses = node.clauses.iter().map(|clause| self.clause(clause, acts_left, entities)).collect();
        resolution.annex = node.annex;
        let told = adoption(node, self.findings.reading);
        resolution.agenda_item = told.agenda_item.map(|span| self.text(span));
        resolution.adoption.vote = told.vote.map(|span| self.text(span));
        resolution.adoption.sitting = told.sitting.map(|(number, span)| Evidence::new(number, self.span(span)));
        let adopted = node.adoption.iter().find_map(|&span| self.day_in(span));
        resolution.adoption.date = adopted.or_else(|| node.header.iter().find_map(|&span| self.dated_header(span)));
        resolution
    }

    /// The symbol under which the header gives the text: its first reference with one.
    fn own_symbol(&self, header: &[CleanSpan]) -> Option<Evidence<String>> {
        header.iter().find_map(|paragraph| {
            let found = self.references_in(*paragraph).find(|reference| reference.symbol.is_some())?;
            Some(Evidence::new(found.symbol.clone()?, self.span(found.span)))
        })
    }

    /// For each reference that means the text itself, the symbol of that text, if it is of the kind that is named.
    fn own_symbols(&self) -> Vec<Option<String>> {
        let nodes = &self.findings.outline.resolutions;
        let references = &self.findings.mentions.references;
        let own = |reference: &ReferenceMention| {
            let behind = nodes.partition_point(|node| node.span.is_none_or(|span| span.start <= reference.span.start));
            if reference.form != ReferenceForm::Own {
                // the head gives the symbol of the text itself
                let near = behind.saturating_sub(1)..(behind + 1).min(nodes.len());
                let node = nodes[near].iter().find(|node| node.header.iter().any(|it| it.contains(reference.span)))?;
                let own = self.own_symbol(&node.header)?.value;
                return (reference.symbol.as_ref() == Some(&own)).then_some(own);
            }
            let node = nodes.get(behind.saturating_sub(1))?;
            let header = node.header.iter().flat_map(|&paragraph| self.references_in(paragraph));
            let mut symbols = header.filter(|other| other.kind == reference.kind);
            symbols.find_map(|other| other.symbol.clone())
        };
        references.iter().map(own).collect()
    }

    fn symbol(&self) -> Option<Evidence<String>> {
        let header = self.findings.outline.resolutions.first().map(|node| node.header.as_slice())?;
        self.own_symbol(header)
    }

    /// The first day that a paragraph names.
    fn day_in(&self, paragraph: CleanSpan) -> Option<Evidence<Edtf>> {
        let found = inside(&self.findings.mentions.dates, paragraph, |date| date.span)
            .find(|date| date.is_gregorian() && date.start.is_some() && date.start == date.end)?;
        Some(Evidence::new(found.value.clone(), self.span(found.span)))
    }

    /// The day of a header line that opens with the symbol: `53 (1948). Résolution du 7 juillet 1948`.
    fn dated_header(&self, paragraph: CleanSpan) -> Option<Evidence<Edtf>> {
        let opens = |reference: &ReferenceMention| reference.span.start == paragraph.start;
        let day = self.references_in(paragraph).any(opens).then(|| self.day_in(paragraph))??;
        // "Règlement n° 10/2010 modifiant le Règlement n° 17/2008 du 19 décembre 2008": the day of the act that is cited
        let cited = |reference: &&ReferenceMention| {
            let span = reference.span;
            span.start > paragraph.start && self.span(span).start < day.span.start
        };
        self.references_in(paragraph).find(cited).is_none().then_some(day)
    }

    fn references_in(&self, paragraph: CleanSpan) -> impl Iterator<Item = &ReferenceMention> {
        inside(&self.findings.mentions.references, paragraph, |reference| reference.span)
    }

    fn clause(&self, node: &ClauseNode, acts_left: &mut ActsLeft<'_>, entities: &EntityIndex) -> Clause {
        let text = match node.body.as_slice() {
            [one] => self.clean.string(*one),
            several => several.iter().map(|&span| self.clean.string(span)).collect::<Vec<_>>().join("\n"),
        };
        let mut clause = Clause::new(self.span(node.span), node.role, text);
        clause.marker = node.marker.map(|marker| {
            Marker::new(self.span(marker.span), marker.style, marker.number, self.clean.string(marker.span))
        });
        let mut headings = self.headings(node.heading);
        clause.heading = headings.pop();
        clause.path = headings;
        let acts = acts_left.next().map_or(&[][..], Vec::as_slice);
        clause.acts = acts.iter().map(|found| self.act(found, entities)).collect();
        clause.children = node.children.iter().map(|child| self.clause(child, acts_left, entities)).collect();
        clause
    }

    /// The headings from the outermost to the nearest.
    fn headings(&self, nearest: Option<usize>) -> Vec<Evidence<String>> {
        let headings = &self.findings.outline.headings;
        let up = std::iter::successors(nearest, |&at| headings[at].parent);
        let mut path: Vec<_> = up.map(|at| self.line(headings[at].span)).collect();
        path.reverse();
        path
    }

    fn act(&self, found: &FoundAct<'_>, entities: &EntityIndex) -> Act {
        let mut act =
            Act::new(self.span(found.span), Verb::new(found.lemma.to_owned(), self.span(found.verb)), found.class);
        act.force = found.force;
        act.intensity = found.intensity;
        act.polarity = found.polarity;
        act.repetition = found.repetition;
        act.actor = found.actor.map(|actor| self.actor(actor, entities));
        act.addressees = self.actors(&found.addressees, entities);
        act.content = found.content.map(|span| self.span(span));
        let terms = self.task(found.content.unwrap_or(found.span), &found.terms, entities);
        act.beneficiaries = terms.beneficiaries;
        act.condition = terms.condition;
        act.deadline = terms.deadline;
        act.recurrence = terms.recurrence;
        act.report = terms.report;
        act.tasks = found.tasks.iter().map(|(content, terms)| self.task(*content, terms, entities)).collect();
        act.negated = found.negated;
        act.tense = found.tense;
        act
    }

    fn task(&self, content: CleanSpan, found: &FoundTerms, entities: &EntityIndex) -> Task {
        let mut task = Task::new(self.span(content));
        task.beneficiaries = self.actors(&found.beneficiaries, entities);
        task.condition = found.condition.map(|span| self.span(span));
        task.deadline = found.deadline.as_ref().map(|deadline| self.deadline(deadline));
        task.recurrence = found.recurrence.as_ref().map(|found| self.recurrence(found));
        task.report = found.report.as_ref().map(|report| self.report(report, entities));
        task
    }

    fn actor(&self, found: FoundActor, entities: &EntityIndex) -> Actor {
        let mut actor = Actor::new(self.line(found.group).value, self.span(found.span));
        actor.entity = entities.within(found.group).map(entity_id);
        actor
    }

    fn actors(&self, found: &[FoundActor], entities: &EntityIndex) -> Vec<Actor> {
        found.iter().map(|&found| self.actor(found, entities)).collect()
    }

    fn deadline(&self, found: &FoundDeadline) -> Deadline {
        let mut deadline = Deadline::new(self.span(found.span));
        deadline.value.clone_from(&found.value);
        deadline.end = found.end;
        deadline
    }

    fn recurrence(&self, (span, value): &(CleanSpan, String)) -> Evidence<String> {
        Evidence::new(value.clone(), self.span(*span))
    }

    fn report(&self, found: &FoundReport, entities: &EntityIndex) -> Report {
        let mut report = Report::new(self.span(found.span));
        report.reporters = self.actors(&found.reporters, entities);
        report.recipients = self.actors(&found.recipients, entities);
        report.topic = found.topic.map(|span| self.span(span));
        report.deadline = found.deadline.as_ref().map(|deadline| self.deadline(deadline));
        report.recurrence = found.recurrence.as_ref().map(|found| self.recurrence(found));
        report
    }

    fn meeting(&self, found: &FoundMeeting) -> Meeting {
        let mut meeting = Meeting::new(found.span.map_or(Span::default(), |span| self.span(span)));
        meeting.name = self.found(&found.name);
        meeting.body = self.found(&found.body);
        meeting.organization = self.found(&found.organization);
        meeting.level = self.found(&found.level);
        meeting.session = self.found(&found.session);
        meeting.form = self.found(&found.form);
        meeting.theme = self.found(&found.theme);
        meeting.date = self.found(&found.date);
        meeting.place = Place::default();
        meeting.place.city = self.found(&found.city);
        meeting.place.country = self.found(&found.country);
        meeting.chair = self.found(&found.chair);
        meeting.participants = found
            .participants
            .iter()
            .map(|found| {
                let mut participant = Participant::new(self.text(found.name));
                participant.office = found.office.map(|span| self.text(span));
                participant.country = self.found(&found.country);
                participant
            })
            .collect();
        meeting.alongside = found.alongside.as_ref().map(|other| Box::new(self.meeting(other)));
        meeting
    }

    /// Foot-notes of the pages and of the outline, each with the figure in the text before it that calls it.
    fn notes(&self) -> Vec<Note> {
        let Findings { clean, outline, reading, .. } = self.findings;
        let printed = outline.parts.iter().filter(|part| part.kind == LeafKind::Note).map(|part| part.span);
        let note = |span: CleanSpan| {
            let text = self.clean.string(span);
            let label = label_len(&text);
            Note::new(self.span(span), text[..label].trim_end().to_owned(), text[label..].to_owned())
        };
        let mut all: Vec<Note> = printed.chain(clean.paragraphs[clean.notes..].iter().copied()).map(note).collect();
        all.sort_by_key(|note| note.span);
        // calls stand in the text before the note, in the order of the notes
        let body = clean
            .paragraphs
            .get(clean.notes)
            .map_or(reading.words.len(), |first| reading.words.partition_point(|word| word.span.start < first.start));
        let mut from = 0;
        for note in &mut all {
            let figure = note.label.trim_matches(|c: char| !c.is_alphanumeric());
            let end = reading.words[..body].partition_point(|word| self.span(word.span).start < note.span.start);
            if figure.is_empty() || from >= end {
                continue;
            }
            if let Some((at, span)) = call(from.max(end.saturating_sub(REACH))..end, figure, *reading) {
                note.call = Some(self.span(span));
                from = at + 1;
            }
        }
        all
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        let outline = self.findings.outline.diagnostics.iter();
        let numbering = outline.map(|(code, severity, message, span)| {
            Diagnostic::new(*code, *severity, message.clone(), self.span(*span))
        });
        let mentions = &self.findings.mentions;
        let doubts = doubts(self.clean, &mentions.dates, &mentions.refused_dates);
        let names = mentions.entities.iter().flat_map(|entity| entity.misspelt.iter().map(move |span| (entity, *span)));
        let misspelt = names.map(|(entity, span)| {
            let message = format!("this is read as a misprint of \"{}\"", entity.name);
            Diagnostic::new(Code::MisspeltName, Severity::Note, message, self.span(span))
        });
        let mut all: Vec<Diagnostic> = numbering.chain(doubts).chain(misspelt).collect();
        all.sort_by_key(|diagnostic| diagnostic.span);
        all
    }

    /// The parts in spans of the source.
    fn parts(&self) -> Vec<(LeafKind, Span)> {
        self.findings.outline.parts.iter().map(|Part { span, kind }| (*kind, self.span(*span))).collect()
    }
}

/// Those of the mentions, which are in order of place, that stand inside a paragraph.
fn inside<T>(all: &[T], paragraph: CleanSpan, span: impl Fn(&T) -> CleanSpan) -> impl Iterator<Item = &T> {
    let first = all.partition_point(|mention| span(mention).start < paragraph.start);
    all[first..].iter().take_while(move |mention| span(mention).end <= paragraph.end)
}

/// The partition: each line's kind, and inside lines of text the parts that stand there. White space goes with what it follows.
fn leaves(source: &str, lines: &[Line], kinds: &[LineKind], parts: &[(LeafKind, Span)]) -> Vec<Leaf> {
    let mut out: Vec<Leaf> = Vec::with_capacity(lines.len());
    let mut push = |kind: LeafKind, start: usize, end: usize, fresh: bool| {
        if start == end {
            return;
        }
        match out.last_mut() {
            Some(last) if last.kind == kind && !fresh => last.span.end = end,
            _ => out.push(Leaf::new(kind, Span::new(start, end))),
        }
    };
    let mut next = 0;
    for (line, kind) in lines.iter().zip(kinds) {
        match kind {
            LineKind::Blank => push(LeafKind::Blank, line.start, line.end, false),
            LineKind::PageNumber => push(LeafKind::PageNumber, line.start, line.end, true),
            LineKind::Note => push(LeafKind::Note, line.start, line.end, false),
            LineKind::Rule => push(LeafKind::Rule, line.start, line.end, true),
            LineKind::RunningHead => push(LeafKind::RunningHead, line.start, line.end, true),
            LineKind::Text => {
                let mut at = line.start;
                while at < line.end {
                    while next + 1 < parts.len() && parts[next + 1].1.start <= at.max(line.text_start) {
                        next += 1;
                    }
                    let (kind, fresh) = parts
                        .get(next)
                        .map_or((LeafKind::Prose, false), |(kind, span)| (*kind, span.start >= line.start));
                    let end = parts.get(next + 1).map_or(line.end, |(_, span)| span.start.min(line.end));
                    let end = if end <= at { line.end } else { end };
                    push(kind, at, end, fresh);
                    at = end;
                }
            }
        }
    }
    debug_assert!(
        out.iter().all(|leaf| source.is_char_boundary(leaf.span.start) && source.is_char_boundary(leaf.span.end))
    );
    out
}

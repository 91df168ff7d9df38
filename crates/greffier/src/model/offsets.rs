//! A walk over every span of a document, to count them in another unit.

use super::{Act, Actor, Clause, Date, Document, Evidence, Meeting, Period, Report, Resolution};
use crate::span::Span;

type Map<'f> = &'f mut dyn FnMut(&mut Span);

impl Document {
    /// Calls `map` on every span of the document.
    pub(crate) fn map_spans(&mut self, map: Map<'_>) {
        self.kind_span.iter_mut().for_each(&mut *map);
        evidence(&mut self.title, map);
        evidence(&mut self.symbol, map);
        if let Some(found) = &mut self.meeting {
            meeting(found, map);
        }
        self.resolutions.iter_mut().for_each(|r| resolution(r, map));
        self.dates.iter_mut().for_each(|date| date.map_spans(map));
        self.periods.iter_mut().for_each(|period| period.map_spans(map));
        self.entities.iter_mut().flat_map(|entity| &mut entity.mentions).for_each(&mut *map);
        self.entities.iter_mut().flat_map(|entity| &mut entity.coreferences).for_each(&mut *map);
        self.references.iter_mut().for_each(|reference| map(&mut reference.span));
        self.diagnostics.iter_mut().for_each(|diagnostic| map(&mut diagnostic.span));
        for note in &mut self.notes {
            map(&mut note.span);
            note.call.iter_mut().for_each(&mut *map);
        }
        self.leaves.iter_mut().for_each(|leaf| map(&mut leaf.span));
    }
}

impl Date {
    pub(super) fn map_spans(&mut self, map: Map<'_>) {
        map(&mut self.span);
        self.anchor.iter_mut().for_each(&mut *map);
        self.pair.iter_mut().for_each(&mut *map);
    }
}

impl Period {
    pub(super) fn map_spans(&mut self, map: Map<'_>) {
        map(&mut self.span);
        self.anchor.iter_mut().for_each(&mut *map);
    }
}

fn evidence<T>(found: &mut Option<Evidence<T>>, map: Map<'_>) {
    if let Some(found) = found {
        map(&mut found.span);
    }
}

fn meeting(meeting: &mut Meeting, map: Map<'_>) {
    let mut next = Some(meeting);
    while let Some(meeting) = next {
        map(&mut meeting.span);
        evidence(&mut meeting.name, map);
        evidence(&mut meeting.body, map);
        evidence(&mut meeting.organization, map);
        evidence(&mut meeting.level, map);
        evidence(&mut meeting.session, map);
        evidence(&mut meeting.form, map);
        evidence(&mut meeting.theme, map);
        evidence(&mut meeting.date, map);
        evidence(&mut meeting.place.city, map);
        evidence(&mut meeting.place.country, map);
        evidence(&mut meeting.chair, map);
        for participant in &mut meeting.participants {
            map(&mut participant.name.span);
            evidence(&mut participant.office, map);
            evidence(&mut participant.country, map);
        }
        next = meeting.alongside.as_deref_mut();
    }
}

fn resolution(resolution: &mut Resolution, map: Map<'_>) {
    map(&mut resolution.span);
    evidence(&mut resolution.symbol, map);
    evidence(&mut resolution.title, map);
    evidence(&mut resolution.formula, map);
    evidence(&mut resolution.adoption.date, map);
    evidence(&mut resolution.adoption.sitting, map);
    evidence(&mut resolution.adoption.vote, map);
    evidence(&mut resolution.agenda_item, map);
    resolution.clauses.iter_mut().for_each(|c| clause(c, map));
}

fn clause(clause_: &mut Clause, map: Map<'_>) {
    map(&mut clause_.span);
    if let Some(marker) = &mut clause_.marker {
        map(&mut marker.span);
    }
    evidence(&mut clause_.heading, map);
    clause_.path.iter_mut().for_each(|heading| map(&mut heading.span));
    clause_.acts.iter_mut().for_each(|a| act(a, map));
    clause_.children.iter_mut().for_each(|child| clause(child, map));
}

fn act(act: &mut Act, map: Map<'_>) {
    map(&mut act.span);
    map(&mut act.verb.span);
    actors(act.actor.as_mut_slice(), map);
    actors(&mut act.addressees, map);
    act.content.iter_mut().for_each(&mut *map);
    actors(&mut act.beneficiaries, map);
    act.condition.iter_mut().for_each(&mut *map);
    act.deadline.iter_mut().for_each(|deadline| map(&mut deadline.span));
    evidence(&mut act.recurrence, map);
    act.report.iter_mut().for_each(|it| report(it, map));
    for task in &mut act.tasks {
        map(&mut task.content);
        actors(&mut task.beneficiaries, map);
        task.condition.iter_mut().for_each(&mut *map);
        task.deadline.iter_mut().for_each(|deadline| map(&mut deadline.span));
        evidence(&mut task.recurrence, map);
        task.report.iter_mut().for_each(|it| report(it, map));
    }
}

fn report(report: &mut Report, map: Map<'_>) {
    map(&mut report.span);
    actors(&mut report.reporters, map);
    actors(&mut report.recipients, map);
    report.topic.iter_mut().for_each(&mut *map);
    report.deadline.iter_mut().for_each(|deadline| map(&mut deadline.span));
    evidence(&mut report.recurrence, map);
}

fn actors(actors: &mut [Actor], map: Map<'_>) {
    actors.iter_mut().for_each(|actor| map(&mut actor.span));
}

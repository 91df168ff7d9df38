//! What holds for every text: nothing panics, nothing is lost, everything is placed.

use greffier::{Act, Actor, Clause, Document, Evidence, Mandate, Meeting, Offsets, Resolution, Span, Task};

/// Parses `text` and panics where a promise is broken.
pub(crate) fn check(text: &str) {
    let document = greffier::parse(text);
    leaves(text, &document);
    document.kind_span.iter().for_each(|&span| placed(text, span));
    evidence(text, &document.title);
    evidence(text, &document.symbol);
    if let Some(found) = &document.meeting {
        meeting(text, found);
    }
    let mut before = 0;
    for found in &document.resolutions {
        resolution(text, found);
        if !found.span.is_empty() {
            assert!(before <= found.span.start, "resolutions follow one another");
            before = found.span.end;
        }
    }
    mandates(text, &document);
    in_order(text, document.dates.iter().map(|date| date.span));
    in_order(text, document.periods.iter().map(|period| period.span));
    for date in &document.dates {
        date.anchor.iter().chain(&date.pair).for_each(|&span| placed(text, span));
        assert!(date.start.zip(date.end).is_none_or(|(start, end)| start <= end), "{date:?} ends before it starts");
    }
    for period in &document.periods {
        period.anchor.iter().for_each(|&span| placed(text, span));
        assert!(
            period.start.zip(period.end).is_none_or(|(start, end)| start <= end),
            "{period:?} ends before it starts"
        );
    }
    // the dates alone are those of the document
    let alone = greffier::dates(text);
    assert_eq!((&alone.dates, &alone.periods), (&document.dates, &document.periods));
    in_order(text, document.references.iter().map(|reference| reference.span));
    for reference in &document.references {
        let known = |id: &String| document.entities.iter().any(|entity| entity.id == *id);
        assert!(reference.entity.as_ref().is_none_or(known), "{reference:?} names an entity");
    }
    for entity in &document.entities {
        assert!(!entity.mentions.is_empty(), "an entity is mentioned");
        assert!(entity.valid.as_ref().is_none_or(|valid| valid.as_str().contains('/')), "{entity:?} lasts");
        in_order(text, entity.mentions.iter().copied());
        in_order(text, entity.coreferences.iter().copied());
    }
    in_order(text, document.notes.iter().map(|note| note.span));
    document.notes.iter().filter_map(|note| note.call).for_each(|call| placed(text, call));
    for diagnostic in &document.diagnostics {
        placed(text, diagnostic.span);
        assert!(!diagnostic.render(text).is_empty());
    }
    round_trip(&document);
}

/// The leaves are a partition of the text.
fn leaves(text: &str, document: &Document) {
    let mut at = 0;
    for leaf in &document.leaves {
        placed(text, leaf.span);
        assert!(!leaf.span.is_empty(), "no leaf is empty");
        assert_eq!(leaf.span.start, at, "a leaf starts where the one before ends");
        at = leaf.span.end;
    }
    assert_eq!(at, text.len(), "the last leaf ends with the text");
}

fn meeting(text: &str, meeting: &Meeting) {
    placed(text, meeting.span);
    for found in [&meeting.name, &meeting.body, &meeting.organization, &meeting.theme, &meeting.chair] {
        evidence(text, found);
    }
    evidence(text, &meeting.level);
    evidence(text, &meeting.session);
    evidence(text, &meeting.form);
    evidence(text, &meeting.date);
    evidence(text, &meeting.place.city);
    evidence(text, &meeting.place.country);
    for participant in &meeting.participants {
        placed(text, participant.name.span);
        evidence(text, &participant.office);
        evidence(text, &participant.country);
    }
    if let Some(other) = &meeting.alongside {
        self::meeting(text, other);
    }
}

fn resolution(text: &str, resolution: &Resolution) {
    placed(text, resolution.span);
    evidence(text, &resolution.symbol);
    evidence(text, &resolution.title);
    evidence(text, &resolution.formula);
    evidence(text, &resolution.adoption.date);
    evidence(text, &resolution.adoption.vote);
    evidence(text, &resolution.adoption.sitting);
    evidence(text, &resolution.agenda_item);
    let within = if resolution.span.is_empty() { Span::new(0, text.len()) } else { resolution.span };
    clauses(text, &resolution.clauses, within);
}

fn clauses(text: &str, clauses: &[Clause], parent: Span) {
    ordered(text, clauses.iter().map(|clause| clause.span));
    for clause in clauses {
        inside(text, clause.span, parent);
        if let Some(marker) = &clause.marker {
            inside(text, marker.span, clause.span);
            assert_eq!(marker.span.start, clause.span.start, "a clause starts with its marker");
        }
        evidence(text, &clause.heading);
        clause.path.iter().for_each(|heading| placed(text, heading.span));
        for found in &clause.acts {
            act(text, found, clause.span);
        }
        self::clauses(text, &clause.children, clause.span);
    }
}

fn act(text: &str, act: &Act, clause: Span) {
    inside(text, act.span, clause);
    inside(text, act.verb.span, act.span);
    assert!(!act.verb.span.is_empty() && !act.verb.lemma.is_empty(), "an act has a verb");
    actors(text, act.actor.as_slice());
    if let Some(content) = act.content {
        inside(text, content, clause);
    }
    for addressee in &act.addressees {
        inside(text, addressee.span, clause);
    }
    let mut own = Task::new(act.span);
    own.beneficiaries.clone_from(&act.beneficiaries);
    (own.condition, own.deadline) = (act.condition, act.deadline.clone());
    (own.recurrence, own.report) = (act.recurrence.clone(), act.report.clone());
    std::iter::once(&own).chain(&act.tasks).for_each(|task| self::task(text, task, clause));
}

fn task(text: &str, task: &Task, clause: Span) {
    inside(text, task.content, clause);
    actors(text, &task.beneficiaries);
    evidence(text, &task.recurrence);
    let condition = task.condition.iter().copied();
    condition.chain(task.deadline.iter().map(|deadline| deadline.span)).for_each(|span| inside(text, span, clause));
    if let Some(report) = &task.report {
        inside(text, report.span, clause);
        actors(text, &report.reporters);
        actors(text, &report.recipients);
        evidence(text, &report.recurrence);
        report.topic.iter().for_each(|&topic| inside(text, topic, report.span));
        report.deadline.iter().for_each(|deadline| placed(text, deadline.span));
    }
}

fn actors(text: &str, actors: &[Actor]) {
    for actor in actors {
        placed(text, actor.span);
        assert!(!actor.span.is_empty() && !actor.text.is_empty(), "somebody is named");
    }
}

/// Mandates are the same whatever their spans count, and in order.
fn mandates(text: &str, document: &Document) {
    let rows = document.mandates();
    let counted = document.clone().with_offsets(Offsets::Char).mandates();
    let told = |rows: &[Mandate]| rows.iter().map(|row| (row.clause.clone(), row.action.clone())).collect::<Vec<_>>();
    assert_eq!(told(&rows), told(&counted));
    for row in &rows {
        placed(text, row.span);
        row.content.iter().for_each(|&content| placed(text, content));
        let cited = row.references.iter().map(|&at| document.references[at].span);
        cited.into_iter().for_each(|span| inside(text, span, row.span));
    }
    assert!(rows.is_sorted_by_key(|row| row.span.start), "mandates begin in order");
}

fn evidence<T>(text: &str, evidence: &Option<Evidence<T>>) {
    if let Some(found) = evidence {
        placed(text, found.span);
        assert!(!found.span.is_empty(), "evidence has words");
    }
}

/// Spans that begin in order. They may overlap: the members of a range, "Dec. 391 – 393", share words, and words that run on
/// over a page turn may have those of a foot-note between them.
fn in_order(text: &str, spans: impl Iterator<Item = Span>) {
    let spans: Vec<Span> = spans.collect();
    spans.iter().for_each(|&span| placed(text, span));
    assert!(spans.is_sorted_by_key(|span| span.start), "spans begin in order");
}

/// Spans that do not overlap, in order.
fn ordered(text: &str, spans: impl Iterator<Item = Span>) {
    let mut at = 0;
    for span in spans {
        placed(text, span);
        assert!(at <= span.start, "{span:?} starts before {at}");
        at = span.end;
    }
}

fn inside(text: &str, span: Span, parent: Span) {
    placed(text, span);
    assert!(parent.contains(span), "{span:?} is not inside {parent:?}");
}

fn placed(text: &str, span: Span) {
    assert!(span.start <= span.end, "{span:?} ends before it starts");
    assert!(text.get(span.range()).is_some(), "{span:?} is not a span of the text");
}

/// JSON holds the whole document: what is read back differs in its source alone.
fn round_trip(document: &Document) {
    let json = serde_json::to_value(document).expect("a document serialises");
    let back: Document = serde_json::from_value(json.clone()).expect("and comes back");
    assert_eq!(serde_json::to_value(back).expect("a document serialises"), json);
}

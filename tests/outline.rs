//! A document as an outline people can review: values and their words, one fact a line.

use std::fmt::Write as _;

use greffier::{Actor, Clause, Deadline, Document, Edtf, Evidence, Meeting, Task};

/// The outline of a document.
pub(crate) fn outline(document: &Document) -> String {
    let mut out = String::new();
    let told = document.kind_span.map(|span| format!(" {:?}", document.slice(span)));
    let _ = writeln!(out, "kind: {:?}{}", document.kind, told.unwrap_or_default());
    fact(&mut out, document, "title", document.title.as_ref());
    fact(&mut out, document, "symbol", document.symbol.as_ref());
    let mut next = document.meeting.as_ref();
    let mut name = "meeting".to_owned();
    while let Some(found) = next {
        meeting(&mut out, document, &name, found);
        name += ".alongside";
        next = found.alongside.as_deref();
    }
    for (at, resolution) in document.resolutions.iter().enumerate() {
        let _ = writeln!(out, "\n{} {}", if resolution.annex { "annex" } else { "resolution" }, at + 1);
        fact(&mut out, document, "  symbol", resolution.symbol.as_ref());
        fact(&mut out, document, "  title", resolution.title.as_ref());
        fact(&mut out, document, "  formula", resolution.formula.as_ref());
        if let Some(date) = &resolution.adoption.date {
            let _ = writeln!(out, "  adopted: {} {:?}", date.value, document.slice(date.span));
        }
        if let Some(sitting) = &resolution.adoption.sitting {
            let _ = writeln!(out, "  sitting: {} {:?}", sitting.value, document.slice(sitting.span));
        }
        fact(&mut out, document, "  vote", resolution.adoption.vote.as_ref());
        fact(&mut out, document, "  agenda item", resolution.agenda_item.as_ref());
        clauses(&mut out, document, &resolution.clauses, 1);
    }
    mentions(&mut out, document);
    out
}

fn meeting(out: &mut String, document: &Document, name: &str, meeting: &Meeting) {
    let _ = writeln!(out, "{name}:");
    fact(out, document, "  name", meeting.name.as_ref());
    fact(out, document, "  body", meeting.body.as_ref());
    fact(out, document, "  organization", meeting.organization.as_ref());
    fact(out, document, "  theme", meeting.theme.as_ref());
    fact(out, document, "  city", meeting.place.city.as_ref());
    fact(out, document, "  country", meeting.place.country.as_ref());
    fact(out, document, "  chair", meeting.chair.as_ref());
    let level = meeting.level.as_ref().map(|level| format!("{:?}", level.value));
    let session = meeting.session.as_ref().map(|session| session.value.to_string());
    let form = meeting.form.as_ref().map(|form| format!("{:?}", form.value));
    let date = meeting.date.as_ref().map(|date| date.value.to_string());
    for (name, value) in [("level", level), ("session", session), ("form", form), ("date", date)] {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name}: {value}");
        }
    }
    for participant in &meeting.participants {
        let country = participant.country.as_ref().map_or("–", |country| country.value.as_str());
        let office = participant.office.as_ref().map_or("–", |office| office.value.as_str());
        let _ = writeln!(out, "  participant: {}, {office}, {country}", participant.name.value);
    }
}

fn clauses(out: &mut String, document: &Document, clauses: &[Clause], depth: usize) {
    for clause in clauses {
        let indent = 2 * depth;
        let marker = clause.marker.as_ref().map_or("–", |marker| marker.text.as_str());
        let headings: Vec<&str> =
            clause.path.iter().chain(&clause.heading).map(|heading| heading.value.as_str()).collect();
        let heading = if headings.is_empty() { String::new() } else { format!(" [{}]", headings.join(" › ")) };
        let _ = writeln!(out, "{:indent$}{marker} {:?}{heading} {}", "", clause.role, clause.text.replace('\n', " ⏎ "));
        for act in &clause.acts {
            let not = if act.negated { " not" } else { "" };
            let verb = document.slice(act.verb.span);
            let _ = write!(out, "{:indent$}  *{not} {:?} {} {verb:?}", "", act.class, act.verb.lemma);
            for addressee in &act.addressees {
                let _ = write!(out, " → {}", named(addressee));
            }
            let by = act.actor.as_ref().map_or(String::new(), |actor| format!(" by {}", named(actor)));
            let extra = [act.polarity.map(|it| format!(" {it:?}")), act.repetition.map(|it| format!(" {it:?}"))];
            let _ = write!(
                out,
                " | {:?} {}{}{by}",
                act.force,
                act.intensity,
                extra.into_iter().flatten().collect::<String>()
            );
            if let Some(content) = act.content {
                let _ = write!(out, "\n{:indent$}    = {}", "", one_line(document.slice(content)));
            }
            let mut own = Task::new(act.span);
            own.beneficiaries.clone_from(&act.beneficiaries);
            (own.condition, own.deadline) = (act.condition, act.deadline.clone());
            (own.recurrence, own.report) = (act.recurrence.clone(), act.report.clone());
            terms(out, document, &own, indent);
            for task in &act.tasks {
                let _ = write!(out, "\n{:indent$}    - {}", "", one_line(document.slice(task.content)));
                terms(out, document, task, indent + 2);
            }
            out.push('\n');
        }
        self::clauses(out, document, &clause.children, depth + 1);
    }
}

fn named(actor: &Actor) -> String {
    actor.entity.as_ref().map_or(actor.text.clone(), |entity| format!("{} ({entity})", actor.text))
}

/// When, how often, for whom and on which condition, and who reports; a line each.
fn terms(out: &mut String, document: &Document, task: &Task, indent: usize) {
    let words = |span| one_line(document.slice(span));
    let all = |actors: &[Actor]| actors.iter().map(named).collect::<Vec<_>>().join(" + ");
    let due = |it: &Deadline| {
        let value = it.value.as_ref().map_or("?", Edtf::as_str);
        format!("{value} {:?}", words(it.span))
    };
    let report = task.report.as_ref().map(|report| {
        let topic = report.topic.map_or(String::new(), |topic| format!(" on {:?}", words(topic)));
        let by = report.deadline.as_ref().map_or(String::new(), |it| format!(" by {}", due(it)));
        let often = report.recurrence.as_ref().map_or(String::new(), |it| format!(" every {}", it.value));
        format!("report: {} > {}{topic}{by}{often}", all(&report.reporters), all(&report.recipients))
    });
    let lines = [
        (!task.beneficiaries.is_empty()).then(|| format!("for: {}", all(&task.beneficiaries))),
        task.condition.map(|it| format!("if: {}", words(it))),
        task.deadline.as_ref().map(|it| format!("due: {}", due(it))),
        task.recurrence.as_ref().map(|it| format!("every: {} {:?}", it.value, words(it.span))),
        report,
    ];
    for line in lines.into_iter().flatten() {
        let _ = write!(out, "\n{:indent$}    {line}", "");
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mentions(out: &mut String, document: &Document) {
    out.push_str("\ndates\n");
    for date in &document.dates {
        let role = date.role.map_or(String::new(), |role| format!(" {role:?}"));
        let other = date.alternative.as_ref().map_or(String::new(), |other| format!(" or {other}"));
        let pair = date.pair.map_or(String::new(), |pair| format!(" = {:?}", document.slice(pair)));
        let _ = writeln!(out, "  {}{other}{role} {:?}{pair}", date.value, document.slice(date.span));
    }
    if !document.periods.is_empty() {
        out.push_str("\nperiods\n");
    }
    for period in &document.periods {
        let role = period.role.map_or(String::new(), |role| format!(" {role:?}"));
        let day = |day: Option<chrono::NaiveDate>| day.map_or("–".to_owned(), |day| day.to_string());
        let days = format!("{}..{}", day(period.start), day(period.end));
        let _ = writeln!(out, "  {}{role} {days} {:?}", period.value, document.slice(period.span));
    }
    out.push_str("\nentities\n");
    for entity in &document.entities {
        let acronym = entity.acronym.as_ref().map_or(String::new(), |acronym| format!(" ({acronym})"));
        let valid = entity.valid.as_ref().map_or(String::new(), |valid| format!(" {valid}"));
        let then = entity.successor.as_ref().map_or(String::new(), |successor| format!(" → {successor}"));
        let words: Vec<&str> = entity.mentions.iter().map(|&mention| document.slice(mention)).collect();
        let meant: Vec<&str> = entity.coreferences.iter().map(|&place| document.slice(place)).collect();
        let meant = if meant.is_empty() { String::new() } else { format!(" and {meant:?}") };
        let (kind, name, codes) = (entity.kind, &entity.name, &entity.codes);
        let _ = writeln!(out, "  {kind:?} {name}{acronym}{valid}{then} {codes:?} {words:?}{meant}");
    }
    out.push_str("\nreferences\n");
    for reference in &document.references {
        let symbol = reference.symbol.as_deref().or(reference.title.as_deref()).unwrap_or("–");
        let form = if reference.form.is_explicit() { String::new() } else { format!(" {:?}", reference.form) };
        let date = reference.date.as_ref().map_or(String::new(), |date| format!(" {date}"));
        let part = reference.inner.as_ref().map_or(String::new(), |inner| format!(" {inner}"));
        let words = document.slice(reference.span);
        let _ = writeln!(out, "  {:?}{form} {symbol}{date}{part} {words:?}", reference.kind);
    }
    out.push_str("\nnotes\n");
    for note in &document.notes {
        let call = note.call.map_or("–", |call| document.slice(call));
        let _ = writeln!(out, "  {:?} {:?} called by {call:?}", note.label, note.text);
    }
    out.push_str("\ndiagnostics\n");
    for diagnostic in &document.diagnostics {
        let _ = writeln!(out, "{}", diagnostic.render(document.source()));
    }
    out.push_str("\nleaves\n");
    for leaf in &document.leaves {
        let _ = writeln!(out, "  {:?} {:?}", leaf.kind, document.slice(leaf.span));
    }
}

fn fact(out: &mut String, document: &Document, name: &str, found: Option<&Evidence<String>>) {
    if let Some(found) = found {
        let _ = writeln!(out, "{name}: {} {:?}", found.value, document.slice(found.span));
    }
}

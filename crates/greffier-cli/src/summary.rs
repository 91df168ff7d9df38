//! A summary of a document for people: one screen a diplomat can read.
//!
//! Input: a document with byte spans. Output: title, meeting, clauses with their acts, dates, names, references and
//! what looks wrong, wrapped to a width, in English words; the text's own words are quoted as they stand.

use std::fmt::{self, Formatter, Write as _};

use anstyle::Style;
use greffier::{Act, Clause, Document, Entity, EntityKind, Evidence, Meeting, Resolution};
use serde::Serialize;

use crate::paragraph::Paragraph;
use crate::plain::{self, one_line};
use crate::recurrence;

/// Columns of the page.
const WIDTH: usize = 80;
/// Columns of a label before its value.
const LABEL: usize = 14;
/// Lines of text shown of a clause that does nothing.
const EXCERPT: usize = 2;

const HEADING: Style = Style::new().bold();
const VERB: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// Prints a document for people.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Summary<'d>(pub(crate) &'d Document);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let document = self.0;
        let title = document.title.as_ref().map_or("(no title)", |title| title.value.as_str());
        writeln!(out, "{}", Paragraph::new(title).style(HEADING).width(WIDTH))?;
        writeln!(out, "{}", figures(document))?;
        if let Some(meeting) = &document.meeting {
            section(out, "Meeting")?;
            self.meeting(out, meeting)?;
        }
        for resolution in &document.resolutions {
            self.resolution(out, resolution)?;
        }
        self.dates(out)?;
        self.entities(out)?;
        self.references(out)?;
        self.diagnostics(out)
    }
}

impl Summary<'_> {
    fn meeting(&self, out: &mut Formatter<'_>, meeting: &Meeting) -> fmt::Result {
        let text = |found: &Option<Evidence<String>>| found.as_ref().map(|found| found.value.clone());
        let place = [text(&meeting.place.city), text(&meeting.place.country)];
        let place: Vec<String> = place.into_iter().flatten().collect();
        let rows = [
            ("name", text(&meeting.name)),
            ("body", text(&meeting.body)),
            ("organization", text(&meeting.organization)),
            ("level", meeting.level.as_ref().map(|level| label(&level.value))),
            ("session", meeting.session.as_ref().map(|session| session.value.to_string())),
            ("form", meeting.form.as_ref().map(|form| label(&form.value))),
            ("theme", text(&meeting.theme)),
            ("place", (!place.is_empty()).then(|| place.join(", "))),
            ("date", meeting.date.as_ref().map(|date| date.value.to_string())),
            ("chair", text(&meeting.chair)),
        ];
        for (name, value) in rows {
            if let Some(value) = value {
                row(out, name, &value)?;
            }
        }
        for participant in &meeting.participants {
            let office = participant.office.as_ref().map_or(String::new(), |office| format!(", {}", office.value));
            row(out, "participant", &format!("{}{office}", participant.name.value))?;
        }
        match &meeting.alongside {
            Some(other) => row(out, "alongside", &self.in_short(other)),
            None => Ok(()),
        }
    }

    /// An enclosing meeting, and the one that encloses that, in one line.
    fn in_short(&self, meeting: &Meeting) -> String {
        let mut told = Vec::new();
        let mut next = Some(meeting);
        while let Some(meeting) = next {
            let name = meeting.name.as_ref().or(meeting.body.as_ref()).map(|name| name.value.clone());
            let session = meeting.session.as_ref().map(|session| format!("session {}", session.value));
            let body = meeting.name.as_ref().and(meeting.body.as_ref()).map(|body| body.value.clone());
            let parts: Vec<String> = [name, session, body].into_iter().flatten().collect();
            told.push(if parts.is_empty() { one_line(self.0.slice(meeting.span)) } else { parts.join(", ") });
            next = meeting.alongside.as_deref();
        }
        told.join("; alongside ")
    }

    fn resolution(&self, out: &mut Formatter<'_>, resolution: &Resolution) -> fmt::Result {
        let symbol = resolution.symbol.as_ref().map(|symbol| symbol.value.as_str());
        // The title of the only resolution is the document's, which is printed already.
        let title = resolution.title.as_ref().filter(|title| self.0.title.as_ref() != Some(title));
        let title = title.map(|title| title.value.as_str());
        let name = [symbol, title].into_iter().flatten().collect::<Vec<_>>().join(": ");
        section(out, if name.is_empty() { "Clauses" } else { &name })?;
        if let Some(formula) = &resolution.formula {
            row(out, "formula", &formula.value)?;
        }
        if let Some(date) = &resolution.adoption.date {
            row(out, "adopted", date.value.as_str())?;
        }
        if let Some(vote) = &resolution.adoption.vote {
            row(out, "vote", &vote.value)?;
        }
        let mut heading = None;
        // A list instead of recursion: texts decide how deep clauses nest.
        let mut stack: Vec<(&Clause, usize)> = resolution.clauses.iter().rev().map(|clause| (clause, 1)).collect();
        while let Some((clause, depth)) = stack.pop() {
            if clause.heading.is_some() && clause.heading != heading {
                heading.clone_from(&clause.heading);
                let words = heading.as_ref().map_or("", |heading| heading.value.as_str());
                writeln!(out, "\n{}", Paragraph::new(words).style(HEADING).indent(2).width(WIDTH))?;
            }
            self.clause(out, clause, depth)?;
            stack.extend(clause.children.iter().rev().map(|child| (child, depth + 1)));
        }
        Ok(())
    }

    fn clause(&self, out: &mut Formatter<'_>, clause: &Clause, depth: usize) -> fmt::Result {
        let indent = (2 * depth).min(WIDTH / 4);
        let marker = clause.marker.as_ref().map_or("¶", |marker| marker.text.as_str());
        writeln!(out, "\n{:indent$}{marker} {FAINT}{}{FAINT:#}", "", label(&clause.role))?;
        if clause.acts.is_empty() {
            let text = Paragraph::new(&clause.text).indent(indent + 4).width(WIDTH).lines_at_most(EXCERPT);
            writeln!(out, "{text}")?;
        }
        for act in &clause.acts {
            writeln!(out, "{}", Paragraph::new(&self.act(act)).indent(indent + 4).hanging(4).width(WIDTH))?;
        }
        Ok(())
    }

    /// `a demandé (request) → les États membres; by ../2016-06-30: de fournir …`
    fn act(&self, act: &Act) -> String {
        let not = if act.negated { "not " } else { "" };
        let mut told = format!("{VERB}{}{VERB:#} ({not}{})", act.verb.lemma, label(&act.class));
        let addressees: Vec<&str> = act.addressees.iter().map(|addressee| addressee.text.as_str()).collect();
        if !addressees.is_empty() {
            let _ = write!(told, " → {}", addressees.join("; "));
        }
        if let Some(deadline) = &act.deadline {
            let when =
                deadline.value.as_ref().map_or_else(|| one_line(self.0.slice(deadline.span)), ToString::to_string);
            let _ = write!(told, " [by {when}]");
        }
        if let Some(often) = &act.recurrence {
            let _ = write!(told, " [{}]", recurrence::in_words(&often.value));
        }
        if let Some(report) = &act.report {
            let recipients: Vec<String> = report.recipients.iter().map(|actor| one_line(&actor.text)).collect();
            let to = if recipients.is_empty() { String::new() } else { format!(" to {}", recipients.join("; ")) };
            let _ = write!(told, " [report{to}]");
        }
        if let Some(content) = act.content.filter(|content| !content.is_empty()) {
            let _ = write!(told, ": {FAINT}{}{FAINT:#}", one_line(self.0.slice(content)));
        }
        told
    }

    fn dates(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.0.dates.is_empty() {
            return Ok(());
        }
        section(out, "Dates")?;
        for date in &self.0.dates {
            let role = date.role.map_or(String::new(), |role| format!(" ({})", label(&role)));
            let value = format!("{}{role}", date.value);
            let words = one_line(self.0.slice(date.span));
            let line = self.0.line_column(date.span.start).0;
            writeln!(out, "  {value:<34} {words} {FAINT}line {line}{FAINT:#}")?;
        }
        Ok(())
    }

    fn entities(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.0.entities.is_empty() {
            return Ok(());
        }
        section(out, "Names")?;
        let mut entities: Vec<&Entity> = self.0.entities.iter().collect();
        entities.sort_by_key(|entity| (entity.kind, std::cmp::Reverse(entity.mentions.len())));
        for of_a_kind in entities.chunk_by(|one, other| one.kind == other.kind) {
            let names: Vec<String> = of_a_kind.iter().map(|entity| name(entity)).collect();
            row(out, plural(of_a_kind[0].kind), &names.join("; "))?;
        }
        Ok(())
    }

    fn references(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.0.references.is_empty() {
            return Ok(());
        }
        section(out, "References")?;
        for reference in &self.0.references {
            let words = one_line(self.0.slice(reference.span));
            let told = match reference.symbol.as_ref().or(reference.title.as_ref()) {
                Some(name) if *name != words => format!("{name} {FAINT}{words}{FAINT:#}"),
                _ => words,
            };
            row(out, &label(&reference.kind), &told)?;
        }
        Ok(())
    }

    fn diagnostics(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.0.diagnostics.is_empty() {
            return Ok(());
        }
        section(out, "What looks wrong")?;
        for diagnostic in &self.0.diagnostics {
            writeln!(out, "{}", diagnostic.render(self.0.source()))?;
        }
        Ok(())
    }
}

/// `report · S/RES/2100 (2013) · 10 clauses · 3 dates`
fn figures(document: &Document) -> String {
    let symbol = document.symbol.as_ref().map(|symbol| symbol.value.clone());
    let counted = [
        (document.clauses().count(), "clause"),
        (document.dates.len(), "date"),
        (document.entities.len(), "name"),
        (document.references.len(), "reference"),
    ];
    let counted = counted.iter().filter(|(count, _)| *count > 0);
    let counted = counted.map(|(count, noun)| format!("{count} {noun}{}", if *count == 1 { "" } else { "s" }));
    let parts: Vec<String> = [Some(label(&document.kind)), symbol].into_iter().flatten().chain(counted).collect();
    parts.join(" · ")
}

fn section(out: &mut Formatter<'_>, title: &str) -> fmt::Result {
    writeln!(out, "\n{}", Paragraph::new(title).style(HEADING).width(WIDTH))
}

fn row(out: &mut Formatter<'_>, name: &str, value: &str) -> fmt::Result {
    let padded = format!("{name:<LABEL$}");
    writeln!(out, "{}", Paragraph::new(value).label(&padded).indent(2).hanging(LABEL).width(WIDTH))
}

/// `Mali [ML] ×4`
fn name(entity: &Entity) -> String {
    let acronym = entity.acronym.as_ref().filter(|acronym| **acronym != entity.name);
    let acronym = acronym.map_or(String::new(), |acronym| format!(" ({acronym})"));
    let code = entity.codes.get("iso3166").map_or(String::new(), |code| format!(" [{code}]"));
    let count = entity.mentions.len();
    let times = if count > 1 { format!(" ×{count}") } else { String::new() };
    format!("{}{acronym}{code}{times}", one_line(&entity.name))
}

fn plural(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organization => "organizations",
        EntityKind::Person => "persons",
        EntityKind::Location => "places",
        EntityKind::Event => "events",
        EntityKind::Instrument => "instruments",
        EntityKind::Group => "groups",
        EntityKind::Role => "offices",
        _ => "others",
    }
}

/// The name of a variant as JSON has it, in words: `call upon`.
fn label<T: Serialize>(variant: &T) -> String {
    plain::name(variant).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use greffier::{
        Actor, Class, Code, Date, Deadline, Diagnostic, Edtf, Kind, Level, Marker, MarkerStyle, Report, Role, Severity,
        Span, Verb,
    };

    use super::*;

    const TEXT: &str = "RAPPORT DU COMITÉ DES LACS\n\ni. Le Comité a prié les États\nriverains de publier leurs relevés avant le 31 avril 2016.\n\nii. Il s’est ajourné.\n";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words are in the text");
        Span::new(start, start + words.len())
    }

    /// Made by hand, so that the summary is tested apart from the parser.
    fn document() -> Document {
        let mut document = Document::new(Arc::from(TEXT), "fr");
        document.kind = Kind::Report;
        document.title =
            Some(Evidence::new("RAPPORT DU COMITÉ DES LACS".to_owned(), span("RAPPORT DU COMITÉ DES LACS")));
        let mut meeting = Meeting::new(span("Le Comité"));
        meeting.body = Some(Evidence::new("Comité des lacs".to_owned(), span("COMITÉ DES LACS")));
        meeting.level = Some(Evidence::new(Level::SeniorOfficials, span("COMITÉ")));
        document.meeting = Some(meeting);
        let mut act = Act::new(span("a prié"), Verb::new("prier".to_owned(), span("a prié")), Class::Request);
        act.addressees = vec![Actor::new("les États riverains".to_owned(), span("les États\nriverains"))];
        let mut deadline = Deadline::new(span("avant le 31 avril 2016"));
        deadline.value = Some(Edtf::new("../2016-04-31"));
        act.deadline = Some(deadline);
        act.content = Some(span("de publier leurs relevés"));
        act.recurrence = Some(Evidence::new("R/P6M".to_owned(), span("publier")));
        let mut report = Report::new(span("publier leurs relevés"));
        report.recipients = vec![Actor::new("Le Comité".to_owned(), span("Le Comité"))];
        act.report = Some(report);
        let mut first = Clause::new(span("i. Le"), Role::Operative, "Le Comité a prié les États riverains".to_owned());
        first.marker = Some(Marker::new(span("i."), MarkerStyle::LowerRoman, 1, "i.".to_owned()));
        first.acts = vec![act];
        let mut second = Clause::new(span("ii. Il"), Role::Narrative, "Il s’est ajourné.".to_owned());
        second.marker = Some(Marker::new(span("ii."), MarkerStyle::LowerRoman, 2, "ii.".to_owned()));
        let mut resolution = Resolution::new(span(TEXT.trim_end()));
        resolution.clauses = vec![first, second];
        document.resolutions = vec![resolution];
        document.dates = vec![Date::new(span("31 avril 2016"), Edtf::new("2016-04-31"), None, None)];
        let mut lake = Entity::new("e1".to_owned(), EntityKind::Organization, "Comité des lacs".to_owned());
        lake.mentions = vec![span("COMITÉ DES LACS"), span("Comité")];
        document.entities = vec![lake];
        let message = "april has 30 days".to_owned();
        document.diagnostics =
            vec![Diagnostic::new(Code::ImpossibleDate, Severity::Error, message, span("31 avril 2016"))];
        document
    }

    #[test]
    fn a_summary_tells_all_that_was_read() {
        let shown = anstream::adapter::strip_str(&Summary(&document()).to_string()).to_string();
        let expected = "\
RAPPORT DU COMITÉ DES LACS
report · 2 clauses · 1 date · 1 name

Meeting
  body          Comité des lacs
  level         senior officials

Clauses

  i. operative
      prier (request) → les États riverains [by ../2016-04-31] [every 6 months]
          [report to Le Comité]: de publier leurs relevés

  ii. narrative
      Il s’est ajourné.

Dates
  2016-04-31                         31 avril 2016 line 4

Names
  organizations Comité des lacs ×2

What looks wrong
error[impossible-date]: april has 30 days
";
        let (summary, caret) = shown.split_once(" --> ").expect("the diagnostic has a place");
        assert_eq!(summary, expected);
        assert!(caret.contains("^^^^^^^^^^^^^"), "{caret}");
    }

    #[test]
    fn an_empty_document_has_a_summary() {
        let document = Document::new(Arc::from(""), "fr");
        assert_eq!(anstream::adapter::strip_str(&Summary(&document).to_string()).to_string(), "(no title)\nunknown\n");
    }
}

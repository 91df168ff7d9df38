//! The deadlines of mandates as a calendar, RFC 5545: an event of one day for each whose last day is known.
//!
//! The same files give the same calendar, byte for byte: an event is named by a hash of its file's name, its place and its words, and
//! stamped with the midnight, in universal time, at which its day begins.

use std::fmt::{self, Formatter};

use chrono::NaiveDate;
use greffier::{Deadline, Document, Evidence, Mandate, Span};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use crate::mandates::{Told, names};
use crate::plain::{name, one_line};
use crate::recurrence::{self, Recurrence};

/// A calendar of deadlines.
#[derive(Debug)]
pub(crate) struct Deadlines(Calendar);

impl Deadlines {
    /// A calendar without events.
    pub(crate) fn new() -> Self {
        let mut calendar = Calendar::empty();
        for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//greffier//mandates//FR"), ("CALSCALE", "GREGORIAN")] {
            calendar.append_property(Property::new(key, value));
        }
        Self(calendar)
    }

    /// Adds the deadlines of a document, whose spans are in bytes.
    pub(crate) fn add(&mut self, file: &str, document: &Document) {
        for mandate in &document.mandates() {
            let told = Told { document, mandate };
            for due in [Due::of_act(told), Due::of_report(told)].into_iter().flatten() {
                self.0.push(due.event(file, told));
            }
        }
    }
}

impl fmt::Display for Deadlines {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// What is due on a day.
struct Due<'d> {
    day: NaiveDate,
    /// The words of the deadline.
    words: Span,
    who: String,
    what: String,
    often: Option<&'d Evidence<String>>,
}

impl<'d> Due<'d> {
    /// What the mandate asks, if its last day is known.
    fn of_act(told: Told<'d>) -> Option<Self> {
        let mandate = told.mandate;
        let deadline = mandate.deadline.as_ref()?;
        // How often to report tells nothing of what else is due, and the other way round.
        let reported = |span| mandate.report.as_ref().is_some_and(|report| report.span.contains(span));
        let often = told.recurrence().filter(|often| reported(often.span) == reported(deadline.span));
        let who = match mandate.addressees.as_slice() {
            // what is decided may be but the object of the verb: a committee that is created
            [] => format!("{} ({})", names(mandate.actor.as_slice()), mandate.verb).trim_start().to_owned(),
            addressees => names(addressees),
        };
        Some(Self { day: deadline.end?, words: deadline.span, who, what: mandate.action.clone(), often })
    }

    /// The report, if it has a day of its own.
    fn of_report(told: Told<'d>) -> Option<Self> {
        let deadline = reports_apart(told.mandate)?;
        let report = told.mandate.report.as_ref()?;
        let who = names(&report.reporters);
        let what = told.words(report.span);
        Some(Self { day: deadline.end?, words: deadline.span, who, what, often: report.recurrence.as_ref() })
    }

    fn event(&self, file: &str, told: Told<'_>) -> Event {
        let mandate = told.mandate;
        let not = if mandate.negated { "not: " } else { "" };
        let who = if self.who.is_empty() { String::new() } else { format!("{}: ", self.who) };
        let mut event = Event::with_uid(&self.uid(file, told));
        event
            .summary(&format!("{not}{who}{}", one_line(&self.what)))
            .description(&self.description(file, told))
            .starts(self.day)
            .add_property("DTSTAMP", self.day.format("%Y%m%dT000000Z").to_string())
            .add_property("TRANSP", "TRANSPARENT")
            .categories([name(&mandate.force)]);
        if let Some(recurrence) = self.often.and_then(|often| Recurrence::read(&often.value)) {
            event.add_property("RRULE", recurrence.rule(self.day));
        }
        event.done()
    }

    /// Who asks, how, where, the words of the deadline, the file; a line each.
    fn description(&self, file: &str, told: Told<'_>) -> String {
        let mandate = told.mandate;
        let line = told.document.line_column(mandate.span.start).0.to_string();
        let class = name(&mandate.class).replace('_', " ");
        let rows = [
            ("Asked by", names(mandate.actor.as_slice())),
            ("Act", format!("{} ({class}, {})", mandate.verb, name(&mandate.force))),
            ("Clause", mandate.clause.clone()),
            ("Symbol", mandate.symbol.clone().unwrap_or_default()),
            ("Due", told.words(self.words)),
            ("How often", self.often.map(|often| recurrence::in_words(&often.value)).unwrap_or_default()),
            ("Reports to", mandate.report.as_ref().map(|report| names(&report.recipients)).unwrap_or_default()),
            ("File", one_line(file)),
            ("Line", line),
        ];
        let told = rows.iter().filter(|(_, value)| !value.is_empty());
        told.map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("\n")
    }

    fn uid(&self, file: &str, told: Told<'_>) -> String {
        let places = [told.mandate.span, self.words].map(|span| format!("{}-{}", span.start, span.end));
        let words = told.document.slice(told.mandate.span);
        let hash = fingerprint([file, &places[0], &places[1], words].map(str::as_bytes));
        format!("{hash:016x}@greffier")
    }
}

/// The deadline of the report, if it is on another day than that of the act.
fn reports_apart(mandate: &Mandate) -> Option<&Deadline> {
    let of_act = mandate.deadline.as_ref().and_then(|deadline| deadline.end);
    let of_report = mandate.report.as_ref().and_then(|report| report.deadline.as_ref())?;
    (of_report.end.is_some() && of_report.end != of_act).then_some(of_report)
}

/// FNV-1a of the parts: that of the standard library may change with its version.
fn fingerprint<const N: usize>(parts: [&[u8]; N]) -> u64 {
    // no text in UTF-8 holds this byte
    let bytes = parts.into_iter().flat_map(|part| part.iter().chain(&[0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(files: &[(&str, &str)]) -> String {
        let mut deadlines = Deadlines::new();
        for (file, text) in files {
            deadlines.add(file, &greffier::parse(text));
        }
        deadlines.to_string()
    }

    /// The values of a property as a reader takes them: unfolded, escapes resolved.
    fn values(calendar: &str, key: &str) -> Vec<String> {
        let unfolded = calendar.replace("\r\n ", "");
        let lines = unfolded.split("\r\n").filter_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        lines.map(|value| value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")).collect()
    }

    const TEXT: &str = "Résolution 71/12\n\nL’Assemblée générale,\n\n\
        1. Invite les États Membres à publier leurs relevés (phares, bouées\net balises) au plus tard le 30 juin 2017 ;\n\n\
        2. Prie le Secrétaire général de réparer le phare dans les meilleurs délais ;\n";

    #[test]
    fn a_deadline_is_an_event() {
        let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//greffier//mandates//FR
CALSCALE:GREGORIAN
BEGIN:VEVENT
DESCRIPTION:Asked by: L’Assemblée générale\\nAct: inviter (invite\\, wea
 k)\\nClause: 1\\nSymbol: A/RES/71/12\\nDue: 30 juin 2017\\nFile: a.txt\\nLine: 5
DTSTAMP:20170630T000000Z
DTSTART;VALUE=DATE:20170630
SUMMARY:les États Membres: publier leurs relevés (phares\\, bouées et bal
 ises) au plus tard le 30 juin 2017
TRANSP:TRANSPARENT
UID:80432f4608608c6c@greffier
CATEGORIES:weak
END:VEVENT
END:VCALENDAR
";
        assert_eq!(calendar(&[("a.txt", TEXT)]), expected.replace('\n', "\r\n"));
    }

    #[test]
    fn the_same_files_give_the_same_calendar() {
        let twice = [("a.txt", TEXT), ("b.txt", TEXT)];
        assert_eq!(calendar(&twice), calendar(&twice));
        let uids = values(&calendar(&twice), "UID");
        assert!(uids.len() == 2 && uids[0] != uids[1], "{uids:?}");
        assert_eq!(fingerprint([b"a"]), fingerprint([b"a"]));
        assert_ne!(fingerprint([b"ab", b"c"]), fingerprint([b"a", b"bc"]));
    }

    #[test]
    fn hostile_words_stay_inside_their_line() {
        let text = "Le Conseil,\n\n1. Prie la Commission de publier, d’ici au 30 juin 2017, « été \\ \"hiver\" » : \u{7}éééé éééééééé ééééééé \
            ééééééé éééé,\r\nBEGIN:VALARM\n";
        let calendar = calendar(&[("é, ;\r\nEND:VEVENT.txt", text)]);
        assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
        for line in calendar.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(char::is_control), "{line}");
        }
        for line in ["BEGIN:VALARM", "END:VEVENT"] {
            let count = calendar.split("\r\n").filter(|it| *it == line).count();
            assert_eq!(count, usize::from(line == "END:VEVENT"), "{calendar}");
        }
        assert!(values(&calendar, "SUMMARY")[0].contains("« été \\\\ \"hiver\" » : éééé "), "{calendar}");
        assert!(values(&calendar, "DESCRIPTION")[0].contains("\nFile: é, ; END:VEVENT.txt\n"), "{calendar}");
    }

    #[test]
    fn what_is_due_again_has_a_rule() {
        let text = "Le Conseil,\n\n1. Prie la Commission de lui faire rapport le 31 mars 2018 au plus tard, puis tous les six mois.\n";
        let rules = values(&calendar(&[("", text)]), "RRULE");
        assert_eq!(rules, ["FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"]);
    }

    #[test]
    fn a_report_due_on_another_day_has_its_own_event() {
        let text = "Le Conseil,\n\n1. Prie la Commission de réparer les phares avant le 1er mai 2018 et de lui faire rapport d’ici au \
            30 septembre 2018.\n";
        let calendar = calendar(&[("a.txt", text)]);
        assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20180501", "20180930"]);
        let summaries = values(&calendar, "SUMMARY");
        assert!(summaries[1].starts_with("la Commission: ") && summaries[1].contains("faire rapport"), "{summaries:?}");
    }

    #[test]
    fn what_is_reported_again_and_again_is_done_once() {
        let text = "Le Conseil,\n\n1. Prie la Commission d’ouvrir un bureau avant le 1er mai 2018 et de lui rendre compte tous les six \
            mois.\n";
        let calendar = calendar(&[("", text)]);
        assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20180501"]);
        assert!(!calendar.contains("RRULE"), "{calendar}");
    }

    #[test]
    fn what_is_decided_is_told_with_its_verb() {
        let text = "Le Conseil,\n\n1. Décide de rouvrir le port avant le 1er mai 2018.\n";
        let summaries = values(&calendar(&[("", text)]), "SUMMARY");
        assert_eq!(summaries, ["Le Conseil (décider): rouvrir le port avant le 1er mai 2018"]);
    }

    #[test]
    fn a_text_without_deadlines_has_no_events() {
        let calendar = calendar(&[("a.txt", "Le Comité s’est réuni à Niamey le 3 mars 2016.")]);
        assert!(!calendar.contains("VEVENT"), "{calendar}");
    }
}

//! The register of mandates for people: a table for each resolution, as wide as the terminal.

use std::fmt::{self, Formatter};
use std::io::{IsTerminal, Stdout};

use anstyle::Style;
use comfy_table::presets::{ASCII_HORIZONTAL_ONLY, UTF8_HORIZONTAL_ONLY};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};
use greffier::{Document, Mandate};

use crate::mandates::{Told, names};
use crate::plain::{name, one_line};
use crate::recurrence;

const HEADING: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
/// Columns of a page that is no terminal.
const WIDTH: u16 = 120;
/// Columns of a terminal that does not tell them.
const UNTOLD: u16 = 80;
/// Columns below which when, how often and to whom stand below one another.
const WIDE: u16 = 120;
/// Columns below which no table can be read.
const NARROW: u16 = 70;
/// Blank columns after each cell.
const PADDING: u16 = 1;
const HEADER: [&str; 7] = ["clause", "force, verb", "who asks → of whom", "action", "due", "how often", "reports to"];
/// Columns of the cells of each, at most; the action gets the rest.
const MOST: [u16; 7] = [10, 12, 20, u16::MAX, 16, 9, 16];
/// The same where there is less room.
const MOST_NARROW: [u16; 7] = [8, 12, 14, u16::MAX, 12, 0, 0];
/// The place of the action.
const ACTION: usize = 3;
/// The first of those that only few mandates fill: left out where none does.
const SELDOM: usize = 4;

/// What the register is printed on.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page {
    /// A terminal of so many columns.
    Terminal(u16),
    /// A file or another command.
    Plain,
}

impl Page {
    /// What stands behind standard output.
    pub(crate) fn of(out: Stdout) -> Self {
        if !out.is_terminal() {
            return Page::Plain;
        }
        Page::Terminal(terminal_size::terminal_size_of(out).map_or(UNTOLD, |(width, _)| width.0))
    }
}

/// Prints the mandates of a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Register<'d> {
    pub(crate) file: &'d str,
    pub(crate) document: &'d Document,
    pub(crate) page: Page,
}

impl fmt::Display for Register<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mandates = self.document.mandates();
        if mandates.is_empty() {
            let title = self.document.symbol.as_ref().or(self.document.title.as_ref());
            self.heading(out, title.map(|title| title.value.as_str()))?;
            return writeln!(out, "{FAINT}no mandates{FAINT:#}\n");
        }
        for of_one in mandates.chunk_by(|one, other| one.resolution == other.resolution) {
            let resolution = &self.document.resolutions[of_one[0].resolution];
            let title = resolution.title.as_ref().or(self.document.title.as_ref()).map(|title| title.value.as_str());
            self.heading(out, of_one[0].symbol.as_deref().or(title))?;
            // The spaces that fill the last column say nothing.
            writeln!(out, "{}\n", self.table(of_one).trim_fmt())?;
        }
        Ok(())
    }
}

impl Register<'_> {
    /// `report.txt · S/RES/2100 (2013)`
    fn heading(&self, out: &mut Formatter<'_>, title: Option<&str>) -> fmt::Result {
        let parts = [Some(self.file), title].into_iter().flatten().map(one_line).filter(|part| !part.is_empty());
        writeln!(out, "{HEADING}{}{HEADING:#}", parts.collect::<Vec<_>>().join(" · "))
    }

    fn table(&self, mandates: &[Mandate]) -> Table {
        let (style, width) = match self.page {
            Page::Terminal(width) => (UTF8_HORIZONTAL_ONLY, width.max(NARROW)),
            Page::Plain => (ASCII_HORIZONTAL_ONLY, WIDTH),
        };
        let mut rows: Vec<[String; HEADER.len()]> = mandates.iter().map(|mandate| self.row(mandate)).collect();
        if width < WIDE {
            rows.iter_mut().for_each(stack);
        }
        let mut table = Table::new();
        table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        table.set_header(HEADER).add_rows(&rows);
        let widths = widths(&rows, width);
        for (column, width) in table.column_iter_mut().zip(widths) {
            column.set_padding((0, PADDING));
            column.set_constraint(match width {
                0 => ColumnConstraint::Hidden,
                _ => ColumnConstraint::Absolute(Width::Fixed(width + PADDING)),
            });
        }
        table
    }

    fn row(&self, mandate: &Mandate) -> [String; HEADER.len()] {
        let told = Told { document: self.document, mandate };
        let not = if mandate.negated { "not: " } else { "" };
        let actor = mandate.actor.as_ref().map(|actor| one_line(&actor.text)).unwrap_or_default();
        [
            mandate.clause.clone(),
            format!("{}\n{}", name(&mandate.force), mandate.verb),
            arrow(&actor, &names(&mandate.addressees)),
            format!("{not}{}", mandate.action),
            due(told),
            told.recurrence().map(|often| recurrence::in_words(&often.value)).unwrap_or_default(),
            reports(mandate),
        ]
    }
}

/// Puts when, how often and to whom below one another.
fn stack(row: &mut [String; HEADER.len()]) {
    let to = std::mem::take(&mut row[SELDOM + 2]);
    let to = if to.is_empty() { to } else { format!("report → {to}") };
    let lines = [std::mem::take(&mut row[SELDOM]), std::mem::take(&mut row[SELDOM + 1]), to];
    row[SELDOM] = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
}

/// The columns of the cells of each column: none for those that are left out.
fn widths(rows: &[[String; HEADER.len()]], page: u16) -> [u16; HEADER.len()] {
    let most = if page < WIDE { MOST_NARROW } else { MOST };
    let longest = |cell: &str| cell.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let mut widths = std::array::from_fn(|at| {
        let filled = rows.iter().map(|row| longest(&row[at])).max().unwrap_or_default();
        let needed = if filled == 0 && at >= SELDOM { 0 } else { filled.max(longest(HEADER[at]).min(11)) };
        u16::try_from(needed).unwrap_or(u16::MAX).min(most[at])
    });
    let shown = widths.iter().filter(|width| **width > 0).count();
    // a column between two cells, and the margin
    let between = u16::try_from(shown).unwrap_or_default() * (PADDING + 1) + 1;
    let others: u16 = widths.iter().enumerate().filter(|(at, _)| *at != ACTION).map(|(_, width)| width).sum();
    widths[ACTION] = widths[ACTION].min(page.saturating_sub(between + others)).max(1);
    widths
}

/// When, or where the text alone does not tell the words.
fn due(told: Told<'_>) -> String {
    let Some(deadline) = told.deadline() else { return String::new() };
    let Some(value) = &deadline.value else { return told.words(deadline.span) };
    match value.as_str().split_once('/') {
        None => value.to_string(),
        Some(("..", last)) => last.to_owned(),
        Some((first, "..")) => format!("from {first}"),
        Some((first, last)) => format!("{first} to {last}"),
    }
}

/// To whom; who reports, too, where that is not who is asked.
fn reports(mandate: &Mandate) -> String {
    mandate.report.as_ref().map_or_else(String::new, |report| {
        let to = if report.recipients.is_empty() { "(not said)".to_owned() } else { names(&report.recipients) };
        let by = names(&report.reporters);
        if by == names(&mandate.addressees) { to } else { arrow(&by, &to) }
    })
}

/// `one → other`, or the one that is known.
fn arrow(from: &str, to: &str) -> String {
    match (from, to) {
        ("", "") => String::new(),
        (from, "") => from.to_owned(),
        (from, to) => format!("{from} → {to}").trim_start().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Résolution 71/12\n\nL’Assemblée générale,\n\n\
        1. Invite les gardiens des phares du nord et du sud de la côte à publier leurs relevés avant le 1er juillet 2017 ;\n\n\
        2. Prie le Secrétaire général de lui faire rapport tous les deux ans sur les phares.\n";

    fn shown(text: &str, page: Page) -> String {
        let document = greffier::parse(text);
        let shown = Register { file: "a.txt", document: &document, page }.to_string();
        anstream::adapter::strip_str(&shown).to_string()
    }

    #[test]
    fn a_resolution_is_a_table() {
        let rule = "-".repeat(118);
        let double = "=".repeat(118);
        let expected = format!(
            "\
a.txt · A/RES/71/12
{rule}
clause  force, verb  who asks → of whom    action                             due         how often  reports to
{double}
1       weak         L’Assemblée générale  publier leurs relevés avant le     2017-07-01
        inviter      → les gardiens des    1er juillet 2017
                     phares du nord et du
                     sud de la côte
{rule}
2       moderate     L’Assemblée générale  lui faire rapport tous les deux                every 2    L’Assemblée
        prier        → le Secrétaire       ans sur les phares                             years      générale
                     général
{rule}

"
        );
        assert_eq!(shown(TEXT, Page::Plain), expected);
    }

    #[test]
    fn a_narrow_page_stacks_its_last_columns() {
        let text = "Le Conseil,\n\n1. Prie la Commission de lui faire rapport tous les six mois.\n";
        let rule = "─".repeat(78);
        let double = "═".repeat(78);
        let expected = format!(
            "\
a.txt
{rule}
clause  force, verb  who asks → of   action                      due
                     whom
{double}
1       moderate     Le Conseil →    lui faire rapport tous les  every 6
        prier        la Commission   six mois                    months
                                                                 report → Le
                                                                 Conseil
{rule}

"
        );
        assert_eq!(shown(text, Page::Terminal(80)), expected);
    }

    #[test]
    fn a_table_fits_the_terminal() {
        for width in [70, 80, 119, 120, 200] {
            let shown = shown(TEXT, Page::Terminal(width));
            let widest = shown.lines().map(|line| line.chars().count()).max().unwrap_or_default();
            assert!(widest <= usize::from(width), "{widest} columns on {width}:\n{shown}");
        }
    }

    #[test]
    fn columns_that_nobody_fills_are_left_out() {
        let shown = shown("Le Conseil,\n\n1. Prie la Commission de réparer le phare.\n", Page::Plain);
        assert!(!shown.contains("due") && !shown.contains("how often") && !shown.contains("reports to"), "{shown}");
    }

    #[test]
    fn a_text_that_asks_nothing_says_so() {
        assert_eq!(shown("Le Comité s’est réuni à Niamey.", Page::Plain), "a.txt\nno mandates\n\n");
    }
}

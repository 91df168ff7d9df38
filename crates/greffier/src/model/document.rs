//! The document: all that was read from a text.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Clause, Date, Entity, Evidence, Leaf, Meeting, Note, Period, Reference, Resolution};
use crate::diagnostic::Diagnostic;
use crate::span::{CharIndex, Span, line_column};

/// Name and version of the JSON format.
pub const SCHEMA: &str = "greffier/1";

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// Report of a meeting.
    Report,
    /// (Final) communiqué.
    Communique,
    /// Declaration, joint declaration.
    Declaration,
    /// Decision.
    Decision,
    /// Resolution.
    Resolution,
    /// Regulation, directive, additional act: law-like texts with articles.
    Regulation,
    /// Presidential or press statement.
    Statement,
    /// Conclusions of a council.
    Conclusions,
    /// Minutes, summary record.
    Minutes,
    /// Several resolutions or decisions in one file.
    Compilation,
    /// Treaty, agreement, charter.
    Treaty,
    /// Speech.
    Speech,
    /// Agenda.
    Agenda,
    /// Article or press release of a news page.
    Press,
    /// None of these, as far as can be told.
    #[default]
    Unknown,
}

/// What a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Bytes of the UTF-8 text.
    #[default]
    Byte,
    /// Unicode code points.
    Char,
}

/// All that was read from a text.
///
/// The document keeps its source, so that [`Document::slice`] gives the words behind any span. Serialised (JSON
/// version 1) it leaves the source out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// Name and version of the format: [`SCHEMA`].
    pub schema: String,
    /// What the spans count.
    pub offsets: Offsets,
    /// What kind of text it is.
    pub kind: Kind,
    /// The words that tell the kind: its name in the title, the salutation of a speech, the formula; none where only the
    /// structure tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_span: Option<Span>,
    /// ISO 639-1 code of the language it was read as.
    pub language: String,
    /// Its title, without the letterhead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Evidence<String>>,
    /// Its official symbol, normalised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Evidence<String>>,
    /// The meeting it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// What was adopted, in order.
    pub resolutions: Vec<Resolution>,
    /// Every date mentioned, in order.
    pub dates: Vec<Date>,
    /// Every span of time named without a date, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<Period>,
    /// Everybody and everything named.
    pub entities: Vec<Entity>,
    /// Every instrument cited, in order.
    pub references: Vec<Reference>,
    /// Footnotes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What looks wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The partition of the source.
    pub leaves: Vec<Leaf>,
    /// The text it was read from.
    #[serde(skip)]
    pub(crate) source: Arc<str>,
}

impl Document {
    /// An empty document of `source`.
    #[must_use]
    pub fn new(source: Arc<str>, language: &str) -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            offsets: Offsets::Byte,
            kind: Kind::Unknown,
            kind_span: None,
            language: language.to_owned(),
            title: None,
            symbol: None,
            meeting: None,
            resolutions: Vec::new(),
            dates: Vec::new(),
            periods: Vec::new(),
            entities: Vec::new(),
            references: Vec::new(),
            notes: Vec::new(),
            diagnostics: Vec::new(),
            leaves: Vec::new(),
            source,
        }
    }

    /// The text the document was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// All clauses in reading order, each before its sub-clauses; those of annexes too.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        let mut stack: Vec<&Clause> = Vec::new();
        let mut resolutions = self.resolutions.iter();
        std::iter::from_fn(move || {
            while stack.is_empty() {
                stack.extend(resolutions.next()?.clauses.iter().rev());
            }
            let clause = stack.pop()?;
            stack.extend(clause.children.iter().rev());
            Some(clause)
        })
    }

    /// The words at a byte span of the source.
    ///
    /// # Panics
    /// When the span is not one of this source's (out of range, or inside a character).
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.source[span.range()]
    }

    /// Line and column (from 1, column in code points) of a byte offset.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        line_column(&self.source, offset)
    }

    /// The dates inside a byte span, in order.
    pub fn dates_in(&self, span: Span) -> impl Iterator<Item = &Date> {
        self.dates.iter().filter(move |date| span.contains(date.span))
    }

    /// The entities with a mention inside a byte span.
    pub fn entities_in(&self, span: Span) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| entity.mentions.iter().any(|mention| span.contains(*mention)))
    }

    /// The same document with its spans counted in `offsets`.
    ///
    /// [`Document::slice`] and its like want bytes; this is for output.
    #[must_use]
    pub fn with_offsets(mut self, offsets: Offsets) -> Self {
        if self.offsets == Offsets::Byte && offsets == Offsets::Char {
            let source = Arc::clone(&self.source);
            let index = CharIndex::new(&source);
            self.map_spans(&mut |span| *span = index.to_char_span(*span));
            self.offsets = Offsets::Char;
        }
        self
    }
}

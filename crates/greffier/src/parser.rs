//! The parser: the chain of stages, written once.

use std::sync::Arc;
use std::time::Duration;

use crate::act::{clause_acts, corefer_subjects};
use chrono::NaiveDate;

use crate::assemble::{Findings, assemble, assemble_dates};
use crate::error::Error;
use crate::lexicon::WordId;
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Addresses, Classes, Gazetteer, Lexicon};
use crate::mention::{Reading, corefer, dates, mentions};
use crate::model::{Dates, Document, Leaf, LeafKind, Reason};
use crate::span::Span;
use crate::structure::{kind::kind, meeting::FoundMeeting, meeting::meeting, outline::outline};
use crate::text::Word;
use crate::text::block::{Block, blocks};
use crate::text::line::{Line, lines};
use crate::text::margin::margins;
use crate::text::noise::{LineKind, classify};
use crate::text::reflow::reflow;
use crate::text::word::{words, words_of_time};
use crate::watch::{Clock, Watch};

/// Reads texts. Cheap to clone: clones share their data.
///
/// ```
/// use greffier::Parser;
///
/// let parser = Parser::builder().language("fr").build()?;
/// let document = parser.parse("La réunion s’est tenue à Bamako le 18 juin 2013.");
/// assert_eq!(document.dates[0].value.as_str(), "2013-06-18");
/// # Ok::<(), greffier::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Parser {
    lexicon: Arc<Lexicon>,
    date: Option<NaiveDate>,
}

impl Default for Parser {
    fn default() -> Self {
        Self { lexicon: Arc::clone(Lexicon::french()), date: None }
    }
}

/// Options of a [`Parser`].
#[derive(Debug, Clone)]
pub struct ParserBuilder {
    language: String,
    gazetteers: Vec<Gazetteer>,
    addresses: Option<Addresses>,
    classes: Option<Classes>,
    date: Option<NaiveDate>,
}

impl ParserBuilder {
    /// The language of the texts, as ISO 639-1 code. Default: `fr`.
    #[must_use]
    pub fn language(mut self, code: &str) -> Self {
        code.clone_into(&mut self.language);
        self
    }

    /// Names to know besides those of the crate, over which they win. May be called several times: the first one that
    /// has a name keeps it.
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteers.push(gazetteer);
        self
    }

    /// The date of the texts, for those that do not print it: `hier`, `le 2 mars` and `dans les six mois` are seen from it. Where it
    /// is not given, the date is looked for at the head of each text.
    ///
    /// ```
    /// use greffier::{Date, Parser};
    ///
    /// let parser = Parser::builder().date("2014-03-17".parse().expect("a day")).build()?;
    /// let values = |dates: Vec<Date>| dates.into_iter().map(|date| date.value.to_string()).collect::<Vec<_>>();
    /// assert_eq!(values(parser.dates("Elle a été reçue hier, puis le 2 février.").dates), ["2014-03-16", "2014-02-02"]);
    /// # Ok::<(), greffier::Error>(())
    /// ```
    #[must_use]
    pub fn date(mut self, date: NaiveDate) -> Self {
        self.date = Some(date);
        self
    }

    /// How cited documents are found, in place of the crate's own patterns.
    #[must_use]
    pub fn addresses(mut self, addresses: Addresses) -> Self {
        self.addresses = Some(addresses);
        self
    }

    /// How much each class of act asks, in place of the crate's own ladder.
    #[must_use]
    pub fn classes(mut self, classes: Classes) -> Self {
        self.classes = Some(classes);
        self
    }

    /// The parser.
    ///
    /// # Errors
    /// When the language is unknown.
    pub fn build(self) -> Result<Parser, Error> {
        let shared = Lexicon::of(&self.language)?;
        if self.gazetteers.is_empty() && self.addresses.is_none() && self.classes.is_none() {
            return Ok(Parser { lexicon: Arc::clone(shared), date: self.date });
        }
        let mut lexicon = shared.with_names(self.gazetteers);
        if let Some(addresses) = self.addresses {
            lexicon.addresses = addresses;
        }
        if let Some(classes) = self.classes {
            lexicon.classes = classes;
        }
        Ok(Parser { lexicon: Arc::new(lexicon), date: self.date })
    }
}

impl Parser {
    /// Options for a parser.
    #[must_use]
    pub fn builder() -> ParserBuilder {
        ParserBuilder { language: "fr".to_owned(), gazetteers: Vec::new(), addresses: None, classes: None, date: None }
    }

    /// Reads a text. Never fails: what looks wrong is in [`Document::diagnostics`].
    #[must_use]
    pub fn parse(&self, text: &str) -> Document {
        self.chain(text, &mut ())
    }

    /// Reads the dates of a text, and nothing else. Never fails.
    #[must_use]
    pub fn dates(&self, text: &str) -> Dates {
        if u32::try_from(text.len()).is_err() {
            return Dates::default();
        }
        let lexicon = &*self.lexicon;
        if !lexicon.sieve.may_say(text) {
            return Dates::default();
        }
        let mut lines = lines(text);
        margins(text, &mut lines);
        let kinds = classify(text, &lines, lexicon);
        let blocks = blocks(text, &lines, &kinds, lexicon);
        let clean = reflow(text, &lines, &blocks);
        let words = words_of_time(&clean.text, lexicon);
        let found = dates(Reading { clean: &clean.text, words: &words, lexicon }, self.date);
        assemble_dates(&clean, found)
    }

    /// Reads a text and tells, for people, what each stage made of it.
    #[must_use]
    pub fn explain(&self, text: &str) -> String {
        let mut told = String::new();
        self.chain(text, &mut told);
        told
    }

    /// Reads a text and tells of each act, date, entity and reference by which rule or data entry it was read, and which other
    /// readings were rejected, and why; in order of place.
    ///
    /// ```
    /// use greffier::{Parser, ReasonKind};
    ///
    /// let text = "La Conférence a demandé aux États qui ont ratifié le Protocole d’informer la Commission.";
    /// let reasons = Parser::default().reasons(text);
    /// let act = reasons.iter().find(|reason| reason.kind == ReasonKind::Act).expect("an act");
    /// assert_eq!(act.rule, "act/demander-dative/subject");
    /// assert_eq!(act.rejected[0].rule, "act/ratifier");
    /// assert!(act.rejected[0].why.contains("clause inside"));
    /// ```
    #[must_use]
    pub fn reasons(&self, text: &str) -> Vec<Reason> {
        let mut told = Vec::new();
        self.chain(text, &mut told);
        told
    }

    /// Reads a text and tells how long each stage took, for benches.
    #[must_use]
    pub fn clock(&self, text: &str) -> Vec<(&'static str, Duration)> {
        let mut clock = Clock::start();
        self.chain(text, &mut clock);
        clock.stages
    }

    /// source → lines → blocks → reflowed text → words → structure → mentions → acts → document
    fn chain(&self, text: &str, watch: &mut impl Watch) -> Document {
        let lexicon = &*self.lexicon;
        let source: Arc<str> = Arc::from(text);
        if u32::try_from(text.len()).is_err() {
            return unread(source, lexicon);
        }
        let mut lines = lines(text);
        margins(text, &mut lines);
        let line_kinds = classify(text, &lines, lexicon);
        watch.stage("lines", || print_lines(text, &lines, &line_kinds));
        let blocks = blocks(text, &lines, &line_kinds, lexicon);
        watch.stage("blocks", || print_blocks(&blocks));
        let clean = reflow(text, &lines, &blocks);
        watch.stage("reflowed", || clean.text.clone());
        let words = words(&clean.text, lexicon);
        watch.stage("words", || print_words(&clean.text, &words));
        let mut outline = outline(&clean, &words, lexicon);
        watch.stage("outline", || format!("{outline:#?}"));
        let reading = Reading { clean: &clean.text, words: &words, lexicon };
        let mut mentions = mentions(reading, self.date);
        watch.stage("mentions", || format!("{mentions:#?}"));
        let kind = kind(&outline, reading);
        let meeting = meeting(&outline, reading, &mentions);
        corefer(&mut mentions, reading, meeting.as_ref().map(FoundMeeting::own).unwrap_or_default());
        watch.stage("meeting", || format!("{kind:?}\n{meeting:#?}"));
        let acts = clause_acts(&mut outline, kind.0, reading, &mentions);
        corefer_subjects(&mut mentions, reading, &acts);
        watch.stage("acts", || format!("{acts:#?}"));
        let findings = Findings {
            source: &source,
            lines: &lines,
            line_kinds: &line_kinds,
            clean: &clean,
            reading,
            outline: &outline,
            mentions,
            acts,
            meeting,
            kind,
        };
        watch.found(&findings);
        let document = assemble(findings);
        watch.stage("document", || format!("{} diagnostics", document.diagnostics.len()));
        document
    }
}

fn print_lines(text: &str, lines: &[Line], kinds: &[LineKind]) -> String {
    lines.iter().zip(kinds).map(|(line, kind)| format!("{:>6} {kind:?} {}\n", line.start, line.text(text))).collect()
}

/// Each block by its lines, counted from 1.
fn print_blocks(blocks: &[Block]) -> String {
    let lines = |block: &Block| block.pieces.iter().map(|piece| format!(" {}", piece.line + 1)).collect::<String>();
    blocks.iter().map(|block| format!("lines{}\n", lines(block))).collect()
}

/// The words of each paragraph, parted by bars; a word that no data file knows has a question mark.
fn print_words(clean: &str, words: &[Word]) -> String {
    let print = |word: &Word| {
        let before = if word.opens() { "\n" } else { "|" };
        let unknown = if word.kind == SegmentKind::Word && word.id == WordId::UNKNOWN { "?" } else { "" };
        format!("{before}{}{unknown}", word.text(clean))
    };
    words.iter().map(print).collect()
}

/// A text beyond four gigabytes: kept whole, as prose.
fn unread(source: Arc<str>, lexicon: &Lexicon) -> Document {
    let whole = Span::new(0, source.len());
    let mut document = Document::new(source, lexicon.language);
    document.leaves.push(Leaf::new(LeafKind::Prose, whole));
    document
}

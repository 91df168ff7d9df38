//! The parser: the chain of stages, written once.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use crate::act::clause_acts;
use crate::assemble::{Findings, assemble};
use crate::error::Error;
use crate::lexicon::{Gazetteer, Lexicon};
use crate::mention::{Reading, mentions};
use crate::model::{Document, Leaf, LeafKind};
use crate::span::Span;
use crate::structure::{kind::kind, meeting::meeting, outline::outline};
use crate::text::block::blocks;
use crate::text::line::lines;
use crate::text::noise::classify;
use crate::text::reflow::reflow;
use crate::text::word::words;

static FRENCH: LazyLock<Arc<Lexicon>> =
    LazyLock::new(|| Arc::new(Lexicon::load("fr").expect("the data of the crate is tested")));

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
}

impl Default for Parser {
    fn default() -> Self {
        Self { lexicon: Arc::clone(&FRENCH) }
    }
}

/// Options of a [`Parser`].
#[derive(Debug, Clone)]
pub struct ParserBuilder {
    language: String,
    gazetteers: Vec<Gazetteer>,
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

    /// The parser.
    ///
    /// # Errors
    /// When the language is unknown.
    pub fn build(self) -> Result<Parser, Error> {
        if self.language == "fr" && self.gazetteers.is_empty() {
            return Ok(Parser::default());
        }
        Ok(Parser { lexicon: Arc::new(Lexicon::with_names(&self.language, self.gazetteers)?) })
    }
}

impl Parser {
    /// Options for a parser.
    #[must_use]
    pub fn builder() -> ParserBuilder {
        ParserBuilder { language: "fr".to_owned(), gazetteers: Vec::new() }
    }

    /// Reads a text. Never fails: what looks wrong is in [`Document::diagnostics`].
    #[must_use]
    pub fn parse(&self, text: &str) -> Document {
        self.chain(text, None)
    }

    /// Reads a text and tells, for people, what each stage made of it.
    #[must_use]
    pub fn explain(&self, text: &str) -> String {
        let mut told = String::new();
        self.chain(text, Some(&mut told));
        told
    }

    /// source → lines → blocks → reflowed text → words → structure → mentions → acts → document
    fn chain(&self, text: &str, told: Option<&mut String>) -> Document {
        let lexicon = &*self.lexicon;
        let source: Arc<str> = Arc::from(text);
        if u32::try_from(text.len()).is_err() {
            return unread(source, lexicon);
        }
        let lines = lines(text);
        let line_kinds = classify(text, &lines, lexicon);
        let blocks = blocks(text, &lines, &line_kinds, lexicon);
        let clean = reflow(text, &lines, &blocks);
        let words = words(&clean.text, lexicon);
        let mut outline = outline(&clean, &words, lexicon);
        let reading = Reading { clean: &clean.text, words: &words, lexicon };
        let mentions = mentions(reading);
        let kind = kind(&outline, reading);
        let meeting = meeting(&outline, reading, &mentions);
        let acts = clause_acts(&mut outline, kind, reading, &mentions);
        if let Some(told) = told {
            let _ = writeln!(told, "# lines\n");
            for (line, kind) in lines.iter().zip(&line_kinds) {
                let _ = writeln!(told, "{:>6} {kind:?} {}", line.start, line.text(text));
            }
            let _ = writeln!(
                told,
                "\n# reflowed\n\n{}\n\n# outline\n\n{outline:#?}\n\n# mentions\n\n{mentions:#?}\n\n# meeting\n\n{meeting:#?}",
                clean.text
            );
        }
        assemble(Findings {
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
        })
    }
}

/// A text beyond four gigabytes: kept whole, as prose.
fn unread(source: Arc<str>, lexicon: &Lexicon) -> Document {
    let whole = Span::new(0, source.len());
    let mut document = Document::new(source, lexicon.language);
    document.leaves.push(Leaf::new(LeafKind::Prose, whole));
    document
}

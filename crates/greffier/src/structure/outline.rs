//! The outline of a text: a part for every paragraph, and the resolutions with their trees of clauses.

use super::builder::Builder;
use super::paragraph::Paragraph;
use super::prose::prose;
use super::region::regions;
use crate::diagnostic::{Code, Severity};
use crate::lexicon::{Cue, Lexicon};
use crate::model::{Kind, LeafKind, MarkerStyle, Role};
use crate::text::{Clean, CleanSpan, Word};

/// A paragraph and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) span: CleanSpan,
    pub(crate) kind: LeafKind,
}

/// A confirmed marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MarkerNode {
    pub(crate) span: CleanSpan,
    pub(crate) style: MarkerStyle,
    pub(crate) number: u32,
}

/// A heading in places of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HeadingNode {
    pub(crate) span: CleanSpan,
    /// The heading around it, as a place in [`Outline::headings`].
    pub(crate) parent: Option<usize>,
}

/// A clause in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ClauseNode {
    /// From the marker to the last character of its last paragraph or sub-clause.
    pub(crate) span: CleanSpan,
    pub(crate) marker: Option<MarkerNode>,
    pub(crate) role: Role,
    /// The headings above it, as a place in [`Outline::headings`].
    pub(crate) heading: Option<usize>,
    /// Its own text, marker left out, one span a paragraph.
    pub(crate) body: Vec<CleanSpan>,
    pub(crate) children: Vec<ClauseNode>,
}

/// A resolution in places of the clean text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ResolutionNode {
    pub(crate) span: Option<CleanSpan>,
    pub(crate) title: Option<CleanSpan>,
    /// The paragraphs before the formula in which its symbol may stand.
    pub(crate) header: Vec<CleanSpan>,
    pub(crate) formula: Option<CleanSpan>,
    pub(crate) clauses: Vec<ClauseNode>,
    /// Whether it belongs to the resolution before it.
    pub(crate) annex: bool,
    /// Paragraphs that tell of the adoption: vote, place and date, the adoption line of the header.
    pub(crate) adoption: Vec<CleanSpan>,
}

impl ResolutionNode {
    /// The formula, where it leads the clauses; numbered clauses before it show that it stands inside the text.
    pub(crate) fn leading_formula(&self) -> Option<CleanSpan> {
        let before = |span: CleanSpan| self.clauses.iter().any(|c| c.marker.is_some() && c.span.start < span.start);
        self.formula.filter(|&span| !before(span))
    }
}

/// The outline of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// A part for every paragraph, in order.
    pub(crate) parts: Vec<Part>,
    /// The kind of a text that adopts nothing.
    pub(crate) prose: Option<(Kind, CleanSpan)>,
    /// The title, over all its lines.
    pub(crate) title: Option<CleanSpan>,
    /// The header lines of a text that has no resolution.
    pub(crate) header: Vec<CleanSpan>,
    /// Of a text without opening sentences, the first clauses that tell what happened.
    pub(crate) lead: Vec<CleanSpan>,
    /// The paragraphs that tell of the meeting: those before the first clause, and narrative clauses up to the first other.
    pub(crate) opening: Vec<CleanSpan>,
    pub(crate) resolutions: Vec<ResolutionNode>,
    /// The last resolution that is no annex, to which annexes belong.
    pub(crate) host: Option<usize>,
    /// Every heading, each with the one it stands under.
    pub(crate) headings: Vec<HeadingNode>,
    /// The paragraphs that list those who took part.
    pub(crate) participants: Vec<CleanSpan>,
    pub(crate) diagnostics: Vec<(Code, Severity, String, CleanSpan)>,
}

/// Reads the outline of the reflowed text.
pub(crate) fn outline(clean: &Clean, words: &[Word], lexicon: &Lexicon) -> Outline {
    let paragraphs: Vec<Paragraph<'_>> =
        (0..clean.notes).map(|index| Paragraph::read(clean, index, words, lexicon)).collect();
    let text = Text { clean: &clean.text, paragraphs: &paragraphs, words, lexicon };
    let mut outline = Outline::default();
    let regions = regions(text);
    outline.prose = prose(text, &regions);
    if outline.prose.is_some() {
        let title = regions[0].title.clone().unwrap_or(0..0);
        let span = |index: usize| paragraphs[index].span;
        outline.title = title.clone().map(span).reduce(CleanSpan::cover);
        let kind = |index| if title.contains(&index) { LeafKind::Title } else { LeafKind::Prose };
        outline.parts = (0..paragraphs.len()).map(|index| Part { span: span(index), kind: kind(index) }).collect();
        return outline;
    }
    for region in &regions {
        Builder::new(text, &mut outline, region).build();
    }
    let titled =
        outline.resolutions.iter().filter(|resolution| !resolution.annex).find_map(|resolution| resolution.title);
    outline.title = titled.or(outline.title);
    outline
}

/// The paragraphs with the words and the lexicon: what the stages of the outline read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'t> {
    pub(crate) clean: &'t str,
    pub(crate) paragraphs: &'t [Paragraph<'t>],
    pub(crate) words: &'t [Word],
    pub(crate) lexicon: &'t Lexicon,
}

impl Text<'_> {
    pub(crate) fn opens(&self, index: usize, cue: Cue) -> bool {
        self.paragraphs[index].opens(cue, self.words, self.lexicon)
    }

    pub(crate) fn kind(&self, index: usize) -> Option<Kind> {
        self.paragraphs[index].kind(self.words, self.lexicon)
    }
}

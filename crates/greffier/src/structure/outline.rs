//! The outline of a text: a part for every paragraph, and the resolutions with their trees of clauses.

use crate::diagnostic::{Code, Severity};
use crate::lexicon::Lexicon;
use crate::model::{LeafKind, MarkerStyle, Role};
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

/// A clause in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ClauseNode {
    /// From the marker to the last character of its last paragraph or sub-clause.
    pub(crate) span: CleanSpan,
    pub(crate) marker: Option<MarkerNode>,
    pub(crate) role: Role,
    pub(crate) heading: Option<CleanSpan>,
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
    /// Closing paragraphs: adoption, vote, place and date.
    pub(crate) closing: Vec<CleanSpan>,
}

/// The outline of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// A part for every paragraph, in order.
    pub(crate) parts: Vec<Part>,
    /// The title, over all its lines.
    pub(crate) title: Option<CleanSpan>,
    pub(crate) resolutions: Vec<ResolutionNode>,
    pub(crate) diagnostics: Vec<(Code, Severity, String, CleanSpan)>,
}

/// Reads the outline of the reflowed text.
pub(crate) fn outline(clean: &Clean, _words: &[Word], _lexicon: &Lexicon) -> Outline {
    let mut outline = Outline::default();
    let mut resolution = ResolutionNode::default();
    for paragraph in &clean.paragraphs {
        outline.parts.push(Part { span: paragraph.span, kind: LeafKind::Clause });
        resolution.clauses.push(ClauseNode {
            span: paragraph.span,
            marker: None,
            role: Role::Narrative,
            heading: None,
            body: vec![paragraph.span],
            children: Vec::new(),
        });
    }
    outline.resolutions.push(resolution);
    outline
}

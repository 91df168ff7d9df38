//! Citations: the edges of the graph that texts make by citing one another.

use serde::{Deserialize, Serialize};

use super::{Class, Document, Reference, ReferenceForm, Resolution};
use crate::span::Span;

/// One edge of the graph of citations: a resolution cites an instrument. [`Document::citations`] lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Citation {
    /// The words that cite.
    pub span: Span,
    /// The place of the reference in [`Document::references`].
    pub reference: usize,
    /// The place in [`Document::resolutions`] of the one that cites; none outside them, as in foot-notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<usize>,
    /// The symbol of what cites: of the resolution, for annexes of the resolution that they belong to, else of the document, unless
    /// it has that of one resolution among others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citing: Option<String>,
    /// The symbol of what is cited: `A/RES/70/1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited: Option<String>,
    /// The entity that stands for what is cited, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// The lemma of the verb that cites: `rappeler`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// What that verb does: the type of the edge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
}

impl Document {
    /// The graph of citations: an edge for each reference, in order, however often an instrument is cited. What a text says of itself
    /// (its symbol at the head, `la présente résolution`) is no edge.
    ///
    /// ```
    /// use greffier::Class;
    ///
    /// let document = greffier::parse(
    ///     "Résolution 71/12\n\nL’Assemblée générale,\n\nRappelant sa résolution 70/1 du 25 septembre 2015,\n\n\
    ///      1. Réaffirme sa résolution 70/1 ;\n\n2. Prend note de la résolution 2085 (2012) du Conseil de sécurité.\n",
    /// );
    /// let edges: Vec<_> = document.citations().map(|it| (it.class, it.verb, it.cited)).collect();
    /// let edge = |class, verb: &str, cited: &str| (Some(class), Some(verb.to_owned()), Some(cited.to_owned()));
    /// assert_eq!(
    ///     edges,
    ///     [
    ///         edge(Class::Recall, "rappeler", "A/RES/70/1"),
    ///         edge(Class::Reaffirm, "réaffirmer", "A/RES/70/1"),
    ///         edge(Class::Note, "prendre note", "S/RES/2085 (2012)"),
    ///     ]
    /// );
    /// ```
    pub fn citations(&self) -> impl Iterator<Item = Citation> {
        let symbols = self.citing_symbols();
        let whole = self.symbol_of_all();
        let edge = move |(at, reference): (usize, &Reference)| {
            let resolution = self.resolution_at(reference.span);
            let citing = resolution.and_then(|at| symbols[at]).or(whole);
            Citation {
                span: reference.span,
                reference: at,
                resolution,
                citing: citing.map(str::to_owned),
                cited: reference.symbol.clone(),
                entity: reference.entity.clone(),
                verb: reference.verb.clone(),
                class: reference.class,
            }
        };
        let leads_elsewhere = |edge: &Citation| edge.citing.is_none() || edge.citing != edge.cited;
        let of_others = |(_, reference): &(usize, &Reference)| reference.form != ReferenceForm::Own;
        self.references.iter().enumerate().filter(of_others).map(edge).filter(leads_elsewhere)
    }

    /// The symbol of the document, unless it is that of one resolution among others.
    fn symbol_of_all(&self) -> Option<&str> {
        let symbol = self.symbol.as_ref().map(|symbol| symbol.value.as_str())?;
        let mut adopted = self.resolutions.iter().filter(|resolution| !resolution.annex);
        let is_one = |resolution: &Resolution| resolution.symbol.as_ref().is_some_and(|it| it.value == symbol);
        let several = adopted.clone().nth(1).is_some();
        (!several || !adopted.any(is_one)).then_some(symbol)
    }

    /// By resolution: its symbol, or for an annex without one that of the resolution it belongs to.
    fn citing_symbols(&self) -> Vec<Option<&str>> {
        let mut adopted = None;
        let mut symbols = Vec::with_capacity(self.resolutions.len());
        for resolution in &self.resolutions {
            let symbol = resolution.symbol.as_ref().map(|symbol| symbol.value.as_str());
            if !resolution.annex {
                adopted = symbol;
            }
            symbols.push(symbol.or(adopted));
        }
        symbols
    }

    /// The resolution whose span holds `span`.
    fn resolution_at(&self, span: Span) -> Option<usize> {
        let at = self.resolutions.partition_point(|resolution| resolution.span.start <= span.start).checked_sub(1)?;
        self.resolutions[at].span.contains(span).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, ReferenceKind};

    /// A document of resolutions of ten bytes each, with a reference in each and one behind them; an annex begins with `+`.
    fn document(symbol: &str, resolutions: &[&str]) -> Document {
        let place = |at: usize| Span::new(10 * at, 10 * at + 10);
        let known = |symbol: &str| Some(Evidence::new(symbol.to_owned(), place(0))).filter(|_| !symbol.is_empty());
        let mut document = Document::new("".into(), "fr");
        document.symbol = known(symbol);
        for (at, symbol) in resolutions.iter().enumerate() {
            let mut resolution = Resolution::new(place(at));
            resolution.annex = symbol.starts_with('+');
            resolution.symbol = known(symbol.trim_start_matches('+'));
            document.resolutions.push(resolution);
        }
        let words = |at| Reference::new(Span::new(10 * at + 3, 10 * at + 7), ReferenceKind::Resolution);
        document.references = (0..=resolutions.len()).map(words).collect();
        document
    }

    #[test]
    fn who_cites_is_told_by_the_nearest_symbol() {
        for (symbol, resolutions, citing) in [
            ("", &[][..], &[""][..]),
            ("A/70/12", &[], &["A/70/12"]),
            // what stands behind the only resolution is the document's
            ("70/1", &["70/1"], &["70/1", "70/1"]),
            ("A/70/12", &["", ""], &["A/70/12", "A/70/12", "A/70/12"]),
            // a collection that is called by its first resolution
            ("70/1", &["70/1", "", "70/3"], &["70/1", "", "70/3", ""]),
            ("70/1", &["70/1", "+", "+70/2", "+"], &["70/1", "70/1", "70/2", "70/1", "70/1"]),
        ] {
            let edges: Vec<Citation> = document(symbol, resolutions).citations().collect();
            let told: Vec<&str> = edges.iter().map(|edge| edge.citing.as_deref().unwrap_or_default()).collect();
            assert_eq!(told, citing, "{symbol} {resolutions:?}");
            let held: Vec<Option<usize>> = edges.iter().map(|edge| edge.resolution).collect();
            let expected: Vec<Option<usize>> = (0..resolutions.len()).map(Some).chain([None]).collect();
            assert_eq!(held, expected, "{symbol} {resolutions:?}");
        }
    }

    #[test]
    fn what_a_text_says_of_itself_is_no_edge() {
        let mut document = document("70/1", &["70/1"]);
        for (reference, cited) in document.references.iter_mut().zip(["70/1", "70/2"]) {
            reference.symbol = Some(cited.to_owned());
        }
        let cited: Vec<Option<String>> = document.citations().map(|edge| edge.cited).collect();
        assert_eq!(cited, [Some("70/2".to_owned())]);
    }
}

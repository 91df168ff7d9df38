//! Headings: under which other heading each stands.
//!
//! Headings of one form are siblings: a form that is open already closes the forms below it, a new form opens below. So
//! `TITRE I` holds `Chapitre premier`, and `A. QUESTIONS POLITIQUES` holds `Au titre de la paix`, whatever ranks the drafters chose.

use super::outline::{HeadingNode, Text};
use crate::lexicon::{Cue, WordId};
use crate::model::MarkerStyle;
use crate::text::CleanSpan;

/// What makes two headings siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `I.`, `A.`, `3.`, `3.1.` by style and number of parts.
    Marker(MarkerStyle, usize),
    /// `TITRE I`, `Chapitre premier`, by its first word.
    Named(WordId),
    /// `SITUATION EN GUINEE-BISSAU`
    Capitals,
    /// `Embargo sur les armes`
    Small,
}

/// The headings that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Headings {
    open: Vec<(Form, usize)>,
    /// The last paragraph was a label and no more: what stands below it goes on with it.
    bare: bool,
}

impl Headings {
    /// The heading nearest to what follows.
    pub(super) fn nearest(&self) -> Option<usize> {
        self.open.last().map(|&(_, place)| place)
    }

    /// Takes the title of one clause, which no other stands under.
    pub(super) fn title(&mut self, span: CleanSpan, all: &mut Vec<HeadingNode>) -> usize {
        all.push(HeadingNode { span, parent: self.nearest() });
        all.len() - 1
    }

    /// No heading goes on any longer.
    pub(super) fn text_follows(&mut self) {
        self.bare = false;
    }

    /// Takes the heading that paragraph `index` is.
    pub(super) fn take(&mut self, index: usize, text: Text<'_>, all: &mut Vec<HeadingNode>) {
        let span = text.paragraphs[index].span;
        let form = form(index, text);
        let plain = matches!(form, Form::Capitals | Form::Small);
        if self.bare
            && plain
            && let Some(last) = all.last_mut()
        {
            last.span = last.span.cover(span);
            self.bare = false;
            return;
        }
        // two plain lines on each other are one heading, printed on two lines, where both are in capitals
        if let Some(place) = self.open.iter().position(|&(other, _)| other == form) {
            self.open.truncate(place);
        }
        let parent = self.nearest();
        self.open.push((form, all.len()));
        all.push(HeadingNode { span, parent });
        self.bare = !plain && is_bare(index, text);
    }
}

fn form(index: usize, text: Text<'_>) -> Form {
    let paragraph = &text.paragraphs[index];
    if let Some(found) = paragraph.candidate() {
        let marker = &paragraph.text[..found.len];
        return Form::Marker(found.first.style, marker.split('.').filter(|part| !part.is_empty()).count());
    }
    let alone = paragraph.words.len() == 1
        && crate::grammar::roman::roman(paragraph.text).is_ok_and(|(rest, _)| rest.is_empty());
    if alone {
        return Form::Marker(MarkerStyle::UpperRoman, 1);
    }
    match text.words.get(paragraph.body) {
        Some(first) if text.opens(index, Cue::Division) => Form::Named(first.id),
        _ if paragraph.capitals => Form::Capitals,
        _ => Form::Small,
    }
}

/// `TITRE I`, `Chapitre premier :`, `II`: a label without words of its own.
fn is_bare(index: usize, text: Text<'_>) -> bool {
    let paragraph = &text.paragraphs[index];
    let words = text.words[paragraph.body..paragraph.words.end].iter().filter(|word| !word.is_punctuation()).count();
    words <= if text.opens(index, Cue::Division) { 2 } else { usize::from(paragraph.candidate().is_none()) }
}

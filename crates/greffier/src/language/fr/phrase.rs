//! The words of a paragraph, and what each can do as a small word.

use crate::lexicon::particle::{Part, Parts};
use crate::lexicon::segment::Join;
use crate::lexicon::{Lexicon, WordId};
use crate::text::{CleanSpan, Word};

/// Words of one paragraph, with what is known about them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<'t> {
    pub(crate) words: &'t [Word],
    /// The clean text, where accents can be looked up.
    pub(crate) clean: Option<&'t str>,
    pub(crate) lexicon: &'t Lexicon,
}

impl<'t> Phrase<'t> {
    pub(super) fn id(&self, at: usize) -> Option<WordId> {
        self.words.get(at).map(|word| word.id)
    }

    /// What word `at` can do as a small word.
    pub(crate) fn parts(&self, at: usize) -> Parts {
        self.id(at).map_or(Parts::default(), |id| self.lexicon.particles.parts(id))
    }

    /// The letters of word `at`, where the text is known.
    pub(crate) fn letters(&self, at: usize) -> &'t [u8] {
        self.clean.map_or(&[], |clean| &clean.as_bytes()[self.words[at].span.range()])
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, part: Part) -> bool {
        self.parts(at).has(part)
    }

    #[inline]
    pub(crate) fn is_any(&self, at: usize, parts: &[Part]) -> bool {
        self.parts(at).meets(Parts::of(parts))
    }

    /// Whether the word is that punctuation mark.
    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.words.get(at).is_some_and(|word| word.is_punctuation())
            && self.clean.is_none_or(|clean| self.words[at].text(clean).starts_with(mark))
    }

    /// Whether word `at` carries an accent, where that can be seen: `où`, `à`.
    pub(crate) fn is_accented(&self, at: usize) -> bool {
        !self.letters(at).is_ascii()
    }

    /// Whether the word only separates: a comma, a dash, `et`; not a bracket or a quotation mark.
    pub(crate) fn is_separator(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        self.is(at, Part::Conjunction)
            || (word.is_punctuation()
                && self.clean.is_none_or(|clean| word.text(clean).starts_with([',', ';', ':', '.', '-', '–', '—'])))
    }

    /// How many words a phrase such as `ainsi que` has that stands at word `at`.
    pub(crate) fn coordination(&self, at: usize) -> Option<usize> {
        let ids = self.words[at..].iter().map(|word| word.id);
        self.lexicon.particles.coordination.longest(ids).map(|(count, ())| count)
    }

    /// Where what stands before word `at` ends, `et, à cet égard,` and `de même que` left to what follows; not before `floor`.
    pub(crate) fn before_aside(&self, at: usize, floor: usize) -> usize {
        /// Words of such a phrase, at most.
        const ASIDE: usize = 5;
        let mut end = at;
        loop {
            while end > floor && self.is_separator(end - 1) {
                end -= 1;
            }
            let phrase = (2..=ASIDE).find(|&count| {
                let start = end.saturating_sub(count);
                start > floor
                    && ((end < at && self.is_separator(start - 1) && self.past_adverbs(start) == end)
                        || self.coordination(start) == Some(count))
            });
            match phrase {
                Some(count) => end -= count,
                None => return end.max(floor),
            }
        }
    }

    /// Whether the word is an auxiliary: `a`, `ont`.
    pub(crate) fn is_auxiliary(&self, at: usize) -> bool {
        self.is_any(at, &[Part::HaveSingular, Part::HavePlural, Part::HaveWe]) && !self.is_accented(at)
    }

    /// The word after `et` or `ainsi que` at word `at`.
    pub(super) fn after_conjunction(&self, at: usize) -> Option<usize> {
        if self.is(at, Part::Conjunction) { Some(at + 1) } else { self.coordination(at).map(|count| at + count) }
    }

    /// Whether the pronoun at word `at` stands for several.
    pub(crate) fn is_plural_pronoun(&self, at: usize) -> bool {
        self.is_plural_group(at) || self.is(at, Part::Indirect) && self.is(at, Part::Possessive)
    }

    /// `qui suit`, `ci-après`: words at `at` by which a text says that it follows.
    pub(crate) fn announces_text(&self, at: usize) -> bool {
        let follows = &self.lexicon.duties.follows;
        self.id(at).is_some_and(|id| follows.begins(id))
            && follows.longest(self.words[at..].iter().map(|word| word.id)).is_some()
    }

    /// `celui-ci`: a pronoun for somebody named before.
    pub(crate) fn is_demonstrative(&self, at: usize) -> bool {
        self.is(at, Part::Agent)
            && self.words.get(at + 1).is_some_and(|word| word.join == Join::Hyphen && word.span.len() == 2)
            && self.id(at).is_some_and(|id| self.lexicon.particles.is_antecedent_pronoun(id))
    }

    /// Whether the noun group is plural, by the letters of its first word.
    pub(crate) fn is_plural(&self, group: CleanSpan) -> bool {
        self.is_plural_group(self.words.partition_point(|word| word.span.start < group.start))
            || self.clean.is_some_and(|clean| {
                clean[group.range()].split(' ').next().is_some_and(|word| word.ends_with(['s', 'x', 'S', 'X']))
            })
    }

    /// Whether the noun group at word `at` is plural, by the letters of its first words.
    pub(crate) fn is_plural_group(&self, at: usize) -> bool {
        let clean = self.clean.unwrap_or_default();
        self.words
            .get(at)
            .is_some_and(|word| matches!(word.text(clean).chars().next_back(), Some('s' | 'S' | 'x' | 'X')))
    }
}

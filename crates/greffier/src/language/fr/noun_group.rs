//! Noun groups: where one begins, where it ends, and whether it names somebody.

use super::addressee::GAP;
use super::phrase::Phrase;
use crate::lexicon::particle::Part;
use crate::lexicon::segment::SegmentKind;
use crate::text::Case;

/// Bytes of a title before a name: `Mme`.
const TITLE: usize = 4;
/// Words of a list of addressees, at most.
pub(super) const REACH: usize = 120;

/// What may end a noun group besides what ends any.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct End {
    /// `pour son accueil`, `de leurs efforts`: what the group is thanked for.
    pub(super) thing: bool,
    /// Only those who can be asked, of whom something is asked.
    pub(super) asked: bool,
    /// `appelle les parties au calme`: what is asked may be a noun.
    pub(super) called: bool,
}

/// Why a noun group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// `à fournir`, `de fournir`
    Infinitive,
    /// Anything else.
    Other,
}

impl Phrase<'_> {
    pub(super) fn starts_group(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        word.kind == SegmentKind::Word
            && !self
                .is_any(at, &[Part::De, Part::Relative, Part::Conjunction, Part::Aside, Part::Purpose, Part::Dative])
            && (self.is_any(at, &[Part::Determiner, Part::Article, Part::Agent])
                || matches!(word.case, Case::Capital | Case::Upper))
    }

    /// Where the noun group that starts at word `at` ends, and why.
    pub(super) fn group_end(&self, at: usize, limit: usize, how: End) -> (usize, Stop) {
        let limit = limit.min(at + REACH);
        let mut here = at;
        let mut depth = 0_i32;
        while here < limit {
            let word = &self.words[here];
            if word.kind == SegmentKind::Number && depth == 0 && self.is_mark(here + 1, ')') && here > at {
                return (here, Stop::Other);
            }
            if word.is_punctuation() {
                match word.text(self.clean.unwrap_or_default()) {
                    "(" | "«" => depth += 1,
                    ")" | "»" => depth -= 1,
                    "." if depth == 0
                        && self.is(here - 1, Part::Person)
                        && self.words[here - 1].span.len() <= TITLE => {}
                    "-" | "/" | "’" | "'" if depth == 0 => {}
                    "," if depth == 0 && self.goes_on_with_list(here + 1, limit) => {}
                    _ if depth == 0 => return (here, Stop::Other),
                    _ => {}
                }
                if depth < 0 {
                    return (here, Stop::Other);
                }
            } else if depth > 0 || here == at {
                // inside brackets all belongs to the group
            } else if self.infinitive_follows(here) || self.announces(here) {
                return (here, Stop::Infinitive);
            } else if self.ends_group(here)
                || self.joins_next(here)
                || self.ends_for(here, how)
                || self.tells_more(here)
            {
                return (here, Stop::Other);
            }
            here += 1;
        }
        (here, Stop::Other)
    }

    /// `invite les partenaires à :`, before a list of infinitives.
    fn announces(&self, at: usize) -> bool {
        self.is_any(at, &[Part::De, Part::Dative]) && self.is_mark(at + 1, ':')
    }

    /// Whether the thing thanked or praised for, or asked for, begins at word `at`.
    fn ends_for(&self, at: usize, how: End) -> bool {
        let lower = self.words.get(at + 1).is_some_and(|word| word.case == Case::Lower);
        if how.thing {
            return (self.is(at, Part::De) && self.is(at + 1, Part::Possessive))
                || (self.is(at, Part::Purpose) && self.is(at + 1, Part::Determiner))
                || (self.is(at, Part::De) && self.is_mark(at - 1, ')'))
                || (self.is(at, Part::De) && self.is(at + 1, Part::Determiner) && self.is(at + 2, Part::Way))
                || (self.is(at, Part::DeContracted) && self.is(at + 1, Part::Way));
        }
        let text = |at: usize| self.words.get(at).map_or("", |word| word.text(self.clean.unwrap_or_default()));
        let called = how.called && self.is_any(at, &[Part::Dative, Part::DativeContracted]);
        // "appelle la Turquie au respect", but "les États parties à la Convention"
        let named = (at + 1..(at + 3).min(self.words.len())).any(|at| self.words[at].case == Case::Capital);
        if called && self.is_party(at - 1) && self.is(at + 1, Part::Article) {
            return false;
        }
        if called && !(text(at - 1).starts_with("partie") && named) {
            return true;
        }
        // "invite les parties au respect de", "à la retenue"
        let noun = at + if self.is(at, Part::Dative) { 2 } else { 1 };
        if how.asked && self.is_any(at, &[Part::Dative, Part::DativeContracted]) && self.is(noun, Part::Deed) {
            return true;
        }
        // "instruit la Commission à l'effet de"
        if self.is(at, Part::Dative) && text(at + 2) == "effet" {
            return true;
        }
        // "aux créanciers publics pour l'annulation de la dette"
        let bare =
            |from: usize| !self.words[from..at].iter().any(|word| word.case != Case::Lower && word.case != Case::None);
        if how.asked && self.is(at, Part::Purpose) && self.is(at + 1, Part::Determiner) && bare(at.saturating_sub(2)) {
            return true;
        }
        how.asked
            && self.is(at, Part::DativeContracted)
            && lower
            && self.words[at - 1].case == Case::Capital
            && !self.is_plural_group(at)
    }

    /// Whether a participle with a complement begins at word `at`: `donateurs rassemblés à Genève`.
    fn tells_more(&self, at: usize) -> bool {
        const COMPLEMENT: &[Part] = &[Part::Aside, Part::Dative, Part::DativeContracted, Part::BeforeGerund];
        self.words[at].case == Case::Lower
            && self.is_any(at + 1, COMPLEMENT)
            && !self.infinitive_follows(at + 1)
            && self.ends_as_participle(at)
    }

    /// Whether a comma before word `at` stands inside one group: `les représentants de la Tunisie, du Libéria et`.
    fn goes_on_with_list(&self, at: usize, limit: usize) -> bool {
        (self.is(at, Part::De) || self.is(at, Part::DeContracted))
            && !self.infinitive_follows(at)
            && (at..limit.min(at + GAP * 2))
                .any(|at| self.is(at, Part::Conjunction) && self.is_any(at + 1, &[Part::De, Part::DeContracted]))
    }

    /// Whether no noun group goes on at word `at`.
    fn ends_group(&self, at: usize) -> bool {
        if self.is_any(at, &[Part::Relative, Part::Aside]) {
            return true;
        }
        if self.is(at, Part::Article) && !self.is(at, Part::DeContracted) {
            return !self.is_party(at.saturating_sub(2));
        }
        if self.is(at, Part::Purpose) {
            // "le Haut Comité pour les réfugiés" goes on, "remercie X pour son accueil" does not
            return self.is_any(at + 1, &[Part::Possessive, Part::Relative]) || self.is_infinitive(at + 1);
        }
        if self.is(at, Part::BeforeGerund) && !self.is(at, Part::Determiner) {
            return self.words.get(at + 1).is_some_and(|word| word.case == Case::Lower)
                && !self.is(at + 1, Part::Condition);
        }
        // a finite verb or a participle in -ant after the group
        self.is_any(at, &[Part::HaveGerund, Part::HavePlural, Part::BeSingular, Part::BePlural])
            || self.auxiliary_have(at)
    }

    /// Whether the group is a party to what follows `à`: `les parties à un conflit`.
    fn is_party(&self, at: usize) -> bool {
        self.is(at, Part::Agent)
            && self.is(at + 1, Part::Dative)
            && self.words[at].text(self.clean.unwrap_or_default()).starts_with("partie")
    }

    fn auxiliary_have(&self, at: usize) -> bool {
        self.is(at, Part::HaveSingular) && !self.is_accented(at)
    }

    /// Whether a new group of the list begins after the conjunction at word `at`.
    fn joins_next(&self, at: usize) -> bool {
        self.after_conjunction(at).is_some_and(|next| {
            (self.is(next, Part::Determiner) && !self.is_finite_after(next))
                || self.is_any(next, &[Part::Dative, Part::DativeContracted])
                || self.finite(next).is_some()
                || self.gerund(next).is_some()
        })
    }

    /// `les a exhortées`: the article is a pronoun.
    fn is_finite_after(&self, at: usize) -> bool {
        self.finite(at).is_some_and(|group| group.clitic.is_some())
    }

    /// Whether a word of the group names somebody: a noun from the data, or a capital.
    pub(crate) fn can_be_asked(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| {
            self.is(at, Part::Agent)
                || (matches!(self.words[at].case, Case::Capital | Case::Upper) && !self.is(at, Part::Determiner))
        })
    }

    /// Whether the first noun of the group names somebody: not `la promotion de la paix en Afrique`.
    pub(super) fn head_can_be_asked(&self, (start, end): (usize, usize)) -> bool {
        let of = (start + 1..end).find(|&at| self.is_any(at, &[Part::De, Part::DeContracted]));
        self.can_be_asked((start, of.unwrap_or(end)))
    }

    /// Whether the group tells what it is about: `le Comité sur les droits`, `la Commission pour l'Asie`.
    pub(super) fn has_topic(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is_any(at, &[Part::Preposition, Part::Purpose]))
    }

    pub(super) fn has_agent(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is(at, Part::Agent)) || self.words[end - 1].case == Case::Upper
    }
}

//! How a paragraph opens: as a preamble, as an order, as an item of a decision, as a tale.

use super::phrase::Phrase;
use super::verb_group::{Clitic, Group, Number};
use crate::lexicon::Lexicon;
use crate::lexicon::particle::Part;
use crate::lexicon::verb::Frame;
use crate::model::{Class, Tense};
use crate::text::{Case, Word};

/// Words of a subject, at most.
const SUBJECT: usize = 40;
/// Words of a subject after a comma, at most.
const LATE_SUBJECT: usize = 8;

/// What the first verb of a paragraph makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// `Rappelant`, `Profondément préoccupée`, `Vu`
    Preambular,
    /// `Décide`, `Nous félicitons`, `Le Conseil prie`
    Operative,
    /// `De créer`, `d'instituer`
    Infinitive,
    /// `La réunion a décidé`, `Adoptée à l'unanimité`
    Narrative,
}

/// How a paragraph opens, by its first verb; nothing where no act begins it.
pub(crate) fn opening(words: &[Word], lexicon: &Lexicon) -> Option<Opening> {
    let phrase = Phrase { words, clean: None, lexicon };
    let start = words.iter().take(3).take_while(|word| word.is_punctuation()).count();
    if let Some(group) = phrase.lead(start) {
        let led = if group.tense == Tense::Participle { phrase.led_up_to(group.after) } else { None };
        return Some(opening_of(&led.unwrap_or(group)));
    }
    for (at, word) in words.iter().enumerate().take(start + SUBJECT).skip(start + 1) {
        if word.opens() || phrase.is(at, Part::Relative) {
            return None;
        }
        if phrase.may_follow_subject(at)
            && let Some(group) = phrase.finite(at)
        {
            return Some(opening_of(&group));
        }
    }
    None
}

/// Whether the verb that opens a paragraph has no subject before it: `Décide de …`, not `Le Conseil décide de …`.
pub(crate) fn leads(words: &[Word], lexicon: &Lexicon) -> bool {
    let phrase = Phrase { words, clean: None, lexicon };
    let start = words.iter().take(3).take_while(|word| word.is_punctuation()).count();
    phrase.lead(start).is_some()
}

fn opening_of(group: &Group<'_>) -> Opening {
    match group.tense {
        Tense::Participle => Opening::Preambular,
        Tense::Infinitive => Opening::Infinitive,
        Tense::Past => Opening::Narrative,
        Tense::Present | Tense::Future => Opening::Operative,
    }
}

impl<'t> Phrase<'t> {
    /// The verb of a sentence that a participle leads up to: `Ayant examiné le rapport, la Conférence a décidé`.
    fn led_up_to(&self, at: usize) -> Option<Group<'t>> {
        let stop = self.words.len().min(at + SUBJECT);
        let mut comma = None;
        for here in at..stop {
            if self.is(here, Part::Relative) || self.words[here].opens() {
                return None;
            }
            if self.words[here].is_punctuation() {
                comma = (self.is_mark(here, ',') && self.is_any(here + 1, &[Part::Determiner, Part::Subject]))
                    .then_some(here + 1);
            } else if comma.is_some_and(|comma| here > comma && here - comma < LATE_SUBJECT)
                && self.may_follow_subject(here)
                && let Some(group) = self.finite(here).filter(|group| group.tense == Tense::Past)
            {
                return Some(group);
            }
        }
        None
    }

    /// The act that opens a sentence without a subject, at word `at`.
    pub(crate) fn lead(&self, at: usize) -> Option<Group<'t>> {
        self.adopted(at)
            .or_else(|| self.phrase(at))
            .or_else(|| self.gerund(at))
            .or_else(|| self.finite(at).filter(|group| self.is_order(group)))
            .or_else(|| self.adjective(at))
            .or_else(|| self.infinitive(at))
            .or_else(|| {
                // "Toujours", "Également": adverbs before a verb
                let after = self.adverbs(at).end;
                if after == at { None } else { self.gerund(after).or_else(|| self.finite(after)) }
            })
    }

    /// Whether a finite verb that opens a sentence does an act: not the noun of `Note du Secrétariat`, `Les charges`.
    fn is_order(&self, group: &Group<'_>) -> bool {
        let noun = matches!(group.class, Class::Note | Class::Request | Class::Mandate)
            && group.end == group.start + 1
            && self.is(group.end, Part::DeContracted);
        let article = group.tense == Tense::Present && group.clitic.is_some() && !self.asks_with_pronoun(group);
        !noun && !article
    }

    /// Whether the pronoun before a present is one: not the article of `La charge`, `les notes`.
    pub(crate) fn asks_with_pronoun(&self, group: &Group<'_>) -> bool {
        // "la charge de travail", a noun; "la charge de publier", a verb
        let of = self.is_any(group.after, &[Part::De, Part::Dative]);
        let goes_on = (of && (self.clean.is_none() || self.infinitive_follows(group.after)))
            || self.is_any(group.after, &[Part::Purpose, Part::Relative])
            || self.words.get(group.after).is_none_or(|word| word.is_punctuation());
        goes_on
            && group.clitic.is_some_and(|(_, clitic)| match clitic {
                Clitic::Direct => matches!(group.frame, Frame::Accusative | Frame::Object),
                Clitic::Indirect => group.frame == Frame::Dative,
            })
    }

    /// `Adoptée à l'unanimité`, `Adopté par le Conseil`
    fn adopted(&self, at: usize) -> Option<Group<'t>> {
        let word = self.words.get(at)?;
        if !matches!(word.case, Case::Capital | Case::Upper) {
            return None;
        }
        let group = self.bare_participle(at).filter(|group| group.class == Class::Adopt)?;
        let follows = self.is_any(group.end, &[Part::Dative, Part::DativeContracted, Part::Aside]);
        (follows || !self.is_present(at)).then_some(group)
    }

    fn is_present(&self, at: usize) -> bool {
        self.finite(at).is_some_and(|group| group.number == Some(Number::Singular))
    }

    /// Whether a finite verb can begin at word `at`, by the word before: `la demande` is no verb, `elle demande` is one.
    pub(crate) fn may_follow_subject(&self, at: usize) -> bool {
        const NOT_BEFORE: &[Part] = &[
            Part::Aside,
            Part::Conjunction,
            Part::Dative,
            Part::DativeContracted,
            Part::De,
            Part::DeContracted,
            Part::Determiner,
            Part::Elided,
            Part::Preposition,
            Part::Purpose,
            Part::Reflexive,
        ];
        // "de tenir compte": a noun
        if at >= 2
            && self.clean.is_some()
            && self.is_any(at - 2, &[Part::De, Part::Dative])
            && self.infinitive_follows(at - 2)
        {
            return false;
        }
        at > 0 && (self.is(at - 1, Part::Subject) || !self.is_any(at - 1, NOT_BEFORE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word::words;

    fn of(text: &str) -> Option<Opening> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        opening(&words(text, &lexicon), &lexicon)
    }

    #[test]
    fn paragraphs_open() {
        use Opening::{Infinitive, Narrative, Operative, Preambular};
        for (text, expected) in [
            ("Rappelant ses résolutions antérieures", Preambular),
            ("RAPPELANT les décisions", Preambular),
            ("Tout en se félicitant des progrès", Preambular),
            ("Se félicitant également de la tenue", Preambular),
            ("Profondément préoccupée par la famine", Preambular),
            ("Toujours aussi gravement préoccupé par", Preambular),
            ("Ayant examiné le rapport", Preambular),
            ("Ayant à l’esprit la Charte", Preambular),
            ("Après avoir entendu l’exposé", Preambular),
            ("Vu le Traité", Preambular),
            ("Sur proposition de la Commission", Preambular),
            ("Soucieux de renforcer", Preambular),
            ("Décide de créer un comité", Operative),
            ("PREND NOTE du rapport", Operative),
            ("Prie instamment les parties", Operative),
            ("Se déclare vivement préoccupée", Operative),
            ("S’engage à appliquer", Operative),
            ("Nous félicitons de l’accord", Operative),
            ("Condamnons les attaques", Operative),
            ("Le Conseil prie la Commission", Operative),
            ("Les exhorte à cesser le feu", Operative),
            ("La Commission fera rapport", Operative),
            ("De créer un comité", Infinitive),
            ("d’instituer un fonds", Infinitive),
            ("La réunion a décidé de siéger", Narrative),
            ("Elle s’est, ensuite, penchée sur le budget", Narrative),
            ("Dans ce contexte, elle les a exhortés à agir", Narrative),
            ("Les ministres ont condamné l’attaque", Narrative),
            ("Ayant examiné le rapport, la Conférence a décidé de siéger", Narrative),
            ("Adoptée à l’unanimité", Narrative),
            ("Adopté par le Conseil lors de sa session", Narrative),
        ] {
            assert_eq!(of(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn headings_and_names_do_not() {
        for text in [
            "",
            "Au titre de la paix et de la sécurité",
            "Note du Secrétariat",
            "La demande du Gouvernement",
            "Les États qui ont ratifié le traité",
            "Paix et sécurité",
            "12 mars 2014",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}

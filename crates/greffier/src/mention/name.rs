//! Names of the gazetteer in the clean text: the longest that stands at a word, written as a name is.

use super::Reading;
use crate::lexicon::names::EntryId;
use crate::lexicon::segment::Join;
use crate::lexicon::{Entry, Name, NameForm, Part};
use crate::model::EntityKind;
use crate::text::Word;
use crate::text::word::Case;

/// A name of the gazetteer that stands at a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NameAt<'l> {
    /// How many words it has.
    pub(crate) count: usize,
    pub(crate) id: EntryId,
    pub(crate) entry: &'l Entry,
}

/// The longest name that begins with word `at` of the text: `Guinée-Bissau`, not `Guinée`.
#[inline]
pub(crate) fn name_at(reading: Reading<'_>, at: usize) -> Option<NameAt<'_>> {
    if may_begin(reading, at) { longest_at(reading, at) } else { None }
}

/// Whether a name may begin with word `at`, by one look at it and the next.
#[inline]
pub(crate) fn may_begin(reading: Reading<'_>, at: usize) -> bool {
    let Some(first) = reading.words.get(at) else { return false };
    let second = reading.words.get(at + 1).filter(|word| !word.opens()).map(|word| word.id);
    reading.lexicon.names.may_begin(first.id, second)
}

fn longest_at(reading: Reading<'_>, at: usize) -> Option<NameAt<'_>> {
    let names = &reading.lexicon.names;
    let words = &reading.words[at..];
    let ids =
        words.iter().enumerate().take_while(|(index, word)| *index == 0 || !word.opens()).map(|(_, word)| word.id);
    let (count, name) = names.longest(ids, |count, name| fits(reading, at, count, name))?;
    Some(NameAt { count, id: name.entry, entry: names.entry(name.entry) })
}

/// Whether the words are written as the name wants it.
fn fits(reading: Reading<'_>, at: usize, count: usize, name: Name) -> bool {
    let words = &reading.words[at..at + count];
    let article = |word: &Word| reading.lexicon.phrases.part(word.id).is(Part::ARTICLE);
    // "Le cap" is not "Le Cap"
    let capital = |word: &Word| matches!(word.case, Case::Capital | Case::Upper) && (count == 1 || !article(word));
    let before = at.checked_sub(1).map(|index| &reading.words[index]);
    let after = reading.words.get(at + count);
    let entry = reading.lexicon.names.entry(name.entry);
    let written = match name.form {
        NameForm::Plain => true,
        NameForm::Exact => {
            let list = reading.lexicon.names.before(name.entry);
            words.iter().all(|word| word.case == Case::Capital)
                && before.is_some_and(|word| !words[0].opens() && list.contains(&word.id))
        }
        NameForm::Acronym => {
            words.iter().all(|word| is_acronym(word, reading.clean))
                && !is_in_symbol(reading, [at.checked_sub(1), at.checked_sub(2), at.checked_sub(3)])
                && !is_in_symbol(reading, [1, 2, 3].map(|far| Some(at + count - 1 + far)))
        }
        NameForm::Proper if count == 1 => capital(&words[0]),
        NameForm::Proper if words.iter().any(capital) => true,
        NameForm::Proper => match entry.kind {
            EntityKind::Group => true,
            EntityKind::Organization => count > 2,
            _ => false,
        },
    };
    // a part of a longer compound is no name: "Kourouma-Mali"
    let hyphen = |word: Option<&Word>| word.is_some_and(|word| word.join == Join::Hyphen);
    written && !hyphen(words.first()) && !hyphen(after)
}

/// Whether a slash is glued to a name, with something behind it that is no other acronym: `CM/UEMOA/2`, but not `UA/ONU`. The places of
/// the slash, of what stands beyond it and of the next are given.
fn is_in_symbol(reading: Reading<'_>, [slash, beyond, next]: [Option<usize>; 3]) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| reading.words.get(at));
    let glued = |at: Option<usize>| word(at).is_some_and(|word| word.text(reading.clean) == "/");
    let inside = |at: Option<usize>| word(at).is_some_and(|word| word.join == Join::Glued);
    let (Some(place), Some(other)) = (slash, word(beyond)) else { return false };
    // the words on both sides stick to it
    let sticks = inside(slash) && (inside(Some(place + 1)) || inside(beyond));
    let acronym = other.case == Case::Upper && reading.lexicon.names.begins(other.id) && !glued(next);
    glued(slash) && sticks && !acronym
}

/// Whether a word is written as acronyms are: `OCI`, `CAfDHP`, and long ones as names: `Minusma`.
fn is_acronym(word: &Word, clean: &str) -> bool {
    match word.case {
        Case::Upper => true,
        Case::Lower => false,
        Case::Capital => {
            let text = word.text(clean);
            text.chars().filter(|c| c.is_alphabetic()).count() >= 5
                || text.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count() >= 2
        }
        Case::None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::word::words;

    fn names(text: &str) -> Vec<String> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let words = words(text, &lexicon);
        let reading = Reading { clean: text, words: &words, lexicon: &lexicon };
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = name_at(reading, at);
            if let Some(name) = found {
                let end = words[at + name.count - 1].span.end as usize;
                out.push(text[words[at].span.start as usize..end].to_owned());
            }
            at += found.map_or(1, |name| name.count);
        }
        out
    }

    #[test]
    fn names_are_found_whole() {
        for (text, expected) in [
            ("au Mali et en Guinée-Bissau", vec!["Mali", "Guinée-Bissau"]),
            (
                "la Guinée équatoriale, la Guinée Bissau, la Guinée",
                vec!["Guinée équatoriale", "Guinée Bissau", "Guinée"],
            ),
            ("le Président du Faso", vec!["Faso"]),
            ("la RDC et le Congo", vec!["RDC", "Congo"]),
            ("à La Réunion", vec!["La Réunion"]),
            ("l’OCI, l’O.I.F. et les Nations-Unies", vec!["OCI", "O.I.F.", "Nations-Unies"]),
            ("le conseil de sécurité", vec!["conseil de sécurité"]),
            ("en COTE D'IVOIRE", vec!["COTE D'IVOIRE"]),
            ("la Minusma au Caire", vec!["Minusma", "Caire"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_name_is_none() {
        for text in [
            "La réunion s’ouvre",
            "La Réunion décide",
            "à la réunion",
            "le Gouvernement malien",
            "une grenade",
            "CM/UEMOA/2008",
            "un niger",
            "le pam",
            "Mamadou Diallo-Mali",
        ] {
            assert_eq!(names(text), Vec::<String>::new(), "{text}");
        }
    }
}

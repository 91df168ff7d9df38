//! Aliases: what a text will call a body or a treaty from then on.

use super::acronym::Defined;
use super::phrase::Phrase;
use crate::lexicon::Part;

/// The words by which the text will call the body or treaty that ends before `at`: `(ci-après « le Comité »)`, `(la Commission)`,
/// `, ci-après dénommée la Mission,`.
pub(crate) fn alias(phrase: Phrase<'_>, at: usize) -> Option<Defined> {
    phrase.next(at)?;
    let bracket = match phrase.text(at) {
        "(" => true,
        "," => false,
        _ => return None,
    };
    let skip = |from: usize, most: usize, fits: &dyn Fn(usize) -> bool| {
        from + (from..from + most).take_while(|&at| phrase.next(at).is_some() && fits(at)).count()
    };
    let cue = skip(at + 1, ALIAS_CUE, &|at| phrase.part(at).is(Part::HEREAFTER));
    let cued = cue >= at + 3;
    if !(cued || bracket) {
        return None;
    }
    let quote = skip(cue, 1, &|at| phrase.is_quote(at));
    let article = skip(quote, 1, &|at| phrase.part(at).is(Part::ARTICLE));
    let first = skip(article, 1, &|at| phrase.is_quote(at));
    if article == quote && !(cued && first > cue) {
        return None;
    }
    let last = skip(first, ALIAS, &|at| phrase.is_capital(at) || (at > first && phrase.is_adjective(at, false)));
    let close = skip(last, 1, &|at| phrase.is_quote(at));
    let closed =
        if bracket { phrase.text(close) == ")" } else { phrase.next(close).is_none_or(|word| word.is_punctuation()) };
    (last > first && closed && !phrase.is_shouted(first)).then_some(Defined {
        first,
        last,
        after: close + usize::from(bracket),
    })
}

/// No more words than introduce an alias: `ci-après dénommée`.
const ALIAS_CUE: usize = 4;
/// Words of an alias, at most.
const ALIAS: usize = 3;

//! Citations that point to another: `ladite résolution`, `les deux décisions susvisées`, `l’Accord`; and texts that mean themselves:
//! `la présente résolution`.

use rustc_hash::FxHashMap;

use super::{ReferenceMention, inner};
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{NumberWord, Part, Start, StartSet, WordRoles};
use crate::mention::phrase::Phrase;
use crate::model::{ReferenceForm, ReferenceKind};
use crate::text::Word;
use crate::text::word::Case;

/// How many citations of a kind are remembered.
const MEMORY: usize = 8;
/// Words between a noun and a number that is its own: `lesdites résolutions n° 5`.
const NUMBER: usize = 3;
/// Words from a participle to what says where: `visée plus haut`.
const ABOVE: usize = 3;

/// Adds the citations that point to those already found, which are in order of place.
pub(super) fn anaphoric(phrase: Phrase<'_>, references: &mut Vec<ReferenceMention>) {
    const STARTS: StartSet = StartSet::of(&[Start::Citation, Start::Head, Start::Paragraph]);
    let words = phrase.reading.words;
    let mut memory = Memory::default();
    let (mut at, mut next, mut paragraph) = (0, 0, 0);
    let mut found = Vec::new();
    while let Some(word) = words.next(at, STARTS) {
        at = word + 1;
        let start = words[word].span.start;
        let noun = if words[word].kind == SegmentKind::Word { noun(phrase, word) } else { None };
        if noun.is_some() || words[word].opens() {
            while references.get(next).is_some_and(|reference| reference.span.start < start) {
                memory.keep(phrase, &references[next], next, paragraph);
                next += 1;
            }
        }
        paragraph += usize::from(words[word].opens());
        let Some(noun) = noun else { continue };
        let inside = next.checked_sub(1).is_some_and(|last| references[last].span.end > start);
        if inside || is_numbered(phrase, word, references.get(next)) {
            continue;
        }
        let Some(pointer) = pointer(phrase, word, &noun) else { continue };
        let span = words[pointer.start].span.cover(words[pointer.end - 1].span);
        let inner = inner::before(phrase.reading, pointer.start);
        let form = if pointer.own { ReferenceForm::Own } else { ReferenceForm::Anaphoric };
        let bare = ReferenceMention { form, inner, ..ReferenceMention::new(span, noun.kind) };
        let meant = if pointer.own { Vec::new() } else { memory.meant(&noun, &pointer) };
        if meant.is_empty() && !pointer.bare {
            found.push(bare.clone());
        }
        for index in meant {
            let cited = &references[index];
            found.push(ReferenceMention {
                title: cited.title.clone(),
                symbol: cited.symbol.clone(),
                body: cited.body.clone(),
                entity: cited.entity,
                ..bare.clone()
            });
        }
    }
    references.append(&mut found);
    references.sort_by_key(|reference| (reference.span.start, reference.span.end));
}

/// Whether the text that word `at` means is cited right there: `résolution 70/1`, `lesdites résolutions n° 5`.
fn is_numbered(phrase: Phrase<'_>, at: usize, next: Option<&ReferenceMention>) -> bool {
    let words = phrase.reading.words;
    let ahead = &words[at..words.len().min(at + NUMBER + 1)];
    let known = &phrase.reading.lexicon.references;
    let points = WordRoles::MENTIONED.or(WordRoles::AFORESAID);
    let apart = |word: &Word| word.opens() || known.roles(word.id).has(points);
    let near = |next: &ReferenceMention| ahead.iter().any(|word| word.span.start == next.span.start);
    next.is_some_and(near) && !ahead[1..].iter().any(apart)
}

/// A noun that may stand for a text cited before.
struct Noun {
    kind: ReferenceKind,
    /// The word, where the kind alone does not tell: an agreement is no charter.
    stem: String,
    plural: bool,
}

/// What kind of text word `at` means.
fn noun(phrase: Phrase<'_>, at: usize) -> Option<Noun> {
    let id = phrase.reading.words[at].id;
    if let Some(citing) =
        phrase.reading.lexicon.references.citing(id).filter(|citing| !citing.short && !citing.compound)
    {
        return Some(Noun { kind: citing.kind, stem: stem(citing.kind, phrase.text(at)), plural: citing.plural });
    }
    if !phrase.part(at).is(Part::TREATY) {
        return None;
    }
    let text = phrase.text(at);
    Some(Noun { kind: ReferenceKind::Treaty, stem: stem(ReferenceKind::Treaty, text), plural: text.ends_with('s') })
}

/// What tells texts of one kind apart: the first word of their name.
fn stem(kind: ReferenceKind, name: &str) -> String {
    if !matches!(kind, ReferenceKind::Treaty | ReferenceKind::Regulation) {
        return String::new();
    }
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    fold(first).trim_end_matches('s').to_owned()
}

/// The words around a noun that point.
struct Pointer {
    start: usize,
    end: usize,
    /// `présente`
    own: bool,
    /// An article alone: it points only where something of that name was cited.
    bare: bool,
    /// `deux`
    count: Option<usize>,
}

/// The pointer whose noun is word `at`.
fn pointer(phrase: Phrase<'_>, at: usize, noun: &Noun) -> Option<Pointer> {
    let lexicon = phrase.reading.lexicon;
    let words = phrase.reading.words;
    let role =
        |at: usize, role: WordRoles| words.get(at).is_some_and(|word| lexicon.references.roles(word.id).has(role));
    let follows = |at: usize, which: WordRoles| phrase.next(at).is_some() && role(at, which);
    let back = |at: usize| at.checked_sub(1).filter(|_| !words[at].opens());
    let before = back(at);
    let number = before.and_then(|before| match lexicon.numbers.word(words[before].id) {
        Some(NumberWord::Cardinal(number)) if number > 1 => Some((before, usize::from(number))),
        _ => None,
    });
    let (mut start, count) = number.map_or((at, None), |(start, number)| (start, Some(number)));
    // "cette même résolution"
    let mut points = false;
    while let Some(before) = back(start).filter(|&at| role(at, WordRoles::POINTING.or(WordRoles::MEDIAL))) {
        points |= role(before, WordRoles::POINTING);
        start = before;
    }
    let medial = start < at && number.is_none_or(|(number, _)| start < number);
    let before = back(start);
    if let Some(start) = before.filter(|&before| role(before, WordRoles::PRESENT)) {
        return Some(Pointer { start, end: at + 1, own: true, bare: false, count });
    }
    let mut end = at + 1;
    if follows(end, WordRoles::AFORESAID) {
        // "sus-visée"
        end += 1 + usize::from(phrase.next(end + 1).is_some_and(|next| next.join == Join::Hyphen));
    } else if follows(end, WordRoles::MENTIONED)
        || phrase.next(end).is_some_and(|_| phrase.part(end).is(Part::HEREAFTER))
    {
        let above =
            (end + 1..=end + ABOVE).take_while(|&at| phrase.next(at).is_some()).find(|&at| role(at, WordRoles::ABOVE));
        // "la dernière résolution citée"
        end = above.map_or(end + usize::from(medial && role(end, WordRoles::MENTIONED)), |above| above + 1);
    }
    if points || end > at + 1 {
        return Some(Pointer { start, end, own: false, bare: false, count });
    }
    // "l’Accord", "de la Charte", "du Protocole"
    let word = &words[at];
    let definite = before.is_some_and(|before| phrase.part(before).is(Part::ARTICLE.or(Part::CONTRACTION)));
    let named = matches!(noun.kind, ReferenceKind::Treaty | ReferenceKind::Declaration)
        && word.case == Case::Capital
        && definite
        && !noun.plural
        && count.is_none()
        && phrase.next(end).is_none_or(|next| next.join != Join::Hyphen);
    named.then_some(Pointer { start, end, own: false, bare: true, count: None })
}

/// A citation to which others may point.
struct Kept {
    /// Its place among the references.
    index: usize,
    paragraph: usize,
    /// How often it was cited so far.
    times: usize,
    /// What it means: symbol, entity.
    means: (Option<String>, Option<usize>),
}

/// The last citations, by kind and stem, each instrument once.
#[derive(Default)]
struct Memory {
    last: FxHashMap<(ReferenceKind, String), Vec<Kept>>,
}

impl Memory {
    fn keep(&mut self, phrase: Phrase<'_>, reference: &ReferenceMention, index: usize, paragraph: usize) {
        let name = reference.title.as_deref().unwrap_or(&phrase.reading.clean[reference.span.range()]);
        self.keep_as((reference.kind, stem(reference.kind, name)), reference, index, paragraph);
        // "la décision PSC/PR/COMM.(CCLXXVIII)" is a communiqué that the text calls a decision
        let words = phrase.reading.words;
        let before = words.partition_point(|word| word.span.start < reference.span.start).checked_sub(1);
        let called = before.and_then(|before| noun(phrase, before)).filter(|noun| noun.kind != reference.kind);
        if let Some(called) = called {
            self.keep_as((called.kind, called.stem), reference, index, paragraph);
        }
    }

    fn keep_as(&mut self, key: (ReferenceKind, String), reference: &ReferenceMention, index: usize, paragraph: usize) {
        let means = (reference.symbol.clone(), reference.entity);
        let last = self.last.entry(key).or_default();
        let known = last.iter().position(|kept| kept.means == means);
        let times = known.map_or(1, |known| last.remove(known).times + 1);
        if last.len() == MEMORY {
            last.remove(0);
        }
        last.push(Kept { index, paragraph, times, means });
    }

    /// The citations that a pointer means, in order of place.
    fn meant(&self, noun: &Noun, pointer: &Pointer) -> Vec<usize> {
        let Some(last) = self.last.get(&(noun.kind, noun.stem.clone())) else { return Vec::new() };
        if pointer.bare {
            // "la Déclaration" is the one that the text is about
            let most = last.iter().max_by_key(|kept| kept.times);
            return most.map(|kept| kept.index).into_iter().collect();
        }
        let paragraph = last.last().map(|kept| kept.paragraph);
        let near = last.iter().filter(|kept| Some(kept.paragraph) == paragraph).count();
        let count = match pointer.count {
            Some(count) if count > last.len() => return Vec::new(),
            Some(count) => count,
            None if !noun.plural => 1,
            None if near > 1 => near,
            None => last.len(),
        };
        last[last.len().saturating_sub(count)..].iter().map(|kept| kept.index).collect()
    }
}

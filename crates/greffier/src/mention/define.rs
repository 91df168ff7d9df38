//! Names that the text gives: the acronym of a long form, before, inside or behind it, and the alias by which a body is called from then on.

use super::acronym::{self, Defined};
use super::alias;
use super::instrument;
use super::name::name_at;
use super::scan::Scan;
use super::select::{Candidate, Key};
use super::signature::SIGNATURE;
use crate::lexicon::Part;
use crate::lexicon::fold::fold;
use crate::lexicon::names::EntryId;
use crate::model::EntityKind;

/// More aliases than a text gives.
const ALIASES: usize = 32;

/// Words before the head of a name that its acronym may count, at most.
const BEFORE_HEAD: usize = 2;

/// Words of a long form in brackets, at most.
const LONG_FORM: usize = 24;

impl Scan<'_> {
    /// Lets the name found last begin where its acronym says: `Haut Conseil des chefs (HCC)`.
    pub(super) fn reach_back(&mut self, end: usize, found: Defined) {
        let start = acronym::long_form(self.phrase, end, self.printed(found.first, found.last));
        let Some(long) = self.found.last() else { return };
        let before = start.filter(|&start| start < long.start && long.start - start <= BEFORE_HEAD);
        let overlaps = |start: usize| self.found.iter().rev().nth(1).is_some_and(|before| before.end > start);
        let Some(start) = before.filter(|&start| long.end == end && !overlaps(start)) else { return };
        let key = Key::Text(self.key(start, end));
        if let Some(long) = self.found.last_mut() {
            (long.start, long.key) = (start, key);
        }
    }

    /// Records the alias that the text gives at `at` to the name found last; where to go on.
    pub(super) fn alias(&mut self, at: usize) -> usize {
        let Some(alias) = alias::alias(self.phrase, at) else { return at };
        let Some(long) = self.found.last().cloned() else { return at };
        if name_at(self.phrase.reading, alias.first).is_some_and(|name| alias.first + name.count == alias.last) {
            return at;
        }
        // "(la Commission)" says the first word of its name again
        let introduced = self.phrase.part(at + 1).is(Part::HEREAFTER);
        let repeats = || {
            let word = fold(self.phrase.text(alias.first));
            (long.start..long.end).any(|at| fold(self.phrase.text(at)) == word)
        };
        if !(introduced || repeats()) {
            return at;
        }
        let named = Candidate { start: alias.first, end: alias.last, name: alias.first, ..long };
        self.found.push(named.clone());
        if self.called.len() < ALIASES {
            self.called.push(named);
        }
        alias.after
    }

    /// Remembers what the text calls the treaty found last, there or behind its signature: `Accord signé à Lomé le 3 mai 1999 (ci-après
    /// l’Accord)`, `(Accord de Lomé)`; it is read where it stands.
    pub(super) fn called_later(&mut self, end: usize) {
        let phrase = self.phrase;
        let ends = |at: usize| phrase.next(at).is_none() || matches!(phrase.text(at), "." | ";");
        let set_off = |at: usize| match phrase.text(at) {
            "(" => true,
            "," => phrase.part(at + 1).is(Part::HEREAFTER),
            _ => false,
        };
        for at in (end..end + SIGNATURE).take_while(|&at| !ends(at)).filter(|&at| set_off(at)) {
            let Some(long) = self.found.last().cloned() else { return };
            if let Some(alias) = alias::alias(phrase, at).filter(|_| phrase.part(at + 1).is(Part::HEREAFTER)) {
                if self.called.len() < ALIASES {
                    self.called.push(Candidate { start: alias.first, end: alias.last, name: alias.first, ..long });
                }
                return;
            }
            if let Some((first, last)) = self.other_title(at) {
                self.same_title(&long.key, first, last);
                return;
            }
        }
    }

    /// Another title that stands alone behind the mark at `at`: `(Traité de Pelindaba)`, `, dit Accord de Lomé`.
    fn other_title(&self, at: usize) -> Option<(usize, usize)> {
        let phrase = self.phrase;
        let bracket = phrase.text(at) == "(";
        let cue = usize::from(phrase.part(at + 1).is(Part::HEREAFTER));
        let first = at + 1 + cue + usize::from(phrase.is_quote(at + 1 + cue));
        if !phrase.part(first).is(Part::INSTRUMENT) || !phrase.is_capital(first) {
            return None;
        }
        let listed = name_at(phrase.reading, first).map(|name| first + name.count);
        let last = listed.max(instrument::titled(phrase, first))?;
        let close = last + usize::from(phrase.is_quote(last));
        (!bracket || phrase.text(close) == ")").then_some((first, last))
    }

    /// Makes the title `first..last` and that of a key one; what the gazetteer knows stands for both.
    fn same_title(&mut self, long: &Key, first: usize, last: usize) {
        let listed = name_at(self.phrase.reading, first).filter(|name| first + name.count == last).map(|name| name.id);
        match (long, listed) {
            (Key::Text(long), Some(id)) => {
                self.aliases.texts.entry(long.clone()).or_insert((Key::Entry(id), None));
            }
            (Key::Entry(_), Some(id)) if *long != Key::Entry(id) => {
                self.aliases.entries.entry(id).or_insert((long.clone(), None));
            }
            (_, Some(_)) => {}
            (long, None) => {
                self.aliases.texts.entry(self.key(first, last)).or_insert((long.clone(), None));
            }
        }
    }

    /// The name that the text calls by the words at `at`: `la Commission`.
    pub(super) fn called(&mut self, at: usize) -> Option<usize> {
        if self.called.is_empty() || !self.phrase.is_capital(at) && !self.phrase.reading.words[at].opens() {
            return None;
        }
        let fits = |named: &&Candidate| self.phrase.is_same(named.start, named.end, at);
        let named = self.called.iter().rev().find(fits)?;
        let end = at + named.end - named.start;
        let found = Candidate { start: at, end, name: at, ..named.clone() };
        self.found.push(found);
        Some(end)
    }

    /// Makes the acronym `first..last` and the name `start..end` before it one.
    pub(super) fn define(&mut self, first: usize, last: usize) {
        let phrase = self.phrase;
        let listed = name_at(phrase.reading, first).filter(|name| first + name.count == last);
        if listed.is_some_and(|name| name.entry.kind == EntityKind::Location) {
            return;
        }
        let listed = listed.map(|name| name.id);
        let Some(long) = self.found.last().cloned() else { return };
        if listed.is_none() && self.is_of_part(&long, first, last) {
            return;
        }
        let names_itself = |id| {
            (long.start + 1..long.end)
                .any(|at| name_at(phrase.reading, at).is_some_and(|name| name.id == id && at + name.count == long.end))
        };
        let key = match (&long.key, listed) {
            // the acronym is that of the last part: "Charte de l'Organisation ... (OCI)"
            (Key::Text(_), Some(id)) if long.kind != EntityKind::Organization || names_itself(id) => Key::Entry(id),
            (Key::Text(text), Some(id)) if self.is_like(text, id) => {
                self.found.last_mut().expect("it was cloned").key = Key::Entry(id);
                Key::Entry(id)
            }
            (Key::Text(_), Some(id)) => {
                // the text gives the acronym another meaning
                let meaning = (long.key.clone(), Some(self.printed(first, last).to_owned()));
                self.aliases.entries.entry(id).or_insert(meaning);
                Key::Entry(id)
            }
            (Key::Entry(_), Some(id)) => Key::Entry(id),
            (key, None) => {
                let printed = self.printed(first, last).to_owned();
                let part =
                    self.found.iter().rev().take(4).find(|found| found.start > long.start && found.end == long.end);
                let named = part.unwrap_or(&long);
                let has_another = matches!(named.key, Key::Entry(_)) && acronym::is_acronym(phrase, named.end - 1);
                if has_another {
                    // "Conférence des ministres de l'OCI (CFM)" is no other acronym of the OCI
                    let key = Key::Text(self.key(first, last));
                    self.found.push(Candidate::new(first, last, EntityKind::Organization, key));
                    return;
                }
                let key = part.map_or(key, |part| &part.key).clone();
                self.aliases.texts.entry(self.key(first, last)).or_insert_with(|| (key.clone(), Some(printed)));
                key
            }
        };
        let listed_kind = listed.map(|id| phrase.reading.lexicon.names.entry(id).kind);
        let kind = if key == long.key { long.kind } else { listed_kind.unwrap_or(EntityKind::Organization) };
        self.found.push(Candidate::new(first, last, kind, key));
    }

    /// Whether the acronym is that of the last part of a name, which is recorded: `Bureau de l’Union des ports du Sud (UPS)`.
    fn is_of_part(&mut self, long: &Candidate, first: usize, last: usize) -> bool {
        let printed = self.printed(first, last);
        let part = acronym::long_form(self.phrase, long.end, printed).filter(|&start| start > long.start);
        let Some(start) = part.filter(|_| matches!(long.key, Key::Text(_)) && long.kind == EntityKind::Organization)
        else {
            return false;
        };
        let key = Key::Text(self.key(start, long.end));
        self.aliases.texts.entry(self.key(first, last)).or_insert_with(|| (key.clone(), Some(printed.to_owned())));
        for (start, end) in [(start, long.end), (first, last)] {
            self.found.push(Candidate::new(start, end, long.kind, key.clone()));
        }
        true
    }

    /// Whether a long form as printed says what a listed name says, in whatever order: half of the words at least.
    fn is_like(&self, printed: &str, id: EntryId) -> bool {
        let listed = fold(&self.phrase.reading.lexicon.names.entry(id).name);
        let long = |word: &&str| word.len() > 3;
        let words: Vec<&str> = listed.split(|c: char| !c.is_alphanumeric()).filter(long).collect();
        let shared =
            printed.split(|c: char| !c.is_alphanumeric()).filter(long).filter(|word| words.contains(word)).count();
        let all = printed.split(|c: char| !c.is_alphanumeric()).filter(long).count();
        2 * shared >= all.min(words.len())
    }

    /// An acronym in brackets after words that nobody took: a long form, if its initials say so; or the long form in brackets after its
    /// acronym.
    pub(super) fn bracket(&mut self, at: usize) -> usize {
        let phrase = self.phrase;
        if let Some(end) = self.explained(at) {
            return end;
        }
        let Some(found) = acronym::bracketed(phrase, at) else { return at + 1 };
        let Some(start) = acronym::long_form(phrase, at, self.printed(found.first, found.last)) else { return at + 1 };
        // what is known stays what it is: "République démocratique du Congo (RDC)"
        if self.found.last().is_some_and(|known| known.end == at && known.start <= start) {
            return at + 1;
        }
        self.long_form(start, at).unwrap_or(at + 1)
    }

    /// The acronym at `at`, set off from a long form that nobody took: `la Mutuelle des gardiens, MDG,`.
    pub(super) fn set_off(&mut self, at: usize) -> Option<usize> {
        let mark = at.checked_sub(1).filter(|&mark| acronym::is_setting_off(self.phrase, mark))?;
        let found = acronym::set_off(self.phrase, mark)?;
        let start = acronym::long_form(self.phrase, mark, self.printed(found.first, found.last))?;
        self.long_form(start, mark)
    }

    /// Records words `start..end`, which the acronym behind them stands for.
    fn long_form(&mut self, start: usize, end: usize) -> Option<usize> {
        while self.found.last().is_some_and(|found| found.start >= start) {
            self.found.pop();
        }
        if self.found.last().is_some_and(|found| found.end > start) {
            return None;
        }
        let part = self.phrase.part(start);
        let treaty = part.is(Part::INSTRUMENT) && !part.is(Part::ORGANIZATION);
        let kind = if treaty { EntityKind::Instrument } else { EntityKind::Organization };
        Some(self.text(start, end, kind))
    }

    /// The long form in brackets that open at `at`, after its acronym: `l’ORP (Organisation régionale de la pêche)`.
    fn explained(&mut self, at: usize) -> Option<usize> {
        let phrase = self.phrase;
        let short = self.found.last().filter(|found| found.end == at && matches!(found.key, Key::Text(_)))?.clone();
        let close = (at + 1..at + LONG_FORM).find(|&at| phrase.next(at).is_none_or(|_| phrase.text(at) == ")"))?;
        phrase.next(close)?;
        let printed = self.printed(short.start, short.end);
        let head = phrase.part(at + 1).is(Part::ORGANIZATION) && phrase.is_capital(at + 1);
        let drawn = || head && acronym::is_drawn_from(printed, self.printed(at + 1, close));
        (acronym::long_form(phrase, close, printed) == Some(at + 1) || drawn()).then_some(())?;
        let key = Key::Text(self.key(at + 1, close));
        self.aliases
            .texts
            .entry(self.key(short.start, short.end))
            .or_insert_with(|| (key.clone(), Some(printed.to_owned())));
        self.found.push(Candidate::new(at + 1, close, EntityKind::Organization, key));
        Some(close + 1)
    }
}

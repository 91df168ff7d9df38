//! Signs that give a full symbol away, and the symbol around them: a slash, an underscore, a point between figures.

use super::{Cited, Open, Scan, What};
use crate::lexicon::WordRoles;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::mention::reference::symbol::{self, supplement_at};
use crate::model::ReferenceKind;
use crate::text::{Case, CleanSpan, Word};

impl Scan<'_> {
    /// Whether a slash may stand in a symbol; one that stands apart only after a short piece: `PSC / PR`.
    pub(super) fn slash(&self, at: usize, word: Word) -> bool {
        const LONGEST: usize = 12;
        match word.join {
            Join::Glued => true,
            Join::Space => at.checked_sub(1).map(|before| &self.reading.words[before]).is_some_and(|before| {
                before.span.len() <= LONGEST && (before.kind == SegmentKind::Number || before.case != Case::Lower)
            }),
            Join::Hyphen | Join::Break => false,
        }
    }

    /// Whether a point may stand in a symbol without slash: `WHA31.26`, `WHA 27.53`, `A.1110(30)`, `MSC. 428(98)`.
    pub(super) fn point(&self, at: usize, next: &Word) -> bool {
        let words = self.reading.words;
        let text = |word: &Word| word.text(self.reading.clean);
        let symbols = &self.references.symbols;
        let Some(before) = at.checked_sub(1).map(|before| &words[before]) else { return false };
        let bracket = || words.get(at + 2).is_some_and(|word| !word.opens() && text(word) == "(");
        match (before.kind, next.join) {
            (SegmentKind::Word, Join::Glued) => {
                let capitals = || text(before).bytes().all(|byte| byte.is_ascii_uppercase());
                text(before).ends_with(|c: char| c.is_ascii_digit()) || (bracket() && capitals())
            }
            (SegmentKind::Word, Join::Space) => {
                next.kind == SegmentKind::Number && bracket() && symbols.goes_on(text(before), b'.')
            }
            (SegmentKind::Number, Join::Glued) => {
                let head = at.checked_sub(2).map(|head| &words[head]).filter(|_| before.join == Join::Space);
                head.is_some_and(|head| head.kind == SegmentKind::Word && symbols.goes_on(text(head), b'0'))
            }
            _ => false,
        }
    }

    /// `ES-10/15`, `S-23/2`
    pub(super) fn special(&mut self, at: usize) -> bool {
        let next = self.reading.words.get(at + 1);
        next.is_some_and(|next| next.join == Join::Hyphen && next.kind == SegmentKind::Number)
            && matches!(self.reading.words[at].text(self.reading.clean), "ES" | "S")
            && self.member(at)
    }

    /// `A39-1`, after a word for resolutions.
    pub(super) fn flight(&mut self, at: usize) -> bool {
        let resolution = self.open.is_some_and(|open| open.citing.kind == ReferenceKind::Resolution);
        let next = self.reading.words.get(at + 1);
        let text = self.reading.words[at].text(self.reading.clean);
        resolution
            && next.is_some_and(|next| next.join == Join::Hyphen && next.kind == SegmentKind::Number)
            && text
                .get(1..)
                .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
            && self.symbol(at)
    }

    /// Reads the symbol around word `at`.
    pub(super) fn symbol(&mut self, at: usize) -> bool {
        let words = self.reading.words;
        let start = symbol::start(self.reading, at, self.least);
        let cited = self.open.is_some_and(|open| open.citing.numbered && self.beside(start, &open));
        let Some((mut cited, end)) = symbol::read(self.reading, words[start].span.start as usize, cited) else {
            self.least = self.least.max(at);
            return false;
        };
        self.least = self.word_after(at, end);
        let group = self.open.map_or(0, |open| open.group);
        for cited in &mut cited {
            cited.group = group;
        }
        let index = self.found.cited.len();
        let alone = cited.len() == 1;
        self.found.cited.append(&mut cited);
        if alone {
            self.shared(index);
        }
        self.dress(index, start);
        self.supplements(index);
        true
    }

    /// Whether word `at` stands right after the citing word, or next to the last member.
    fn beside(&self, at: usize, open: &Open) -> bool {
        let members = self.found.cited.len() > open.first;
        open.direct == at || (members && at == open.after + 1 && self.introduced(at))
    }

    /// `A/8447 et Add.1`: the supplements cited after the symbol.
    fn supplements(&mut self, index: usize) {
        let words = self.reading.words;
        while let Some(next) = words.get(self.least).filter(|word| !word.opens()) {
            let What::Symbol { symbol, body } = &self.found.cited[index].what else { return };
            let linked =
                self.references.roles(next.id).has(WordRoles::INTRODUCING) || next.text(self.reading.clean) == ",";
            let found = linked.then(|| supplement_at(self.reading, self.least + 1, symbol)).flatten();
            let Some((symbol, end)) = found else { return };
            let body = body.clone();
            let start = words[self.least + 1].span.start as usize;
            let mut cited =
                Cited::new(CleanSpan::new(start, end), self.found.cited[index].kind, What::Symbol { symbol, body });
            cited.group = self.found.cited[index].group;
            self.found.cited.push(cited);
            self.least = self.word_after(self.least, end);
        }
    }
}

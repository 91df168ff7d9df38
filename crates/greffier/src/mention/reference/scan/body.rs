//! Bodies named around citations: who speaks, who acts, whose the members of a group are.

use super::{FIRST_REACH, Scan};
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{BodyName, WordId, WordRoles};
use crate::text::{Case, Word};

/// How many small words may stand between a member and its body.
const LINKING_REACH: usize = 48;

impl Scan<'_> {
    /// Takes note of a body named at `at`.
    pub(super) fn body(&mut self, at: usize) -> bool {
        let words = self.reading.words;
        let ids =
            words[at..].iter().enumerate().take_while(|(n, word)| *n == 0 || !word.opens()).map(|(_, word)| word.id);
        let Some((count, name)) = self.references.body_name(ids) else { return false };
        let end = at + count;
        let body = match name {
            BodyName::Full(body) => Some(body),
            BodyName::Short(short) if words[at].case != Case::Lower && !self.complemented(end) => {
                self.last_suiting(short)
            }
            BodyName::Short(_) => None,
        };
        let Some(body) = body else { return false };
        let full = matches!(name, BodyName::Full(_));
        if full && self.last_named[body].replace(at).is_none() {
            self.found.named.push(body);
        }
        let role = |back: usize, role: WordRoles| {
            at.checked_sub(back)
                .is_some_and(|before| !words[before + 1].opens() && self.references.roles(words[before].id).has(role))
        };
        let article = role(1, WordRoles::NOMINATIVE);
        let tied = role(1, WordRoles::GENITIVE) || (article && role(2, WordRoles::GENITIVE));
        let opening = words[at].opens() || (article && words[at - 1].opens());
        let comma = words.get(end).is_some_and(|word| word.text(self.reading.clean) == ",");
        if opening && comma && full {
            self.found.formulas.push((words[at].span.start, body));
        }
        if article && !tied {
            self.subject = Some((body, at));
        }
        if self.references.bodies()[body].beside {
            self.foreigner = Some(body);
        } else {
            self.nearest = Some(body);
            self.foreigner = self.foreigner.filter(|_| !full);
        }
        self.tie(at, end, body, tied);
        self.least = end;
        true
    }

    /// Whether what stands at `at` makes a short name that of another body: `Conseil d’administration`.
    fn complemented(&self, at: usize) -> bool {
        let genitive = |word: &Word| !word.opens() && self.references.roles(word.id).has(WordRoles::GENITIVE);
        let words = self.reading.words;
        words.get(at).is_some_and(genitive) && words.get(at + 1).is_some_and(|next| next.kind == SegmentKind::Word)
    }

    fn last_suiting(&self, short: WordId) -> Option<usize> {
        let suiting = (0..self.last_named.len()).filter(|&body| self.references.suits(body, short));
        suiting.filter_map(|body| Some((self.last_named[body]?, body))).max().map(|(_, body)| body)
    }

    /// Gives the body to the members of the open group that it stands beside.
    fn tie(&mut self, at: usize, end: usize, body: usize, tied: bool) {
        let Some(mut open) = self.open else { return };
        let members = self.found.cited.len() > open.first;
        let near = self.only_linking(open.after, at);
        if !members && (near || (tied && at.saturating_sub(open.after) < FIRST_REACH)) {
            self.found.groups[open.group].body = Some(body);
            open.direct = end;
            open.after = end;
        } else if members && near && self.found.groups[open.group].body.is_none() {
            self.found.cited[open.bodiless..].iter_mut().for_each(|cited| cited.body = Some(body));
            open.bodiless = self.found.cited.len();
            // "36/7 du Conseil, 45/10 et 54/8": those that follow have it too, unless another is named
            let group = &mut self.found.groups[open.group];
            if self.references.bodies()[body].beside {
                group.foreigner = Some(body);
            } else {
                group.nearest = Some(body);
            }
        }
        self.open = Some(open);
    }

    /// Takes note of a body that is not known, named at `at` beside the members of the open group.
    pub(super) fn foreign(&mut self, at: usize, roles: WordRoles) {
        let Some(mut open) = self.open else { return };
        let short = roles.has(WordRoles::BODY) && self.references.is_short(self.reading.words[at].id);
        let alone = short && !self.complemented(at + 1);
        let members = self.found.cited.len() > open.first;
        if alone || at == open.after || !self.only_linking(open.after, at) {
            return;
        }
        if !members {
            self.found.groups[open.group].foreign = true;
        } else if self.found.groups[open.group].body.is_none() {
            self.found.cited[open.bodiless..].iter_mut().for_each(|cited| cited.foreign = true);
            open.bodiless = self.found.cited.len();
        }
        self.open = Some(open);
    }

    /// Whether only small words, commas and dates stand from word `from` to word `to`.
    pub(super) fn only_linking(&self, from: usize, to: usize) -> bool {
        if to.saturating_sub(from) > LINKING_REACH {
            return false;
        }
        let mut at = from;
        while at < to {
            let word = &self.reading.words[at];
            let small = self.references.roles(word.id).has(WordRoles::LINKING)
                || self.references.roles(word.id).has(WordRoles::GENITIVE)
                || matches!(word.text(self.reading.clean), "," | "(" | ")");
            if let Some(index) = self.date_at(word.span.start) {
                let end = self.dates[index].span.end;
                while at < to && self.reading.words[at].span.start < end {
                    at += 1;
                }
            } else if small || self.references.roles(word.id).has(WordRoles::INTRODUCING) {
                at += 1;
            } else {
                return false;
            }
        }
        true
    }
}

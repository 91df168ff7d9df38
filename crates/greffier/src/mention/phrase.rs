//! Noun groups that name: how far a name goes on after its first word.
//!
//! There is no grammar of the whole sentence: a complement opens with a preposition and holds a known name, a run of
//! capitals or one noun; words that end as adjectives do may follow; a verb, a pronoun or punctuation ends it all.

use super::name::{NameAt, name_at};
use super::{DateMention, Reading};
use crate::lexicon::fold::fold;
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::{Endings, Part, WordId, WordRoles};
use crate::model::EntityKind;
use crate::text::Word;
use crate::text::word::Case;

/// No name has more words than this.
const LONGEST: usize = 32;

/// What may follow the first word of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// A body: `Comité des bons offices`.
    Body,
    /// A body sent somewhere: `Mission ... au Mali`.
    Mission,
    /// A treaty: `Convention relative aux droits`.
    Instrument,
    /// A meeting: `session du Conseil`.
    Event,
    /// A place: one complement, which must be a name.
    Place,
    /// The complement of a name that is already whole: a known name only.
    Known,
    /// The same of a body that is the only one of its name: no topic.
    Whole,
}

/// What the last word taken was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Head,
    Adjective,
    Noun,
    Capital,
    Name,
    Place,
}

/// The words of a text as parts of names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase<'t> {
    pub(crate) reading: Reading<'t>,
    /// The dates of the text, in order of place.
    pub(crate) dates: &'t [DateMention],
}

impl<'t> Phrase<'t> {
    /// Word `at`, if it goes on with the paragraph of the word before.
    pub(crate) fn next(self, at: usize) -> Option<&'t Word> {
        self.reading.words.get(at).filter(|word| !word.opens())
    }

    pub(crate) fn part(self, at: usize) -> Part {
        self.reading.words.get(at).map_or(Part::default(), |word| self.reading.lexicon.phrases.part(word.id))
    }

    pub(crate) fn text(self, at: usize) -> &'t str {
        self.reading.words.get(at).map_or("", |word| word.text(self.reading.clean))
    }

    /// The date that begins with word `at`, and the word after it.
    pub(crate) fn date_at(self, at: usize) -> Option<(&'t DateMention, usize)> {
        let start = self.next(at)?.span.start;
        let index = self.dates.binary_search_by_key(&start, |date| date.span.start).ok()?;
        let date = &self.dates[index];
        let words = self.reading.words[at..].iter().take_while(|word| word.span.start < date.span.end).count();
        Some((date, at + words))
    }

    /// Whether word `at` opens or closes a quotation.
    pub(crate) fn is_quote(self, at: usize) -> bool {
        matches!(self.text(at), "«" | "»" | "“" | "”" | "„" | "\"" | "‹" | "›" | "''")
    }

    /// Whether the words from `at` on are written as words `first..last` are, in one paragraph.
    pub(crate) fn is_same(self, first: usize, last: usize, at: usize) -> bool {
        (first..last)
            .zip(at..)
            .all(|(one, other)| self.text(one) == self.text(other) && (other == at || self.next(other).is_some()))
            && self.next(at + last - first).is_none_or(|word| word.join != Join::Hyphen)
    }

    /// How word `at` ends.
    pub(crate) fn endings(self, at: usize) -> Endings {
        let Some(word) = self.reading.words.get(at) else { return Endings::default() };
        let phrases = &self.reading.lexicon.phrases;
        let text = word.text(self.reading.clean);
        // the vocabulary has abbreviations without their points
        let known = phrases.endings_of(word.id).filter(|_| !text.as_bytes().contains(&b'.'));
        known.unwrap_or_else(|| phrases.endings(fold(text).as_bytes()))
    }

    /// Whether word `at` has a capital and is a word, not one letter of an abbreviation.
    pub(crate) fn is_capital(self, at: usize) -> bool {
        self.next(at).is_some_and(|word| word.kind == SegmentKind::Word && word.case != Case::Lower)
    }

    /// Whether word `at` stands among words in capitals, where case tells nothing.
    pub(crate) fn is_shouted(self, at: usize) -> bool {
        let words = self.reading.words;
        let upper = |index: usize| {
            words
                .get(index)
                .is_some_and(|word| word.case == Case::Upper && word.text(self.reading.clean).chars().count() > 1)
        };
        if !upper(at) {
            return false;
        }
        let near = |step: isize| {
            (1..=3).find_map(|far| {
                let index = at.checked_add_signed(step * far)?;
                let word = words.get(index)?;
                (word.kind == SegmentKind::Word && word.case != Case::Capital).then_some(word.case)
            })
        };
        let (before, after) = (near(-1), near(1));
        [before, after].contains(&Some(Case::Upper)) && ![before, after].contains(&Some(Case::Lower))
    }

    /// Whether word `at` is the preposition, not the verb: folding hides the accent of `à`.
    pub(crate) fn is_to(self, at: usize) -> bool {
        self.next(at).is_some() && self.part(at).is(Part::AT) && !self.text(at).is_ascii()
    }

    /// The year of four figures that is word `at`.
    pub(crate) fn year_at(self, at: usize) -> Option<&'t str> {
        let word = self.next(at).filter(|word| word.kind == SegmentKind::Number)?;
        let text = word.text(self.reading.clean);
        let apart = |at: usize| {
            self.next(at)
                .is_none_or(|word| word.join == Join::Space || matches!(self.text(at), "(" | ")" | "," | "." | ";"))
        };
        if !(word.join == Join::Space || self.text(at - 1) == "(") || !apart(at + 1) {
            return None;
        }
        (text.len() == 4 && matches!(text.as_bytes()[..2], [b'1', b'8' | b'9'] | [b'2', b'0'])).then_some(text)
    }

    /// Whether a noun may be word `at`: small letters (or shouted), no verb, no tool word.
    pub(crate) fn is_noun(self, at: usize, shouted: bool) -> bool {
        let Some(word) = self.next(at) else { return false };
        if word.kind != SegmentKind::Word || (word.case != Case::Lower && !shouted) {
            return false;
        }
        let part = self.part(at);
        if part.is(Part::STOP) || part.is(Part::TITLE) && word.span.len() < 4 {
            return false;
        }
        let endings = self.endings(at);
        !endings.has(Endings::SMALL) && (part.is(Part::NOUN) || !endings.has(Endings::INFINITIVE))
    }

    /// Whether word `at` may qualify the noun before it.
    pub(crate) fn is_adjective(self, at: usize, shouted: bool) -> bool {
        let Some(word) = self.next(at) else { return false };
        if word.kind != SegmentKind::Word || (word.case != Case::Lower && !shouted) {
            return false;
        }
        let part = self.part(at);
        if part.is(Part::STOP.or(Part::NOT_ADJECTIVE).or(Part::TOWARD).or(Part::OF)) {
            return false;
        }
        if part.is(Part::QUALIFIER) {
            return true;
        }
        let endings = self.endings(at);
        if endings.has(Endings::ADJECTIVE) {
            return true;
        }
        // a plural after a plural: "zones humides"
        if endings.has(Endings::PLURAL)
            && word.join != Join::Hyphen
            && self.endings(at.saturating_sub(1)).has(Endings::PLURAL)
        {
            let clause = self.next(at + 1).is_some_and(|after| {
                let part = self.part(at + 1);
                after.case == Case::Lower && part.is(Part::STOP) && !part.is(Part::OF.or(Part::AND))
            });
            return !(clause && endings.has(Endings::PARTICIPLE_PLURAL));
        }
        // a participle with its agent or place begins a clause: "décidée par"
        endings.has(Endings::PARTICIPLE)
            && self.next(at + 1).is_none_or(|after| {
                after.is_punctuation()
                    || self.part(at + 1).is(Part::OF.or(Part::AND).or(Part::LINK))
                    || after.case != Case::Lower
                    || self.is_adjective_word(at + 1)
            })
    }

    fn is_adjective_word(self, at: usize) -> bool {
        let part = self.part(at);
        !part.is(Part::STOP) && self.endings(at).has(Endings::ADJECTIVE)
    }

    /// The end of a run of capital words from `at`, compounds included; `at` where there is none.
    pub(crate) fn capitals(self, at: usize) -> usize {
        let mut end = at;
        while end < at + LONGEST / 2
            && self.is_capital(end)
            && !self.part(end).is(Part::TITLE)
            && (end == at || name_at(self.reading, end).is_none())
        {
            end += 1;
            // the small words of a compound: "Sèmè-sur-Mer", "Al-quelque"
            end = self.compound(end);
        }
        end
    }

    /// The end of a compound that goes on at `at`: `-sur-Mer`.
    fn compound(self, at: usize) -> usize {
        let joined =
            |&at: &usize| self.next(at).is_some_and(|word| word.join == Join::Hyphen && word.kind == SegmentKind::Word);
        at + (at..at + LONGEST).take_while(joined).count()
    }

    /// Where the name ends whose first words end before `from`; `from` where nothing goes on with it.
    pub(crate) fn tail(self, from: usize, style: Style, shouted: bool) -> usize {
        let mut end = from;
        let mut at = from;
        let mut last = Last::Head;
        let mut linked = false;
        while let Some(word) = self.next(at) {
            if word.is_punctuation() || at > from + LONGEST {
                break;
            }
            let part = self.part(at);
            let opens = self.opens_complement(at, style, last);
            if opens
                && style == Style::Instrument
                && last == Last::Head
                && (self.part(at - 1).is(Part::INSTRUMENT) || self.reading.words[at - 1].join == Join::Hyphen)
                && let Some(next) =
                    self.date_at(at + 1).map(|(_, next)| next).or_else(|| self.year_at(at + 1).map(|_| at + 2))
            {
                // "Convention de 1988 pour la répression"
                (at, end, last) = (next, next, Last::Noun);
            } else if opens {
                let link = part.is(Part::LINK.or(Part::REFERENCE)) && !part.is(Part::OF);
                let Some((next, taken)) = self.complement(at, style, shouted, link) else { break };
                // after a name, another purpose is the sentence's, not the name's
                if link
                    && style != Style::Instrument
                    && last == Last::Place
                    && !(part.is(Part::TOPIC) && matches!(taken, Last::Name | Last::Place))
                {
                    break;
                }
                (at, end, last) = (next, next, taken);
                linked |= link;
                if style == Style::Place {
                    break;
                }
            } else if part.is(Part::AND) {
                let Some((next, taken)) = self.coordinate(at, style, shouted, last, linked) else { break };
                (at, end, last) = (next, next, taken);
            } else if matches!(style, Style::Known | Style::Whole) {
                break;
            } else if style == Style::Place {
                // "lac Tchad", "République fédérale de"
                let next = self.capitals(at);
                let one = shouted && word.id == WordId::UNKNOWN && word.kind == SegmentKind::Word;
                if last == Last::Head && one {
                    at += 1;
                    (end, last) = (at, Last::Capital);
                } else if last == Last::Head && next > at && !shouted && !self.is_blocked(at) {
                    (at, end, last) = (next, next, Last::Capital);
                } else if last == Last::Head && self.is_adjective(at, shouted) {
                    at += 1;
                } else {
                    break;
                }
            } else if self.is_adjective(at, shouted) {
                at += 1;
                (end, last) = (at, Last::Adjective);
            } else if !shouted
                && self.is_capital(at)
                && !self.is_blocked(at)
                && (style != Style::Body || last != Last::Head || !self.part(at).is(Part::ORGANIZATION))
                && name_at(self.reading, at).is_none()
            {
                at += 1;
                (end, last) = (at, Last::Capital);
            } else {
                break;
            }
        }
        end
    }

    /// Whether a capital word cannot go on with a name: a title, an office, the first word of another name.
    fn is_blocked(self, at: usize) -> bool {
        self.part(at).is(Part::TITLE.or(Part::STOP))
    }

    fn opens_complement(self, at: usize, style: Style, last: Last) -> bool {
        let part = self.part(at);
        let plural = |at: usize| self.endings(at).has(Endings::PLURAL);
        if style == Style::Instrument
            && last == Last::Head
            && part.is(Part::REFERENCE)
            && !part.is(Part::STOP)
            && plural(at)
            && !plural(at - 1)
        {
            // "la Charte relatives" does not agree: the word belongs to another noun
            return false;
        }
        part.is(Part::OF)
            || match style {
                Style::Body if last == Last::Head && part.is(Part::TOPIC) => {
                    self.part(at - 1).is(Part::TOPICAL) || self.has_name_after(at)
                }
                Style::Body | Style::Event => part.is(Part::LINK),
                // "la Mission pour" goes on with the sentence, not with the name
                Style::Mission => last != Last::Head && part.is(Part::LINK.or(Part::TOWARD)),
                // "l’application de la Convention dans le Territoire" says where
                Style::Instrument => part.is(Part::REFERENCE) && !(last == Last::Head && part.is(Part::TOWARD)),
                Style::Known => part.is(Part::LINK),
                Style::Whole => part.is(Part::LINK) && !part.is(Part::TOPIC),
                Style::Place => false,
            }
    }

    /// Whether a name or a word in capitals follows the preposition at `at`.
    fn has_name_after(self, at: usize) -> bool {
        let item = at + 1 + usize::from(self.part(at + 1).is(Part::ARTICLE));
        self.is_capital(item) || (self.next(item).is_some() && name_at(self.reading, item).is_some())
    }

    /// A preposition with what it governs: where that ends, and what it is.
    fn complement(self, at: usize, style: Style, shouted: bool, link: bool) -> Option<(usize, Last)> {
        let toward = self.part(at).is(Part::TOWARD) && !self.part(at).is(Part::OF);
        let mut item = at + 1;
        // "l’Acte additionnel entre en vigueur"
        let parties = self.reading.lexicon.references.roles(self.reading.words[at].id).has(WordRoles::BETWEEN);
        if link && !parties && self.part(item).is(Part::TOWARD.or(Part::AT).or(Part::OF)) {
            item += 1;
        }
        // "pour une paix durable"
        let any = || self.reading.lexicon.references.roles(self.reading.words[item].id).has(WordRoles::INDEFINITE);
        if self.part(item).is(Part::ARTICLE)
            || (link && style == Style::Instrument && self.next(item).is_some() && any())
        {
            item += 1;
        }
        self.next(item)?;
        if let Some(name) = name_at(self.reading, item) {
            let fits = match style {
                Style::Place => name.entry.kind == EntityKind::Location,
                _ if toward => name.entry.kind == EntityKind::Location,
                _ => name.entry.kind != EntityKind::Person,
            };
            let taken = if name.entry.kind == EntityKind::Location { Last::Place } else { Last::Name };
            return fits.then_some((item + name.count, taken));
        }
        if style != Style::Place && self.part(item).is(Part::FEATURE.or(Part::PLACE)) {
            let end = self.tail(item + 1, Style::Place, shouted);
            if end > item + 1 {
                return Some((end, Last::Place));
            }
        }
        if style == Style::Instrument
            && let Some((_, end)) = super::event::numbered(self, item)
        {
            return Some((end, Last::Name));
        }
        if matches!(style, Style::Known | Style::Whole) || toward {
            // "Haut-Kéma"
            let compound = self.next(item + 1).is_some_and(|word| word.join == Join::Hyphen);
            let unknown = !shouted && self.is_capital(item) && (self.part(item).is_plain() || compound);
            let end = if unknown && (link || style == Style::Mission) { self.capitals(item) } else { item };
            return (end > item).then_some((end, Last::Name));
        }
        if !shouted && self.is_capital(item) {
            if self.part(item).is(Part::TITLE) {
                return None;
            }
            let mut end = if style == Style::Place { self.capitals(item) } else { item + 1 };
            end = self.compound(end);
            return (end > item).then_some((end, Last::Capital));
        }
        if style == Style::Place {
            let end = item + 1;
            return (shouted && self.is_capital(item)).then_some((end, Last::Capital));
        }
        if self.part(item).is(Part::PRENOMINAL) && self.is_noun(item + 1, shouted) {
            item += 1;
        }
        if !self.is_noun(item, shouted) {
            return None;
        }
        let mut end = self.compound(item + 1);
        // "mise en place"
        if self.part(item).is(Part::COMPOUND) && self.part(end).is(Part::TOWARD) && self.is_noun(end + 1, shouted) {
            end += 2;
        }
        Some((end, Last::Noun))
    }

    /// A conjunction with what it joins to the name: `et de sécurité`, `et monétaire`, `et le bien-être de`.
    fn coordinate(self, at: usize, style: Style, shouted: bool, last: Last, linked: bool) -> Option<(usize, Last)> {
        if matches!(style, Style::Place | Style::Known | Style::Whole) || last == Last::Head {
            return None;
        }
        let item = at + 1;
        self.next(item)?;
        if self.part(item).is(Part::OF) {
            let article = self.part(item + 1).is(Part::ARTICLE);
            let noun = item + 1 + usize::from(article);
            // "chefs d'Etat et de Gouvernement" goes on, "... et du Gouvernement" is another body
            let body = (article || self.part(item).is(Part::CONTRACTION))
                && self.part(noun).is(Part::ORGANIZATION.or(Part::INSTRUMENT))
                && self.is_capital(noun)
                && !shouted;
            if matches!(last, Last::Name | Last::Place) || body || name_at(self.reading, noun).is_some() {
                return None;
            }
            return self.complement(item, style, shouted, false);
        }
        if last == Last::Adjective && self.is_adjective(item, shouted) {
            return Some((item + 1, Last::Adjective));
        }
        if linked
            && self.part(item).is(Part::ARTICLE)
            && !matches!(last, Last::Name | Last::Place)
            && self.is_noun(item + 1, shouted)
            && !self.part(item + 1).is(Part::PROCEDURE)
        {
            let after = self.compound(item + 2);
            let ends = self.next(after).is_none_or(Word::is_punctuation) || self.part(after).is(Part::OF);
            return (ends || self.is_adjective(after, shouted)).then_some((after, Last::Noun));
        }
        let capital = last == Last::Capital
            && !shouted
            && self.is_capital(item)
            && !self.is_blocked(item)
            && name_at(self.reading, item).is_none()
            && !self.part(item).is(Part::ORGANIZATION.or(Part::OFFICE));
        capital.then_some((item + 1, Last::Capital))
    }

    /// The name that begins at `at`, with complements that are names themselves: `Groupe de contact` + `de l'OCI`.
    pub(crate) fn known(self, name: NameAt<'_>, at: usize) -> usize {
        let end = at + name.count;
        let grows = matches!(name.entry.kind, EntityKind::Organization | EntityKind::Event | EntityKind::Instrument)
            && name.count > 1
            && (name.entry.kind == EntityKind::Instrument
                || self.part(at).is(Part::ORGANIZATION.or(Part::SESSION).or(Part::INSTRUMENT).or(Part::SUMMIT)));
        let style = match name.entry.kind {
            EntityKind::Organization if !name.entry.generic && !self.part(at).is(Part::TOPICAL) => Style::Whole,
            _ => Style::Known,
        };
        if grows { self.tail(end, style, false) } else { end }
    }
}

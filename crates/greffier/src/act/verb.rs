//! Which verbs of a paragraph act: those that open it, those of its sentences, those that carry one of these on.
//!
//! A verb of a clause inside the sentence (`qui ont rappelé`, `pour qu'ils versent`) tells of an act and is none.

use crate::language::fr::{Group, Number, Phrase};
use crate::lexicon::particle::{Part, Parts};
use crate::lexicon::segment::{Join, SegmentKind};
use crate::lexicon::verb::Frame;
use crate::lexicon::{Start, StartSet};
use crate::model::{Class, Force, Role, Tense};
use crate::text::{Case, Words};

/// Words of a subject after a comma or `et`, at most, where the sentence has its verb already.
const SECOND_SUBJECT: usize = 9;

/// How a verb that acts is told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// It opens a sentence or an item.
    Opening,
    /// It carries on another verb of the sentence.
    Carried,
    /// It follows its subject.
    Subject,
}

/// Words of a subject after a comma that holds `et`, at most.
const LISTED_SUBJECT: usize = 14;

/// Words of a sentence before its subject, at most.
const ASIDES: usize = 60;

/// A verb that acts, in numbers of words of its paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'t> {
    pub(super) group: Group<'t>,
    /// How it was told from verbs that do not act.
    pub(super) step: Step,
    /// Who acts, where that is said before the verb.
    pub(super) subject: Option<(usize, usize)>,
    /// The word after all that it governs.
    pub(super) until: usize,
    /// Where its sentence began: a verb without a subject has that of another of the sentence.
    pub(super) sentence: usize,
}

/// The verbs of a paragraph that act, in order; its first word is word `first` of the text.
pub(super) fn heads<'t>(
    phrase: &Phrase<'t>,
    (all, first): (&Words, usize),
    role: Role,
    parent: Parent,
) -> Vec<Head<'t>> {
    let mut scan = Scan {
        phrase,
        role,
        heads: Vec::new(),
        fresh: true,
        items: parent == Parent::Decides,
        shared: parent == Parent::Auxiliary,
        repeated: parent == Parent::Repeats,
        idle: false,
        embedded: false,
        told: false,
        main: None,
        sentence: 0,
        piece: 0,
        comma: 0,
        open: 0,
    };
    let mut at = 0;
    while at < phrase.words.len() {
        at = scan.step(at);
        // inside a piece of a sentence most words change nothing
        if !scan.fresh && scan.piece != at {
            let end = first + phrase.words.len();
            let next = all.next_before(first + at, end, StartSet::of(&[Start::Act]));
            at = next.unwrap_or(end) - first;
        }
    }
    scan.close(phrase.words.len());
    scan.heads
}

/// What the clause does to which this one is an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parent {
    /// None, or one that does nothing to its items.
    Other,
    /// `Décide :`
    Decides,
    /// `Le Sommet a :`
    Auxiliary,
    /// `Réitère :`
    Repeats,
}

struct Scan<'p, 't> {
    phrase: &'p Phrase<'t>,
    role: Role,
    heads: Vec<Head<'t>>,
    /// At the start of a sentence or item.
    fresh: bool,
    /// Whether infinitives act here: items of a decision.
    items: bool,
    /// Whether participles act here: items after an auxiliary, `Le Sommet a : réitéré`.
    shared: bool,
    /// Whether a noun acts here: items of `Réitère :`.
    repeated: bool,
    /// Inside an infinitive item that does no act, up to the next sentence.
    idle: bool,
    /// Inside a relative or a complement clause.
    embedded: bool,
    /// Whether the clause inside has had a verb in the present.
    told: bool,
    /// Tense and number of the verb that the sentence has.
    main: Option<(Tense, Option<Number>)>,
    /// Where the sentence began.
    sentence: usize,
    /// Where its last piece, after a comma or `et`, began.
    piece: usize,
    /// Where what follows its last comma began.
    comma: usize,
    /// The first head whose end is not known yet.
    open: usize,
}

impl<'t> Scan<'_, 't> {
    /// Reads the word `at`, and gives the next to read.
    fn step(&mut self, at: usize) -> usize {
        let phrase = self.phrase;
        if phrase.words[at].is_punctuation() {
            self.mark(at);
            return at + 1;
        }
        let parts = phrase.parts(at);
        if self.fresh {
            self.fresh = false;
            self.sentence = at;
            self.piece = at;
            self.comma = at;
            // "; les Ministres expriment": a sentence with its own subject
            let before = at.checked_sub(1).filter(|&before| phrase.is_mark(before, ';'));
            if before.is_some() && phrase.is_any(at, &[Part::Determiner, Part::Subject]) && !phrase.may_be_finite(at) {
                self.main = None;
            }
            // "(ii) chargé": a marker inside the text
            if (self.shared || self.items) && phrase.is_mark(at + 1, ')') {
                self.fresh = true;
                return at + 2;
            }
            if let Some(group) = self.opening(at) {
                return self.found(group, Step::Opening, None);
            }
            self.idle = self.main.is_none() && phrase.is(at, Part::De) && phrase.infinitive_follows(at);
        }
        if self.idle {
            return at + 1;
        }
        if parts.is_empty() {
            if !phrase.is_unknown_future(at) {
                return at + 1;
            }
        } else if let Some(count) = phrase.coordination(at) {
            self.piece = at + count;
            return at + count;
        } else if self.piece != at && !parts.meets(Parts::TURN) {
            return at + 1;
        } else if parts.has(Part::Relative) || (parts.has(Part::Where) && phrase.is_accented(at)) {
            self.embedded = true;
            self.told = false;
            return at + 1;
        } else if parts.has(Part::Conjunction) {
            self.piece = at + 1;
            return at + 1;
        }
        if let Some(group) = self.carried_on(at) {
            return self.found(group, Step::Carried, None);
        }
        if !phrase.may_be_finite(at) {
            return at + 1;
        }
        if let Some((group, subject)) = self.with_subject(at) {
            return self.found(group, Step::Subject, Some(subject));
        }
        if self.embedded
            && !self.told
            && parts.has(Part::Verb)
            && phrase.finite(at).is_some_and(|group| group.tense == Tense::Present)
        {
            self.told = true;
        }
        at + 1
    }

    /// A punctuation mark: the end of a sentence, an item or a piece.
    fn mark(&mut self, at: usize) {
        let phrase = self.phrase;
        let mark = phrase.letters(at);
        match mark {
            b"." | b";" | b":" | b"!" | b"?" => {
                let abbreviation = mark == b"."
                    && (phrase.words.get(at + 1).is_some_and(|next| next.join == Join::Glued)
                        || phrase.words.get(at + 1).is_some_and(|next| next.case == Case::Lower)
                        || (at > 0 && self.is_abbreviation(at)));
                if abbreviation {
                    return;
                }
                if mark == b":" {
                    self.shared = at > 0 && phrase.is_auxiliary(at - 1);
                    self.items |= self.heads.last().is_some_and(|head| head.group.class == Class::Decide);
                } else {
                    self.close(at);
                    if mark != b";" {
                        self.items = false;
                        self.shared = false;
                    }
                }
                self.fresh = true;
                self.embedded = false;
                if mark != b";" {
                    self.main = None;
                }
            }
            b"," => {
                self.piece = at + 1;
                self.comma = at + 1;
            }
            _ => {
                // quotation marks, brackets and dashes before the first word
                if self.fresh {
                    self.sentence = at + 1;
                }
            }
        }
    }

    /// Whether the point at word `at` follows an abbreviation, or stands between numbers.
    fn is_abbreviation(&self, at: usize) -> bool {
        let phrase = self.phrase;
        let number = |at: usize| phrase.words.get(at).is_some_and(|word| word.kind == SegmentKind::Number);
        phrase.is(at - 1, Part::Abbreviation)
            || (phrase.is(at - 1, Part::Person) && phrase.words[at - 1].span.len() <= 4)
            || (number(at - 1) && number(at + 1) && phrase.words[at - 1].span.len() <= 3)
    }

    /// All heads still open end before word `at`.
    fn close(&mut self, at: usize) {
        for head in &mut self.heads[self.open..] {
            head.until = at;
        }
        self.open = self.heads.len();
    }

    fn found(&mut self, group: Group<'t>, step: Step, subject: Option<(usize, usize)>) -> usize {
        if subject.is_some() || !self.share(&group) {
            let from = subject.map_or(group.from, |(start, _)| start.min(group.from));
            let last = self.heads.last().map_or(0, |head| head.group.end);
            self.close(self.phrase.before_aside(from, last));
        }
        self.embedded = false;
        self.fresh = false;
        // a participle on the way does not end what the verb of the sentence began
        if group.number.is_some() || self.main.is_none_or(|(_, number)| number.is_none()) {
            self.main = Some((group.tense, group.number));
        }
        self.heads.push(Head { group, step, subject, until: self.phrase.words.len(), sentence: self.sentence });
        group.end.max(group.from + 1)
    }

    /// Lets the last verb govern what follows this one, where only `et` stands between the two: `salue et encourage`; not
    /// `rappelle et se félicite de`. Two that have no subject are one opening, and the place of the first holds both.
    fn share(&mut self, group: &Group<'t>) -> bool {
        let Some(last) = self.heads.last_mut() else { return false };
        let end = last.group.end;
        let together = last.sentence == self.sentence
            && group.from == end + 1
            && group.start == group.from
            && !self.phrase.is_any(group.start, &[Part::Reflexive, Part::ReflexiveWe])
            && last.group.after == end
            && self.phrase.is(end, Part::Conjunction);
        if together {
            last.group.after = group.after;
            if last.subject.is_none() {
                last.group.end = group.end;
            }
        }
        together
    }

    /// An act that opens a sentence without a subject.
    fn opening(&self, at: usize) -> Option<Group<'t>> {
        let phrase = self.phrase;
        if phrase.phrase(at).is_some_and(|group| group.common || self.role != Role::Preambular) {
            return None;
        }
        if self.shared
            && phrase.is_plain_participle(at)
            && let Some(group) = phrase.bare_participle(at)
        {
            return Some(group);
        }
        if self.repeated
            && let Some(group) = phrase.noun_item(at)
        {
            return Some(group);
        }
        let group = phrase.lead(at)?;
        let fits = match group.tense {
            Tense::Infinitive => self.items,
            Tense::Participle => true,
            Tense::Past => group.class == Class::Adopt || group.number.is_some(),
            Tense::Present | Tense::Future => true,
        };
        fits.then_some(group)
    }

    /// An act that carries on another of the sentence: `et a exhorté`, `, soulignant`, `et pris note`, `; de demander`.
    fn carried_on(&self, at: usize) -> Option<Group<'t>> {
        let phrase = self.phrase;
        let tout_en = phrase.is(at, Part::BeforeGerund) && phrase.is(at + 1, Part::BeforeGerund);
        if self.piece != at && !tout_en {
            return None;
        }
        let (tense, number) = self.main?;
        let comma =
            at >= 2 && (phrase.is_mark(at - 1, ',') || phrase.is_mark(at - 2, ',') || phrase.is_mark(at - 1, ';'));
        match tense {
            Tense::Past | Tense::Present | Tense::Future => {
                // "ainsi que leur charge de travail": a noun
                let is_noun = |group: &Group<'_>| {
                    group.tense == Tense::Present && group.clitic.is_some() && !phrase.asks_with_pronoun(group)
                };
                if let Some(group) = phrase.finite(at).filter(|group| !is_noun(group))
                    && group.number == number
                    && (group.tense == tense || group.clitic.is_none())
                    && (!self.embedded
                        || comma
                        || group.tense == Tense::Past
                        || !self.told
                        || (group.clitic.is_some() && phrase.asks_with_pronoun(&group)))
                    && !(group.tense == Tense::Future && self.embedded)
                {
                    return Some(group);
                }
                // "se réunira chaque année et adressera un rapport"
                if tense == Tense::Future
                    && !self.embedded
                    && let Some(group) = phrase.unknown_future(at)
                {
                    return Some(group);
                }
                if tense == Tense::Past && !self.embedded && phrase.is_plain_participle(at) {
                    let group = phrase.bare_participle(at)?;
                    let passive = phrase.is(group.end, Part::Aside);
                    return (!group.common && !passive).then_some(group);
                }
                self.participle(at, comma)
            }
            Tense::Participle => self.participle(at, comma),
            Tense::Infinitive => {
                let group = phrase.infinitive(at)?;
                (phrase.is(at, Part::De) && !self.embedded).then_some(group)
            }
        }
    }

    /// A participle after a comma or `et`.
    fn participle(&self, at: usize, comma: bool) -> Option<Group<'t>> {
        let leads = self.role == Role::Preambular && (comma || !self.embedded);
        let group = match self.phrase.gerund(at) {
            Some(group) => group,
            // "Consciente que …, et profondément préoccupée par …"
            None => return self.phrase.adjective(at).filter(|group| leads && self.goes_on(group)),
        };
        // "en s'appuyant sur les contributions reçues": how something is done
        let how = self.phrase.is(at, Part::BeforeGerund) && !self.phrase.is(at + 1, Part::BeforeGerund);
        if how && group.class == Class::Recall {
            return None;
        }
        // "Vu le Règlement instituant un fonds": of a preamble, what orders or creates belongs to a noun
        let creates =
            self.phrase.lexicon.classes.of(group.class).force == Force::Binding || group.class == Class::Recommend;
        let alone = group.from == group.start && !self.phrase.is(group.start, Part::HaveGerund);
        let preamble = self.role == Role::Preambular && !self.embedded && !(creates && alone);
        let speaks = matches!(
            group.class,
            Class::Stress
                | Class::Welcome
                | Class::Commend
                | Class::Condemn
                | Class::Note
                | Class::Regret
                | Class::Recall
                | Class::Thank
                | Class::ExpressConcern
                | Class::Reaffirm
                | Class::Urge
        );
        // "Vivement alarmé par …, soulignant que …, et prenant note de"
        let several = self.role == Role::Preambular && group.end > group.start + 1;
        let considers = self.role == Role::Preambular && comma && group.class == Class::Consider;
        (!group.common && (preamble || considers || (speaks && (comma || several)))).then_some(group)
    }

    /// Whether an adjective says of what the meeting is so: `convaincue que`, `soucieuse de`, `alarmée par`.
    fn goes_on(&self, group: &Group<'_>) -> bool {
        self.phrase.is_any(group.end, &[Part::De, Part::DeContracted, Part::Relative, Part::Aside, Part::Dative])
    }

    /// A finite verb after its subject.
    fn with_subject(&self, at: usize) -> Option<(Group<'t>, (usize, usize))> {
        let phrase = self.phrase;
        // "Le Sénégal a obtenu dix voix et a été élu": the first verb is none that is known
        let second = self.main.is_none() && !self.embedded && at > 0 && phrase.is(at - 1, Part::Conjunction);
        if at == self.sentence || !(second || phrase.may_follow_subject(at)) {
            return None;
        }
        let pronoun = phrase.is(at - 1, Part::Subject);
        let first = at - usize::from(pronoun) == self.piece || at - usize::from(pronoun) == self.sentence;
        let has_main = self.main.is_some_and(|(_, number)| number.is_some());
        if self.main.is_some() && !has_main && !pronoun && !self.is_second_subject(at) {
            return None;
        }
        let stands_alone = (pronoun && first) || (!has_main && phrase.is_mark(at - 1, ','));
        if self.embedded && !stands_alone && !self.resumes(at, has_main) && !self.is_asked(at, has_main) {
            return None;
        }
        if has_main && !pronoun && !self.is_second_subject(at) {
            return None;
        }
        let group = phrase.finite(at).or_else(|| self.unknown_future(at, has_main))?;
        // "Il restera vigilant et invite la Commission à agir"
        let asks = || group.frame == Frame::Accusative && phrase.addressees(&group, phrase.words.len()).is_some();
        if second && group.tense != Tense::Past && !asks() {
            return None;
        }
        if group.passive
            && (group.common || matches!(group.class, Class::Consider | Class::Note | Class::Examine))
            && group.tense == Tense::Present
        {
            return None;
        }
        // "est engagée auprès de": nobody is asked anything
        if group.passive
            && group.frame == Frame::Accusative
            && !phrase.is_any(
                phrase.past_aside(group.after),
                &[Part::De, Part::DeContracted, Part::Dative, Part::DativeContracted, Part::Purpose],
            )
        {
            return None;
        }
        if has_main && !pronoun && group.tense != Tense::Past {
            return None;
        }
        // "la presse", an article and a noun; "les prie de", a pronoun and a verb
        if group.clitic.is_some() && group.tense == Tense::Present && !phrase.asks_with_pronoun(&group) {
            return None;
        }
        let (start, end) = self.subject(at, group.number == Some(Number::Plural))?;
        let end = if end > start + 1 && phrase.is(end - 1, Part::Relative) { end - 1 } else { end };
        Some((group, (start, end)))
    }

    /// Whether after a clause inside the sentence its own subject comes: `ayant entendu ceux qui …, la Conférence a`.
    fn resumes(&self, at: usize, has_main: bool) -> bool {
        !has_main && self.is_second_subject(at) && self.phrase.is_mark(self.piece.saturating_sub(1), ',')
    }

    /// `Les pays qui ont signé le Traité sont priés de le ratifier`: whether those of whom a clause inside tells are asked something.
    fn is_asked(&self, at: usize, has_main: bool) -> bool {
        let phrase = self.phrase;
        // the clause inside has its own verb: not "un fonds que les États sont invités à abonder"
        let relative =
            (self.sentence.max(at.saturating_sub(ASIDES))..at).rev().find(|&at| phrase.is(at, Part::Relative));
        let relative = relative.unwrap_or(at);
        let told = (relative + 1..at).any(|at| phrase.parts(at).meets(Parts::FINITE));
        !has_main
            && at > 0
            && told
            && !phrase.is_any(at - 1, &[Part::Relative, Part::Subject])
            && phrase.finite(at).is_some_and(|group| {
                group.passive && group.frame == Frame::Accusative && phrase.infinitive_follows(group.after)
            })
    }

    /// Whether the piece before word `at` is a subject of its own: `et le Conseil a décidé`.
    fn is_second_subject(&self, at: usize) -> bool {
        let phrase = self.phrase;
        self.piece > self.sentence
            && at > self.piece
            && at - self.piece <= SECOND_SUBJECT
            && phrase.is(self.piece, Part::Determiner)
            || self.is_listed_subject(at)
    }

    /// `Préoccupés par la situation, les Chefs d'Etat et de Gouvernement ont`: whether what follows the last comma is the subject.
    fn is_listed_subject(&self, at: usize) -> bool {
        let phrase = self.phrase;
        self.comma > self.sentence
            && at > self.comma
            && self.piece > self.comma
            && at - self.comma <= LISTED_SUBJECT
            && phrase.is(self.comma, Part::Determiner)
            && !(self.comma..at).any(|at| phrase.is(at, Part::Relative))
    }

    /// Who acts: the piece before the verb, or where that is an aside, the first piece of the sentence.
    fn subject(&self, at: usize, plural: bool) -> Option<(usize, usize)> {
        let phrase = self.phrase;
        let names = |start: usize| {
            !phrase.is_any(
                start,
                &[
                    Part::DativeContracted,
                    Part::Dative,
                    Part::Aside,
                    Part::Preposition,
                    Part::BeforeGerund,
                    Part::De,
                    Part::After,
                    Part::Reflexive,
                ],
            ) && phrase.gerund(start).is_none()
                && (phrase.is_any(start, &[Part::Determiner, Part::Subject, Part::Article])
                    || matches!(phrase.words[start].case, Case::Capital | Case::Upper))
        };
        if self.comma > self.sentence
            && self.comma < at
            && phrase.is_any(self.comma, &[Part::Determiner, Part::Subject])
            && !names(self.sentence)
        {
            return Some((self.comma, at));
        }
        if self.piece < at
            && self.piece > self.sentence
            && phrase.is_any(self.piece, &[Part::Determiner, Part::Subject])
            && !phrase.is(self.piece.saturating_sub(1), Part::Conjunction)
        {
            return Some((self.piece, at));
        }
        if phrase.is(at - 1, Part::Subject) {
            return Some((at - 1, at));
        }
        // "S'agissant du budget, la Conférence, après examen, a décidé"
        if self.comma == at && !names(self.sentence) {
            let opens =
                |&at: &usize| phrase.is_mark(at - 1, ',') && phrase.is_any(at, &[Part::Determiner, Part::Article]);
            let start = (self.sentence + 1..at.min(self.sentence + ASIDES)).find(opens)?;
            let end = (start..at).find(|&at| phrase.is_mark(at, ',')).unwrap_or(at);
            return Some((start, end));
        }
        if !names(self.sentence) {
            return (self.piece < at).then_some((self.piece, at));
        }
        // "la décision par laquelle le Conseil a prié"
        let near = self.sentence.max(at.saturating_sub(ASIDES));
        let relative = (near..at).rev().find(|&at| phrase.is(at, Part::Relative));
        let start = relative.map(|at| at + 1).filter(|&start| start < at && names(start)).unwrap_or(self.sentence);
        // "les Présidents du Cameroun, du Niger et du Tchad"
        let ends = |&at: &usize| phrase.is_mark(at, ',') && !phrase.is_any(at + 1, &[Part::De, Part::DeContracted]);
        let far = at.min(start + ASIDES);
        let end = (start..far).find(ends).unwrap_or(far);
        // "La Banque, le Fonds et la Commission ont été invités"
        let listed = plural
            && !phrase.is_plural_group(start)
            && at <= far + 1
            && (end..at).any(|at| phrase.is(at, Part::Conjunction));
        Some((start, if listed { at } else { end }))
    }

    /// `La Commission fournira`: a verb that no data file knows, in the future.
    fn unknown_future(&self, at: usize, has_main: bool) -> Option<Group<'t>> {
        if has_main || self.role == Role::Preambular {
            return None;
        }
        // "Elle s'attellera à": of whom a pronoun tells, is told without a verb that asks
        if self.phrase.is(at - 1, Part::Subject) {
            return None;
        }
        self.phrase.unknown_future(at)
    }
}

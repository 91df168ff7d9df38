//! Classifies a paragraph of a resolution's body: clause, continuation, heading, vote, closing line, note.

use super::builder::{Builder, Stage};
use super::numbering::{Around, DEEPEST};
use super::outline::MarkerNode;
use super::paragraph::{Ending, Label, Paragraph};
use crate::language::fr::{Opening, leads};
use crate::lexicon::segment::SegmentKind;
use crate::lexicon::{Cue, Part as WordPart, WordId, particle};
use crate::model::{MarkerStyle, Role};
use crate::text::{Case, CleanSpan, Word};

/// Words of a note whose number has a point, at most.
const NOTE: usize = 16;

/// Words of a formula that stands alone below the preamble, at most.
const TURN: usize = 12;

/// Words of the title of an article, at most.
const TITLE: usize = 16;

/// What a paragraph of the body is.
pub(super) enum Found {
    Clause {
        role: Role,
        marker: Option<MarkerNode>,
        depth: usize,
    },
    /// Goes on with the clause before it.
    Continuation,
    /// The title of the article that is open: `Définitions` below `Article premier`.
    Title,
    /// `SONT CONVENUS DES DISPOSITIONS CI-APRES :` below the preamble.
    Formula,
    Heading,
    Closing,
    /// A line of a list of those who took part, which no clause holds.
    Participant,
    /// An adoption line, told as a sentence: a clause of its own.
    Vote,
    Note,
    Prose,
}

impl Builder<'_, '_> {
    pub(super) fn classify(&mut self, index: usize) -> Found {
        if self.is_note(index) {
            return Found::Note;
        }
        if self.is_vote(index) {
            return Found::Vote;
        }
        if self.is_turn(index) {
            return Found::Formula;
        }
        if self.is_closing(index) {
            return Found::Closing;
        }
        if self.is_party(index) {
            return Found::Participant;
        }
        if self.listing && self.is_person_line(index) {
            return if self.numbered() { Found::Continuation } else { Found::Participant };
        }
        if self.is_title_of_article(index) {
            return Found::Title;
        }
        // "-" or "Article 2" alone on its line: its text stands below, whatever it looks like
        if self.text.paragraphs[index].label.is_none() && self.is_bare() {
            return Found::Continuation;
        }
        if self.is_heading(index) {
            return Found::Heading;
        }
        if let Some(found) = self.labelled(index) {
            return found;
        }
        self.unlabelled(index)
    }

    /// A paragraph with a label, when the numbering confirms it.
    fn labelled(&mut self, index: usize) -> Option<Found> {
        let paragraph = &self.text.paragraphs[index];
        let confirmed = match paragraph.label? {
            Label::Article { number, .. } => self.numbering.article(number),
            Label::Candidate(found) => {
                let around = Around {
                    glyph: if found.first.style == MarkerStyle::Bullet { paragraph.glyph } else { ' ' },
                    announced: self.ending == Ending::Colon && !self.path.is_empty(),
                    current: self.nestable(index),
                    next: self.next_candidate(index),
                };
                match self.numbering.confirm(found, around) {
                    Some(confirmed) => confirmed,
                    None => {
                        self.tell_rejected(index);
                        return None;
                    }
                }
            }
        };
        let len = match paragraph.label? {
            Label::Article { len, .. } => len,
            Label::Candidate(found) => found.len,
        };
        let start = paragraph.span.start as usize;
        let marker =
            MarkerNode { span: CleanSpan::new(start, start + len), style: confirmed.style, number: confirmed.number };
        self.tell_odd(confirmed, marker.span);
        let depth = confirmed.depth.min(self.path.len());
        let role = self.role(index, depth);
        Some(Found::Clause { role, marker: Some(marker), depth })
    }

    /// The depth of the clause in which a new list may nest: none below a preambular clause that announces nothing.
    fn nestable(&self, index: usize) -> Option<usize> {
        let outermost = self.path.first()?;
        let announced = self.ending == Ending::Colon;
        let opening = self.text.paragraphs[index].opening;
        // "Agissant …, le Conseil :" ends the preamble; numbers after it count the operative clauses
        let arabic =
            self.text.paragraphs[index].candidate().is_some_and(|found| found.first.style == MarkerStyle::Arabic);
        let changes = outermost.role == Role::Preambular && (!announced || arabic);
        let anew = matches!(opening, Some(Opening::Operative | Opening::Preambular))
            && !announced
            && outermost.marker.is_none();
        (!changes && !anew).then(|| self.path.len() - 1)
    }

    fn role(&mut self, index: usize, depth: usize) -> Role {
        if depth > 0 {
            return self.path[0].role;
        }
        let paragraph = &self.text.paragraphs[index];
        let visa = self.text.opens(index, Cue::Preambular);
        match paragraph.opening {
            Some(Opening::Preambular) if self.stage == Stage::Preamble => Role::Preambular,
            _ if visa && self.stage == Stage::Preamble => Role::Preambular,
            // "1. Nous, chefs d'État …, réunis à …,"
            None if self.stage == Stage::Preamble && paragraph.ending == Ending::Comma => Role::Preambular,
            _ => {
                if self.stage == Stage::Preamble {
                    self.stage = Stage::Operative;
                }
                if self.region.formula.is_none() && self.is_told_of_person(index) {
                    Role::Narrative
                } else {
                    Role::Operative
                }
            }
        }
    }

    /// `Le Président souligne …`, `La délégation du Mali a demandé …`, `Son Excellence M. Sassou a salué …`: one who takes part speaks,
    /// not the body.
    fn is_told_of_person(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let lexicon = self.text.lexicon;
        let [first, second, ..] = &self.text.words[paragraph.body..paragraph.words.end] else { return false };
        // "Se déclare" is no "S.E.", though both fold to the same
        let whole = |word: &Word| word.span.len() > 2 || word.text(self.text.clean).contains('.');
        let titled =
            |word: &Word| word.case != Case::Lower && whole(word) && lexicon.phrases.part(word.id).is(WordPart::TITLE);
        let person = lexicon.layout.articles.contains(&first.id)
            && lexicon.particles.parts(second.id).has(particle::Part::Person);
        paragraph.opening.is_some() && (person || titled(first) || titled(second))
    }

    /// A paragraph without label, or with one that is none.
    fn unlabelled(&mut self, index: usize) -> Found {
        let paragraph = &self.text.paragraphs[index];
        let visa = self.text.opens(index, Cue::Preambular);
        let told = self.region.formula.is_none() && self.is_told_of_person(index);
        let operative = |role: Role| {
            let role = if told && role == Role::Operative { Role::Narrative } else { role };
            Found::Clause { role, marker: None, depth: 0 }
        };
        match self.stage {
            Stage::Preamble => match paragraph.opening {
                // a drafting slip: "Se félicite …," among participles
                Some(Opening::Operative) if paragraph.ending == Ending::Comma && self.recitals_follow(index) => {
                    operative(Role::Preambular)
                }
                Some(Opening::Operative) => {
                    self.stage = Stage::Operative;
                    operative(Role::Operative)
                }
                Some(Opening::Preambular) => operative(Role::Preambular),
                _ if visa => operative(Role::Preambular),
                Some(Opening::Narrative) if paragraph.ending == Ending::Point => {
                    self.stage = Stage::Operative;
                    operative(Role::Operative)
                }
                _ if matches!(paragraph.ending, Ending::Comma | Ending::Semicolon) && !paragraph.starts_small => {
                    operative(Role::Preambular)
                }
                _ if paragraph.starts_small && !self.path.is_empty() => Found::Continuation,
                // "Fait les recommandations suivantes :" below a recital that is closed
                _ if paragraph.ending == Ending::Colon && matches!(self.ending, Ending::Comma | Ending::Semicolon) => {
                    self.stage = Stage::Operative;
                    operative(Role::Operative)
                }
                _ if self.path.is_empty() || paragraph.ending == Ending::Open => Found::Prose,
                _ => Found::Continuation,
            },
            Stage::Operative => match paragraph.opening {
                Some(Opening::Infinitive) if self.ending == Ending::Colon && !self.path.is_empty() => {
                    let depth = self.path.len().min(1);
                    Found::Clause { role: Role::Operative, marker: None, depth }
                }
                _ if self.announces() && paragraph.text.starts_with(['«', '“', '"']) => {
                    Found::Clause { role: self.path[0].role, marker: None, depth: self.path.len().min(DEEPEST) }
                }
                _ if self.in_article() => Found::Continuation,
                // below a numbered clause "Ce plan tiendra compte …" goes on, "Décide …" is a clause
                Some(Opening::Operative) if !self.numbered() || self.leads(index) => operative(Role::Operative),
                Some(Opening::Preambular)
                    if self.path.first().is_some_and(|clause| clause.role == Role::Preambular) =>
                {
                    operative(Role::Preambular)
                }
                _ if self.numbered() => Found::Continuation,
                _ if paragraph.starts_small && !self.path.is_empty() => Found::Continuation,
                _ if paragraph.ending == Ending::Open && paragraph.is_short() => Found::Prose,
                _ if self.is_bare_annex() => Found::Prose,
                _ => operative(Role::Operative),
            },
            // "A sa 312e séance, le Conseil a décidé …", below a vote
            Stage::Closing if paragraph.opening == Some(Opening::Narrative) && paragraph.ending == Ending::Point => {
                Found::Clause { role: Role::Narrative, marker: None, depth: 0 }
            }
            Stage::Closing => Found::Closing,
        }
    }

    /// The next paragraph of the body.
    fn below(&self, index: usize) -> Option<&Paragraph<'_>> {
        self.text.paragraphs.get(index + 1).filter(|_| index + 1 < self.region.body.end)
    }

    /// Whether the next paragraph is a recital, or opens a list: the preamble goes up to there.
    fn recitals_follow(&self, index: usize) -> bool {
        self.below(index).is_none_or(|next| next.label.is_some() || next.opening != Some(Opening::Operative))
    }

    fn leads(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        leads(&self.text.words[paragraph.body..paragraph.words.end], self.text.lexicon)
    }

    /// `- République du Tchad ;` right below the formula that announces those who conclude: `Nous, chefs d'État …, ci-après :`
    fn is_party(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let bullet = paragraph.candidate().is_some_and(|found| found.first.style == MarkerStyle::Bullet);
        let first = self.region.formula.is_some_and(|formula| {
            formula.paragraph + 1 == index && self.text.paragraphs[formula.paragraph].ending == Ending::Colon
        });
        let none = self.resolution.clauses.is_empty() && self.path.is_empty();
        bullet
            && none
            && (first || self.listing)
            && paragraph.opening.is_none()
            && paragraph.is_short()
            && paragraph.text.chars().any(char::is_uppercase)
            && !paragraph.starts_small
    }

    /// Whether the clause that is open has a label and no words yet.
    fn is_bare(&self) -> bool {
        self.path.last().is_some_and(|clause| clause.body.iter().all(|body| body.len() == 0))
    }

    /// `Définitions` between `Article premier` and its text.
    fn is_title_of_article(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        self.in_article() && self.path.len() == 1 && self.is_bare() && paragraph.label.is_none() && self.is_title(index)
    }

    /// Whether the words of the paragraph, behind its label, title the text below: few, without mark at their end or verb in front.
    pub(super) fn is_title(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let text =
            |next: &Paragraph<'_>| next.ending != Ending::Open && !matches!(next.label, Some(Label::Article { .. }));
        paragraph.ending == Ending::Open
            && paragraph.opening.is_none()
            && !paragraph.starts_small
            && (1..=TITLE).contains(&(paragraph.words.end - paragraph.body))
            && self.below(index).is_some_and(text)
    }

    /// Whether the clause that is open has a marker: what follows without one belongs to it.
    fn numbered(&self) -> bool {
        self.path.first().is_some_and(|clause| clause.marker.is_some())
    }

    /// Whether an article is open: its sentences are no clauses of their own.
    fn in_article(&self) -> bool {
        self.path.first().and_then(|clause| clause.marker).is_some_and(|marker| marker.style == MarkerStyle::Article)
    }

    /// Whether this is an annex that nothing adopts: its prose is no clause.
    pub(super) fn is_bare_annex(&self) -> bool {
        self.region.annex && self.region.formula.is_none()
    }

    fn next_candidate(&self, index: usize) -> Option<crate::grammar::marker::Candidate> {
        let rest = self.text.paragraphs.get(index + 1..self.region.body.end)?;
        rest.iter().take(12).find_map(Paragraph::candidate)
    }

    /// `Déclarons ce qui suit :`: short words that adopt, between the preamble and what they announce.
    fn is_turn(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        // "DECIDE" alone above the first article
        let alone = paragraph.capitals
            && paragraph.words.len() <= 2
            && paragraph.opening == Some(Opening::Operative)
            && self.below(index).is_some_and(|next| {
                matches!(next.label, Some(Label::Article { .. })) || self.text.opens(index + 1, Cue::Division)
            });
        if self.stage == Stage::Preamble && alone {
            return true;
        }
        self.stage == Stage::Preamble
            && paragraph.ending == Ending::Colon
            && paragraph.words.len() <= TURN
            && paragraph.label.is_none()
            && self.ends_with_formula(index)
            && !self
                .text
                .paragraphs
                .get(index + 1)
                .and_then(Paragraph::candidate)
                .is_some_and(|next| matches!(next.first.style, MarkerStyle::LowerLetter | MarkerStyle::LowerRoman))
    }

    /// `… les dispositions ci-après :`: nothing but punctuation stands behind the words of a formula.
    fn ends_with_formula(&self, index: usize) -> bool {
        let words = &self.text.words[self.text.paragraphs[index].words.clone()];
        let end = words.iter().rposition(|word| !word.is_punctuation()).map_or(0, |last| last + 1);
        let ids: Vec<WordId> = words[..end].iter().map(|word| word.id).collect();
        self.text.lexicon.structure.ends(Cue::Formula, &ids)
    }

    fn is_note(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        let own = &self.text.words[paragraph.words.clone()];
        let digits = own
            .iter()
            .take_while(|word| matches!(word.kind, SegmentKind::Number | SegmentKind::Mixed) || word.is_punctuation());
        let skipped = digits.count();
        if is_bare_symbol(paragraph.text) {
            return true;
        }
        // with a point behind the number it may be a clause: a note is short and has no verb
        let brief = paragraph.ending == Ending::Point && paragraph.opening.is_none() && paragraph.words.len() <= NOTE;
        let plain = paragraph.candidate().is_none() || paragraph.text.starts_with('(');
        (plain || brief || self.stage == Stage::Closing)
            && (1..=4).contains(&skipped)
            && own.get(skipped).is_some()
            && self.text.lexicon.structure.opens(Cue::Note, own[skipped..].iter().map(|word| word.id)) > 0
    }

    /// A heading: capitals, or short and without closing punctuation before a clause.
    fn is_heading(&self, index: usize) -> bool {
        let paragraph = &self.text.paragraphs[index];
        if !paragraph.is_short()
            || !matches!(paragraph.ending, Ending::Open)
            || self.stage == Stage::Closing
            || self.is_day(index)
            || (self.text.paragraphs[index].label.is_some() && self.text.opens(index, Cue::Participants))
        {
            return false;
        }
        let Some(next) = self.below(index) else { return false };
        match paragraph.candidate() {
            // "a) Partenariat oriental" between two numbered clauses
            Some(found) if found.first.style == MarkerStyle::LowerLetter => {
                let numbered = next.candidate().is_some_and(|next| next.first.style == MarkerStyle::Arabic);
                numbered && self.ending == Ending::Point && paragraph.opening.is_none() && !paragraph.starts_small
            }
            Some(found) if !heads(found.first.style) => false,
            Some(found) => {
                let follows = next.candidate().is_some_and(|other| {
                    other.closing == found.closing
                        && other
                            .readings()
                            .any(|o| found.readings().any(|r| r.style == o.style && o.number == r.number + 1))
                });
                let upper = found.first.style != MarkerStyle::Arabic;
                let verb = paragraph.opening.is_some();
                // "2. Rapporteur : M. Bennani" below clause 1
                let item = !upper && !paragraph.capitals && self.numbering.goes_on(found);
                (paragraph.capitals || !verb)
                    && !item
                    && !follows
                    && !paragraph.starts_small
                    && (upper || paragraph.capitals || !self.announces())
            }
            None if paragraph.label.is_some() => false,
            None => {
                let leads = next.label.is_some()
                    || next.capitals
                    || self.text.opens(index + 1, Cue::Heading)
                    || next.opening.is_some();
                let cue = self.text.opens(index, Cue::Heading);
                (paragraph.capitals
                    || cue
                    || matches!(paragraph.opening, None | Some(Opening::Infinitive))
                        && !paragraph.starts_small
                        && self.ending != Ending::Colon)
                    && (leads || paragraph.capitals)
            }
        }
    }

    fn announces(&self) -> bool {
        self.ending == Ending::Colon && !self.path.is_empty()
    }
}

/// `1 A/71/321.`, `A/79/717/Add.1.`: a symbol and a point, nothing else, as only notes have them.
fn is_bare_symbol(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '/' | ')'));
    words.len() < 40
        && words.ends_with('.')
        && words.contains('/')
        && words.starts_with(|c: char| c.is_ascii_uppercase())
        && !words.contains(' ')
        && words.contains(|c: char| c.is_ascii_digit())
}

/// Whether markers of a style can number headings: capitals and arabic numbers can.
pub(super) fn heads(style: MarkerStyle) -> bool {
    matches!(style, MarkerStyle::UpperRoman | MarkerStyle::UpperLetter | MarkerStyle::Arabic | MarkerStyle::Decimal)
}

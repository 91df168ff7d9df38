//! Acts: who asks whom to do what, in the words of one clause.

mod actor;
mod addressee;
mod asked;
mod beneficiary;
mod citing;
mod clause;
mod condition;
mod deadline;
mod recurrence;
mod report;
mod verb;

pub(crate) use actor::corefer as corefer_subjects;
pub(crate) use asked::FoundTerms;
pub(crate) use citing::citing;
pub(crate) use clause::clause_acts;
pub(crate) use deadline::FoundDeadline;
pub(crate) use report::FoundReport;
pub(crate) use verb::Step;

use crate::language::fr::{Number, Phrase};
use crate::lexicon::particle::Part;
use crate::lexicon::verb::Frame;
use crate::mention::{Mentions, Reading};
use crate::model::{Class, Force, Polarity, Repetition, Role, Tense};
use crate::text::{CleanSpan, words_in};

use addressee::{Before, addressees, span_of};
use asked::{Asked, Names};
use verb::Parent;
use verb::{Head, heads};

/// An act found in a clause, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundAct<'t> {
    pub(crate) span: CleanSpan,
    pub(crate) verb: CleanSpan,
    pub(crate) lemma: &'t str,
    pub(crate) class: Class,
    pub(crate) frame: Frame,
    pub(crate) step: Step,
    pub(crate) force: Force,
    pub(crate) intensity: i8,
    pub(crate) polarity: Option<Polarity>,
    pub(crate) repetition: Option<Repetition>,
    /// The words before the verb that agree with it.
    pub(crate) subject: Option<CleanSpan>,
    pub(crate) actor: Option<FoundActor>,
    pub(crate) addressees: Vec<FoundActor>,
    pub(crate) content: Option<CleanSpan>,
    pub(crate) terms: FoundTerms,
    /// What the items below the clause ask, each with its terms.
    pub(crate) tasks: Vec<(CleanSpan, FoundTerms)>,
    pub(crate) negated: bool,
    pub(crate) passive: bool,
    pub(crate) tense: Tense,
}

/// Somebody in an act: where that stands, and the noun group that is meant (another place where it is a pronoun).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundActor {
    pub(crate) span: CleanSpan,
    pub(crate) group: CleanSpan,
}

impl FoundActor {
    /// Somebody who is named where the words stand.
    fn named(span: CleanSpan) -> Self {
        Self { span, group: span }
    }
}

/// One clause as the act stage sees it: its own text (one span a paragraph, marker left out), and its role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body<'t> {
    pub(crate) spans: &'t [CleanSpan],
    pub(crate) role: Role,
    /// What the clause above does to it: `Décide : a) De créer`.
    pub(crate) parent: Parent,
}

/// All mentions, and where names stand.
type Known<'m> = (&'m Mentions, &'m Names);

/// The acts of one clause, in order.
fn acts<'t>(body: Body<'_>, reading: Reading<'t>, known: Known<'_>) -> Vec<FoundAct<'t>> {
    let mut found = Vec::new();
    let mut by_person = false;
    for &span in body.spans {
        let range = words_in(reading.words, span);
        let first = range.start;
        let phrase = Phrase { words: &reading.words[range], clean: Some(reading.clean), lexicon: reading.lexicon };
        let heads = heads(&phrase, (reading.words, first), body.role, body.parent);
        for (count, head) in heads.iter().enumerate() {
            if let Some((start, end)) = head.subject
                && !(end == start + 1 && phrase.is(start, Part::Subject))
            {
                // "la Conférence, après l'exposé du Président" is no person
                let noun = |at: &usize| !phrase.words[*at].is_punctuation() && !phrase.is(*at, Part::Relative);
                by_person = (start..end).take_while(noun).any(|at| phrase.is(at, Part::Person));
            }
            let before = Before { acts: &found, heads: &heads[..count] };
            let preamble = body.role == Role::Preambular;
            let mut act = act(&phrase, head, (by_person && head.subject.is_some(), preamble), before);
            let subject = head.subject.or_else(|| shared_subject(&heads, count));
            act.subject = subject.map(|(start, end)| span_of(&phrase, start, end));
            let end = phrase.words.partition_point(|word| word.span.end <= act.span.end);
            // "tiendra les États informés" holds no meeting
            let reports = || Asked::new(&phrase, known, head.group.start..end).report(&[]).is_some();
            if act.class == Class::Convene && reports() {
                act.class = Class::Mandate;
                act.force = phrase.lexicon.classes.of(act.class).force;
            }
            if let Some(subject) = subject.filter(|_| is_asked(head, &act)) {
                act.addressees = asked_subjects(&phrase, subject);
            }
            for addressee in &mut act.addressees {
                let next = phrase.words.partition_point(|word| word.span.start < addressee.group.end);
                if !phrase.infinitive_follows(next) {
                    known.1.cover(addressee);
                }
            }
            if act.asks() {
                // what leads up to the first verb of a sentence belongs to it: "D'ici à mai 2015, la Commission présentera"
                let leads = heads[..count].last().is_none_or(|other| other.sentence != head.sentence);
                let near = head.group.start.saturating_sub(head.sentence) <= LED;
                let start = if leads && near { head.sentence } else { head.group.start };
                let asked = Asked::new(&phrase, known, start.min(head.group.start)..end);
                // "a décidé, à sa dixième séance, d'inviter" tells when it was decided
                let told = head.group.tense == Tense::Past;
                let content = act.content.filter(|_| told).map_or(head.group.start, |span| asked.word_at(span.start));
                act.terms = asked.terms(head.group.start, content, &act.addressees);
                if act.terms.deadline.is_none() && asked.means_the_last() {
                    let last = found.iter().rev().find_map(|act: &FoundAct<'_>| act.terms.deadline.clone());
                    act.terms.deadline = last;
                }
            }
            found.push(act);
        }
    }
    found
}

impl FoundAct<'_> {
    /// Whether something is to be done because of the act.
    fn asks(&self) -> bool {
        let done = matches!(self.class, Class::Adopt | Class::ElectAppoint);
        (self.force > Force::None && !done) || self.class == Class::Convene
    }
}

/// `La Commission est chargée`, `Les Etats communiqueront`: whether the subject is who is asked.
fn is_asked(head: &Head<'_>, act: &FoundAct<'_>) -> bool {
    let group = &head.group;
    let asked =
        group.tense == Tense::Future || (group.passive && group.frame != Frame::None && act.addressees.is_empty());
    asked && !matches!(act.class, Class::Convene | Class::Commit | Class::RemainSeized)
}

/// The noun groups of a subject who are asked: `La Banque, le Fonds et la Commission sont invités`.
fn asked_subjects(phrase: &Phrase<'_>, (start, end): (usize, usize)) -> Vec<FoundActor> {
    let pronoun = end == start + 1;
    let several = if pronoun { None } else { phrase.parties(start, end) };
    let groups =
        several.map(|found| found.groups).filter(|groups| groups.iter().all(|&group| phrase.can_be_asked(group)));
    let groups = groups.unwrap_or_else(|| vec![(start, phrase.group_from(start, end).max(start + 1))]);
    groups.into_iter().map(|(start, end)| FoundActor::named(span_of(phrase, start, end))).collect()
}

/// Words of a sentence before its first verb that are looked at with it, at most.
const LED: usize = 80;

/// Words after a verb that may say that what is adopted follows.
const FOLLOWS: usize = 6;

/// Verbs of a sentence among which a subject is looked for.
const CARRIED: usize = 64;

/// The subject of a verb that has none before it: that of the verb which it carries on, or of the one that it leads up to.
fn shared_subject(heads: &[Head<'_>], at: usize) -> Option<(usize, usize)> {
    let of_sentence = |head: &&Head<'_>| head.sentence == heads[at].sentence;
    let before = heads[..at].iter().rev().take(CARRIED).take_while(of_sentence).find_map(|head| head.subject);
    let leads_up = heads[at].group.tense == Tense::Participle;
    before.or_else(|| {
        heads[at + 1..].iter().take(CARRIED).take_while(of_sentence).find_map(|head| head.subject.filter(|_| leads_up))
    })
}

/// The act of one verb.
fn act<'t>(
    phrase: &Phrase<'_>,
    head: &Head<'t>,
    (by_person, preamble): (bool, bool),
    before: Before<'_, '_>,
) -> FoundAct<'t> {
    let group = &head.group;
    let subject = head.subject.map(|(start, end)| span_of(phrase, start, end));
    let (mut addressees, content) = addressees(phrase, head, before);
    // "exige que les parties respectent": all of it is asked
    let content = if phrase.is(group.after, Part::Relative) { group.after } else { content };
    // "réitère son engagement": what stands outside the verb's place is what is said
    let outside = addressees.is_empty() && content == group.after && !phrase.is(group.end, Part::Conjunction);
    let content = if outside { group.end } else { content };
    let mut class = group.class;
    if group.tense == Tense::Future {
        class = match class {
            Class::Meet => Class::Convene,
            Class::Commit | Class::Authorize | Class::RemainSeized => class,
            _ => Class::Mandate,
        };
        addressees.clear();
    } else if group.tense == Tense::Infinitive && class == Class::Meet {
        // "Décide : de tenir une réunion"
        class = Class::Convene;
    } else if class == Class::Agree && group.tense == Tense::Present && is_it(phrase, head) {
        // "note qu'il convient d'agir": nobody agrees
        class = Class::Stress;
    } else if by_person && tells(class) {
        class = Class::Report;
        addressees.clear();
    }
    let about = phrase.lexicon.classes.of(class);
    let mut force = about.force;
    // what one person decides does not bind by itself
    if by_person && force == Force::Binding && group.tense != Tense::Future && !group.passive {
        force = Force::None;
    }
    // "Adoptée à l'unanimité" tells of the text itself; in a preamble nothing is asked
    let bare = group.tense == Tense::Past && group.number.is_none() && subject.is_none() && group.class == Class::Adopt;
    // "a adopté la décision qui suit"
    let last = group.after..phrase.words.len().min(group.after + FOLLOWS);
    let follows = class == Class::Adopt && last.into_iter().any(|at| phrase.announces_text(at));
    let told = follows || bare && !phrase.is_any(group.after, &[Part::Determiner, Part::Article]);
    if told || (preamble && group.tense == Tense::Participle) {
        force = Force::None;
    }
    let last = (group.end..head.until).rev().find(|&at| !phrase.is_separator(at));
    let end = last.map_or(group.end, |last| last + 1);
    let content = (content..end).find(|&at| !phrase.is_separator(at));
    // "demande à X, en liaison avec Y, de publier"
    let asks = matches!(group.frame, Frame::Dative | Frame::Accusative) && !addressees.is_empty();
    let content = content.map(|at| if asks { phrase.past_asides(at, end) } else { at });
    // "prie X de faire": what is asked is to do it; "prie X de :", the items below
    let content = content.and_then(|at| match at + 1 < end {
        true if phrase.infinitive_follows(at) => Some(at + 1),
        false if phrase.is_any(at, &[Part::De, Part::Dative]) => None,
        _ => Some(at),
    });
    let span = span_of(phrase, group.start, end);
    FoundAct {
        span,
        verb: span_of(phrase, group.start, group.end),
        lemma: group.lemma,
        class,
        frame: group.frame,
        step: head.step,
        force,
        intensity: group.intensity,
        polarity: group.polarity.or(about.polarity),
        repetition: group.repetition,
        subject,
        actor: None,
        addressees,
        content: content.map(|start| span_of(phrase, start, end)),
        terms: FoundTerms::default(),
        tasks: Vec::new(),
        negated: group.negated,
        passive: group.passive,
        tense: group.tense,
    }
}

/// Whether the subject is a pronoun in the singular.
fn is_it(phrase: &Phrase<'_>, head: &Head<'_>) -> bool {
    let pronoun = head.subject.filter(|&(start, end)| end == start + 1 && phrase.is(start, Part::Subject));
    pronoun.is_some() && head.group.number == Some(Number::Singular)
}

/// Whether one person who does this only informs the meeting.
fn tells(class: Class) -> bool {
    matches!(
        class,
        Class::Recall
            | Class::Note
            | Class::Consider
            | Class::Declare
            | Class::Stress
            | Class::Welcome
            | Class::Commend
            | Class::Thank
            | Class::ExpressHope
            | Class::ExpressConcern
            | Class::Regret
            | Class::Reaffirm
            | Class::Support
            | Class::Recommend
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::word::words;

    /// Each act of `text`: verb, class, addressees.
    fn read(text: &str, role: Role, parent: Parent) -> Vec<String> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let words = words(text, &lexicon);
        let reading = Reading { clean: text, words: &words, lexicon: &lexicon };
        let span = [CleanSpan::new(0, text.len())];
        let found = acts(
            Body { spans: &span, role, parent },
            reading,
            (&Mentions::default(), &Names::of(&Mentions::default())),
        );
        let of = |span: CleanSpan| &text[span.range()];
        found
            .iter()
            .map(|act| {
                let addressees: Vec<&str> = act.addressees.iter().map(|one| of(one.group)).collect();
                format!("{} | {:?} | {}", of(act.verb), act.class, addressees.join(" + "))
            })
            .collect()
    }

    #[test]
    fn sentences_with_a_subject() {
        for (text, expected) in [
            (
                "Le Comité a entendu le Ministre et pris note de son exposé.",
                &["a entendu | Examine | ", "pris note | Note | "][..],
            ),
            (
                "Elle s’est, ensuite, penchée sur le budget et l’a approuvé.",
                &["s’est, ensuite, penchée | Examine | ", "a approuvé | Adopt | "],
            ),
            (
                "Tout en saluant les autorités togolaises, le Sommet les a exhortées à poursuivre.",
                &["saluant | Welcome | ", "a exhortées | Urge | les autorités togolaises"],
            ),
            (
                "La session a demandé à la Banque et au Fonds de financer le projet. Elle leur a en outre demandé d’en rendre compte.",
                &["a demandé | Request | la Banque + Fonds", "a en outre demandé | Request | la Banque + Fonds"],
            ),
            (
                "Les Ministres ont réitéré leur vive condamnation des attaques et exprimé leur gratitude au Roi et à son peuple.",
                &["ont réitéré | Condemn | ", "exprimé leur gratitude | Thank | Roi + son peuple"],
            ),
            ("Le Conseil n’a pas approuvé le budget.", &["n’a pas approuvé | Adopt | "]),
            ("Les États communiqueront leurs rapports.", &["communiqueront | Mandate | Les États"]),
            ("Le Secrétariat est chargé de suivre la question.", &["est chargé | Mandate | Le Secrétariat"]),
            ("Le Président a souligné les défis.", &["a souligné | Report | "]),
        ] {
            assert_eq!(read(text, Role::Narrative, Parent::Other), expected, "{text}");
        }
    }

    #[test]
    fn clauses_without_a_subject() {
        for (text, expected) in [
            ("Prie instamment les parties de désarmer ;", &["Prie instamment | Urge | les parties"][..]),
            (
                "LANCE UN APPEL aux bailleurs de fonds, et invite l’OMS à coopérer ;",
                &["LANCE UN APPEL | CallUpon | bailleurs de fonds", "invite | Invite | l’OMS"],
            ),
            ("Adresse aux factions un appel pour qu’elles cessent le feu ;", &["Adresse | CallUpon | factions"]),
            ("Exige des groupes armés qu’ils se retirent ;", &["Exige | Demand | groupes armés"]),
            ("Décide de demeurer activement saisi de la question.", &["Décide | RemainSeized | "]),
            ("Affirme de nouveau que l’eau est un droit ;", &["Affirme de nouveau | Reaffirm | "]),
            ("Réitère également son appel aux bailleurs ;", &["Réitère également | CallUpon | bailleurs"]),
            ("Exprime son plein appui au Médiateur ;", &["Exprime | Support | "]),
            ("Se déclare de nouveau prêt à intervenir ;", &["Se déclare de nouveau | Commit | "]),
            ("Appelle de nouveau de ses vœux la paix ;", &["Appelle de nouveau de ses vœux | ExpressHope | "]),
            ("Continue à exhorter les parties à négocier ;", &["Continue à exhorter | Urge | les parties"]),
            ("Nous félicitons de l’accord.", &["Nous félicitons | Welcome | "]),
            ("Nous engageons les parties à dialoguer.", &["engageons | CallUpon | les parties"]),
            (
                "Prend note du rapport, qui a rappelé les faits, et se félicite des progrès ;",
                &["Prend note | Note | ", "se félicite | Welcome | "],
            ),
            (
                "Appelle les États parties à la Convention à agir ;",
                &["Appelle | CallUpon | les États parties à la Convention"],
            ),
            ("Appelle à la retenue ;", &["Appelle | CallUpon | "]),
            (
                "Se déclare gravement préoccupée par la crise ;",
                &["Se déclare gravement préoccupée | ExpressConcern | "],
            ),
        ] {
            assert_eq!(read(text, Role::Operative, Parent::Other), expected, "{text}");
        }
    }

    #[test]
    fn verbs_share_what_follows() {
        for (text, expected) in [
            (
                "Invite et encourage les riverains à coopérer ;",
                &["Invite et encourage | Invite | les riverains", "encourage | Encourage | les riverains"][..],
            ),
            (
                "Accueille avec satisfaction et soutient également le plan ;",
                &["Accueille avec satisfaction et soutient également | Welcome | ", "soutient également | Support | "],
            ),
            ("Le Conseil a examiné et adopté le budget.", &["a examiné | Examine | ", "adopté | Adopt | "]),
            ("Salue le plan et encourage les dons ;", &["Salue | Welcome | ", "encourage | Encourage | "]),
            ("Rappelle et se félicite d’avoir créé le fonds ;", &["Rappelle | Recall | ", "se félicite | Welcome | "]),
        ] {
            assert_eq!(read(text, Role::Operative, Parent::Other), expected, "{text}");
        }
    }

    #[test]
    fn preambles_and_items() {
        let preamble = "Notant avec une vive préoccupation que la paix tarde, et remerciant le Tchad de son aide,";
        assert_eq!(
            read(preamble, Role::Preambular, Parent::Other),
            ["Notant avec une vive préoccupation | Note | ", "remerciant | Thank | le Tchad"]
        );
        let preamble = "Ayant présentes à l’esprit ses décisions, et soulignant avec conviction leur utilité,";
        assert_eq!(
            read(preamble, Role::Preambular, Parent::Other),
            ["Ayant présentes à l’esprit | Recall | ", "soulignant avec conviction | Stress | "]
        );
        assert_eq!(read("D’instituer un fonds ;", Role::Operative, Parent::Decides), ["D’instituer | Establish | "]);
        assert_eq!(read("de tenir un atelier ;", Role::Operative, Parent::Decides), ["de tenir | Convene | "]);
        assert_eq!(read("d’instituer un fonds ;", Role::Operative, Parent::Other), [] as [&str; 0]);
    }

    #[test]
    fn items_of_a_shared_auxiliary() {
        let text = "réitéré sa demande à la Commission de publier le rapport";
        assert_eq!(read(text, Role::Operative, Parent::Auxiliary), ["réitéré | Request | la Commission"], "{text}");
        assert_eq!(
            read("Le Bureau a : (i) chargé le Fonds d’agir ; (ii) approuvé le budget.", Role::Operative, Parent::Other),
            ["chargé | Mandate | le Fonds", "approuvé | Adopt | "]
        );
    }

    #[test]
    fn nouns_repeated() {
        for (text, expected) in [
            ("sa demande à la Banque de payer ;", "sa demande | Request | la Banque"),
            ("la nécessité de payer ;", "la nécessité | Stress | "),
        ] {
            assert_eq!(read(text, Role::Operative, Parent::Repeats), [expected]);
        }
    }

    #[test]
    fn weak_verbs_need_their_noun() {
        for (text, expected) in [
            ("Le Directeur a fait un long discours.", &[][..]),
            ("La radio a rapporté la nouvelle.", &[]),
            ("Le Conseil a rapporté sa décision de mai.", &["a rapporté | Decide | "]),
            ("La réunion s’est conclue par un dîner.", &[]),
            ("Le Comité a conclu un accord avec le Tchad.", &["a conclu | Agree | "]),
            ("Le Niger est engagé auprès de ses voisins.", &[]),
            ("Elle s’attellera à la tâche.", &[]),
            ("Renouvelle le mandat du Groupe ;", &["Renouvelle | Extend | "]),
            ("Accorde à la Banque un délai ;", &["Accorde | Decide | "]),
            ("De tenir compte des besoins des enfants ;", &[]),
        ] {
            assert_eq!(read(text, Role::Operative, Parent::Other), expected, "{text}");
        }
        let preamble = "Vu le Règlement du 3 mai, instituant un fonds,";
        assert_eq!(read(preamble, Role::Preambular, Parent::Other), ["Vu | Recall | "]);
    }

    #[test]
    fn addressees_end_where_what_is_asked_begins() {
        for (text, expected) in [
            ("Demande à toutes les parties à un litige de négocier ;", "toutes les parties à un litige"),
            ("Prie la Secrétaire générale de nous faire rapport ;", "la Secrétaire générale"),
            ("Invite les parties au respect de la trêve ;", "les parties"),
            (
                "Invite la Banque, agissant dans son domaine, et les États membres à agir ;",
                "la Banque + les États membres",
            ),
        ] {
            let found = read(text, Role::Operative, Parent::Other);
            assert!(found[0].ends_with(&format!("| {expected}")), "{found:?}");
        }
    }

    #[test]
    fn verbs_that_tell_do_not_act() {
        for text in [
            "Les États qui ont ratifié le traité et pour lesquels il a été adopté",
            "la note du Secrétariat et la demande de la Commission",
            "Paix et sécurité",
            "à la charge des Etats",
            "é. ,;: ( » — 12) …",
            "",
        ] {
            assert_eq!(read(text, Role::Operative, Parent::Other), [] as [&str; 0], "{text}");
        }
    }
}

//! Acts: what the meeting does with words: asks, notes, decides, condemns.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Edtf, Evidence};
use crate::span::Span;

/// What an act does: the 38 classes of speech acts in the genre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Class {
    /// A session is held: `s’est réuni`.
    Meet,
    /// A meeting is called: `convoque`.
    Convene,
    /// A matter is taken up, heard, considered: `a examiné`.
    Examine,
    /// Refers back: `Rappelant`, `Vu`.
    Recall,
    /// Takes note: `prend acte`.
    Note,
    /// Holds, is aware, is convinced: `Considérant`.
    Consider,
    /// Restates a position: `réaffirme`.
    Reaffirm,
    /// States: `déclare`, `précise`.
    Declare,
    /// Underlines: `souligne`.
    Stress,
    /// Somebody informs the meeting: `a informé`.
    Report,
    /// Welcomes a fact: `se félicite`, `salue`.
    Welcome,
    /// Praises somebody: `félicite`, `rend hommage`.
    Commend,
    /// Thanks: `remercie`.
    Thank,
    /// Condolences, sympathy: `s’incline`.
    Solidarity,
    /// Supports: `appuie`.
    Support,
    /// Hopes: `souhaite`.
    ExpressHope,
    /// Worries: `exprime sa préoccupation`.
    ExpressConcern,
    /// Regrets: `déplore`.
    Regret,
    /// Condemns: `condamne`.
    Condemn,
    /// Rejects: `rejette`.
    Reject,
    /// Demands: `exige`.
    Demand,
    /// Urges: `exhorte`, `prie instamment`.
    Urge,
    /// Calls upon: `appelle`, `lance un appel`.
    CallUpon,
    /// Asks: `demande`, `prie`.
    Request,
    /// Invites: `invite`.
    Invite,
    /// Encourages: `encourage`.
    Encourage,
    /// Recommends: `recommande`.
    Recommend,
    /// Decides: `décide`.
    Decide,
    /// Authorises: `autorise`.
    Authorize,
    /// Instructs its own organs: `charge`, `instruit`.
    Mandate,
    /// Creates: `crée`, `institue`.
    Establish,
    /// Prolongs: `proroge`.
    Extend,
    /// Suspends or lifts: `suspend`.
    Suspend,
    /// Adopts: `approuve`, `entérine`.
    Adopt,
    /// Elects or appoints: `désigne`.
    ElectAppoint,
    /// Binds itself: `s’engage`.
    Commit,
    /// Agrees: `est convenu`.
    Agree,
    /// Keeps the matter on its table: `demeure saisi`.
    RemainSeized,
}

/// How much an act asks, from nothing to a binding order: a ladder, so it can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// Asks nothing: recalls, notes, welcomes.
    None,
    /// Encourages, invites, recommends.
    Weak,
    /// Requests, calls upon.
    Moderate,
    /// Urges, demands.
    Strong,
    /// Decides, mandates, authorises.
    Binding,
}

/// The form of the verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tense {
    /// `Décide`, `PREND NOTE`, `décidons`.
    Present,
    /// `a décidé`, `s’est félicitée`.
    Past,
    /// `fera rapport`.
    Future,
    /// `Rappelant`, `Préoccupée`, `Vu`.
    Participle,
    /// `De créer`, `décide de créer`.
    Infinitive,
}

/// The words that do the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Verb {
    /// The dictionary form: `demander`, `prendre note`.
    pub lemma: String,
    /// The words as drafters italicise them, adverbs included: `a également demandé`.
    pub span: Span,
}

impl Verb {
    /// A verb by its dictionary form and place.
    #[must_use]
    pub fn new(lemma: String, span: Span) -> Self {
        Self { lemma, span }
    }
}

/// Somebody in an act: who acts, who is addressed, for whom something is done, who reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Actor {
    /// The noun group, without its preposition: `les nouvelles autorités du Mali`. For a pronoun, the group it stands for.
    pub text: String,
    /// Where it stands; for a pronoun, the pronoun.
    pub span: Span,
    /// The entity it names, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

impl Actor {
    /// Somebody not yet tied to an entity.
    #[must_use]
    pub fn new(text: String, span: Span) -> Self {
        Self { text, span, entity: None }
    }
}

/// Whether an act is for or against what it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// `Se félicite`, `prend note avec satisfaction`.
    Positive,
    /// `Condamne`, `note avec préoccupation`.
    Negative,
}

/// Whether an act is one more of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Repetition {
    /// One more beside others: `Prie également`, `a en outre demandé`.
    Also,
    /// The same as before: `Demande de nouveau`, `réitère`.
    Again,
}

/// By when, or at which sitting, something is to be done.
///
/// ```
/// let document = greffier::parse("La Conférence a demandé à la Commission de publier la liste à sa prochaine session.");
/// let deadline = document.clauses().next().and_then(|clause| clause.acts[0].deadline.clone()).expect("a deadline");
/// assert_eq!((document.slice(deadline.span), deadline.value), ("sa prochaine session", None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Deadline {
    /// The words: those of the [`Date`](super::Date) or [`Period`](super::Period), or of a sitting whose days are not known.
    pub span: Span,
    /// When that is: `../2015-03-31`, or the months of a session; absent where the text alone does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Edtf>,
    /// The last day, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<NaiveDate>,
}

impl Deadline {
    /// A deadline of which only the words are known.
    #[must_use]
    pub fn new(span: Span) -> Self {
        Self { span, value: None, end: None }
    }
}

/// A duty to report: who reports to whom, on what, when.
///
/// ```
/// let text = "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de lui faire rapport tous les six mois sur la situation.\n";
/// let document = greffier::parse(text);
/// let report = document.clauses().next().and_then(|clause| clause.acts[0].report.clone()).expect("a duty to report");
/// assert_eq!(report.reporters[0].text, "le Secrétaire général");
/// assert_eq!(report.recipients[0].text, "Le Conseil de sécurité");
/// assert_eq!(report.recurrence.expect("how often").value, "R/P6M");
/// assert_eq!(document.slice(report.topic.expect("on what")), "la situation");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// The words that make it a duty, with all that belongs to them: `de lui faire rapport tous les six mois sur la situation`.
    pub span: Span,
    /// Who reports.
    pub reporters: Vec<Actor>,
    /// To whom.
    pub recipients: Vec<Actor>,
    /// On what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Span>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How often: ISO 8601 (`R/P6M`), `R` where the text does not say how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Evidence<String>>,
}

impl Report {
    /// A duty of which nothing else is known.
    #[must_use]
    pub fn new(span: Span) -> Self {
        Self { span, reporters: Vec::new(), recipients: Vec::new(), topic: None, deadline: None, recurrence: None }
    }
}

/// What one item asks of those whom the act above it addresses.
///
/// ```
/// let text = "Le Conseil,\n\n1. Prie la Commission :\n\na) De publier la liste ;\n\nb) De lui faire rapport d’ici à mai 2016.\n";
/// let document = greffier::parse(text);
/// let act = &document.clauses().next().expect("a clause").acts[0];
/// let tasks: Vec<&str> = act.tasks.iter().map(|task| document.slice(task.content)).collect();
/// assert_eq!(tasks, ["publier la liste", "lui faire rapport d’ici à mai 2016"]);
/// assert!(act.tasks[1].report.is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Task {
    /// The words that say what is to be done.
    pub content: Span,
    /// For whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiaries: Vec<Actor>,
    /// On which condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Span>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How often: ISO 8601 (`R/P1Y`), `R` where the text does not say how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Evidence<String>>,
    /// The duty to report that it makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
}

impl Task {
    /// A task without terms.
    #[must_use]
    pub fn new(content: Span) -> Self {
        Self { content, beneficiaries: Vec::new(), condition: None, deadline: None, recurrence: None, report: None }
    }
}

/// One thing the meeting does in a clause.
///
/// ```
/// use greffier::Class;
///
/// let document = greffier::parse("Le Conseil de sécurité,\n\n1. Prie instamment le Secrétaire général de rendre compte ;\n");
/// let act = &document.clauses().next().expect("one clause").acts[0];
/// assert_eq!(act.class, Class::Urge);
/// assert_eq!(document.slice(act.verb.span), "Prie instamment");
/// assert_eq!(act.addressees[0].text, "le Secrétaire général");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Act {
    /// From the verb to the end of what it governs.
    pub span: Span,
    /// The verb.
    pub verb: Verb,
    /// What the act does.
    pub class: Class,
    /// How much it asks.
    pub force: Force,
    /// From −1 (`si possible`) over 0 to 2 (`avec la plus grande fermeté`).
    pub intensity: i8,
    /// Whether it is for or against what it speaks of; absent where it is neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// Whether it is one more of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repetition: Option<Repetition>,
    /// Who acts: the subject, the last one named for a pronoun, or where the clause has none the body that its formula names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// To whom.
    pub addressees: Vec<Actor>,
    /// What is said, asked or decided: the words after the verb and the addressees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Span>,
    /// For whom something is to be done: `une aide au Mali`, `en faveur des réfugiés`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beneficiaries: Vec<Actor>,
    /// On which condition: `si la situation le permet`, `sous réserve de l’accord du pays hôte`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Span>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How often: ISO 8601 (`R/P1Y`), `R` where the text does not say how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Evidence<String>>,
    /// The duty to report that the act makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// What the items below the clause ask, where they are no acts of their own: `Prie le Secrétaire général : a) De publier …`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Whether the act is denied: `n’a pas approuvé`.
    pub negated: bool,
    /// The form of the verb.
    pub tense: Tense,
}

impl Act {
    /// An act of `class`, present and asking nothing.
    #[must_use]
    pub fn new(span: Span, verb: Verb, class: Class) -> Self {
        Self {
            span,
            verb,
            class,
            force: Force::None,
            intensity: 0,
            polarity: None,
            repetition: None,
            actor: None,
            addressees: Vec::new(),
            content: None,
            beneficiaries: Vec::new(),
            condition: None,
            deadline: None,
            recurrence: None,
            report: None,
            tasks: Vec::new(),
            negated: false,
            tense: Tense::Present,
        }
    }
}

//! Acts: what the meeting does with words: asks, notes, decides, condemns.

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

/// To whom an act is addressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Addressee {
    /// The noun group, without its preposition: `les nouvelles autorités du Mali`. For a pronoun, the group it stands for.
    pub text: String,
    /// Where it stands; for a pronoun, the pronoun.
    pub span: Span,
    /// The entity it names, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

impl Addressee {
    /// An addressee not yet tied to an entity.
    #[must_use]
    pub fn new(text: String, span: Span) -> Self {
        Self { text, span, entity: None }
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
    /// Who acts, where the clause says so: `La réunion`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Evidence<String>>,
    /// To whom.
    pub addressees: Vec<Addressee>,
    /// What is said, asked or decided: the words after the verb and the addressees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Span>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Evidence<Edtf>>,
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
            actor: None,
            addressees: Vec::new(),
            content: None,
            deadline: None,
            negated: false,
            tense: Tense::Present,
        }
    }
}

//! The meeting that a text comes from.

use serde::{Deserialize, Serialize};

use super::{Edtf, Evidence};
use crate::span::Span;

/// Who sits at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Level {
    /// Heads of state or government.
    Summit,
    /// Ministers.
    Ministerial,
    /// Permanent representatives.
    Ambassadors,
    /// Senior officials.
    SeniorOfficials,
    /// Experts.
    Experts,
}

/// How the meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// `session ordinaire`
    Ordinary,
    /// `session extraordinaire`
    Extraordinary,
    /// `tenue virtuellement`, `par visioconférence`
    Virtual,
    /// `à huis clos`
    Closed,
    /// `en bimodale`
    Hybrid,
}

/// Where the meeting is held.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// The city: `New York`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Evidence<String>>,
    /// The country, ISO 3166-1 alpha-2: `US`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Evidence<String>>,
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Participant {
    /// The name, without title.
    pub name: Evidence<String>,
    /// The office, where printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Evidence<String>>,
    /// The country that the line names, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Evidence<String>>,
}

impl Participant {
    /// A participant of whom only the name is known.
    #[must_use]
    pub fn new(name: Evidence<String>) -> Self {
        Self { name, office: None, country: None }
    }
}

/// A meeting, as its own text tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Meeting {
    /// The words that tell of it.
    pub span: Span,
    /// What the meeting is called: `réunion annuelle de coordination`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Evidence<String>>,
    /// Who meets: `Groupe de contact de l’OCI sur le Mali`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Evidence<String>>,
    /// The organisation it belongs to: `Organisation de la coopération islamique`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Evidence<String>>,
    /// Who sits at the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Evidence<Level>>,
    /// The number of the session or meeting: 68.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Evidence<u32>>,
    /// How it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Evidence<Form>>,
    /// Its motto: `Session de la paix`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Evidence<String>>,
    /// When: `2013-09-25`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Evidence<Edtf>>,
    /// Where.
    #[serde(default, skip_serializing_if = "is_nowhere")]
    pub place: Place,
    /// Who presides, without title and office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Evidence<String>>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// The meeting in whose margins it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alongside: Option<Box<Meeting>>,
}

impl Meeting {
    /// A meeting of which only the place in the text is known.
    #[must_use]
    pub fn new(span: Span) -> Self {
        Self { span, ..Self::default() }
    }
}

fn is_nowhere(place: &Place) -> bool {
    *place == Place::default()
}

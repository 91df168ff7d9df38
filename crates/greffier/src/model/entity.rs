//! Entities: who and what the text names, each with all its mentions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::Edtf;
use crate::span::Span;

/// What an [`Entity`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// Organisations, their organs, missions, agencies, movements: `Conseil de sécurité`.
    Organization,
    /// A person, without title and office: `Ibrahim Boubakar Keita`.
    Person,
    /// States, territories, regions, cities, waters: `Mali`, `Sahel`, `Ouagadougou`.
    Location,
    /// Summits, sessions, conferences: `12éme Sommet islamique`.
    Event,
    /// Treaties, agreements, charters, programmes: `Charte des Nations Unies`.
    Instrument,
    /// People taken together: `Etats membres`, `Touaregs`.
    Group,
    /// An office: `Secrétaire général`.
    Role,
}

/// One thing named by the text, with all the places where it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity {
    /// Names the entity inside this document: `e7`.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its full name; the gazetteer's where it is known there, else as first printed.
    pub name: String,
    /// Its acronym, from the text or the gazetteer: `MINUSMA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Codes by scheme: `iso3166` → `ML`, `wikidata` → `Q912`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub codes: BTreeMap<String, String>,
    /// When it was there, as far as the gazetteer knows: an interval in EDTF, `1963/2002`, `2002-07-09/..`, `../2011-06`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid: Option<Edtf>,
    /// The name of what followed it, from the gazetteer: `Union africaine`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// The office that a person holds, by the id of its entity: that of `Premier Ministre du Cabo Verde`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Where it is named, in order.
    pub mentions: Vec<Span>,
    /// Where it is meant without its name, in order: `la Commission`, `ledit Accord`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coreferences: Vec<Span>,
}

impl Entity {
    /// An entity of which only kind and name are known.
    #[must_use]
    pub fn new(id: String, kind: EntityKind, name: String) -> Self {
        Self {
            id,
            kind,
            name,
            acronym: None,
            codes: BTreeMap::new(),
            valid: None,
            successor: None,
            office: None,
            mentions: Vec::new(),
            coreferences: Vec::new(),
        }
    }
}

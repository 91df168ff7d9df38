//! French word order: the group of a verb, who is addressed, how a paragraph opens.

mod addressee;
mod infinitive;
mod noun_group;
mod opening;
mod participle;
mod phrase;
mod sense;
mod verb_group;

pub(crate) use addressee::Addressees;
pub(crate) use opening::{Opening, leads, opening};
pub(crate) use phrase::Phrase;
pub(crate) use verb_group::{Clitic, Group, Number};

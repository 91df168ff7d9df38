//! The few functions that know the word order of a language.

pub(crate) mod fr;

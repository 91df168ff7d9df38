//! An error is what the caller can mend: a bad data file, an unknown language. Texts never cause one.

use thiserror::Error;

/// Why a [`Parser`](crate::Parser) could not be built, or a document not be read back.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// The language has no data: `unknown language "de"; known: fr`.
    #[error("unknown language {code:?}; known: {known}")]
    UnknownLanguage {
        /// The ISO 639-1 code that was asked for.
        code: String,
        /// The codes there are, comma separated.
        known: String,
    },
    /// A data file is not as its schema wants it.
    #[error("{file}:{line}: {message}")]
    Data {
        /// The file's name as given: `fr/verbs.toml`.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What was expected and what was found.
        message: String,
    },
}

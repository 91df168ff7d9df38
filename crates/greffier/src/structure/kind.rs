//! What kind of text it is.

use crate::mention::Reading;
use crate::model::Kind;
use crate::structure::Outline;

/// The kind of the text, by title, formula and numbering.
pub(crate) fn kind(_outline: &Outline, _reading: Reading<'_>) -> Kind {
    Kind::Unknown
}

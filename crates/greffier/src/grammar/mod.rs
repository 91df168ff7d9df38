//! nom leaves: one function per grammar rule, value and rest as the only result, no positions.

pub(crate) mod date;
pub(crate) mod hijri;
pub(crate) mod marker;
pub(crate) mod number;
pub(crate) mod ordinal;
pub(crate) mod roman;
pub(crate) mod symbol;
pub(crate) mod title;
pub(crate) mod token;
pub(crate) mod vintage;

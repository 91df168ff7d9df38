//! French word order.

pub(crate) mod opening;

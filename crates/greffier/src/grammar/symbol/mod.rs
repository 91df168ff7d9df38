//! Symbols of instruments: the plain number after a citing word, and the full symbols of the organizations' series.

mod number;
mod own_number;
mod series;

pub(crate) use number::{Number, number, qualifier};
pub(crate) use own_number::{act_number, numbered_series};
pub(crate) use series::{Symbol, adoption_year, series, supplement};

//! Symbols of instruments: the plain number after a citing word, and the full symbols of the organizations' series.

mod number;
mod own_number;
mod series;
mod spelling;

pub(crate) use number::{Number, foreign_number, number, qualifier};
pub(crate) use own_number::{
    act_number, act_protocol, cited_decision, community, may_be_numbered_series, numbered_series,
};
pub(crate) use series::{Symbol, adoption_year, bracket, series, supplement};
pub(crate) use spelling::Spelled;

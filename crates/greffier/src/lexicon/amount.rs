//! Spans of time as ISO 8601 writes them: `P6M`, `P30D`, `PT36H`.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// So many units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) count: u32,
    pub(crate) unit: Unit,
}

impl Amount {
    /// So many times as long, where a number holds it.
    pub(crate) fn times(self, times: u32) -> Option<Self> {
        Some(Self { count: self.count.checked_mul(times)?, ..self })
    }

    /// The day so much after `date`, or before it; hours are no days.
    pub(crate) fn from(self, date: NaiveDate, after: bool) -> Option<NaiveDate> {
        let days = |days: u32| {
            let days = Days::new(days.into());
            if after { date.checked_add_days(days) } else { date.checked_sub_days(days) }
        };
        let months = |months: u32| {
            let months = Months::new(months);
            if after { date.checked_add_months(months) } else { date.checked_sub_months(months) }
        };
        match self.unit {
            Unit::Minute | Unit::Hour => None,
            Unit::Day => days(self.count),
            Unit::Week => days(self.count.checked_mul(7)?),
            Unit::Month => months(self.count),
            Unit::Year => months(self.count.checked_mul(12)?),
        }
    }
}

/// amount = "P" count ( "D" / "W" / "M" / "Y" ) / "PT" count ( "H" / "M" )
impl FromStr for Amount {
    type Err = ();

    fn from_str(iso: &str) -> Result<Self, ()> {
        let rest = iso.strip_prefix('P').ok_or(())?;
        let (time, rest) = rest.strip_prefix('T').map_or((false, rest), |rest| (true, rest));
        let mut letters = rest.chars();
        let unit = match (time, letters.next_back().ok_or(())?) {
            (true, 'M') => Unit::Minute,
            (true, 'H') => Unit::Hour,
            (false, 'D') => Unit::Day,
            (false, 'W') => Unit::Week,
            (false, 'M') => Unit::Month,
            (false, 'Y') => Unit::Year,
            _ => return Err(()),
        };
        Ok(Self { count: letters.as_str().parse().map_err(|_| ())?, unit })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = match self.unit {
            Unit::Minute => ("PT", "M"),
            Unit::Hour => ("PT", "H"),
            Unit::Day => ("P", "D"),
            Unit::Week => ("P", "W"),
            Unit::Month => ("P", "M"),
            Unit::Year => ("P", "Y"),
        };
        write!(formatter, "{before}{}{after}", self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_iso_8601() {
        for iso in ["P1D", "P2W", "P6M", "P10Y", "PT36H", "PT30M"] {
            assert_eq!(iso.parse::<Amount>().map(|amount| amount.to_string()), Ok(iso.to_owned()));
        }
        for bad in ["", "P", "6M", "PTM", "P1H", "PT1D", "P-1D", "P1.5Y"] {
            assert!(bad.parse::<Amount>().is_err(), "{bad}");
        }
    }

    #[test]
    fn amounts_are_counted_from_a_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (iso, from, after, before) in [
            ("P30D", "2014-03-01", "2014-03-31", "2014-01-30"),
            ("P1M", "2016-01-31", "2016-02-29", "2015-12-31"),
            ("P2Y", "2016-02-29", "2018-02-28", "2014-02-28"),
            ("P2W", "2013-12-25", "2014-01-08", "2013-12-11"),
        ] {
            let amount: Amount = iso.parse().expect("a duration");
            assert_eq!(amount.from(day(from), true), Some(day(after)), "{iso} after {from}");
            assert_eq!(amount.from(day(from), false), Some(day(before)), "{iso} before {from}");
        }
        assert_eq!("PT36H".parse::<Amount>().expect("a duration").from(day("2014-01-01"), true), None);
    }
}

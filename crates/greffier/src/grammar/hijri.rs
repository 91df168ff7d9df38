//! The Hijri calendar by arithmetic, to see whether two printed dates agree.
//!
//! The tabular calendar (civil epoch) is a day or two off the calendar by moon sighting, so it judges dates and never makes one.

use calendrical_calculations::islamic::{ISLAMIC_EPOCH_FRIDAY, fixed_from_tabular_islamic};
use chrono::NaiveDate;

/// The Gregorian day of a Hijri one, by the tabular calendar.
pub(crate) fn to_gregorian(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    if !(1..=2000).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let fixed = fixed_from_tabular_islamic(year, month, day, ISLAMIC_EPOCH_FRIDAY);
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(fixed.to_i64_date()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_pairs_agree_within_a_day() {
        for (hijri, gregorian) in [
            ((1424, 3, 27), (2003, 5, 28)),
            ((1424, 8, 20), (2003, 10, 16)),
            ((1429, 3, 5), (2008, 3, 13)),
            ((1430, 5, 9), (2009, 5, 4)),
            ((1431, 6, 4), (2010, 5, 18)),
            ((1432, 7, 26), (2011, 6, 28)),
            ((1433, 9, 26), (2012, 8, 14)),
            ((1440, 9, 26), (2019, 5, 31)),
            ((1444, 4, 7), (2022, 11, 1)),
            ((1446, 9, 7), (2025, 3, 7)),
        ] {
            let reckoned = to_gregorian(hijri.0, hijri.1, hijri.2).expect("a day of the calendar");
            let printed = NaiveDate::from_ymd_opt(gregorian.0, gregorian.1, gregorian.2).expect("a day");
            assert!((reckoned - printed).num_days().abs() <= 1, "{hijri:?} {reckoned} {printed}");
        }
        assert_eq!(to_gregorian(1, 1, 1), NaiveDate::from_ymd_opt(622, 7, 19));
    }

    #[test]
    fn what_is_no_day() {
        for (year, month, day) in [(0, 1, 1), (1436, 13, 1), (1436, 2, 31), (1436, 0, 5)] {
            assert_eq!(to_gregorian(year, month, day), None);
        }
    }
}

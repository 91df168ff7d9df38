//! How often something is to be done: `R/P6M` as `every 6 months` for people, as a rule of repetition for calendars.

use std::fmt::{self, Formatter};

use chrono::{Datelike, NaiveDate};

/// Days that every month has.
const DAYS: u32 = 28;

/// A recurrence in ISO 8601 with one count and unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recurrence {
    count: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
}

impl Recurrence {
    /// `"R/P" count ("Y" | "M" | "W" | "D")`; nothing for what is not said (`R`) or has several units.
    pub(crate) fn read(value: &str) -> Option<Self> {
        let period = value.strip_prefix("R/P")?;
        let unit = match period.chars().next_back()? {
            'Y' => Unit::Year,
            'M' => Unit::Month,
            'W' => Unit::Week,
            'D' => Unit::Day,
            _ => return None,
        };
        let count = period[..period.len() - 1].parse().ok().filter(|&count| count > 0)?;
        Some(Self { count, unit })
    }

    /// The `RRULE` of RFC 5545 for what is first due on `first`: calendars would skip the months that have no such day, so the
    /// last day that a month has is taken there.
    pub(crate) fn rule(self, first: NaiveDate) -> String {
        let frequency = match self.unit {
            Unit::Year => "YEARLY",
            Unit::Month => "MONTHLY",
            Unit::Week => "WEEKLY",
            Unit::Day => "DAILY",
        };
        let mut rule = format!("FREQ={frequency};INTERVAL={}", self.count);
        let day = first.day();
        let leap = first.month() == 2 && day > DAYS;
        if (self.unit == Unit::Month && day > DAYS) || (self.unit == Unit::Year && leap) {
            if self.unit == Unit::Year {
                rule.push_str(";BYMONTH=2");
            }
            let days: Vec<String> = (DAYS..=day).map(|day| day.to_string()).collect();
            rule.push_str(&format!(";BYMONTHDAY={};BYSETPOS=-1", days.join(",")));
        }
        rule
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Year => "year",
            Unit::Month => "month",
            Unit::Week => "week",
            Unit::Day => "day",
        };
        match self.count {
            1 => write!(out, "every {unit}"),
            count => write!(out, "every {count} {unit}s"),
        }
    }
}

/// `every 6 months`; `regularly` for what is not said.
pub(crate) fn in_words(value: &str) -> String {
    match Recurrence::read(value) {
        Some(recurrence) => recurrence.to_string(),
        None if value == "R" => "regularly".to_owned(),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recurrences_are_told_in_words() {
        for (value, words) in [
            ("R/P1Y", "every year"),
            ("R/P6M", "every 6 months"),
            ("R/P2W", "every 2 weeks"),
            ("R/P1D", "every day"),
            ("R", "regularly"),
            ("R/P1Y6M", "R/P1Y6M"),
            ("R/P0D", "R/P0D"),
            ("R/P", "R/P"),
            ("R/P6é", "R/P6é"),
        ] {
            assert_eq!(in_words(value), words);
        }
    }

    #[test]
    fn rules_skip_no_month() {
        let day = |month, day| NaiveDate::from_ymd_opt(2016, month, day).expect("a day");
        for (value, first, rule) in [
            ("R/P2Y", day(6, 30), "FREQ=YEARLY;INTERVAL=2"),
            ("R/P1Y", day(2, 29), "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
            ("R/P6M", day(6, 28), "FREQ=MONTHLY;INTERVAL=6"),
            ("R/P6M", day(3, 31), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
            ("R/P2W", day(3, 31), "FREQ=WEEKLY;INTERVAL=2"),
            ("R/P90D", day(3, 31), "FREQ=DAILY;INTERVAL=90"),
        ] {
            assert_eq!(Recurrence::read(value).expect("a recurrence").rule(first), rule);
        }
        assert_eq!(Recurrence::read("R"), None);
    }
}

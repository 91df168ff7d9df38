//! Values of dates: what was read, written as EDTF, with the first and last day that it covers.

use std::fmt::Write as _;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::Edtf;

/// The calendar of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Calendar {
    #[default]
    Gregorian,
    Hijri,
}

/// How far the year of a point reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Reach {
    #[default]
    Year,
    /// `les années 1990`
    Decade,
    /// `le XIXe siècle`
    Century,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    /// 24 is midnight at the end of the day.
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// `15 h 30 TU`
    pub(super) universal: bool,
}

/// A point of time as precise as the text: `25 septembre 2013`, `septembre 2013`, `2013`, `printemps 2013`, `les années 1990`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Point {
    pub(super) calendar: Calendar,
    pub(super) year: Option<i32>,
    /// 1 to 12, or 21 to 24 for the seasons.
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// The year may open a decade: 1990; below 100 the century is not known.
    pub(super) reach: Reach,
    /// `fin 2016`
    pub(super) about: bool,
    pub(super) time: Option<Time>,
}

impl Point {
    pub(super) fn of_year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    pub(super) fn of_month(year: i32, month: u8) -> Self {
        Self { month: Some(month), ..Self::of_year(year) }
    }

    pub(super) fn of_decade(year: i32) -> Self {
        Self { reach: Reach::Decade, ..Self::of_year(year) }
    }

    pub(super) fn of_date(date: NaiveDate) -> Self {
        let month = u8::try_from(date.month()).expect("a month is small");
        let day = u8::try_from(date.day()).expect("a day is small");
        Self { day: Some(day), ..Self::of_month(date.year(), month) }
    }

    /// Whether some calendar has the day; where no year is written, in a leap year.
    pub(super) fn is_possible(&self) -> bool {
        match (self.month, self.day) {
            (Some(month), Some(day)) if self.calendar == Calendar::Gregorian => {
                NaiveDate::from_ymd_opt(self.year.unwrap_or(2000), month.into(), day.into()).is_some()
            }
            (_, Some(day)) => day <= 30,
            _ => true,
        }
    }

    /// The Gregorian day, where one is written in full.
    pub(super) fn date(&self) -> Option<NaiveDate> {
        match self {
            Point { calendar: Calendar::Gregorian, year: Some(year), month: Some(month), day: Some(day), .. } => {
                NaiveDate::from_ymd_opt(*year, u32::from(*month), u32::from(*day))
            }
            _ => None,
        }
    }

    /// The first and the last day that it covers.
    pub(super) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        if self.calendar == Calendar::Hijri {
            return None;
        }
        let year = self.year.filter(|&year| self.reach == Reach::Year || year >= 100)?;
        let (first, months) = match (self.month, self.day) {
            (Some(_), Some(_)) => return self.date().map(|date| (date, date)),
            (Some(season @ 21..=24), _) => (NaiveDate::from_ymd_opt(year, 3 * u32::from(season - 20), 21)?, 3),
            (Some(month), _) => (NaiveDate::from_ymd_opt(year, u32::from(month), 1)?, 1),
            (None, _) => {
                let years = match self.reach {
                    Reach::Year => 1,
                    Reach::Decade => 10,
                    Reach::Century => 100,
                };
                (NaiveDate::from_ymd_opt(year, 1, 1)?, 12 * years)
            }
        };
        Some((first, first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?))
    }

    fn write(&self, out: &mut String) {
        if self.calendar == Calendar::Hijri {
            out.push_str(super::HIJRI);
        }
        let _ = match self.year {
            Some(year) if self.reach == Reach::Decade && year < 100 => write!(out, "XX{}X", year / 10),
            Some(year) if self.reach == Reach::Decade => write!(out, "{:03}X", year / 10),
            Some(year) if self.reach == Reach::Century => write!(out, "{:02}XX", year / 100),
            Some(year @ 0..=9999) => {
                let two = |number: i32| u8::try_from(number).expect("below a hundred");
                write_two(two(year / 100), out);
                write_two(two(year % 100), out);
                Ok(())
            }
            Some(year) => write!(out, "{year:04}"),
            None => write!(out, "XXXX"),
        };
        for part in [self.month, self.day].into_iter().flatten() {
            out.push('-');
            write_two(part, out);
        }
        if let Some(Time { hour, minute, universal }) = self.time {
            out.push('T');
            write_two(hour, out);
            out.push(':');
            write_two(minute, out);
            if universal {
                out.push('Z');
            }
        }
        if self.about {
            out.push('~');
        }
    }
}

/// Writes a number below a hundred with two figures.
fn write_two(number: u8, out: &mut String) {
    out.push(char::from(b'0' + number / 10));
    out.push(char::from(b'0' + number % 10));
}

/// How the points of a mention belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `25 septembre 2013`
    One,
    /// `du 27 au 29 mai 2015`
    Interval,
    /// `les 1er et 6 mai 2000`
    Set,
    /// `juin ou juillet 2015`
    OneOf,
}

/// What a mention says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) shape: Shape,
    pub(super) points: Vec<Point>,
    /// `d’ici à`: no start.
    pub(super) open: bool,
}

impl Value {
    pub(super) fn one(point: Point) -> Self {
        Self { shape: Shape::One, points: vec![point], open: false }
    }

    pub(super) fn interval(first: Point, last: Point) -> Self {
        Self { shape: Shape::Interval, points: vec![first, last], open: false }
    }

    /// Some points; days that follow one another are an interval.
    pub(super) fn several(points: Vec<Point>, one_of: bool) -> Self {
        let next = |pair: &[Point]| match (pair[0].date(), pair[1].date()) {
            (Some(one), Some(other)) => one.succ_opt() == Some(other),
            _ => {
                let day = |point: &Point| point.day.map(|day| (point.calendar, point.year, point.month, day));
                let (one, other) = (day(&pair[0]), day(&pair[1]));
                one.zip(other).is_some_and(|(one, other)| (one.0, one.1, one.2, one.3 + 1) == other)
            }
        };
        match points.len() {
            0 | 1 => Self { shape: Shape::One, points, open: false },
            _ if one_of => Self { shape: Shape::OneOf, points, open: false },
            count if points.windows(2).all(next) => Self::interval(points[0], points[count - 1]),
            _ => Self { shape: Shape::Set, points, open: false },
        }
    }

    /// The value in EDTF.
    pub(super) fn to_edtf(&self) -> Edtf {
        let mut out = String::with_capacity(12 * self.points.len());
        if self.open {
            out.push_str("../");
        }
        let (before, between, after) = match self.shape {
            Shape::One => ("", "", ""),
            Shape::Interval => ("", "/", ""),
            Shape::Set => ("{", ",", "}"),
            Shape::OneOf => ("[", ",", "]"),
        };
        out.push_str(before);
        for (at, point) in self.points.iter().enumerate() {
            if at > 0 {
                out.push_str(between);
            }
            point.write(&mut out);
        }
        out.push_str(after);
        Edtf::new(out)
    }

    /// The first day, absent for an open start, and the last.
    pub(super) fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let cover = |one: Option<(NaiveDate, NaiveDate)>, other: Option<(NaiveDate, NaiveDate)>| {
            let (one, other) = (one?, other?);
            Some((one.0.min(other.0), one.1.max(other.1)))
        };
        let days = self.points.iter().map(Point::days).reduce(cover).flatten();
        (days.map(|(start, _)| start).filter(|_| !self.open), days.map(|(_, end)| end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Point {
        Point { day: Some(day), ..Point::of_month(year, month) }
    }

    #[test]
    fn values_are_edtf() {
        let yearless = Point { year: None, ..day(0, 6, 18) };
        let (decade, unknown) = (Point::of_decade(1990), Point::of_decade(70));
        let century = Point { reach: Reach::Century, ..Point::of_year(1800) };
        let hijri = Point { calendar: Calendar::Hijri, ..day(1436, 2, 9) };
        let at = |hour, minute, universal| Some(Time { hour, minute, universal });
        let midnight = Point { time: at(24, 0, false), ..day(2022, 1, 31) };
        let universal = Point { time: at(15, 30, true), ..day(2022, 1, 31) };
        let end = Point { about: true, ..Point::of_month(2016, 12) };
        for (value, edtf) in [
            (Value::one(day(2013, 9, 25)), "2013-09-25"),
            (Value::one(Point::of_month(2013, 9)), "2013-09"),
            (Value::one(Point::of_year(2013)), "2013"),
            (Value::one(yearless), "XXXX-06-18"),
            (Value::one(decade), "199X"),
            (Value::one(unknown), "XX7X"),
            (Value::one(hijri), "hijri:1436-02-09"),
            (Value::one(century), "18XX"),
            (Value::one(midnight), "2022-01-31T24:00"),
            (Value::one(universal), "2022-01-31T15:30Z"),
            (Value { open: true, ..Value::one(end) }, "../2016-12~"),
            (Value::several(vec![day(2015, 5, 31), day(2015, 6, 1)], false), "2015-05-31/2015-06-01"),
            (Value::several(vec![day(2000, 5, 1), day(2000, 5, 6)], false), "{2000-05-01,2000-05-06}"),
            (Value::several(vec![Point::of_month(2015, 6), Point::of_month(2015, 7)], true), "[2015-06,2015-07]"),
        ] {
            assert_eq!(value.to_edtf().as_str(), edtf);
        }
    }

    #[test]
    fn values_cover_days() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(Value::one(Point::of_month(2016, 2)).days(), (date(2016, 2, 1), date(2016, 2, 29)));
        assert_eq!(Value::one(Point::of_month(2013, 24)).days(), (date(2013, 12, 21), date(2014, 3, 20)));
        assert_eq!(Value::one(Point::of_decade(1990)).days(), (date(1990, 1, 1), date(1999, 12, 31)));
        let until = Value { open: true, ..Value::one(day(2015, 3, 1)) };
        assert_eq!(until.days(), (None, date(2015, 3, 1)));
        assert!(!day(2014, 4, 31).is_possible());
    }
}

//! A moment is the year, month or day at which something that has a name began or ended.

use chrono::NaiveDate;
use serde::Deserialize;

/// `2002`, `2011-06` or `2013-07-01`: EDTF, as exact as is known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Moment(String);

impl Moment {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it surely is later than `other`: of a year and a day in it, neither is.
    pub(crate) fn is_after(&self, other: &Self) -> bool {
        let both = self.0.len().min(other.0.len());
        self.0[..both] > other.0[..both]
    }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if is_moment(&text) {
            Ok(Self(text))
        } else {
            Err(format!("expected a year, month or day as in 2002, 2011-06 or 2013-07-01, found {text:?}"))
        }
    }
}

fn is_moment(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |digits: usize| match parts.next() {
        None => Some(None),
        Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(part.parse::<u32>().ok())
        }
        Some(_) => None,
    };
    let (Some(Some(year)), Some(month), Some(day)) = (part(4), part(2), part(2)) else { return false };
    let whole = parts.next().is_none();
    let year = i32::try_from(year).unwrap_or_default();
    whole && NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_moments() {
        for text in ["2002", "2011-06", "2013-07-01", "1816", "2012-02-29"] {
            assert_eq!(Moment::try_from(text.to_owned()).expect(text).as_str(), text);
        }
    }

    #[test]
    fn other_things_are_none() {
        for text in
            ["", "02", "2002-13", "2013-02-29", "2013-7-1", "2002~", "199X", "2002/2003", "2002-01-01-01", "été"]
        {
            let error = Moment::try_from(text.to_owned()).expect_err(text);
            assert!(error.contains("2011-06") && error.contains(text), "{error}");
        }
    }

    #[test]
    fn later_is_told_as_far_as_it_is_known() {
        let moment = |text: &str| Moment::try_from(text.to_owned()).expect(text);
        for (one, other, after) in [
            ("2002", "2001", true),
            ("2002-03", "2002-02-28", true),
            ("2002-03", "2002", false),
            ("2002", "2002-03-01", false),
            ("2001-12-31", "2002", false),
        ] {
            assert_eq!(moment(one).is_after(&moment(other)), after, "{one} {other}");
        }
    }
}

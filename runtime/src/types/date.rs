//! Days as RFC 3339 writes them.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ParseDateError, text_serde};

/// A day of the calendar (RFC 3339 section 5.6, `full-date`), without a time zone.
///
/// ```
/// # fn main() -> Result<(), docwright_runtime::ParseDateError> {
/// use docwright_runtime::Date;
///
/// let day: Date = "2024-02-29".parse()?;
/// assert!(day < "2024-03-01".parse()?);
/// assert_eq!(day.to_string(), "2024-02-29");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

const EXPECTED: &str = "a date such as 2024-01-02";

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        // The parser of jiff also takes a date out of a date and time, which would lose the time without a word.
        if text.len() != "2024-01-02".len() {
            return Err(ParseDateError { expected: EXPECTED, source: None });
        }
        text.parse().map(Self).map_err(|source| ParseDateError { expected: EXPECTED, source: Some(source) })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text_serde::deserialize(deserializer, EXPECTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(text: &str) {
        assert!(text.parse::<Date>().is_err());
    }

    #[test]
    fn serde_goes_by_text() {
        let day: Date = serde_json::from_str("\"2024-02-29\"").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2024-02-29\"");
        assert_eq!(Date::from(civil::Date::from(day)), day);
    }

    #[test]
    fn other_texts_are_refused() {
        check_refused("2023-02-29");
        check_refused("2024-02-29T00:00:00");
        check_refused("29.02.2024");
        check_refused("");
    }
}

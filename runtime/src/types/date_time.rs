//! Instants as RFC 3339 writes them.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{ParseDateError, text_serde};

/// An instant (RFC 3339 section 5.6, `date-time`), to the nanosecond.
///
/// It is written in UTC. Reading is more lenient than the RFC, because servers are: a space may stand in place of the
/// `T`, and a time without an offset is in UTC. The offset of the text is not kept.
///
/// ```
/// # fn main() -> Result<(), docwright_runtime::ParseDateError> {
/// use docwright_runtime::DateTime;
///
/// let instant: DateTime = "2024-01-02 03:04:05".parse()?;
/// assert_eq!(instant, "2024-01-02T04:04:05+01:00".parse()?);
/// assert_eq!(instant.to_string(), "2024-01-02T03:04:05Z");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(Timestamp);

const EXPECTED: &str = "an instant such as 2024-01-02T03:04:05Z";

impl FromStr for DateTime {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let failed = |source| ParseDateError { expected: EXPECTED, source };
        match text.parse::<Timestamp>() {
            Ok(timestamp) => Ok(Self(timestamp)),
            Err(_) if has_time_without_offset(text) => {
                let time: civil::DateTime = text.parse().map_err(|source| failed(Some(source)))?;
                Offset::UTC.to_timestamp(time).map(Self).map_err(|source| failed(Some(source)))
            }
            Err(source) => Err(failed(Some(source))),
        }
    }
}

/// Whether the text after the date holds a time and nothing that could be an offset or a zone. A civil parser would
/// skip those, and the instant would be another one.
fn has_time_without_offset(text: &str) -> bool {
    let time = text.get("2024-01-02T".len()..).unwrap_or_default();
    !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','))
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp)
    }
}

impl From<DateTime> for Timestamp {
    fn from(instant: DateTime) -> Self {
        instant.0
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text_serde::deserialize(deserializer, EXPECTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(text.parse::<DateTime>().unwrap().to_string(), expected);
    }

    #[track_caller]
    fn check_refused(text: &str) {
        assert!(text.parse::<DateTime>().is_err());
    }

    #[test]
    fn instants_are_written_in_utc() {
        check("2024-01-02T03:04:05Z", "2024-01-02T03:04:05Z");
        check("2024-01-02t03:04:05z", "2024-01-02T03:04:05Z");
        check("2024-01-02T03:04:05.120+01:00", "2024-01-02T02:04:05.12Z");
        check("2024-01-02T03:04:05.123456789-00:30", "2024-01-02T03:34:05.123456789Z");
    }

    #[test]
    fn a_missing_offset_is_utc_and_a_space_is_a_t() {
        check("2024-01-02T03:04:05", "2024-01-02T03:04:05Z");
        check("2024-01-02 03:04:05", "2024-01-02T03:04:05Z");
        check("2024-01-02 03:04:05.5", "2024-01-02T03:04:05.5Z");
        check("2024-01-02 03:04:05+02:00", "2024-01-02T01:04:05Z");
        check("2024-01-02T03:04:05.000+0200", "2024-01-02T01:04:05Z");
    }

    #[test]
    fn other_texts_are_refused() {
        check_refused("");
        check_refused("2024-01-02");
        check_refused("2024-01-02T");
        check_refused("2024-13-02T03:04:05Z");
        check_refused("2024-01-02T03:04:05+99:00");
        check_refused("02.01.2024 03:04");
        check_refused("日本語日本語日本語日本語");
    }

    #[test]
    fn serde_goes_by_text() {
        let instant: DateTime = serde_json::from_str("\"2024-01-02 03:04:05\"").unwrap();
        assert_eq!(serde_json::to_string(&instant).unwrap(), "\"2024-01-02T03:04:05Z\"");
        assert!(serde_json::from_str::<DateTime>("5").is_err());
        assert_eq!(DateTime::from(Timestamp::from(instant)), instant);
    }
}

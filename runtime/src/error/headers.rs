//! What the headers of an answer tell about a failure.

use std::time::Duration;

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::Offset;

use super::Error;

/// Where servers write the number that they log a request under, from the most to the least usual.
const REQUEST_IDS: [&str; 8] = [
    "x-request-id",
    "x-correlation-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-github-request-id",
    "cf-ray",
];

/// The dates of RFC 9110 section 5.6.7: the preferred form and the two obsolete ones, which have to be read too.
const DATES: [&str; 3] = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

impl Error {
    /// The name under which the server or a gateway logged the request, for their support: the first of `X-Request-Id`,
    /// `X-Correlation-Id`, `Request-Id` and the like among the headers of the answer.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// How long the server asks to wait before the next request, by the header `Retry-After` (RFC 9110 section 10.2.3).
    ///
    /// Of a date it is what lies between the answer's `Date`, or else now, and that date; zero if it is past.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers()?, Timestamp::now())
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_IDS.iter().filter_map(|name| headers.get(*name)?.to_str().ok()).find(|id| !id.is_empty())
}

fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?;
    let text = value.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // What is too long for the number is too long to wait for.
        return Some(text.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    // Measured by the server's own clock the wait is right even if ours is wrong.
    let now = headers.get(DATE).and_then(date).unwrap_or(now);
    Some(Duration::try_from(date(value)?.duration_since(now)).unwrap_or_default())
}

fn date(value: &HeaderValue) -> Option<Timestamp> {
    let text = value.to_str().ok()?.trim();
    let civil = DATES.iter().find_map(|format| strtime::parse(format, text).ok()?.to_datetime().ok())?;
    Offset::UTC.to_timestamp(civil).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(retry_after: &str, expected: Option<u64>) {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, retry_after.parse().unwrap());
        let now = "1994-11-06T08:49:00Z".parse().unwrap();
        let seconds = super::retry_after(&headers, now).map(|wait| wait.as_secs());
        assert_eq!(seconds, expected);
    }

    #[test]
    fn seconds_are_digits_alone() {
        check("120", Some(120));
        check(" 0 ", Some(0));
        check("99999999999999999999999", Some(u64::MAX));
        check("-1", None);
        check("1.5", None);
        check("", None);
        check("soon", None);
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        check("Sun, 06 Nov 1994 08:49:37 GMT", Some(37));
        check("Sunday, 06-Nov-94 08:49:37 GMT", Some(37));
        check("Sun Nov  6 08:49:37 1994", Some(37));
        check("Sun, 06 Nov 1994 08:48:37 GMT", Some(0));
        check("Sun, 06 Nov 1994 08:49:37 CET", None);
        check("1994-11-06T08:49:37Z", None);
    }

    #[test]
    fn the_clock_of_the_server_goes_before_ours() {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Sun, 06 Nov 1994 08:49:30 GMT".parse().unwrap());
        headers.insert(RETRY_AFTER, "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap());
        assert_eq!(super::retry_after(&headers, Timestamp::now()), Some(Duration::from_secs(7)));
    }
}

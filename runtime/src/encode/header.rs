//! Header parameters: style `simple` (OpenAPI 3.1 section 4.8.12, "Style Values"), and the rules for header names and
//! values.

use http::{HeaderName, HeaderValue, header};

use super::Fault;
use super::plain::Plain;

/// The value of a header parameter; `None` where nothing is sent.
///
/// List elements, and the names and values of an object, are separated by commas; an exploded object writes
/// `name=value`.
///
/// # Errors
///
/// If the name or the value holds what a header cannot.
pub(crate) fn encode(name: &str, explode: bool, value: Plain) -> Result<Option<(HeaderName, HeaderValue)>, Fault> {
    let text = match value {
        Plain::Nothing => return Ok(None),
        Plain::Pairs(pairs) if explode => {
            pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(",")
        }
        other => other.into_items().join(","),
    };
    header(name, text).map(Some)
}

/// A checked header, marked sensitive where headers of that name carry credentials.
///
/// Values are sent as UTF-8 (RFC 9110 section 5.5, `obs-text`).
///
/// # Errors
///
/// If the name is not a token (RFC 9110 section 5.6.2), or if the value holds CR, LF, NUL or another control character.
pub(crate) fn header(name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Result<(HeaderName, HeaderValue), Fault> {
    let name = name.as_ref();
    let parsed = HeaderName::try_from(name)
        .map_err(|_| Fault::new("the name is not a token of RFC 9110 section 5.6.2").within("header", name))?;
    let value = self::value(value).map_err(|fault| fault.within("header", name))?;
    let value = if carries_credentials(&parsed) { sensitive(value) } else { value };
    Ok((parsed, value))
}

/// A checked header value.
pub(crate) fn value(value: impl AsRef<[u8]>) -> Result<HeaderValue, Fault> {
    HeaderValue::from_bytes(value.as_ref()).map_err(|_| Fault::new(NO_VALUE))
}

/// A checked header value in the memory of its text.
pub(crate) fn value_of(text: String) -> Result<HeaderValue, Fault> {
    HeaderValue::try_from(text).map_err(|_| Fault::new(NO_VALUE))
}

/// Marks a value so that no layer prints or indexes it.
pub(crate) fn sensitive(mut value: HeaderValue) -> HeaderValue {
    value.set_sensitive(true);
    value
}

const NO_VALUE: &str = "the value holds CR, LF or another control character";

fn carries_credentials(name: &HeaderName) -> bool {
    [header::AUTHORIZATION, header::PROXY_AUTHORIZATION, header::COOKIE].contains(name)
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::super::plain::plain;
    use super::*;

    #[track_caller]
    fn check(value: impl Serialize, expected: &str) {
        let header = encode("X-Trace", false, plain(&value).unwrap())
            .map(|header| header.map(|(_, value)| value.as_bytes().to_owned()));
        let text = header.map(|bytes| String::from_utf8(bytes.unwrap_or_default()).unwrap());
        assert_eq!(text.unwrap_or_else(|fault| fault.to_string()), expected);
    }

    #[test]
    fn values_are_sent_as_they_are() {
        check("a b;c", "a b;c");
        check("é日", "é日");
        check(5, "5");
        check(["a", "b"], "a,b");
        check(serde_json::json!({"a": 1, "b": 2}), "a,1,b,2");
        check(None::<&str>, "");
    }

    #[test]
    fn values_cannot_end_the_header() {
        const REFUSED: &str = "header `X-Trace`: the value holds CR, LF or another control character";
        check("a\r\nX-Admin: 1", REFUSED);
        check("a\r", REFUSED);
        check("a\n", REFUSED);
        check("a\0", REFUSED);
        check(["a", "b\n"], REFUSED);
    }

    #[test]
    fn names_are_tokens() {
        let fault = header("X Trace\n", "a").unwrap_err().to_string();
        assert_eq!(fault, "header `X Trace\\n`: the name is not a token of RFC 9110 section 5.6.2");
    }

    #[test]
    fn credentials_are_sensitive() {
        assert!(header("Authorization", "x").unwrap().1.is_sensitive());
        assert!(header("cookie", "x").unwrap().1.is_sensitive());
        assert!(!header("X-Trace", "x").unwrap().1.is_sensitive());
    }
}

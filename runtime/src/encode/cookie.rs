//! Cookie parameters: style `form` (OpenAPI 3.1 section 4.8.12.2), written as a cookie string (RFC 6265 section 4.2.1).

use http::HeaderName;

use super::Fault;
use super::percent::cookie_value;
use super::plain::Plain;

/// What stands between two pairs of a cookie string.
pub(crate) const SEPARATOR: &str = "; ";

/// The pairs of a cookie parameter, joined by `; `; `None` where nothing is sent.
///
/// A list repeats the name and an object gives one pair per property, as in a query.
///
/// # Errors
///
/// If a name is not a token.
pub(crate) fn encode(name: &str, value: Plain) -> Result<Option<String>, Fault> {
    let pairs: Vec<String> = match value {
        Plain::Nothing => Vec::new(),
        Plain::Text(text) => vec![pair(name, &text)?],
        Plain::List(items) => items.iter().map(|item| pair(name, item)).collect::<Result<_, _>>()?,
        Plain::Pairs(pairs) => pairs.iter().map(|(name, value)| pair(name, value)).collect::<Result<_, _>>()?,
    };
    Ok((!pairs.is_empty()).then(|| pairs.join(SEPARATOR)))
}

/// The one pair of a cookie parameter that is not exploded; `None` where nothing is sent.
///
/// The commas between the items are no cookie octets. OpenAPI writes them all the same, and only so can they be told
/// from those in an item.
///
/// # Errors
///
/// If the name is not a token.
pub(crate) fn encode_joined(name: &str, value: Plain) -> Result<Option<String>, Fault> {
    let items: Vec<String> = value.into_items().iter().map(|item| cookie_value(item).into_owned()).collect();
    if items.is_empty() { Ok(None) } else { Ok(Some(pair(name, "")? + &items.join(","))) }
}

/// One `name=value`, its value percent-encoded down to the cookie octets of RFC 6265 section 4.1.1.
///
/// # Errors
///
/// If the name is not a token.
pub(crate) fn pair(name: &str, value: &str) -> Result<String, Fault> {
    // Header names and cookie names are the same tokens; only their case is not, so the parsed name is not used.
    HeaderName::try_from(name)
        .map_err(|_| Fault::new("the name is not a token of RFC 9110 section 5.6.2").within("cookie", name))?;
    Ok(format!("{name}={}", cookie_value(value)))
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::super::plain::plain;
    use super::*;

    #[track_caller]
    fn check(value: impl Serialize, expected: &str) {
        assert_eq!(encode("sId", plain(&value).unwrap()).unwrap().unwrap_or_default(), expected);
    }

    #[test]
    fn values_are_cookie_octets() {
        check("a=b:c/d", "sId=a=b:c/d");
        check(":/?#[]@!$&'()*+,;=", "sId=:/?#[]@!$&'()*+%2C%3B=");
        check("x; admin=1", "sId=x%3B%20admin=1");
        check("a\r\nb", "sId=a%0D%0Ab");
        check("é", "sId=%C3%A9");
    }

    #[test]
    fn lists_and_objects_are_several_pairs() {
        check([1, 2], "sId=1; sId=2");
        check(serde_json::json!({"a": 1, "b": 2}), "a=1; b=2");
        check(None::<i32>, "");
    }

    #[test]
    fn names_are_tokens() {
        assert!(pair("a;b", "x").is_err());
        assert!(pair("a=b", "x").is_err());
    }
}

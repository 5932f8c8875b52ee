//! Fields of form bodies, and `application/x-www-form-urlencoded` (WHATWG URL section 5.2).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

use super::Fault;
use super::deep::Deep;
use super::plain::{NotPlain, Plain, plain};

/// Everything but the characters that the WHATWG serializer leaves alone.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_');

/// One value of a field. A list has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldValue {
    /// A string, number, boolean or enum value.
    Text(String),
    /// An object, which forms carry as JSON (OpenAPI 3.1 section 4.8.15.1, the default of `contentType`).
    Json(String),
    /// The items of a list in one value, with this sign between them.
    Joined(Vec<String>, char),
    /// A text under a name of its own.
    Named(String, String),
}

/// The values of one field; none where nothing is sent.
///
/// # Errors
///
/// If the value's own `Serialize` fails.
pub(crate) fn values(value: &(impl Serialize + ?Sized)) -> Result<Vec<FieldValue>, Fault> {
    match plain(value) {
        Ok(Plain::Nothing) => Ok(Vec::new()),
        Ok(Plain::Text(text)) => Ok(vec![FieldValue::Text(text)]),
        Ok(Plain::List(items)) => Ok(items.into_iter().map(FieldValue::Text).collect()),
        Ok(Plain::Pairs(_)) | Err(NotPlain::Nested) => json_values(value),
        Err(error @ NotPlain::Other(_)) => Err(error.into()),
    }
}

/// The value of a field whose list or object is one value; none where nothing is sent.
pub(crate) fn joined(separator: char, value: Plain) -> Vec<FieldValue> {
    let items = value.into_items();
    if items.is_empty() { Vec::new() } else { vec![FieldValue::Joined(items, separator)] }
}

/// The values of a field that gives one pair per property of an object, and per item of a list.
pub(crate) fn exploded(value: Plain) -> Vec<FieldValue> {
    match value {
        Plain::Pairs(pairs) => pairs.into_iter().map(|(name, text)| FieldValue::Named(name, text)).collect(),
        other => other.into_items().into_iter().map(FieldValue::Text).collect(),
    }
}

/// The values of a field that is a deep object.
pub(crate) fn deep(name: &str, value: &Deep) -> Vec<FieldValue> {
    value.pairs(name).map(|(name, text)| FieldValue::Named(name, text.to_owned())).collect()
}

/// The body of a form.
pub(crate) fn urlencoded<'f>(fields: impl Iterator<Item = (&'f str, &'f FieldValue)>) -> String {
    fields.map(|(name, value)| pair(name, value)).collect::<Vec<_>>().join("&")
}

/// A name or a value of a form.
pub(crate) fn escape(text: &str) -> String {
    // A literal `+` is escaped by now, so every one in the result stands for a space.
    utf8_percent_encode(text, ESCAPED).to_string().replace("%20", "+")
}

fn pair(name: &str, value: &FieldValue) -> String {
    let (name, value) = match value {
        FieldValue::Text(text) | FieldValue::Json(text) => (name, escape(text)),
        FieldValue::Named(name, text) => (name.as_str(), escape(text)),
        FieldValue::Joined(items, separator) => {
            let items: Vec<String> = items.iter().map(|item| escape(item)).collect();
            // As in a query, a comma between items stays a comma, so that it can be told from one in an item.
            let separator = if *separator == ',' { ",".to_owned() } else { escape(&separator.to_string()) };
            (name, items.join(&separator))
        }
    };
    format!("{}={value}", escape(name))
}

fn json_values(value: &(impl Serialize + ?Sized)) -> Result<Vec<FieldValue>, Fault> {
    // The message of serde_json is left out: a `Serialize` may have quoted the value in it.
    let json = serde_json::to_value(value).map_err(|_| Fault::new("the value cannot be written as JSON"))?;
    Ok(match json {
        Value::Array(items) => items.iter().map(|item| FieldValue::Json(item.to_string())).collect(),
        other => vec![FieldValue::Json(other.to_string())],
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: impl Serialize, expected: &str) {
        let values = values(&value).unwrap();
        assert_eq!(urlencoded(values.iter().map(|value| ("a b", value))), expected);
    }

    #[test]
    fn fields_follow_the_url_standard() {
        check("x y+z&w=1~", "a+b=x+y%2Bz%26w%3D1%7E");
        check("*-._", "a+b=*-._");
        check("é\r\n", "a+b=%C3%A9%0D%0A");
        check([1, 2], "a+b=1&a+b=2");
        check(None::<i32>, "");
    }

    #[test]
    fn lists_and_objects_can_be_written_as_in_a_query() {
        let check = |values: Vec<FieldValue>, expected: &str| {
            assert_eq!(urlencoded(values.iter().map(|value| ("q", value))), expected);
        };
        let (list, object) = (json!(["a b,c", "d"]), json!({"high": 2, "low": 1}));
        check(joined(',', plain(&list).unwrap()), "q=a+b%2Cc,d");
        check(joined(' ', plain(&list).unwrap()), "q=a+b%2Cc+d");
        check(joined('|', plain(&object).unwrap()), "q=high%7C2%7Clow%7C1");
        check(joined(',', Plain::Nothing), "");
        check(exploded(plain(&object).unwrap()), "high=2&low=1");
        check(exploded(plain(&list).unwrap()), "q=a+b%2Cc&q=d");
        check(deep("q", &super::super::deep::deep(&object).unwrap()), "q%5Bhigh%5D=2&q%5Blow%5D=1");
    }

    #[test]
    fn objects_are_json() {
        check(json!({"k": [1]}), "a+b=%7B%22k%22%3A%5B1%5D%7D");
        check(json!([{"k": 1}, {"k": 2}]), "a+b=%7B%22k%22%3A1%7D&a+b=%7B%22k%22%3A2%7D");
    }
}

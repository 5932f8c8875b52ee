//! Objects whose names stand in brackets: style `deepObject` (OpenAPI 3.1 section 4.8.12, "Style Values").

use serde::Serialize;
use serde_json::Value;

use super::Fault;
use super::plain::{NotPlain, Plain, plain};

/// The texts of an object, each behind its keys: `[low]`, `[size][high]`.
///
/// The standard gives only properties that are plain values a form. An object in an object has one more pair of
/// brackets, and a list repeats its name, as most servers read them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Deep(Vec<(String, String)>);

/// What a value is as a deep object. One that is no object has no brackets.
///
/// # Errors
///
/// If the value's own `Serialize` fails.
pub(crate) fn deep(value: &(impl Serialize + ?Sized)) -> Result<Deep, Fault> {
    match plain(value) {
        Ok(Plain::Pairs(pairs)) => Ok(Deep(pairs.into_iter().map(|(key, text)| (bracketed(&key), text)).collect())),
        Ok(other) => Ok(Deep(other.into_items().into_iter().map(|text| (String::new(), text)).collect())),
        Err(NotPlain::Nested) => {
            // The message of serde_json is left out: a `Serialize` may have quoted the value in it.
            let json = serde_json::to_value(value).map_err(|_| Fault::new("the value cannot be written as JSON"))?;
            let mut texts = Vec::new();
            collect("", json, &mut texts);
            Ok(Deep(texts))
        }
        Err(error @ NotPlain::Other(_)) => Err(error.into()),
    }
}

impl Deep {
    /// Whole names and their texts.
    pub(crate) fn pairs(&self, name: &str) -> impl Iterator<Item = (String, &str)> {
        self.0.iter().map(move |(keys, text)| (format!("{name}{keys}"), text.as_str()))
    }
}

fn collect(keys: &str, value: Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::String(text) => texts.push((keys.to_owned(), text)),
        Value::Array(items) => items.into_iter().for_each(|item| collect(keys, item, texts)),
        Value::Object(properties) => {
            properties.into_iter().for_each(|(key, value)| collect(&format!("{keys}{}", bracketed(&key)), value, texts))
        }
        scalar => texts.push((keys.to_owned(), scalar.to_string())),
    }
}

fn bracketed(key: &str) -> String {
    format!("[{key}]")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: Value, expected: &str) {
        let deep = deep(&value).unwrap();
        let pairs: Vec<String> = deep.pairs("q").map(|(name, text)| format!("{name}={text}")).collect();
        assert_eq!(pairs.join("&"), expected);
    }

    #[test]
    fn keys_stand_in_brackets() {
        check(json!({"high": 2, "low": 1}), "q[high]=2&q[low]=1");
        check(json!({"size": {"high": 2}, "tags": ["a", "b"], "none": null}), "q[size][high]=2&q[tags]=a&q[tags]=b");
        check(json!([{"k": true}]), "q[k]=true");
        check(json!({}), "");
    }

    #[test]
    fn what_is_no_object_has_no_brackets() {
        check(json!("a"), "q=a");
        check(json!([1, 2]), "q=1&q=2");
        check(json!(null), "");
    }
}

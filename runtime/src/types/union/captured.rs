//! Any value as JSON text, so that it can be looked at before it is read as one type or another.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::level::{self, Text};
use crate::Value;

/// By this name serde_json knows that the text itself is wanted. If it had another name for it one day, the text would
/// be written anew, which is slower but not wrong.
const RAW: &str = "$serde_json::private::RawValue";

/// The JSON of a value. Where the value comes from JSON text, it is a piece of that text, and nothing is copied.
pub(super) struct Captured<'de>(Cow<'de, str>);

impl<'de> Captured<'de> {
    /// Captures the value of any self-describing format.
    pub(super) fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let captured = deserializer.deserialize_newtype_struct(RAW, CaptureVisitor)?;
        // What is read piece by piece would otherwise never come to the limit that serde_json has for the whole.
        level::check_depth(&captured).map_err(D::Error::custom)?;
        Ok(captured)
    }
}

impl Deref for Captured<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<Value> for Captured<'_> {
    fn from(value: Value) -> Self {
        Self(Cow::Owned(value.to_string()))
    }
}

struct CaptureVisitor;

impl<'de> Visitor<'de> for CaptureVisitor {
    type Value = Captured<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Value::deserialize(deserializer).map(Captured::from)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Value::deserialize(deserializer).map(Captured::from)
    }

    /// One entry with the name above holds the text; any other map is the value itself.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut object = serde_json::Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == RAW {
                return map.next_value::<Text<'de>>().map(|text| Captured(text.0));
            }
            object.insert(key, map.next_value()?);
        }
        Ok(Value::Object(object).into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(seq)).map(Captured::from)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        scalar(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        scalar(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        scalar(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        scalar(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        scalar(value)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Value::Null.into())
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Value::Null.into())
    }
}

fn scalar<'de, 's, E: Error>(value: impl IntoDeserializer<'s, E>) -> Result<Captured<'de>, E> {
    Value::deserialize(value.into_deserializer()).map(Captured::from)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    /// What is captured, and whether it is a piece of the text.
    struct Seen(String, bool);

    impl<'de> Deserialize<'de> for Seen {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Captured(json) = Captured::read(deserializer)?;
            Ok(Seen(json.to_string(), matches!(json, Cow::Borrowed(_))))
        }
    }

    #[test]
    fn text_is_not_copied() {
        let text = r#" {"a": [1.50, "\u0041"]} "#;
        let Seen(json, is_borrowed) = serde_json::from_str(text).unwrap();
        assert_eq!((json.as_str(), is_borrowed), (text.trim(), true));
        let Seen(json, is_borrowed) = serde_json::from_slice(text.as_bytes()).unwrap();
        assert_eq!((json.as_str(), is_borrowed), (text.trim(), true));
    }

    #[test]
    fn other_formats_are_written_as_json() {
        let value = json!({"a": [1, null, true], "b": {"c": "d"}});
        let Seen(json, _) = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        let Seen(json, _) = serde_json::from_reader(value.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
    }

    #[test]
    fn what_serde_has_buffered_is_written_as_json() {
        #[derive(serde::Deserialize)]
        struct Flat {
            #[serde(flatten)]
            rest: BTreeMap<String, Seen>,
        }
        let text = r#"{"a":{"b":1},"c":[2,"x"],"d":"y","e":null,"f":-1,"g":1.5,"h":false}"#;
        let Flat { rest } = serde_json::from_str(text).unwrap();
        let whole: Vec<String> = rest.iter().map(|(key, Seen(json, _))| format!("\"{key}\":{json}")).collect();
        assert_eq!(format!("{{{}}}", whole.join(",")), text);
    }

    #[test]
    fn serdes_own_values_are_written_as_json() {
        use serde::de::value::{Error, MapDeserializer};
        let entries = [("a", 1), ("b", 2)];
        let captured = Captured::read(MapDeserializer::<_, Error>::new(entries.into_iter())).unwrap();
        assert_eq!(&*captured, r#"{"a":1,"b":2}"#);
        let captured = Captured::read(IntoDeserializer::<Error>::into_deserializer("a\"")).unwrap();
        assert_eq!(&*captured, r#""a\"""#);
    }

    #[test]
    fn a_value_that_is_too_deep_is_refused() {
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(serde_json::from_str::<Seen>(&deep(100)).is_ok());
        assert!(serde_json::from_str::<Seen>(&deep(200)).is_err());
    }
}

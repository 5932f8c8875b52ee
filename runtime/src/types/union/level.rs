//! One level of JSON text: what is inside an object or array stays text.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The limit of serde_json.
const MAX_DEPTH: usize = 128;

/// A value, one level of it.
pub(super) enum Level<'j> {
    Null,
    Boolean,
    /// `None` if it is beyond 64 bits.
    Integer(Option<i64>),
    Fraction,
    String(Cow<'j, str>),
    Array(Vec<&'j RawValue>),
    Object(Vec<(Cow<'j, str>, &'j RawValue)>),
}

/// A string, borrowed where it can be.
pub(super) struct Text<'j>(pub(super) Cow<'j, str>);

impl Level<'_> {
    pub(super) fn is_container(&self) -> bool {
        matches!(self, Level::Array(_) | Level::Object(_))
    }
}

/// Reads one level of a text that is one JSON value.
pub(super) fn read(json: &str) -> serde_json::Result<Level<'_>> {
    let json = json.trim_start();
    Ok(match json.bytes().next() {
        Some(b'{') => Level::Object(serde_json::from_str::<Entries<'_>>(json)?.0),
        Some(b'[') => Level::Array(serde_json::from_str(json)?),
        Some(b'"') => Level::String(serde_json::from_str::<Text<'_>>(json)?.0),
        Some(b't' | b'f') => Level::Boolean,
        Some(b'-' | b'0'..=b'9') if json.contains(['.', 'e', 'E']) => Level::Fraction,
        Some(b'-' | b'0'..=b'9') => Level::Integer(json.trim_end().parse().ok()),
        _ => Level::Null,
    })
}

/// Refuses what is nested deeper than serde_json would read it at once.
pub(super) fn check_depth(json: &str) -> Result<(), &'static str> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err("recursion limit exceeded");
        }
    }
    Ok(())
}

/// The entries of an object, in order.
struct Entries<'j>(Vec<(Cow<'j, str>, &'j RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((Text(key), value)) = map.next_entry()? {
            entries.push((key, value));
        }
        Ok(Entries(entries))
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_are_no_depth() {
        assert!(check_depth(&format!("\"{}\"", "[".repeat(500))).is_ok());
        assert!(check_depth(&format!(r#"["\"{}\\", 1]"#, "{".repeat(500))).is_ok());
        assert!(check_depth(&format!("[\"\\\\\", {}", "[".repeat(500))).is_err());
        assert!(check_depth(&"[]".repeat(500)).is_ok());
    }
}

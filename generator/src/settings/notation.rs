//! The notation for types in `spec.toml`, which is also how the compact text writes them.
//!
//! ```text
//! type = ("any" | "boolean" | "integer" | "integer32" | "integer64" | "number" | "string" | "date" | "date-time"
//!         | "uuid" | "decimal" | "byte" | "binary" | Name | "[" type "]" | "{" type "}") ["?"]
//! ```

use serde::{Deserialize, Deserializer};

use crate::api::{NumberFormat, Schema, SchemaKind, StringFormat};

/// A type as `spec.toml` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notation(pub Schema);

impl<'de> Deserialize<'de> for Notation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Notation::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl Notation {
    /// Reads a type.
    ///
    /// # Errors
    /// When it is none; the text says what was expected.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let expected = "a name, `string`, `integer`, `[type]`, `{type}`, `type?`, …";
        parse(text).map(Notation).ok_or_else(|| format!("`{text}` is no type: expected {expected}"))
    }

    /// Any JSON value.
    pub(super) fn any() -> Self {
        Notation(Schema::any())
    }
}

fn parse(text: &str) -> Option<Schema> {
    if let Some(inner) = text.strip_suffix('?') {
        return parse(inner).map(Schema::or_null);
    }
    let between = |open, close| text.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(items) = between('[', ']') {
        return parse(items).map(Schema::array);
    }
    if let Some(values) = between('{', '}') {
        return parse(values).map(|values| Schema::new(SchemaKind::Map(Box::new(values))));
    }
    let string = SchemaKind::String;
    Some(Schema::new(match text {
        "any" => SchemaKind::Any,
        "boolean" => SchemaKind::Boolean,
        "integer" => SchemaKind::Integer(NumberFormat::Unstated),
        "integer32" => SchemaKind::Integer(NumberFormat::Bits32),
        "integer64" => SchemaKind::Integer(NumberFormat::Bits64),
        "number" => SchemaKind::Number(NumberFormat::Unstated),
        "string" => string(StringFormat::Plain),
        "date" => string(StringFormat::Date),
        "date-time" => string(StringFormat::DateTime),
        "uuid" => string(StringFormat::Uuid),
        "decimal" => string(StringFormat::Decimal),
        "byte" => string(StringFormat::Byte),
        "binary" => string(StringFormat::Binary),
        name if is_name(name) => SchemaKind::Ref(name.to_owned()),
        _ => return None,
    }))
}

fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_is_what_the_compact_text_writes() {
        for text in ["any", "boolean", "integer32", "[ApiToken]", "{[string?]}", "date-time?", "[[number]]?"] {
            assert_eq!(parse(text).map(|schema| schema.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_texts_are_no_types() {
        for text in ["", "str", "[string", "a b", "api_token", "?"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

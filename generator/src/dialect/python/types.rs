//! Python types as the docs write them.
//!
//! ```text
//! type  = alternative {", " alternative}          "none_type" among them allows null; the full list means "anything"
//! alternative = "[" type "]" | "list[" type "]" | "List[" type "]"
//!             | "{str: (" type ",)}" | "dict(str, " type ")" | "dict[str, " type "]" | "Dict[str, " type "]"
//!             | primitive | model
//! ```

use crate::api::{NumberFormat, Schema, SchemaKind, StringFormat};

/// How deep types may nest; deeper ones are not types but an attack.
const MAX_DEPTH: u8 = 32;

/// Reads a type; `None` for a text that is none.
pub(super) fn parse(text: &str) -> Option<Schema> {
    parse_within(text, MAX_DEPTH)
}

fn parse_within(text: &str, depth: u8) -> Option<Schema> {
    let depth = depth.checked_sub(1)?;
    // The ancestor of TAG spells out what others only list.
    let text = between(text, "typing.Union[", "]").unwrap_or(text);
    let mut members: Vec<&str> = split(text)?;
    let before = members.len();
    members.retain(|member| !matches!(*member, "none_type" | "None"));
    let nullable = members.len() < before;
    let kind = match members.as_slice() {
        [] => return None,
        [one] => parse_one(one, depth)?,
        many if is_anything(many) => SchemaKind::Any,
        // Every whole number is a number.
        ["int", "float"] | ["float", "int"] => SchemaKind::Number(NumberFormat::Unstated),
        many => SchemaKind::Union(
            many.iter().map(|member| parse_one(member, depth).map(Schema::new)).collect::<Option<_>>()?,
        ),
    };
    // "Anything" includes null by itself.
    Some(Schema { nullable: nullable && kind != SchemaKind::Any, kind })
}

fn parse_one(text: &str, depth: u8) -> Option<SchemaKind> {
    let inner = |text| parse_within(text, depth).map(Box::new);
    if let Some(items) = between(text, "[", "]").or(between(text, "list[", "]")).or(between(text, "List[", "]")) {
        return inner(items).map(SchemaKind::Array);
    }
    if let Some(values) = between(text, "{str: (", ")}") {
        return inner(values.trim_end_matches(',')).map(SchemaKind::Map);
    }
    let dict = ["dict(str, ", "dict[str, ", "Dict[str, "].into_iter().zip([")", "]", "]"]);
    if let Some(values) = dict.into_iter().find_map(|(open, close)| between(text, open, close)) {
        return inner(values).map(SchemaKind::Map);
    }
    if let Some(some) = between(text, "Optional[", "]") {
        return inner(some).map(|schema| schema.kind);
    }
    primitive(text).or_else(|| is_model_name(text).then(|| SchemaKind::Ref(text.to_owned())))
}

fn primitive(text: &str) -> Option<SchemaKind> {
    Some(match text {
        "str" => SchemaKind::String(StringFormat::Plain),
        "int" => SchemaKind::Integer(NumberFormat::Unstated),
        "float" => SchemaKind::Number(NumberFormat::Unstated),
        "bool" => SchemaKind::Boolean,
        "date" => SchemaKind::String(StringFormat::Date),
        "datetime" => SchemaKind::String(StringFormat::DateTime),
        "UUID" => SchemaKind::String(StringFormat::Uuid),
        "decimal.Decimal" => SchemaKind::String(StringFormat::Decimal),
        "file" | "file_type" => SchemaKind::String(StringFormat::Binary),
        "bytearray" | "bytes" => SchemaKind::String(StringFormat::Binary),
        "object" | "UNKNOWN_BASE_TYPE" => SchemaKind::Any,
        "dict" => SchemaKind::Map(Box::new(Schema::any())),
        "list" => SchemaKind::Array(Box::new(Schema::any())),
        _ => return None,
    })
}

/// `bool, date, datetime, dict, float, int, list, str`: how PRI writes "anything".
fn is_anything(members: &[&str]) -> bool {
    ["bool", "date", "datetime", "dict", "float", "int", "list", "str"].iter().all(|name| members.contains(name))
}

fn is_model_name(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_') && chars.all(|c| c.is_alphanumeric() || c == '_')
}

fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    text.strip_prefix(open)?.strip_suffix(close)
}

/// Splits at the commas that stand outside all brackets; `None` if the brackets do not match.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut open = Vec::new();
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        match c {
            '[' => open.push(']'),
            '{' => open.push('}'),
            '(' => open.push(')'),
            ']' | '}' | ')' if open.pop() != Some(c) => return None,
            ',' if open.is_empty() => {
                parts.push(text[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[from..].trim());
    parts.retain(|part| !part.is_empty());
    open.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got = super::parse(text).map_or("-".to_owned(), |schema| schema.to_string());
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn primitives() {
        check("str", "string");
        check("int", "integer");
        check("float", "number");
        check("bool", "boolean");
        check("datetime", "date-time");
        check("UUID", "uuid");
        check("file_type", "binary");
        check("object", "any");
        check("Pet", "Pet");
    }

    #[test]
    fn containers_of_every_dialect() {
        check("[str]", "[string]");
        check("[[[float]]]", "[[[number]]]");
        check("list[Pet]", "[Pet]");
        check("List[List[int]]", "[[integer]]");
        check("{str: (int,)}", "{integer}");
        check("{str: ({str: ([Pet],)},)}", "{{[Pet]}}");
        check("dict(str, list[Pet])", "{[Pet]}");
        check("dict[str, object]", "{any}");
        check("Dict[str, List[Pet]]", "{[Pet]}");
    }

    #[test]
    fn null_belongs_to_the_whole_type() {
        check("str, none_type", "string?");
        check("[str], none_type", "[string]?");
        check("{str: (Pet,)}, none_type", "{Pet}?");
        check("bool, date, datetime, dict, float, int, list, str, none_type", "any");
        check("{str: (bool, date, datetime, dict, float, int, list, str, none_type)}", "{any}");
        check("str, int", "(string | integer)");
        check("[int, float], none_type", "[number]?");
        check("typing.Union[str, None, ]", "string?");
        check(
            "typing.Union[dict, frozendict, str, date, datetime, int, float, bool, Decimal, None, list, tuple, bytes]",
            "any",
        );
    }

    #[test]
    fn other_texts_are_no_types() {
        check("", "-");
        check("none_type", "-");
        check("[str", "-");
        check("list[Pet", "-");
        check("a b", "-");
        check("Vec<\"x\">", "-");
        check(&"[".repeat(10_000), "-");
        check(&format!("{}{}", "[".repeat(40), "]".repeat(40)), "-");
    }
}

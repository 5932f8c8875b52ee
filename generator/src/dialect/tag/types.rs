//! The lists of Python types by which TAG pages describe a value: `None, decimal.Decimal, int, `.

use crate::api::{EnumValue, NumberFormat, Schema, SchemaKind, StringFormat};

/// Reads a list of types; `allowed` are the values that the notes give, `width` the bits they speak of. `None` for a
/// text that is no such list.
pub(super) fn parse(text: &str, allowed: &[EnumValue], width: NumberFormat) -> Option<Schema> {
    let mut names: Vec<&str> = text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let before = names.len();
    names.retain(|name| !matches!(*name, "None" | "NoneClass"));
    let nullable = names.len() < before;
    let string = SchemaKind::String;
    let kind = match names.as_slice() {
        [] if nullable => SchemaKind::Any,
        [] => return None,
        ["dict", "frozendict.frozendict"] => SchemaKind::Map(Box::new(Schema::any())),
        ["dict", "frozendict.frozendict", ..] => SchemaKind::Any,
        ["list", "tuple"] => SchemaKind::Array(Box::new(Schema::any())),
        ["bool"] => SchemaKind::Boolean,
        ["decimal.Decimal", "int"] | ["str"] if !allowed.is_empty() => SchemaKind::Enum(allowed.to_vec()),
        ["decimal.Decimal", "int"] => SchemaKind::Integer(width),
        ["decimal.Decimal", "int", "float"] => SchemaKind::Number(width),
        ["str"] => string(StringFormat::Plain),
        ["str", "date"] => string(StringFormat::Date),
        ["str", "datetime"] => string(StringFormat::DateTime),
        ["str", "uuid.UUID"] => string(StringFormat::Uuid),
        ["bytes", "io.FileIO", "io.BufferedReader"] => string(StringFormat::Binary),
        many => SchemaKind::Union(many.iter().map(|name| parse_one(name)).collect::<Option<_>>()?),
    };
    // "Anything" includes null by itself; what is nothing but null keeps the mark, for the union that it is part of.
    Some(Schema { nullable: nullable && (names.is_empty() || kind != SchemaKind::Any), kind })
}

fn parse_one(name: &str) -> Option<Schema> {
    Some(Schema::new(match name {
        "str" => SchemaKind::String(StringFormat::Plain),
        "int" | "decimal.Decimal" => SchemaKind::Integer(NumberFormat::Unstated),
        "float" => SchemaKind::Number(NumberFormat::Unstated),
        "bool" => SchemaKind::Boolean,
        "date" => SchemaKind::String(StringFormat::Date),
        "datetime" => SchemaKind::String(StringFormat::DateTime),
        "uuid.UUID" => SchemaKind::String(StringFormat::Uuid),
        "dict" | "frozendict.frozendict" => SchemaKind::Map(Box::new(Schema::any())),
        "list" | "tuple" => SchemaKind::Array(Box::new(Schema::any())),
        "bytes" | "io.FileIO" | "io.BufferedReader" => SchemaKind::String(StringFormat::Binary),
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got = parse(text, &[], NumberFormat::Unstated).map_or("-".to_owned(), |schema| schema.to_string());
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn lists_of_types() {
        check("str,  ", "string");
        check("None, str,  ", "string?");
        check("decimal.Decimal, int,  ", "integer");
        check("decimal.Decimal, int, float,  ", "number");
        check("list, tuple, None,  ", "[any]?");
        check("str, uuid.UUID,  ", "uuid");
        check("bytes, io.FileIO, io.BufferedReader,  ", "binary");
        check("dict, frozendict.frozendict,  ", "{any}");
        check("dict, frozendict.frozendict, str, date, datetime, None,  ", "any");
        check("None,  ", "any?");
        check("", "-");
        check("banana,  ", "-");
    }
}

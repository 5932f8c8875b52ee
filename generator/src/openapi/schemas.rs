//! Schemas, named and in place.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::insert_text;
use crate::api::{
    Additional, Discriminator, EnumValue, NamedSchema, NumberFormat, Property, Schema, SchemaKind, Shape, StringFormat,
};

/// `components/schemas`. Names may only hold what OpenAPI 3.1, section "Components Object", allows.
pub(super) fn schemas_value(schemas: &BTreeMap<String, NamedSchema>) -> Value {
    schemas.values().map(|schema| (component_name(&schema.name), named_value(schema))).collect::<Map<_, _>>().into()
}

/// A schema in place.
pub(super) fn schema_value(schema: &Schema) -> Value {
    let value = match &schema.kind {
        SchemaKind::Any => json!({}),
        SchemaKind::Boolean => json!({ "type": "boolean" }),
        SchemaKind::Integer(format) => number_value("integer", *format, ["int32", "int64"]),
        SchemaKind::Number(format) => number_value("number", *format, ["float", "double"]),
        SchemaKind::String(format) => string_value(*format),
        SchemaKind::Enum(values) => enum_value(values),
        SchemaKind::Array(items) => json!({ "type": "array", "items": schema_value(items) }),
        SchemaKind::Map(values) => json!({ "type": "object", "additionalProperties": schema_value(values) }),
        SchemaKind::Ref(name) => json!({ "$ref": format!("#/components/schemas/{}", component_name(name)) }),
        SchemaKind::Union(members) => json!({ "anyOf": members.iter().map(schema_value).collect::<Vec<_>>() }),
        SchemaKind::Object(properties) => object_value(properties, &Additional::Unstated),
    };
    if schema.nullable { or_null(value) } else { value }
}

fn named_value(schema: &NamedSchema) -> Value {
    let mut value = match &schema.shape {
        Shape::Object { properties, additional } => object_value(properties, additional),
        Shape::Enum(values) => enum_value(values),
        Shape::Alias(target) => schema_value(target),
        Shape::Unknown => json!({}),
    };
    if let Value::Object(value) = &mut value {
        insert_text(value, "description", &schema.description);
        if let Some(discriminator) = &schema.discriminator {
            value.insert("discriminator".to_owned(), discriminator_value(&discriminator.value));
        }
    }
    value
}

fn discriminator_value(discriminator: &Discriminator) -> Value {
    let mut value = json!({ "propertyName": discriminator.property });
    if !discriminator.mapping.is_empty() {
        let target = |name: &String| json!(format!("#/components/schemas/{}", component_name(name)));
        value["mapping"] = discriminator.mapping.iter().map(|(value, name)| (value.clone(), target(name))).collect();
    }
    value
}

fn object_value(properties: &[Property], additional: &Additional) -> Value {
    let mut value = Map::new();
    value.insert("type".to_owned(), json!("object"));
    let all = properties.iter().map(|property| (property.wire_name.value.clone(), property_value(property)));
    value.insert("properties".to_owned(), all.collect::<Map<_, _>>().into());
    let required =
        properties.iter().filter(|property| property.required.value).map(|property| &property.wire_name.value);
    let mut required: Vec<&String> = required.collect();
    // Pages repeat a row where two names come out alike.
    let mut seen = BTreeSet::new();
    required.retain(|name| seen.insert(*name));
    if !required.is_empty() {
        value.insert("required".to_owned(), json!(required));
    }
    match additional {
        Additional::Unstated => {}
        Additional::Forbidden => drop(value.insert("additionalProperties".to_owned(), json!(false))),
        Additional::Allowed(values) => drop(value.insert("additionalProperties".to_owned(), schema_value(values))),
    }
    value.into()
}

fn property_value(property: &Property) -> Value {
    let mut value = schema_value(&property.schema.value);
    if let Value::Object(value) = &mut value {
        insert_text(value, "description", &property.description);
        if property.read_only {
            value.insert("readOnly".to_owned(), json!(true));
        }
    }
    value
}

fn number_value(ty: &str, format: NumberFormat, names: [&str; 2]) -> Value {
    match format {
        NumberFormat::Unstated => json!({ "type": ty }),
        NumberFormat::Bits32 => json!({ "type": ty, "format": names[0] }),
        NumberFormat::Bits64 => json!({ "type": ty, "format": names[1] }),
    }
}

fn string_value(format: StringFormat) -> Value {
    match format {
        StringFormat::Plain => json!({ "type": "string" }),
        format => json!({ "type": "string", "format": format.to_string() }),
    }
}

fn enum_value(values: &[EnumValue]) -> Value {
    let value = |value: &EnumValue| match value {
        EnumValue::String(text) => json!(text),
        EnumValue::Integer(number) => json!(number),
    };
    let all: Vec<Value> = values.iter().map(value).collect();
    let ty = if values.iter().all(|value| matches!(value, EnumValue::Integer(_))) { "integer" } else { "string" };
    let mixed = ty == "string" && values.iter().any(|value| matches!(value, EnumValue::Integer(_)));
    if mixed { json!({ "enum": all }) } else { json!({ "type": ty, "enum": all }) }
}

/// `null` is one more type where there is a type, one more alternative elsewhere (JSON Schema 2020-12).
fn or_null(value: Value) -> Value {
    match value.get("type").and_then(Value::as_str).map(str::to_owned) {
        Some(ty) if value.get("enum").is_none() => {
            let mut value = value;
            value["type"] = json!([ty, "null"]);
            value
        }
        _ => json!({ "anyOf": [value, { "type": "null" }] }),
    }
}

pub(super) fn component_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' }).collect()
}

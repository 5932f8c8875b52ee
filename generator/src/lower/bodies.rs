//! Request bodies as arguments and setters.

use super::arguments::{Input, Inputs};
use super::docs;
use super::models::Models;
use super::naming;
use super::sends;
use crate::api::{Content, Operation, Property, RequestBody, Schema, SchemaKind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::rust::{Send, Type};

/// Adds the body of an operation. `None`, with a report, if it is of a kind that cannot be written.
pub(super) fn add_body(
    operation: &Operation,
    inputs: &mut Inputs,
    models: &mut Models<'_>,
    report: &mut Vec<Diagnostic>,
) -> Option<()> {
    let Some(body) = &operation.request_body else { return Some(()) };
    let Some(content) = preferred(&body.content) else { return Some(()) };
    let media_type = content.media_type.value.as_str();
    let any = Schema::any();
    let schema = content.schema.as_ref().map_or(&any, |schema| &schema.value);
    if is_form(media_type) {
        add_form(operation, body, media_type, schema, inputs, models);
        return Some(());
    }
    let is_text = matches!(schema.kind, SchemaKind::String(_) | SchemaKind::Enum(_)) && !schema.is_binary();
    let (ty, send) = if is_json(media_type) {
        let name = format!("{}_body", operation.id.value);
        let send = match media_type {
            "application/json" => Send::Json,
            other => Send::JsonAs(other.to_owned()),
        };
        (models.lower_type(schema, &name), send)
    } else if is_text && media_type.starts_with("text/") {
        (Type::String, Send::Text(media_type.to_owned()))
    } else if schema.is_binary() || is_text || matches!(schema.kind, SchemaKind::Any | SchemaKind::Map(_)) {
        (Type::Body, Send::Body(media_type.to_owned()))
    } else {
        let span = content.media_type.origin.span().unwrap_or(operation.span);
        let message = format!("`{}` takes a body of `{media_type}`, which cannot be written", operation.id.value);
        report.push(
            Diagnostic::new(Code::BodyUnsupported, span, message)
                .label("left out")
                .help("state another media type in spec.toml, or `type = \"binary\"` to send bytes as they are"),
        );
        return None;
    };
    let name = if body.name.is_empty() { "body" } else { &body.name };
    let (required, description) = (body.required.value, &body.description);
    inputs.add(Input { name, ty, send, required, description, note: None });
    Some(())
}

/// JSON first, then anything like JSON, then whatever else can be written.
fn preferred(contents: &[Content]) -> Option<&Content> {
    let find = |wanted: fn(&str) -> bool| contents.iter().find(|content| wanted(&content.media_type.value));
    find(|media_type| media_type == "application/json")
        .or_else(|| find(|media_type| essence(media_type).ends_with("+json")))
        .or_else(|| find(is_json))
        .or_else(|| find(is_form))
        .or(contents.first())
}

/// Whether JSON is written as this media type. One that stands for all is JSON, too.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json") || matches!(essence, "*/*" | "application/*")
}

/// The media type without its parameters.
pub(super) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or("").trim()
}

fn is_form(media_type: &str) -> bool {
    is_multipart(media_type) || essence(media_type) == "application/x-www-form-urlencoded"
}

fn is_multipart(media_type: &str) -> bool {
    essence(media_type) == "multipart/form-data"
}

/// Each property of a form is an argument or a setter of its own.
fn add_form(
    operation: &Operation,
    body: &RequestBody,
    media_type: &str,
    schema: &Schema,
    inputs: &mut Inputs,
    models: &mut Models<'_>,
) {
    let properties: &[Property] = match &schema.kind {
        SchemaKind::Object(properties) => properties,
        SchemaKind::Ref(name) => match models.schema(name).map(|schema| &schema.shape) {
            Some(Shape::Object { properties, .. }) => properties,
            _ => &[],
        },
        _ => &[],
    };
    for property in properties {
        let wire = property.wire_name.value.clone();
        let schema = &property.schema.value;
        let serialization = body.encoding.get(&property.name).map(|fact| fact.value);
        let name = format!("{}_{}", operation.id.value, property.name);
        let (ty, send) = match &schema.kind {
            _ if !is_multipart(media_type) => {
                (models.lower_kind(&schema.kind, &name), sends::of_field(wire, serialization))
            }
            _ if schema.is_binary() => (Type::FilePart, Send::File(wire)),
            SchemaKind::Array(items) if items.is_binary() => (Type::Vec(Box::new(Type::FilePart)), Send::Files(wire)),
            kind => (models.lower_kind(kind, &name), sends::of_part(wire, serialization)),
        };
        let required = property.required.value && (body.required.value || !is_stated_optional(body));
        let note = docs::unproven(&property.name, &property.wire_name);
        let name = naming::unmarked(&property.name, &property.wire_name.value);
        let description = &property.description;
        inputs.add(Input { name, ty, send, required, description, note });
    }
}

/// Some docs call every form optional, even where its fields are not: that says nothing.
fn is_stated_optional(body: &RequestBody) -> bool {
    body.name != "body" && !body.required.value
}

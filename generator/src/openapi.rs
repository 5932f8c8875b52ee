//! An [`Api`] as an OpenAPI 3.1 document, for other tools and for comparison with the original.

mod schemas;
mod security;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use self::schemas::{schema_value, schemas_value};
use crate::api::{
    Api, Content, Fact, Operation, Parameter, Place, RequestBody, Response, Schema, SchemaKind, Serialization, Status,
    Style,
};

/// How the fields of a form are written that are not written as usual, by their documented names.
type Encoding = BTreeMap<String, Fact<Serialization>>;

/// Exports everything that the docs and `spec.toml` say. `default_title` stands where they give the API no title,
/// which OpenAPI requires.
pub fn export(api: &Api, default_title: &str) -> Value {
    let fact = |fact: &Option<crate::api::Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    let mut info = Map::new();
    info.insert("title".to_owned(), json!(fact(&api.info.title).unwrap_or_else(|| default_title.to_owned())));
    info.insert("version".to_owned(), json!(fact(&api.info.version).unwrap_or_else(|| "0.0.0".to_owned())));
    insert_text(&mut info, "description", &fact(&api.info.description).unwrap_or_default());
    let mut document = Map::new();
    document.insert("openapi".to_owned(), json!("3.1.0"));
    document.insert("info".to_owned(), info.into());
    if let Some(server) = &api.server {
        document.insert("servers".to_owned(), json!([{ "url": server.value }]));
    }
    document.insert("paths".to_owned(), paths_value(api));
    document.insert(
        "components".to_owned(),
        json!({ "schemas": schemas_value(&api.schemas), "securitySchemes": security::schemes_value(api) }),
    );
    document.into()
}

fn paths_value(api: &Api) -> Value {
    let mut called: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in &api.operations {
        *called.entry(&operation.operation_id.value).or_default() += 1;
    }
    let mut paths: Map<String, Value> = Map::new();
    for operation in &api.operations {
        let item = paths.entry(operation.path.value.to_string()).or_insert_with(|| json!({}));
        if let Value::Object(item) = item {
            let id = unique_id(operation, &called);
            item.insert(operation.method.value.to_string().to_lowercase(), operation_value(operation, &id));
        }
    }
    paths.into()
}

/// The name of an operation, after its tag where several have one name: OpenAPI has one scope for all.
fn unique_id(operation: &Operation, called: &BTreeMap<&str, usize>) -> String {
    let id = operation.operation_id.value.as_str();
    match called.get(id) {
        Some(2..) => format!("{}_{id}", operation.tag.value),
        _ => id.to_owned(),
    }
}

fn operation_value(operation: &Operation, id: &str) -> Value {
    let mut value = Map::new();
    value.insert("operationId".to_owned(), json!(id));
    value.insert(
        "tags".to_owned(),
        [&operation.tag].into_iter().chain(&operation.other_tags).map(|tag| tag.value.clone()).collect(),
    );
    insert_text(&mut value, "summary", &operation.summary);
    insert_text(&mut value, "description", &operation.description);
    // Pages number parameters whose names come out alike, and may number two with one number.
    let mut seen = BTreeSet::new();
    let parameters = operation.parameters.iter();
    let parameters = parameters.filter(|one| seen.insert((one.location.value, one.wire_name.value.as_str())));
    let parameters: Vec<Value> = parameters.map(parameter_value).collect();
    if !parameters.is_empty() {
        value.insert("parameters".to_owned(), parameters.into());
    }
    if let Some(body) = &operation.request_body {
        value.insert("requestBody".to_owned(), body_value(body));
    }
    if !operation.responses.is_empty() {
        let response = |response: &Response| (status_key(response.status.value), response_value(response));
        value.insert("responses".to_owned(), operation.responses.iter().map(response).collect());
    }
    value.insert("security".to_owned(), security::requirement_value(&operation.security.value));
    value.into()
}

fn parameter_value(parameter: &Parameter) -> Value {
    let mut value = Map::new();
    value.insert("name".to_owned(), json!(parameter.wire_name.value));
    value.insert("in".to_owned(), json!(parameter.location.value.to_string()));
    value.insert("required".to_owned(), json!(parameter.required.value));
    insert_text(&mut value, "description", &parameter.description);
    if let Some(serialization) = &parameter.serialization {
        value.extend(style_pairs(serialization.value, parameter.location.value.into()));
    }
    value.insert("schema".to_owned(), schema_value(&parameter.schema.value));
    value.into()
}

/// `style` and `explode`; none where OpenAPI has no word for the style (OpenAPI 3.1, section "Style Values").
fn style_pairs(serialization: Serialization, place: Place) -> Map<String, Value> {
    let (style, explode) = serialization.resolve(place);
    let pairs = [("style".to_owned(), json!(style.to_string())), ("explode".to_owned(), json!(explode))];
    if style == Style::TabDelimited { Map::new() } else { pairs.into_iter().collect() }
}

fn body_value(body: &RequestBody) -> Value {
    let mut value = Map::new();
    insert_text(&mut value, "description", &body.description);
    value.insert("required".to_owned(), json!(body.required.value));
    value.insert("content".to_owned(), contents_value(&body.content, &body.encoding));
    value.into()
}

/// How the fields of a form are written, by their names in it (OpenAPI 3.1, section "Encoding Object").
fn encoding_value(schema: &Schema, encoding: &Encoding) -> Map<String, Value> {
    let SchemaKind::Object(fields) = &schema.kind else { return Map::new() };
    let encoded = fields.iter().filter_map(|field| Some((field, encoding.get(&field.name)?)));
    let pair = |fact: &Fact<Serialization>| Value::from(style_pairs(fact.value, Place::Form));
    encoded.map(|(field, fact)| (field.wire_name.value.clone(), pair(fact))).collect()
}

fn response_value(response: &Response) -> Value {
    let mut value = Map::new();
    value.insert("description".to_owned(), json!(response.description));
    if !response.headers.is_empty() {
        let headers = response.headers.iter().map(|header| {
            let mut value = Map::new();
            insert_text(&mut value, "description", &header.description);
            value.insert("schema".to_owned(), json!({ "type": "string" }));
            (header.name.clone(), value.into())
        });
        value.insert("headers".to_owned(), headers.collect::<Map<_, _>>().into());
    }
    if !response.content.is_empty() {
        value.insert("content".to_owned(), contents_value(&response.content, &Encoding::new()));
    }
    value.into()
}

fn contents_value(contents: &[Content], encoding: &Encoding) -> Value {
    let content = |content: &Content| {
        let mut value = Map::new();
        if let Some(schema) = &content.schema {
            value.insert("schema".to_owned(), schema_value(&schema.value));
            let encoding = encoding_value(&schema.value, encoding);
            if !encoding.is_empty() {
                value.insert("encoding".to_owned(), encoding.into());
            }
        }
        (content.media_type.value.clone(), Value::from(value))
    };
    contents.iter().map(content).collect::<Map<_, _>>().into()
}

fn status_key(status: Status) -> String {
    status.to_string()
}

fn insert_text(value: &mut Map<String, Value>, key: &str, text: &str) {
    if !text.is_empty() {
        value.insert(key.to_owned(), json!(text));
    }
}

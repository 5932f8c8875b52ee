//! Schemas that have no page.

use std::collections::BTreeSet;

use crate::api::{Additional, Api, ExampleProperty, Fact, NamedSchema, Origin, Property, Shape};

/// Gives every schema that is referred to but has no page the properties that examples show of it. What is never
/// shown stays unknown: an open JSON object.
pub(super) fn infer_schemas(api: &mut Api) {
    let mut missing: Vec<String> = referenced(api).into_iter().filter(|name| !api.schemas.contains_key(name)).collect();
    while let Some(name) = missing.pop() {
        let schema = schema_of(&name, &api.evidence.example_properties);
        // What an example nests is referred to in turn.
        for reference in schema.schemas().into_iter().flat_map(|schema| schema.references()) {
            if !api.schemas.contains_key(reference)
                && reference != name
                && !missing.iter().any(|known| known == reference)
            {
                missing.push(reference.to_owned());
            }
        }
        api.schemas.insert(name, schema);
    }
}

/// Every name that an operation or a schema refers to.
fn referenced(api: &Api) -> BTreeSet<String> {
    let contents = api.operations.iter().flat_map(|operation| {
        let body = operation.request_body.iter().flat_map(|body| &body.content);
        body.chain(operation.responses.iter().flat_map(|response| &response.content))
            .filter_map(|content| content.schema.as_ref())
    });
    let parameters =
        api.operations.iter().flat_map(|operation| &operation.parameters).map(|parameter| &parameter.schema);
    let in_operations = contents.chain(parameters).flat_map(|schema| schema.value.references());
    let in_schemas = api.schemas.values().flat_map(NamedSchema::schemas).flat_map(|schema| schema.references());
    in_operations.chain(in_schemas).map(str::to_owned).collect()
}

fn schema_of(name: &str, shown: &[ExampleProperty]) -> NamedSchema {
    let mut properties: Vec<Property> = Vec::new();
    for example in shown.iter().filter(|example| example.model == name) {
        if properties.iter().all(|property| property.name != example.name) {
            properties.push(property_of(example));
        }
    }
    let origin = match properties.first() {
        Some(first) => Origin::Evidence { span: first.span, kind: "constructor in an example" },
        None => Origin::Convention { rule: "model without a page" },
    };
    let shape = match properties.is_empty() {
        true => Shape::Unknown,
        false => Shape::Object { properties, additional: Additional::Unstated },
    };
    NamedSchema {
        name: name.to_owned(),
        description: String::new(),
        shape,
        discriminator: None,
        nullable: false,
        origin,
    }
}

/// An example shows that a property exists and what it may hold, but not whether it is always there.
fn property_of(example: &ExampleProperty) -> Property {
    let kind = "constructor in an example";
    Property {
        name: example.name.clone(),
        wire_name: example.wire_name.clone(),
        schema: Fact::evidence(example.schema.clone(), example.span, kind),
        required: Fact::convention(false, "seen only in an example"),
        read_only: false,
        default: None,
        description: String::new(),
        span: example.span,
    }
}

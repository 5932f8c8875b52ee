//! Schemas that are null by themselves.

use std::collections::BTreeSet;

use crate::api::{Additional, Api, Property, Schema, SchemaKind, Shape};

/// Where a named schema allows null, every place that refers to it does: a Rust type has no null of its own.
pub(super) fn infer_nulls(api: &mut Api) {
    let nullable: BTreeSet<String> =
        api.schemas.values().filter(|schema| schema.nullable).map(|schema| schema.name.clone()).collect();
    if nullable.is_empty() {
        return;
    }
    for operation in &mut api.operations {
        let contents = operation.request_body.iter_mut().flat_map(|body| &mut body.content);
        let contents = contents.chain(operation.responses.iter_mut().flat_map(|response| &mut response.content));
        let bodies = contents.filter_map(|content| content.schema.as_mut());
        let parameters = operation.parameters.iter_mut().map(|parameter| &mut parameter.schema);
        bodies.chain(parameters).for_each(|schema| allow_null(&mut schema.value, &nullable));
    }
    for schema in api.schemas.values_mut() {
        match &mut schema.shape {
            Shape::Object { properties, additional } => {
                in_properties(properties, &nullable);
                if let Additional::Allowed(values) = additional {
                    allow_null(values, &nullable);
                }
            }
            Shape::Alias(schema) => allow_null(schema, &nullable),
            Shape::Enum(_) | Shape::Unknown => {}
        }
    }
}

fn in_properties(properties: &mut [Property], nullable: &BTreeSet<String>) {
    properties.iter_mut().for_each(|property| allow_null(&mut property.schema.value, nullable));
}

fn allow_null(schema: &mut Schema, nullable: &BTreeSet<String>) {
    match &mut schema.kind {
        SchemaKind::Ref(name) => schema.nullable |= nullable.contains(name),
        SchemaKind::Array(inner) | SchemaKind::Map(inner) => allow_null(inner, nullable),
        SchemaKind::Union(members) => members.iter_mut().for_each(|member| allow_null(member, nullable)),
        SchemaKind::Object(properties) => in_properties(properties, nullable),
        _ => {}
    }
}

//! Which schemas requests hold.

use std::collections::BTreeSet;

use crate::api::{Additional, Api, NamedSchema, Operation, Schema, Shape};

/// The names of the schemas that parameters and request bodies lead to. What only the server sets leads nowhere.
pub(super) fn sent_schemas(api: &Api) -> BTreeSet<&str> {
    let mut open: Vec<&str> = api.operations.iter().flat_map(sent_by).flat_map(Schema::references).collect();
    let mut sent = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let (Some(schema), true) = (api.schemas.get(name), sent.insert(name)) {
            open.extend(sent_in(schema).into_iter().flat_map(Schema::references));
        }
    }
    sent
}

fn sent_by(operation: &Operation) -> impl Iterator<Item = &Schema> {
    let contents = operation.request_body.iter().flat_map(|body| &body.content);
    let bodies = contents.filter_map(|content| content.schema.as_ref());
    let parameters = operation.parameters.iter().map(|parameter| &parameter.schema);
    bodies.chain(parameters).map(|schema| &schema.value)
}

fn sent_in(schema: &NamedSchema) -> Vec<&Schema> {
    let Shape::Object { properties, additional } = &schema.shape else { return schema.schemas() };
    let given = properties.iter().filter(|property| !property.read_only).map(|property| &property.schema.value);
    let rest = match additional {
        Additional::Allowed(values) => Some(values),
        Additional::Forbidden | Additional::Unstated => None,
    };
    given.chain(rest).collect()
}

//! Where schemas are referred to.

use std::collections::BTreeMap;

use crate::api::{Api, Fact, NamedSchema, Operation, Schema, Shape};
use crate::source::Span;

/// The place of the first reference to every schema, by its name: in operations, then in schemas.
pub(super) fn first_uses(api: &Api) -> BTreeMap<&str, Span> {
    let mut uses = BTreeMap::new();
    api.operations.iter().for_each(|operation| of_operation(operation, &mut uses));
    api.schemas.values().for_each(|schema| of_schema(schema, &mut uses));
    uses
}

fn of_operation<'a>(operation: &'a Operation, uses: &mut BTreeMap<&'a str, Span>) {
    let contents = operation.request_body.iter().flat_map(|body| &body.content);
    let contents = contents.chain(operation.responses.iter().flat_map(|response| &response.content));
    contents.filter_map(|content| content.schema.as_ref()).for_each(|schema| of_fact(schema, uses));
    operation.parameters.iter().for_each(|parameter| of_fact(&parameter.schema, uses));
}

fn of_schema<'a>(schema: &'a NamedSchema, uses: &mut BTreeMap<&'a str, Span>) {
    match &schema.shape {
        Shape::Object { properties, .. } => properties.iter().for_each(|property| of_fact(&property.schema, uses)),
        _ => schema.schemas().into_iter().for_each(|inner| add(inner, schema.origin.span(), uses)),
    }
}

fn of_fact<'a>(fact: &'a Fact<Schema>, uses: &mut BTreeMap<&'a str, Span>) {
    add(&fact.value, fact.origin.span(), uses);
}

fn add<'a>(schema: &'a Schema, span: Option<Span>, uses: &mut BTreeMap<&'a str, Span>) {
    let Some(span) = span else { return };
    for name in schema.references() {
        uses.entry(name).or_insert(span);
    }
}

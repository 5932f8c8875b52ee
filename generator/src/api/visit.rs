//! Every schema of an [`Api`], wherever it stands.

use super::{Additional, Api, NamedSchema, Property, Schema, SchemaKind, Shape};

impl Api {
    /// Calls `change` on every schema: of parameters, bodies, responses, properties and aliases, those inside other
    /// schemas included, the outer ones first.
    pub fn change_schemas(&mut self, mut change: impl FnMut(&mut Schema)) {
        let change: &mut dyn FnMut(&mut Schema) = &mut change;
        for operation in &mut self.operations {
            for parameter in &mut operation.parameters {
                visit(&mut parameter.schema.value, change);
            }
            let contents = operation.request_body.iter_mut().flat_map(|body| &mut body.content);
            let contents = contents.chain(operation.responses.iter_mut().flat_map(|response| &mut response.content));
            for schema in contents.filter_map(|content| content.schema.as_mut()) {
                visit(&mut schema.value, change);
            }
        }
        for schema in self.schemas.values_mut() {
            visit_named(schema, change);
        }
    }
}

fn visit_named(schema: &mut NamedSchema, change: &mut dyn FnMut(&mut Schema)) {
    match &mut schema.shape {
        Shape::Object { properties, additional } => {
            visit_properties(properties, change);
            if let Additional::Allowed(values) = additional {
                visit(values, change);
            }
        }
        Shape::Alias(target) => visit(target, change),
        Shape::Enum(_) | Shape::Unknown => {}
    }
}

fn visit_properties(properties: &mut [Property], change: &mut dyn FnMut(&mut Schema)) {
    properties.iter_mut().for_each(|property| visit(&mut property.schema.value, change));
}

fn visit(schema: &mut Schema, change: &mut dyn FnMut(&mut Schema)) {
    change(schema);
    match &mut schema.kind {
        SchemaKind::Array(inner) | SchemaKind::Map(inner) => visit(inner, change),
        SchemaKind::Union(members) => members.iter_mut().for_each(|member| visit(member, change)),
        SchemaKind::Object(properties) => visit_properties(properties, change),
        _ => {}
    }
}

//! Every schema of an [`Api`], or of a part of one, wherever it stands.

use super::{Additional, Api, NamedSchema, Operation, Property, Schema, SchemaKind, Shape};

impl Api {
    /// Calls `change` on every schema: of parameters, bodies, responses, properties and aliases, those inside other
    /// schemas included, the outer ones first.
    pub fn change_schemas(&mut self, mut change: impl FnMut(&mut Schema)) {
        let change: &mut dyn FnMut(&mut Schema) = &mut change;
        self.operations.iter_mut().for_each(|operation| operation.change_schemas(change));
        self.schemas.values_mut().for_each(|schema| schema.change_schemas(change));
    }
}

impl Operation {
    /// As [`Api::change_schemas`], in this operation.
    pub fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        for parameter in &mut self.parameters {
            parameter.schema.value.change_schemas(change);
        }
        let contents = self.request_body.iter_mut().flat_map(|body| &mut body.content);
        let contents = contents.chain(self.responses.iter_mut().flat_map(|response| &mut response.content));
        for schema in contents.filter_map(|content| content.schema.as_mut()) {
            schema.value.change_schemas(change);
        }
    }
}

impl NamedSchema {
    /// As [`Api::change_schemas`], in this schema.
    pub fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        match &mut self.shape {
            Shape::Object { properties, additional } => {
                properties.iter_mut().for_each(|property| property.change_schemas(change));
                additional.change_schemas(change);
            }
            Shape::Alias(target) => target.change_schemas(change),
            Shape::Enum(_) | Shape::Unknown => {}
        }
    }
}

impl Additional {
    /// As [`Api::change_schemas`], in the values of what is not named.
    pub fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        if let Additional::Allowed(values) = self {
            values.change_schemas(change);
        }
    }
}

impl Property {
    /// As [`Api::change_schemas`], in this property.
    pub fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        self.schema.value.change_schemas(change);
    }
}

impl Schema {
    /// As [`Api::change_schemas`], for this schema and those inside it.
    pub fn change_schemas(&mut self, change: &mut dyn FnMut(&mut Schema)) {
        change(self);
        match &mut self.kind {
            SchemaKind::Array(inner) | SchemaKind::Map(inner) => inner.change_schemas(change),
            SchemaKind::Union(members) => members.iter_mut().for_each(|member| member.change_schemas(change)),
            SchemaKind::Object(properties) => {
                properties.iter_mut().for_each(|property| property.change_schemas(change));
            }
            _ => {}
        }
    }
}

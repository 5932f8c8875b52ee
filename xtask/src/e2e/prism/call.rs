//! Calls of an operation, as Rust.
//!
//! Values are made as JSON under the names that the generated models have, which read them and write them again.

use docwright::rust::{Api, Argument, Ident, ModelKind, Operation, Package, Passing, Send, Struct, Type, VariantValue};
use serde_json::{Map, Value, json};

/// How much a call gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What it must.
    Least,
    /// Each argument, each setter, each property.
    Everything,
}

/// The call of an operation: an expression that needs a `client`, and gives what can be awaited.
pub(super) fn render(package: &Package, api: &Api, operation: &Operation, extent: Extent) -> String {
    let values = Values { package, extent };
    let arguments: Vec<String> = operation.arguments.iter().map(|argument| values.expression(argument)).collect();
    let mut call = format!("client.{}().{}({})", api.accessor, operation.method, arguments.join(", "));
    // A form that must be sent may have no part that must be.
    let is_part = |send: &Send| {
        let is_field = matches!(
            send,
            Send::Form(_) | Send::FormJoined(..) | Send::FormExploded(_) | Send::FormDeep(_) | Send::PartJoined(..)
        );
        is_field || matches!(send, Send::Part(_) | Send::File(_) | Send::Files(_))
    };
    for setter in &operation.setters {
        if extent == Extent::Everything || is_part(&setter.argument.send) {
            call.push_str(&format!(".{}({})", setter.argument.ident, values.expression(&setter.argument)));
        }
    }
    call
}

struct Values<'p> {
    package: &'p Package,
    extent: Extent,
}

impl Values<'_> {
    fn expression(&self, argument: &Argument) -> String {
        let json = self.of(&argument.ty, argument.ident.as_str(), &[]).unwrap_or_default();
        let literal = format!("{:?}", json.to_string());
        match (argument.passing, &argument.ty) {
            (Passing::Borrow, Type::String) => json.to_string(),
            (Passing::Into, Type::Bytes | Type::Body | Type::FilePart) => json.to_string(),
            (Passing::Each, ty) => format!("value::<{}>({literal})?", self.spelt(ty)),
            (Passing::Borrow, _) => format!("&value({literal})?"),
            (Passing::Collect, _) => format!("value::<Vec<String>>({literal})?"),
            (Passing::Value | Passing::Into, _) => format!("value({literal})?"),
        }
    }

    /// A value of a type; `None` if it would never end. `within` are the models around it.
    fn of(&self, ty: &Type, name: &str, within: &[&Ident]) -> Option<Value> {
        Some(match ty {
            Type::Unit => Value::Null,
            Type::Bool => json!(true),
            // Small, and beyond the bounds that are usual for it: 0 and 1.
            Type::I32 | Type::I64 => json!(7),
            Type::F32 | Type::F64 => json!(7.5),
            Type::String | Type::Bytes | Type::Body | Type::FilePart => json!(name),
            Type::Date => json!("2024-01-31"),
            Type::DateTime => json!("2024-01-31T12:00:00Z"),
            Type::Base64 => json!("bmFtZQ=="),
            Type::Uuid => json!("00000000-0000-4000-8000-000000000001"),
            Type::Decimal => json!("7.50"),
            Type::Value => json!({}),
            Type::Vec(items) => Value::Array(self.of(items, name, within).into_iter().collect()),
            Type::Map(values) => {
                self.of(values, name, within).into_iter().map(|value| (name.to_owned(), value)).collect()
            }
            Type::Option(inner) | Type::Field(inner) | Type::Box(inner) => self.of(inner, name, within)?,
            Type::Model(model) | Type::Union(model) => self.of_model(model, name, within)?,
        })
    }

    /// A type by its whole path.
    fn spelt(&self, ty: &Type) -> String {
        let client = &self.package.ident;
        match ty {
            Type::Unit => "()".to_owned(),
            Type::Bool => "bool".to_owned(),
            Type::I32 => "i32".to_owned(),
            Type::I64 => "i64".to_owned(),
            Type::F32 => "f32".to_owned(),
            Type::F64 => "f64".to_owned(),
            Type::String => "String".to_owned(),
            Type::Uuid => format!("{client}::Uuid"),
            Type::Decimal => format!("{client}::Decimal"),
            Type::Bytes | Type::Body | Type::FilePart | Type::Base64 | Type::Date | Type::DateTime | Type::Value => {
                format!("{client}::{}", ty.runtime_name().unwrap_or_default())
            }
            Type::Model(model) | Type::Union(model) => format!("{client}::models::{model}"),
            Type::Vec(items) => format!("Vec<{}>", self.spelt(items)),
            Type::Map(values) => format!("std::collections::BTreeMap<String, {}>", self.spelt(values)),
            Type::Option(inner) => format!("Option<{}>", self.spelt(inner)),
            Type::Field(inner) => format!("{client}::Field<{}>", self.spelt(inner)),
            Type::Box(inner) => format!("Box<{}>", self.spelt(inner)),
        }
    }

    fn of_model(&self, model: &Ident, name: &str, within: &[&Ident]) -> Option<Value> {
        if within.contains(&model) {
            return None;
        }
        let within = [within, &[model]].concat();
        match &self.package.models.iter().find(|candidate| candidate.ident == *model)?.kind {
            ModelKind::Alias(target) => self.of(target, name, &within),
            ModelKind::Enum(variants) => variants.first().map(|variant| match &variant.value {
                VariantValue::String(text) => json!(text),
                VariantValue::Integer(number) => json!(number),
            }),
            ModelKind::Struct(structure) => self.of_struct(structure, &within),
            ModelKind::Union(members) => members.iter().find_map(|member| self.of(&member.ty, name, &within)),
        }
    }

    fn of_struct(&self, structure: &Struct, within: &[&Ident]) -> Option<Value> {
        let mut object = Map::new();
        let fields = structure.fields.iter();
        for field in fields.filter(|field| field.is_required() || self.extent == Extent::Everything) {
            match self.of(&field.ty, &field.wire_name, within) {
                Some(value) => drop(object.insert(field.wire_name.clone(), value)),
                None if field.is_required() => return None,
                None => {}
            }
        }
        Some(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::super::pets;
    use super::*;

    fn call(extent: Extent) -> String {
        let package = pets::package();
        render(&package, &package.apis[0], &package.apis[0].operations[0], extent)
    }

    #[test]
    fn the_least_is_what_must_be_given() {
        assert_eq!(call(Extent::Least), r#"client.pet().put(value("7")?, &value("{\"name\":\"name\"}")?)"#);
    }

    #[test]
    fn everything_is_what_may_be_given_and_ends() {
        assert_eq!(
            call(Extent::Everything),
            r#"client.pet().put(value("7")?, &value("{\"name\":\"name\",\"parents\":[],\"petAge\":7}")?)"#.to_owned()
                + r#".tags(value::<Vec<String>>("[\"tags\"]")?).ages(value::<Vec<i64>>("[7]")?)"#
        );
    }
}

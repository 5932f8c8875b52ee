//! What models look like, in the notation that the test of a crate's models reads.

use std::collections::BTreeMap;

use quote::quote;

use crate::rust::{Field, Ident, Model, ModelKind, Presence, Struct, Type, VariantValue};

/// Aliases do not stand for each other without end, but this need not rely on it.
const MOST_ALIASES: u8 = 16;

/// Every model that is a type of its own, with a literal of its notation.
pub(in crate::render) fn notation(models: &[Model]) -> Vec<(&Ident, String)> {
    let aliases = models.iter().filter_map(|model| match &model.kind {
        ModelKind::Alias(target) => Some((&model.ident, target)),
        _ => None,
    });
    let aliases = Aliases(aliases.collect());
    let all = models.iter().filter_map(|model| {
        let text = match &model.kind {
            ModelKind::Struct(structure) => aliases.object(structure),
            ModelKind::Enum(variants) => enumeration(variants.iter().map(|variant| &variant.value)),
            ModelKind::Union(members) => {
                let members: Vec<_> = members.iter().map(|member| aliases.ty(&member.ty, MOST_ALIASES)).collect();
                format!("({})", members.join(" | "))
            }
            ModelKind::Alias(_) => return None,
        };
        Some((&model.ident, quote!(#text).to_string()))
    });
    all.collect()
}

struct Aliases<'p>(BTreeMap<&'p Ident, &'p Type>);

impl Aliases<'_> {
    fn object(&self, structure: &Struct) -> String {
        let rest = structure.extra.iter().map(|extra| format!("*: {}", self.ty(&extra.ty, MOST_ALIASES)));
        let fields: Vec<String> = structure.fields.iter().map(|field| self.field(field)).chain(rest).collect();
        format!("object({})", fields.join(", "))
    }

    fn field(&self, field: &Field) -> String {
        let ty = self.ty(&field.ty, MOST_ALIASES);
        // An alias may allow null by itself.
        let ty = ty.trim_end_matches('?');
        let (absent, null) = match field.presence {
            Presence::Required => ("", ""),
            Presence::RequiredNullable => ("", "?"),
            Presence::Optional => ("?", ""),
            Presence::OptionalNullable => ("?", "?"),
        };
        format!("{}{absent}: {ty}{null}", key(&field.wire_name))
    }

    fn ty(&self, ty: &Type, depth: u8) -> String {
        match ty {
            Type::Unit | Type::Value => "any".to_owned(),
            Type::Bool => "boolean".to_owned(),
            Type::I32 => "integer32".to_owned(),
            Type::I64 => "integer".to_owned(),
            Type::F32 => "number32".to_owned(),
            Type::F64 => "number".to_owned(),
            Type::String | Type::Bytes | Type::Body | Type::FilePart => "string".to_owned(),
            Type::Date => "date".to_owned(),
            Type::DateTime => "date-time".to_owned(),
            Type::Base64 => "byte".to_owned(),
            Type::Uuid => "uuid".to_owned(),
            Type::Decimal => "decimal".to_owned(),
            Type::Model(ident) | Type::Union(ident) => match (self.0.get(ident), depth.checked_sub(1)) {
                (Some(target), Some(depth)) => self.ty(target, depth),
                (Some(_), None) => "any".to_owned(),
                (None, _) => ident.to_string(),
            },
            Type::Vec(items) => format!("[{}]", self.ty(items, depth)),
            Type::Map(values) => format!("{{{}}}", self.ty(values, depth)),
            Type::Option(inner) | Type::Field(inner) => format!("{}?", self.ty(inner, depth).trim_end_matches('?')),
            Type::Box(inner) => self.ty(inner, depth),
        }
    }
}

fn enumeration<'v>(values: impl Iterator<Item = &'v VariantValue>) -> String {
    let values = values.map(|value| match value {
        VariantValue::String(text) => json(text),
        VariantValue::Integer(number) => number.to_string(),
    });
    format!("enum({})", values.collect::<Vec<_>>().join(", "))
}

/// A key, in quotes if it could be taken for something else.
fn key(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '@' | '.' | '-');
    if !name.is_empty() && name.chars().all(is_plain) { name.to_owned() } else { json(name) }
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

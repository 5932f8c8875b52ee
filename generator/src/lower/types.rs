//! Schemas as Rust types.

use super::models::Models;
use crate::api::{NumberFormat, Schema, SchemaKind, StringFormat};
use crate::rust::Type;
use crate::settings::{ByteType, DecimalType, TimeType, Types, UuidType};

impl Models<'_> {
    /// The type of a schema inside JSON; `name` is what an enumeration or union gets that has none of its own.
    pub(super) fn lower_type(&mut self, schema: &Schema, name: &str) -> Type {
        let ty = self.lower_kind(&schema.kind, name);
        // "Any" includes null already.
        if self.aliases.allows_null(schema) && ty != Type::Value { Type::Option(Box::new(ty)) } else { ty }
    }

    /// As [`Models::lower_type`], for a place that says by itself that null is allowed.
    pub(super) fn lower_kind(&mut self, kind: &SchemaKind, name: &str) -> Type {
        if let Some(ty) = scalar(kind, self.aliases.types) {
            return ty;
        }
        match kind {
            SchemaKind::Enum(values) => self.lower_inline_enum(values, name),
            SchemaKind::Union(_) => self.lower_inline_union(kind, name),
            SchemaKind::Array(items) => Type::Vec(Box::new(self.lower_type(items, name))),
            SchemaKind::Map(values) => match self.lower_type(values, name) {
                Type::Value => Type::Value,
                values => Type::Map(Box::new(values)),
            },
            SchemaKind::Ref(name) => self.model_type(name),
            _ => Type::Value,
        }
    }
}

/// The type of a single value that needs no model.
pub(super) fn scalar(kind: &SchemaKind, types: Types) -> Option<Type> {
    Some(match kind {
        SchemaKind::Boolean => Type::Bool,
        SchemaKind::Integer(NumberFormat::Bits32) => Type::I32,
        SchemaKind::Integer(_) => Type::I64,
        SchemaKind::Number(NumberFormat::Bits32) => Type::F32,
        SchemaKind::Number(_) => Type::F64,
        SchemaKind::String(StringFormat::Date) if types.date == TimeType::Jiff => Type::Date,
        SchemaKind::String(StringFormat::DateTime) if types.date_time == TimeType::Jiff => Type::DateTime,
        SchemaKind::String(StringFormat::Uuid) if types.uuid == UuidType::Uuid => Type::Uuid,
        SchemaKind::String(StringFormat::Decimal) if types.decimal == DecimalType::RustDecimal => Type::Decimal,
        SchemaKind::String(StringFormat::Byte) if types.byte == ByteType::Bytes => Type::Base64,
        SchemaKind::String(_) => Type::String,
        _ => return None,
    })
}

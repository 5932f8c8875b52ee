//! Values for the examples in rustdoc: they must compile, and should read like something a person would write.

use super::models::Models;
use crate::rust::{Argument, Constructor, Expr, Field, Ident, ModelKind, Passing, Struct, Type};

/// How deep models are shown inside models.
const MAX_DEPTH: u8 = 3;
/// How many optional fields of a body are shown that has no required ones.
const MOST_SETTERS: usize = 2;

/// A value for an argument.
pub(super) fn argument(argument: &Argument, models: &Models<'_>) -> Expr {
    let value = value(&argument.ty, argument.ident.as_str(), models, MAX_DEPTH);
    match (argument.passing, &value) {
        // A string literal is borrowed already.
        (Passing::Borrow, Expr::String(_)) => value,
        (Passing::Borrow, _) => Expr::Borrow(Box::new(value)),
        (Passing::Each, Expr::List(items)) => Expr::List(items.iter().map(|item| exact(item, &argument.ty)).collect()),
        _ => value,
    }
}

/// The item of a list in which nothing is converted, so that it has to be of the list's own type.
fn exact(item: &Expr, list: &Type) -> Expr {
    match (item, list) {
        (Expr::String(text), _) => Expr::Owned(text.clone()),
        (Expr::Parse(text), Type::Vec(ty)) => Expr::ParseAs(text.clone(), (**ty).clone()),
        (Expr::List(_), _) => Expr::EmptyList,
        _ => item.clone(),
    }
}

/// A value of the type; `name` stands for a string.
fn value(ty: &Type, name: &str, models: &Models<'_>, depth: u8) -> Expr {
    let deeper = depth.checked_sub(1);
    match ty {
        Type::Unit | Type::Value => Expr::Null,
        Type::Bool => Expr::Bool,
        Type::I32 | Type::I64 => Expr::Integer(1),
        Type::F32 | Type::F64 => Expr::Float(1.5),
        Type::String | Type::Bytes | Type::Body | Type::FilePart => Expr::String(name.to_owned()),
        Type::Date => Expr::Parse("2024-01-31".to_owned()),
        Type::DateTime => Expr::Parse("2024-01-31T12:00:00Z".to_owned()),
        Type::Option(_) | Type::Field(_) => Expr::None,
        Type::Map(_) => Expr::EmptyMap,
        Type::Vec(items) => Expr::List(deeper.map(|depth| value(items, name, models, depth)).into_iter().collect()),
        Type::Box(inner) => value(inner, name, models, depth),
        Type::Model(ident) => model(ident, name, models, depth),
    }
}

fn model(ident: &Ident, name: &str, models: &Models<'_>, depth: u8) -> Expr {
    match models.find(ident).map(|model| &model.kind) {
        Some(ModelKind::Alias(target)) => value(target, name, models, depth),
        Some(ModelKind::Enum(variants)) => match variants.first() {
            Some(variant) => Expr::Variant(ident.clone(), variant.ident.clone()),
            None => Expr::Null,
        },
        Some(ModelKind::Struct(structure)) => structure_value(ident, structure, models, depth),
        None => Expr::Null,
    }
}

fn structure_value(ident: &Ident, structure: &Struct, models: &Models<'_>, depth: u8) -> Expr {
    let field = |field: &Field| value(&field.ty, field.ident.as_str(), models, depth.saturating_sub(1));
    let is_simple =
        |field: &&Field| matches!(field.ty, Type::String | Type::Bool | Type::I32 | Type::I64) && !field.is_required();
    match structure.constructor {
        Constructor::New => {
            let required: Vec<Expr> = structure
                .fields
                .iter()
                .filter(|field| field.is_required())
                .map(|required| match required.declared() {
                    Type::Option(_) => Expr::None,
                    _ => field(required),
                })
                .collect();
            let shown = if required.is_empty() { MOST_SETTERS } else { 0 };
            let setters = structure.fields.iter().filter(is_simple).take(shown);
            let setters = setters.map(|shown| (shown.ident.clone(), field(shown))).collect();
            Expr::New(ident.clone(), required, setters)
        }
        Constructor::Builder(_) => {
            let required = structure.fields.iter().filter(|field| field.is_required());
            Expr::Build(
                ident.clone(),
                required
                    .map(|required| match required.declared() {
                        Type::Option(_) => (required.ident.clone(), Expr::None),
                        _ => (required.ident.clone(), field(required)),
                    })
                    .collect(),
            )
        }
    }
}

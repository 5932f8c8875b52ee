//! Values for the examples in rustdoc: they must compile, and should read like something a person would write.

use super::models::Models;
use crate::rust::{Argument, Constructor, Expr, Field, Ident, Member, ModelKind, Passing, Struct, Type};

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
        (Passing::Each, Expr::List(items)) => Expr::List(items.iter().map(|item| typed(item, &argument.ty)).collect()),
        // What the argument can be turned into by itself need not be turned.
        (Passing::Into, Expr::From(_, member)) => (**member).clone(),
        _ => value,
    }
}

/// The item of a list that is taken as values or as borrows of them: nothing else tells what is parsed.
fn typed(item: &Expr, list: &Type) -> Expr {
    match (item, list) {
        (Expr::Parse(text), Type::Vec(ty)) => Expr::ParseAs(text.clone(), (**ty).clone()),
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
        Type::Base64 => Expr::Bytes(name.to_owned()),
        Type::Uuid => Expr::NilUuid,
        Type::Decimal => Expr::Parse("1.50".to_owned()),
        Type::Date => Expr::Parse("2024-01-31".to_owned()),
        Type::DateTime => Expr::Parse("2024-01-31T12:00:00Z".to_owned()),
        Type::Option(_) | Type::Field(_) => Expr::None,
        Type::Map(_) => Expr::EmptyMap,
        // What is iterated over is turned into strings by itself, but into nothing else.
        Type::Vec(items) if **items == Type::String => Expr::List(vec![Expr::String(name.to_owned())]),
        Type::Vec(items) => Expr::List(deeper.map(|depth| exact(items, name, models, depth)).into_iter().collect()),
        Type::Box(inner) => value(inner, name, models, depth),
        Type::Model(ident) | Type::Union(ident) => model(ident, name, models, depth),
    }
}

/// A value of exactly the type, not of one that can be turned into it.
fn exact(ty: &Type, name: &str, models: &Models<'_>, depth: u8) -> Expr {
    match (ty, value(ty, name, models, depth)) {
        (Type::String | Type::Base64, value) => Expr::Into(Box::new(value)),
        (Type::Vec(items), Expr::List(_)) => {
            let deeper = depth.checked_sub(1);
            Expr::Vec(deeper.map(|depth| exact(items, name, models, depth)).into_iter().collect())
        }
        (_, value) => value,
    }
}

fn model(ident: &Ident, name: &str, models: &Models<'_>, depth: u8) -> Expr {
    match models.find(ident).map(|model| &model.kind) {
        Some(ModelKind::Alias(target)) => exact(target, name, models, depth),
        Some(ModelKind::Enum(variants)) => match variants.first() {
            Some(variant) => Expr::Variant(ident.clone(), variant.ident.clone()),
            None => Expr::Null,
        },
        Some(ModelKind::Struct(structure)) => structure_value(ident, structure, models, depth),
        Some(ModelKind::Union(members)) => union_value(ident, members, name, models, depth),
        None => Expr::Null,
    }
}

/// The member that says most. A number, of which Rust could not tell the type, names its variant.
fn union_value(ident: &Ident, members: &[Member], name: &str, models: &Models<'_>, depth: u8) -> Expr {
    let find = |is_wanted: fn(&Type) -> bool| members.iter().find(|member| is_wanted(&member.ty));
    let shown = find(|ty| matches!(ty, Type::Box(_)))
        .or_else(|| find(|ty| *ty == Type::String))
        .or_else(|| find(|ty| !matches!(ty, Type::Vec(_) | Type::Map(_))));
    let Some((member, depth)) = shown.zip(depth.checked_sub(1)) else {
        return Expr::From(ident.clone(), Box::new(Expr::Null));
    };
    match member.ty {
        Type::Box(_) | Type::String => Expr::From(ident.clone(), Box::new(value(&member.ty, name, models, depth))),
        _ => {
            let value = Box::new(exact(&member.ty, name, models, depth));
            Expr::Member(ident.clone(), member.ident.clone(), value)
        }
    }
}

fn structure_value(ident: &Ident, structure: &Struct, models: &Models<'_>, depth: u8) -> Expr {
    let field = |field: &Field| value(&field.ty, field.ident.as_str(), models, depth.saturating_sub(1));
    let is_simple =
        |field: &&Field| matches!(field.ty, Type::String | Type::Bool | Type::I32 | Type::I64) && !field.is_required();
    match structure.constructor {
        // Examples show only what callers make.
        Constructor::New | Constructor::None => {
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

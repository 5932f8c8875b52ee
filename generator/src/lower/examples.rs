//! Values for the examples in rustdoc: they must compile, and should read like something a person would write.

use super::models::{Models, is_secret};
use crate::rust::{Argument, Constructor, Expr, Field, Ident, Member, ModelKind, Passing, Presence, Struct, Type};

/// How deep models are shown inside models, where their fields may be left out.
const MAX_DEPTH: u8 = 3;
/// How deep models may stand in models that cannot be without them.
const MAX_NESTING: usize = 32;
/// How many models and fields of models one example may hold; beyond that nobody would read it.
const MOST_VALUES: usize = 500;
/// How many optional fields of a body are shown that has no required ones.
const MOST_SETTERS: usize = 2;

/// A value for an argument.
pub(super) fn argument(argument: &Argument, models: &Models<'_>) -> Expr {
    let mut example = Example { models, inside: Vec::new(), left: MOST_VALUES };
    let value = match example.value(&argument.ty, argument.ident.as_str(), MAX_DEPTH) {
        Expr::String(name) if is_secret(&name) => Expr::Secret(name),
        value => value,
    };
    match (argument.passing, &value) {
        // A string literal is borrowed already.
        (Passing::Borrow, Expr::String(_) | Expr::Secret(_)) => value,
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

/// An example in the making.
struct Example<'m, 'a> {
    models: &'m Models<'a>,
    /// The models that are being shown, the outermost first.
    inside: Vec<&'m Ident>,
    /// How many more models and fields may be shown.
    left: usize,
}

impl<'m> Example<'m, '_> {
    /// A value of the type; `name` stands for a string.
    fn value(&mut self, ty: &'m Type, name: &str, depth: u8) -> Expr {
        match ty {
            Type::Unit | Type::Value => Expr::Null,
            Type::Bool => Expr::Bool,
            Type::I32 | Type::I64 => Expr::Integer(1),
            Type::F32 | Type::F64 => Expr::Float(1.5),
            Type::String => Expr::String(name.to_owned()),
            Type::Bytes | Type::Body | Type::FilePart => Expr::Constant(name.to_owned()),
            Type::Base64 => Expr::Bytes(name.to_owned()),
            Type::Uuid => Expr::NilUuid,
            Type::Decimal => Expr::Parse("1.50".to_owned()),
            Type::Date => Expr::Parse("2024-01-31".to_owned()),
            Type::DateTime => Expr::Parse("2024-01-31T12:00:00Z".to_owned()),
            Type::Option(_) | Type::Field(_) => Expr::None,
            Type::Map(_) => Expr::EmptyMap,
            // What is iterated over is turned into strings by itself, but into nothing else.
            Type::Vec(items) if **items == Type::String => Expr::List(vec![Expr::String(name.to_owned())]),
            Type::Vec(items) => Expr::List(self.item(items, name, depth)),
            Type::Box(inner) => self.value(inner, name, depth),
            Type::Model(ident) | Type::Union(ident) => self.model(ident, name, depth),
        }
    }

    /// A value of exactly the type, not of one that can be turned into it.
    fn exact(&mut self, ty: &'m Type, name: &str, depth: u8) -> Expr {
        match ty {
            Type::String | Type::Base64 => Expr::Into(Box::new(self.value(ty, name, depth))),
            Type::Vec(items) => Expr::Vec(self.item(items, name, depth)),
            _ => self.value(ty, name, depth),
        }
    }

    /// The item of a list; none where it would be shown too deep.
    fn item(&mut self, items: &'m Type, name: &str, depth: u8) -> Vec<Expr> {
        let deeper = depth.checked_sub(1);
        deeper.map(|depth| self.exact(items, name, depth)).into_iter().filter(|item| *item != Expr::Todo).collect()
    }

    /// A value of the model. One that cannot be without another of its kind has none.
    fn model(&mut self, ident: &'m Ident, name: &str, depth: u8) -> Expr {
        let kind = self.models.find(ident).map(|model| &model.kind);
        let size = match kind {
            Some(ModelKind::Struct(structure)) => structure.fields.iter().filter(|field| field.is_required()).count(),
            _ => 0,
        };
        if size >= self.left || self.inside.len() == MAX_NESTING || self.inside.contains(&ident) {
            return match kind {
                // A union takes any JSON.
                Some(ModelKind::Union(_)) => Expr::From(ident.clone(), Box::new(Expr::Null)),
                _ => Expr::Todo,
            };
        }
        self.left -= size + 1;
        self.inside.push(ident);
        let value = match kind {
            Some(ModelKind::Alias(target)) => self.exact(target, name, depth),
            Some(ModelKind::Enum(variants)) => match variants.first() {
                Some(variant) => Expr::Variant(ident.clone(), variant.ident.clone()),
                None => Expr::Null,
            },
            Some(ModelKind::Struct(structure)) => self.structure(ident, structure, depth),
            Some(ModelKind::Union(members)) => self.union(ident, members, name, depth),
            None => Expr::Null,
        };
        self.inside.pop();
        value
    }

    /// The member that says most. A number, of which Rust could not tell the type, names its variant.
    fn union(&mut self, ident: &Ident, members: &'m [Member], name: &str, depth: u8) -> Expr {
        let find = |is_wanted: fn(&Type) -> bool| members.iter().find(|member| is_wanted(&member.ty));
        let shown = find(|ty| matches!(ty, Type::Box(_)))
            .or_else(|| find(|ty| *ty == Type::String))
            .or_else(|| find(|ty| !matches!(ty, Type::Vec(_) | Type::Map(_))));
        let Some((member, depth)) = shown.zip(depth.checked_sub(1)) else {
            return Expr::From(ident.clone(), Box::new(Expr::Null));
        };
        match member.ty {
            Type::Box(_) | Type::String => match self.value(&member.ty, name, depth) {
                Expr::Todo => Expr::From(ident.clone(), Box::new(Expr::Null)),
                value => Expr::From(ident.clone(), Box::new(value)),
            },
            _ => {
                let value = Box::new(self.exact(&member.ty, name, depth));
                Expr::Member(ident.clone(), member.ident.clone(), value)
            }
        }
    }

    fn structure(&mut self, ident: &Ident, structure: &'m Struct, depth: u8) -> Expr {
        let is_simple = |field: &&Field| {
            let is_plain = matches!(field.ty, Type::String | Type::Bool | Type::I32 | Type::I64);
            is_plain && !field.is_required() && !field.read_only
        };
        let mut required = Vec::new();
        for field in structure.fields.iter().filter(|field| field.is_required()) {
            required.push((field.ident.clone(), self.required(field, depth)));
        }
        match structure.constructor {
            // Examples show only what callers make.
            Constructor::New | Constructor::None => {
                let shown = if required.is_empty() { MOST_SETTERS } else { 0 };
                let setters = structure.fields.iter().filter(is_simple).take(shown);
                let setters = setters.map(|shown| (shown.ident.clone(), self.field(shown, depth))).collect();
                Expr::New(ident.clone(), required.into_iter().map(|(_, value)| value).collect(), setters)
            }
            Constructor::Builder(_) => Expr::Build(ident.clone(), required),
        }
    }

    fn required(&mut self, field: &'m Field, depth: u8) -> Expr {
        match field.declared() {
            Type::Option(_) => Expr::None,
            _ => self.field(field, depth),
        }
    }

    fn field(&mut self, field: &'m Field, depth: u8) -> Expr {
        if field.ty == Type::String {
            let name = field.ident.to_string();
            return match field.presence {
                // Only a literal is turned into what may be `null`.
                Presence::RequiredNullable | Presence::OptionalNullable => Expr::Constant(name),
                _ if field.secret => Expr::Secret(name),
                _ => Expr::String(name),
            };
        }
        self.value(&field.ty, field.ident.as_str(), depth.saturating_sub(1))
    }
}

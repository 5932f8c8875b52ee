//! Unions as enums with a variant per member.

use std::collections::HashSet;

use super::aliases::Reduced;
use super::docs;
use super::models::Models;
use super::naming::{self, Scope};
use crate::api::{Schema, SchemaKind};
use crate::rust::{Ident, Member, Model, ModelKind, Shape, Type};

impl Models<'_> {
    /// A union that stands in its place without a name: it becomes a model called `name`.
    pub(super) fn lower_inline_union(&mut self, kind: &SchemaKind, name: &str) -> Type {
        let members = match self.aliases.reduce(kind, None) {
            Reduced::One(schema) => return self.lower_type(&schema, name),
            Reduced::Several(members) => self.lower_members(&members, name),
        };
        let types = |members: &[Member]| members.iter().map(|member| member.ty.clone()).collect::<Vec<_>>();
        let wanted = naming::pascal(name);
        let is_twin = |model: &Model| match &model.kind {
            ModelKind::Union(others) => model.ident == wanted && types(others) == types(&members),
            _ => false,
        };
        if let Some(twin) = self.find_where(is_twin) {
            return Type::Union(twin.ident.clone());
        }
        let docs = docs::lines(&format!("What `{name}` may be."));
        Type::Union(self.add(wanted, docs, ModelKind::Union(members)))
    }

    /// A union with a name of its own.
    pub(super) fn lower_named_union(&mut self, schema: &Schema, name: &str) -> ModelKind {
        match self.aliases.reduce(&schema.kind, Some(name)) {
            Reduced::One(only) => {
                let nullable = self.aliases.allows_null(schema);
                ModelKind::Alias(self.lower_type(&Schema { nullable, ..only }, name))
            }
            Reduced::Several(members) => ModelKind::Union(self.lower_members(&members, name)),
        }
    }

    fn lower_members(&mut self, members: &[Schema], name: &str) -> Vec<Member> {
        let mut scope = Scope::default();
        // The variant that keeps what no member can hold.
        scope.claim(naming::pascal("Unknown"));
        let mut lowered: Vec<Member> = Vec::new();
        let mut seen = HashSet::new();
        for member in members {
            let ty = self.lower_member(&member.kind, &format!("{name}_value"));
            if !seen.insert(ty.clone()) {
                continue;
            }
            let ident = scope.claim(variant(&ty));
            // What its values look like is known when all models are.
            lowered.push(Member { ident, docs: vec![meaning(&ty)], ty, shape: Shape::Any });
        }
        lowered
    }

    /// The box of what may be large is also the one by which a type can contain itself through a union.
    fn lower_member(&mut self, kind: &SchemaKind, name: &str) -> Type {
        match kind {
            SchemaKind::Map(values) => Type::Map(Box::new(self.lower_type(values, name))),
            _ => boxed(self.lower_kind(kind, name), self.is_large(kind)),
        }
    }

    /// The type of a schema that is one of several variants: what may be large is boxed, so that the others stay small.
    pub(super) fn lower_variant(&mut self, schema: &Schema, name: &str) -> Type {
        let is_large = self.is_large(&schema.kind) && !self.aliases.allows_null(schema);
        boxed(self.lower_type(schema, name), is_large)
    }

    fn is_large(&self, kind: &SchemaKind) -> bool {
        match kind {
            SchemaKind::Ref(name) => self.aliases.is_object(name) || self.aliases.union(name).is_some(),
            _ => false,
        }
    }
}

fn boxed(ty: Type, is_large: bool) -> Type {
    if is_large { Type::Box(Box::new(ty)) } else { ty }
}

/// A variant is called after the type of its member.
fn variant(ty: &Type) -> Ident {
    match ty {
        Type::Model(ident) | Type::Union(ident) => ident.clone(),
        Type::Box(inner) => variant(inner),
        ty => naming::pascal(&words(ty)),
    }
}

fn words(ty: &Type) -> String {
    match ty {
        Type::Bool => "boolean".to_owned(),
        Type::I32 | Type::I64 => "integer".to_owned(),
        Type::F32 | Type::F64 => "number".to_owned(),
        Type::String | Type::Bytes | Type::Body | Type::FilePart => "string".to_owned(),
        Type::Date => "date".to_owned(),
        Type::DateTime => "date_time".to_owned(),
        Type::Base64 => "base64".to_owned(),
        Type::Uuid => "uuid".to_owned(),
        Type::Decimal => "decimal".to_owned(),
        Type::Model(ident) | Type::Union(ident) => ident.to_string(),
        Type::Vec(items) if **items == Type::Value => "list".to_owned(),
        Type::Vec(items) => format!("{}_list", words(items)),
        Type::Map(values) if **values == Type::Value => "object".to_owned(),
        Type::Map(values) => format!("{}_map", words(values)),
        Type::Option(inner) | Type::Field(inner) | Type::Box(inner) => words(inner),
        Type::Unit | Type::Value => "value".to_owned(),
    }
}

fn meaning(ty: &Type) -> String {
    match ty {
        Type::Box(inner) => meaning(inner),
        Type::Model(ident) | Type::Union(ident) => format!("The member [`{ident}`]."),
        Type::Vec(items) => match &**items {
            Type::Model(ident) | Type::Union(ident) => format!("A list of [`{ident}`]."),
            Type::Value | Type::Vec(_) | Type::Map(_) | Type::Option(_) => "A list.".to_owned(),
            scalar => format!("A list of {}s.", words(scalar).replace('_', " ")),
        },
        Type::Map(_) => "An object with any keys.".to_owned(),
        ty => {
            let words = words(ty).replace('_', " ");
            let article = if words.starts_with('i') { "An" } else { "A" };
            format!("{article} {words}.")
        }
    }
}

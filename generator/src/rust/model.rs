//! Models: the types of bodies.

use std::collections::BTreeSet;

use super::{Ident, Member, Type};

/// A model.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its type.
    pub ident: Ident,
    /// What it means, one line of Markdown each.
    pub docs: Vec<String>,
    /// What it is.
    pub kind: ModelKind,
}

/// A module of models, which are read together.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name, and that of its file.
    pub ident: Ident,
    /// What its models have in common.
    pub title: String,
    /// The models that lie in it.
    pub models: BTreeSet<Ident>,
}

/// What a model is.
#[derive(Clone, Debug)]
pub enum ModelKind {
    /// A struct.
    Struct(Struct),
    /// An open enumeration of strings or integers.
    Enum(Vec<Variant>),
    /// An enumeration of what a value may be.
    Union(Vec<Member>),
    /// Another name for a type.
    Alias(Type),
}

/// A struct that is a JSON object.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its fields.
    pub fields: Vec<Field>,
    /// The field that keeps what the docs do not name.
    pub extra: Option<Extra>,
    /// How it is made.
    pub constructor: Constructor,
}

/// The field that keeps undocumented properties.
#[derive(Clone, Debug)]
pub struct Extra {
    /// Its name.
    pub ident: Ident,
    /// The type of the values.
    pub ty: Type,
}

/// How a struct is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constructor {
    /// `new` takes the required fields.
    New,
    /// A builder takes them one by one.
    Builder(Ident),
    /// Not by callers: it only comes in responses.
    None,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, and that of its setter.
    pub ident: Ident,
    /// The name of the property.
    pub wire_name: String,
    /// Another name that is accepted when it is read.
    pub alias: Option<String>,
    /// What it means, one line of Markdown each.
    pub docs: Vec<String>,
    /// The type of a value that is there, without `Option` or `Field`.
    pub ty: Type,
    /// Whether it is always there.
    pub presence: Presence,
    /// Whether only the server sets it, so that no example does.
    pub read_only: bool,
    /// Whether it looks like a secret, which `Debug` must not show.
    pub secret: bool,
}

/// Whether a property is always there, and whether it may be `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Always there, never `null`: `T`.
    Required,
    /// Always there, perhaps `null`: `Option<T>`.
    RequiredNullable,
    /// Perhaps absent; `null` counts as absent: `Option<T>`.
    Optional,
    /// Perhaps absent and perhaps `null`, which are not the same: `Field<T>`.
    OptionalNullable,
}

/// A variant of an enumeration.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name.
    pub ident: Ident,
    /// The value it stands for.
    pub value: VariantValue,
}

/// The value of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariantValue {
    /// A string.
    String(String),
    /// A whole number.
    Integer(i64),
}

impl Model {
    /// The types that it is made of.
    pub fn types(&self) -> Vec<Type> {
        match &self.kind {
            ModelKind::Struct(structure) => {
                let extra = structure.extra.iter().map(|extra| Type::Map(Box::new(extra.ty.clone())));
                structure.fields.iter().map(Field::declared).chain(extra).collect()
            }
            ModelKind::Enum(_) => Vec::new(),
            ModelKind::Union(members) => members.iter().map(|member| member.ty.clone()).collect(),
            ModelKind::Alias(target) => vec![target.clone()],
        }
    }
}

impl Field {
    /// The type with which the field is declared.
    pub fn declared(&self) -> Type {
        let ty = Box::new(self.ty.clone());
        match self.presence {
            Presence::Required => self.ty.clone(),
            Presence::RequiredNullable | Presence::Optional => Type::Option(ty),
            Presence::OptionalNullable => Type::Field(ty),
        }
    }

    /// Whether it is always there, so that a value of it must be given when the struct is made.
    pub fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::RequiredNullable)
    }
}

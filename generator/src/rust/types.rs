//! The types that generated code uses.

use super::Ident;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `()`
    Unit,
    /// `bool`
    Bool,
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `String`
    String,
    /// The runtime's `Bytes`.
    Bytes,
    /// The runtime's `Body`: bytes, a file or a stream, to be sent.
    Body,
    /// The runtime's `FilePart`: a file of a form, to be sent.
    FilePart,
    /// The runtime's `Date`.
    Date,
    /// The runtime's `DateTime`.
    DateTime,
    /// The runtime's `Base64`: bytes inside JSON.
    Base64,
    /// `uuid::Uuid`
    Uuid,
    /// `rust_decimal::Decimal`
    Decimal,
    /// The runtime's `Value`: any JSON.
    Value,
    /// A model of this crate.
    Model(Ident),
    /// A model of this crate that is a union, which much can be turned into.
    Union(Ident),
    /// `Vec<T>`
    Vec(Box<Type>),
    /// `BTreeMap<String, T>`
    Map(Box<Type>),
    /// `Option<T>`
    Option(Box<Type>),
    /// The runtime's `Field<T>`: absent, null or a value.
    Field(Box<Type>),
    /// `Box<T>`
    Box(Box<Type>),
}

impl Type {
    /// Every type inside it, itself included.
    pub fn walk(&self) -> Vec<&Type> {
        let mut all = vec![self];
        if let Type::Vec(inner) | Type::Map(inner) | Type::Option(inner) | Type::Field(inner) | Type::Box(inner) = self
        {
            all.extend(inner.walk());
        }
        all
    }

    /// The models that it mentions.
    pub fn models(&self) -> impl Iterator<Item = &Ident> {
        self.walk().into_iter().filter_map(|ty| match ty {
            Type::Model(ident) | Type::Union(ident) => Some(ident),
            _ => None,
        })
    }

    /// The name under which the runtime exports it, if the runtime does.
    pub fn runtime_name(&self) -> Option<&'static str> {
        match self {
            Type::Bytes => Some("Bytes"),
            Type::Body => Some("Body"),
            Type::FilePart => Some("FilePart"),
            Type::Date => Some("Date"),
            Type::DateTime => Some("DateTime"),
            Type::Base64 => Some("Base64"),
            Type::Value => Some("Value"),
            Type::Field(_) => Some("Field"),
            _ => None,
        }
    }

    /// The crate that it is from and its name there, if it is from one that only some packages need.
    pub fn external_name(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Type::Uuid => Some(("uuid", "Uuid")),
            Type::Decimal => Some(("rust_decimal", "Decimal")),
            _ => None,
        }
    }
}

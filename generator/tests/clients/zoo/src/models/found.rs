//! The model [`Found`](super::Found).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Date, UnknownMember, rt};

use super::{Animal, Visit, Visitor};

/// The schema `Found` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Found {
    /// The member [`Animal`].
    Animal(Box<Animal>),
    /// A list of [`Animal`].
    AnimalList(Vec<Animal>),
    /// The member [`Visit`].
    Visit(Box<Visit>),
    /// The member [`Visitor`].
    Visitor(Box<Visitor>),
    /// An integer.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A boolean.
    Boolean(bool),
    /// A date.
    Date(Date),
    /// A string.
    String(String),
    /// An object with any keys.
    IntegerMap(BTreeMap<String, i64>),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Found {
    Animal(Animal) => rt::Shape::AnyOf(&[
        rt::Shape::Open(&["id", "kind"], &["born", "color", "weight"]),
        rt::Shape::Object(&["kind", "level", "seen"], &["password", "photo", "price"]),
    ]),
    AnimalList(Vec<Animal>) => rt::Shape::List(&rt::Shape::AnyOf(&[
        rt::Shape::Open(&["id", "kind"], &["born", "color", "weight"]),
        rt::Shape::Object(&["kind", "level", "seen"], &["password", "photo", "price"]),
    ])),
    Visit(Visit) => rt::Shape::Object(&["day"], &["visitor"]),
    Visitor(Visitor) => rt::Shape::Object(&["name"], &["day"]),
    Integer(i64) => rt::Shape::Integer,
    Number(f64) => rt::Shape::Number,
    Boolean(bool) => rt::Shape::Boolean,
    Date(Date) => rt::Shape::Format,
    String(String) from &str => rt::Shape::String,
    IntegerMap(BTreeMap<String, i64>) => rt::Shape::Map(&rt::Shape::Integer),
});

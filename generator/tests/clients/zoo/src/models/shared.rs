//! Models that operations of several tags share, and those that none names.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{Base64, Date, DateTime, Field, UnknownMember, UnknownValue, Value, rt};
use rust_decimal::Decimal;
use uuid::Uuid;

/// The schema `Animal` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Animal {
    /// The member [`Cat`].
    /// Its `kind` is `cat` or `lion`.
    Cat(Box<Cat>),
    /// The member [`Dog`].
    /// Its `kind` is `dog`.
    Dog(Box<Dog>),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Animal {
    Cat(Cat) => rt::Shape::When("kind", &["cat", "lion"], &rt::Shape::Open(
        &["id", "kind"],
        &["born", "color", "weight"],
    )),
    Dog(Dog) => rt::Shape::When("kind", &["dog"], &rt::Shape::Object(
        &["kind", "level", "seen"],
        &["password", "photo", "price"],
    )),
});

/// The schema `Cat` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// The property `born`.
    ///
    /// The docs do not say whether it is always there.
    pub born: Option<Date>,
    /// The property `color`.
    ///
    /// The docs do not say whether it is always there.
    pub color: Field<CatColor>,
    /// The property `id`.
    pub id: Uuid,
    /// The property `kind`.
    pub kind: String,
    /// The property `weight`.
    ///
    /// The docs do not say whether it is always there.
    pub weight: Field<f64>,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { Cat
    required { id: "id", kind: "kind" }
    optional { born: "born", color: "color", weight: "weight" }
    rest { additional_properties }
}

docwright_runtime::input!(Cat {
    new(id: Uuid, kind: impl Into<String>),
    born(Date),
    color(impl Into<Field<CatColor>>),
    weight(impl Into<Field<f64>>),
    ..additional_properties
});

/// The values of `Cat_color`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CatColor {
    /// `black`
    Black,
    /// `white`
    White,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(CatColor { Black => "black", White => "white" });

/// The schema `Dog` of the API.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// The property `kind`.
    pub kind: String,
    /// The property `level`.
    pub level: DogLevel,
    /// The property `password`.
    ///
    /// The docs do not say whether it is always there.
    pub password: Option<String>,
    /// The property `photo`.
    ///
    /// The docs do not say whether it is always there.
    pub photo: Option<Base64>,
    /// The property `price`.
    ///
    /// The docs do not say whether it is always there.
    pub price: Option<Decimal>,
    /// The property `seen`.
    pub seen: DateTime,
}

docwright_runtime::object! { Dog
    required { kind: "kind", level: "level", seen: "seen" }
    optional { password: "password", photo: "photo", price: "price" }
}

docwright_runtime::redacted_debug!(Dog { kind, level, password => [redacted], photo, price, seen });

docwright_runtime::input!(Dog {
    new(kind: impl Into<String>, level: DogLevel, seen: DateTime),
    password(impl Into<String>),
    photo(impl Into<Base64>),
    price(Decimal),
});

/// The values of `Dog_level`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DogLevel {
    /// `1`
    Value1,
    /// `-1`
    Minus1,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::integer_enum!(DogLevel { Value1 => 1, Minus1 => -1 });

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

/// The schema `Name` of the API.
pub type Name = String;

/// The schema `Problem` of the API.
///
/// The docs name it without describing it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The property `detail`.
    ///
    /// The docs do not say whether it is always there.
    pub detail: Option<Found>,
    /// The property `title`.
    pub title: String,
}

docwright_runtime::object! { Problem required { title: "title" } optional { detail: "detail" } }

/// The schema `Visit` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Visit {
    /// The property `day`.
    pub day: Date,
    /// The property `visitor`.
    ///
    /// The docs do not say whether it is always there.
    pub visitor: Option<String>,
}

docwright_runtime::object! { Visit required { day: "day" } optional { visitor: "visitor" } }

/// The schema `Visitor` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Visitor {
    /// The property `day`.
    ///
    /// The docs do not say whether it is always there.
    pub day: Option<Date>,
    /// The property `name`.
    pub name: Name,
}

docwright_runtime::object! { Visitor required { name: "name" } optional { day: "day" } }

//! Unions: enums with a variant per member.

use super::{Ident, Type};

/// A member of a union, which has a variant of its own.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its variant.
    pub ident: Ident,
    /// What it means, one line of Markdown each.
    pub docs: Vec<String>,
    /// The type that the variant holds.
    pub ty: Type,
    /// What its values look like.
    pub shape: Shape,
}

/// The shape of JSON values, as far as it tells the members of a union apart. The runtime has one of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    String,
    /// Text of a format, which only reading it can tell.
    Format,
    /// One of these strings, or a newer one.
    Strings(Vec<String>),
    /// One of these integers, or a newer one.
    Integers(Vec<i64>),
    /// `null`, or a value of this shape.
    Nullable(Box<Shape>),
    /// An array of values of one shape.
    List(Box<Shape>),
    /// An object of which all values have one shape.
    Map(Box<Shape>),
    /// An object with properties of its own.
    Object {
        /// Those that are always there.
        required: Vec<String>,
        /// Those that may be there.
        optional: Vec<String>,
        /// Whether others are kept.
        open: bool,
    },
    /// An object in which this property has one of these values, if it is there.
    When(String, Vec<String>, Box<Shape>),
    /// One of these.
    AnyOf(Vec<Shape>),
}

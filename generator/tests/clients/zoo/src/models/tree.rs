//! The model [`Tree`](super::Tree).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{UnknownMember, rt};

use super::{Branch, Leaf};

/// The schema `Tree` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tree {
    /// The member [`Branch`].
    /// Its `kind` is `branch`.
    Branch(Box<Branch>),
    /// The member [`Leaf`].
    /// Its `kind` is `leaf`.
    Leaf(Box<Leaf>),
    /// A string.
    String(String),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Tree {
    Branch(Branch) => rt::Shape::When("kind", &["branch"], &rt::Shape::Object(&["kind", "left", "right"], &[])),
    Leaf(Leaf) => rt::Shape::When("kind", &["leaf"], &rt::Shape::Object(&["kind", "size"], &[])),
    String(String) from &str => rt::Shape::String,
});

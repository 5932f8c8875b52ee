//! The model [`Tag`](super::Tag).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{UnknownMember, rt};

/// The schema `Tag` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tag {
    /// A string.
    String(String),
    /// An integer.
    Integer(i64),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(Tag {
    String(String) from &str => rt::Shape::String,
    Integer(i64) => rt::Shape::Integer,
});

//! The model [`FindKey`](super::FindKey).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{UnknownMember, rt};

/// What `find_key` may be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindKey {
    /// An integer.
    Integer(i64),
    /// A string.
    String(String),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(FindKey {
    Integer(i64) => rt::Shape::Integer,
    String(String) from &str => rt::Shape::String,
});

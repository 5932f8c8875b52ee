//! The model [`ListAnimalsSince`](super::ListAnimalsSince).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Date, UnknownMember, rt};

/// What `list_animals_since` may be.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListAnimalsSince {
    /// A date.
    Date(Date),
    /// An integer.
    Integer(i64),
    /// A value that fits none of these.
    Unknown(UnknownMember),
}

docwright_runtime::union!(ListAnimalsSince {
    Date(Date) => rt::Shape::Format,
    Integer(i64) => rt::Shape::Integer,
});

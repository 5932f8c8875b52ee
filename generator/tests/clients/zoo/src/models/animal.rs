//! The model [`Animal`](super::Animal).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{UnknownMember, rt};

use super::{Cat, Dog};

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

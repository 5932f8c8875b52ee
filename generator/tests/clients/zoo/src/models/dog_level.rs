//! The model [`DogLevel`](super::DogLevel).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

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

//! The model [`Grade`](super::Grade).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The schema `Grade` of the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Grade {
    /// `1`
    Value1,
    /// `2`
    Value2,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::integer_enum!(Grade { Value1 => 1, Value2 => 2 });

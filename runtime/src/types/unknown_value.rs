//! Enum values that are newer than the docs.

use std::fmt;

/// The value of an enum that the docs did not list when the crate was generated.
///
/// It comes only out of the conversions of a generated enum, so it never holds a value that has a variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Repr);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    Integer(i64),
    String(Box<str>),
}

impl UnknownValue {
    pub(super) fn integer(value: i64) -> Self {
        Self(Repr::Integer(value))
    }

    pub(super) fn string(value: String) -> Self {
        Self(Repr::String(value.into()))
    }

    /// The value of a string enum.
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Repr::Integer(_) => None,
            Repr::String(value) => Some(value),
        }
    }

    /// The value of an integer enum.
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Repr::Integer(value) => Some(value),
            Repr::String(_) => None,
        }
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Integer(value) => fmt::Display::fmt(value, f),
            Repr::String(value) => fmt::Display::fmt(value, f),
        }
    }
}

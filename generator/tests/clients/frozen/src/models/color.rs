//! The model [`Color`](super::Color).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The schema `Color` of the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Color {
    /// `red`
    Red,
    /// `dark-blue`
    DarkBlue,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(Color { Red => "red", DarkBlue => "dark-blue" });

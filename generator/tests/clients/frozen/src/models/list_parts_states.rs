//! The model [`ListPartsStates`](super::ListPartsStates).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The values of `list_parts_states`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListPartsStates {
    /// `new`
    New,
    /// `used`
    Used,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(ListPartsStates { New => "new", Used => "used" });

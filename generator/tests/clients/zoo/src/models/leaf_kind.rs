//! The model [`LeafKind`](super::LeafKind).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The values of `Leaf_kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LeafKind {
    /// `leaf`
    Leaf,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(LeafKind { Leaf => "leaf" });

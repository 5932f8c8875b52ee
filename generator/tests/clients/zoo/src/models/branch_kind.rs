//! The model [`BranchKind`](super::BranchKind).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::UnknownValue;

/// The values of `Branch_kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BranchKind {
    /// `branch`
    Branch,
    /// A value that the docs do not name.
    Unknown(UnknownValue),
}

docwright_runtime::string_enum!(BranchKind { Branch => "branch" });

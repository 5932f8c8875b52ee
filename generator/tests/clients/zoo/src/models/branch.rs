//! The model [`Branch`](super::Branch).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::{BranchKind, Tree};

/// The schema `Branch` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Branch {
    /// The property `kind`.
    pub kind: BranchKind,
    /// The property `left`.
    pub left: Tree,
    /// The property `right`.
    pub right: Tree,
}

impl Branch {
    /// Takes every field.
    pub fn new(kind: BranchKind, left: impl Into<Tree>, right: impl Into<Tree>) -> Self {
        Self { kind, left: left.into(), right: right.into() }
    }
}

//! The model [`Leaf`](super::Leaf).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::LeafKind;

/// The schema `Leaf` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Leaf {
    /// The property `kind`.
    pub kind: LeafKind,
    /// The property `size`.
    pub size: i32,
}

impl Leaf {
    /// Takes every field.
    pub fn new(kind: LeafKind, size: i32) -> Self {
        Self { kind, size }
    }
}

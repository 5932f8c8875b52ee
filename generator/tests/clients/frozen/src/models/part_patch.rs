//! The model [`PartPatch`](super::PartPatch).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::Field;
use serde::{Deserialize, Serialize};

/// What changes of a part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PartPatch {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A word on it.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub note: Field<String>,
}

impl PartPatch {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`name`](field@PartPatch::name).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`note`](field@PartPatch::note).
    pub fn note(mut self, note: impl Into<Field<String>>) -> Self {
        self.note = note.into();
        self
    }
}

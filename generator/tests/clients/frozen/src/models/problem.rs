//! The model [`Problem`](super::Problem).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// What went wrong.
    pub text: String,
}

impl Problem {
    /// Takes every field.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

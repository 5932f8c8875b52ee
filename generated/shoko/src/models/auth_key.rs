//! The model [`AuthKey`](super::AuthKey).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// A key that authorizes calls, sent in the header `apikey`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthKey {
    /// The property `apikey`.
    pub apikey: String,
}

impl AuthKey {
    /// Takes every field.
    pub fn new(apikey: impl Into<String>) -> Self {
        Self {
            apikey: apikey.into(),
        }
    }
}

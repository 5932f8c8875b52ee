//! The model [`AuthVerify`](super::AuthVerify).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{DateTime, Value};
use serde::{Deserialize, Serialize};

/// The schema `AuthVerify` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthVerify {
    /// User whom the token belongs to.
    pub username: String,
    /// Time at which the token was created.
    pub created_at: DateTime,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

//! The model [`AuthLogin`](super::AuthLogin).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;
use std::fmt;

use docwright_runtime::{Value, rt};
use serde::{Deserialize, Serialize};

/// Credentials of the user who signs in.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthLogin {
    /// Name of the user.
    pub username: String,
    /// Password in plain text.
    pub password: String,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl fmt::Debug for AuthLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AuthLogin");
        debug.field("username", &self.username);
        debug.field("password", &rt::REDACTED);
        debug.finish_non_exhaustive()
    }
}

impl AuthLogin {
    /// Takes every field.
    pub fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self { username: username.into(), password: password.into(), additional_properties: BTreeMap::new() }
    }
}

//! The model [`Login`](super::Login).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;
use std::fmt;

use docwright_runtime::{Value, rt};
use serde::{Deserialize, Serialize};

/// Credentials of the user who signs in.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Login {
    /// User name or e-mail address, such as "admin" or "ops@example.com".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth: Option<String>,
    /// Password in plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Login");
        debug.field("auth", &self.auth);
        debug.field("password", &rt::REDACTED);
        debug.finish_non_exhaustive()
    }
}

impl Login {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`auth`](field@Login::auth).
    pub fn auth(mut self, auth: impl Into<String>) -> Self {
        self.auth = Some(auth.into());
        self
    }

    /// Sets [`password`](field@Login::password).
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }
}

//! The model [`AuthControllerInvitationUserRequest`](super::AuthControllerInvitationUserRequest).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

/// Data for the account that an invitation leads to.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthControllerInvitationUserRequest {
    /// Given name.
    #[serde(rename = "firstName")]
    pub first_name: String,
    /// Family name.
    #[serde(rename = "lastName")]
    pub last_name: String,
    /// Password, subject to the server's password policy.
    pub password: String,
}

impl fmt::Debug for AuthControllerInvitationUserRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AuthControllerInvitationUserRequest");
        debug.field("first_name", &self.first_name);
        debug.field("last_name", &self.last_name);
        debug.field("password", &rt::REDACTED);
        debug.finish()
    }
}

impl AuthControllerInvitationUserRequest {
    /// Takes every field.
    pub fn new(first_name: impl Into<String>, last_name: impl Into<String>, password: impl Into<String>) -> Self {
        Self { first_name: first_name.into(), last_name: last_name.into(), password: password.into() }
    }
}

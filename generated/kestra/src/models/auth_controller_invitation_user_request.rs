//! The model [`AuthControllerInvitationUserRequest`](super::AuthControllerInvitationUserRequest).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// Data for the account that an invitation leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

impl AuthControllerInvitationUserRequest {
    /// Takes every field.
    pub fn new(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        Self {
            first_name: first_name.into(),
            last_name: last_name.into(),
            password: password.into(),
        }
    }
}

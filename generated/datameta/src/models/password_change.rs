//! The model [`PasswordChange`](super::PasswordChange).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

/// A new password, and the proof that the caller may set it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PasswordChange {
    /// The current password or a reset token.
    #[serde(rename = "passwordChangeCredential")]
    pub password_change_credential: String,
    /// The password to set.
    #[serde(rename = "newPassword")]
    pub new_password: String,
}

impl fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("PasswordChange");
        debug.field("password_change_credential", &rt::REDACTED);
        debug.field("new_password", &rt::REDACTED);
        debug.finish()
    }
}

impl PasswordChange {
    /// Takes every field.
    pub fn new(password_change_credential: impl Into<String>, new_password: impl Into<String>) -> Self {
        Self { password_change_credential: password_change_credential.into(), new_password: new_password.into() }
    }
}

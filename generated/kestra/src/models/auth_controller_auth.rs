//! The model [`AuthControllerAuth`](super::AuthControllerAuth).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// The ways to sign in that an instance offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthControllerAuth {
    /// Whether users may sign in with a password.
    #[serde(rename = "loginPassword", skip_serializing_if = "Option::is_none")]
    pub login_password: Option<bool>,
    /// Whether the server can send e-mail.
    #[serde(rename = "mailsEnabled", skip_serializing_if = "Option::is_none")]
    pub mails_enabled: Option<bool>,
    /// Whether users may sign in with a code sent by e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passwordless: Option<bool>,
    /// Names of the OAuth providers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oauths: Option<Vec<String>>,
}

//! Models of the operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// The ways to sign in that an instance offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuthControllerAuth {
    /// Whether users may sign in with a password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_password: Option<bool>,
    /// Whether the server can send e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mails_enabled: Option<bool>,
    /// Whether users may sign in with a code sent by e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passwordless: Option<bool>,
    /// Names of the OAuth providers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oauths: Option<Vec<String>>,
}

/// Data for the account that an invitation leads to.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuthControllerInvitationUserRequest {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Password, subject to the server's password policy.
    pub password: String,
}

docwright_runtime::redacted_debug!(AuthControllerInvitationUserRequest {
    first_name, last_name, password => [redacted],
});

docwright_runtime::input!(AuthControllerInvitationUserRequest {
    new(first_name: impl Into<String>, last_name: impl Into<String>, password: impl Into<String>),
});

/// The schema `AuthControllerResetPasswordRequest` of the API.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthControllerResetPasswordRequest {
    /// Token from the reset e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The new password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

docwright_runtime::redacted_debug!(AuthControllerResetPasswordRequest { token => [redacted], password => [redacted] });

docwright_runtime::input!(AuthControllerResetPasswordRequest {
    new(),
    token(impl Into<String>),
    password(impl Into<String>),
});

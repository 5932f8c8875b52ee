//! The model [`AuthControllerResetPasswordRequest`](super::AuthControllerResetPasswordRequest).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

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

impl fmt::Debug for AuthControllerResetPasswordRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AuthControllerResetPasswordRequest");
        debug.field("token", &rt::REDACTED);
        debug.field("password", &rt::REDACTED);
        debug.finish()
    }
}

impl AuthControllerResetPasswordRequest {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`token`](field@AuthControllerResetPasswordRequest::token).
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets [`password`](field@AuthControllerResetPasswordRequest::password).
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }
}

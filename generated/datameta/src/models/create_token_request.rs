//! The model [`CreateTokenRequest`](super::CreateTokenRequest).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

/// What the new API key is called, how long it lasts and who asks for it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateTokenRequest {
    /// Name that tells the key from the user's other keys.
    pub label: String,
    /// E-mail address of the user, unless a session cookie is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Password of the user, unless a session cookie is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// ISO 8601 date and time without a zone; left out, the key lasts as long as the server allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
}

impl fmt::Debug for CreateTokenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("CreateTokenRequest");
        debug.field("label", &self.label);
        debug.field("email", &self.email);
        debug.field("password", &rt::REDACTED);
        debug.field("expires", &self.expires);
        debug.finish()
    }
}

impl CreateTokenRequest {
    /// Takes the required fields; the others have setters.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), email: None, password: None, expires: None }
    }

    /// Sets [`email`](field@CreateTokenRequest::email).
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets [`password`](field@CreateTokenRequest::password).
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`expires`](field@CreateTokenRequest::expires).
    pub fn expires(mut self, expires: impl Into<String>) -> Self {
        self.expires = Some(expires.into());
        self
    }
}

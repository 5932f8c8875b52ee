//! Models of the operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::{DateTime, Value};

/// Credentials of the user who signs in.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthLogin {
    /// Name of the user.
    pub username: String,
    /// Password in plain text.
    pub password: String,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { AuthLogin
    required { username: "username", password: "password" }
    rest { additional_properties }
}

docwright_runtime::redacted_debug!(AuthLogin { username, password => [redacted], .. });

docwright_runtime::input!(AuthLogin {
    new(username: impl Into<String>, password: impl Into<String>),
    ..additional_properties
});

/// A token that authorizes calls, and its expiry.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthToken {
    /// The token itself.
    pub token: String,
    /// Time after which the token is refused.
    pub expires_at: DateTime,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { AuthToken
    required { token: "token", expires_at: "expires_at" }
    rest { additional_properties }
}

docwright_runtime::redacted_debug!(AuthToken { token => [redacted], expires_at, .. });

/// The schema `AuthVerify` of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthVerify {
    /// User whom the token belongs to.
    pub username: String,
    /// Time at which the token was created.
    pub created_at: DateTime,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { AuthVerify
    required { username: "username", created_at: "created_at" }
    rest { additional_properties }
}

/// Error body that all failed calls share.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GeneralError {
    /// HTTP status code of the response.
    pub status: i64,
    /// What went wrong.
    pub message: String,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { GeneralError
    required { status: "status", message: "message" }
    rest { additional_properties }
}

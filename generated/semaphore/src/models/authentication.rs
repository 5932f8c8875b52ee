//! Models of the operations tagged `Authentication`.
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::Value;

/// A token that authorizes calls in the name of one user.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ApiToken {
    /// The token itself; send it as `Authorization: Bearer <id>`
    pub id: Option<String>,
    /// Creation time in UTC, to the second.
    pub created: Option<String>,
    /// Whether the token was revoked.
    pub expired: Option<bool>,
    /// Id of the user whom the token belongs to.
    pub user_id: Option<i64>,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { ApiToken
    optional { id: "id", created: "created", expired: "expired", user_id: "user_id" }
    rest { additional_properties }
}

docwright_runtime::redacted_debug!(ApiToken { id => [redacted], created, expired, user_id, .. });

/// Credentials of the user who signs in.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Login {
    /// User name or e-mail address, such as "admin" or "ops@example.com".
    pub auth: Option<String>,
    /// Password in plain text.
    pub password: Option<String>,
    /// What else is there: properties that the docs do not name.
    pub additional_properties: BTreeMap<String, Value>,
}

docwright_runtime::object! { Login optional { auth: "auth", password: "password" } rest { additional_properties } }

docwright_runtime::redacted_debug!(Login { auth, password => [redacted], .. });

docwright_runtime::input!(Login {
    new(),
    auth(impl Into<String>),
    password(impl Into<String>),
    ..additional_properties
});

//! Models of the operations tagged `AuthenticationAndUsers`.
// Written by docwright; changes made here are lost when it runs again.

/// The API keys of one user.
pub type ApiKeyList = Vec<ApiKeyListInner>;

/// An API key without its token.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiKeyListInner {
    /// The property `id`.
    pub id: Identifier,
    /// Name of the key.
    pub label: String,
    /// ISO 8601 date and time at which the key lapses, null if it never does.
    pub expires: Option<String>,
    /// Whether the key has lapsed.
    pub has_expired: Option<bool>,
}

docwright_runtime::object! { ApiKeyListInner
    required { id: "id", label: "label", expires: "expires" }
    optional { has_expired: "hasExpired" }
}

/// What the new API key is called, how long it lasts and who asks for it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateTokenRequest {
    /// Name that tells the key from the user's other keys.
    pub label: String,
    /// E-mail address of the user, unless a session cookie is sent.
    pub email: Option<String>,
    /// Password of the user, unless a session cookie is sent.
    pub password: Option<String>,
    /// ISO 8601 date and time without a zone; left out, the key lasts as long as the server allows.
    pub expires: Option<String>,
}

docwright_runtime::object! { CreateTokenRequest
    required { label: "label" }
    optional { email: "email", password: "password", expires: "expires" }
}

docwright_runtime::redacted_debug!(CreateTokenRequest { label, email, password => [redacted], expires });

docwright_runtime::input!(CreateTokenRequest {
    new(label: impl Into<String>),
    email(impl Into<String>),
    password(impl Into<String>),
    expires(impl Into<String>),
});

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// What is wrong, in words.
    pub message: String,
    /// Label of the error, such as "ValidationError".
    pub exception: Option<String>,
    /// Code of the error, if the server assigns one.
    pub error_code: Option<String>,
    /// The property `entity`.
    pub entity: Option<Identifier>,
    /// Name of the request field at fault.
    pub field: Option<String>,
}

docwright_runtime::object! { Error
    required { message: "message" }
    optional { exception: "exception", error_code: "error_code", entity: "entity", field: "field" }
}

/// Names one record of the server.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Identifier {
    /// Identifier that no other record anywhere has.
    pub uuid: String,
    /// Short identifier that is unique on this server.
    pub site: Option<String>,
}

docwright_runtime::object! { Identifier required { uuid: "uuid" } optional { site: "site" } }

/// A new password, and the proof that the caller may set it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PasswordChange {
    /// The current password or a reset token.
    pub password_change_credential: String,
    /// The password to set.
    pub new_password: String,
}

docwright_runtime::object! { PasswordChange
    required { password_change_credential: "passwordChangeCredential", new_password: "newPassword" }
}

docwright_runtime::redacted_debug!(PasswordChange {
    password_change_credential => [redacted], new_password => [redacted],
});

docwright_runtime::input!(PasswordChange {
    new(password_change_credential: impl Into<String>, new_password: impl Into<String>),
});

/// A new API key together with its token.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UserSession {
    /// The property `id`.
    pub id: Identifier,
    /// The property `userId`.
    pub user_id: Identifier,
    /// Secret to send as bearer token.
    pub token: String,
    /// Name of the key.
    pub label: String,
    /// ISO 8601 date and time at which the key lapses, null if it never does.
    pub expires: Option<String>,
}

docwright_runtime::object! { UserSession
    required { id: "id", user_id: "userId", token: "token", label: "label", expires: "expires" }
}

docwright_runtime::redacted_debug!(UserSession { id, user_id, token => [redacted], label, expires });

/// Everything that is wrong with one request.
pub type ValidationErrorModel = Vec<Error>;

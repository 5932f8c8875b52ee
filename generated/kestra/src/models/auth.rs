//! Models of the operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

/// The ways to sign in that an instance offers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AuthControllerAuth {
    /// Whether users may sign in with a password.
    pub login_password: Option<bool>,
    /// Whether the server can send e-mail.
    pub mails_enabled: Option<bool>,
    /// Whether users may sign in with a code sent by e-mail.
    pub passwordless: Option<bool>,
    /// Names of the OAuth providers.
    pub oauths: Option<Vec<String>>,
}

docwright_runtime::object! { AuthControllerAuth
    optional {
        login_password: "loginPassword", mails_enabled: "mailsEnabled", passwordless: "passwordless", oauths: "oauths",
    }
}

/// Data for the account that an invitation leads to.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthControllerInvitationUserRequest {
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Password, subject to the server's password policy.
    pub password: String,
}

docwright_runtime::object! { AuthControllerInvitationUserRequest
    required { first_name: "firstName", last_name: "lastName", password: "password" }
}

docwright_runtime::redacted_debug!(AuthControllerInvitationUserRequest {
    first_name, last_name, password => [redacted],
});

docwright_runtime::input!(AuthControllerInvitationUserRequest {
    new(first_name: impl Into<String>, last_name: impl Into<String>, password: impl Into<String>),
});

/// The schema `AuthControllerResetPasswordRequest` of the API.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AuthControllerResetPasswordRequest {
    /// Token from the reset e-mail.
    pub token: Option<String>,
    /// The new password.
    pub password: Option<String>,
}

docwright_runtime::object! { AuthControllerResetPasswordRequest optional { token: "token", password: "password" } }

docwright_runtime::redacted_debug!(AuthControllerResetPasswordRequest { token => [redacted], password => [redacted] });

docwright_runtime::input!(AuthControllerResetPasswordRequest {
    new(),
    token(impl Into<String>),
    password(impl Into<String>),
});

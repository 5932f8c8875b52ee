//! The model [`AuthControllerAuth`](super::AuthControllerAuth).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// The ways to sign in that an instance offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthControllerAuth {
    /// Whether users may sign in with a password.
    #[serde(rename = "loginPassword")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_password: Option<bool>,
    /// Whether the server can send e-mail.
    #[serde(rename = "mailsEnabled")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mails_enabled: Option<bool>,
    /// Whether users may sign in with a code sent by e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passwordless: Option<bool>,
    /// Names of the OAuth providers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oauths: Option<Vec<String>>,
}

impl AuthControllerAuth {
    /// Begins empty; every field has a setter.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets [`login_password`](field@AuthControllerAuth::login_password).
    pub fn login_password(mut self, login_password: bool) -> Self {
        self.login_password = Some(login_password);
        self
    }

    /// Sets [`mails_enabled`](field@AuthControllerAuth::mails_enabled).
    pub fn mails_enabled(mut self, mails_enabled: bool) -> Self {
        self.mails_enabled = Some(mails_enabled);
        self
    }

    /// Sets [`passwordless`](field@AuthControllerAuth::passwordless).
    pub fn passwordless(mut self, passwordless: bool) -> Self {
        self.passwordless = Some(passwordless);
        self
    }

    /// Sets [`oauths`](field@AuthControllerAuth::oauths).
    pub fn oauths(mut self, oauths: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.oauths = Some(oauths.into_iter().map(Into::into).collect());
        self
    }
}

//! The secrets of a client.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::Scheme;

/// A secret for one security scheme of an API, made by the functions of a generated crate's `auth` module.
///
/// It is sent only by operations that list its scheme. Its `Debug` form names the scheme and nothing else, and its
/// memory is cleared when it is dropped.
#[derive(Clone)]
pub struct Credential {
    scheme: &'static Scheme,
    /// Only basic authentication has one.
    user: Option<SecretString>,
    secret: SecretString,
}

/// At most one credential per scheme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Credentials(Vec<Credential>);

impl Credential {
    pub(crate) fn secret(scheme: &'static Scheme, secret: String) -> Self {
        Self { scheme, user: None, secret: secret.into() }
    }

    pub(crate) fn basic(scheme: &'static Scheme, user: String, password: String) -> Self {
        Self { scheme, user: Some(user.into()), secret: password.into() }
    }

    pub(crate) fn scheme(&self) -> &'static Scheme {
        self.scheme
    }

    pub(crate) fn expose_user(&self) -> &str {
        self.user.as_ref().map_or("", |user| user.expose_secret())
    }

    pub(crate) fn expose_secret(&self) -> &str {
        self.secret.expose_secret()
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credential({})", self.scheme.name())
    }
}

impl Credentials {
    /// Adds a credential in place of an earlier one for the same scheme.
    pub(crate) fn set(&mut self, credential: Credential) {
        self.0.retain(|held| held.scheme.name() != credential.scheme.name());
        self.0.push(credential);
    }

    pub(crate) fn get(&self, scheme: &Scheme) -> Option<&Credential> {
        self.0.iter().find(|held| held.scheme.name() == scheme.name())
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

//! What is kept secret.

use std::fmt;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

/// A key, a token or a password, which no `Debug` form shows.
///
/// Clones share one memory, which is cleared when the last of them is dropped.
#[derive(Clone)]
pub struct Secret(Arc<Parts>);

struct Parts {
    /// Only basic authentication has one.
    user: Option<SecretString>,
    secret: SecretString,
}

impl Secret {
    /// A secret of one text: an API key or a token.
    pub fn new(secret: impl Into<String>) -> Self {
        Self::of(None, secret.into())
    }

    /// A user name and a password, for schemes of HTTP basic authentication.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self::of(Some(user.into()), password.into())
    }

    /// The key, token or password itself.
    pub fn expose(&self) -> &str {
        self.0.secret.expose_secret()
    }

    pub(crate) fn expose_user(&self) -> &str {
        self.0.user.as_ref().map_or("", |user| user.expose_secret())
    }

    /// Whether this is a clone of the other. Two secrets that a server gave one after the other may be equal, and are
    /// still two.
    pub(crate) fn is_clone_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn of(user: Option<String>, secret: String) -> Self {
        Self(Arc::new(Parts { user: user.map(SecretString::from), secret: secret.into() }))
    }
}

/// So that a provider can tell whether what was refused is what it still holds.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose_user() == other.expose_user() && self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl From<String> for Secret {
    fn from(secret: String) -> Self {
        Self::new(secret)
    }
}

impl From<&str> for Secret {
    fn from(secret: &str) -> Self {
        Self::new(secret)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_equal_by_text() {
        assert_eq!(Secret::from("a"), Secret::new("a"));
        assert_ne!(Secret::new("a"), Secret::new("b"));
        assert_ne!(Secret::basic("u", "a"), Secret::new("a"));
        assert!(!Secret::new("a").is_clone_of(&Secret::new("a")));
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert_eq!(format!("{:?}", Secret::basic("ada", "s3cret")), "Secret([redacted])");
    }
}

//! Why an argument could not be encoded.

use std::fmt;

/// A sentence that names the argument and the rule it breaks, and never quotes the value, which may be a secret.
///
/// It is kept in the request until the call is sent, which is when the user can receive an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault(String);

impl Fault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// The same fault with the argument it belongs to in front, as in ``path parameter `id`: …``.
    pub(crate) fn within(self, what: &str, name: &str) -> Self {
        Self(format!("{what} `{}`: {}", name.escape_debug(), self.0))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

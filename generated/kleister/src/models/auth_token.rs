//! The model [`AuthToken`](super::AuthToken).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;
use std::fmt;

use docwright_runtime::{DateTime, Value, rt};
use serde::{Deserialize, Serialize};

/// A token that authorizes calls, and its expiry.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthToken {
    /// The token itself.
    pub token: String,
    /// Time after which the token is refused.
    pub expires_at: DateTime,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

impl fmt::Debug for AuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AuthToken");
        debug.field("token", &rt::REDACTED);
        debug.field("expires_at", &self.expires_at);
        debug.finish_non_exhaustive()
    }
}

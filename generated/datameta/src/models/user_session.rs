//! The model [`UserSession`](super::UserSession).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

use super::Identifier;

/// A new API key together with its token.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserSession {
    /// The property `id`.
    pub id: Identifier,
    /// The property `userId`.
    #[serde(rename = "userId")]
    pub user_id: Identifier,
    /// Secret to send as bearer token.
    pub token: String,
    /// Name of the key.
    pub label: String,
    /// ISO 8601 date and time at which the key lapses, null if it never does.
    pub expires: Option<String>,
}

impl fmt::Debug for UserSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("UserSession");
        debug.field("id", &self.id);
        debug.field("user_id", &self.user_id);
        debug.field("token", &rt::REDACTED);
        debug.field("label", &self.label);
        debug.field("expires", &self.expires);
        debug.finish()
    }
}

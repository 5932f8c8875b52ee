//! The model [`ApiKeyListInner`](super::ApiKeyListInner).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::Identifier;

/// An API key without its token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ApiKeyListInner {
    /// The property `id`.
    pub id: Identifier,
    /// Name of the key.
    pub label: String,
    /// ISO 8601 date and time at which the key lapses, null if it never does.
    pub expires: Option<String>,
    /// Whether the key has lapsed.
    #[serde(rename = "hasExpired", skip_serializing_if = "Option::is_none")]
    pub has_expired: Option<bool>,
}

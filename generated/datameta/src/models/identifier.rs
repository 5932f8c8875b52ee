//! The model [`Identifier`](super::Identifier).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// Names one record of the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Identifier {
    /// Identifier that no other record anywhere has.
    pub uuid: String,
    /// Short identifier that is unique on this server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

//! The model [`Error`](super::Error).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::Identifier;

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Error {
    /// What is wrong, in words.
    pub message: String,
    /// Label of the error, such as "ValidationError".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// Code of the error, if the server assigns one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// The property `entity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<Identifier>,
    /// Name of the request field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

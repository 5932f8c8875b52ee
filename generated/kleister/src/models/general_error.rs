//! The model [`GeneralError`](super::GeneralError).
// Written by docwright; changes made here are lost when it runs again.

use std::collections::BTreeMap;

use docwright_runtime::Value;
use serde::{Deserialize, Serialize};

/// Error body that all failed calls share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GeneralError {
    /// HTTP status code of the response.
    pub status: i64,
    /// What went wrong.
    pub message: String,
    /// What else is there: properties that the docs do not name.
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, Value>,
}

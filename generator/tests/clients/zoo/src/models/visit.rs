//! The model [`Visit`](super::Visit).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::Date;
use serde::{Deserialize, Serialize};

/// The schema `Visit` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Visit {
    /// The property `day`.
    pub day: Date,
    /// The property `visitor`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visitor: Option<String>,
}

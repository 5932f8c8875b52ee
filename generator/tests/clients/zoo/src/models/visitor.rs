//! The model [`Visitor`](super::Visitor).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::Date;
use serde::{Deserialize, Serialize};

use super::Name;

/// The schema `Visitor` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Visitor {
    /// The property `day`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The property `name`.
    pub name: Name,
}

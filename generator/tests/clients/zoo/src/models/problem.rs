//! The model [`Problem`](super::Problem).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

use super::Found;

/// The schema `Problem` of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// The property `detail`.
    ///
    /// The docs do not say whether it is always there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Found>,
    /// The property `title`.
    pub title: String,
}

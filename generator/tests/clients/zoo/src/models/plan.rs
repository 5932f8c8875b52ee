//! The model [`Plan`](super::Plan).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::Base64;

/// The schema `Plan` of the API.
pub type Plan = Base64;

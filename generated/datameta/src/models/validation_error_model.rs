//! The model [`ValidationErrorModel`](super::ValidationErrorModel).
// Written by docwright; changes made here are lost when it runs again.

use super::Error;

/// Everything that is wrong with one request.
pub type ValidationErrorModel = Vec<Error>;

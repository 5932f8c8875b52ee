//! The model [`AuthKey`](super::AuthKey).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

/// A key that authorizes calls, sent in the header `apikey`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthKey {
    /// The property `apikey`.
    pub apikey: String,
}

impl fmt::Debug for AuthKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AuthKey");
        debug.field("apikey", &rt::REDACTED);
        debug.finish()
    }
}

//! The model [`ApiKeyList`](super::ApiKeyList).
// Written by docwright; changes made here are lost when it runs again.

use super::ApiKeyListInner;

/// The API keys of one user.
pub type ApiKeyList = Vec<ApiKeyListInner>;

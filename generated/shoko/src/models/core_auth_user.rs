//! The model [`CoreAuthUser`](super::CoreAuthUser).
// Written by docwright; changes made here are lost when it runs again.

use std::fmt;

use docwright_runtime::rt;
use serde::{Deserialize, Serialize};

/// Credentials of a user, and the device that asks for a key.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CoreAuthUser {
    /// The user's password, empty if none is set.
    pub pass: String,
    /// Name of the device, at least one character.
    pub device: String,
    /// Login name, at least one character.
    pub user: String,
}

impl fmt::Debug for CoreAuthUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("CoreAuthUser");
        debug.field("pass", &rt::REDACTED);
        debug.field("device", &self.device);
        debug.field("user", &self.user);
        debug.finish()
    }
}

impl CoreAuthUser {
    /// Takes every field.
    pub fn new(pass: impl Into<String>, device: impl Into<String>, user: impl Into<String>) -> Self {
        Self { pass: pass.into(), device: device.into(), user: user.into() }
    }
}

//! The model [`CoreAuthUser`](super::CoreAuthUser).
// Written by docwright; changes made here are lost when it runs again.

use serde::{Deserialize, Serialize};

/// Credentials of a user, and the device that asks for a key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CoreAuthUser {
    /// The user's password, empty if none is set.
    pub pass: String,
    /// Name of the device, at least one character.
    pub device: String,
    /// Login name, at least one character.
    pub user: String,
}

impl CoreAuthUser {
    /// Takes every field.
    pub fn new(
        pass: impl Into<String>,
        device: impl Into<String>,
        user: impl Into<String>,
    ) -> Self {
        Self {
            pass: pass.into(),
            device: device.into(),
            user: user.into(),
        }
    }
}

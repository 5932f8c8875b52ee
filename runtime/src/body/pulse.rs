//! When the body of a request last moved.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

/// The instant at which the last piece was taken. Clones share it, so that whoever waits knows of a body that a
/// transport reads elsewhere.
#[derive(Clone, Default)]
pub(crate) struct Pulse(Arc<Mutex<Option<Instant>>>);

impl Pulse {
    /// Notes that a piece is taken now.
    pub(super) fn beat(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// When the last piece was taken; `None` if none was.
    pub(crate) fn last(&self) -> Option<Instant> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

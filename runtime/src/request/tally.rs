//! How often a call went out so far.

use std::sync::atomic::{AtomicU32, Ordering};

/// The counters of one call. Only its own task writes them, so no order with other memory is needed.
#[derive(Default)]
pub(super) struct Tally {
    attempts: AtomicU32,
    /// An attempt may be several of these: redirects are followed.
    sendings: AtomicU32,
    /// Those of them of which a server may have seen something.
    maybe_seen: AtomicU32,
}

impl Tally {
    pub(super) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Relaxed)
    }

    pub(super) fn add_attempt(&self) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
    }

    /// How many sendings there were before this one.
    pub(super) fn add_sending(&self) -> u32 {
        self.maybe_seen.fetch_add(1, Ordering::Relaxed);
        self.sendings.fetch_add(1, Ordering::Relaxed)
    }

    /// The sending that was added last has failed for certain before a byte left.
    pub(super) fn take_back_sending(&self) {
        self.maybe_seen.fetch_sub(1, Ordering::Relaxed);
    }

    pub(super) fn may_have_been_seen(&self) -> bool {
        self.maybe_seen.load(Ordering::Relaxed) > 0
    }
}

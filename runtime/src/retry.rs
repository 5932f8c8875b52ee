//! Whether a call that failed is sent again, and when.
//!
//! Three parties decide. The sending path itself sees to it that a request is never repeated which must not be: by its
//! method, its body, and whether it was sent at all. A [`RetryPolicy`] says which failures are worth another attempt
//! and how long to wait before it. The [`Budget`] of the client ends it all when most of its calls fail.

mod backoff;
mod budget;

use std::sync::Arc;
use std::time::Duration;

use crate::Error;

pub use backoff::Backoff;
pub(crate) use budget::Budget;

/// Decides which failed attempts are followed by another one; [`Backoff`] is the default.
///
/// A policy is asked only where another attempt is allowed, which it cannot widen: the method is idempotent (RFC 9110
/// section 9.2.2) or the call was made so, or else it is certain that nothing was sent; and the body is not a stream.
/// It can neither exceed the time limit of the call nor the client's budget of retries.
///
/// That of a client is asked about the token requests of [`OAuth2`](crate::OAuth2) too: the error is then
/// [`is_auth`](crate::Error::is_auth) and has the status and the headers of the token server, if it answered. The errors
/// of calls for which there is no token have neither.
///
/// ```
/// use std::time::Duration;
///
/// use docwright_runtime::{Error, RetryPolicy};
///
/// /// Waits for a lock that another client holds.
/// struct WhileLocked;
///
/// impl RetryPolicy for WhileLocked {
///     fn wait(&self, error: &Error) -> Option<Duration> {
///         let locked = error.status().is_some_and(|status| status.as_u16() == 423);
///         (locked && error.attempts() < 10).then_some(Duration::from_secs(1))
///     }
/// }
/// ```
pub trait RetryPolicy: Send + Sync + 'static {
    /// How long to wait before the next attempt; `None` if this failure is final.
    ///
    /// The error is what the caller would get. It tells how many attempts were made
    /// ([`attempts`](Error::attempts)), and it may ask for a wait ([`retry_after`](Error::retry_after)).
    fn wait(&self, error: &Error) -> Option<Duration>;
}

/// What a client says of retries; its token requests go by the same.
pub(crate) struct Retries {
    /// That of the calls that have none of their own.
    pub(crate) policy: Arc<dyn RetryPolicy>,
    pub(crate) budget: Budget,
}

impl Retries {
    /// With a budget of this many retries.
    pub(crate) fn new(policy: Arc<dyn RetryPolicy>, budget: u32) -> Self {
        Self { policy, budget: Budget::new(budget) }
    }
}

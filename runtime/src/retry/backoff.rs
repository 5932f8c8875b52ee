//! The default policy.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::Duration;

use http::StatusCode;

use super::RetryPolicy;
use crate::Error;
use crate::error::is_untrusted;

/// Exponential backoff with full jitter.
///
/// What is tried again: connections that failed, broke off or were too slow, and the statuses 408, 429, 500, 502, 503
/// and 504. Before the second attempt it waits for a random time of up to half a second, and up to twice as long before
/// each further one. A server that asks for more by `Retry-After` (RFC 9110 section 10.2.3) gets it, unless that is
/// more than 30 seconds: then the answer is returned. A certificate that was refused is not asked for again. There are 3
/// attempts in all. Token requests of [`OAuth2`](crate::OAuth2) are tried again by the same rules.
#[derive(Clone, Debug)]
pub struct Backoff {
    attempts: u32,
    first: Duration,
    longest: Duration,
}

impl Backoff {
    /// The default settings.
    pub fn new() -> Self {
        Self { attempts: 3, first: Duration::from_millis(500), longest: Duration::from_secs(30) }
    }

    /// Never tries again.
    pub fn none() -> Self {
        Self::new().attempts(1)
    }

    /// The most attempts, the first one included; 0 is the same as 1.
    pub fn attempts(mut self, most: u32) -> Self {
        self.attempts = most;
        self
    }

    /// The longest wait before the second attempt. It doubles with every attempt.
    pub fn first_wait(mut self, longest: Duration) -> Self {
        self.first = longest;
        self
    }

    /// The longest wait before any attempt. A server that asks for more is not waited for.
    pub fn longest_wait(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// Up to how long to wait after this many attempts.
    fn ceiling(&self, attempts: u32) -> Duration {
        let doublings = attempts.saturating_sub(1);
        self.first.saturating_mul(2_u32.saturating_pow(doublings)).min(self.longest)
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy for Backoff {
    fn wait(&self, error: &Error) -> Option<Duration> {
        if error.attempts() >= self.attempts || !is_passing(error) {
            return None;
        }
        let wait = random_up_to(self.ceiling(error.attempts()));
        let asked = error.retry_after().unwrap_or_default();
        (asked <= self.longest).then(|| wait.max(asked))
    }
}

/// Whether the failure may be gone the next time. A certificate that was refused will be refused again.
fn is_passing(error: &Error) -> bool {
    const STATUSES: [StatusCode; 6] = [
        StatusCode::REQUEST_TIMEOUT,
        StatusCode::TOO_MANY_REQUESTS,
        StatusCode::INTERNAL_SERVER_ERROR,
        StatusCode::BAD_GATEWAY,
        StatusCode::SERVICE_UNAVAILABLE,
        StatusCode::GATEWAY_TIMEOUT,
    ];
    let was_answered = error.is_status() || error.is_token_request() && error.status().is_some();
    if was_answered {
        return error.status().is_some_and(|status| STATUSES.contains(&status));
    }
    if is_untrusted(error) {
        return false;
    }
    error.is_connect() || error.is_transport() || error.is_timeout() || error.is_body() || error.is_token_request()
}

/// A random time from zero up to the ceiling, all of it equally likely.
fn random_up_to(ceiling: Duration) -> Duration {
    // The keys of the standard library's hasher come from the system once per thread and then differ every time, which
    // is as much chance as spreading out clients needs.
    let random = RandomState::new().build_hasher().finish();
    let seconds = ceiling.as_secs_f64() * (random as f64 / u64::MAX as f64);
    Duration::try_from_secs_f64(seconds).map_or(ceiling, |wait| wait.min(ceiling))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(policy: &Backoff, ceilings: [u64; 4]) {
        assert_eq!([1, 2, 3, 40].map(|attempts| policy.ceiling(attempts).as_millis()), ceilings.map(u128::from));
    }

    #[test]
    fn ceilings_double_up_to_the_longest_wait() {
        check(&Backoff::new(), [500, 1000, 2000, 30_000]);
        check(&Backoff::new().first_wait(Duration::from_secs(1)), [1000, 2000, 4000, 30_000]);
        check(&Backoff::new().longest_wait(Duration::from_millis(700)), [500, 700, 700, 700]);
        check(&Backoff::new().first_wait(Duration::ZERO), [0; 4]);
        let unbounded = Backoff::new().first_wait(Duration::MAX).longest_wait(Duration::MAX);
        assert_eq!(unbounded.ceiling(u32::MAX), Duration::MAX);
    }

    #[test]
    fn waits_are_spread_over_the_whole_time() {
        let ceiling = Duration::from_secs(8);
        let waits: Vec<_> = (0..1000).map(|_| random_up_to(ceiling)).collect();
        assert!(waits.iter().all(|wait| *wait <= ceiling));
        for eighth in 0..8 {
            let hits = waits.iter().filter(|wait| wait.as_secs() == eighth).count();
            assert!((50..250).contains(&hits), "{hits} of 1000 in second {eighth}");
        }
        assert_eq!(random_up_to(Duration::ZERO), Duration::ZERO);
        assert!(random_up_to(Duration::MAX) <= Duration::MAX);
    }
}

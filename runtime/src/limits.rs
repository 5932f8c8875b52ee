//! What bounds a call in time and size.

use std::time::Duration;

/// The limits that a client or a call sets; what is not set has the default that its method tells.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    /// From the first byte of the first attempt to the last byte of the last answer.
    pub(crate) call: Option<Duration>,
    /// The same for one attempt; or from the last piece of a body that is read while it is sent.
    pub(crate) attempt: Option<Duration>,
    /// Between two pieces of the body of an answer.
    pub(crate) read: Option<Duration>,
    /// The bytes of a buffered body.
    pub(crate) body: Option<usize>,
    /// How many redirects an attempt follows.
    pub(crate) redirects: Option<u32>,
}

const ATTEMPT: Duration = Duration::from_secs(60);
const READ: Duration = Duration::from_secs(30);
const BODY: usize = 64 * 1024 * 1024;
const REDIRECTS: u32 = 10;

impl Limits {
    /// Every limit as its method tells.
    pub(crate) const fn unset() -> Self {
        Self { call: None, attempt: None, read: None, body: None, redirects: None }
    }

    /// These limits, and where they leave something open the weaker ones.
    pub(crate) fn or(self, weaker: Self) -> Self {
        Self {
            call: self.call.or(weaker.call),
            attempt: self.attempt.or(weaker.attempt),
            read: self.read.or(weaker.read),
            body: self.body.or(weaker.body),
            redirects: self.redirects.or(weaker.redirects),
        }
    }

    pub(crate) fn call(self) -> Duration {
        self.call.unwrap_or(Duration::MAX)
    }

    pub(crate) fn attempt(self) -> Duration {
        self.attempt.unwrap_or(ATTEMPT)
    }

    pub(crate) fn read(self) -> Duration {
        self.read.unwrap_or(READ)
    }

    pub(crate) fn body(self) -> usize {
        self.body.unwrap_or(BODY)
    }

    pub(crate) fn redirects(self) -> u32 {
        self.redirects.unwrap_or(REDIRECTS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stronger_limit_wins_and_the_rest_is_default() {
        let client = Limits { body: Some(5), redirects: Some(1), ..Limits::default() };
        let limits = Limits { body: Some(7), ..Limits::default() }.or(client);
        assert_eq!((limits.body(), limits.redirects()), (7, 1));
        assert_eq!((limits.attempt().as_secs(), limits.read().as_secs(), limits.call()), (60, 30, Duration::MAX));
    }
}

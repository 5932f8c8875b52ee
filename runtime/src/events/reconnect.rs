//! Whether and when a connection that was dropped is made again (WHATWG HTML section 9.2.3).

use std::time::Duration;

/// How often and how fast.
#[derive(Debug)]
pub(super) struct Reconnect {
    most: u32,
    /// How many were made since the last byte came.
    made: u32,
    wait: Duration,
}

/// What the standard calls "a few seconds".
const WAIT: Duration = Duration::from_secs(3);
/// A wait that doubles comes to its end here.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
const MOST: u32 = 10;

impl Reconnect {
    pub(super) fn new() -> Self {
        Self { most: MOST, made: 0, wait: WAIT }
    }

    pub(super) fn at_most(&mut self, times: u32) {
        self.most = times;
    }

    /// The server has asked for this wait.
    pub(super) fn wait(&mut self, wait: Duration) {
        self.wait = wait;
    }

    /// Bytes have come: the connection was worth it.
    pub(super) fn succeeded(&mut self) {
        self.made = 0;
    }

    /// How long to wait before the next connection; `None` if there should be none. It doubles while nothing comes.
    pub(super) fn next(&mut self) -> Option<Duration> {
        if self.made >= self.most {
            return None;
        }
        let wait = self.wait.saturating_mul(2_u32.saturating_pow(self.made));
        self.made += 1;
        Some(wait.min(LONGEST_WAIT.max(self.wait)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(reconnect: &mut Reconnect) -> Vec<u64> {
        std::iter::from_fn(|| reconnect.next()).map(|wait| wait.as_secs()).collect()
    }

    #[test]
    fn waits_double_while_nothing_comes() {
        let mut reconnect = Reconnect::new();
        assert_eq!(waits(&mut reconnect), [3, 6, 12, 24, 48, 60, 60, 60, 60, 60]);
        assert_eq!(reconnect.next(), None);
        reconnect.succeeded();
        assert_eq!(reconnect.next(), Some(WAIT));
    }

    #[test]
    fn the_server_may_ask_for_longer_waits_than_ours() {
        let mut reconnect = Reconnect::new();
        reconnect.wait(Duration::from_secs(100));
        reconnect.at_most(2);
        assert_eq!(waits(&mut reconnect), [100, 100]);
        reconnect.at_most(0);
        reconnect.succeeded();
        assert_eq!(reconnect.next(), None);
    }
}

//! How many retries a client may spend.

use std::sync::atomic::{AtomicU32, Ordering};

/// A bucket of tokens that all clones of a client share: a retry takes one out, and ten calls that succeed put one
/// back.
///
/// When a service is down, its clients would otherwise send it several times their usual load. With the bucket, retries
/// end after its size and are from then on at most a tenth of what succeeds.
#[derive(Debug)]
pub(crate) struct Budget {
    /// A token is ten of these, so that success can be counted in whole numbers.
    tenths: AtomicU32,
    most: u32,
}

impl Budget {
    pub(crate) const DEFAULT: u32 = 100;

    /// A full bucket of this many retries.
    pub(crate) fn new(retries: u32) -> Self {
        let most = retries.saturating_mul(10);
        Self { tenths: AtomicU32::new(most), most }
    }

    /// Takes a retry out; false if there is none.
    pub(crate) fn take(&self) -> bool {
        self.change(|tenths| tenths.checked_sub(10))
    }

    /// Counts a success.
    pub(crate) fn put_back(&self) {
        self.change(|tenths| (tenths < self.most).then_some(tenths + 1));
    }

    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> bool {
        // Nothing else is read by the number, so no order with other memory is needed.
        self.tenths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, change).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_successes_are_one_retry() {
        let budget = Budget::new(2);
        assert_eq!([budget.take(), budget.take(), budget.take()], [true, true, false]);
        (0..9).for_each(|_| budget.put_back());
        assert!(!budget.take());
        budget.put_back();
        assert!(budget.take() && !budget.take());
    }

    #[test]
    fn a_bucket_does_not_overflow() {
        let budget = Budget::new(1);
        (0..100).for_each(|_| budget.put_back());
        assert!(budget.take() && !budget.take());
        assert!(!Budget::new(0).take());
        assert!(Budget::new(u32::MAX).take());
    }
}

//! Bodies that are long enough to come in pieces, and what is told of their progress.

use std::sync::{Arc, Mutex, PoisonError};

use docwright_e2e_checks::{Outcome, ensure};

/// The size of such a body, which httpbin sends too.
pub(super) const SIZE: usize = 100_000;

/// As many letters of the alphabet, over and over.
pub(super) fn alphabet(size: usize) -> String {
    ('a'..='z').cycle().take(size).collect()
}

/// Every report of the progress of a body.
#[derive(Default)]
pub(super) struct Reports(Arc<Mutex<Vec<Progress>>>);

/// How many bytes, and of how many.
type Progress = (u64, Option<u64>);

impl Reports {
    /// Keeps a report.
    pub(super) fn keep(&self) -> impl Fn(u64, Option<u64>) + Send + Sync + 'static {
        let reports = Arc::clone(&self.0);
        move |done, total| reports.lock().unwrap_or_else(PoisonError::into_inner).push((done, total))
    }

    /// That each told more than the one before, of this total, up to the size; of a long body there are several.
    pub(super) fn rose_to(&self, size: usize, total: Option<usize>) -> Outcome {
        let reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rose = reports.windows(2).all(|two| two[0].0 < two[1].0) && (reports.len() > 1 || size < SIZE);
        let total = total.map(|total| total as u64);
        let told = reports.iter().all(|report| report.1 == total);
        ensure(rose && told && reports.last().is_some_and(|last| last.0 == size as u64), &*reports)
    }
}

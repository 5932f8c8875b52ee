//! How much of a body has been handed on.

use std::sync::Arc;

/// Counts bytes and tells somebody.
pub(super) struct Progress {
    report: Arc<dyn Fn(u64, Option<u64>) + Send + Sync>,
    done: u64,
    total: Option<u64>,
}

impl Progress {
    pub(super) fn new(report: impl Fn(u64, Option<u64>) + Send + Sync + 'static, total: Option<u64>) -> Self {
        Self { report: Arc::new(report), done: 0, total }
    }

    /// The same report about a body of so many bytes.
    pub(super) fn of(self, total: u64) -> Self {
        Self { total: Some(total), ..self }
    }

    /// The same report about a body that begins again.
    pub(super) fn anew(&self) -> Self {
        Self { report: self.report.clone(), done: 0, total: self.total }
    }

    /// Counts a piece. Pieces without bytes are not worth a report.
    pub(super) fn add(&mut self, bytes: usize) {
        if bytes > 0 {
            self.done += bytes as u64;
            (self.report)(self.done, self.total);
        }
    }
}

//! One piece of work that many wait for.

use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::BoxFuture;

/// A future whose result everyone gets who joins it. Whoever holds the lock drives it; if that one is cancelled, the
/// next in the queue goes on where it stopped, so that nothing depends on the first.
pub(super) struct Flight<T> {
    begun: Instant,
    work: Mutex<Work<T>>,
}

enum Work<T> {
    Running(BoxFuture<T>),
    Done(T),
}

impl<T: Clone> Flight<T> {
    pub(super) fn new(work: BoxFuture<T>) -> Self {
        Self { begun: Instant::now(), work: Mutex::new(Work::Running(work)) }
    }

    pub(super) fn begun(&self) -> Instant {
        self.begun
    }

    /// Waits for the result.
    pub(super) async fn join(&self) -> T {
        let mut work = self.work.lock().await;
        let result = match &mut *work {
            Work::Running(future) => future.await,
            Work::Done(result) => return result.clone(),
        };
        *work = Work::Done(result.clone());
        result
    }
}

//! Waiting on Tokio's clock, without a panic where there is none.

use std::error::Error;
use std::fmt;
use std::future::{Future, poll_fn};
use std::panic::catch_unwind;
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep_until};

/// Why there is no result.
#[derive(Debug)]
pub(crate) enum Missed {
    /// The time is over.
    Late,
    /// Time cannot be measured.
    NoClock(NoClock),
}

/// There is no Tokio runtime, or its clock is not enabled.
#[derive(Debug)]
pub(crate) struct NoClock;

impl fmt::Display for NoClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("waiting needs a Tokio runtime with time enabled")
    }
}

impl Error for NoClock {}

/// The instant after this long; `None` if that is further than the clock can count.
pub(crate) fn after(wait: Duration) -> Option<Instant> {
    // `Duration::MAX` is how a user takes a limit away, so the clock need not be read for it.
    (wait < Duration::MAX).then(Instant::now)?.checked_add(wait)
}

/// Finishes a future before the deadline.
///
/// What is ready at once needs no clock: the timer is set when the future has to wait. The future comes pinned, since a
/// state machine would have room for it twice if it took it whole.
pub(crate) async fn until<F: Future>(deadline: Option<Instant>, future: Pin<&mut F>) -> Result<F::Output, Missed> {
    race(|| deadline, future).await
}

/// Finishes a future within a limit that begins when it first has to wait: the clock is not even read before.
pub(crate) async fn within<F: Future>(limit: Duration, future: Pin<&mut F>) -> Result<F::Output, Missed> {
    race(|| after(limit), future).await
}

async fn race<F: Future>(deadline: impl Fn() -> Option<Instant>, mut future: Pin<&mut F>) -> Result<F::Output, Missed> {
    let mut is_set = false;
    let mut timer = pin!(None);
    poll_fn(|cx| {
        if let Poll::Ready(output) = future.as_mut().poll(cx) {
            return Poll::Ready(Ok(output));
        }
        if !is_set {
            is_set = true;
            match deadline().map(sleep_to).transpose() {
                Ok(sleep) => timer.set(sleep),
                Err(missing) => return Poll::Ready(Err(Missed::NoClock(missing))),
            }
        }
        match timer.as_mut().as_pin_mut() {
            Some(sleep) => sleep.poll(cx).map(|()| Err(Missed::Late)),
            None => Poll::Pending,
        }
    })
    .await
}

/// Waits; not at all if that is zero.
///
/// # Errors
///
/// If there is no clock.
pub(crate) async fn pause(wait: Duration) -> Result<(), NoClock> {
    match after(wait) {
        _ if wait.is_zero() => {}
        Some(end) => sleep_to(end)?.await,
        None => std::future::pending().await,
    }
    Ok(())
}

/// A timer that fires although the task has used up its share, as [`tokio::time::timeout`] does.
fn sleep_to(end: Instant) -> Result<impl Future<Output = ()>, NoClock> {
    Handle::try_current().map_err(|_| NoClock)?;
    // Tokio cannot be asked whether a runtime has a clock; it panics when a timer is made without one.
    catch_unwind(|| unconstrained(sleep_until(end))).map_err(|_| NoClock)
}

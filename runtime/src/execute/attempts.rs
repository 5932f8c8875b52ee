//! Attempts, one after another, until an answer is good or a failure is final.

use std::pin::pin;
use std::time::Duration;

use tokio::time::Instant;

use super::exchange::exchange;
use super::{Received, Wanted, missed_error};
use crate::Error;
use crate::clock::{self, Missed};
use crate::error::{Kind, Late};
use crate::request::{Prepared, Request};

/// When the call has to be over.
type Deadline = Option<Instant>;

/// Sends until there is an answer with a 2xx status, or a failure after which the call is not to be sent again.
pub(super) async fn until_final(request: &Request, prepared: &Prepared, wanted: Wanted) -> Result<Received, Error> {
    let deadline = clock::after(request.limits().call());
    loop {
        let error = match one(request, prepared, wanted, deadline).await {
            Ok(received) => {
                request.client().shared().retries.budget.put_back();
                return Ok(received);
            }
            Err(error) => error,
        };
        let Some(wait) = wait_before_next(request, prepared, &error, deadline) else { return Err(error) };
        if clock::pause(wait).await.is_err() {
            return Err(error);
        }
    }
}

/// An attempt within its limit, which begins anew with every piece of a body that is read while it is sent, and within
/// that of the call: one timer for whichever is over first.
async fn one(request: &Request, prepared: &Prepared, wanted: Wanted, deadline: Deadline) -> Result<Received, Error> {
    request.add_attempt();
    let limits = request.limits();
    let mut exchange = pin!(exchange(request, prepared, wanted));
    let (mut end, mut late) = (clock::after(limits.attempt()), Late::Attempt(limits.attempt()));
    let received = loop {
        let call_is_first = deadline.is_some_and(|over| end.is_none_or(|end| over < end));
        let (first, why) = if call_is_first { (deadline, Late::Call(limits.call())) } else { (end, late) };
        let missed = match clock::until(first, exchange.as_mut()).await {
            Ok(received) => break received?,
            Err(missed) => missed,
        };
        let later = prepared.last_piece().and_then(|taken| taken.checked_add(limits.attempt()));
        if call_is_first || later <= end || matches!(missed, Missed::NoClock(_)) {
            return Err(missed_error(request, prepared, why, missed));
        }
        (end, late) = (later, Late::Upload(limits.attempt()));
    };
    if received.answer.status.is_success() {
        return Ok(received);
    }
    Err(request.error(Kind::Status, Some(prepared)).with_answer(received.answer))
}

/// How long to wait before the call is sent again; `None` if the failure is final.
fn wait_before_next(request: &Request, prepared: &Prepared, error: &Error, deadline: Deadline) -> Option<Duration> {
    let is_over = |at: Option<Instant>| deadline.is_some_and(|end| at.is_none_or(|at| at >= end));
    if !prepared.is_replayable() || (request.may_have_been_seen() && !request.is_idempotent()) {
        return None;
    }
    // No policy is asked about a call whose own limit it was.
    if is_over(Some(Instant::now())) {
        return None;
    }
    let wait = request.retry_policy().wait(error)?;
    if is_over(clock::after(wait)) {
        return None;
    }
    request.client().shared().retries.budget.take().then_some(wait)
}

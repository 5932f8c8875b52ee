//! Attempts, one after another, until an answer is good or a failure is final.

use std::pin::pin;
use std::time::Duration;

use super::{Deadline, Received, Wanted, attempt, missed_error};
use crate::Error;
use crate::clock;
use crate::error::{Kind, Late};
use crate::request::{Prepared, Request};

/// Sends until there is an answer with a 2xx status, or a failure after which the call is not to be sent again.
pub(super) async fn until_final(
    request: &Request,
    prepared: &Prepared,
    wanted: Wanted,
    deadline: Deadline,
) -> Result<Received, Error> {
    loop {
        let error = match one(request, prepared, wanted).await {
            Ok(received) => {
                request.client().shared().budget.put_back();
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

/// An attempt within its limit.
async fn one(request: &Request, prepared: &Prepared, wanted: Wanted) -> Result<Received, Error> {
    request.add_attempt();
    let limit = request.limits().attempt();
    let received = clock::until(clock::after(limit), pin!(attempt(request, prepared, wanted)))
        .await
        .unwrap_or_else(|missed| Err(missed_error(request, prepared, Late::Attempt(limit), missed)))?;
    if received.answer.status.is_success() {
        return Ok(received);
    }
    Err(request.error(Kind::Status, Some(prepared)).with_answer(received.answer))
}

/// How long to wait before the call is sent again; `None` if the failure is final.
fn wait_before_next(request: &Request, prepared: &Prepared, error: &Error, deadline: Deadline) -> Option<Duration> {
    if !prepared.is_replayable() || (request.may_have_been_seen() && !request.is_idempotent()) {
        return None;
    }
    let wait = request.retry_policy().wait(error)?;
    if deadline.is_some_and(|end| clock::after(wait).is_none_or(|next| next >= end)) {
        return None;
    }
    request.client().shared().budget.take().then_some(wait)
}

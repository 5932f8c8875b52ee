//! Attempts, one after another, until an answer is good or a failure is final.

use std::pin::pin;
use std::time::Duration;

use super::{Deadline, attempt, missed_error};
use crate::Error;
use crate::clock;
use crate::error::{Answer, Kind, Late};
use crate::request::{Prepared, Request};

/// Sends until there is an answer with a 2xx status, or a failure after which the call is not to be sent again.
pub(super) async fn until_final(request: &Request, prepared: &Prepared, deadline: Deadline) -> Result<Answer, Error> {
    loop {
        let error = match one(request, prepared).await {
            Ok(answer) => {
                request.client().shared().budget.put_back();
                return Ok(answer);
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
async fn one(request: &Request, prepared: &Prepared) -> Result<Answer, Error> {
    request.add_attempt();
    let limit = request.limits().attempt();
    let answer = clock::until(clock::after(limit), pin!(attempt(request, prepared)))
        .await
        .unwrap_or_else(|missed| Err(missed_error(request, prepared, Late::Attempt(limit), missed)))?;
    if answer.status.is_success() {
        return Ok(answer);
    }
    Err(request.error(Kind::Status, Some(prepared)).with_answer(answer))
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

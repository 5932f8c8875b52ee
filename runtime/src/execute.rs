//! Sending a call. Nothing here is generic, so it is compiled once.

mod attempts;
mod exchange;
mod receive;

use std::pin::pin;

use tokio::time::Instant;

use crate::Error;
use crate::clock::{self, Missed};
use crate::error::{Answer, Kind, Late};
use crate::request::{Prepared, Request};
use crate::trace::Span;

/// Sends a call and reads the answer; what was sent is returned too.
///
/// # Errors
///
/// If nothing was sent, no answer came, or its status is not 2xx.
pub(crate) async fn execute(request: &Request) -> Result<(Prepared, Answer), Error> {
    let span = Span::call(request.operation(), &request.client().shared().base_url);
    let prepared = request.prepare()?;
    let result = span.within(pin!(within_limit(request, &prepared))).await;
    match result {
        Ok(answer) => {
            span.record_status(answer.status);
            Ok((prepared, answer))
        }
        Err(error) => {
            span.record_error(&error);
            Err(error)
        }
    }
}

/// Everything that the limit of a call covers.
async fn within_limit(request: &Request, prepared: &Prepared) -> Result<Answer, Error> {
    let limit = request.limits().call();
    let deadline = clock::after(limit);
    let attempts = pin!(attempts::until_final(request, prepared, deadline));
    clock::until(deadline, attempts)
        .await
        .unwrap_or_else(|missed| Err(missed_error(request, prepared, Late::Call(limit), missed)))
}

/// One attempt and its answer, whatever its status. A later attempt may start from the same [`Prepared`].
async fn attempt(request: &Request, prepared: &Prepared) -> Result<Answer, Error> {
    exchange::exchange(request, prepared).await
}

fn missed_error(request: &Request, prepared: &Prepared, late: Late, missed: Missed) -> Error {
    match missed {
        Missed::Late => request.error(Kind::Timeout(late), Some(prepared)),
        Missed::NoClock(source) => request.error(Kind::Transport, Some(prepared)).with_source(source),
    }
}

/// When the call has to be over.
type Deadline = Option<Instant>;

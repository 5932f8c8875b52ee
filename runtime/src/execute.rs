//! Sending a call. Nothing here is generic, so it is compiled once.

mod attempts;
mod exchange;
mod receive;

use std::pin::pin;

use tokio::time::Instant;

use crate::clock::{self, Missed};
use crate::error::{Answer, Kind, Late};
use crate::request::{Prepared, Request};
use crate::trace::Span;
use crate::{Body, Error};

/// How much of an answer is read. That of a failure is always read whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Whole,
    Head,
}

/// An answer, and its body if that was not read.
struct Received {
    answer: Answer,
    unread: Option<Body>,
}

/// Sends a call and reads the answer; what was sent is returned too.
///
/// # Errors
///
/// If nothing was sent, no answer came, or its status is not 2xx.
pub(crate) async fn execute(request: &Request) -> Result<(Prepared, Answer), Error> {
    let (prepared, received) = call(request, Wanted::Whole).await?;
    Ok((prepared, received.answer))
}

/// Sends a call and leaves the body of the answer unread. Limits of time end with the head.
///
/// # Errors
///
/// As [`execute`]; the body of a failure is in the error.
pub(crate) async fn open(request: &Request) -> Result<(Prepared, Answer, Body), Error> {
    let (prepared, received) = call(request, Wanted::Head).await?;
    Ok((prepared, received.answer, received.unread.unwrap_or_default()))
}

async fn call(request: &Request, wanted: Wanted) -> Result<(Prepared, Received), Error> {
    let span = Span::call(request.operation(), &request.client().shared().base_url);
    let prepared = request.prepare()?;
    let result = span.within(pin!(within_limit(request, &prepared, wanted))).await;
    match result {
        Ok(received) => {
            span.record_status(received.answer.status);
            Ok((prepared, received))
        }
        Err(error) => {
            span.record_error(&error);
            Err(error)
        }
    }
}

/// Everything that the limit of a call covers.
async fn within_limit(request: &Request, prepared: &Prepared, wanted: Wanted) -> Result<Received, Error> {
    let limit = request.limits().call();
    let deadline = clock::after(limit);
    let attempts = pin!(attempts::until_final(request, prepared, wanted, deadline));
    clock::until(deadline, attempts)
        .await
        .unwrap_or_else(|missed| Err(missed_error(request, prepared, Late::Call(limit), missed)))
}

/// One attempt and its answer, whatever its status. A later attempt may start from the same [`Prepared`].
async fn attempt(request: &Request, prepared: &Prepared, wanted: Wanted) -> Result<Received, Error> {
    exchange::exchange(request, prepared, wanted).await
}

fn missed_error(request: &Request, prepared: &Prepared, late: Late, missed: Missed) -> Error {
    match missed {
        Missed::Late => request.error(Kind::Timeout(late), Some(prepared)),
        Missed::NoClock(source) => request.error(Kind::Transport, Some(prepared)).with_source(source),
    }
}

/// When the call has to be over.
type Deadline = Option<Instant>;

//! Sending a call. Nothing here is generic, so it is compiled once.

mod attempts;
mod exchange;
mod receive;

use std::pin::pin;

use crate::clock::Missed;
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

/// Encodes a call. One that cannot be encoded has a span too.
///
/// # Errors
///
/// If an argument or a setting of the call is at fault.
pub(crate) fn prepare(request: &Request, span: &Span) -> Result<Prepared, Error> {
    request.prepare().inspect_err(|error| span.record_error(error))
}

/// Sends a call and reads the answer. The span may yet be told of a failure: the answer is not decoded.
///
/// # Errors
///
/// If nothing was sent, no answer came, or its status is not 2xx.
pub(crate) async fn execute(request: &Request, prepared: &Prepared, span: &Span) -> Result<Answer, Error> {
    call(request, prepared, span, Wanted::Whole).await.map(|received| received.answer)
}

/// Sends a call and leaves the body of the answer unread. Limits of time end with the head.
///
/// # Errors
///
/// As [`execute`]; the body of a failure is in the error.
pub(crate) async fn open(request: &Request, prepared: &Prepared, span: &Span) -> Result<(Answer, Body), Error> {
    let received = call(request, prepared, span, Wanted::Head).await?;
    Ok((received.answer, received.unread.unwrap_or_default()))
}

async fn call(request: &Request, prepared: &Prepared, span: &Span, wanted: Wanted) -> Result<Received, Error> {
    let result = span.within(pin!(attempts::until_final(request, prepared, wanted))).await;
    match &result {
        Ok(received) => {
            span.end();
            span.record_status(received.answer.status);
        }
        Err(error) => span.record_error(error),
    }
    result
}

/// The span of a call.
pub(crate) fn span(request: &Request) -> Span {
    Span::call(request.operation(), &request.client().shared().base_url)
}

fn missed_error(request: &Request, prepared: &Prepared, late: Late, missed: Missed) -> Error {
    match missed {
        Missed::Late => request.error(Kind::Timeout(late), Some(prepared)),
        Missed::NoClock(source) => request.error(Kind::Transport, Some(prepared)).with_source(source),
    }
}

//! A request and its answer, by way of redirects if there are any.

use std::pin::pin;

use bytes::Bytes;
use http::response::Parts;

use super::receive::{Unread, receive};
use super::{Received, Wanted, missed_error};
use crate::auth::Authorisation;
use crate::error::{Answer, Kind, Late, kind_of_transport_error, nothing_was_sent};
use crate::redirect::Detour;
use crate::request::{Prepared, Request};
use crate::trace::Span;
use crate::{Body, BoxError, BoxFuture, Error};

/// What came of one request.
enum Step {
    Answer(Received),
    Redirect(Box<Detour>),
}

/// A request on its way, and what it went with.
struct Sent<'r> {
    answer: BoxFuture<Result<http::Response<Body>, BoxError>>,
    /// Nothing if it goes to another origin than that of the call.
    authorisation: Option<Authorisation<'r>>,
    span: Span,
}

/// Authorises and sends a request, follows its redirects and reads the answer.
///
/// # Errors
///
/// If no answer came, or one that could not be read. A status such as 404 is an answer, and so is a redirect that is
/// not followed.
pub(super) async fn exchange(request: &Request, prepared: &Prepared, wanted: Wanted) -> Result<Received, Error> {
    // In a box, since it takes a hundred bytes and nearly never is one.
    let mut detour: Option<Box<Detour>> = None;
    loop {
        let Sent { answer, authorisation, span } = send(request, prepared, detour.as_deref()).await?;
        let step = span.within(pin!(finish(request, prepared, wanted, answer, detour.as_deref(), &span))).await;
        span.end();
        match step.inspect_err(|error| span.record_error(error))? {
            // After a 401 that renews a credential the request is sent once more, from where it was.
            Step::Answer(received) if renews(prepared, authorisation.as_ref(), &received.answer) => {}
            Step::Answer(received) => return Ok(received),
            Step::Redirect(next) => detour = Some(next),
        }
    }
}

/// Authorises a request and lets it go.
async fn send<'r>(request: &'r Request, prepared: &Prepared, detour: Option<&Detour>) -> Result<Sent<'r>, Error> {
    let mut http = request.to_http(prepared);
    if let Some(detour) = detour {
        detour.divert(&mut http);
    }
    let authorisation = match detour {
        Some(detour) if detour.is_foreign() => None,
        _ => Some(request.authorise(prepared, &mut http).await?),
    };
    // The address without the secrets that may have been added to it.
    let address = detour.map_or(prepared.uri(), Detour::uri);
    let span = Span::request(request.operation(), address, detour.is_some(), request.add_sending());
    let answer = span.around(|| request.client().shared().transport.send(http));
    Ok(Sent { answer, authorisation, span })
}

/// Waits for what comes of a request that is on its way.
async fn finish(
    request: &Request,
    prepared: &Prepared,
    wanted: Wanted,
    sending: BoxFuture<Result<http::Response<Body>, BoxError>>,
    detour: Option<&Detour>,
    span: &Span,
) -> Result<Step, Error> {
    let error = |kind| request.error(kind, Some(prepared));
    let response = sending.await.map_err(|source| {
        if nothing_was_sent(&*source) {
            request.take_back_sending();
        }
        error(kind_of_transport_error(&*source)).with_source(source)
    })?;
    let (head, mut body) = response.into_parts();
    span.record_head(&head);
    if let Some(next) = next(request, prepared, detour, &head) {
        return Ok(Step::Redirect(Box::new(next)));
    }
    if wanted == Wanted::Head && head.status.is_success() {
        return Ok(Step::Answer(Received { answer: answer(head, Bytes::new()), unread: Some(body) }));
    }
    let limits = request.limits();
    let unread = match receive(&head.headers, &mut body, limits.body(), limits.read()).await {
        Ok(raw) => return Ok(Step::Answer(Received { answer: answer(head, raw), unread: None })),
        Err(unread) => unread,
    };
    let error = match unread {
        Unread::Broken(source) => error(Kind::Body).with_source(source),
        Unread::TooLarge => error(Kind::BodyTooLarge(limits.body())),
        Unread::Missed(missed) => missed_error(request, prepared, Late::Read(limits.read()), missed),
    };
    Err(error.with_answer(answer(head, Bytes::new())))
}

fn renews(prepared: &Prepared, authorisation: Option<&Authorisation<'_>>, answer: &Answer) -> bool {
    authorisation.is_some_and(|authorisation| prepared.renew(authorisation, answer.status, &answer.headers))
}

fn answer(head: Parts, raw: Bytes) -> Answer {
    Answer { status: head.status, headers: head.headers, raw }
}

/// Only a safe method is redirected (RFC 9110 section 9.2.1): the user agreed to no other address for its effects.
fn next(request: &Request, prepared: &Prepared, detour: Option<&Detour>, head: &Parts) -> Option<Detour> {
    if !head.status.is_redirection() || !request.operation().method.is_safe() || !prepared.is_replayable() {
        return None;
    }
    let next = Detour::next(prepared.uri(), detour, head.status, &head.headers)?;
    (next.redirects() <= request.limits().redirects()).then_some(next)
}

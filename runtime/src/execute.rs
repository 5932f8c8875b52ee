//! Sending a call. Nothing here is generic, so it is compiled once.

use bytes::Bytes;
use http_body_util::BodyExt as _;

use crate::error::{Answer, Kind, kind_of_transport_error};
use crate::request::{Prepared, Request};
use crate::trace::CallSpan;
use crate::{Body, Error};

/// Sends a call and reads the answer; what was sent is returned too.
///
/// # Errors
///
/// If nothing was sent, no answer came, or its status is not 2xx.
pub(crate) async fn execute(request: &Request) -> Result<(Prepared, Answer), Error> {
    let span = CallSpan::new(request.operation(), &request.client().shared().base_url);
    let prepared = request.prepare()?;
    let answer = span.within(within_limit(request, &prepared)).await?;
    span.record_status(answer.status);
    if answer.status.is_success() {
        return Ok((prepared, answer));
    }
    Err(request.error(Kind::Status, Some(&prepared)).with_answer(answer))
}

/// Everything that the limit of a call covers.
async fn within_limit(request: &Request, prepared: &Prepared) -> Result<Answer, Error> {
    let Some(limit) = request.options().timeout.or(request.client().shared().timeout) else {
        return exchange(request, prepared).await;
    };
    let error = |kind| request.error(kind, Some(prepared));
    // Without this the timer would panic when it looks for the clock.
    tokio::runtime::Handle::try_current().map_err(|source| error(Kind::Transport).with_source(source))?;
    match tokio::time::timeout(limit, exchange(request, prepared)).await {
        Ok(result) => result,
        Err(elapsed) => Err(error(Kind::Timeout(Some(limit))).with_source(elapsed)),
    }
}

/// One exchange with the server: authorised, sent and answered. After a 401 that renews a credential, all of it is done
/// once more.
async fn exchange(request: &Request, prepared: &Prepared) -> Result<Answer, Error> {
    loop {
        let mut http = prepared.to_http();
        let authorisation = request.authorise(prepared, &mut http).await?;
        let answer = send(request, prepared, http).await?;
        if !prepared.renew(&authorisation, answer.status, &answer.headers) {
            return Ok(answer);
        }
    }
}

/// One request and its answer.
async fn send(request: &Request, prepared: &Prepared, http: http::Request<Body>) -> Result<Answer, Error> {
    let error = |kind| request.error(kind, Some(prepared));
    let sent = request.client().shared().transport.send(http).await;
    let (head, body) =
        sent.map_err(|source| error(kind_of_transport_error(&*source)).with_source(source))?.into_parts();
    let answer = |raw| Answer { status: head.status, headers: head.headers, raw };
    match body.collect().await {
        Ok(collected) => Ok(answer(collected.to_bytes())),
        Err(source) => Err(error(Kind::Body).with_answer(answer(Bytes::new())).with_source(source)),
    }
}

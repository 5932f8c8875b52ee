//! Sending with a `reqwest::Client` that is already there.

use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;
use reqwest::Client;
use tower_service::Service;

use super::{BoxError, BoxFuture};
use crate::Body;

/// Sends with a `reqwest::Client` of reqwest 0.13, and so with its pool, its TLS, its proxies and its timeouts.
///
/// What the client does beyond sending is its own business and is not seen by the call. It sends again what a server
/// refused unread, and with reqwest's features it decodes compressed answers and keeps cookies. Unless its policy is
/// `redirect::Policy::none()`, which leaves redirects to the call, it follows them itself: other hosts then get neither
/// `Authorization` nor `Cookie`, but an API key in a header of another name.
///
/// A reqwest client belongs to the runtime that it is first used in, so it should not serve `.await` and
/// `send_blocking` both.
///
/// It is a tower service, so that layers can be put around it.
///
/// ```
/// use docwright_runtime::transport::ReqwestTransport;
///
/// # use docwright_runtime::{Error, rt};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let existing = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
/// # let builder = rt::ClientBuilder::new("https://api.example.com", "example-client/0.1.0");
/// let client = builder.transport(ReqwestTransport::from(existing)).build()?;
/// # drop(client);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ReqwestTransport(Client);

impl From<Client> for ReqwestTransport {
    fn from(client: Client) -> Self {
        Self(client)
    }
}

impl Service<http::Request<Body>> for ReqwestTransport {
    type Response = http::Response<Body>;
    type Error = BoxError;
    type Future = BoxFuture<Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        let client = self.0.clone();
        Box::pin(async move {
            // Without this the client would panic when it looks for the reactor.
            tokio::runtime::Handle::try_current()?;
            let (head, body) = request.into_parts();
            let request = http::Request::from_parts(head, body_of(body).await?);
            let request = reqwest::Request::try_from(request).map_err(without_url)?;
            let answer = client.execute(request).await.map_err(without_url)?;
            Ok(http::Response::from(answer).map(|body| Body::new(body.map_err(without_url))))
        })
    }
}

/// The client would show its default headers, which may be secrets.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}

/// The URL in an error of reqwest has its query, where an API key may be.
fn without_url(error: reqwest::Error) -> BoxError {
    error.without_url().into()
}

/// Bytes stay bytes, so that reqwest can send them again after a redirect.
async fn body_of(body: Body) -> Result<reqwest::Body, BoxError> {
    if body.try_clone().is_some() {
        return Ok(body.collect().await?.to_bytes().into());
    }
    Ok(reqwest::Body::wrap(Shared(Mutex::new(body))))
}

/// A body that can be shared between threads, as reqwest wants it. Only whoever owns it reads it, so the lock is free.
struct Shared(Mutex<Body>);

impl http_body::Body for Shared {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Pin::new(self.get_mut().0.get_mut().unwrap_or_else(PoisonError::into_inner)).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

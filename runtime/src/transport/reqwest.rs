//! Sending with a `reqwest::Client`.

use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt as _;
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder};
use tower_service::Service;

use super::{BoxError, BoxFuture};
use crate::{Body, Error};

/// Sends with a `reqwest::Client` of reqwest 0.13, and so with its pool, its TLS, its proxies and its timeouts.
///
/// [`from_builder`](Self::from_builder) makes it of a client's settings, and leaves redirects and retries to the call,
/// as they are with every other transport. With reqwest's features the client decodes compressed answers and keeps
/// cookies, if it is set to; the call does not see that. Its default headers go with every request, also to where the
/// call is redirected, so they are no place for a credential.
///
/// A client that is already there can be used [`From`] it, but what it does beyond sending is then its own business:
/// reqwest has no setting for one request. It sends again what a server refused unread. Unless its policy is
/// `redirect::Policy::none()` it follows redirects itself, and **another host then gets an API key in a header**; only
/// `Authorization` and `Cookie` it keeps back.
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
/// # fn main() -> Result<(), Error> {
/// let transport = ReqwestTransport::from_builder(reqwest::Client::builder().https_only(true))?;
/// # let builder = rt::ClientBuilder::new("https://api.example.com", "example-client/0.1.0");
/// let client = builder.transport(transport).build()?;
/// # drop(client);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ReqwestTransport(Client);

impl ReqwestTransport {
    /// A transport with these settings of a client, except that the client follows no redirect and sends nothing again,
    /// whatever they say: the call does both, and takes no credential to another origin.
    ///
    /// # Errors
    ///
    /// If reqwest refuses the settings; [`Error::is_builder`] is then true.
    pub fn from_builder(settings: ClientBuilder) -> Result<Self, Error> {
        let client = settings.redirect(Policy::none()).retry(reqwest::retry::never()).build();
        client
            .map(Self)
            .map_err(|source| Error::builder("reqwest refuses its settings").with_source(without_url(source)))
    }
}

/// The client with all that it does by itself; it should follow no redirect (see above).
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
            let request = http::Request::from_parts(head, body_of(body));
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
fn body_of(body: Body) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) => bytes.into(),
        None => reqwest::Body::wrap(Shared(Mutex::new(body))),
    }
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

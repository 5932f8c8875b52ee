//! The default transport: hyper's pooling client.

mod builder;
mod connector;
#[cfg(not(feature = "proxy"))]
mod direct;
#[cfg(not(feature = "rustls"))]
mod plain;
#[cfg(feature = "proxy")]
mod proxied;
#[cfg(feature = "rustls")]
mod tls;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper_util::client::legacy::{Client, ResponseFuture};
use tower_service::Service;

use super::BoxError;
use crate::{Body, Error};

use connector::Connector;

#[cfg(not(feature = "proxy"))]
use direct as routes;
#[cfg(not(feature = "rustls"))]
use plain as tls;
#[cfg(feature = "proxy")]
use proxied as routes;

pub use builder::HyperTransportBuilder;

#[cfg(any(feature = "brotli", feature = "gzip"))]
type Stack = super::Decoding<Pool>;
#[cfg(not(any(feature = "brotli", feature = "gzip")))]
type Stack = Pool;

/// HTTP/1.1 over pooled connections, with TLS by rustls and the Mozilla root certificates.
///
/// With the feature `http2` it speaks HTTP/2 to servers that offer it by ALPN (RFC 7301). With `gzip` and `brotli` it
/// asks for compressed answers and decodes them, unless the call sets `Accept-Encoding` itself. With `proxy` it goes
/// through the proxies of the environment, unless [the builder](Self::builder) is told otherwise.
///
/// It is a tower service, so that layers can be put around it before it is given to a client. Clones share a pool. It
/// needs a Tokio runtime with I/O and time enabled, and a pool belongs to the runtime that its connections began in:
/// once that has stopped or is not run any more, calls from another one may wait for it in vain. Calls of
/// `send_blocking` have a pool of their own.
///
/// It never sends a request again on its own account.
#[derive(Clone)]
pub struct HyperTransport {
    stack: Stack,
    /// The same for calls of `send_blocking`, whose connections belong to the thread that runs them.
    #[cfg(feature = "blocking")]
    blocking: Stack,
}

impl HyperTransport {
    /// A transport with the default settings of [`HyperTransportBuilder`]. It opens no connection yet.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up; [`Error::is_builder`] is then true.
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Starts from the default settings.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::default()
    }

    fn of(pool: impl Fn() -> Pool) -> Self {
        #[cfg(any(feature = "brotli", feature = "gzip"))]
        let stack = || super::Decoding::new(pool());
        #[cfg(not(any(feature = "brotli", feature = "gzip")))]
        let stack = pool;
        Self {
            stack: stack(),
            #[cfg(feature = "blocking")]
            blocking: stack(),
        }
    }

    fn stack(&mut self) -> &mut Stack {
        #[cfg(feature = "blocking")]
        if crate::blocking::is_current() {
            return &mut self.blocking;
        }
        &mut self.stack
    }
}

impl Service<http::Request<Body>> for HyperTransport {
    type Response = http::Response<Body>;
    type Error = BoxError;
    type Future = Sending;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        Sending(self.stack().call(request))
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}

/// A request on its way, as hyper's client gives it: whoever needs it in a box can put it into one.
#[must_use = "does nothing until awaited"]
pub struct Sending(<Stack as Service<http::Request<Body>>>::Future);

impl Future for Sending {
    type Output = Result<http::Response<Body>, BoxError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}

impl fmt::Debug for Sending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sending")
    }
}

/// The connections of a transport. It is cloned for every request: one reference is counted, and not the dozen that
/// hyper's client and its connector hold.
#[derive(Clone)]
struct Pool(Arc<Connections>);

struct Connections {
    client: Client<Connector, Body>,
    routes: routes::Routes,
}

impl Service<http::Request<Body>> for Pool {
    type Response = http::Response<Body>;
    type Error = BoxError;
    type Future = Pooled;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: http::Request<Body>) -> Self::Future {
        self.0.routes.authorize(&mut request);
        Pooled { answer: self.0.client.request(request), has_runtime: false }
    }
}

/// An answer over a pooled connection.
struct Pooled {
    answer: ResponseFuture,
    has_runtime: bool,
}

impl Future for Pooled {
    type Output = Result<http::Response<Body>, BoxError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if !self.has_runtime {
            // Without this the connector would panic when it looks for the reactor.
            tokio::runtime::Handle::try_current()?;
            self.has_runtime = true;
        }
        Pin::new(&mut self.answer).poll(cx).map(|answer| Ok(answer?.map(Body::answer)))
    }
}

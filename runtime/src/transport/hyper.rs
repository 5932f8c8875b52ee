//! The default transport: hyper's pooling client.

use std::fmt;
use std::task::{Context, Poll};

use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower_service::Service;

use super::{BoxError, BoxFuture};
use crate::{Body, Error};

#[cfg(feature = "rustls")]
type Connector = hyper_rustls::HttpsConnector<HttpConnector>;
#[cfg(not(feature = "rustls"))]
type Connector = HttpConnector;

/// HTTP/1.1 over pooled connections, with TLS by rustls and the Mozilla root certificates.
///
/// It is a tower service, so that layers can be put around it before it is given to a client. Clones share a pool. It
/// needs a Tokio runtime with I/O and time enabled, and a pool belongs to the runtime that its connections began in.
#[derive(Clone)]
pub struct HyperTransport(Client<Connector, Body>);

impl HyperTransport {
    /// A transport with an empty pool. It opens no connection yet.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up; [`Error::is_builder`] is then true.
    pub fn new() -> Result<Self, Error> {
        let connector = connector().map_err(|source| Error::builder("TLS cannot be set up").with_source(source))?;
        let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Ok(Self(client))
    }
}

impl Service<http::Request<Body>> for HyperTransport {
    type Response = http::Response<Body>;
    type Error = BoxError;
    type Future = BoxFuture<Result<Self::Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        let client = self.0.clone();
        Box::pin(async move {
            // Without this the connector would panic when it looks for the reactor.
            tokio::runtime::Handle::try_current()?;
            Ok(client.request(request).await?.map(Body::new))
        })
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}

fn http_connector() -> HttpConnector {
    let mut connector = HttpConnector::new();
    // Requests are written in few large pieces; waiting to fill a packet only delays them.
    connector.set_nodelay(true);
    connector
}

#[cfg(feature = "rustls")]
fn connector() -> Result<Connector, BoxError> {
    let mut http = http_connector();
    // The connector above this one decides which schemes are spoken.
    http.enforce_http(false);
    // The provider is named, since the default one of a process is ambiguous once another crate brings a second.
    let tls = hyper_rustls::HttpsConnectorBuilder::new()
        .with_provider_and_webpki_roots(rustls::crypto::ring::default_provider())?;
    Ok(tls.https_or_http().enable_http1().wrap_connector(http))
}

#[cfg(not(feature = "rustls"))]
fn connector() -> Result<Connector, BoxError> {
    Ok(http_connector())
}

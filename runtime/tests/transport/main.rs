//! The transports against sockets: TLS, proxies, compression, layers.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as the test does")]

#[cfg(feature = "rustls")]
mod certificates;
#[cfg(any(feature = "brotli", feature = "gzip"))]
mod decoding;
#[cfg(feature = "rustls")]
mod http2;
mod layers;
mod pool;
#[cfg(feature = "proxy")]
mod proxies;
#[cfg(feature = "reqwest")]
mod reqwest;
mod server;
#[cfg(feature = "rustls")]
mod tls;

use docwright_runtime::{Body, BoxError, Transport, http};
use http_body_util::BodyExt as _;

/// Sends a `GET` and reads the answer as text.
async fn get(transport: &impl Transport, url: &str) -> Result<String, BoxError> {
    send(transport, http::Request::get(url).body(Body::empty())?).await
}

async fn send(transport: &impl Transport, request: http::Request<Body>) -> Result<String, BoxError> {
    let body = transport.send(request).await?.into_body().collect().await?.to_bytes();
    Ok(String::from_utf8(body.to_vec())?)
}

/// The texts of an error and of all its sources.
fn chain(error: &BoxError) -> String {
    let causes = std::iter::successors(Some(&**error as &(dyn std::error::Error + 'static)), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// Whether no connection was made, so that nothing was sent.
fn is_connect(error: &BoxError) -> bool {
    error.downcast_ref::<hyper_util::client::legacy::Error>().is_some_and(|error| error.is_connect())
}

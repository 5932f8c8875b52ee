//! What sends the requests of a client, and the settings of each kind.
//!
//! * [`HyperTransport`] is the default. Its [builder](HyperTransport::builder) sets timeouts, the pool, certificates
//!   and, with the feature `proxy`, proxies.
//! * `ReqwestTransport`, with the feature `reqwest`, sends with a `reqwest::Client`, made of settings or already there.
//! * Any cloneable tower service is a [`Transport`] too, and so are layers around one of the above.

#[cfg(any(feature = "brotli", feature = "gzip"))]
mod decoding;
mod hyper;
#[cfg(feature = "proxy")]
mod proxy;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::future::{Future, poll_fn};
use std::pin::Pin;

use bytes::Bytes;
use tower_service::Service;

use crate::Body;

#[cfg(any(feature = "brotli", feature = "gzip"))]
pub use decoding::Decoding;
pub use hyper::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "proxy")]
pub use proxy::Proxy;
#[cfg(feature = "reqwest")]
pub use reqwest::ReqwestTransport;

/// An error of a layer below, whatever its type.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A boxed future that can be spawned: what `.await` on a call runs.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Sends one request and returns the answer.
///
/// Every tower service that is cloneable implements it, so any tower layer can be put around [`HyperTransport`], and a
/// test can answer without a socket. It sees each request as it goes out, credentials included.
///
/// # Layers
///
/// A layer runs once for every request that goes out: for each attempt, for each redirect that is followed, for the
/// repetition after a 401 that renews a credential, and for the token requests of [`OAuth2`](crate::OAuth2) and what other
/// providers send. Below it there is only the transport, above it are the limits of the call. A service is cloned for
/// every request, so what requests share has to be shared by the clones, as the permits of tower's `ConcurrencyLimit`
/// are; a layer that makes no cloneable service, such as `RateLimit`, needs a `Buffer` around it. An error of a layer is
/// [`is_transport`](crate::Error::is_transport), unless one of its sources is an error of the transport or of I/O that
/// says more.
///
/// ```
/// use std::time::Duration;
///
/// use docwright_runtime::transport::HyperTransport;
/// use tower::ServiceBuilder;
///
/// # use docwright_runtime::{Error, rt};
/// # fn main() -> Result<(), Error> {
/// let transport = ServiceBuilder::new()
///     .concurrency_limit(8)
///     .timeout(Duration::from_secs(10))
///     .service(HyperTransport::new()?);
/// # let builder = rt::ClientBuilder::new("https://api.example.com", "example-client/0.1.0");
/// let client = builder.transport(transport).build()?;
/// # drop(client);
/// # Ok(())
/// # }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends once: it neither repeats a request nor follows a redirect.
    ///
    /// # Errors
    ///
    /// If no answer came. A status such as 404 is an answer.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>>;
}

impl<S, B> Transport for S
where
    S: Service<http::Request<Body>, Response = http::Response<B>, Error: Into<BoxError>, Future: Send>,
    S: Clone + Send + Sync + 'static,
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        // A service may be called only after it said that it is ready, and what it keeps ready belongs to that clone.
        let mut service = self.clone();
        Box::pin(async move {
            poll_fn(|cx| service.poll_ready(cx)).await.map_err(Into::into)?;
            let response = service.call(request).await.map_err(Into::into)?;
            Ok(response.map(Body::new))
        })
    }
}

//! The seam between calls and whatever sends them.

mod hyper;

use std::future::{Future, poll_fn};
use std::pin::Pin;

use bytes::Bytes;
use tower_service::Service;

use crate::Body;

pub use hyper::HyperTransport;

/// An error of a layer below, whatever its type.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A boxed future that can be spawned: what `.await` on a call runs.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Sends one request and returns the answer.
///
/// Every tower service that is cloneable implements it, so any tower layer can be put around [`HyperTransport`], and a
/// test can answer without a socket. It sees each request as it goes out, credentials included.
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

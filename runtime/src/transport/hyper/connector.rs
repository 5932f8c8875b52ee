//! What opens a connection: TCP, perhaps through a proxy, then TLS, all within one limit.

use std::future::poll_fn;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use super::routes::Routes;
use super::tls::{Secured, Tls};
use crate::Error;
use crate::transport::{BoxError, BoxFuture};

pub(super) type Connector = Limited<Secured>;

/// The connector for some settings.
///
/// # Errors
///
/// If TLS cannot be set up.
pub(super) fn connector(
    limit: Option<Duration>,
    keepalive: Option<Duration>,
    tls: &Tls,
    routes: &Routes,
) -> Result<Connector, Error> {
    let mut tcp = HttpConnector::new();
    // Requests are written in few large pieces; waiting to fill a packet only delays them.
    tcp.set_nodelay(true);
    // It divides the limit among the addresses of a host, so that the first one cannot use it up.
    tcp.set_connect_timeout(limit);
    tcp.set_keepalive(keepalive);
    tcp.set_keepalive_interval(keepalive);
    // With TLS, the connector above this one decides which schemes are spoken.
    tcp.enforce_http(cfg!(not(feature = "rustls")));
    Ok(Limited { inner: Arc::new(tls.secure(routes.connector(tcp, tls)?)?), limit })
}

/// A connector with a limit on all that it does. Hyper clones it for every request, and few requests connect: so it is
/// one reference that is counted.
pub(super) struct Limited<C> {
    inner: Arc<C>,
    limit: Option<Duration>,
}

impl<C> Clone for Limited<C> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner), limit: self.limit }
    }
}

impl<C> Service<Uri> for Limited<C>
where
    C: Service<Uri, Error: Into<BoxError>, Future: Send + 'static> + Clone + Send + Sync + 'static,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = BoxFuture<Result<C::Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, server: Uri) -> Self::Future {
        let mut connector = C::clone(&self.inner);
        let connecting = async move {
            poll_fn(|cx| connector.poll_ready(cx)).await?;
            connector.call(server).await
        };
        let Some(limit) = self.limit else {
            return Box::pin(async { connecting.await.map_err(Into::into) });
        };
        Box::pin(async move {
            match tokio::time::timeout(limit, connecting).await {
                Ok(connected) => connected.map_err(Into::into),
                Err(_) => Err(io::Error::new(ErrorKind::TimedOut, format!("no connection within {limit:?}")).into()),
            }
        })
    }
}

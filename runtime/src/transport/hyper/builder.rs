//! The settings of the default transport.

use std::sync::Arc;
use std::time::Duration;

use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::connector::connector;
use super::routes::{self, Routes};
use super::tls::Tls;
use super::{Connections, HyperTransport, Pool};
use crate::Error;
#[cfg(feature = "proxy")]
use crate::transport::Proxy;

/// The settings of a [`HyperTransport`].
///
/// ```
/// use std::time::Duration;
///
/// use docwright_runtime::transport::HyperTransport;
///
/// # fn main() -> Result<(), docwright_runtime::Error> {
/// let transport = HyperTransport::builder().connect_timeout(Duration::from_secs(3)).max_idle_per_host(4).build()?;
/// # drop(transport);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "does nothing until built"]
pub struct HyperTransportBuilder {
    connect_timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    max_idle_per_host: usize,
    tcp_keepalive: Option<Duration>,
    pub(super) tls: Result<Tls, Error>,
    proxy: routes::Setting,
}

impl Default for HyperTransportBuilder {
    fn default() -> Self {
        Self {
            connect_timeout: Some(Duration::from_secs(10)),
            idle_timeout: Some(Duration::from_secs(90)),
            max_idle_per_host: usize::MAX,
            tcp_keepalive: Some(Duration::from_secs(60)),
            tls: Ok(Default::default()),
            proxy: Default::default(),
        }
    }
}

impl HyperTransportBuilder {
    /// Limits how long a connection may take to be made: the look-up of the name, TCP, the tunnel through a proxy and
    /// TLS together. A call that fails on it is [`is_connect`](Error::is_connect), since nothing was sent. 10 seconds
    /// unless set; `None` for no limit.
    pub fn connect_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = limit.into();
        self
    }

    /// Closes connections that were not used for so long. 90 seconds unless set; `None` keeps them for as long as the
    /// server does.
    pub fn idle_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.idle_timeout = limit.into();
        self
    }

    /// Keeps at most so many unused connections to a host. There is no limit unless one is set; 0 opens a connection
    /// for every request.
    pub fn max_idle_per_host(mut self, connections: usize) -> Self {
        self.max_idle_per_host = connections;
        self
    }

    /// Lets TCP ask a silent peer at this interval whether it is there (RFC 9293 section 3.8.4), so that a connection
    /// that is lost without a word fails in the end. 60 seconds unless set; `None` never asks.
    pub fn tcp_keepalive(mut self, interval: impl Into<Option<Duration>>) -> Self {
        self.tcp_keepalive = interval.into();
        self
    }

    /// Chooses the proxy, in place of those of the environment.
    #[cfg(feature = "proxy")]
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = proxy;
        self
    }

    /// Checks the settings and makes a transport with an empty pool. It opens no connection yet.
    ///
    /// # Errors
    ///
    /// If a certificate, a key or a proxy was refused, or TLS cannot be set up; [`Error::is_builder`] is then true.
    pub fn build(self) -> Result<HyperTransport, Error> {
        let routes = Routes::new(&self.proxy)?;
        let connector = connector(self.connect_timeout, self.tcp_keepalive, &self.tls?, &routes)?;
        let mut client = Client::builder(TokioExecutor::new());
        client
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(self.idle_timeout)
            .pool_max_idle_per_host(self.max_idle_per_host)
            // Whether a request may be sent again is decided above, where the operation is known.
            .retry_canceled_requests(false);
        let connections = || Connections { client: client.build(connector.clone()), routes: routes.clone() };
        Ok(HyperTransport::of(|| Pool(Arc::new(connections()))))
    }
}

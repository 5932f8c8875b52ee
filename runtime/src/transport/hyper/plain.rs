//! Connections without TLS.

use super::routes::Routed;
use crate::Error;

pub(super) type Secured = Routed;

#[cfg(feature = "proxy")]
pub(super) type ToProxy = hyper_util::client::legacy::connect::HttpConnector;

/// Without the feature `rustls` there is nothing to set.
#[derive(Debug, Default)]
pub(super) struct Tls;

impl Tls {
    pub(super) fn secure(&self, routed: Routed) -> Result<Secured, Error> {
        Ok(routed)
    }

    #[cfg(feature = "proxy")]
    pub(super) fn to_proxy(&self, tcp: ToProxy) -> Result<ToProxy, Error> {
        Ok(tcp)
    }
}

/// A connection to a server, as the connector to a proxy would return it.
#[cfg(feature = "proxy")]
pub(super) fn unsecured<S>(stream: S) -> S {
    stream
}

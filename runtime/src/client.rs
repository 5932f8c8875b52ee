//! What all calls of a client share.

mod base_url;
mod builder;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderName};

use crate::Transport;
use crate::auth::{Credentials, ProviderContext};
use crate::limits::Limits;
use crate::retry::Retries;

pub(crate) use base_url::BaseUrl;
pub use builder::ClientBuilder;

/// The settings and the transport of a generated client. Clones are cheap and share both.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) base_url: BaseUrl,
    /// Sent by every call that does not set the same header itself; `User-Agent` is one of them.
    pub(crate) headers: HeaderMap,
    pub(crate) credentials: Credentials,
    pub(crate) limits: Limits,
    pub(crate) retries: Arc<Retries>,
    pub(crate) transport: Arc<dyn Transport>,
    /// What credential providers may use.
    pub(crate) context: ProviderContext,
}

impl Client {
    pub(crate) fn shared(&self) -> &Shared {
        &self.0
    }
}

/// Names headers and schemes; their values may be secrets.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url.as_str())
            .field("headers", &header_names(&self.0.headers))
            .field("credentials", &self.0.credentials)
            .field("limits", &self.0.limits)
            .finish_non_exhaustive()
    }
}

/// The names alone: the iterator over them would print the values too.
fn header_names(headers: &HeaderMap) -> Vec<&HeaderName> {
    headers.keys().collect()
}

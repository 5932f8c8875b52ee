//! The client and its settings.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::apis;
use crate::auth;

/// Calls the Semaphore API. Clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inner: rt::Client,
}

/// The settings of a [`Client`].
#[derive(Debug)]
pub struct ClientBuilder(rt::ClientBuilder);

docwright_runtime::client_builder!(ClientBuilder -> Client);

impl Client {
    /// Begins a client. Unless told otherwise it calls the documented server.
    pub fn builder() -> ClientBuilder {
        const SERVER: &str = "https://demo.ansible-semaphore.com/api";
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }

    /// Operations tagged `Authentication`.
    pub fn authentication(&self) -> apis::Authentication<'_> {
        apis::Authentication(&self.inner)
    }
}

impl ClientBuilder {
    /// An API key, sent in the header `Authorization`, after `Bearer`.
    ///
    /// The same as `credential` with [`auth::bearer`](crate::auth::bearer).
    pub fn bearer(self, key: impl Into<String>) -> Self {
        self.credential(auth::bearer(key))
    }

    /// A cookie with its name, as in `session=4f2a`, sent in the header `Cookie`.
    ///
    /// The same as `credential` with [`auth::cookie`](crate::auth::cookie).
    pub fn cookie(self, key: impl Into<String>) -> Self {
        self.credential(auth::cookie(key))
    }
}

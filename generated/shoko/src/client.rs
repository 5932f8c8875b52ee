//! The client and its settings.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::apis;
use crate::auth;

/// Calls the Shoko API. Clones share their connections.
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
        const SERVER: &str = "http://localhost:8111";
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }

    /// Operations tagged `Auth`.
    pub fn auth(&self) -> apis::Auth<'_> {
        apis::Auth(&self.inner)
    }
}

impl ClientBuilder {
    /// An API key, sent in the header `apikey`.
    ///
    /// The same as `credential` with [`auth::api_key`](crate::auth::api_key).
    pub fn api_key(self, key: impl Into<String>) -> Self {
        self.credential(auth::api_key(key))
    }
}

//! The client and its settings.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::apis;

/// Calls the Zoo API. Clones share their connections.
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
        const SERVER: &str = "https://zoo.example";
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }

    /// Operations tagged `Keeper`.
    pub fn keeper(&self) -> apis::Keeper<'_> {
        apis::Keeper(&self.inner)
    }

    /// Operations tagged `Zoo`.
    pub fn zoo(&self) -> apis::Zoo<'_> {
        apis::Zoo(&self.inner)
    }
}

//! The client and its settings.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::apis;
use crate::auth;

/// Calls the DataMeta API. Clones share their connections.
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
        const SERVER: &str = "http://localhost/api/v1";
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }

    /// Operations tagged `AuthenticationAndUsers`.
    pub fn authentication_and_users(&self) -> apis::AuthenticationAndUsers<'_> {
        apis::AuthenticationAndUsers(&self.inner)
    }
}

impl ClientBuilder {
    /// A token, sent as HTTP bearer authentication.
    ///
    /// The same as `credential` with [`auth::bearer_auth`](crate::auth::bearer_auth).
    pub fn bearer_auth(self, token: impl Into<String>) -> Self {
        self.credential(auth::bearer_auth(token))
    }

    /// An API key, sent in the cookie `datameta`.
    ///
    /// The same as `credential` with [`auth::cookie_auth`](crate::auth::cookie_auth).
    pub fn cookie_auth(self, key: impl Into<String>) -> Self {
        self.credential(auth::cookie_auth(key))
    }
}

//! The client and its settings.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::apis;
use crate::auth;

/// Calls the Stock API. Clones share their connections.
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
        const SERVER: &str = "https://stock.example/v1";
        const USER_AGENT: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ClientBuilder(rt::ClientBuilder::new(SERVER, USER_AGENT))
    }

    /// Operations tagged `Part`.
    pub fn part(&self) -> apis::Part<'_> {
        apis::Part::new(&self.inner)
    }
}

impl ClientBuilder {
    /// Takes a credential: [`auth::cookie_key`](crate::auth::cookie_key).
    pub fn cookie_key(self, key: impl Into<String>) -> Self {
        self.credential(auth::cookie_key(key))
    }

    /// Takes a credential: [`auth::header_key`](crate::auth::header_key).
    pub fn header_key(self, key: impl Into<String>) -> Self {
        self.credential(auth::header_key(key))
    }

    /// Takes a credential: [`auth::login`](crate::auth::login).
    pub fn login(self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.credential(auth::login(user, password))
    }

    /// Takes a credential: [`auth::oauth`](crate::auth::oauth).
    pub fn oauth(self, token: impl Into<String>) -> Self {
        self.credential(auth::oauth(token))
    }

    /// Takes a credential: [`auth::prefixed`](crate::auth::prefixed).
    pub fn prefixed(self, key: impl Into<String>) -> Self {
        self.credential(auth::prefixed(key))
    }

    /// Takes a credential: [`auth::query_key`](crate::auth::query_key).
    pub fn query_key(self, key: impl Into<String>) -> Self {
        self.credential(auth::query_key(key))
    }

    /// Takes a credential: [`auth::token`](crate::auth::token).
    pub fn token(self, token: impl Into<String>) -> Self {
        self.credential(auth::token(token))
    }
}

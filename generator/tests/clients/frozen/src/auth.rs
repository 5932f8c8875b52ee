//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

pub use docwright_runtime::Credential;

pub(crate) static COOKIE_KEY: rt::Scheme = rt::Scheme::api_key("cookieKey", rt::Place::Cookie, "sid");

pub(crate) static HEADER_KEY: rt::Scheme = rt::Scheme::api_key("headerKey", rt::Place::Header, "X-Key");

pub(crate) static LOGIN: rt::Scheme = rt::Scheme::basic("login");

pub(crate) static OAUTH: rt::Scheme = rt::Scheme::bearer("oauth");

pub(crate) static PREFIXED: rt::Scheme =
    rt::Scheme::api_key("prefixed", rt::Place::Header, "Authorization").prefix("Token");

pub(crate) static QUERY_KEY: rt::Scheme = rt::Scheme::api_key("queryKey", rt::Place::Query, "key");

pub(crate) static TOKEN: rt::Scheme = rt::Scheme::bearer("token");

/// An API key, sent in the cookie `sid`.
pub fn cookie_key(key: impl Into<String>) -> Credential {
    rt::secret(&COOKIE_KEY, key)
}

/// An API key, sent in the header `X-Key`.
pub fn header_key(key: impl Into<String>) -> Credential {
    rt::secret(&HEADER_KEY, key)
}

/// User name and password, sent as HTTP basic authentication.
pub fn login(user: impl Into<String>, password: impl Into<String>) -> Credential {
    rt::basic(&LOGIN, user, password)
}

/// An OAuth 2 access token, sent as HTTP bearer authentication.
pub fn oauth(token: impl Into<String>) -> Credential {
    rt::secret(&OAUTH, token)
}

/// An API key, sent in the header `Authorization`, after `Token`.
pub fn prefixed(key: impl Into<String>) -> Credential {
    rt::secret(&PREFIXED, key)
}

/// An API key, sent in the query parameter `key`.
pub fn query_key(key: impl Into<String>) -> Credential {
    rt::secret(&QUERY_KEY, key)
}

/// A token, sent as HTTP bearer authentication.
pub fn token(token: impl Into<String>) -> Credential {
    rt::secret(&TOKEN, token)
}

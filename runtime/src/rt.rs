//! The face for generated code. It is not for use by hand, and within a major version it only grows.
//!
//! A generated operation keeps a `static` [`Operation`], builds a [`Request`] from it and ends with one of its
//! finishers, which give a [`Call`]. A generated `auth` module keeps a `static` [`Scheme`] per security scheme and makes
//! credentials with [`secret`] and [`basic`()].

use serde::de::DeserializeOwned;

use crate::request::decode_json;
use crate::{Bytes, Call, Credential, Error};

pub use serde;
pub use serde_json;

pub use crate::auth::{Place, Scheme};
pub use crate::client::{Client, ClientBuilder};
pub use crate::operation::Operation;
pub use crate::options::{HasOptions, Options};
pub use crate::request::Request;
pub use crate::types::open_enum::{deserialize_integer, deserialize_string, unknown_integer, unknown_string};

/// A credential of one secret: an API key or a bearer token.
pub fn secret(scheme: &'static Scheme, secret: impl Into<String>) -> Credential {
    Credential::secret(scheme, secret.into())
}

/// A credential of user name and password.
pub fn basic(scheme: &'static Scheme, user: impl Into<String>, password: impl Into<String>) -> Credential {
    Credential::basic(scheme, user.into(), password.into())
}

/// Changes the request of a call, which is how the setters of optional parameters work.
pub fn set<T>(mut call: Call<T>, change: impl FnOnce(Request) -> Request) -> Call<T> {
    *call.request = change(*call.request);
    call
}

/// Reads a documented error body; `None` if it is not of that type.
pub fn body<T: DeserializeOwned>(raw: &Bytes) -> Option<T> {
    decode_json(raw).ok()
}

/// The value of a required field; `field` says which, as in `Pet.name`.
///
/// # Errors
/// When the field was not set.
pub fn required<T>(value: Option<T>, field: &'static str) -> Result<T, Error> {
    value.ok_or_else(|| Error::unset(field))
}

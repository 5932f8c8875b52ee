//! The face for generated code. It is not for use by hand, and within a major version it only grows.
//!
//! A generated operation keeps a `static` [`Operation`], begins a [`Draft`] of it, sets its arguments in a chain, and ends
//! with one of the finishers, which make the operation's own type of a [`Call`]. Older crates make a [`Request`] and set
//! each argument in a statement. A setter of the call sets an argument of the [`request`] in it. If its answer comes in
//! pages, a `const` [`Paging`] says how, for [`pages`] and [`items`]. A generated `auth` module keeps a `static`
//! [`Scheme`] per security scheme and makes credentials with [`secret`], [`basic`()], [`provided`] and [`signed`]; for the
//! documented flows of OAuth2 with [`client_credentials`], [`password`] and [`refresh_token`].

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

use crate::auth::Grant;
use crate::encode::plain::{Plain, plain};
use crate::request::decode_json;
use crate::{Bytes, Call, Credential, CredentialProvider, Error, OAuth2, Secret, Signer};

pub use serde;
pub use serde_json;

pub use crate::auth::{Place, Scheme};
pub use crate::client::{Client, ClientBuilder};
pub use crate::encode::path::PathStyle;
#[cfg(feature = "model-tests")]
pub use crate::model_tests::{Model, check_models};
pub use crate::operation::Operation;
pub use crate::options::{HasOptions, Options};
pub use crate::pages::{Paging, items, pages};
pub use crate::request::{Draft, Request};
pub use crate::types::object::{Name, Object, Optional, deserialize_object, given, skip, write, write_optional};
pub use crate::types::open_enum::{deserialize_integer, deserialize_string, unknown_integer, unknown_string};
pub use crate::types::union::{Member, Shape, Union, deserialize_union, member, union_of};

/// A credential of one secret: an API key or a bearer token, also one for an OAuth2 scheme.
pub fn secret(scheme: &'static Scheme, secret: impl Into<String>) -> Credential {
    Credential::secret(scheme, Secret::new(secret))
}

/// A credential of user name and password.
pub fn basic(scheme: &'static Scheme, user: impl Into<String>, password: impl Into<String>) -> Credential {
    Credential::secret(scheme, Secret::basic(user, password))
}

/// A credential whose secret is asked for when it is needed, for a scheme of any kind.
pub fn provided(scheme: &'static Scheme, provider: impl CredentialProvider) -> Credential {
    Credential::provided(scheme, provider)
}

/// A credential that is computed from the request, by operations that list the scheme.
pub fn signed(scheme: &'static Scheme, signer: impl Signer) -> Credential {
    Credential::signed(scheme, signer)
}

/// Tokens by the documented flow `clientCredentials` of an OAuth2 scheme, with its scopes.
pub fn client_credentials(scheme: &'static Scheme, id: impl Into<String>, secret: impl Into<String>) -> Credential {
    let flows = scheme.flows();
    let oauth2 = OAuth2::documented(flows.client_credentials, flows, Grant::ClientCredentials);
    provided(scheme, oauth2.client(id, secret))
}

/// Tokens by the documented flow `password` of an OAuth2 scheme, with its scopes.
pub fn password(scheme: &'static Scheme, user: impl Into<String>, password: impl Into<String>) -> Credential {
    let flows = scheme.flows();
    provided(scheme, OAuth2::documented(flows.password, flows, Grant::Password(Secret::basic(user, password))))
}

/// Tokens by a refresh token that the user has, with the scopes it was granted for.
pub fn refresh_token(scheme: &'static Scheme, refresh_token: impl Into<String>) -> Credential {
    let flows = scheme.flows();
    let grant = Grant::RefreshToken(Secret::new(refresh_token));
    provided(scheme, OAuth2::documented(flows.refresh.or(flows.password), flows, grant))
}

/// What holds a request that is ready to go; the `call!` macro implements it for the call types of a generated crate.
pub trait IntoRequest {
    /// The request, without what its answer is decoded as.
    fn into_request(self) -> Box<Request>;
}

impl<T> IntoRequest for Call<T> {
    fn into_request(self) -> Box<Request> {
        self.request
    }
}

/// The request in a call, for the setters of optional parameters.
pub fn request<T>(call: &mut Call<T>) -> &mut Request {
    &mut call.request
}

/// An array of strings, from whatever the caller has: an argument has to be of one known type to be encoded.
pub fn strings(items: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    items.into_iter().map(Into::into).collect()
}

/// A single value as text, for the rules of [`Paging`]; `None` if it is absent, `null`, a list or an object.
pub fn text(value: &(impl Serialize + ?Sized)) -> Option<String> {
    match plain(value) {
        Ok(Plain::Text(text)) => Some(text),
        Ok(Plain::Nothing | Plain::List(_) | Plain::Pairs(_)) | Err(_) => None,
    }
}

/// The items of a page that is nothing but a list.
pub fn whole<T>(page: &mut Vec<T>) -> Option<&mut Vec<T>> {
    Some(page)
}

/// A list of values, or of borrows of them, from whatever the caller has: `list::<i64>(ids)`.
pub fn list<T: Serialize>(items: impl IntoIterator<Item = impl Borrow<T>>) -> impl Serialize {
    List { items: items.into_iter().collect(), of: PhantomData::<fn() -> T> }
}

struct List<B, T> {
    items: Vec<B>,
    of: PhantomData<fn() -> T>,
}

impl<B: Borrow<T>, T: Serialize> Serialize for List<B, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(Borrow::borrow))
    }
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

/// What `Debug` shows in place of a secret.
pub const REDACTED: Redacted = Redacted;

/// Shows as `[redacted]`.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown() {
        assert_eq!(format!("{REDACTED:?}"), "[redacted]");
    }

    #[test]
    fn a_required_field_is_named_when_it_is_missing() {
        assert_eq!(required(Some(5), "Pet.age").unwrap(), 5);
        let error = required(None::<i64>, "Pet.age").unwrap_err();
        assert!(error.is_builder());
        assert_eq!(error.to_string(), "the required field `Pet.age` is not set");
    }
}

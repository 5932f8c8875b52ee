//! Credentials that are computed from the request they are sent with.

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderMap;

use super::apply::Carried;
use crate::encode::{Fault, header, query};
use crate::{BoxError, BoxFuture};

/// Signs requests: sees each one whole, as it is about to be sent, and adds headers or query parameters.
///
/// ```
/// use std::sync::Arc;
///
/// use docwright_runtime::{BoxError, BoxFuture, Bytes, Credential, Secret, Signature, Signer, http};
/// # fn hmac(_: &str, _: &[u8]) -> String { String::new() }
///
/// /// Signs the body with a key that the server knows too.
/// struct BodyMac(Secret);
///
/// impl Signer for BodyMac {
///     fn sign(self: Arc<Self>, request: http::Request<Option<Bytes>>) -> BoxFuture<Result<Signature, BoxError>> {
///         Box::pin(async move {
///             let body = request.body().as_ref().ok_or("a stream cannot be signed")?;
///             Ok(Signature::new().header("X-Signature", hmac(self.0.expose(), body)))
///         })
///     }
/// }
///
/// let credential = Credential::signer(BodyMac(Secret::new("key")));
/// assert_eq!(format!("{credential:?}"), "Credential(signer)");
/// ```
pub trait Signer: Send + Sync + 'static {
    /// What to add to a request. It has every header, parameter and other credential that will be sent, except what
    /// the transport adds; its body is `None` if that is a stream.
    ///
    /// It is asked before every attempt. A header that the call itself sets stays as it is.
    ///
    /// # Errors
    ///
    /// If the request cannot be signed. The call then fails without being sent:
    /// [`Error::is_auth`](crate::Error::is_auth) is true, and this error is its source. It should not quote a secret.
    fn sign(self: Arc<Self>, request: http::Request<Option<Bytes>>) -> BoxFuture<Result<Signature, BoxError>>;

    /// The server refused a signature with 401. Says whether signing again may give a better one, for instance because
    /// the headers of the answer hold a challenge.
    ///
    /// If so, the call is signed again and sent once more, provided that its body can be. By default nothing is done
    /// and the 401 is the answer.
    fn refused(&self, answer: &HeaderMap) -> bool {
        let _ = answer;
        false
    }
}

/// What a [`Signer`] adds to a request. It has no `Debug` form.
#[derive(Default)]
pub struct Signature(Vec<Result<Carried, Fault>>);

impl Signature {
    /// Adds nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a header, in place of a default header or another credential of that name.
    ///
    /// A name that is not a token, or a value with CR, LF or another control character, is an error of the kind
    /// [`is_request`](crate::Error::is_request).
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        let header = header::header(name, value);
        self.0.push(header.map(|(name, value)| Carried::Header(name, header::sensitive(value))));
        self
    }

    /// Adds a query parameter after all others. Name and value are percent-encoded.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.0.push(Ok(Carried::Query(query::pair(name, value))));
        self
    }

    pub(super) fn into_carried(self) -> Result<Vec<Carried>, Fault> {
        self.0.into_iter().collect()
    }
}

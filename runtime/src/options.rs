//! What every call can override.

use std::fmt;
use std::time::Duration;

use http::{HeaderName, HeaderValue};

use crate::auth::{Credential, Credentials, Scheme};
use crate::encode::{Fault, header};

/// Overrides for one call, on every call of every generated crate.
///
/// An operation's own setter of the same name wins over these, so this trait may grow in a minor release.
pub trait CallOptions: HasOptions + Sized {
    /// Limits the whole call, from connecting to the last byte of the answer, in place of the client's limit.
    ///
    /// There is no limit unless the client or the call sets one. It is measured by Tokio's clock.
    fn timeout(mut self, limit: Duration) -> Self {
        self.options().timeout = Some(limit);
        self
    }

    /// Sends a header, in place of any that the call would send under that name.
    ///
    /// A name that is not a token, or a value with CR, LF or another control character, is an error of the kind
    /// [`is_request`](crate::Error::is_request) when the call is sent.
    fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        self.options().set_header(name.as_ref(), value.as_ref());
        self
    }

    /// Uses a credential in place of the client's for the same scheme.
    fn with_credential(mut self, credential: Credential) -> Self {
        self.options().credentials.set(credential);
        self
    }

    /// Sends no credential: neither the client's nor any that this call was given before.
    fn anonymous(mut self) -> Self {
        self.options().credentials.clear();
        self.options().anonymous = true;
        self
    }
}

impl<C: HasOptions> CallOptions for C {}

/// What carries [`Options`]; the `call!` macro implements it for the call types of a generated crate.
pub trait HasOptions {
    /// The overrides of this call.
    fn options(&mut self) -> &mut Options;
}

/// The overrides of one call.
#[derive(Default)]
pub struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    /// The first header that was refused.
    pub(crate) fault: Option<Fault>,
    credentials: Credentials,
    /// Whether the client's credentials are left out.
    anonymous: bool,
}

impl Options {
    /// The credential that the call sends for a scheme, if the operation lists it; for none, the one that every
    /// operation sends.
    pub(crate) fn credential<'c>(&'c self, client: &'c Credentials, scheme: Option<&Scheme>) -> Option<&'c Credential> {
        let inherited = || client.get(scheme).filter(|_| !self.anonymous);
        self.credentials.get(scheme).or_else(inherited)
    }

    fn set_header(&mut self, name: &str, value: &[u8]) {
        match header::header(name, value) {
            Ok((name, value)) => {
                self.headers.retain(|(set, _)| *set != name);
                self.headers.push((name, value));
            }
            Err(fault) => self.fault = self.fault.take().or(Some(fault)),
        }
    }
}

/// Names headers and schemes; their values may be secrets.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("timeout", &self.timeout)
            .field("headers", &headers)
            .field("credentials", &self.credentials)
            .field("anonymous", &self.anonymous)
            .finish()
    }
}

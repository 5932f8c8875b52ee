//! What every call can override.

use std::fmt;
use std::time::Duration;

use http::{HeaderName, HeaderValue};

use crate::auth::{Credential, Credentials, Scheme};
use crate::encode::{Fault, header};
use crate::limits::Limits;
use crate::retry::{Backoff, RetryPolicy};

/// Overrides for one call, on every call of every generated crate.
///
/// An operation's own setter of the same name wins over these, so this trait may grow in a minor release.
pub trait CallOptions: HasOptions + Sized {
    /// Limits the whole call, from connecting to the last byte of the answer, retries and waits included, in place of
    /// the client's limit.
    ///
    /// There is no limit unless the client or the call sets one. `Duration::MAX` takes the client's away, here as with
    /// the other limits. All are measured by Tokio's clock.
    fn timeout(mut self, limit: Duration) -> Self {
        self.options().limits.call = Some(limit);
        self
    }

    /// Limits each attempt, from connecting to the last byte of the answer, in place of the client's limit, which is 60
    /// seconds by default.
    ///
    /// A body that is read from a file, a reader or a stream while it is sent may take longer, as long as it moves: with
    /// every piece that is taken of it the limit begins anew. Bytes in memory have to be sent within it.
    fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.options().limits.attempt = Some(limit);
        self
    }

    /// Limits how long no byte of the answer's body may come, in place of the client's limit, which is 30 seconds by
    /// default.
    fn read_timeout(mut self, limit: Duration) -> Self {
        self.options().limits.read = Some(limit);
        self
    }

    /// Limits the bytes of the answer's body, in place of the client's limit, which is 64 MiB by default.
    fn max_body_size(mut self, bytes: usize) -> Self {
        self.options().limits.body = Some(bytes);
        self
    }

    /// Limits how many redirects an attempt follows, in place of the client's limit, which is 10 by default; 0 follows
    /// none.
    fn max_redirects(mut self, redirects: u32) -> Self {
        self.options().limits.redirects = Some(redirects);
        self
    }

    /// Decides which failures of this call are tried again, in place of the client's policy.
    fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.options().retry = Some(Box::new(policy));
        self
    }

    /// Makes one attempt only.
    fn no_retry(self) -> Self {
        self.retry(Backoff::none())
    }

    /// Allows retries of a call whose method is not idempotent (RFC 9110 section 9.2.2), such as `POST`: you know that
    /// the server does nothing worse when it gets the request twice.
    fn idempotent(mut self) -> Self {
        self.options().idempotent = true;
        self
    }

    /// Sends the header `Idempotency-Key`, by which the server knows a request that it has seen, and allows retries.
    ///
    /// Every call needs a key of its own. The value is sent as it is; a server that follows the draft of the header
    /// wants it in double quotes. A key that is empty or no header value is an error of the kind
    /// [`is_request`](crate::Error::is_request) when the call is sent.
    fn idempotency_key(mut self, key: impl AsRef<str>) -> Self {
        self.options().set_idempotency_key(key.as_ref());
        self.idempotent()
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
pub struct Options {
    pub(crate) limits: Limits,
    pub(crate) retry: Option<Box<dyn RetryPolicy>>,
    /// Whether the call may be repeated although its method does not say so.
    pub(crate) idempotent: bool,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    /// The first header that was refused.
    pub(crate) fault: Option<Fault>,
    credentials: Credentials,
    /// Whether the client's credentials are left out.
    anonymous: bool,
}

impl Options {
    /// Overrides of nothing.
    pub(crate) const fn unset() -> Self {
        Self {
            limits: Limits::unset(),
            retry: None,
            idempotent: false,
            headers: Vec::new(),
            fault: None,
            credentials: Credentials::none(),
            anonymous: false,
        }
    }

    /// The credential that the call sends for a scheme, if the operation lists it; for none, the one that every
    /// operation sends.
    pub(crate) fn credential<'c>(&'c self, client: &'c Credentials, scheme: Option<&Scheme>) -> Option<&'c Credential> {
        let inherited = || client.get(scheme).filter(|_| !self.anonymous);
        self.credentials.get(scheme).or_else(inherited)
    }

    fn set_idempotency_key(&mut self, key: &str) {
        if key.is_empty() {
            let fault = Fault::new("the key is empty").within("header", "Idempotency-Key");
            self.fault = self.fault.take().or(Some(fault));
        }
        self.set_header("Idempotency-Key", key.as_bytes());
    }

    pub(crate) fn set_header(&mut self, name: &str, value: &[u8]) {
        match header::header(name, value) {
            Ok((name, value)) => {
                self.headers.retain(|(set, _)| *set != name);
                self.headers.push((name, value));
            }
            Err(fault) => self.fault = self.fault.take().or(Some(fault)),
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::unset()
    }
}

/// Names headers and schemes; their values may be secrets.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("limits", &self.limits)
            .field("idempotent", &self.idempotent)
            .field("headers", &headers)
            .field("credentials", &self.credentials)
            .field("anonymous", &self.anonymous)
            .finish()
    }
}

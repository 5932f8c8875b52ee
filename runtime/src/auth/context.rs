//! What a client lends to its credential providers.

use std::fmt;
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, Uri, header};

use crate::retry::Retries;
use crate::{Body, BoxError, BoxFuture, Error, Transport, url};

/// What a [`CredentialProvider`](crate::CredentialProvider) may use of the client that asks: its transport, so that
/// tokens are fetched through the same proxy and with the same certificates, and its base URL. Clones are cheap.
#[derive(Clone)]
pub struct ProviderContext(Arc<Lent>);

/// It holds no credential, so a provider may keep it for as long as it likes.
struct Lent {
    transport: Arc<dyn Transport>,
    base_url: Uri,
    user_agent: Option<HeaderValue>,
    /// Whether secrets may cross a network that anyone can read.
    allows_plain_http: bool,
    /// Whether they may be sent to the API itself, which every call asks.
    trusts_origin: bool,
    /// Those of the client: a token request is for many calls, so no call can decide on it.
    retries: Arc<Retries>,
}

impl ProviderContext {
    pub(crate) fn new(
        transport: Arc<dyn Transport>,
        base_url: Uri,
        user_agent: Option<HeaderValue>,
        allows_plain_http: bool,
        retries: Arc<Retries>,
    ) -> Self {
        let trusts_origin = allows_plain_http || url::is_private(&base_url);
        Self(Arc::new(Lent { transport, base_url, user_agent, allows_plain_http, trusts_origin, retries }))
    }

    /// The address that a reference means beside the base URL of the client, as in `/oauth/token` (RFC 3986
    /// section 5.2). One without a leading slash is read as if the base URL ended with a slash.
    ///
    /// # Errors
    ///
    /// If it is empty or malformed, of another scheme than `http` and `https`, or has user info or a fragment.
    pub fn resolve(&self, reference: &str) -> Result<Uri, BoxError> {
        if reference.is_empty() {
            return Err("the address is empty".into());
        }
        if reference.contains('#') {
            return Err("the address has a fragment".into());
        }
        let address = url::resolve_below(&self.0.base_url, reference);
        let address = address.ok_or("the address is malformed, neither `http` nor `https`, or has user info")?;
        Ok(address)
    }

    /// Sends a request once over the transport of the client. It gets the `User-Agent` of the client unless it has one,
    /// and no other header or credential of it. Redirects are not followed, and no limit of time is set but that of the
    /// call that waits for it.
    ///
    /// # Errors
    ///
    /// If no answer came; or, since the request is taken to hold a secret, if it would go over plain HTTP to another
    /// host than this one and the client does not allow that.
    pub fn send(&self, mut request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        if let Err(refusal) = self.check_private(request.uri()) {
            return Box::pin(ready(Err(refusal.into())));
        }
        if let Some(user_agent) = &self.0.user_agent {
            request.headers_mut().entry(header::USER_AGENT).or_insert_with(|| user_agent.clone());
        }
        self.0.transport.send(request)
    }

    /// How long to wait before a token request is sent again; `None` if this failure of it is final.
    pub(super) fn wait_before_next(&self, error: &Error) -> Option<Duration> {
        let wait = self.0.retries.policy.wait(error)?;
        self.0.retries.budget.take().then_some(wait)
    }

    /// Whether the address is the API that the client was built for.
    pub(super) fn is_own_origin(&self, address: &Uri) -> bool {
        url::is_same_origin(&self.0.base_url, address)
    }

    /// Whether a secret may be sent to the API that the client was built for.
    ///
    /// # Errors
    ///
    /// A sentence that says what to do.
    pub(super) fn check_own_private(&self) -> Result<(), String> {
        if self.0.trusts_origin { Ok(()) } else { self.check_private(&self.0.base_url) }
    }

    /// Whether a secret may be sent to an address.
    ///
    /// # Errors
    ///
    /// A sentence that says what to do.
    pub(super) fn check_private(&self, address: &Uri) -> Result<(), String> {
        if self.0.allows_plain_http || url::is_private(address) {
            return Ok(());
        }
        Err(format!(
            "credentials are not sent over plain HTTP to `{}`: use `https`, or allow it with \
             `allow_plain_http_credentials`",
            address.host().unwrap_or_default()
        ))
    }
}

impl fmt::Debug for ProviderContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProviderContext").field("base_url", &self.0.base_url).finish_non_exhaustive()
    }
}

//! The settings of a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, header};

use super::{BaseUrl, Client, Shared, header_names};
use crate::auth::{Credential, Credentials, ProviderContext};
use crate::encode::{self, Fault};
use crate::limits::Limits;
use crate::retry::{Backoff, Budget, Retries, RetryPolicy};
use crate::{Error, HyperTransport, Transport};

/// Gathers settings; the `client_builder!` macro gives it its public methods.
pub struct ClientBuilder {
    base_url: String,
    user_agent: String,
    headers: HeaderMap,
    /// The first header that was refused.
    fault: Option<Fault>,
    credentials: Credentials,
    allows_plain_http: bool,
    limits: Limits,
    retry: Arc<dyn RetryPolicy>,
    retry_budget: u32,
    transport: Option<Box<dyn Transport>>,
}

impl ClientBuilder {
    /// Starts from the server of the docs, empty if they name none, and the name of the generated crate.
    pub fn new(base_url: impl Into<String>, user_agent: impl Into<String>) -> Self {
        Self {
            base_url: base_url.into(),
            user_agent: user_agent.into(),
            headers: HeaderMap::new(),
            fault: None,
            credentials: Credentials::default(),
            allows_plain_http: false,
            limits: Limits::default(),
            retry: Arc::new(Backoff::new()),
            retry_budget: Budget::DEFAULT,
            transport: None,
        }
    }

    /// Replaces the server.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Adds a credential in place of an earlier one for the same scheme.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credentials.set(credential);
        self
    }

    /// Lets credentials cross networks that others can read.
    pub fn allow_plain_http_credentials(mut self) -> Self {
        self.allows_plain_http = true;
        self
    }

    /// Adds a header that every call sends unless it sets the same one itself.
    pub fn default_header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        match encode::header::header(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(fault) => self.fault = self.fault.or(Some(fault)),
        }
        self
    }

    /// Limits every call that does not set a limit itself.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.limits.call = Some(limit);
        self
    }

    /// Limits each attempt of a call, and the pauses of a body that is read while it is sent.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.limits.attempt = Some(limit);
        self
    }

    /// Limits how long no byte of an answer's body may come.
    pub fn read_timeout(mut self, limit: Duration) -> Self {
        self.limits.read = Some(limit);
        self
    }

    /// Limits the bytes of an answer's body.
    pub fn max_body_size(mut self, bytes: usize) -> Self {
        self.limits.body = Some(bytes);
        self
    }

    /// Limits the redirects that an attempt follows.
    pub fn max_redirects(mut self, redirects: u32) -> Self {
        self.limits.redirects = Some(redirects);
        self
    }

    /// Replaces the default policy.
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.retry = Arc::new(policy);
        self
    }

    /// Replaces the size of the budget of retries.
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = retries;
        self
    }

    /// Replaces the `User-Agent`.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Replaces the default transport.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Checks the settings.
    ///
    /// # Errors
    ///
    /// If a setting was refused; [`Error::is_builder`] is then true.
    pub fn build(mut self) -> Result<Client, Error> {
        if let Some(fault) = self.fault {
            return Err(Error::builder(fault.to_string()));
        }
        let base_url = BaseUrl::parse(&self.base_url).map_err(Error::builder)?;
        if !self.headers.contains_key(header::USER_AGENT) {
            let value = encode::header::value(&self.user_agent)
                .map_err(|fault| Error::builder(fault.within("header", "User-Agent").to_string()))?;
            self.headers.insert(header::USER_AGENT, value);
        }
        let transport: Arc<dyn Transport> = match self.transport {
            Some(transport) => transport.into(),
            None => default_transport(&base_url)?.into(),
        };
        let Self { headers, credentials, limits, .. } = self;
        let retries = Arc::new(Retries::new(self.retry, self.retry_budget));
        let user_agent = headers.get(header::USER_AGENT).cloned();
        let (lent, url) = (Arc::clone(&transport), base_url.uri().clone());
        let context = ProviderContext::new(lent, url, user_agent, self.allows_plain_http, Arc::clone(&retries));
        Ok(Client(Arc::new(Shared { base_url, headers, credentials, limits, retries, transport, context })))
    }
}

/// Names headers and schemes; their values may be secrets, and so may a base URL that is not checked yet.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("headers", &header_names(&self.headers))
            .field("credentials", &self.credentials)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

fn default_transport(base_url: &BaseUrl) -> Result<Box<dyn Transport>, Error> {
    if cfg!(not(feature = "rustls")) && base_url.is_https() {
        return Err(Error::builder("HTTPS needs the feature `rustls` of docwright-runtime, or another `transport`"));
    }
    Ok(Box::new(HyperTransport::new()?))
}

//! Why there is no token.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use crate::BoxError;

/// Why [`OAuth2`](crate::OAuth2) has no token: the [`source`](std::error::Error::source) of an
/// [`Error`](crate::Error) that [`is_auth`](crate::Error::is_auth).
///
/// It shows what the server said (RFC 6749 section 5.2), without the secrets that were sent to it. All calls that
/// waited for the same token request get the same error.
#[derive(Clone)]
pub struct TokenError(Arc<Failure>);

#[derive(Default)]
struct Failure {
    message: String,
    status: Option<StatusCode>,
    code: Option<String>,
    description: Option<String>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl TokenError {
    /// The status of the token server, if it answered.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// What the token server calls its error, such as `invalid_client` or `invalid_grant`.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// What the token server says about its error, in words for a developer.
    pub fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// No answer came.
    pub(super) fn new(message: &str, source: BoxError) -> Self {
        Self::of(Failure { message: message.to_owned(), source: Some(source.into()), ..Failure::default() })
    }

    /// No request was made.
    pub(super) fn local(message: String) -> Self {
        Self::of(Failure { message, ..Failure::default() })
    }

    /// An answer that is neither a token nor an error of RFC 6749.
    pub(super) fn answered(status: StatusCode, message: String) -> Self {
        Self::of(Failure { message, status: Some(status), ..Failure::default() })
    }

    /// An error of RFC 6749 section 5.2, in texts that may be shown.
    pub(super) fn refused(status: StatusCode, code: String, description: Option<String>) -> Self {
        let message = "the token server refused".to_owned();
        Self::of(Failure { message, status: Some(status), code: Some(code), description, source: None })
    }

    fn of(failure: Failure) -> Self {
        Self(Arc::new(failure))
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if let Some(code) = &self.0.code {
            write!(f, ": {code}")?;
        }
        match &self.0.description {
            Some(description) => write!(f, " ({description})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenError").field("message", &format_args!("{self}")).field("source", &self.0.source).finish()
    }
}

impl Error for TokenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

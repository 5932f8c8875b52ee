//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};

pub(crate) static BEARER: rt::Scheme =
    rt::Scheme::api_key("bearer", rt::Place::Header, "Authorization").prefix("Bearer");

pub(crate) static COOKIE: rt::Scheme = rt::Scheme::api_key("cookie", rt::Place::Header, "Cookie");

/// Every scheme, for the operations that list them all.
pub(crate) const ALL: &[&rt::Scheme] = &[&BEARER, &COOKIE];

/// An API key, sent in the header `Authorization`, after `Bearer`.
pub fn bearer(key: impl Into<String>) -> Credential {
    rt::secret(&BEARER, key)
}

/// As [`bearer`], with a secret that is asked for when it is needed.
pub fn bearer_from(provider: impl CredentialProvider) -> Credential {
    rt::provided(&BEARER, provider)
}

/// In place of [`bearer`], what a [`Signer`] computes from each request of the operations that list the scheme.
pub fn bearer_signed(signer: impl Signer) -> Credential {
    rt::signed(&BEARER, signer)
}

/// A cookie with its name, as in `session=4f2a`, sent in the header `Cookie`.
pub fn cookie(key: impl Into<String>) -> Credential {
    rt::secret(&COOKIE, key)
}

/// As [`cookie`], with a secret that is asked for when it is needed.
pub fn cookie_from(provider: impl CredentialProvider) -> Credential {
    rt::provided(&COOKIE, provider)
}

/// In place of [`cookie`], what a [`Signer`] computes from each request of the operations that list the scheme.
pub fn cookie_signed(signer: impl Signer) -> Credential {
    rt::signed(&COOKIE, signer)
}

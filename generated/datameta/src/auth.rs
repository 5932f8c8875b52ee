//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};

pub(crate) static BEARER_AUTH: rt::Scheme = rt::Scheme::bearer("bearerAuth");

pub(crate) static COOKIE_AUTH: rt::Scheme = rt::Scheme::api_key("cookieAuth", rt::Place::Cookie, "datameta");

/// Every scheme, for the operations that list them all.
pub(crate) const ALL: &[&rt::Scheme] = &[&BEARER_AUTH, &COOKIE_AUTH];

/// A token, sent as HTTP bearer authentication.
pub fn bearer_auth(token: impl Into<String>) -> Credential {
    rt::secret(&BEARER_AUTH, token)
}

/// As [`bearer_auth`], with a secret that is asked for when it is needed.
pub fn bearer_auth_from(provider: impl CredentialProvider) -> Credential {
    rt::provided(&BEARER_AUTH, provider)
}

/// In place of [`bearer_auth`], what a [`Signer`] computes from each request of the operations that list the scheme.
pub fn bearer_auth_signed(signer: impl Signer) -> Credential {
    rt::signed(&BEARER_AUTH, signer)
}

/// An API key, sent in the cookie `datameta`.
pub fn cookie_auth(key: impl Into<String>) -> Credential {
    rt::secret(&COOKIE_AUTH, key)
}

/// As [`cookie_auth`], with a secret that is asked for when it is needed.
pub fn cookie_auth_from(provider: impl CredentialProvider) -> Credential {
    rt::provided(&COOKIE_AUTH, provider)
}

/// In place of [`cookie_auth`], what a [`Signer`] computes from each request of the operations that list the scheme.
pub fn cookie_auth_signed(signer: impl Signer) -> Credential {
    rt::signed(&COOKIE_AUTH, signer)
}

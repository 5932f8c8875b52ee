//! Credentials: a function for each way in which the API lets callers show who they are.
//!
//! A client takes them when it is built, a single call by
//! [`CallOptions::with_credential`](crate::CallOptions::with_credential).
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};

pub(crate) static API_KEY: rt::Scheme = rt::Scheme::api_key("ApiKey", rt::Place::Header, "apikey");

/// An API key, sent in the header `apikey`.
pub fn api_key(key: impl Into<String>) -> Credential {
    rt::secret(&API_KEY, key)
}

/// As [`api_key`], with a secret that is asked for when it is needed.
pub fn api_key_from(provider: impl CredentialProvider) -> Credential {
    rt::provided(&API_KEY, provider)
}

/// In place of [`api_key`], what a [`Signer`] computes from each request of the operations that list the scheme.
pub fn api_key_signed(signer: impl Signer) -> Credential {
    rt::signed(&API_KEY, signer)
}

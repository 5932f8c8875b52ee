//! Credentials. The docs name no way for callers to show who they are.
//!
//! If the server wants a token all the same, send it in a header, of every call
//! ([`ClientBuilder::default_header`](crate::ClientBuilder::default_header)) or of one
//! ([`CallOptions::header`](crate::CallOptions::header)):
//!
//! ```
//! # fn example(token: &str) -> Result<kestra_client::Client, kestra_client::Error> {
//! kestra_client::Client::builder().default_header("Authorization", format!("Bearer {token}")).build()
//! # }
//! ```
//!
//! A header goes wherever the request goes, over plain HTTP too. What a [`Signer`] adds goes to the client's own server
//! alone, as any credential, and may depend on the request; [`Credential::signer`] makes it one of all operations.
// Written by docwright; changes made here are lost when it runs again.

pub use docwright_runtime::{
    Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError,
};

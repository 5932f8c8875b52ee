//! Authentication: which credentials a call sends, where they come from and where they go.

mod apply;
mod authorise;
mod context;
mod credential;
mod oauth2;
mod provider;
mod scheme;
mod secret;
mod select;
mod signer;

pub use context::ProviderContext;
pub use credential::Credential;
pub use oauth2::{OAuth2, TokenError};
pub use provider::CredentialProvider;
pub use scheme::{Place, Scheme};
pub use secret::Secret;
pub use signer::{Signature, Signer};

pub(crate) use authorise::{Authorisation, Unsigned, authorise};
pub(crate) use credential::Credentials;
pub(crate) use oauth2::Grant;
pub(crate) use select::{Security, select};

//! The credentials of a client.

use std::fmt;
use std::sync::Arc;

use super::{CredentialProvider, Scheme, Secret, Signer};

/// A secret for one security scheme of an API, or what supplies it: made by the functions of a generated crate's `auth`
/// module.
///
/// It is sent only by operations that list its scheme, only to the origin of the client's base URL, and only over TLS
/// or to this machine (127.0.0.0/8, `::1`, `localhost` and names below it) unless the client allows plain HTTP. Its
/// `Debug` form names the scheme and nothing else, and the memory of a secret is cleared when it is dropped.
///
/// Clones share what a provider holds: where calls override a credential by an [`OAuth2`](crate::OAuth2) one, clone it
/// rather than make it anew, so that its token is kept.
#[derive(Clone)]
pub struct Credential {
    /// `None` if every operation sends it.
    scheme: Option<&'static Scheme>,
    source: Source,
}

/// Where the secret comes from.
#[derive(Clone)]
pub(crate) enum Source {
    /// A secret that does not change.
    Fixed(Secret),
    /// A secret that is asked for when it is needed.
    Provided(Arc<dyn CredentialProvider>),
    /// What is computed from the request.
    Signed(Arc<dyn Signer>),
}

/// At most one credential per scheme, and one for all operations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Credentials(Vec<Credential>);

impl Credential {
    /// A signer for every operation, whatever schemes it lists: docs have no words for most ways of signing.
    ///
    /// [`Signer`] has an example. It does not take the place of other credentials, but sees the request with them.
    pub fn signer(signer: impl Signer) -> Self {
        Self { scheme: None, source: Source::Signed(Arc::new(signer)) }
    }

    pub(crate) fn secret(scheme: &'static Scheme, secret: Secret) -> Self {
        Self { scheme: Some(scheme), source: Source::Fixed(secret) }
    }

    pub(crate) fn provided(scheme: &'static Scheme, provider: impl CredentialProvider) -> Self {
        Self { scheme: Some(scheme), source: Source::Provided(Arc::new(provider)) }
    }

    pub(crate) fn signed(scheme: &'static Scheme, signer: impl Signer) -> Self {
        Self { scheme: Some(scheme), source: Source::Signed(Arc::new(signer)) }
    }

    pub(crate) fn scheme(&self) -> Option<&'static Scheme> {
        self.scheme
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> &'static str {
        self.scheme.map_or("signer", Scheme::name)
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credential({})", self.name())
    }
}

impl Credentials {
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds a credential in place of an earlier one for the same scheme.
    pub(crate) fn set(&mut self, credential: Credential) {
        let scheme = credential.scheme.map(Scheme::name);
        self.0.retain(|held| held.scheme.map(Scheme::name) != scheme);
        self.0.push(credential);
    }

    /// The credential for a scheme; for none, the one of all operations.
    pub(crate) fn get(&self, scheme: Option<&Scheme>) -> Option<&Credential> {
        self.0.iter().find(|held| match (held.scheme, scheme) {
            // Nearly always they are one static, which is seen without a look at the names.
            (Some(held), Some(scheme)) => std::ptr::eq(held, scheme) || held.name() == scheme.name(),
            (held, scheme) => held.is_none() && scheme.is_none(),
        })
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

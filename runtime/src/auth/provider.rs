//! Secrets that are not known when the client is built.

use std::sync::Arc;

use super::{ProviderContext, Secret};
use crate::{BoxError, BoxFuture};

/// Supplies the secret of a security scheme whenever a call needs it: from a vault, a file, a token service.
///
/// [`OAuth2`](crate::OAuth2) is one, and needs nothing that another could not have. A generated crate registers a
/// provider for one of its schemes, as it does a plain secret:
///
/// ```
/// use std::sync::{Arc, Mutex};
///
/// use docwright_runtime::{BoxError, BoxFuture, CredentialProvider, ProviderContext, Secret};
/// # struct Vault;
/// # impl Vault {
/// #     async fn read(&self, _: &str) -> Result<String, BoxError> { Ok("k".to_owned()) }
/// # }
///
/// /// A key that lies in a vault and is read again after the server refused it.
/// struct VaultKey {
///     vault: Vault,
///     held: Mutex<Option<Secret>>,
/// }
///
/// impl CredentialProvider for VaultKey {
///     fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
///         Box::pin(async move {
///             if let Some(held) = self.held.lock().unwrap().clone() {
///                 return Ok(held);
///             }
///             let key = Secret::new(self.vault.read("api/key").await?);
///             *self.held.lock().unwrap() = Some(key.clone());
///             Ok(key)
///         })
///     }
///
///     fn refused(&self, secret: &Secret) -> bool {
///         self.held.lock().unwrap().take_if(|held| held == secret);
///         true
///     }
/// }
/// # use docwright_runtime::{Credential, rt};
/// # static API_KEY: rt::Scheme = rt::Scheme::api_key("apiKey", rt::Place::Header, "X-API-Key");
/// # fn credential(vault: Vault) -> Credential {
/// #     rt::provided(&API_KEY, VaultKey { vault, held: Mutex::new(None) })
/// # }
/// ```
pub trait CredentialProvider: Send + Sync + 'static {
    /// The secret to send now. It is asked before every attempt of every call that lists the scheme, by many calls at
    /// once, so what is costly should be kept.
    ///
    /// The scheme places the secret, such as after `Bearer` in `Authorization`. The future is dropped if the call is.
    ///
    /// # Errors
    ///
    /// If there is none. The call then fails without being sent: [`Error::is_auth`](crate::Error::is_auth) is true, and
    /// this error is its source. It should not quote a secret.
    fn secret(self: Arc<Self>, context: ProviderContext) -> BoxFuture<Result<Secret, BoxError>>;

    /// The server refused a secret with 401. Says whether asking again may give a better one.
    ///
    /// If so, the call asks again and is sent once more, provided that its body can be. Of many calls that are refused
    /// at once each reports the secret it had sent, which need not be the newest: forget the one that you hold only if
    /// it is equal. By default nothing is done and the 401 is the answer.
    fn refused(&self, secret: &Secret) -> bool {
        let _ = secret;
        false
    }
}

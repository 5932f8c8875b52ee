//! OAuth2 tokens, fetched over the client's own transport (RFC 6749).

mod answer;
mod cache;
mod error;
mod flight;
mod request;
mod settings;

use std::fmt;
use std::future::ready;
use std::sync::Arc;

use tokio::time::Instant;

use super::scheme::Flows;
use super::{CredentialProvider, ProviderContext, Secret};
use crate::{BoxError, BoxFuture};

use cache::{Cache, Found, TokenRequest};
use settings::Settings;

pub use error::TokenError;
pub(crate) use settings::Grant;

/// A credential that fetches its own tokens (RFC 6749).
///
/// A token is kept until shortly before it expires: a tenth of its lifetime, at most 30 seconds. One without a lifetime
/// is kept until the server refuses it. However many calls need a token at once, one request for it is made; if that
/// fails, it is the error of all of them, and the next call tries again. Before that the request is tried again as the
/// [`RetryPolicy`](crate::RetryPolicy) of the client says, for all who wait; but one with a refresh token, which may be
/// taken only once (RFC 9700 section 4.14.2), only if nothing was sent. Of the client nothing but the `User-Agent` goes
/// with it.
///
/// Generated crates have a function for each flow that the docs describe. Where the docs lack something, such as a
/// parameter, an `OAuth2` is registered as a [`CredentialProvider`]; also for a scheme that is a mere bearer token to
/// them.
///
/// ```
/// use docwright_runtime::OAuth2;
///
/// let oauth2 = OAuth2::client_credentials("/oauth/token", "id", "secret")
///     .scopes(["read", "write"])
///     .parameter("audience", "https://api.example.com");
/// assert_eq!(format!("{oauth2:?}"), "OAuth2(client_credentials)");
/// # // What generated code makes of it.
/// # use docwright_runtime::rt;
/// # static SCHEME: rt::Scheme = rt::Scheme::bearer("bearerAuth");
/// # rt::provided(&SCHEME, oauth2);
/// ```
///
/// A token URL may be relative to the base URL of the client, as [`ProviderContext::resolve`] reads it.
pub struct OAuth2 {
    settings: Settings,
    on_refresh_token: Option<Listener>,
    cache: Cache,
}

type Listener = Box<dyn Fn(&Secret) + Send + Sync>;

impl OAuth2 {
    /// The client's own credentials (RFC 6749 section 4.4).
    pub fn client_credentials(token_url: impl Into<String>, id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self::new(token_url.into(), Grant::ClientCredentials).client(id, secret)
    }

    /// The user's name and password (RFC 6749 section 4.3), for servers that have no better way (RFC 9700 section 2.4).
    /// If the server gives a refresh token, that is used from then on, and the password again once the server refuses
    /// it.
    pub fn password(token_url: impl Into<String>, user: impl Into<String>, password: impl Into<String>) -> Self {
        Self::new(token_url.into(), Grant::Password(Secret::basic(user, password)))
    }

    /// A refresh token that was obtained elsewhere (RFC 6749 section 6). If the server replaces it, see
    /// [`on_refresh_token`](Self::on_refresh_token).
    pub fn refresh_token(token_url: impl Into<String>, refresh_token: impl Into<String>) -> Self {
        Self::new(token_url.into(), Grant::RefreshToken(Secret::new(refresh_token)))
    }

    /// The flow of a scheme as documented; without a token URL there, asking for a token is an error.
    pub(crate) fn documented(token_url: Option<&'static str>, flows: Flows, grant: Grant) -> Self {
        // The scopes of a refresh token were decided when it was granted.
        let scopes = if matches!(grant, Grant::RefreshToken(_)) { &[] } else { flows.scopes };
        Self::new(token_url.unwrap_or_default().to_owned(), grant).scopes(scopes.iter().copied())
    }

    /// How the client itself authenticates, if it has a secret (RFC 6749 section 2.3.1).
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.settings.client = Some((id.into(), Some(Secret::new(secret))));
        self
    }

    /// The name of a client without a secret, sent as `client_id` (RFC 6749 section 3.2.1).
    pub fn public_client(mut self, id: impl Into<String>) -> Self {
        self.settings.client = Some((id.into(), None));
        self
    }

    /// Sends id and secret of the client in the body of the token request, for servers that do not take them as HTTP
    /// basic authentication.
    pub fn secret_in_body(mut self) -> Self {
        self.settings.secret_in_body = true;
        self
    }

    /// Asks for these scopes, in place of earlier ones (RFC 6749 section 3.3). Without any the server decides.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.settings.scopes = scopes.join(" ");
        self
    }

    /// Adds a parameter to the token request, such as `audience` or `resource`, in place of an earlier one of that
    /// name. Errors do not show its value.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.settings.parameters.retain(|(set, _)| *set != name);
        self.settings.parameters.push((name, Secret::new(value)));
        self
    }

    /// Is told of every refresh token that the server issues, so that it can be stored for the next start of the
    /// program: a server that replaces refresh tokens takes each of them once (RFC 9700 section 4.14.2).
    ///
    /// It should return at once, since a call waits for it.
    pub fn on_refresh_token(mut self, told: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.on_refresh_token = Some(Box::new(told));
        self
    }

    fn new(token_url: String, grant: Grant) -> Self {
        let cache = match &grant {
            Grant::RefreshToken(secret) => Cache::new(Some(secret.clone())),
            Grant::ClientCredentials | Grant::Password(_) => Cache::new(None),
        };
        Self { settings: Settings::new(token_url, grant), on_refresh_token: None, cache }
    }

    fn find(&self, context: &ProviderContext) -> Found {
        self.cache.find(|refresh_token| {
            let (settings, context) = (self.settings.clone(), context.clone());
            Box::pin(async move { obtain(&settings, refresh_token, &context).await })
        })
    }

    /// Waits for a token, on behalf of a call that needs it since `asked`.
    async fn wait(
        &self,
        mut request: Arc<TokenRequest>,
        asked: Instant,
        context: &ProviderContext,
    ) -> Result<Secret, TokenError> {
        loop {
            let result = request.join().await;
            let issued = self.cache.settle(&request, &result);
            if let (Some(told), Some(issued)) = (&self.on_refresh_token, issued) {
                told(&issued);
            }
            let token = result?;
            // A request that others had left behind may have given a token that is over by now.
            if request.begun() >= asked || token.is_fresh(Instant::now()) {
                return Ok(token.secret);
            }
            request = match self.find(context) {
                Found::Token(token) => return Ok(token),
                Found::Request(request) => request,
            };
        }
    }
}

impl CredentialProvider for OAuth2 {
    fn secret(self: Arc<Self>, context: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        let asked = Instant::now();
        match self.find(&context) {
            Found::Token(token) => Box::pin(ready(Ok(token))),
            Found::Request(request) => Box::pin(async move { Ok(self.wait(request, asked, &context).await?) }),
        }
    }

    fn refused(&self, secret: &Secret) -> bool {
        self.cache.forget(secret);
        true
    }
}

impl fmt::Debug for OAuth2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OAuth2({})", self.settings.grant.name())
    }
}

/// Fetches a token by the refresh token, if there is one, or else by what the user gave.
async fn obtain(
    settings: &Settings,
    refresh_token: Option<Secret>,
    context: &ProviderContext,
) -> Result<answer::Token, TokenError> {
    if let Some(refresh_token) = refresh_token {
        let refreshed = request::send(settings, &Grant::RefreshToken(refresh_token), context).await;
        let is_refused = refreshed.as_ref().is_err_and(|error| error.code().is_some());
        // A refresh token ends some day, a password is still there.
        if !is_refused || !matches!(settings.grant, Grant::Password(_)) {
            return refreshed;
        }
    }
    request::send(settings, &settings.grant, context).await
}

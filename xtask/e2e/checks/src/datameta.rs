//! DataMeta: keys and passwords, by every credential there is.

mod keys;
mod passwords;
mod session;

use datameta_client::models::{CreateTokenRequest, UserSession};
use datameta_client::{Client, Error};
use docwright_e2e_checks::{Outcome, Report, variable};
use docwright_runtime::BoxError;

/// A server with one user.
struct Server {
    url: String,
    login_url: String,
    email: String,
    password: String,
    /// What a mail from the server would hold.
    reset_token: String,
    lapsed_reset_token: String,
}

pub(crate) async fn check(report: &Report) -> Outcome {
    let server = Server::find()?;
    keys::check(report, &server).await;
    session::check(report, &server).await;
    // These come last, since they change what others rely on.
    passwords::check(report, &server).await;
    Ok(())
}

impl Server {
    fn find() -> Result<Self, BoxError> {
        Ok(Self {
            url: variable("DATAMETA_URL")?,
            login_url: variable("DATAMETA_LOGIN_URL")?,
            email: variable("DATAMETA_EMAIL")?,
            password: variable("DATAMETA_PASSWORD")?,
            reset_token: variable("DATAMETA_RESET_TOKEN")?,
            lapsed_reset_token: variable("DATAMETA_LAPSED_RESET_TOKEN")?,
        })
    }

    /// A client without credentials.
    fn stranger(&self) -> Result<Client, Error> {
        Client::builder().base_url(&self.url).build()
    }

    /// A client that shows a token.
    fn holder(&self, token: &str) -> Result<Client, Error> {
        Client::builder().base_url(&self.url).bearer_auth(token).build()
    }

    /// What asks for a key by e-mail address and password.
    fn request(&self, password: &str) -> CreateTokenRequest {
        CreateTokenRequest::new("e2e").email(&self.email).password(password)
    }

    /// A new key.
    async fn key(&self) -> Result<UserSession, Error> {
        let request = self.request(&self.password);
        self.stranger()?.authentication_and_users().create_api_key().create_token_request(&request).await
    }
}

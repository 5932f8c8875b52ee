//! Operations tagged `Authentication`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::auth;
use crate::models;

/// Operations tagged `Authentication`, from [`Client::authentication`](crate::Client::authentication).
#[derive(Clone, Copy, Debug)]
pub struct Authentication<'c>(pub(crate) &'c rt::Client);

impl Authentication<'_> {
    /// Sign in with a password.
    ///
    /// On success the response sets a session cookie, which authorizes later calls.
    ///
    /// `POST /auth/login`
    ///
    /// - `login_body`: Credentials of the user who signs in.
    ///
    /// # Statuses
    ///
    /// - `204`: Signed in.
    /// - `400`: The body is missing or not valid.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: semaphore_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use semaphore_client::models::Login;
    ///
    /// client
    ///     .authentication()
    ///     .auth_login_post(&Login::new().auth("auth").password("password"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn auth_login_post(self, login_body: &models::Login) -> AuthLoginPost {
        static OPERATION: rt::Operation = rt::Operation::post("/auth/login");
        rt::Draft::new(self.0, &OPERATION).json(login_body).empty(AuthLoginPost)
    }

    /// Sign out.
    ///
    /// Ends the session that the request belongs to.
    ///
    /// `POST /auth/logout`
    ///
    /// Authentication: [`bearer`](crate::auth::bearer) and [`cookie`](crate::auth::cookie), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `204`: The session has ended.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: semaphore_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.authentication().auth_logout_post().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn auth_logout_post(self) -> AuthLogoutPost {
        static OPERATION: rt::Operation = rt::Operation::post("/auth/logout").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).empty(AuthLogoutPost)
    }

    /// Revoke an API token.
    ///
    /// `DELETE /user/tokens/{api_token_id}`
    ///
    /// - `api_token_id`: Token to revoke, as the token list shows it.
    ///
    /// Authentication: [`bearer`](crate::auth::bearer) and [`cookie`](crate::auth::cookie), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `204`: The token no longer authorizes calls.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: semaphore_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.authentication().user_tokens_api_token_id_delete("api_token_id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn user_tokens_api_token_id_delete(self, api_token_id: &str) -> UserTokensApiTokenIdDelete {
        static OPERATION: rt::Operation = rt::Operation::delete("/user/tokens/{api_token_id}").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).path("api_token_id", api_token_id).empty(UserTokensApiTokenIdDelete)
    }

    /// List the current user's API tokens.
    ///
    /// `GET /user/tokens`
    ///
    /// Authentication: [`bearer`](crate::auth::bearer) and [`cookie`](crate::auth::cookie), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `200`: All tokens of the user, revoked ones included.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: semaphore_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.authentication().user_tokens_get().await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn user_tokens_get(self) -> UserTokensGet {
        static OPERATION: rt::Operation = rt::Operation::get("/user/tokens")
            .accept("application/json, text/plain; charset=utf-8;q=0.5")
            .security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).decode(UserTokensGet)
    }

    /// Create an API token for the current user.
    ///
    /// `POST /user/tokens`
    ///
    /// Authentication: [`bearer`](crate::auth::bearer) and [`cookie`](crate::auth::cookie), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `201`: The new token.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: semaphore_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.authentication().user_tokens_post().await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn user_tokens_post(self) -> UserTokensPost {
        static OPERATION: rt::Operation = rt::Operation::post("/user/tokens")
            .accept("application/json, text/plain; charset=utf-8;q=0.5")
            .security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).decode(UserTokensPost)
    }
}

docwright_runtime::call!(Authentication::auth_login_post => AuthLoginPost -> ());

docwright_runtime::call!(Authentication::auth_logout_post => AuthLogoutPost -> ());

docwright_runtime::call!(Authentication::user_tokens_api_token_id_delete => UserTokensApiTokenIdDelete -> ());

docwright_runtime::call!(Authentication::user_tokens_get => UserTokensGet -> Vec<models::ApiToken>);

docwright_runtime::call!(Authentication::user_tokens_post => UserTokensPost -> models::ApiToken);

//! Operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::auth;
use crate::models;

/// Operations tagged `Auth`, from [`Client::auth`](crate::Client::auth).
#[derive(Clone, Copy, Debug)]
pub struct Auth<'c>(pub(crate) &'c rt::Client);

impl Auth<'_> {
    /// Set a new password for the current user. All of that user's API keys stop working, so log in again afterwards.
    ///
    /// The body is the new password itself, as a bare JSON string.
    ///
    /// `POST /api/auth/ChangePassword`
    ///
    /// Authentication: [`api_key`](crate::auth::api_key).
    ///
    /// # Statuses
    ///
    /// - `200`: Password changed.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: shoko_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.auth().api_auth_change_password_post().body("body").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn api_auth_change_password_post(self) -> ApiAuthChangePasswordPost {
        static OPERATION: rt::Operation = rt::Operation::post("/api/auth/ChangePassword").security(&[&auth::API_KEY]);
        rt::Draft::new(self.0, &OPERATION).empty(ApiAuthChangePasswordPost)
    }

    /// Revoke an API key.
    ///
    /// The `apikey` in the query names the key to revoke; the `apikey` header authorizes the call.
    ///
    /// `DELETE /api/auth`
    ///
    /// Authentication: [`api_key`](crate::auth::api_key).
    ///
    /// # Statuses
    ///
    /// - `200`: Key revoked.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: shoko_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.auth().api_auth_delete().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn api_auth_delete(self) -> ApiAuthDelete {
        static OPERATION: rt::Operation = rt::Operation::delete("/api/auth").security(&[&auth::API_KEY]);
        rt::Draft::new(self.0, &OPERATION).empty(ApiAuthDelete)
    }

    /// Log in and obtain an API key.
    ///
    /// A key belongs to one user and one device name. Send it in the `apikey` header of later calls.
    ///
    /// `POST /api/auth`
    ///
    /// Authentication: [`api_key`](crate::auth::api_key).
    ///
    /// # Statuses
    ///
    /// - `200`: Logged in.
    /// - `400`: The request is incomplete or malformed.
    /// - `401`: User name or password is wrong.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`ApiAuthPostError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: shoko_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use shoko_client::models::CoreAuthUser;
    ///
    /// let answer = client
    ///     .auth()
    ///     .api_auth_post()
    ///     .body(&CoreAuthUser::new("pass", "device", "user"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn api_auth_post(self) -> ApiAuthPost {
        static OPERATION: rt::Operation = rt::Operation::post("/api/auth")
            .accept("application/json, text/json, text/plain;q=0.5")
            .security(&[&auth::API_KEY]);
        rt::Draft::new(self.0, &OPERATION).decode(ApiAuthPost)
    }
}

docwright_runtime::call! {
    Auth::api_auth_change_password_post => ApiAuthChangePasswordPost -> () {
        /// The request body.
        body: &str => json(body);
    }
}

docwright_runtime::call! {
    Auth::api_auth_delete => ApiAuthDelete -> () {
        /// The parameter `apikey`.
        apikey: &str => query("apikey", apikey);
    }
}

docwright_runtime::call! {
    Auth::api_auth_post => ApiAuthPost -> models::AuthKey {
        /// The request body.
        body: &models::CoreAuthUser => json(body);
    }
}

/// What a failed [`api_auth_post`](Auth::api_auth_post) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ApiAuthPostError {
    /// `400`: The request is incomplete or malformed.
    BadRequest(Box<models::MvcProblemDetails>),
    /// `401`: User name or password is wrong.
    Unauthorized(Box<models::MvcProblemDetails>),
}

docwright_runtime::error_body!(ApiAuthPostError { 400 => BadRequest, 401 => Unauthorized });

//! Operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Bytes, Call, ErrorBody, http::StatusCode, rt};

use crate::auth;
use crate::models;

/// Operations tagged `Auth`, from [`Client::auth`](crate::Client::auth).
#[derive(Clone, Copy, Debug)]
pub struct Auth<'c> {
    client: &'c rt::Client,
}

impl<'c> Auth<'c> {
    pub(crate) fn new(client: &'c rt::Client) -> Self {
        Self { client }
    }

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
        static OPERATION: rt::Operation =
            rt::Operation::post("/api/auth/ChangePassword").security(&[&auth::API_KEY]);
        ApiAuthChangePasswordPost(rt::Request::new(self.client, &OPERATION).empty())
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
        static OPERATION: rt::Operation =
            rt::Operation::delete("/api/auth").security(&[&auth::API_KEY]);
        ApiAuthDelete(rt::Request::new(self.client, &OPERATION).empty())
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
            .accept("text/plain, application/json, text/json")
            .security(&[&auth::API_KEY]);
        ApiAuthPost(rt::Request::new(self.client, &OPERATION).decode())
    }
}

/// A call of [`api_auth_change_password_post`](Auth::api_auth_change_password_post): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct ApiAuthChangePasswordPost(Call<()>);

docwright_runtime::call!(ApiAuthChangePasswordPost -> ());

impl ApiAuthChangePasswordPost {
    /// The request body.
    pub fn body(mut self, body: &str) -> Self {
        rt::request(&mut self.0).json(body);
        self
    }
}

/// A call of [`api_auth_delete`](Auth::api_auth_delete): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct ApiAuthDelete(Call<()>);

docwright_runtime::call!(ApiAuthDelete -> ());

impl ApiAuthDelete {
    /// The parameter `apikey`.
    pub fn apikey(mut self, apikey: &str) -> Self {
        rt::request(&mut self.0).query("apikey", apikey);
        self
    }
}

/// A call of [`api_auth_post`](Auth::api_auth_post): set what is optional, then `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct ApiAuthPost(Call<models::AuthKey>);

docwright_runtime::call!(ApiAuthPost -> models::AuthKey);

impl ApiAuthPost {
    /// The request body.
    pub fn body(mut self, body: &models::CoreAuthUser) -> Self {
        rt::request(&mut self.0).json(body);
        self
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

impl ErrorBody for ApiAuthPostError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            400 => rt::body(raw).map(Self::BadRequest),
            401 => rt::body(raw).map(Self::Unauthorized),
            _ => None,
        }
    }
}

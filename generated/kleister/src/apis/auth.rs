//! Operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Bytes, Call, ErrorBody, http::StatusCode, rt};

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

    /// Sign in with a user name and password.
    ///
    /// `POST /auth/login`
    ///
    /// - `auth_login`: User name and password to sign in with.
    ///
    /// # Statuses
    ///
    /// - `200`: The token, and when it expires.
    /// - `401`: User name or password is wrong.
    /// - Any other status: Any other failure.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`LoginUserError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kleister_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use kleister_client::models::AuthLogin;
    ///
    /// let answer = client
    ///     .auth()
    ///     .login_user(&AuthLogin::new("username", "password"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn login_user(self, auth_login: &models::AuthLogin) -> LoginUser {
        static OPERATION: rt::Operation =
            rt::Operation::post("/auth/login").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.json(auth_login);
        LoginUser(request.decode())
    }

    /// Trade a valid token for a fresh one.
    ///
    /// `GET /auth/refresh`
    ///
    /// # Statuses
    ///
    /// - `200`: The fresh token, and when it expires.
    /// - `401`: The presented token cannot be renewed.
    /// - Any other status: Any other failure.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`RefreshAuthError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kleister_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().refresh_auth().await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn refresh_auth(self) -> RefreshAuth {
        static OPERATION: rt::Operation =
            rt::Operation::get("/auth/refresh").accept("application/json");
        RefreshAuth(rt::Request::new(self.client, &OPERATION).decode())
    }

    /// Check a token and name the user behind it.
    ///
    /// `GET /auth/verify/{token}`
    ///
    /// - `token`: Token to check.
    ///
    /// # Statuses
    ///
    /// - `200`: The token is valid.
    /// - `401`: The token is not valid.
    /// - Any other status: Any other failure.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`VerifyAuthError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kleister_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().verify_auth("token").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn verify_auth(self, token: &str) -> VerifyAuth {
        static OPERATION: rt::Operation =
            rt::Operation::get("/auth/verify/{token}").accept("application/json");
        let mut request = rt::Request::new(self.client, &OPERATION);
        request.path("token", token);
        VerifyAuth(request.decode())
    }
}

/// A call of [`login_user`](Auth::login_user): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct LoginUser(Call<models::AuthToken>);

docwright_runtime::call!(LoginUser -> models::AuthToken);

/// What a failed [`login_user`](Auth::login_user) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LoginUserError {
    /// `401`: User name or password is wrong.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

impl ErrorBody for LoginUserError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            401 => rt::body(raw).map(Self::Unauthorized),
            _ => rt::body(raw).map(Self::Other),
        }
    }
}

/// A call of [`refresh_auth`](Auth::refresh_auth): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct RefreshAuth(Call<models::AuthToken>);

docwright_runtime::call!(RefreshAuth -> models::AuthToken);

/// What a failed [`refresh_auth`](Auth::refresh_auth) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RefreshAuthError {
    /// `401`: The presented token cannot be renewed.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

impl ErrorBody for RefreshAuthError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            401 => rt::body(raw).map(Self::Unauthorized),
            _ => rt::body(raw).map(Self::Other),
        }
    }
}

/// A call of [`verify_auth`](Auth::verify_auth): `.await` it.
#[derive(Debug)]
#[must_use = "does nothing until awaited"]
pub struct VerifyAuth(Call<models::AuthVerify>);

docwright_runtime::call!(VerifyAuth -> models::AuthVerify);

/// What a failed [`verify_auth`](Auth::verify_auth) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum VerifyAuthError {
    /// `401`: The token is not valid.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

impl ErrorBody for VerifyAuthError {
    fn decode(status: StatusCode, raw: &Bytes) -> Option<Self> {
        match status.as_u16() {
            401 => rt::body(raw).map(Self::Unauthorized),
            _ => rt::body(raw).map(Self::Other),
        }
    }
}

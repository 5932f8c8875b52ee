//! Operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::models;

/// Operations tagged `Auth`, from [`Client::auth`](crate::Client::auth).
#[derive(Clone, Copy, Debug)]
pub struct Auth<'c>(pub(crate) &'c rt::Client);

impl Auth<'_> {
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
        static OPERATION: rt::Operation = rt::Operation::post("/auth/login");
        rt::Draft::new(self.0, &OPERATION).json(auth_login).decode(LoginUser)
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
        static OPERATION: rt::Operation = rt::Operation::get("/auth/refresh");
        rt::Draft::new(self.0, &OPERATION).decode(RefreshAuth)
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
        static OPERATION: rt::Operation = rt::Operation::get("/auth/verify/{token}");
        rt::Draft::new(self.0, &OPERATION).path("token", token).decode(VerifyAuth)
    }
}

docwright_runtime::call!(Auth::login_user => LoginUser -> models::AuthToken);

/// What a failed [`login_user`](Auth::login_user) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LoginUserError {
    /// `401`: User name or password is wrong.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

docwright_runtime::error_body!(LoginUserError { 401 => Unauthorized, _ => Other });

docwright_runtime::call!(Auth::refresh_auth => RefreshAuth -> models::AuthToken);

/// What a failed [`refresh_auth`](Auth::refresh_auth) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RefreshAuthError {
    /// `401`: The presented token cannot be renewed.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

docwright_runtime::error_body!(RefreshAuthError { 401 => Unauthorized, _ => Other });

docwright_runtime::call!(Auth::verify_auth => VerifyAuth -> models::AuthVerify);

/// What a failed [`verify_auth`](Auth::verify_auth) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum VerifyAuthError {
    /// `401`: The token is not valid.
    Unauthorized(Box<models::GeneralError>),
    /// Any other status: Any other failure.
    Other(Box<models::GeneralError>),
}

docwright_runtime::error_body!(VerifyAuthError { 401 => Unauthorized, _ => Other });

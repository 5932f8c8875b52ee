//! Operations tagged `AuthenticationAndUsers`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::rt;

use crate::auth;
use crate::models;

/// Operations tagged `AuthenticationAndUsers`, from [`Client::authentication_and_users`](crate::Client::authentication_and_users).
#[derive(Clone, Copy, Debug)]
pub struct AuthenticationAndUsers<'c>(pub(crate) &'c rt::Client);

impl AuthenticationAndUsers<'_> {
    /// Issue an API key.
    ///
    /// The response is the only place where the token appears in clear text, so store it right away. A session cookie makes the e-mail address and password in the body unnecessary.
    ///
    /// `POST /keys`
    ///
    /// Authentication: [`bearer_auth`](crate::auth::bearer_auth) and [`cookie_auth`](crate::auth::cookie_auth), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `200`: The new key and its token.
    /// - `400`: The request is not valid.
    /// - `401`: Not signed in, or the credentials are wrong.
    /// - `403`: The user may not do this.
    /// - `500`: The server failed.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`CreateApiKeyError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: datameta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use datameta_client::models::CreateTokenRequest;
    ///
    /// let answer = client
    ///     .authentication_and_users()
    ///     .create_api_key()
    ///     .create_token_request(&CreateTokenRequest::new("label"))
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_api_key(self) -> CreateApiKey {
        static OPERATION: rt::Operation = rt::Operation::post("/keys").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).decode(CreateApiKey)
    }

    /// Revoke an API key.
    ///
    /// From then on the server refuses calls that present the key.
    ///
    /// `DELETE /keys/{id}`
    ///
    /// - `id`: Identifier of the key, not its label.
    ///
    /// Authentication: [`bearer_auth`](crate::auth::bearer_auth) and [`cookie_auth`](crate::auth::cookie_auth), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `200`: The key is revoked.
    /// - `400`: The request is not valid.
    /// - `401`: Not signed in.
    /// - `403`: The key does not exist or belongs to someone else.
    /// - `500`: The server failed.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`DeleteApiKeyError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: datameta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.authentication_and_users().delete_api_key("id").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_api_key(self, id: &str) -> DeleteApiKey {
        static OPERATION: rt::Operation =
            rt::Operation::delete("/keys/{id}").accept("application/json").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).path("id", id).empty(DeleteApiKey)
    }

    /// List a user's API keys.
    ///
    /// Lists labels and expiry dates. The tokens are missing because the server keeps only their hashes.
    ///
    /// `GET /users/{id}/keys`
    ///
    /// - `id`: Identifier of the user.
    ///
    /// Authentication: [`bearer_auth`](crate::auth::bearer_auth) and [`cookie_auth`](crate::auth::cookie_auth), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `200`: The keys of the user.
    /// - `400`: The request is not valid.
    /// - `401`: Not signed in.
    /// - `403`: The caller may not see this user's keys.
    /// - `500`: The server failed.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`GetUserApiKeysError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: datameta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.authentication_and_users().get_user_api_keys("id").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_user_api_keys(self, id: &str) -> GetUserApiKeys {
        static OPERATION: rt::Operation = rt::Operation::get("/users/{id}/keys").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).path("id", id).decode(GetUserApiKeys)
    }

    /// Change a user's password.
    ///
    /// Takes the old password, or a reset token from a user who has lost it.
    ///
    /// `PUT /users/{id}/password`
    ///
    /// - `id`: UUID | site ID of the user, or '0' to act on a reset token.
    ///
    /// Authentication: [`bearer_auth`](crate::auth::bearer_auth) and [`cookie_auth`](crate::auth::cookie_auth), each if the client has it; the docs do not say whether one suffices.
    ///
    /// # Statuses
    ///
    /// - `204`: Password changed.
    /// - `400`: The request is not valid.
    /// - `401`: Not signed in.
    /// - `403`: No such user, not the caller, or the old password is wrong.
    /// - `404`: The reset token is unknown.
    /// - `410`: The reset token has expired.
    /// - `500`: The server failed.
    ///
    /// # Errors
    ///
    /// [`Error::documented`](crate::Error::documented) gives the body of a documented failure as [`SetUserPasswordError`].
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: datameta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use datameta_client::models::PasswordChange;
    ///
    /// client
    ///     .authentication_and_users()
    ///     .set_user_password("id")
    ///     .password_change(
    ///         &PasswordChange::new("password_change_credential", "new_password"),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_user_password(self, id: &str) -> SetUserPassword {
        static OPERATION: rt::Operation =
            rt::Operation::put("/users/{id}/password").accept("application/json").security(auth::ALL);
        rt::Draft::new(self.0, &OPERATION).path("id", id).empty(SetUserPassword)
    }
}

docwright_runtime::call! {
    AuthenticationAndUsers::create_api_key => CreateApiKey -> models::UserSession {
        /// Label of the key and, unless a session cookie is sent, the user's credentials.
        create_token_request: &models::CreateTokenRequest => json(create_token_request);
    }
}

/// What a failed [`create_api_key`](AuthenticationAndUsers::create_api_key) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateApiKeyError {
    /// `400`: The request is not valid.
    BadRequest(models::ValidationErrorModel),
    /// `401`: Not signed in, or the credentials are wrong.
    Unauthorized(models::ValidationErrorModel),
    /// `403`: The user may not do this.
    Forbidden(models::ValidationErrorModel),
    /// `500`: The server failed.
    InternalServerError(models::ValidationErrorModel),
}

docwright_runtime::error_body!(CreateApiKeyError {
    400 => BadRequest, 401 => Unauthorized, 403 => Forbidden, 500 => InternalServerError,
});

docwright_runtime::call!(AuthenticationAndUsers::delete_api_key => DeleteApiKey -> ());

/// What a failed [`delete_api_key`](AuthenticationAndUsers::delete_api_key) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DeleteApiKeyError {
    /// `400`: The request is not valid.
    BadRequest(models::ValidationErrorModel),
    /// `401`: Not signed in.
    Unauthorized(models::ValidationErrorModel),
    /// `403`: The key does not exist or belongs to someone else.
    Forbidden(models::ValidationErrorModel),
    /// `500`: The server failed.
    InternalServerError(models::ValidationErrorModel),
}

docwright_runtime::error_body!(DeleteApiKeyError {
    400 => BadRequest, 401 => Unauthorized, 403 => Forbidden, 500 => InternalServerError,
});

docwright_runtime::call!(AuthenticationAndUsers::get_user_api_keys => GetUserApiKeys -> models::ApiKeyList);

/// What a failed [`get_user_api_keys`](AuthenticationAndUsers::get_user_api_keys) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetUserApiKeysError {
    /// `400`: The request is not valid.
    BadRequest(models::ValidationErrorModel),
    /// `401`: Not signed in.
    Unauthorized(models::ValidationErrorModel),
    /// `403`: The caller may not see this user's keys.
    Forbidden(models::ValidationErrorModel),
    /// `500`: The server failed.
    InternalServerError(models::ValidationErrorModel),
}

docwright_runtime::error_body!(GetUserApiKeysError {
    400 => BadRequest, 401 => Unauthorized, 403 => Forbidden, 500 => InternalServerError,
});

docwright_runtime::call! {
    AuthenticationAndUsers::set_user_password => SetUserPassword -> () {
        /// Proof of identity and the password to set.
        password_change: &models::PasswordChange => json(password_change);
    }
}

/// What a failed [`set_user_password`](AuthenticationAndUsers::set_user_password) answers, by status.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SetUserPasswordError {
    /// `400`: The request is not valid.
    BadRequest(models::ValidationErrorModel),
    /// `401`: Not signed in.
    Unauthorized(models::ValidationErrorModel),
    /// `403`: No such user, not the caller, or the old password is wrong.
    Forbidden(models::ValidationErrorModel),
    /// `404`: The reset token is unknown.
    NotFound(models::ValidationErrorModel),
    /// `410`: The reset token has expired.
    Gone(models::ValidationErrorModel),
    /// `500`: The server failed.
    InternalServerError(models::ValidationErrorModel),
}

docwright_runtime::error_body!(SetUserPasswordError {
    400 => BadRequest, 401 => Unauthorized, 403 => Forbidden, 404 => NotFound, 410 => Gone, 500 => InternalServerError,
});

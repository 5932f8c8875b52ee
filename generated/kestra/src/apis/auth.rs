//! Operations tagged `Auth`.
// Written by docwright; changes made here are lost when it runs again.

use docwright_runtime::{Value, rt};

use crate::models;

/// Operations tagged `Auth`, from [`Client::auth`](crate::Client::auth).
#[derive(Clone, Copy, Debug)]
pub struct Auth<'c>(pub(crate) &'c rt::Client);

impl Auth<'_> {
    /// Calls `accept_invitation`.
    ///
    /// `POST /api/v1/invitation/accept/{invitationId}`
    ///
    /// # Statuses
    ///
    /// - `200`: The invitation is accepted.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().accept_invitation("invitation_id").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn accept_invitation(self, invitation_id: &str) -> AcceptInvitation {
        static OPERATION: rt::Operation = rt::Operation::post("/api/v1/invitation/accept/{invitationId}");
        rt::Draft::new(self.0, &OPERATION).path("invitationId", invitation_id).decode(AcceptInvitation)
    }

    /// Create the invited user's account.
    ///
    /// `POST /api/v1/invitation/create/{invitationId}`
    ///
    /// - `invitation_id`: Identifier from the invitation link.
    /// - `auth_controller_invitation_user_request`: Name and password of the new user.
    ///
    /// # Statuses
    ///
    /// - `200`: The account exists.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use kestra_client::models::AuthControllerInvitationUserRequest;
    ///
    /// let answer = client
    ///     .auth()
    ///     .create_from_invitation(
    ///         "invitation_id",
    ///         &AuthControllerInvitationUserRequest::new(
    ///             "first_name",
    ///             "last_name",
    ///             "password",
    ///         ),
    ///     )
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_from_invitation(
        self,
        invitation_id: &str,
        auth_controller_invitation_user_request: &models::AuthControllerInvitationUserRequest,
    ) -> CreateFromInvitation {
        static OPERATION: rt::Operation = rt::Operation::post("/api/v1/invitation/create/{invitationId}");
        rt::Draft::new(self.0, &OPERATION)
            .path("invitationId", invitation_id)
            .json(auth_controller_invitation_user_request)
            .decode(CreateFromInvitation)
    }

    /// Request a password reset by e-mail.
    ///
    /// The answer is the same whether or not the user exists,
    /// so it does not reveal who has an account.
    ///
    /// `GET /api/v1/forgotten-password`
    ///
    /// - `username`: User who forgot the password.
    ///
    /// # Statuses
    ///
    /// - `200`: The request was taken.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().forgotten_password("username").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn forgotten_password(self, username: &str) -> ForgottenPassword {
        static OPERATION: rt::Operation = rt::Operation::get("/api/v1/forgotten-password");
        rt::Draft::new(self.0, &OPERATION).query("username", username).decode(ForgottenPassword)
    }

    /// List the ways to sign in.
    ///
    /// `GET /api/v1/auths`
    ///
    /// # Statuses
    ///
    /// - `200`: The sign-in methods of this instance.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().index().await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn index(self) -> Index {
        static OPERATION: rt::Operation = rt::Operation::get("/api/v1/auths");
        rt::Draft::new(self.0, &OPERATION).decode(Index)
    }

    /// Request a sign-in code by e-mail.
    ///
    /// `GET /api/v1/request-code/{email}`
    ///
    /// - `email`: Address that receives the code.
    ///
    /// # Statuses
    ///
    /// - `200`: The request was taken.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let answer = client.auth().request_code("email").await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn request_code(self, email: &str) -> RequestCode {
        static OPERATION: rt::Operation = rt::Operation::get("/api/v1/request-code/{email}");
        rt::Draft::new(self.0, &OPERATION).path("email", email).decode(RequestCode)
    }

    /// Set a new password with a reset token.
    ///
    /// The token survives a password that breaks the password policy, so the caller may try again.
    ///
    /// `POST /api/v1/reset-password`
    ///
    /// - `auth_controller_reset_password_request`: Reset token and the new password.
    ///
    /// # Statuses
    ///
    /// - `200`: The password is changed.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: kestra_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use kestra_client::models::AuthControllerResetPasswordRequest;
    ///
    /// let answer = client
    ///     .auth()
    ///     .reset_password(
    ///         &AuthControllerResetPasswordRequest::new()
    ///             .token("token")
    ///             .password("password"),
    ///     )
    ///     .await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn reset_password(
        self,
        auth_controller_reset_password_request: &models::AuthControllerResetPasswordRequest,
    ) -> ResetPassword {
        static OPERATION: rt::Operation = rt::Operation::post("/api/v1/reset-password");
        rt::Draft::new(self.0, &OPERATION).json(auth_controller_reset_password_request).decode(ResetPassword)
    }
}

docwright_runtime::call!(Auth::accept_invitation => AcceptInvitation -> Value);

docwright_runtime::call!(Auth::create_from_invitation => CreateFromInvitation -> Value);

docwright_runtime::call!(Auth::forgotten_password => ForgottenPassword -> Value);

docwright_runtime::call!(Auth::index => Index -> models::AuthControllerAuth);

docwright_runtime::call!(Auth::request_code => RequestCode -> Value);

docwright_runtime::call!(Auth::reset_password => ResetPassword -> Value);

//! The bodies that the API takes and gives.
// Written by docwright; changes made here are lost when it runs again.

mod auth_controller_auth;
mod auth_controller_invitation_user_request;
mod auth_controller_reset_password_request;

pub use auth_controller_auth::AuthControllerAuth;
pub use auth_controller_invitation_user_request::AuthControllerInvitationUserRequest;
pub use auth_controller_reset_password_request::AuthControllerResetPasswordRequest;

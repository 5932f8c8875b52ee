//! The bodies that the API takes and gives.
// Written by docwright; changes made here are lost when it runs again.

mod auth_login;
mod auth_token;
mod auth_verify;
mod general_error;

pub use auth_login::AuthLogin;
pub use auth_token::AuthToken;
pub use auth_verify::AuthVerify;
pub use general_error::GeneralError;

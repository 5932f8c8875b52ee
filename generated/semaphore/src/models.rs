//! The bodies that the API takes and gives.
// Written by docwright; changes made here are lost when it runs again.

mod api_token;
mod login;

pub use api_token::ApiToken;
pub use login::Login;

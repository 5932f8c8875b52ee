//! The bodies that the API takes and gives.
//!
//! What a request takes has a constructor, and a setter for each field that need not be given. What only responses give
//! has neither: its fields are there to be read, and a test makes a value from JSON, as by `serde_json::from_value`.
// Written by docwright; changes made here are lost when it runs again.

mod api_key_list;
mod api_key_list_inner;
mod create_token_request;
mod error;
mod identifier;
mod password_change;
mod user_session;
mod validation_error_model;

pub use api_key_list::ApiKeyList;
pub use api_key_list_inner::ApiKeyListInner;
pub use create_token_request::CreateTokenRequest;
pub use error::Error;
pub use identifier::Identifier;
pub use password_change::PasswordChange;
pub use user_session::UserSession;
pub use validation_error_model::ValidationErrorModel;

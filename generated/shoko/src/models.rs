//! The bodies that the API takes and gives.
// Written by docwright; changes made here are lost when it runs again.

mod auth_key;
mod core_auth_user;
mod mvc_problem_details;

pub use auth_key::AuthKey;
pub use core_auth_user::CoreAuthUser;
pub use mvc_problem_details::MvcProblemDetails;

//! The operations, by tag. Every module holds a handle, which [`Client`](crate::Client) gives, and its calls.
// Written by docwright; changes made here are lost when it runs again.

pub mod authentication_and_users;

pub use authentication_and_users::AuthenticationAndUsers;

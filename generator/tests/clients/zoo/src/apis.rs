//! The operations, by tag. Every module holds a handle, which [`Client`](crate::Client) gives, and its calls.
// Written by docwright; changes made here are lost when it runs again.

pub mod keeper;
pub mod zoo;

pub use keeper::Keeper;
pub use zoo::Zoo;

//! The bodies that the API takes and gives.
//!
//! What a request takes has a constructor, and a setter for each field that need not be given. What only responses give
//! has neither: its fields are there to be read, and a test makes a value from JSON, as by `serde_json::from_value`.
// Written by docwright; changes made here are lost when it runs again.

mod keeper;
mod shared;
mod zoo;

pub use keeper::*;
pub use shared::*;
pub use zoo::*;

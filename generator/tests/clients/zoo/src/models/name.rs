//! The model [`Name`](super::Name).
// Written by docwright; changes made here are lost when it runs again.

/// The schema `Name` of the API.
pub type Name = String;

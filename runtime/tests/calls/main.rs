//! The runtime as a generated crate uses it and as that crate's user sees it.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as the test does")]

mod authentication;
#[cfg(feature = "blocking")]
mod blocking;
mod bodies;
mod enums;
mod errors;
mod generated;
mod overrides;
mod recorder;
mod requests;
mod secrets;
mod server;
mod settings;
mod socket;
#[cfg(feature = "tracing")]
mod spans;

//! The runtime as a generated crate uses it and as that crate's user sees it.

#![expect(clippy::unwrap_used, reason = "the helpers of a test fail as the test does")]

mod authentication;
#[cfg(feature = "blocking")]
mod blocking;
mod bodies;
mod connections;
mod downloads;
mod enums;
mod errors;
mod events;
mod generated;
mod in_turn;
mod inputs;
mod interleavings;
mod limits;
#[cfg(feature = "model-tests")]
mod models;
mod oauth2;
mod objects;
mod origins;
mod overrides;
mod pages;
mod properties;
mod providers;
mod recorder;
mod redirects;
mod renewal;
mod requests;
mod retries;
mod scripted;
mod scripts;
mod secrets;
mod server;
mod settings;
mod signers;
mod slow_uploads;
mod socket;
#[cfg(feature = "tracing")]
mod spans;
mod tokens;
mod unions;
mod uploads;

//! A client for the Kleister API.
//!
//! Kleister builds mod packs for Minecraft and hands them to launchers. This package
//! signs users in to a Kleister server and checks the tokens that the server gives out.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use kleister_client::Client;
//!
//! let client = Client::builder().base_url("http://try.kleister.tech/api/v1").build()?;
//! let answer = client.auth().refresh_auth().await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! [`Client`] is where to begin: its methods lead to the operations, by tag. A call is sent when it is awaited; before
//! that, [`CallOptions`] and its own setters change it.
//!
//! # Authentication
//!
//! The docs name no credentials; [`auth`] tells how to send one all the same.
//!
//! # Errors
//!
//! A failure is one [`Error`], which `?` passes on whatever the call. It tells its kind and its status, and keeps headers
//! and body.
//!
//! ```no_run
//! # async fn example(client: kleister_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use kleister_client::apis::auth::RefreshAuthError;
//!
//! if let Err(error) = client.auth().refresh_auth().await {
//!     match error.documented::<RefreshAuthError>() {
//!         Some(RefreshAuthError::Unauthorized(problem)) => println!("{problem:?}"),
//!         _ => return Err(error.into()),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! `rustls` (HTTPS) and `tracing` (a span per call) are on by default. `http2`, `gzip`, `brotli` and `proxy` extend the
//! default transport, `reqwest` brings another, and `blocking` makes calls, downloads, pages and events usable without
//! async.
// Written by docwright; changes made here are lost when it runs again.

pub mod apis;
pub mod auth;
mod client;
pub mod models;

pub use client::{Client, ClientBuilder};
pub use docwright_runtime::{
    Backoff, Base64, Body, BoxError, BoxFuture, ByteStream, Bytes, CallExt, CallOptions, ConnectError, Date, DateTime,
    Error, ErrorBody, Event, EventStream, Events, Field, FilePart, ParseDateError, Response, RetryPolicy,
    StreamingResponse, Transport, UnknownMember, UnknownValue, Value, http, jiff, serde_json, testing, transport,
};
#[cfg(feature = "blocking")]
pub use docwright_runtime::{BlockingIter, BlockingResponse, ByteReader};

//! A client for the Shoko API.
//!
//! Shoko is a server that catalogues a local anime collection and keeps track of what has been watched. These pages cover the part of its HTTP API, version 3, that issues, revokes and protects API keys.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use shoko_client::Client;
//! use shoko_client::models::CoreAuthUser;
//!
//! let client = Client::builder()
//!     .base_url("http://localhost:8111")
//!     .api_key("secret")
//!     .build()?;
//! let answer = client
//!     .auth()
//!     .api_auth_post()
//!     .body(&CoreAuthUser::new("pass", "device", "user"))
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`Client`] is where to begin: its methods lead to the operations, by tag. A call is sent when it is awaited; before
//! that, [`CallOptions`] and its own setters change it.
//!
//! # Authentication
//!
//! A client or a single call takes credentials, which [`auth`] makes. A call sends those that its operation lists and the
//! client has; without any it is anonymous.
//!
//! - [`auth::api_key`]: An API key, sent in the header `apikey`.
//!
//! # Errors
//!
//! A failure is one [`Error`], which `?` passes on whatever the call. It tells its kind and its status, and keeps headers
//! and body.
//!
//! ```no_run
//! # async fn example(client: shoko_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use shoko_client::apis::auth::ApiAuthPostError;
//!
//! if let Err(error) = client.auth().api_auth_post().await {
//!     match error.documented::<ApiAuthPostError>() {
//!         Some(ApiAuthPostError::BadRequest(problem)) => println!("{problem:?}"),
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
    StreamingResponse, Transport, UnknownMember, UnknownValue, Value, http, serde_json, testing, transport,
};
#[cfg(feature = "blocking")]
pub use docwright_runtime::{BlockingIter, BlockingResponse, ByteReader};

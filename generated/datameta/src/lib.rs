//! A client for the DataMeta API.
//!
//! DataMeta collects research metadata together with the files it describes and checks both when they are submitted. These pages cover the account side of its API: API keys and passwords.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use datameta_client::Client;
//!
//! let client = Client::builder()
//!     .base_url("http://localhost/api/v1")
//!     .bearer_auth("secret")
//!     .build()?;
//! let answer = client.authentication_and_users().get_user_api_keys("id").await?;
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
//! A client or a single call takes credentials, which [`auth`] makes. A call sends those that its operation lists and the
//! client has; without any it is anonymous.
//!
//! - [`auth::bearer_auth`]: A token, sent as HTTP bearer authentication.
//! - [`auth::cookie_auth`]: An API key, sent in the cookie `datameta`.
//!
//! # Errors
//!
//! A failure is one [`Error`], which `?` passes on whatever the call. It tells its kind and its status, and keeps headers
//! and body.
//!
//! ```no_run
//! # async fn example(client: datameta_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use datameta_client::apis::authentication_and_users::CreateApiKeyError;
//!
//! if let Err(error) = client.authentication_and_users().create_api_key().await {
//!     match error.documented::<CreateApiKeyError>() {
//!         Some(CreateApiKeyError::BadRequest(problem)) => println!("{problem:?}"),
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

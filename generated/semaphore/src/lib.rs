//! A client for the Semaphore API.
//!
//! Semaphore is a web front end for Ansible: it runs playbooks, keeps their secrets and records what they print. These pages cover its sign-in calls, which open and close a session and manage the API tokens of the current user.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use semaphore_client::Client;
//!
//! let client = Client::builder()
//!     .base_url("https://demo.ansible-semaphore.com/api")
//!     .bearer("secret")
//!     .build()?;
//! let answer = client.authentication().user_tokens_get().await?;
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
//! - [`auth::bearer`]: An API key, sent in the header `Authorization`, after `Bearer`.
//! - [`auth::cookie`]: A cookie with its name, as in `session=4f2a`, sent in the header `Cookie`.
//!
//! # Errors
//!
//! A failure is one [`Error`], which `?` passes on whatever the call. It tells its kind and its status, and keeps headers
//! and body.
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

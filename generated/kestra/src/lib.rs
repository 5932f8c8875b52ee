//! A client for the Kestra API.
//!
//! Kestra runs workflows that are written as YAML. These pages cover the calls that come before signing in: accepting an invitation, choosing how to sign in and resetting a forgotten password.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use kestra_client::Client;
//!
//! let client = Client::builder().base_url("http://localhost").build()?;
//! let answer = client.auth().index().await?;
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

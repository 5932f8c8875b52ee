//! A client for the Zoo API.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use zoo_client::Client;
//!
//! let client = Client::builder().base_url("https://zoo.example").build()?;
//! let answer = client.zoo().list_animals().await?;
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
//! # async fn example(client: zoo_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use zoo_client::apis::zoo::FindError;
//!
//! if let Err(error) = client.zoo().find("key").await {
//!     match error.documented::<FindError>() {
//!         Some(FindError::NotFound(problem)) => println!("{problem:?}"),
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
pub use rust_decimal::{self, Decimal};
pub use uuid::{self, Uuid};

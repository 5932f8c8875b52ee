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
//! # Ok(())
//! # }
//! ```
//!
//! [`Client`] is where to begin: its methods lead to the operations, by tag. A call is sent when it is awaited; before
//! that, [`CallOptions`] and its own setters change it.
// Written by docwright; changes made here are lost when it runs again.

pub mod apis;
pub mod auth;
mod client;
pub mod models;

pub use client::{Client, ClientBuilder};
pub use docwright_runtime::{
    Backoff, Base64, Body, ByteStream, Bytes, CallExt, CallOptions, Date, DateTime, Error, ErrorBody, Event,
    EventStream, Events, Field, FilePart, Response, RetryPolicy, StreamingResponse, Transport, UnknownMember,
    UnknownValue, Value, http, testing, transport,
};

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
//! println!("{answer:?}");
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

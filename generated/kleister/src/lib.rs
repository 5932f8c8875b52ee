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
// Written by docwright; changes made here are lost when it runs again.

pub mod apis;
mod client;
pub mod models;

pub use client::{Client, ClientBuilder};
pub use docwright_runtime::{
    Backoff, Base64, Body, ByteStream, Bytes, CallExt, CallOptions, Date, DateTime, Error, ErrorBody, Event,
    EventStream, Events, Field, FilePart, Response, RetryPolicy, StreamingResponse, Transport, UnknownMember,
    UnknownValue, Value, http, testing, transport,
};

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

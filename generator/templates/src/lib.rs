//! {{ summary }}
{%- for line in package.docs %}
{%- if loop.first %}
//!
{%- endif %}
{%- if line.is_empty() %}
//!
{%- else %}
//! {{ line }}
{%- endif %}
{%- endfor %}
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
{%- for line in quickstart %}
{%- if line.is_empty() %}
//!
{%- else %}
//! {{ line }}
{%- endif %}
{%- endfor %}
//! # Ok(())
//! # }
//! ```
//!
//! [`Client`] is where to begin: its methods lead to the operations, by tag. A call is sent when it is awaited; before
//! that, [`CallOptions`] and its own setters change it.
//!
//! # Authentication
//!
{%- if package.schemes.is_empty() %}
//! The docs name no credentials; [`auth`] tells how to send one all the same.
{%- else %}
//! A client or a single call takes credentials, which [`auth`] makes. A call sends those that its operation lists and the
//! client has; without any it is anonymous.
//!
{%- for scheme in package.schemes %}
//! - [`auth::{{ scheme.function }}`]: {{ scheme.docs[0] }}
{%- endfor %}
{%- endif %}
//!
//! # Errors
//!
//! A failure is one [`Error`], which `?` passes on whatever the call. It tells its kind and its status, and keeps headers
//! and body.
{%- for line in failure %}
{%- if loop.first %}
//!
//! ```no_run
//! # async fn example(client: {{ package.ident }}::Client) -> Result<(), Box<dyn std::error::Error>> {
{%- endif %}
{%- if line.is_empty() %}
//!
{%- else %}
//! {{ line }}
{%- endif %}
{%- if loop.last %}
//! # Ok(())
//! # }
//! ```
{%- endif %}
{%- endfor %}
//!
//! # Features
//!
//! `rustls` (HTTPS) and `tracing` (a span per call) are on by default. `http2`, `gzip`, `brotli` and `proxy` extend the
//! default transport, `reqwest` brings another, and `blocking` makes calls, downloads, pages and events usable without
//! async.
// {{ banner }}

pub mod apis;
pub mod auth;
mod client;
pub mod models;

pub use client::{Client, ClientBuilder};
{%- for line in exports %}
{{ line }}
{%- endfor %}

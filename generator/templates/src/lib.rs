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
// {{ banner }}

pub mod apis;
{%- if has_schemes %}
pub mod auth;
{%- endif %}
mod client;
pub mod models;

pub use client::{Client, ClientBuilder};
{%- for line in exports %}
{{ line }}
{%- endfor %}

//! The runtime of the client crates that docwright writes: transport, authentication, encoding and errors.
//!
//! A generated crate re-exports what its users need, so this crate is rarely named directly. Its public face is small:
//!
//! * [`Call`] is a request that is ready to go: `.await` gives the documented body, [`Call::send`] the whole
//!   [`Response`]. [`CallOptions`] holds what every call can override.
//! * [`Error`] is the one error type, so that `?` composes over operations; [`ErrorBody`] reads the bodies that an
//!   API documents for its failures.
//! * [`Credential`] is a secret for one security scheme of an API. [`OAuth2`] fetches tokens, a [`CredentialProvider`]
//!   gets secrets from anywhere else, and a [`Signer`] computes them from the request.
//! * [`Transport`] is the seam below: any cloneable tower service can send the requests, [`HyperTransport`] is the
//!   default; [`transport`] has its settings and the others.
//! * [`DateTime`], [`Date`], [`Field`] and [`UnknownValue`] appear in models.
//!
//! # What it does not do
//!
//! Redirects are not followed yet: an answer with a 3xx status is an error whose headers can be read. Requests are not
//! retried. Answers are buffered whole. There is no timeout unless one is set, except for connecting.
//!
//! # Features
//!
//! Each adds something; none takes anything away or changes a model.
//!
//! * `rustls` (default): HTTPS by rustls with ring and the Mozilla root certificates. Without it the default transport
//!   refuses `https` base URLs.
//! * `tracing` (default): one span per call at debug level, named after the OpenTelemetry conventions for HTTP clients.
//!   It never holds a header, a query or a body.
//! * `http2`: the default transport speaks HTTP/2 to servers that offer it by ALPN.
//! * `gzip`, `brotli`: the default transport asks for compressed answers and decodes them.
//! * `proxy`: the default transport goes through the proxies of the environment or one that is set.
//! * `reqwest`: [`transport`]`::ReqwestTransport` sends with an existing `reqwest::Client`.
//! * `blocking`: every call has `send_blocking`, for code that is not async.

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod call;
mod client;
mod encode;
mod error;
mod execute;
mod macros;
mod operation;
mod options;
mod request;
mod trace;
mod types;
mod url;

#[doc(hidden)]
pub mod rt;
pub mod transport;

pub use bytes::Bytes;
pub use http;
pub use jiff;
pub use serde_json::Value;

pub use auth::{Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError};
pub use body::Body;
pub use call::{Call, Response};
pub use error::{Error, ErrorBody};
pub use options::CallOptions;
pub use transport::{BoxError, BoxFuture, HyperTransport, Transport};
pub use types::{Date, DateTime, Field, ParseDateError, UnknownValue};

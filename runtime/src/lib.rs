//! The runtime of the client crates that docwright writes: transport, authentication, encoding and errors.
//!
//! A generated crate re-exports what its users need, so this crate is rarely named directly. Its public face is small:
//!
//! * [`Call`] is a request that is ready to go: `.await` gives the documented body, [`Call::send`] the whole
//!   [`Response`]. [`CallOptions`] holds what every call can override.
//! * [`PageStream`] gives the pages of an operation that has them, or the items in them, one after another.
//! * [`CallExt`] reads answers while they come: [`StreamingResponse`] is one with its body as a [`ByteStream`],
//!   [`EventStream`] and [`Events`] are those of server-sent events.
//! * [`Body`] is what is sent: bytes, a file or a stream; [`FilePart`] is one in a form.
//! * [`Error`] is the one error type, so that `?` composes over operations; [`ErrorBody`] reads the bodies that an
//!   API documents for its failures.
//! * [`Credential`] is a secret for one security scheme of an API. [`OAuth2`] fetches tokens, a [`CredentialProvider`]
//!   gets secrets from anywhere else, and a [`Signer`] computes them from the request.
//! * [`Transport`] is the seam below: any cloneable tower service can send the requests, [`HyperTransport`] is the
//!   default; [`transport`] has its settings and the others.
//! * [`RetryPolicy`] decides what is tried again, [`Backoff`] is the default.
//! * [`DateTime`], [`Date`], [`Base64`], [`Field`], [`UnknownValue`] and [`UnknownMember`] appear in models.
//! * [`testing`] has a transport that answers from a script, for tests of code that makes calls.
//!
//! # How a call is sent
//!
//! A call is one or more attempts, and an attempt one or more requests:
//!
//! * **Attempts.** A failure that may pass is tried again, 3 times in all, if the method is idempotent (RFC 9110
//!   section 9.2.2), if the call was made so ([`CallOptions::idempotent`], [`CallOptions::idempotency_key`]), or if
//!   certainly nothing was sent. [`Backoff`] tells which failures those are and how long it waits.
//! * **Redirects** of safe methods (RFC 9110 section 9.2.1) are followed, at most 10 per attempt. Credentials do not go
//!   to another origin. Any other answer with a 3xx status is an error whose headers can be read.
//! * **Limits.** An attempt takes at most 60 seconds, which begin anew with each piece that is taken of a request's body,
//!   unless that is bytes in memory: a large upload takes the time it needs, and ends if it stalls. The body of an answer
//!   may pause for 30 seconds and be 64 MiB long, since it is held in memory; what [`CallExt`] reads is not held, and is
//!   bounded in its pauses alone. The call as a whole has no limit of its own unless one is set. Each of these can be set
//!   for a client and for a call. A connection takes at most 10 seconds to be made, which is a setting of the default
//!   transport ([`connect_timeout`](transport::HyperTransportBuilder::connect_timeout)). Time is measured by Tokio's
//!   clock; without one a call that has to wait is an error, unless its limits of time are taken away.
//!
//! # Without async
//!
//! With the feature `blocking` everything can be had from code that is not async, on any thread:
//!
//! * `send_blocking()` of every call gives the whole [`Response`].
//! * `send_streaming_blocking()`, a method of [`CallExt`], gives an answer whose body is a [`Read`](std::io::Read) and a
//!   [`BufRead`](std::io::BufRead), and can be saved as a file.
//! * `blocking()` makes an [`Iterator`] of a [`PageStream`], an [`EventStream`] and [`Events`]:
//!   `for name in call.items().blocking()`.
//! * [`Body::from_file`] sends a file; to open one is not async either.
//!
//! One thread of the process drives their connections. Inside an async runtime, whose other tasks would have to wait too,
//! each of them is an error of the kind [`is_request`](Error::is_request), and nothing is sent.
//!
//! # Features
//!
//! Each adds something; none takes anything away or changes a model.
//!
//! * `rustls` (default): HTTPS by rustls with ring and the Mozilla root certificates. Without it the default transport
//!   refuses `https` base URLs.
//! * `tracing` (default): one span per call, and in it one per request, at debug level; their fields are named after
//!   the OpenTelemetry conventions for HTTP clients. They never hold a header, a value of a query, an argument of the path
//!   whose name sounds like a secret, or a body; of the address of a redirect they hold scheme, host and port.
//! * `http2`: the default transport speaks HTTP/2 to servers that offer it by ALPN.
//! * `gzip`, `brotli`: the default transport asks for compressed answers and decodes them.
//! * `proxy`: the default transport goes through the proxies of the environment or one that is set.
//! * `reqwest`: [`transport`]`::ReqwestTransport` sends with a `reqwest::Client`, of settings or already there.
//! * `blocking`: calls, downloads, pages and events for code that is not async.
//! * `model-tests`: what the tests of generated crates check their models with.

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod call;
mod call_ext;
mod client;
mod clock;
mod encode;
mod error;
mod events;
mod execute;
mod limits;
mod macros;
#[cfg(feature = "model-tests")]
mod model_tests;
mod operation;
mod options;
mod pages;
mod redirect;
mod request;
mod retry;
mod streaming;
mod trace;
mod types;
mod url;

#[doc(hidden)]
pub mod rt;
pub mod testing;
pub mod transport;

pub use bytes::Bytes;
pub use http;
pub use jiff;
pub use serde_json;
pub use serde_json::Value;

pub use auth::{Credential, CredentialProvider, OAuth2, ProviderContext, Secret, Signature, Signer, TokenError};
#[cfg(feature = "blocking")]
pub use blocking::BlockingIter;
pub use body::{Body, FilePart};
pub use call::{Call, Response};
pub use call_ext::CallExt;
pub use error::{ConnectError, Error, ErrorBody};
pub use events::{Event, EventStream, Events};
pub use options::CallOptions;
pub use pages::PageStream;
pub use retry::{Backoff, RetryPolicy};
#[cfg(feature = "blocking")]
pub use streaming::{BlockingResponse, ByteReader};
pub use streaming::{ByteStream, StreamingResponse};
pub use transport::{BoxError, BoxFuture, HyperTransport, Transport};
pub use types::{Base64, Date, DateTime, Field, ParseDateError, UnknownMember, UnknownValue};

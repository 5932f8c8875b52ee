//! Spans, named after the OpenTelemetry conventions for HTTP clients.
//!
//! There is one per call, and in it one per request that goes out: per attempt, and per redirect that is followed. They
//! name the method, the path template, the server, the status and the kind of failure. Those of requests also name the
//! address without user info, the values of its query, and arguments whose names sound like secrets; of a redirect only
//! scheme, host and port. Headers and bodies may hold secrets and are not recorded.

use std::future::Future;
use std::pin::Pin;
#[cfg(feature = "tracing")]
use std::sync::atomic::{AtomicBool, Ordering};

use http::response::Parts;
use http::{StatusCode, Uri};
#[cfg(feature = "tracing")]
use tracing::field::Empty;

use crate::Error;
use crate::client::BaseUrl;
use crate::operation::Operation;
#[cfg(feature = "tracing")]
use crate::url::{Shown, port};

/// A span; nothing at all without the feature `tracing`.
pub(crate) struct Span {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
    /// Whether it is known how it ended.
    #[cfg(feature = "tracing")]
    has_ended: AtomicBool,
}

#[cfg(feature = "tracing")]
impl Span {
    /// The span of a call.
    pub(crate) fn call(operation: &Operation, base_url: &BaseUrl) -> Self {
        let span = tracing::debug_span!(
            "http.client.call",
            otel.name = %format_args!("{} {}", operation.method, operation.path),
            http.request.method = operation.method.as_str(),
            url.template = operation.path,
            server.address = without_brackets(base_url.host()),
            server.port = base_url.port(),
            http.response.status_code = Empty,
            error.r#type = Empty,
            otel.status_code = Empty,
        );
        Self { span, has_ended: AtomicBool::new(false) }
    }

    /// The span of one request of a call, of which `resent` went out before. It goes to the address of the call, or to
    /// that of a redirect.
    pub(crate) fn request(operation: &Operation, uri: &Uri, is_redirect: bool, resent: u32) -> Self {
        let span = tracing::debug_span!(
            "http.client.request",
            otel.name = %format_args!("{} {}", operation.method, operation.path),
            otel.kind = "client",
            http.request.method = operation.method.as_str(),
            http.request.resend_count = (resent > 0).then_some(resent),
            url.template = operation.path,
            url.full = %Shown::new(uri, operation.path, is_redirect),
            url.scheme = uri.scheme_str(),
            server.address = uri.host().map(without_brackets),
            server.port = port(uri),
            http.response.status_code = Empty,
            network.protocol.version = Empty,
            error.r#type = Empty,
            otel.status_code = Empty,
        );
        Self { span, has_ended: AtomicBool::new(false) }
    }

    /// Enters the span whenever the future runs.
    pub(crate) fn within<F: Future>(&self, mut future: Pin<&mut F>) -> impl Future<Output = F::Output> {
        std::future::poll_fn(move |cx| self.span.in_scope(|| future.as_mut().poll(cx)))
    }

    /// Notes that what it is the span of came to an end. Without this it was given up.
    pub(crate) fn end(&self) {
        self.has_ended.store(true, Ordering::Relaxed);
    }

    /// Calls a function inside the span.
    pub(crate) fn around<T>(&self, call: impl FnOnce() -> T) -> T {
        self.span.in_scope(call)
    }

    /// Records the status of an answer, which is the kind of a failure too from 400 on.
    pub(crate) fn record_status(&self, status: StatusCode) {
        self.record("http.response.status_code", status.as_u16());
        if status.is_client_error() || status.is_server_error() {
            self.record_failure(status.as_str());
        }
    }

    /// Records status and version of an answer.
    pub(crate) fn record_head(&self, head: &Parts) {
        self.record_status(head.status);
        self.record("network.protocol.version", version(head.version));
    }

    /// Records why it ended.
    pub(crate) fn record_error(&self, error: &Error) {
        self.end();
        self.record("http.response.status_code", error.status().map(|status| status.as_u16()));
        self.record_failure(error.type_name());
    }

    fn record_failure(&self, kind: &str) {
        self.record("error.type", kind);
        // What tracing-opentelemetry makes the status of the span.
        self.record("otel.status_code", "ERROR");
    }

    fn record(&self, field: &str, value: impl tracing::Value) {
        // A field is looked for by its name, even if nobody wants to know of it.
        if !self.span.is_disabled() {
            self.span.record(field, value);
        }
    }
}

/// A call that nobody waits for any more, or a request that took too long for its attempt, has not succeeded.
#[cfg(feature = "tracing")]
impl Drop for Span {
    fn drop(&mut self) {
        if !*self.has_ended.get_mut() {
            self.record_failure("cancelled");
        }
    }
}

/// An IPv6 address as it is outside of URLs.
#[cfg(feature = "tracing")]
fn without_brackets(host: &str) -> &str {
    host.trim_matches(['[', ']'])
}

/// The number of a version of HTTP, as in `1.1` and `2`.
#[cfg(feature = "tracing")]
fn version(version: http::Version) -> Option<&'static str> {
    match version {
        http::Version::HTTP_09 => Some("0.9"),
        http::Version::HTTP_10 => Some("1.0"),
        http::Version::HTTP_11 => Some("1.1"),
        http::Version::HTTP_2 => Some("2"),
        http::Version::HTTP_3 => Some("3"),
        _ => None,
    }
}

#[cfg(not(feature = "tracing"))]
impl Span {
    pub(crate) fn call(_: &Operation, _: &BaseUrl) -> Self {
        Self {}
    }

    pub(crate) fn request(_: &Operation, _: &Uri, _: bool, _: u32) -> Self {
        Self {}
    }

    pub(crate) fn end(&self) {}

    pub(crate) fn within<'f, F: Future>(&self, future: Pin<&'f mut F>) -> Pin<&'f mut F> {
        future
    }

    pub(crate) fn around<T>(&self, call: impl FnOnce() -> T) -> T {
        call()
    }

    pub(crate) fn record_status(&self, _: StatusCode) {}

    pub(crate) fn record_head(&self, _: &Parts) {}

    pub(crate) fn record_error(&self, _: &Error) {}
}

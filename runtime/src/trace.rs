//! Spans, named after the OpenTelemetry conventions for HTTP clients.
//!
//! There is one per call, and in it one per request that goes out: per attempt, and per redirect that is followed. They
//! name the method, the path template, the server, the status and the kind of failure. Headers, arguments and bodies
//! may hold secrets and are not recorded, nor is the address, which holds arguments.

use std::future::Future;
use std::pin::Pin;

use http::{StatusCode, Uri};

use crate::Error;
use crate::client::BaseUrl;
use crate::operation::Operation;

/// A span; nothing at all without the feature `tracing`.
pub(crate) struct Span {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
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
            server.address = base_url.host(),
            server.port = base_url.port(),
            http.response.status_code = tracing::field::Empty,
            error.r#type = tracing::field::Empty,
        );
        Self { span }
    }

    /// The span of one request of a call, of which `resent` went out before.
    pub(crate) fn request(operation: &Operation, uri: &Uri, resent: u32) -> Self {
        let span = tracing::debug_span!(
            "http.client.request",
            otel.name = %format_args!("{} {}", operation.method, operation.path),
            otel.kind = "client",
            http.request.method = operation.method.as_str(),
            http.request.resend_count = (resent > 0).then_some(resent),
            url.template = operation.path,
            url.scheme = uri.scheme_str(),
            server.address = uri.host(),
            server.port = crate::url::port(uri),
            http.response.status_code = tracing::field::Empty,
            error.r#type = tracing::field::Empty,
        );
        Self { span }
    }

    /// Enters the span whenever the future runs.
    pub(crate) fn within<F: Future>(&self, mut future: Pin<&mut F>) -> impl Future<Output = F::Output> {
        std::future::poll_fn(move |cx| self.span.in_scope(|| future.as_mut().poll(cx)))
    }

    /// Calls a function inside the span.
    pub(crate) fn around<T>(&self, call: impl FnOnce() -> T) -> T {
        self.span.in_scope(call)
    }

    /// Records the status of an answer, which is the kind of a failure too from 400 on.
    pub(crate) fn record_status(&self, status: StatusCode) {
        self.span.record("http.response.status_code", status.as_u16());
        if status.is_client_error() || status.is_server_error() {
            self.span.record("error.type", status.as_str());
        }
    }

    pub(crate) fn record_error(&self, error: &Error) {
        if let Some(status) = error.status() {
            self.span.record("http.response.status_code", status.as_u16());
        }
        self.span.record("error.type", error.type_name());
    }
}

#[cfg(not(feature = "tracing"))]
impl Span {
    pub(crate) fn call(_: &Operation, _: &BaseUrl) -> Self {
        Self {}
    }

    pub(crate) fn request(_: &Operation, _: &Uri, _: u32) -> Self {
        Self {}
    }

    pub(crate) fn within<'f, F: Future>(&self, future: Pin<&'f mut F>) -> Pin<&'f mut F> {
        future
    }

    pub(crate) fn around<T>(&self, call: impl FnOnce() -> T) -> T {
        call()
    }

    pub(crate) fn record_status(&self, _: StatusCode) {}

    pub(crate) fn record_error(&self, _: &Error) {}
}

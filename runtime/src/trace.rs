//! One span per call, named after the OpenTelemetry conventions for HTTP clients.
//!
//! A span names the method, the path template, the server and the status. Headers, arguments and bodies may hold secrets
//! and are not recorded.

use std::future::Future;

use http::StatusCode;

use crate::client::BaseUrl;
use crate::operation::Operation;

/// The span of one call; nothing at all without the feature `tracing`.
pub(crate) struct CallSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl CallSpan {
    pub(crate) fn new(operation: &Operation, base_url: &BaseUrl) -> Self {
        let span = tracing::debug_span!(
            "http.client.request",
            http.request.method = operation.method.as_str(),
            url.template = operation.path,
            server.address = base_url.host(),
            http.response.status_code = tracing::field::Empty,
        );
        Self { span }
    }

    /// Enters the span whenever the future runs.
    pub(crate) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    pub(crate) fn record_status(&self, status: StatusCode) {
        self.span.record("http.response.status_code", status.as_u16());
    }
}

#[cfg(not(feature = "tracing"))]
impl CallSpan {
    pub(crate) fn new(_: &Operation, _: &BaseUrl) -> Self {
        Self {}
    }

    pub(crate) fn within<F: Future>(&self, future: F) -> F {
        future
    }

    pub(crate) fn record_status(&self, _: StatusCode) {}
}

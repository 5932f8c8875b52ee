//! A call and its answer.

use std::fmt;
use std::future::IntoFuture;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::error::{Answer, Kind, request_id};
use crate::execute;
use crate::request::Prepared;
use crate::rt::{HasOptions, Options, Request};
use crate::trace::Span;
use crate::{BoxError, BoxFuture, Error};

/// A request that is ready to go: `.await` gives the documented body, [`send`](Self::send) the whole answer.
///
/// It owns everything it needs, so it can be kept, moved to another task, or sent later. An argument that could not be
/// encoded is reported when it is sent.
#[must_use = "does nothing until awaited"]
pub struct Call<T> {
    pub(crate) request: Box<Request>,
    /// The only part that depends on `T`, so that sending is compiled once.
    pub(crate) decode: fn(&Bytes) -> Result<T, BoxError>,
}

/// An answer with a 2xx status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The status, which tells apart the documented successes.
    pub status: StatusCode,
    /// The headers, as the server sent them.
    pub headers: HeaderMap,
    /// The body as it came, also where the docs give it no type and `body` is `()`.
    pub raw: Bytes,
    /// The body as the docs type it. Text is read as UTF-8, whatever `charset` the answer names.
    pub body: T,
}

impl<T> Response<T> {
    /// The name under which the server or a gateway logged the request, as [`Error::request_id`] finds it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }
}

impl<T> Call<T> {
    /// Sends the call and returns status, headers, raw bytes and decoded body.
    ///
    /// # Errors
    ///
    /// If an argument cannot be encoded, no answer comes, its status is not 2xx, or its body is not the documented
    /// type; the predicates of [`Error`] tell which.
    pub async fn send(self) -> Result<Response<T>, Error> {
        let span = execute::span(&self.request);
        let prepared = execute::prepare(&self.request, &span)?;
        let answer = execute::execute(&self.request, &prepared, &span).await?;
        match (self.decode)(&answer.raw) {
            Ok(body) => Ok(Response { status: answer.status, headers: answer.headers, raw: answer.raw, body }),
            Err(source) => Err(undecodable(&span, &self.request, &prepared, answer, source)),
        }
    }

    /// Sends the call from code that is not async, and waits for the answer.
    ///
    /// Connections are driven by one thread of the process, which is started by the first such call. A client may serve
    /// `.await` and `send_blocking` both: [`HyperTransport`](crate::HyperTransport) has connections for each. Another
    /// transport may have a connection that belongs to the runtime of an awaited call, and wait for it in vain if that
    /// runtime is not run at the time.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send). If an async runtime runs this code, where nothing may wait like this, nothing is sent and
    /// the error is [`is_request`](Error::is_request); on a thread of Tokio's `spawn_blocking` too, where
    /// `Handle::current().block_on(call.send())` does the same.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Response<T>, Error> {
        match crate::blocking::runtime("`send_blocking` was called", ".send().await") {
            Ok(runtime) => runtime.block_on(self.send()),
            Err(fault) => Err(self.request.error(Kind::Request(fault), None)),
        }
    }
}

/// The error of an answer that is not of the documented type. The call has failed by it.
pub(crate) fn undecodable(
    span: &Span,
    request: &Request,
    prepared: &Prepared,
    answer: Answer,
    source: BoxError,
) -> Error {
    let error = request.error(Kind::Decode, Some(prepared)).with_answer(answer).with_source(source);
    span.record_error(&error);
    error
}

impl<T: 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let span = execute::span(&self.request);
            let prepared = execute::prepare(&self.request, &span)?;
            let answer = execute::execute(&self.request, &prepared, &span).await?;
            (self.decode)(&answer.raw).map_err(|source| undecodable(&span, &self.request, &prepared, answer, source))
        })
    }
}

impl<T> HasOptions for Call<T> {
    fn options(&mut self) -> &mut Options {
        self.request.options_mut()
    }
}

/// Names the operation, never an argument.
impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.request).finish()
    }
}

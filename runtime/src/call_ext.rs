//! What every call can do besides giving the documented body.

use crate::Error;
use crate::events::EventStream;
use crate::rt::IntoRequest;
#[cfg(feature = "blocking")]
use crate::streaming::BlockingResponse;
use crate::streaming::{StreamingResponse, stream};

/// Ways to read the answer of a call while it comes, for every call of every generated crate.
///
/// They are methods of a trait, so that an operation's own setter of the same name wins and the trait may grow.
pub trait CallExt: IntoRequest + Sized {
    /// Sends the call and returns status, headers, and the body as a stream, whatever type the docs give it.
    ///
    /// It is retried and redirected as by `send`, up to the head of the answer. From there on no limit of time holds but
    /// `read_timeout`, and none of size.
    ///
    /// # Errors
    ///
    /// If an argument cannot be encoded, no answer comes, or its status is not 2xx; the body of a failure is kept.
    fn send_streaming(self) -> impl Future<Output = Result<StreamingResponse, Error>> + Send {
        let request = self.into_request();
        async move { stream(&request).await }
    }

    /// As [`send_streaming`](Self::send_streaming), for code that is not async: the body is a [`Read`](std::io::Read).
    ///
    /// # Errors
    ///
    /// As [`send_streaming`](Self::send_streaming). If an async runtime runs this code, where nothing may wait like this,
    /// nothing is sent and the error is [`is_request`](Error::is_request).
    #[cfg(feature = "blocking")]
    fn send_streaming_blocking(self) -> Result<BlockingResponse, Error> {
        let request = self.into_request();
        match crate::blocking::runtime("`send_streaming_blocking` was called", ".send_streaming().await") {
            Ok(runtime) => runtime.block_on(stream(&request)).map(BlockingResponse::from),
            Err(fault) => Err(request.error(crate::error::Kind::Request(fault), None)),
        }
    }

    /// The server-sent events that the call answers. Nothing is sent before the first one is asked for.
    fn events(self) -> EventStream {
        EventStream::new(self.into_request())
    }
}

impl<C: IntoRequest> CallExt for C {}

//! Answers whose bodies are read as they come.

mod byte_stream;
#[cfg(feature = "blocking")]
mod reader;
mod save;

use http::{HeaderMap, StatusCode};

use crate::Error;
use crate::error::request_id;
use crate::execute;
use crate::rt::Request;

pub use byte_stream::ByteStream;
#[cfg(feature = "blocking")]
pub use reader::{BlockingResponse, ByteReader};

/// An answer with a 2xx status whose body was not read yet.
///
/// ```no_run
/// # async fn example(call: docwright_runtime::Call<()>) -> Result<(), docwright_runtime::Error> {
/// use docwright_runtime::CallExt as _;
///
/// let answer = call.send_streaming().await?;
/// answer.body.on_progress(|done, total| println!("{done} of {total:?}")).save("backup.tar").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamingResponse {
    /// The status, which tells apart the documented successes.
    pub status: StatusCode,
    /// The headers, as the server sent them.
    pub headers: HeaderMap,
    /// The body, which is on its way.
    pub body: ByteStream,
}

impl StreamingResponse {
    /// The name under which the server or a gateway logged the request, as [`Error::request_id`] finds it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }
}

/// Sends a call and leaves the body of its answer to the caller.
///
/// # Errors
///
/// If nothing was sent, no answer came, or its status is not 2xx; the body of a failure is in the error.
pub(crate) async fn stream(request: &Request) -> Result<StreamingResponse, Error> {
    let span = execute::span(request);
    let prepared = execute::prepare(request, &span)?;
    let (answer, body) = execute::open(request, &prepared, &span).await?;
    let (status, headers) = (answer.status, answer.headers.clone());
    let failure = request.error(crate::error::Kind::Body, Some(&prepared)).with_answer(answer);
    Ok(StreamingResponse { status, headers, body: ByteStream::new(body, failure, request.limits()) })
}

//! Answers that are read as they come by code that is not async.

use std::fmt;
use std::io::{self, BufRead, Read};
use std::path::Path;

use bytes::{Buf as _, Bytes};
use http::{HeaderMap, StatusCode};

use super::{ByteStream, StreamingResponse, save};
use crate::Error;
use crate::blocking;
use crate::error::{Kind, request_id};

/// An answer with a 2xx status whose body was not read yet, for code that is not async.
///
/// ```no_run
/// # fn example(call: docwright_runtime::Call<()>) -> Result<(), docwright_runtime::Error> {
/// use docwright_runtime::CallExt as _;
///
/// let answer = call.send_streaming_blocking()?;
/// answer.body.on_progress(|done, total| println!("{done} of {total:?}")).save("backup.tar")?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct BlockingResponse {
    /// The status, which tells apart the documented successes.
    pub status: StatusCode,
    /// The headers, as the server sent them.
    pub headers: HeaderMap,
    /// The body, which is on its way.
    pub body: ByteReader,
}

impl BlockingResponse {
    /// The name under which the server or a gateway logged the request, as [`Error::request_id`] finds it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }
}

impl From<StreamingResponse> for BlockingResponse {
    fn from(answer: StreamingResponse) -> Self {
        let StreamingResponse { status, headers, body } = answer;
        Self { status, headers, body: ByteReader { stream: body, piece: Bytes::new() } }
    }
}

/// The bytes of an answer, as a [`Read`] and a [`BufRead`]. Dropping it closes the connection, unless all of them were
/// read.
///
/// What fails is an [`io::Error`] with an [`Error`] in it, for which [`is_body`](Error::is_body) is true if the answer
/// broke off, and [`is_timeout`](Error::is_timeout) if nothing came for the `read_timeout` of the call; its kind is then
/// [`TimedOut`](io::ErrorKind::TimedOut). If an async runtime runs the code that reads, where nothing may wait like this,
/// it is [`is_request`](Error::is_request), and what was not read can still be read elsewhere.
#[must_use = "is not read, so the answer is lost"]
pub struct ByteReader {
    stream: ByteStream,
    /// What has come and was not read yet.
    piece: Bytes,
}

impl ByteReader {
    /// How many bytes are still to be read, if the server has told.
    pub fn length(&self) -> Option<u64> {
        Some(self.stream.length()? + self.piece.len() as u64)
    }

    /// As [`ByteStream::on_progress`].
    pub fn on_progress(self, report: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        Self { stream: self.stream.on_progress(report), ..self }
    }

    /// Writes what is left into a file and returns how many bytes that were. As with [`ByteStream::save`] the file
    /// appears whole or not at all.
    ///
    /// # Errors
    ///
    /// If the answer breaks off, or if the file cannot be written: that error is then the source. If an async runtime
    /// runs this code, the error is [`is_request`](Error::is_request).
    pub fn save(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let runtime = blocking::runtime("`save` of a blocking answer was called", ".send_streaming().await");
        let runtime = runtime.map_err(|fault| Error::new(Kind::Request(fault)))?;
        runtime.block_on(save::save(self.piece, self.stream, path.as_ref()))
    }

    /// The next bytes; none at the end.
    fn next(&mut self) -> Result<Bytes, Error> {
        let runtime = blocking::runtime("a blocking answer was read", ".send_streaming().await");
        let runtime = runtime.map_err(|fault| Error::new(Kind::Request(fault)))?;
        Ok(runtime.block_on(self.stream.try_next())?.unwrap_or_default())
    }
}

impl BufRead for ByteReader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece.is_empty() {
            self.piece = self.next().map_err(io_error)?;
        }
        Ok(&self.piece)
    }

    fn consume(&mut self, amount: usize) {
        self.piece.advance(amount.min(self.piece.len()));
    }
}

impl Read for ByteReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

/// Says how many bytes are to come, never what they are.
impl fmt::Debug for ByteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByteReader").field(&self.stream).finish()
    }
}

fn io_error(error: Error) -> io::Error {
    let kind = if error.is_timeout() { io::ErrorKind::TimedOut } else { io::ErrorKind::Other };
    io::Error::new(kind, error)
}

//! The body of an answer, piece by piece.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::path::Path;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http_body::{Body as _, Frame};
use tokio::io::AsyncWrite;

use super::save;
use crate::clock::{self, NoClock};
use crate::error::{Kind, Late};
use crate::limits::Limits;
use crate::{Body, BoxFuture, Error};

/// The bytes of an answer, as they come. Dropping it closes the connection, unless all of them were read.
///
/// It is a [`Stream`] and ends with the first error. [`Error::is_body`] is then true if the answer broke off or could
/// not be written where it was to go, [`Error::is_timeout`] if nothing came for the `read_timeout` of the call.
#[must_use = "is not read, so the answer is lost"]
pub struct ByteStream {
    body: Body,
    /// What fails if the body does: it knows the call and the head of its answer. `None` once that has happened.
    failure: Option<Error>,
    limits: Limits,
    /// Runs while nothing comes.
    timer: Option<BoxFuture<Result<(), NoClock>>>,
}

impl ByteStream {
    pub(crate) fn new(body: Body, failure: Error, limits: Limits) -> Self {
        Self { body, failure: Some(failure), limits, timer: None }
    }

    /// The same stream without a limit to its pauses, unless one was set.
    pub(crate) fn patient(mut self) -> Self {
        self.limits.read = self.limits.read.or(Some(Duration::MAX));
        self
    }

    /// The next bytes; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// As [`next`](Self::next), with the error outside, for `?`.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error> {
        self.next().await.transpose()
    }

    /// How many bytes are still to come, if the server has told.
    pub fn length(&self) -> Option<u64> {
        self.body.size_hint().exact()
    }

    /// Reports how many bytes have come, and of how many if the server has told, whenever some have; in place of an
    /// earlier report.
    pub fn on_progress(self, report: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        Self { body: self.body.on_progress(report), ..self }
    }

    /// Writes everything and returns how many bytes that were. The writer is flushed and not shut down.
    ///
    /// # Errors
    ///
    /// If the answer breaks off, or if the writer fails: that error is then the source.
    pub async fn write_to(mut self, writer: impl AsyncWrite) -> Result<u64, Error> {
        let mut writer = pin!(writer);
        let mut written = 0;
        while let Some(bytes) = self.try_next().await? {
            written += bytes.len() as u64;
            write_all(writer.as_mut(), &bytes).await.map_err(|source| self.not_written(source))?;
        }
        poll_fn(|cx| writer.as_mut().poll_flush(cx)).await.map_err(|source| self.not_written(source))?;
        Ok(written)
    }

    /// Writes everything into a file and returns how many bytes that were.
    ///
    /// The file appears whole or not at all, in place of one of that name: until then the bytes are in a file beside
    /// it, whose name begins with a dot and ends in `.part`. That one is removed if anything goes wrong, or if this
    /// future is dropped. It needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If the answer breaks off, or if the file cannot be written: that error is then the source.
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        save::save(Bytes::new(), self, path.as_ref()).await
    }

    /// Everything at once.
    ///
    /// # Errors
    ///
    /// If the answer breaks off, or if it is larger than the `max_body_size` of the call.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let most = self.limits.body();
        let mut collected = BytesMut::new();
        while let Some(bytes) = self.try_next().await? {
            if bytes.len() > most - collected.len() {
                return Err(self.fail(Kind::BodyTooLarge(most)));
            }
            collected.extend_from_slice(&bytes);
        }
        Ok(collected.freeze())
    }

    pub(super) fn not_written(&mut self, source: io::Error) -> Error {
        self.fail(Kind::Write).with_source(source)
    }

    /// Ends the stream.
    pub(crate) fn fail(&mut self, kind: Kind) -> Error {
        self.failure.take().unwrap_or_else(|| Error::new(Kind::Body)).with_kind(kind)
    }

    /// The next frame, unless nothing comes for too long.
    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            self.timer = None;
            return Poll::Ready(frame.map(|frame| frame.map_err(|source| self.fail(Kind::Body).with_source(source))));
        }
        let limit = self.limits.read();
        let timer = self.timer.get_or_insert_with(|| Box::pin(clock::pause(limit)));
        Poll::Ready(Some(Err(match ready!(timer.as_mut().poll(cx)) {
            Ok(()) => self.fail(Kind::Timeout(Late::Read(limit))),
            Err(missing) => self.fail(Kind::Transport).with_source(missing),
        })))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let stream = self.get_mut();
        while stream.failure.is_some() {
            let Some(frame) = ready!(stream.poll_frame(cx)).transpose()? else { break };
            match frame.into_data() {
                Ok(bytes) if !bytes.is_empty() => return Poll::Ready(Some(Ok(bytes))),
                // Trailers and pieces of nothing.
                _ => {}
            }
        }
        Poll::Ready(None)
    }
}

/// Says how many bytes are to come, never what they are.
impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByteStream").field(&self.body).finish()
    }
}

async fn write_all(mut writer: Pin<&mut impl AsyncWrite>, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match poll_fn(|cx| writer.as_mut().poll_write(cx, bytes)).await? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            written => bytes = &bytes[written..],
        }
    }
    Ok(())
}

//! Bodies that come piece by piece.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::Frame;

use crate::clock::{NoClock, pause};
use crate::{Body, BoxError, BoxFuture};

/// The pieces of a body, and what happens between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunks {
    pub(super) pieces: VecDeque<Bytes>,
    /// Before each piece, and before the end.
    pub(super) delay: Duration,
    /// Whether the end is a failure.
    pub(super) broken: bool,
}

impl Chunks {
    pub(super) fn into_body(self) -> Body {
        Body::new(Chunked { chunks: self, waiting: None })
    }
}

struct Chunked {
    chunks: Chunks,
    waiting: Option<BoxFuture<Result<(), NoClock>>>,
}

impl http_body::Body for Chunked {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Self { chunks, waiting } = self.get_mut();
        let waited = ready!(waiting.get_or_insert_with(|| Box::pin(pause(chunks.delay))).as_mut().poll(cx));
        *waiting = None;
        Poll::Ready(match (waited, chunks.pieces.pop_front()) {
            (Err(missing), _) => Some(Err(missing.into())),
            (Ok(()), Some(piece)) => Some(Ok(Frame::data(piece))),
            (Ok(()), None) => chunks.broken.then(|| Err(io::Error::from(io::ErrorKind::UnexpectedEof).into())),
        })
    }
}

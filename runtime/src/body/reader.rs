//! A reader as a body.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::Frame;
use tokio::io::{AsyncRead, ReadBuf};

use super::CHUNK;

/// Whatever a reader gives until it ends.
pub(super) struct ReaderBody<R> {
    reader: Pin<Box<R>>,
    buffer: Box<[u8]>,
}

impl<R> ReaderBody<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader: Box::pin(reader), buffer: vec![0; CHUNK].into() }
    }
}

impl<R: AsyncRead> http_body::Body for ReaderBody<R> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let Self { reader, buffer } = self.get_mut();
        let mut read = ReadBuf::new(buffer);
        ready!(reader.as_mut().poll_read(cx, &mut read))?;
        // A copy of what came: the buffer itself would stay in memory for as long as a few of its bytes do.
        let piece = read.filled();
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(Bytes::copy_from_slice(piece)))))
    }
}

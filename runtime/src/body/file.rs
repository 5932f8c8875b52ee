//! A file as a body.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::CHUNK;
use crate::BoxFuture;

/// Runs what may block on a thread that is there for it.
///
/// # Errors
///
/// Those of the work, and if there is no Tokio runtime.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    // Without a runtime `spawn_blocking` would panic.
    let runtime = tokio::runtime::Handle::try_current().map_err(io::Error::other)?;
    runtime.spawn_blocking(work).await?
}

/// An open file, which any number of bodies may read at the same time.
pub(super) struct Content {
    /// Readers share the place where the file stands, so each of them goes to its own place before it reads.
    file: Arc<Mutex<File>>,
    start: u64,
    end: u64,
}

/// One reading of a file.
pub(super) struct Reading {
    file: Arc<Mutex<File>>,
    at: u64,
    end: u64,
    piece: Option<BoxFuture<io::Result<Bytes>>>,
}

impl Content {
    /// What follows in the file from where it stands.
    pub(super) fn new(mut file: File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file: its length is not known"));
        }
        let start = file.stream_position()?;
        Ok(Self { file: Arc::new(Mutex::new(file)), start, end: metadata.len().max(start) })
    }

    pub(super) fn read(&self) -> Reading {
        Reading { file: self.file.clone(), at: self.start, end: self.end, piece: None }
    }
}

impl http_body::Body for Reading {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let Self { file, at, end, piece } = self.get_mut();
        if at == end {
            return Poll::Ready(None);
        }
        let (place, length) = (*at, (*end - *at).min(CHUNK as u64) as usize);
        let reading = piece.get_or_insert_with(|| {
            let file = file.clone();
            Box::pin(blocking(move || read_at(&file, place, length)))
        });
        let read = ready!(reading.as_mut().poll(cx));
        *piece = None;
        Poll::Ready(Some(read.map(|bytes| {
            *at += bytes.len() as u64;
            Frame::data(bytes)
        })))
    }

    fn is_end_stream(&self) -> bool {
        self.at == self.end
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.end - self.at)
    }
}

fn read_at(file: &Mutex<File>, place: u64, length: usize) -> io::Result<Bytes> {
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    file.seek(SeekFrom::Start(place))?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes.into())
}

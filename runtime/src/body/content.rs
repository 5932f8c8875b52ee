//! What a body holds.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use hyper::body::Incoming;

use super::progress::Progress;
use super::pulse::Pulse;
use super::{Body, CHUNK};
use crate::BoxError;

pub(super) struct Content {
    pub(super) kind: Kind,
    pub(super) progress: Option<Progress>,
    /// What is told of every piece, if somebody wants to know whether the body moves.
    pub(super) pulse: Option<Pulse>,
}

/// Makes a body anew.
pub(super) type Make = Arc<dyn Fn() -> Body + Send + Sync>;

pub(super) enum Kind {
    Bytes(Bytes),
    /// The body of an answer, as hyper's client gives it.
    Answer(Incoming),
    Stream {
        stream: UnsyncBoxBody<Bytes, BoxError>,
        again: Option<Make>,
    },
}

impl Content {
    /// The next piece: all bytes, unless somebody wants to see them go.
    fn poll_kind(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.kind {
            Kind::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Kind::Bytes(bytes) => {
                let is_watched = self.progress.is_some() || self.pulse.is_some();
                let length = if is_watched { bytes.len().min(CHUNK) } else { bytes.len() };
                Poll::Ready(Some(Ok(Frame::data(bytes.split_to(length)))))
            }
            Kind::Answer(body) => Pin::new(body).poll_frame(cx).map_err(Into::into),
            Kind::Stream { stream, .. } => Pin::new(stream).poll_frame(cx),
        }
    }
}

impl HttpBody for Content {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let content = self.get_mut();
        let frame = ready!(content.poll_kind(cx));
        if let (Some(progress), Some(Ok(frame))) = (&mut content.progress, &frame) {
            progress.add(frame.data_ref().map_or(0, Bytes::len));
        }
        if let (Some(pulse), Some(Ok(frame))) = (&content.pulse, &frame) {
            // Pieces without bytes are no progress, however many come.
            if frame.data_ref().is_some_and(|piece| !piece.is_empty()) {
                pulse.beat();
            }
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Bytes(bytes) => bytes.is_empty(),
            Kind::Answer(body) => body.is_end_stream(),
            Kind::Stream { stream, .. } => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Kind::Answer(body) => body.size_hint(),
            Kind::Stream { stream, .. } => stream.size_hint(),
        }
    }
}

//! A stream as a body.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::Frame;

use crate::BoxError;

/// The items of a stream are the pieces of the body.
pub(super) struct StreamBody<S>(Pin<Box<S>>);

impl<S> StreamBody<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(Box::pin(stream))
    }
}

impl<S, T, E> http_body::Body for StreamBody<S>
where
    S: Stream<Item = Result<T, E>>,
    T: Into<Bytes>,
    E: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let item = self.0.as_mut().poll_next(cx);
        item.map_ok(|bytes| Frame::data(bytes.into())).map_err(Into::into)
    }
}

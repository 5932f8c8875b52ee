//! A body that has to have the length that was told for it.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::Body;
use crate::BoxError;

/// The length goes into the head of the request, so what does not have it would garble the request or the next one on
/// the connection (RFC 9112 section 6.3).
pub(super) struct Exactly {
    body: Body,
    left: u64,
}

impl Exactly {
    pub(super) fn new(body: Body, length: u64) -> Self {
        Self { body, left: length }
    }
}

impl http_body::Body for Exactly {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(cx)).transpose()?;
        let length = frame.as_ref().and_then(Frame::data_ref).map_or(0, Bytes::len) as u64;
        match this.left.checked_sub(length) {
            None => Poll::Ready(Some(Err("the body is longer than was told".into()))),
            Some(left) if left > 0 && frame.is_none() => {
                Poll::Ready(Some(Err(format!("the body is shorter than was told, by {left}").into())))
            }
            Some(left) => {
                this.left = left;
                Poll::Ready(frame.map(Ok))
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

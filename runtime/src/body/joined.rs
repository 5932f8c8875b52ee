//! Several bodies as one.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};

use super::Body;
use crate::BoxError;

/// The bytes of one body after those of another.
pub(super) struct Joined(VecDeque<Body>);

impl FromIterator<Body> for Joined {
    fn from_iter<I: IntoIterator<Item = Body>>(bodies: I) -> Self {
        Self(bodies.into_iter().collect())
    }
}

impl HttpBody for Joined {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let bodies = &mut self.get_mut().0;
        while let Some(first) = bodies.front_mut() {
            match ready!(Pin::new(first).poll_frame(cx)) {
                // Trailers of a part mean nothing to the whole.
                Some(Ok(frame)) if !frame.is_data() => {}
                Some(frame) => return Poll::Ready(Some(frame)),
                None => drop(bodies.pop_front()),
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.0.iter().all(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let exact = self.0.iter().map(|body| body.size_hint().exact());
        exact.sum::<Option<u64>>().map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

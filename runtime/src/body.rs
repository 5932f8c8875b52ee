//! The body of a request or answer on its way through a [`Transport`](crate::Transport).

use std::any::Any;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full};

use crate::BoxError;

/// A body: bytes that are all there, or a stream.
///
/// It is one named type so that a [`Transport`](crate::Transport) is object-safe and its futures are `Send`. It
/// implements [`http_body::Body`], which is how a transport reads it.
pub struct Body(Kind);

enum Kind {
    Full(Full<Bytes>),
    Stream(UnsyncBoxBody<Bytes, BoxError>),
}

impl Body {
    /// A body without bytes.
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// Wraps the body of another library. A `Body` is returned as it is.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        // Layers pass bodies on; without this each of them would add a box.
        let mut body = Some(body);
        if let Some(own) = (&mut body as &mut dyn Any).downcast_mut::<Option<Self>>().and_then(Option::take) {
            return own;
        }
        body.map_or_else(Self::empty, |body| Self(Kind::Stream(body.map_err(Into::into).boxed_unsync())))
    }

    /// A second body with the same bytes; `None` for a stream, which can be read only once.
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Kind::Full(full) => Some(Self(Kind::Full(full.clone()))),
            Kind::Stream(_) => None,
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self(Kind::Full(Full::new(bytes.into())))
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.get_mut().0 {
            Kind::Full(full) => Pin::new(full).poll_frame(cx).map_err(|never| match never {}),
            Kind::Stream(stream) => Pin::new(stream).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Kind::Full(full) => full.is_end_stream(),
            Kind::Stream(stream) => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Full(full) => full.size_hint(),
            Kind::Stream(stream) => stream.size_hint(),
        }
    }
}

/// Says how long the body is, never what it holds.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match http_body::Body::size_hint(self).exact() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(stream)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::Empty;

    use super::*;

    #[test]
    fn bytes_can_be_cloned_and_streams_cannot() {
        let body = Body::from("abc");
        assert_eq!(format!("{:?}", body.try_clone()), "Some(Body(3 bytes))");
        assert!(Body::new(Empty::<Bytes>::new()).try_clone().is_none());
    }

    #[test]
    fn a_body_is_not_wrapped_again() {
        assert!(Body::new(Body::from("abc")).try_clone().is_some());
    }
}

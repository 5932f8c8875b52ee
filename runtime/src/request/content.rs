//! The body of a request on its way out.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Frame;

use crate::{Body, BoxError};

/// Bytes, which can be sent as often as needed, or a stream, which can be sent once.
#[derive(Clone)]
pub(crate) enum Content {
    Bytes(Bytes),
    Stream(Arc<Mutex<Option<Body>>>),
}

impl Content {
    pub(super) fn stream(body: Body) -> Self {
        Self::Stream(Arc::new(Mutex::new(Some(body))))
    }

    pub(super) fn is_replayable(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::Stream(_) => false,
        }
    }

    /// A body to send. That of a stream which was sent before fails, so that it cannot pass for an empty one.
    pub(super) fn to_body(&self) -> Body {
        match self {
            Self::Bytes(bytes) => bytes.clone().into(),
            Self::Stream(body) => {
                let body = body.lock().unwrap_or_else(PoisonError::into_inner).take();
                body.unwrap_or_else(|| Body::new(Spent))
            }
        }
    }
}

/// A stream that is over, as a body and as the error of reading it.
#[derive(Debug)]
struct Spent;

impl http_body::Body for Spent {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Poll::Ready(Some(Err(Self.into())))
    }
}

impl fmt::Display for Spent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body is a stream, which was already sent")
    }
}

impl std::error::Error for Spent {}

#[cfg(test)]
mod tests {
    use http_body_util::{BodyExt as _, Empty};

    use super::*;

    #[tokio::test]
    async fn bytes_are_sent_again_and_a_stream_is_not() {
        let bytes = Content::Bytes("abc".into());
        assert!(bytes.is_replayable());
        for _ in 0..2 {
            assert_eq!(bytes.to_body().collect().await.unwrap().to_bytes(), "abc");
        }
        let stream = Content::stream(Body::new(Empty::new()));
        assert!(!stream.is_replayable());
        assert!(stream.to_body().collect().await.is_ok());
        let error = stream.to_body().collect().await.unwrap_err();
        assert_eq!(error.to_string(), "the body is a stream, which was already sent");
    }
}

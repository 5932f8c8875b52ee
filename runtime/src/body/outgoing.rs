//! The body of a call, which every attempt to send it reads anew.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::joined::Joined;
use super::{Body, Pulse};

/// Where the bodies of attempts come from. Clones share it, so that a stream is read once however often it is cloned.
#[derive(Clone)]
pub(crate) enum Outgoing {
    /// Bytes, which every attempt sends.
    Bytes(Bytes),
    /// A body; gone once it was sent, unless it can be read again.
    Body(Arc<Mutex<Option<Body>>>),
    /// One after the other.
    Joined(Arc<[Outgoing]>),
}

impl Outgoing {
    /// The body for the next attempt, which may be watched while it is read. If there can be none, reading it fails.
    pub(crate) fn next(&self, pulse: Option<&Pulse>) -> Body {
        let body = match self {
            Self::Bytes(bytes) => Body::from(bytes.clone()),
            Self::Body(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let next = kept.as_ref().and_then(Body::try_clone).or_else(|| kept.take());
                next.unwrap_or_else(|| Body::from_stream(Sent))
            }
            // Its parts are watched, so that large bytes among them go piece by piece.
            Self::Joined(all) => return Body::new(all.iter().map(|part| part.next(pulse)).collect::<Joined>()),
        };
        match pulse {
            Some(pulse) => body.with_pulse(pulse.clone()),
            None => body,
        }
    }

    /// Whether there is a body for an attempt after the next one.
    pub(crate) fn is_replayable(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::Body(kept) => {
                let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.as_ref().is_some_and(Body::is_replayable)
            }
            Self::Joined(all) => all.iter().all(Self::is_replayable),
        }
    }

    /// The bytes, unless they come from a stream.
    pub(crate) fn bytes(&self) -> Option<&Bytes> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Body(_) | Self::Joined(_) => None,
        }
    }
}

impl From<Body> for Outgoing {
    fn from(body: Body) -> Self {
        match body.as_bytes() {
            Some(bytes) => Self::Bytes(bytes),
            None => Self::Body(Arc::new(Mutex::new(Some(body)))),
        }
    }
}

/// Stands for a stream that is gone.
struct Sent;

impl Stream for Sent {
    type Item = Result<Bytes, &'static str>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Err("the body is a stream, which was already sent")))
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    /// Sends it twice.
    async fn check(outgoing: Outgoing, expected: [Result<&'static str, &str>; 2]) {
        assert_eq!(outgoing.is_replayable(), expected[1].is_ok());
        for expected in expected {
            let sent =
                outgoing.next(None).collect().await.map(|body| body.to_bytes()).map_err(|error| error.to_string());
            assert_eq!(sent, expected.map(Bytes::from).map_err(str::to_owned));
        }
    }

    const GONE: Result<&'static str, &str> = Err("the body is a stream, which was already sent");

    #[tokio::test]
    async fn only_what_can_be_read_again_is_sent_again() {
        let stream = || Body::from_reader(&b"abc"[..], None);
        check(Body::from("abc").into(), [Ok("abc"); 2]).await;
        check(Body::from_fn(stream).into(), [Ok("abc"); 2]).await;
        check(stream().into(), [Ok("abc"), GONE]).await;
    }

    #[tokio::test]
    async fn several_are_sent_again_if_all_of_them_can_be() {
        let joined = |last: Outgoing| Outgoing::Joined([Outgoing::Bytes("ab".into()), last].into());
        check(joined(Body::from_fn(|| Body::from("c")).into()), [Ok("abc"); 2]).await;
        check(joined(Body::from_reader(&b"c"[..], None).into()), [Ok("abc"), GONE]).await;
    }
}

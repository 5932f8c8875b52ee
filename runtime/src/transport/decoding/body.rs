//! A body that is decoded while it is read.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body as _, Frame};

use super::Decoder;
use crate::{Body, BoxError};

/// The decoded form of a body. Trailers are passed on.
pub(super) struct Decoded {
    body: Body,
    decoder: Box<dyn Decoder>,
    /// What has come and is not decoded yet.
    input: Bytes,
    state: State,
}

enum State {
    /// Nothing has come yet.
    Empty,
    Reading,
    /// The input has ended, perhaps with trailers.
    Ended(Option<Frame<Bytes>>),
    /// All is passed on, or a fault was.
    Done,
}

impl Decoded {
    pub(super) fn new(body: Body, decoder: Box<dyn Decoder>) -> Self {
        Self { body, decoder, input: Bytes::new(), state: State::Empty }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Frame<Bytes>>, BoxError>> {
        loop {
            match &mut self.state {
                State::Done => return Poll::Ready(Ok(None)),
                State::Ended(trailers) => {
                    let trailers = trailers.take();
                    self.state = State::Done;
                    return Poll::Ready(Ok(trailers));
                }
                State::Empty | State::Reading => {}
            }
            let piece = self.decoder.step(&mut self.input)?;
            if !piece.is_empty() {
                return Poll::Ready(Ok(Some(Frame::data(piece))));
            }
            let frame = ready!(Pin::new(&mut self.body).poll_frame(cx)).transpose()?;
            match frame.map(Frame::into_data) {
                Some(Ok(data)) if data.is_empty() => {}
                Some(Ok(data)) => {
                    self.input = data;
                    self.state = State::Reading;
                }
                ended => {
                    let was_empty = matches!(self.state, State::Empty);
                    self.state = State::Ended(ended.and_then(Result::err));
                    // An answer without a byte has nothing to decode, whatever its headers say.
                    let rest = if was_empty { Bytes::new() } else { self.decoder.finish()? };
                    if !rest.is_empty() {
                        return Poll::Ready(Ok(Some(Frame::data(rest))));
                    }
                }
            }
        }
    }
}

impl http_body::Body for Decoded {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = ready!(self.poll(cx));
        if polled.is_err() {
            self.state = State::Done;
        }
        Poll::Ready(polled.transpose())
    }
}

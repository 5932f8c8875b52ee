//! The stream of pages.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::Paging;
use super::walk::{Facts, Stuck, Walk};
use crate::call::undecodable;
use crate::error::{Answer, Kind};
use crate::execute;
use crate::request::{Prepared, Request};
use crate::trace::Span;
use crate::{BoxError, BoxFuture, Call, Error};

/// The pages that begin with the answer to a call.
pub(super) struct Pages<P: 'static, T: 'static> {
    paging: &'static Paging<P, T>,
    decode: fn(&Bytes) -> Result<P, BoxError>,
    source: Source,
}

/// The answers behind the pages. Of a page it is the part that depends on no type, so that it is compiled once.
struct Source {
    walk: Walk,
    state: State,
}

enum State {
    /// The request for the next page.
    Ready(Box<Request>),
    Sending(BoxFuture<Result<Received, Error>>),
    /// The page was given out; its error was not.
    Stuck(Error),
    Ended,
}

/// An answer, with what asked for it.
struct Received {
    request: Box<Request>,
    prepared: Prepared,
    answer: Answer,
    /// The span of the call, which may yet fail.
    span: Span,
}

impl<P, T> Pages<P, T> {
    pub(super) fn new(call: Call<P>, paging: &'static Paging<P, T>) -> Self {
        let walk = Walk::new(&paging.rules, &call.request);
        Pages { paging, decode: call.decode, source: Source { walk, state: State::Ready(call.request) } }
    }

    /// The items of a page, which are left out of it.
    pub(super) fn take_items(&self, mut page: P) -> Vec<T> {
        (self.paging.items)(&mut page).map(std::mem::take).unwrap_or_default()
    }
}

impl<P, T> Stream for Pages<P, T> {
    type Item = Result<P, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let received = match ready!(self.source.poll_answer(context)) {
            Some(Ok(received)) => received,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let mut page = match (self.decode)(&received.answer.raw) {
            Ok(page) => page,
            Err(source) => {
                let Received { request, prepared, answer, span } = received;
                return Poll::Ready(Some(Err(undecodable(&span, &request, &prepared, answer, source))));
            }
        };
        let facts = self.paging.facts(&mut page, &received.answer.raw);
        Poll::Ready(Some(self.source.go_on(&facts, received).map(|()| page)))
    }
}

impl Source {
    /// The next answer. Whoever takes it ends the stream unless [`go_on`](Self::go_on) follows.
    fn poll_answer(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Received, Error>>> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Ended) {
                State::Ready(request) => State::Sending(Box::pin(send(request))),
                State::Sending(mut sending) => match sending.as_mut().poll(context) {
                    Poll::Pending => {
                        self.state = State::Sending(sending);
                        return Poll::Pending;
                    }
                    Poll::Ready(received) => return Poll::Ready(Some(received)),
                },
                State::Stuck(error) => return Poll::Ready(Some(Err(error))),
                State::Ended => return Poll::Ready(None),
            }
        }
    }

    /// Prepares for the page after this one.
    ///
    /// # Errors
    ///
    /// If this one must not be given out.
    fn go_on(&mut self, facts: &Facts, received: Received) -> Result<(), Error> {
        let Received { mut request, prepared, answer, span } = received;
        let error = |request: &Request, stuck: Stuck, answer| {
            request.error(Kind::Pagination(stuck), Some(&prepared)).with_answer(answer)
        };
        if let Err(stuck) = self.walk.accept(facts) {
            let error = error(&request, stuck, answer);
            span.record_error(&error);
            return Err(error);
        }
        self.state = match self.walk.advance(facts, &mut request) {
            Ok(true) => State::Ready(request),
            Ok(false) => State::Ended,
            Err(stuck) => State::Stuck(error(&request, stuck, answer)),
        };
        Ok(())
    }
}

async fn send(mut request: Box<Request>) -> Result<Received, Error> {
    // Each page may be tried as often as a call may.
    request.begin_anew();
    let span = execute::span(&request);
    let prepared = execute::prepare(&request, &span)?;
    let answer = execute::execute(&request, &prepared, &span).await?;
    Ok(Received { request, prepared, answer, span })
}

//! The events of a call, over as many connections as they need.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;

use super::parser::Parser;
use super::reconnect::Reconnect;
use super::{Event, Events};
use crate::clock;
use crate::error::{Answer, Kind, Mismatch};
use crate::request::Request;
use crate::streaming::stream;
use crate::{BoxFuture, ByteStream, Error, StreamingResponse};

/// The server-sent events that a call answers, as a [`Stream`]. Nothing is sent before the first one is asked for.
///
/// When the connection of a `GET` is dropped, or the answer ends, it is made again, with the ID of the last event in
/// `Last-Event-ID` (WHATWG HTML section 9.2.3): after the time that the server asked for by `retry`, or else 3 seconds,
/// and twice as long each time while nothing comes. The stream ends with
///
/// * a 204, by which a server says that there will be no more;
/// * a failure that another connection would not mend, such as another status, or an answer that is no event stream;
/// * 10 connections, or [another number](Self::max_reconnects), over which nothing came: with the failure of the last
///   one, if it failed.
///
/// The first connection is made by the rules of every other call, so if it fails, the stream does. Limits of time end
/// with the head of an answer, except that a `read_timeout` that was set drops a connection on which nothing comes: the
/// standard asks servers to send a comment every 15 seconds or so.
#[must_use = "does nothing until it is read"]
pub struct EventStream {
    /// `None` while a connection is made with it.
    request: Option<Box<Request>>,
    state: State,
    parser: Parser,
    /// Events that have come and were not asked for yet.
    events: VecDeque<Event>,
    reconnect: Reconnect,
    /// Whether the request may be sent more than once at all.
    repeatable: bool,
    /// Those of the last answer; `None` before the first.
    headers: Option<HeaderMap>,
}

enum State {
    New,
    Connecting(BoxFuture<(Box<Request>, Result<StreamingResponse, Error>)>),
    Reading(ByteStream),
    /// Over, perhaps with a failure that nobody was told of yet.
    Ended(Option<Error>),
}

const EVENT_STREAM: &str = "text/event-stream";

/// The most bytes of one event.
const MOST_OF_AN_EVENT: usize = 16 * 1024 * 1024;

impl EventStream {
    pub(crate) fn new(mut request: Box<Request>) -> Self {
        let options = request.options_mut();
        if options.headers.iter().all(|(name, _)| name != ACCEPT) {
            options.set_header(ACCEPT.as_str(), EVENT_STREAM.as_bytes());
        }
        Self {
            repeatable: request.operation().method == Method::GET && request.is_replayable(),
            request: Some(request),
            state: State::New,
            parser: Parser::new(String::new(), MOST_OF_AN_EVENT),
            events: VecDeque::new(),
            reconnect: Reconnect::new(),
            headers: None,
        }
    }

    /// Goes on after the event with this ID, which is one of an earlier stream.
    pub fn resume_from(mut self, last_event_id: impl Into<String>) -> Self {
        self.parser = Parser::new(last_event_id.into(), MOST_OF_AN_EVENT);
        self
    }

    /// Ends with the first connection: for servers that end their streams without a 204.
    pub fn without_reconnect(self) -> Self {
        self.max_reconnects(0)
    }

    /// How many connections in a row may bring nothing before the stream ends.
    pub fn max_reconnects(mut self, times: u32) -> Self {
        self.reconnect.at_most(times);
        self
    }

    /// The ID of the last event that had one; empty if none had.
    pub fn last_event_id(&self) -> &str {
        self.parser.last_event_id()
    }

    /// The same stream with the data of its events read as JSON.
    pub fn json<T: DeserializeOwned>(self) -> Events<T> {
        Events::new(self)
    }

    /// The next event; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Event, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// As [`next`](Self::next), with the error outside, for `?`.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn try_next(&mut self) -> Result<Option<Event>, Error> {
        self.next().await.transpose()
    }

    /// The events as an iterator, for code that is not async.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> crate::BlockingIter<Self> {
        crate::BlockingIter::new(self)
    }

    /// Data that is not of the documented type.
    pub(super) fn mismatch(&self, data: String, error: &serde_json::Error) -> Error {
        let source = Mismatch::new(error, data.as_bytes());
        let error = match &self.request {
            Some(request) => request.error(Kind::Decode, None),
            None => Error::new(Kind::Decode),
        };
        let headers = self.headers.clone().unwrap_or_default();
        error.with_answer(Answer { status: StatusCode::OK, headers, raw: data.into() }).with_source(source)
    }

    /// Makes a connection after a while.
    fn connect(&mut self, wait: Duration) {
        let Some(mut request) = self.request.take() else { return self.end(None) };
        let last = self.parser.last_event_id();
        if !last.is_empty() {
            request.options_mut().set_header("last-event-id", last.as_bytes());
        }
        request.begin_anew();
        self.state = State::Connecting(Box::pin(async move {
            let answer = match clock::pause(wait).await {
                Ok(()) => stream(&request).await,
                Err(missing) => Err(request.error(Kind::Transport, None).with_source(missing)),
            };
            (request, answer)
        }));
    }

    fn connected(&mut self, answer: Result<StreamingResponse, Error>) {
        match answer {
            Ok(answer) if answer.status == StatusCode::NO_CONTENT => self.end(None),
            Ok(mut answer) if !is_event_stream(&answer.headers) => {
                let error = answer.body.fail(Kind::Decode);
                self.end(Some(error.with_source("the answer is no event stream")));
            }
            Ok(answer) => {
                self.headers = Some(answer.headers);
                self.parser = Parser::new(self.parser.last_event_id().to_owned(), MOST_OF_AN_EVENT);
                self.state = State::Reading(answer.body.patient());
            }
            Err(error) if self.headers.is_some() && is_passing(&error) => self.dropped(Some(error)),
            Err(error) => self.end(Some(error)),
        }
    }

    fn read(&mut self, bytes: &[u8]) {
        self.reconnect.succeeded();
        if let Err(too_large) = self.parser.read(bytes, &mut self.events) {
            let State::Reading(body) = &mut self.state else { return };
            let error = body.fail(Kind::Body).with_source(too_large);
            self.end(Some(error));
        }
        if let Some(wait) = self.parser.retry() {
            self.reconnect.wait(wait);
        }
    }

    /// The connection is gone; `error` says why, unless the answer was at its end.
    fn dropped(&mut self, error: Option<Error>) {
        match self.reconnect.next().filter(|_| self.repeatable) {
            Some(wait) => self.connect(wait),
            None => self.end(error),
        }
    }

    fn end(&mut self, error: Option<Error>) {
        self.state = State::Ended(error);
    }
}

impl Stream for EventStream {
    type Item = Result<Event, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Event, Error>>> {
        let stream = self.get_mut();
        loop {
            if let Some(event) = stream.events.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            match &mut stream.state {
                State::New => stream.connect(Duration::ZERO),
                State::Connecting(connecting) => {
                    let (request, answer) = ready!(connecting.as_mut().poll(cx));
                    stream.request = Some(request);
                    stream.connected(answer);
                }
                State::Reading(body) => match ready!(Pin::new(body).poll_next(cx)) {
                    Some(Ok(bytes)) => stream.read(&bytes),
                    Some(Err(error)) => stream.dropped(Some(error)),
                    None => stream.dropped(None),
                },
                State::Ended(error) => return Poll::Ready(error.take().map(Err)),
            }
        }
    }
}

/// Names the operation, never an argument or an event.
impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("request", &self.request).finish_non_exhaustive()
    }
}

/// Whether the failure of a connection may be gone the next time.
fn is_passing(error: &Error) -> bool {
    error.is_connect() || error.is_transport() || error.is_timeout()
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media_type.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case(EVENT_STREAM))
}

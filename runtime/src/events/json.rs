//! Events whose data is JSON.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::{Event, EventStream};
use crate::Error;

/// An [`EventStream`] whose events have JSON as their data.
///
/// Data that is not of the type is an error of the kind [`Error::is_decode`], with the data as its
/// [`raw`](Error::raw). The stream goes on after it, so that one odd event does not cost the others.
#[must_use = "does nothing until it is read"]
pub struct Events<T> {
    stream: EventStream,
    read: fn(&str) -> serde_json::Result<T>,
}

impl<T: DeserializeOwned> Events<T> {
    pub(super) fn new(stream: EventStream) -> Self {
        Self { stream, read: |data| serde_json::from_str(data) }
    }
}

impl<T> Events<T> {
    /// The same stream with the data of its events as text.
    pub fn raw(self) -> EventStream {
        self.stream
    }

    /// As [`EventStream::resume_from`].
    pub fn resume_from(self, last_event_id: impl Into<String>) -> Self {
        Self { stream: self.stream.resume_from(last_event_id), ..self }
    }

    /// As [`EventStream::without_reconnect`].
    pub fn without_reconnect(self) -> Self {
        Self { stream: self.stream.without_reconnect(), ..self }
    }

    /// As [`EventStream::max_reconnects`].
    pub fn max_reconnects(self, times: u32) -> Self {
        Self { stream: self.stream.max_reconnects(times), ..self }
    }

    /// As [`EventStream::last_event_id`].
    pub fn last_event_id(&self) -> &str {
        self.stream.last_event_id()
    }

    /// The next event; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// As [`next`](Self::next), with the error outside, for `?`.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn try_next(&mut self) -> Result<Option<Event<T>>, Error> {
        self.next().await.transpose()
    }

    /// The events as an iterator, for code that is not async.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> crate::BlockingIter<Self> {
        crate::BlockingIter::new(self)
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        let Some(event) = ready!(Pin::new(&mut self.stream).poll_next(cx)).transpose()? else {
            return Poll::Ready(None);
        };
        let Event { event, data, id } = event;
        Poll::Ready(Some(match (self.read)(&data) {
            Ok(data) => Ok(Event { event, data, id }),
            Err(error) => Err(self.stream.mismatch(data, &error)),
        }))
    }
}

/// Names the operation, never an argument or an event.
impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stream.fmt(f)
    }
}

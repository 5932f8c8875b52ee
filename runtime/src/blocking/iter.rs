//! Streams for code that is not async.

use std::fmt;
use std::future::poll_fn;
use std::iter::FusedIterator;
use std::pin::Pin;

use futures_core::Stream;

use super::runtime;
use crate::Error;
use crate::error::Kind;

/// A stream as an iterator: each item is waited for on the thread that asks for it.
///
/// `blocking()` of a [`PageStream`](crate::PageStream), an [`EventStream`](crate::EventStream) and
/// [`Events`](crate::Events) gives it. If an async runtime runs the code that asks for an item, where nothing may wait
/// like this, nothing is sent, the item is an error of the kind [`is_request`](Error::is_request), and the iterator is at
/// its end.
///
/// ```no_run
/// # fn example(names: docwright_runtime::PageStream<String>) -> Result<(), docwright_runtime::Error> {
/// for name in names.blocking() {
///     println!("{}", name?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "does nothing until it is read"]
pub struct BlockingIter<S> {
    stream: S,
    is_over: bool,
}

impl<S> BlockingIter<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, is_over: false }
    }
}

impl<T, S: Stream<Item = Result<T, Error>> + Unpin> Iterator for BlockingIter<S> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        if self.is_over {
            return None;
        }
        let next = match runtime("a blocking iterator was read", ".next().await") {
            Ok(runtime) => runtime.block_on(poll_fn(|cx| Pin::new(&mut self.stream).poll_next(cx))),
            Err(fault) => {
                self.is_over = true;
                return Some(Err(Error::new(Kind::Request(fault))));
            }
        };
        self.is_over = next.is_none();
        next
    }
}

impl<T, S: Stream<Item = Result<T, Error>> + Unpin> FusedIterator for BlockingIter<S> {}

impl<S: fmt::Debug> fmt::Debug for BlockingIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingIter").field(&self.stream).finish()
    }
}

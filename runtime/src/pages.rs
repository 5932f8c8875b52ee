//! Answers that come in pages: the stream of the pages, and that of the items in them.

mod items;
mod paging;
mod source;
mod walk;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::{Call, Error};

pub use paging::Paging;

use items::Items;
use source::Pages;

/// The pages of an operation, or the items in them, one after another. `.pages()` and `.items()` of a call give it.
///
/// It is lazy: a page is asked for when it is wanted, and never before the one ahead of it was taken. Every page is a
/// call of its own, with the arguments and the overrides of the first.
///
/// It ends with the page that the server calls the last, or that is the last by the numbers it states. Where the server
/// says neither, only a page without items is the end, which is one call more.
///
/// It implements [`Stream`], and has what is used most of the extension traits of the `futures` crate, so that none is
/// needed. After an error it is at its end. Server and client may disagree for ever on what comes next; a page that
/// comes twice, or that is announced as next a second time, is an error for which
/// [`is_pagination`](Error::is_pagination) is true.
///
/// ```
/// # async fn example(mut names: docwright_runtime::PageStream<String>) -> Result<(), docwright_runtime::Error> {
/// while let Some(name) = names.try_next().await? {
///     println!("{name}");
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "does nothing until it is read"]
pub struct PageStream<T> {
    stream: Pin<Box<dyn Stream<Item = Result<T, Error>> + Send>>,
}

/// The pages that begin with the answer to `call`.
pub fn pages<P: Send + 'static, T: Send + 'static>(call: Call<P>, paging: &'static Paging<P, T>) -> PageStream<P> {
    PageStream { stream: Box::pin(Pages::new(call, paging)) }
}

/// The items of the pages that begin with the answer to `call`.
pub fn items<P: Send + 'static, T: Send + 'static>(call: Call<P>, paging: &'static Paging<P, T>) -> PageStream<T> {
    PageStream { stream: Box::pin(Items::new(Pages::new(call, paging))) }
}

impl<T> PageStream<T> {
    /// The next page or item; `None` after the last. Dropping the future loses nothing.
    ///
    /// # Errors
    ///
    /// Those of [`Call::send`], and that pages do not follow each other.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.stream.as_mut().poll_next(context)).await
    }

    /// As [`next`](Self::next), with the error outside, for `?`.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        self.next().await.transpose()
    }

    /// The pages or items as an iterator, for code that is not async.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> crate::BlockingIter<Self> {
        crate::BlockingIter::new(self)
    }

    /// Everything that is left, in memory.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next); what came before the error is lost.
    pub async fn try_collect(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(one) = self.try_next().await? {
            all.push(one);
        }
        Ok(all)
    }
}

impl<T> Stream for PageStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.as_mut().poll_next(context)
    }
}

impl<T> fmt::Debug for PageStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").finish_non_exhaustive()
    }
}

//! The stream of the items in pages.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

use futures_core::Stream;

use super::source::Pages;
use crate::Error;

/// The items of one page after another.
pub(super) struct Items<P: 'static, T: 'static> {
    pages: Pages<P, T>,
    /// What is left of the latest page.
    items: IntoIter<T>,
}

impl<P, T> Items<P, T> {
    pub(super) fn new(pages: Pages<P, T>) -> Self {
        Items { pages, items: Vec::new().into_iter() }
    }
}

impl<P, T> Unpin for Items<P, T> {}

impl<P, T> Stream for Items<P, T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items = self.pages.take_items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

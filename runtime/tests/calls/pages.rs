//! Answers that come in pages.

mod guards;
mod operations;
mod rules;
mod server;

use std::pin::Pin;

use docwright_runtime::{CallOptions as _, PageStream};
use futures_core::Stream;

use self::operations::Pet;
use self::server::Server;

/// Ten pets, three to a page, by page number.
fn numbered() -> Server {
    Server::new(|query| {
        let page = query.number("page").unwrap_or(1);
        server::page(&server::numbers(10, (page - 1) * 3, 3))
    })
}

fn names(pets: Vec<Pet>) -> Vec<i64> {
    pets.into_iter().map(|pet| pet.id).collect()
}

#[tokio::test]
async fn items_are_those_of_all_pages() {
    let server = numbered();
    let pets = server.pets().by_page().items().try_collect().await.unwrap();
    assert_eq!(names(pets), (0..10).collect::<Vec<_>>());
    assert_eq!(server.sent(), ["", "page=2", "page=3", "page=4", "page=5"]);
}

#[tokio::test]
async fn pages_are_what_the_server_sent() {
    let pages = numbered().pets().by_page().pages().try_collect().await.unwrap();
    let counts: Vec<_> = pages.into_iter().map(|page| page.data.unwrap_or_default().len()).collect();
    assert_eq!(counts, [3, 3, 3, 1, 0]);
}

#[tokio::test]
async fn a_page_is_asked_for_when_it_is_wanted() {
    let server = numbered();
    let mut items = server.pets().by_page().items();
    assert!(server.sent().is_empty());
    for _ in 0..3 {
        assert!(items.try_next().await.unwrap().is_some());
    }
    assert_eq!(server.sent(), [""]);
    assert_eq!(items.next().await.unwrap().unwrap().id, 3);
    assert_eq!(server.sent(), ["", "page=2"]);
}

#[tokio::test]
async fn every_page_is_sent_as_the_first_but_for_the_parameter() {
    let server = numbered();
    let call = server.pets().by_page().kind("a b").page(3).size(3).header("X-Trace", "1").with_credential(server.key());
    call.items().try_collect().await.unwrap();
    let sent = ["kind=a%20b&page=3&size=3", "kind=a%20b&page=4&size=3"];
    assert_eq!(server.sent(), sent);
    assert_eq!(server.headers(), [("1".to_owned(), "s3cret".to_owned()), ("1".to_owned(), "s3cret".to_owned())]);
}

#[tokio::test]
async fn a_stream_can_be_moved_between_tasks_and_polled_without_pinning() {
    fn check<S: Stream + Send + Unpin + 'static>(stream: S) -> S {
        stream
    }
    let mut items = check(numbered().pets().by_page().items());
    let (first, mut items) = tokio::spawn(async move { (items.next().await, items) }).await.unwrap();
    assert_eq!(first.unwrap().unwrap().id, 0);
    let second = std::future::poll_fn(|context| Pin::new(&mut items).poll_next(context)).await;
    assert_eq!(second.unwrap().unwrap().id, 1);
    assert_eq!(format!("{items:?}"), "PageStream { .. }");
}

#[tokio::test]
async fn an_abandoned_wait_loses_nothing() {
    let mut items: PageStream<Pet> = numbered().slow().pets().by_page().items();
    // The transport needs a second poll, so that the first future is dropped in the middle of a request.
    assert!(futures_once(items.next()).await.is_none());
    let rest = items.try_collect().await.unwrap();
    assert_eq!(names(rest), (0..10).collect::<Vec<_>>());
}

/// Polls a future once.
async fn futures_once<F: Future>(future: F) -> Option<F::Output> {
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

#[tokio::test]
async fn after_an_error_the_stream_is_at_its_end() {
    let server = Server::new(|query| match query.number("page") {
        None => server::page(&[1]),
        Some(_) => "oops".to_owned(),
    });
    let mut items = server.pets().by_page().items();
    assert_eq!(items.next().await.unwrap().unwrap().id, 1);
    let error = items.next().await.unwrap().unwrap_err();
    assert!(error.is_decode(), "{error}");
    assert_eq!(error.raw().unwrap(), "oops");
    assert!(items.next().await.is_none());
    assert_eq!(server.sent().len(), 2);
}

#[tokio::test]
async fn a_status_ends_the_stream_with_its_error() {
    let server = Server::new(|_| "status 501".to_owned());
    let mut pages = server.pets().by_page().pages();
    assert_eq!(pages.next().await.unwrap().unwrap_err().status().unwrap(), 501);
    assert!(pages.next().await.is_none());
    assert_eq!(server.sent().len(), 1);
}

#[cfg(feature = "blocking")]
#[test]
fn items_and_pages_can_be_iterated() {
    let server = numbered();
    let mut items = server.pets().by_page().items().blocking();
    assert!(server.sent().is_empty());
    assert_eq!(items.next().unwrap().unwrap().id, 0);
    assert_eq!(server.sent(), [""]);
    let rest: Vec<_> = items.collect::<Result<_, _>>().unwrap();
    assert_eq!(names(rest), (1..10).collect::<Vec<_>>());
    assert_eq!(numbered().pets().by_page().pages().blocking().count(), 5);

    let failing = Server::new(|_| "status 501".to_owned());
    let mut pages = failing.pets().by_page().pages().blocking();
    assert_eq!(pages.next().unwrap().unwrap_err().status().unwrap(), 501);
    assert!(pages.next().is_none());
}

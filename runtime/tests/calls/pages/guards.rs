//! Servers that would have clients ask for ever.

use docwright_runtime::PageStream;

use super::operations::Pet;
use super::server::{Server, list, page, page_with};

/// Reads to the end, which has to be an error; what came before it, and its text.
async fn stuck(mut items: PageStream<Pet>) -> (Vec<i64>, String) {
    let mut ids = Vec::new();
    loop {
        match items.next().await.unwrap() {
            Ok(pet) => ids.push(pet.id),
            Err(error) => {
                assert!(error.is_pagination() && !error.is_decode(), "{error}");
                assert_eq!(error.status().unwrap(), 200);
                assert!(items.next().await.is_none());
                return (ids, error.to_string());
            }
        }
    }
}

#[tokio::test]
async fn a_server_that_takes_no_notice_of_the_page_number_is_found_out() {
    let server = Server::new(|_| page(&[0, 1]));
    let (ids, error) = stuck(server.pets().by_page().items()).await;
    assert_eq!((ids.as_slice(), error.as_str()), (&[0, 1][..], "GET /pets: the server sent the same page twice"));
    assert_eq!(server.sent(), ["", "page=2"]);
}

#[tokio::test]
async fn a_server_that_takes_no_notice_of_the_offset_is_found_out() {
    let (ids, error) = stuck(Server::new(|_| list(&[0])).pets().by_offset().items()).await;
    assert_eq!((ids.as_slice(), error.as_str()), (&[0][..], "GET /pets: the server sent the same page twice"));
}

#[tokio::test]
async fn a_page_number_that_stays_is_found_out() {
    let server = Server::new(|query| page_with(&[query.number("page").unwrap_or(1)], r#"{"number":1}"#));
    let (ids, error) = stuck(server.pets().by_number().items()).await;
    assert_eq!((ids.as_slice(), error.as_str()), (&[1][..], "GET /pets: the server sent the same page twice"));
}

#[tokio::test]
async fn a_page_that_should_say_its_number_and_does_not_is_the_last() {
    let (ids, error) = stuck(Server::new(|_| page(&[0])).pets().by_number().items()).await;
    assert_eq!((ids.as_slice(), error.as_str()), (&[0][..], "GET /pets: the answer does not say which page it is"));
}

#[tokio::test]
async fn a_circle_of_cursors_is_found_out() {
    let server = Server::new(|query| match query.text("after").as_deref() {
        None => page_with(&[0], r#"{"next":"a"}"#),
        Some("a") => page_with(&[1], r#"{"next":"b"}"#),
        Some(_) => page_with(&[2], r#"{"next":"a"}"#),
    });
    let (ids, error) = stuck(server.pets().by_cursor().items()).await;
    let expected = "GET /pets: the server named the same next page twice";
    assert_eq!((ids.as_slice(), error.as_str()), (&[0, 1, 2][..], expected));
    assert_eq!(server.sent(), ["", "after=a", "after=b"]);
}

#[tokio::test]
async fn the_cursor_of_the_caller_counts() {
    let server = Server::new(|_| page_with(&[0], r#"{"next":"a b"}"#));
    let (ids, _) = stuck(server.pets().by_cursor().after("a b").items()).await;
    assert_eq!(ids, [0]);
    assert_eq!(server.sent(), ["after=a%20b"]);
}

#[tokio::test]
async fn new_cursors_for_ever_without_items_are_found_out() {
    let server = Server::new(|query| {
        let count = query.number("after").unwrap_or(0) + 1;
        page_with(&[], &format!(r#"{{"next":"{count}"}}"#))
    });
    let (ids, error) = stuck(server.pets().by_cursor().items()).await;
    assert_eq!(ids, [0; 0]);
    assert_eq!(error, "GET /pets: the server promised more on a thousand pages without items");
    assert_eq!(server.sent().len(), 1001);
}

#[tokio::test]
async fn a_link_that_stays_is_found_out() {
    let server = Server::new(|query| page_with(&[query.number("page").unwrap_or(1)], r#"{"next":"?page=2"}"#));
    let (ids, error) = stuck(server.pets().by_link("ada").items()).await;
    let expected = "GET /{owner}/pets: the server named the same next page twice";
    assert_eq!((ids.as_slice(), error.as_str()), (&[1, 2][..], expected));
}

#[tokio::test]
async fn a_link_elsewhere_is_not_followed() {
    for link in ["https://evil.example/collect?page=2", "/v1/eve/pets?page=2", "http://[", "?a b"] {
        let server = Server::new(move |_| page_with(&[0], &format!(r#"{{"next":"{link}"}}"#)));
        let mut items = server.pets().by_link("ada").items();
        assert_eq!(items.next().await.unwrap().unwrap().id, 0);
        assert!(items.next().await.unwrap().is_err());
        assert_eq!(server.sent(), [""], "{link}");
    }
}

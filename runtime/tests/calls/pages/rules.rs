//! How the next page is asked for, and which page is the last.

use super::names;
use super::server::{Server, list, numbers, page, page_with};

/// A server of `all` pets, `size` to a page by its own choice, each page with what `meta` says of it.
fn numbered(all: i64, size: i64, meta: impl Fn(i64) -> String + Send + Sync + 'static) -> Server {
    Server::new(move |query| {
        let number = query.number("page").unwrap_or(1);
        page_with(&numbers(all, (number - 1) * size, size), &meta(number))
    })
}

#[track_caller]
fn check(server: &Server, items: &[i64], expected: std::ops::Range<i64>, sent: &[&str]) {
    assert_eq!(items, expected.collect::<Vec<_>>());
    assert_eq!(server.sent(), sent);
}

#[tokio::test]
async fn a_page_that_says_that_nothing_follows_is_the_last() {
    for (yes, no) in [(r#"{"more":true}"#, r#"{"more":false}"#), (r#"{"last":false}"#, r#"{"last":true}"#)] {
        let server = numbered(6, 3, move |page| if page < 2 { yes.to_owned() } else { no.to_owned() });
        let items = server.pets().by_page().items().try_collect().await.unwrap();
        check(&server, &names(items), 0..6, &["", "page=2"]);
    }
}

#[tokio::test]
async fn a_page_that_says_that_one_follows_is_not_the_last() {
    let server = numbered(4, 3, |page| format!(r#"{{"more":{},"total":3}}"#, page < 2));
    let items = server.pets().by_page().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..4, &["", "page=2"]);
}

#[tokio::test]
async fn the_last_of_all_items_is_on_the_last_page() {
    let server = numbered(6, 3, |_| r#"{"total":6}"#.to_owned());
    let items = server.pets().by_page().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..6, &["", "page=2"]);
}

#[tokio::test]
async fn a_total_does_not_count_where_a_later_page_was_first() {
    let server = numbered(9, 3, |_| r#"{"total":9}"#.to_owned());
    let items = server.pets().by_page().page(2).items().try_collect().await.unwrap();
    check(&server, &names(items), 3..9, &["page=2", "page=3", "page=4"]);
}

#[tokio::test]
async fn a_total_that_may_be_that_of_one_page_does_not_count() {
    let server = numbered(6, 3, |_| r#"{"total":3}"#.to_owned());
    let items = server.pets().by_page().size(3).items().try_collect().await.unwrap();
    check(&server, &names(items), 0..6, &["size=3", "size=3&page=2", "size=3&page=3"]);
}

#[tokio::test]
async fn a_total_that_contradicts_the_page_does_not_count() {
    for total in [-1, 0, 2] {
        let server = numbered(6, 3, move |_| format!(r#"{{"total":{total}}}"#));
        let items = server.pets().by_page().items().try_collect().await.unwrap();
        check(&server, &names(items), 0..6, &["", "page=2", "page=3"]);
    }
}

#[tokio::test]
async fn the_last_of_all_pages_is_the_last() {
    let server = numbered(9, 3, |_| r#"{"pages":3}"#.to_owned());
    let items = server.pets().by_page().page(2).items().try_collect().await.unwrap();
    check(&server, &names(items), 3..9, &["page=2", "page=3"]);
}

#[tokio::test]
async fn a_page_shorter_than_asked_for_is_the_last_if_the_server_goes_by_the_size() {
    let server = numbered(4, 3, |_| "{}".to_owned());
    let items = server.pets().by_page().size(3).items().try_collect().await.unwrap();
    check(&server, &names(items), 0..4, &["size=3", "size=3&page=2"]);
}

#[tokio::test]
async fn a_server_may_send_less_than_asked_for() {
    let server = numbered(6, 3, |_| "{}".to_owned());
    let items = server.pets().by_page().size(1000).items().try_collect().await.unwrap();
    check(&server, &names(items), 0..6, &["size=1000", "size=1000&page=2", "size=1000&page=3"]);
}

#[tokio::test]
async fn a_page_may_say_its_own_number() {
    // Its first page has the number 0, which nobody says beforehand.
    let server = Server::new(|query| {
        let number = query.number("page").unwrap_or(0);
        page_with(&numbers(4, number * 3, 3), &format!(r#"{{"number":{number}}}"#))
    });
    let items = server.pets().by_number().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..4, &["", "page=1", "page=2"]);
}

#[tokio::test]
async fn an_offset_grows_by_what_came() {
    let server = Server::new(|query| list(&numbers(7, query.number("skip").unwrap_or(0), 3)));
    let items = server.pets().by_offset().limit(5).items().try_collect().await.unwrap();
    check(&server, &names(items), 0..7, &["limit=5", "limit=5&skip=3", "limit=5&skip=6", "limit=5&skip=7"]);
}

#[tokio::test]
async fn an_offset_goes_on_where_the_caller_began() {
    let server = Server::new(|query| list(&numbers(7, query.number("skip").unwrap_or(0), 3)));
    let pages = server.pets().by_offset().skip(2).pages().try_collect().await.unwrap();
    check(&server, &names(pages.concat()), 2..7, &["skip=2", "skip=5", "skip=7"]);
}

#[tokio::test]
async fn a_cursor_is_followed_until_there_is_none() {
    for end in ["{}", r#"{"next":null}"#, r#"{"next":""}"#] {
        let server = Server::new(move |query| match query.text("after").as_deref() {
            None => page_with(&[0, 1], r#"{"next":"a/b"}"#),
            Some("a%2Fb") => page_with(&[2], r#"{"next":"c"}"#),
            Some(_) => page_with(&[3], end),
        });
        let items = server.pets().by_cursor().items().try_collect().await.unwrap();
        check(&server, &names(items), 0..4, &["", "after=a%2Fb", "after=c"]);
    }
}

#[tokio::test]
async fn a_cursor_may_come_as_a_link() {
    let server = Server::new(move |query| match query.text("after").as_deref() {
        None => page_with(&[0], r#"{"next":"https://pets.example/v1/pets?limit=1&after=%2Fa%3F"}"#),
        Some(_) => page(&[1]),
    });
    let items = server.pets().by_cursor().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..2, &["", "limit=1&after=%2Fa%3F"]);
}

#[tokio::test]
async fn a_page_without_items_may_have_a_cursor() {
    let server = Server::new(move |query| match query.text("after").as_deref() {
        None => page_with(&[], r#"{"next":"a"}"#),
        Some(_) => page(&[0]),
    });
    let items = server.pets().by_cursor().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..1, &["", "after=a"]);
}

#[tokio::test]
async fn a_cursor_of_a_last_page_is_not_followed() {
    let server = Server::new(|_| page_with(&[0], r#"{"next":"a","more":false}"#));
    let items = server.pets().by_cursor().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..1, &[""]);
}

#[tokio::test]
async fn a_cursor_that_stays_while_nothing_is_new_ends_the_stream() {
    let server = Server::new(|query| match query.text("after").as_deref() {
        None => page_with(&[0], r#"{"next":"a"}"#),
        Some(_) => page_with(&[], r#"{"next":"a"}"#),
    });
    let items = server.pets().by_cursor().items().try_collect().await.unwrap();
    check(&server, &names(items), 0..1, &["", "after=a"]);
}

#[tokio::test]
async fn a_link_gives_the_query_and_never_the_address() {
    let server = Server::new(|query| match query.number("page") {
        None => page_with(&[0], r#"{"next":"http://10.0.0.1/v1/a%20b/pets?kind=x&page=2"}"#),
        Some(2) => page_with(&[1], r#"{"next":"?page=3"}"#),
        Some(_) => page_with(&[2], r#"{"next":null}"#),
    });
    let items = server.pets().by_link("a b").kind("x").items().try_collect().await.unwrap();
    check(&server, &names(items), 0..3, &["kind=x", "kind=x&page=2", "page=3"]);
    assert_eq!(server.addresses(), ["https://pets.example/v1/a%20b/pets"; 3]);
}

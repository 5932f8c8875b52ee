//! Server-sent events, over one connection or several.

use std::io::ErrorKind;
use std::time::Duration;

use docwright_runtime::http::{Response, StatusCode};
use docwright_runtime::{Backoff, Body, CallExt as _, CallOptions as _, EventStream};

use crate::generated::Key;
use crate::in_turn::{InTurn, Reply, slowly};

fn events(body: impl Into<Body>) -> Reply {
    let answer = Response::builder().header("Content-Type", "Text/Event-Stream; charset=utf-8");
    Ok(answer.body(body.into()).unwrap())
}

fn status(status: u16) -> Reply {
    Ok(Response::builder().status(status).body(Body::from("why")).unwrap())
}

/// A connection that breaks off after what was sent.
fn broken(text: &'static str) -> Reply {
    events(slowly(&[text], Duration::ZERO, true))
}

/// Reads to the end and writes the events as `type|data|id`, an error as its text.
async fn read(mut stream: EventStream) -> Vec<String> {
    let mut read = Vec::new();
    while let Some(item) = stream.next().await {
        read.push(match item {
            Ok(event) => format!("{}|{}|{}", event.event, event.data, event.id),
            Err(error) => error.to_string(),
        });
    }
    assert!(stream.next().await.is_none());
    read
}

fn seconds(waits: &[Duration]) -> Vec<f64> {
    waits.iter().map(Duration::as_secs_f64).collect()
}

#[tokio::test(start_paused = true)]
async fn a_dropped_connection_is_made_again_from_the_last_event() {
    let replies = InTurn::new([
        events("id: 1\ndata: a\n\nretry: 500\ndata: b\n\ndata: lost"),
        broken("event: x\nid: é\ndata: c\n\nid: 9\ndata: lost\n"),
        events("data: d\n\n"),
        status(204),
    ]);
    let read = read(replies.client().keys().watch().events().raw()).await;
    assert_eq!(read, ["message|a|1", "message|b|1", "x|c|é", "message|d|é"]);
    assert_eq!(replies.sent_headers("last-event-id"), ["-", "1", "é", "é"]);
    assert_eq!(replies.sent_headers("accept"), ["text/event-stream"; 4]);
    assert_eq!(seconds(&replies.waits()), [0.5, 0.5, 0.5]);
}

#[tokio::test(start_paused = true)]
async fn waits_grow_while_nothing_comes() {
    let refused = || Err(ErrorKind::ConnectionRefused);
    let replies =
        InTurn::new([events("data: a\n\n"), refused(), events(""), refused(), events("data: b\n\n"), status(204)]);
    assert_eq!(read(replies.client().keys().watch().events().raw()).await, ["message|a|", "message|b|"]);
    assert_eq!(seconds(&replies.waits()), [3.0, 6.0, 12.0, 24.0, 3.0]);
}

#[tokio::test(start_paused = true)]
async fn connections_that_bring_nothing_come_to_an_end() {
    let refused = || Err(ErrorKind::ConnectionRefused);
    let replies = InTurn::new([events("data: a\n\n"), refused(), refused()]);
    let read_two = read(replies.client().keys().watch().events().raw().max_reconnects(2)).await;
    assert_eq!(read_two, ["message|a|", "GET /keys/events: no connection to api.example.com: connection refused"]);

    let replies = InTurn::new([events("data: a\n\n"), events("")]);
    assert_eq!(read(replies.client().keys().watch().events().raw().max_reconnects(1)).await, ["message|a|"]);
}

#[tokio::test(start_paused = true)]
async fn without_reconnects_the_first_connection_is_all() {
    let replies = InTurn::new([events("data: a\n\n")]);
    assert_eq!(read(replies.client().keys().watch().events().raw().without_reconnect()).await, ["message|a|"]);
    let replies = InTurn::new([broken("data: a\n\n")]);
    let read = read(replies.client().keys().watch().events().raw().without_reconnect()).await;
    assert_eq!(read, ["message|a|", "GET /keys/events: the body of the answer could not be read"]);
}

#[tokio::test(start_paused = true)]
async fn other_answers_end_the_stream() {
    for (answer, expected) in [
        (status(500), "GET /keys/events: 500 Internal Server Error"),
        (status(200), "GET /keys/events: the answer is not the documented type"),
    ] {
        let replies = InTurn::new([events("data: a\n\n"), answer]);
        assert_eq!(read(replies.client().keys().watch().events().raw()).await, ["message|a|", expected]);
    }
    let replies = InTurn::new([status(404)]);
    let error = replies.client().keys().watch().events().next().await.unwrap().unwrap_err();
    assert_eq!((error.status(), error.raw().unwrap().as_ref()), (Some(StatusCode::NOT_FOUND), &b"why"[..]));
    let replies = InTurn::new([Err(ErrorKind::ConnectionRefused)]);
    assert!(replies.client().keys().watch().events().next().await.unwrap().unwrap_err().is_connect());
}

#[tokio::test(start_paused = true)]
async fn only_a_get_is_sent_again() {
    let replies = InTurn::new([broken("data: a\n\n")]);
    let read = read(replies.client().keys().create(&Key::default()).events()).await;
    assert_eq!(read, ["message|a|", "POST /keys: the body of the answer could not be read"]);
    let replies = InTurn::new([events("data: a\n\n")]);
    assert_eq!(self::read(replies.client().keys().create(&Key::default()).events()).await, ["message|a|"]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_goes_on_where_another_ended() {
    let replies = InTurn::new([events("data: a\n\n"), status(204)]);
    let mut stream = replies.client().keys().watch().accept_everything().events().raw().resume_from("7");
    assert_eq!(stream.next().await.unwrap().unwrap().id, "7");
    assert_eq!(stream.last_event_id(), "7");
    assert_eq!(replies.sent_headers("last-event-id"), ["7"]);
    assert_eq!(replies.sent_headers("accept"), ["*/*"]);
}

trait AcceptEverything {
    fn accept_everything(self) -> Self;
}

impl AcceptEverything for crate::generated::WatchKeys {
    fn accept_everything(self) -> Self {
        self.header("Accept", "*/*")
    }
}

#[tokio::test(start_paused = true)]
async fn data_can_be_typed_and_one_odd_event_does_not_end_it() {
    let replies = InTurn::new([events("data: {\"name\":\ndata: \"a\"}\n\ndata: [DONE]\n\ndata: {\"name\":\"b\"}\n\n")]);
    let mut stream = replies.client().keys().watch().events().without_reconnect();
    assert_eq!(stream.next().await.unwrap().unwrap().data.name, "a");
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.raw().unwrap(), "[DONE]");
    assert_eq!(error.headers().unwrap()["content-type"], "Text/Event-Stream; charset=utf-8");
    assert_eq!(error.method().unwrap(), "GET");
    assert_eq!(stream.next().await.unwrap().unwrap().data.name, "b");
    assert!(stream.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_silent_connection_is_dropped_only_if_a_limit_was_set() {
    let hourly = || events(slowly(&["data: a\n\n", "data: b\n\n"], Duration::from_secs(3600), false));
    let replies = InTurn::new([hourly()]);
    let call = replies.client().keys().watch().timeout(Duration::from_secs(1));
    assert_eq!(read(call.events().raw().without_reconnect()).await, ["message|a|", "message|b|"]);

    let replies = InTurn::new([hourly(), events("data: c\n\n"), status(204)]);
    let call = replies.client().keys().watch().read_timeout(Duration::from_secs(60));
    assert_eq!(read(call.events().raw()).await, ["message|c|"]);
    assert_eq!(seconds(&replies.waits()), [63.0, 3.0]);
}

#[tokio::test(start_paused = true)]
async fn every_connection_has_its_own_attempts() {
    let busy = || Ok(Response::builder().status(503).header("Retry-After", "1").body(Body::from("busy")).unwrap());
    let replies = InTurn::new([busy(), events("data: a\n\n"), busy(), busy(), events("data: b\n\n"), status(204)]);
    let client = replies.client_with(|builder| builder.retry(Backoff::new()));
    assert_eq!(read(client.keys().watch().events().raw()).await, ["message|a|", "message|b|"]);
}

#[tokio::test]
async fn an_event_that_does_not_end_is_refused() {
    let endless = Body::from_reader(tokio::io::repeat(b'x'), None);
    let replies = InTurn::new([events(endless)]);
    let error = replies.client().keys().watch().events().next().await.unwrap().unwrap_err();
    assert!(error.is_body());
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "an event is larger than 16777216 bytes");
}

#[tokio::test]
async fn the_answer_is_still_text() {
    let replies = InTurn::new([events("data: a\n\n")]);
    assert_eq!(replies.client().keys().watch().await.unwrap(), "data: a\n\n");
}

#[tokio::test]
async fn nothing_is_printed_of_events() {
    let replies = InTurn::new([events("data: s3cret\n\ndata: s3cret\n\n")]);
    let mut stream = replies.client().keys().watch().events();
    assert!(stream.next().await.unwrap().is_err());
    let debug = format!("{stream:?}");
    assert!(debug.contains("GET /keys/events") && !debug.contains("s3cret"), "{debug}");
}

//! Answers that are read as they come by code that is not async.

use std::fs;
use std::future::ready;
use std::io::{self, BufRead as _, Read as _};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::http::{Response, StatusCode};
use docwright_runtime::{BlockingResponse, Body, CallExt as _, CallOptions as _, Error};
use tokio::runtime::{Builder, Runtime};

use crate::generated::Client;
use crate::in_turn::{InTurn, slowly};
use crate::recorder::Recorder;
use crate::server;

/// A client of a server whose answers have this body, and which runs as long as the runtime does.
fn answering(body: fn() -> Body) -> (Runtime, Client) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let url = runtime.block_on(server::stream(move |_| ready(Response::builder().status(201).body(body()).unwrap())));
    let client = Client::builder().base_url(url).build().unwrap();
    (runtime, client)
}

fn open(client: &Client) -> BlockingResponse {
    client.keys().archive().send_streaming_blocking().unwrap()
}

/// Two lines and a half, in pieces that end elsewhere.
fn lines() -> Body {
    slowly(&["on", "e\ntwo\nth", "ree"], Duration::ZERO, false)
}

fn inner(error: &io::Error) -> &Error {
    error.get_ref().unwrap().downcast_ref().unwrap()
}

#[test]
fn a_body_is_a_reader() {
    let (_server, client) = answering(lines);
    let mut answer = open(&client);
    assert_eq!((answer.status, answer.body.length()), (StatusCode::CREATED, None));
    assert!(answer.headers.contains_key("date"));
    let mut text = String::new();
    assert_eq!(answer.body.read_to_string(&mut text).unwrap(), 13);
    assert_eq!(text, "one\ntwo\nthree");
    assert_eq!(answer.body.read(&mut [0]).unwrap(), 0);

    let lines: io::Result<Vec<String>> = open(&client).body.lines().collect();
    assert_eq!(lines.unwrap(), ["one", "two", "three"]);
}

#[test]
fn a_body_is_saved_from_where_it_was_read() {
    let (_server, client) = answering(|| Body::from(vec![7; 100_000]));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.zip");
    let seen = Arc::new(Mutex::new(0));
    let told = seen.clone();
    let mut body = open(&client).body.on_progress(move |done, _| *told.lock().unwrap() = done);
    body.read_exact(&mut [0; 10]).unwrap();
    assert_eq!(body.length(), Some(99_990));
    assert_eq!(body.save(&path).unwrap(), 99_990);
    assert_eq!((fs::read(path).unwrap(), *seen.lock().unwrap()), (vec![7; 99_990], 100_000));
}

#[test]
fn a_body_that_breaks_off_is_an_error_of_the_reader_and_no_file() {
    let (_server, client) = answering(|| slowly(&["abc"], Duration::ZERO, false).with_length(4));
    let error = open(&client).body.read_to_end(&mut Vec::new()).unwrap_err();
    assert!(inner(&error).is_body());
    assert_eq!(inner(&error).to_string(), "GET /keys.zip: the body of the answer could not be read");

    let folder = tempfile::tempdir().unwrap();
    assert!(open(&client).body.save(folder.path().join("keys.zip")).unwrap_err().is_body());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_body_may_not_stall() {
    let (_server, client) = answering(|| Body::from_stream(Pending));
    // Blocking calls have a clock of their own, which cannot be paused, so the limit is one that is over at once.
    let call = client.keys().archive().read_timeout(Duration::ZERO);
    let error = call.send_streaming_blocking().unwrap().body.read(&mut [0]).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    assert!(inner(&error).is_timeout());
}

/// A stream to which nothing ever comes.
struct Pending;

impl futures_core::Stream for Pending {
    type Item = io::Result<Vec<u8>>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

#[test]
fn a_failure_is_that_of_other_calls() {
    let client = Recorder::answering(404, b"why").client(|builder| builder);
    let error = client.keys().archive().send_streaming_blocking().unwrap_err();
    assert!(error.is_status());
    assert_eq!(error.raw().unwrap(), "why");
}

#[test]
fn an_answer_knows_the_name_of_its_request() {
    let answer = Response::builder().header("X-Request-Id", "g").body(Body::empty()).unwrap();
    let client = InTurn::new([Ok(answer)]).client();
    assert_eq!(open(&client).request_id(), Some("g"));
}

#[test]
fn events_are_iterated() {
    let answer = || Response::builder().header("Content-Type", "text/event-stream");
    let replies = InTurn::new([
        Ok(answer().body(Body::from("retry: 1\ndata: {\"name\":\"a\"}\n\ndata: odd\n\n")).unwrap()),
        Ok(answer().body(Body::from("data: {\"name\":\"b\"}\n\n")).unwrap()),
        Ok(answer().status(204).body(Body::empty()).unwrap()),
    ]);
    let mut events = replies.client().keys().watch().events().blocking();
    assert_eq!(events.next().unwrap().unwrap().data.name, "a");
    // One odd event does not cost the others.
    assert!(events.next().unwrap().unwrap_err().is_decode());
    assert_eq!(events.next().unwrap().unwrap().data.name, "b");
    assert!(events.next().is_none());

    let replies = InTurn::new([Ok(answer().body(Body::from("data: a\n\n")).unwrap())]);
    let events = replies.client().keys().watch().events().raw().without_reconnect().blocking();
    assert_eq!(events.map(|event| event.unwrap().data).collect::<Vec<_>>(), ["a"]);
}

#[tokio::test]
async fn inside_a_runtime_nothing_is_sent() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let error = client.keys().archive().send_streaming_blocking().unwrap_err();
    assert!(error.is_request());
    assert_eq!(
        error.to_string(),
        "GET /keys.zip: `send_streaming_blocking` was called inside an async runtime: use `.send_streaming().await` there, and \
         `Handle::current().block_on(…)` on a thread of `spawn_blocking`"
    );

    let mut events = client.keys().watch().events().blocking();
    let error = events.next().unwrap().unwrap_err();
    assert!(error.is_request());
    assert_eq!(
        error.to_string(),
        "a blocking iterator was read inside an async runtime: use `.next().await` there, and `Handle::current().block_on(…)` on a thread of `spawn_blocking`"
    );
    assert!(events.next().is_none());
    assert!(recorder.is_unused());
}

#[test]
fn inside_a_runtime_a_reader_is_an_error_and_can_be_read_elsewhere() {
    let (server, client) = answering(|| Body::from("abc"));
    let mut body = open(&client).body;
    let error = server.block_on(async { body.read(&mut [0]).unwrap_err() });
    assert!(inner(&error).is_request());
    assert_eq!(
        error.to_string(),
        "a blocking answer was read inside an async runtime: use `.send_streaming().await` there, and \
         `Handle::current().block_on(…)` on a thread of `spawn_blocking`"
    );
    assert_eq!(io::read_to_string(body).unwrap(), "abc");

    let body = open(&client).body;
    assert!(server.block_on(async { body.save("never").unwrap_err() }).is_request());
}

//! How long a body may take to be sent.

use std::time::Duration;

use docwright_runtime::{Body, BoxError, BoxFuture, Bytes, CallOptions as _, Error, Transport, Value, http};
use http_body_util::BodyExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Instant, sleep};

use crate::generated::{Client, CreateKey, Key};

const SECOND: Duration = Duration::from_secs(1);

/// As much as is read of a body at a time.
const PIECE: usize = 64 * 1024;

/// A transport that takes a piece of the body every 50 seconds, and then answers.
#[derive(Clone)]
struct Slow;

impl Transport for Slow {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        Box::pin(async move {
            let mut body = request.into_body();
            loop {
                sleep(50 * SECOND).await;
                if body.frame().await.transpose()?.is_none() {
                    return Ok(http::Response::new(Body::from("null")));
                }
            }
        })
    }
}

fn upload(body: Body) -> CreateKey {
    let client = Client::builder().transport(Slow).build().unwrap();
    client.keys().create(&Key::default()).change(|request| request.body_as("text/plain", body))
}

/// Sends the call and tells how many seconds it took.
async fn timed(call: CreateKey) -> (Result<Value, Error>, u64) {
    let start = Instant::now();
    let result = call.await;
    (result, start.elapsed().as_secs())
}

fn check_timeout((result, seconds): (Result<Value, Error>, u64), after: u64, message: &str) {
    let error = result.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.to_string(), seconds), (format!("POST /keys: {message}"), after));
}

#[tokio::test(start_paused = true)]
async fn an_upload_takes_as_long_as_it_moves() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large");
    std::fs::write(&path, [0; 12 * PIECE]).unwrap();
    let (result, seconds) = timed(upload(Body::from_path(path).await.unwrap())).await;
    assert_eq!((result.unwrap(), seconds), (Value::Null, 650));

    let reader = tokio::io::AsyncReadExt::take(tokio::io::repeat(0), 12 * PIECE as u64);
    let (result, seconds) = timed(upload(Body::from_reader(reader, None))).await;
    assert_eq!((result.unwrap(), seconds), (Value::Null, 650));
}

#[tokio::test(start_paused = true)]
async fn an_upload_that_stalls_ends() {
    let (mut writer, reader) = tokio::io::duplex(8);
    writer.write_all(b"abc").await.unwrap();
    let stalled = timed(upload(Body::from_reader(reader, None))).await;
    check_timeout(stalled, 110, "no complete answer within 60s of the last byte sent");

    let pieces = upload(Body::from_reader(&b"abc"[..], None)).attempt_timeout(40 * SECOND);
    check_timeout(timed(pieces).await, 40, "no complete answer within 40s of an attempt");
}

#[tokio::test(start_paused = true)]
async fn pieces_of_nothing_are_no_progress() {
    let empty = timed(upload(Body::from_stream(Nothing))).await;
    check_timeout(empty, 60, "no complete answer within 60s of an attempt");
}

/// Pieces without bytes, for ever.
struct Nothing;

impl futures_core::Stream for Nothing {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(Some(Ok(Bytes::new())))
    }
}

#[tokio::test(start_paused = true)]
async fn bytes_in_memory_are_sent_within_the_limit() {
    let bytes = || Body::from(vec![0; 3 * PIECE]);
    check_timeout(timed(upload(bytes())).await, 60, "no complete answer within 60s of an attempt");
    assert!(upload(bytes()).attempt_timeout(101 * SECOND).await.is_ok());
    // Somebody who wants to see them go sees that they move.
    assert!(upload(bytes().on_progress(|_, _| {})).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_the_whole_call_holds_for_uploads() {
    let call = upload(Body::from_reader(tokio::io::repeat(0), None)).timeout(500 * SECOND);
    check_timeout(timed(call).await, 500, "no complete answer within 500s");
}

#[tokio::test(start_paused = true)]
async fn bytes_beside_a_file_move_too() {
    let client = Client::builder().transport(Slow).build().unwrap();
    let form = client.keys().create(&Key::default()).change(|request| {
        request.file("large", vec![0; 3 * PIECE]);
        request.file("stream", Body::from_reader(&b"abc"[..], None));
    });
    assert!(form.await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn each_attempt_begins_with_a_limit_of_its_own() {
    // The first piece is taken after 50 seconds, the second never comes.
    let stalling = || Body::from_reader(tokio::io::AsyncReadExt::chain(&b"abc"[..], Pending), None);
    let call = upload(Body::from_fn(stalling)).idempotent();
    let (result, seconds) = timed(call).await;
    assert_eq!(result.unwrap_err().attempts(), 3);
    assert!((330..333).contains(&seconds), "{seconds}");
}

/// A reader to which nothing ever comes.
struct Pending;

impl tokio::io::AsyncRead for Pending {
    fn poll_read(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
        _: &mut tokio::io::ReadBuf<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        std::task::Poll::Pending
    }
}

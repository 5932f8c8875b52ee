//! Answers that are read as they come.

use std::error::Error as _;
use std::fs;
use std::future::poll_fn;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use docwright_runtime::http::{Response, StatusCode};
use docwright_runtime::{
    Backoff, Body, BoxError, BoxFuture, Bytes, CallExt as _, CallOptions as _, CredentialProvider, ProviderContext,
    Secret, StreamingResponse,
};

use crate::generated::{Client, auth};
use crate::in_turn::{InTurn, Reply, ok, slowly};
use crate::server;

async fn open(answer: Reply) -> StreamingResponse {
    InTurn::new([answer]).client().keys().archive().send_streaming().await.unwrap()
}

/// A body in two pieces that breaks off.
fn broken() -> Body {
    slowly(&["abc", "def"], Duration::ZERO, true)
}

#[tokio::test]
async fn a_body_comes_in_pieces() {
    let url = server::stream(|_| async {
        let answer = Response::builder().status(206).header("X-Answer", "1");
        answer.body(slowly(&["abc", "def"], Duration::ZERO, false)).unwrap()
    });
    let client = Client::builder().base_url(url.await).build().unwrap();
    let mut answer = client.keys().list().send_streaming().await.unwrap();
    assert_eq!((answer.status, answer.body.length()), (StatusCode::PARTIAL_CONTENT, None));
    assert_eq!(answer.headers["x-answer"], "1");
    let mut read = Vec::new();
    while let Some(bytes) = answer.body.next().await {
        read.extend(bytes.unwrap());
    }
    assert_eq!(read, b"abcdef");
    assert!(answer.body.next().await.is_none());
}

#[tokio::test]
async fn progress_is_told_with_the_length() {
    let answer = open(ok(Body::from_reader(&[0; 150_000][..], 150_000))).await;
    assert_eq!(answer.body.length(), Some(150_000));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = seen.clone();
    let body = answer.body.on_progress(move |done, total| told.lock().unwrap().push((done, total)));
    assert_eq!(body.collect().await.unwrap().len(), 150_000);
    let total = Some(150_000);
    assert_eq!(*seen.lock().unwrap(), [(65_536, total), (131_072, total), (150_000, total)]);
}

#[tokio::test]
async fn a_body_that_breaks_off_ends_with_an_error() {
    let mut body = open(ok(broken())).await.body;
    let mut read = Vec::new();
    let error = loop {
        match body.next().await.unwrap() {
            Ok(bytes) => read.extend(bytes),
            Err(error) => break error,
        }
    };
    assert_eq!(read, b"abcdef");
    assert!(error.is_body());
    assert_eq!(error.to_string(), "GET /keys.zip: the body of the answer could not be read");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.url().unwrap(), "https://api.example.com/v1/keys.zip");
    assert!(error.source().is_some());
    assert!(body.next().await.is_none());
}

#[tokio::test]
async fn more_than_memory_should_hold_is_not_collected() {
    let endless = Body::from_reader(tokio::io::repeat(0), None);
    let error = open(ok(endless)).await.body.collect().await.unwrap_err();
    assert!(error.is_body_too_large());
    assert_eq!(error.to_string(), "GET /keys.zip: the body of the answer is larger than 67108864 bytes");
    let answer = InTurn::new([ok(Body::from("abc"))]).client().keys().archive().max_body_size(2).send_streaming().await;
    assert!(answer.unwrap().body.collect().await.unwrap_err().is_body_too_large());
}

#[tokio::test]
async fn a_body_is_written_to_a_writer() {
    let mut written = Vec::new();
    let body = open(ok(slowly(&["abc", "def"], Duration::ZERO, false))).await.body;
    assert_eq!(body.write_to(&mut written).await.unwrap(), 6);
    assert_eq!(written, b"abcdef");
    assert!(open(ok(broken())).await.body.write_to(tokio::io::sink()).await.unwrap_err().is_body());
}

#[tokio::test]
async fn a_writer_that_fails_ends_the_download() {
    let (writer, reader) = tokio::io::duplex(8);
    drop(reader);
    let error = open(ok(Body::from("abc"))).await.body.write_to(writer).await.unwrap_err();
    assert!(error.is_body());
    assert_eq!(error.to_string(), "GET /keys.zip: the body of the answer could not be written");
    let source = error.source().unwrap().downcast_ref::<std::io::Error>().unwrap();
    assert_eq!(source.kind(), ErrorKind::BrokenPipe);
}

#[tokio::test]
async fn a_file_appears_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.zip");
    let files = || fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect::<Vec<_>>();

    assert!(open(ok(broken())).await.body.save(&path).await.unwrap_err().is_body());
    assert!(files().is_empty());

    let body = open(ok(slowly(&["abc", "def"], Duration::ZERO, false))).await.body;
    assert_eq!(body.save(&path).await.unwrap(), 6);
    assert_eq!(fs::read(&path).unwrap(), b"abcdef");
    assert_eq!(files(), ["keys.zip"]);

    assert!(open(ok(broken())).await.body.save(&path).await.is_err());
    assert_eq!(fs::read(&path).unwrap(), b"abcdef");
    assert_eq!(open(ok(Body::from("new"))).await.body.save(&path).await.unwrap(), 3);
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(files(), ["keys.zip"]);
}

#[tokio::test]
async fn a_download_that_is_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_writer, reader) = tokio::io::duplex(8);
    let mut saving = Box::pin(open(ok(Body::from_reader(reader, None))).await.body.save(folder.path().join("a")));
    let files = || fs::read_dir(folder.path()).unwrap().count();
    poll_fn(|cx| {
        assert!(saving.as_mut().poll(cx).is_pending());
        cx.waker().wake_by_ref();
        if files() == 1 { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    // The thread that made the file may be at its end, but not have said so yet.
    tokio::task::yield_now().await;
    let _ = poll_fn(|cx| Poll::Ready(saving.as_mut().poll(cx))).await;
    drop(saving);
    while files() > 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_written_is_told_by_its_cause() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("none/keys.zip"), folder.path().join(".."), "/".into()] {
        let error = open(ok(Body::from("abc"))).await.body.save(path).await.unwrap_err();
        assert!(error.is_body());
        assert!(error.source().unwrap().is::<std::io::Error>());
    }
}

#[tokio::test]
async fn a_failure_keeps_its_body() {
    let failed = async |body| {
        let answer = Ok(Response::builder().status(404).header("X-Answer", "1").body(body).unwrap());
        InTurn::new([answer]).client().keys().archive().max_body_size(1000).send_streaming().await.unwrap_err()
    };
    let error = failed(Body::from("none")).await;
    assert!(error.is_status());
    assert_eq!(error.raw().unwrap(), "none");
    assert_eq!(error.headers().unwrap()["x-answer"], "1");
    let error = failed(Body::from_reader(tokio::io::repeat(0), None)).await;
    assert!(error.is_body_too_large());
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
}

#[tokio::test(start_paused = true)]
async fn failures_before_the_body_are_tried_again_and_redirects_followed() {
    let busy = || Ok(Response::builder().status(503).body(Body::from("busy")).unwrap());
    let moved = Ok(Response::builder().status(302).header("Location", "/there").body(Body::empty()).unwrap());
    let replies = InTurn::new([busy(), Err(ErrorKind::ConnectionReset), moved, ok(broken())]);
    let client = replies.client_with(|builder| builder.retry(Backoff::new()));
    let error = client.keys().archive().send_streaming().await.unwrap().body.collect().await.unwrap_err();
    assert!(error.is_body());
    assert_eq!(error.attempts(), 3);
    assert_eq!(replies.waits().len(), 3);
}

/// Gives another key after one was refused.
#[derive(Default)]
struct Keys(AtomicUsize);

impl CredentialProvider for Keys {
    fn secret(self: Arc<Self>, _: ProviderContext) -> BoxFuture<Result<Secret, BoxError>> {
        Box::pin(async move { Ok(format!("k{}", self.0.load(Ordering::Relaxed)).into()) })
    }

    fn refused(&self, _: &Secret) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed);
        true
    }
}

#[tokio::test]
async fn a_credential_is_renewed_before_anything_comes() {
    let refused = || Ok(Response::builder().status(401).body(Body::from("no")).unwrap());
    let replies = InTurn::new([refused(), ok(Body::from("abc")), refused(), refused()]);
    let client = replies.client_with(|builder| builder.credential(auth::oauth_provided(Keys::default())));
    let body = client.keys().list().send_streaming().await.unwrap().body;
    assert_eq!(body.collect().await.unwrap(), "abc");
    assert!(client.keys().list().send_streaming().await.unwrap_err().is_status());
    assert_eq!(replies.sent_headers("authorization"), ["Bearer k0", "Bearer k1", "Bearer k1", "Bearer k2"]);
}

#[tokio::test(start_paused = true)]
async fn a_limit_of_the_call_ends_with_the_head() {
    let slow = || ok(slowly(&["abc", "def"], Duration::from_secs(20), false));
    let replies = InTurn::new([slow()]);
    let call = replies.client().keys().archive().timeout(Duration::from_secs(1));
    assert_eq!(call.send_streaming().await.unwrap().body.collect().await.unwrap(), "abcdef");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_stalls_is_given_up() {
    let hourly = || ok(slowly(&["abc", "def"], Duration::from_secs(3600), false));
    let mut body = open(hourly()).await.body;
    let error = body.next().await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "GET /keys.zip: no byte of the answer for 30s");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(body.next().await.is_none());
    let call = InTurn::new([hourly()]).client().keys().archive().read_timeout(Duration::MAX);
    assert_eq!(call.send_streaming().await.unwrap().body.collect().await.unwrap(), "abcdef");
}

#[test]
fn without_a_clock_a_body_that_has_to_wait_fails() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (_writer, reader) = tokio::io::duplex(8);
    let replies = InTurn::new([ok(Body::from_reader(reader, None))]);
    let call = replies.client().keys().archive();
    let error = runtime.block_on(async { call.send_streaming().await.unwrap().body.collect().await.unwrap_err() });
    assert!(error.is_transport());
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_does_not_begin_is_too_late() {
    let url = server::start(|_| std::future::pending()).await;
    let client = Client::builder().base_url(url).timeout(Duration::from_secs(1)).build().unwrap();
    assert!(client.keys().archive().send_streaming().await.unwrap_err().is_timeout());
}

#[tokio::test]
async fn a_download_can_be_uploaded() {
    let answer = open(ok(Body::from("abc"))).await;
    let length = answer.body.length().unwrap();
    let body = Body::from_stream(answer.body).with_length(length);
    let collected = http_body_util::BodyExt::collect(body).await.unwrap().to_bytes();
    assert_eq!(collected, Bytes::from("abc"));
}

/// What holds a stream can be sent to another thread.
#[test]
fn streams_are_send() {
    fn is_send<T: Send>(_: &T) {}
    let client = Client::builder().build().unwrap();
    is_send(&client.keys().archive().send_streaming());
    is_send(&client.keys().archive().events());
    is_send(&async move {
        let mut answer = client.keys().archive().send_streaming().await?;
        answer.body.next().await;
        answer.body.save("x").await?;
        Ok::<_, BoxError>(())
    });
}

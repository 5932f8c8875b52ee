//! Limits of time and size.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use docwright_runtime::http::{Method, StatusCode};
use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{CallOptions as _, Error, RetryPolicy, rt};
use tokio::time::Instant;

use crate::generated::{Client, ClientBuilder};

const SECOND: Duration = Duration::from_secs(1);

fn client(reply: Reply, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let script = ScriptedTransport::new().on(Method::GET, "/v1/keys", reply);
    settings(Client::builder().transport(script)).build().unwrap()
}

#[track_caller]
fn check_timeout(error: &Error, message: &str) {
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), format!("GET /keys: {message}"));
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_a_call_covers_its_retries() {
    let start = Instant::now();
    let client = client(Reply::silent(), |builder| builder.timeout(100 * SECOND));
    let error = client.keys().list().await.unwrap_err();
    check_timeout(&error, "no complete answer within 100s");
    assert_eq!((start.elapsed().as_secs(), error.attempts()), (100, 2));
    assert_eq!(error.status(), None);
}

/// Counts how often it is asked.
#[derive(Clone, Default)]
struct Asked(Arc<AtomicU32>);

impl RetryPolicy for Asked {
    fn wait(&self, _: &Error) -> Option<Duration> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Some(Duration::ZERO)
    }
}

#[tokio::test(start_paused = true)]
async fn no_policy_is_asked_when_the_time_of_the_call_is_over() {
    let asked = Asked::default();
    let client = client(Reply::silent(), |builder| builder.timeout(61 * SECOND).retry(asked.clone()));
    check_timeout(&client.keys().list().await.unwrap_err(), "no complete answer within 61s");
    // Once after the first attempt, whose own limit is 60 seconds.
    assert_eq!(asked.0.load(Ordering::Relaxed), 1);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_has_a_limit_of_its_own() {
    let start = Instant::now();
    let client = client(Reply::silent(), |builder| builder);
    let error = client.keys().list().no_retry().await.unwrap_err();
    check_timeout(&error, "no complete answer within 60s of an attempt");
    assert_eq!(start.elapsed().as_secs(), 60);

    let start = Instant::now();
    let error = client.keys().list().attempt_timeout(5 * SECOND).await.unwrap_err();
    check_timeout(&error, "no complete answer within 5s of an attempt");
    assert_eq!(error.attempts(), 3);
    assert!((15..17).contains(&start.elapsed().as_secs()));
}

#[tokio::test(start_paused = true)]
async fn a_limit_can_be_taken_away() {
    let start = Instant::now();
    let client = client(Reply::silent(), |builder| builder.attempt_timeout(Duration::MAX).timeout(SECOND));
    let error = client.keys().list().timeout(1000 * SECOND).await.unwrap_err();
    assert_eq!((start.elapsed().as_secs(), error.attempts()), (1000, 1));
}

#[tokio::test(start_paused = true)]
async fn a_body_may_not_stall() {
    let reply = |delay| Reply::new(200).header("X-Answer", "1").stream(["[", "]"]).stream_delay(delay);
    let stalling = client(reply(31 * SECOND), |builder| builder.attempt_timeout(Duration::MAX));
    let error = stalling.keys().list().no_retry().await.unwrap_err();
    check_timeout(&error, "no byte of the answer for 30s");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.headers().unwrap()["x-answer"], "1");
    assert!(error.raw().unwrap().is_empty());
    assert!(stalling.keys().list().read_timeout(32 * SECOND).await.is_ok());

    let slow = client(reply(29 * SECOND), |builder| builder.attempt_timeout(Duration::MAX));
    assert!(slow.keys().list().await.is_ok());
}

#[test]
fn without_a_clock_waiting_is_an_error() {
    let client = client(Reply::silent(), |builder| builder);
    let mut call = Box::pin(client.keys().list().send());
    let Poll::Ready(Err(error)) = call.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("the call did not fail")
    };
    check_no_clock(&error);

    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    check_no_clock(&runtime.block_on(client.keys().list().send()).unwrap_err());
}

#[track_caller]
fn check_no_clock(error: &Error) {
    assert!(error.is_transport());
    let source = std::error::Error::source(error).unwrap();
    assert_eq!(source.to_string(), "waiting needs a Tokio runtime with time enabled");
}

#[test]
fn what_is_ready_needs_no_clock() {
    let client = client(Reply::new(200).body("[]"), |builder| builder.timeout(SECOND));
    let mut call = Box::pin(client.keys().list().send());
    assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
}

/// Sends a call whose answer may have four bytes.
async fn sized(reply: Reply) -> Result<String, Error> {
    let script = ScriptedTransport::new().on(Method::GET, "/v1/keys.txt", reply);
    let client = Client::builder().transport(script).max_body_size(4).build().unwrap();
    client.keys().export().await
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_too_large_is_not_kept() {
    assert_eq!(sized(Reply::new(200).body("abcd")).await.unwrap(), "abcd");
    assert_eq!(sized(Reply::new(200).stream(["a", "", "bc", "d"])).await.unwrap(), "abcd");
    for reply in [Reply::new(200).body("abcde"), Reply::new(200).stream(["ab", "cd", "e"])] {
        let error = sized(reply.header("X-Answer", "1")).await.unwrap_err();
        assert!(error.is_body_too_large());
        assert_eq!(error.to_string(), "GET /keys.txt: the body of the answer is larger than 4 bytes");
        assert_eq!((error.status(), error.attempts()), (Some(StatusCode::OK), 1));
        assert_eq!(error.headers().unwrap()["x-answer"], "1");
        assert!(error.raw().unwrap().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_length_that_is_too_large_is_refused_before_the_body() {
    let start = Instant::now();
    let reply = Reply::new(200).header("Content-Length", "5").stream(["a"]).stream_delay(SECOND);
    assert!(sized(reply).await.unwrap_err().is_body_too_large());
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test]
async fn a_length_without_a_body_is_not_refused() {
    static OPERATION: rt::Operation = rt::Operation::head("/keys");
    let script = ScriptedTransport::new().then(Reply::new(200).header("Content-Length", "5"));
    let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script).max_body_size(4).build().unwrap();
    let response = rt::Request::new(&client, &OPERATION).empty().send().await.unwrap();
    assert_eq!(response.headers["content-length"], "5");
}

#[tokio::test]
async fn a_call_has_limits_of_its_own() {
    let client = client(Reply::new(200).body("[1]"), |builder| builder.max_body_size(4));
    assert!(client.keys().list().max_body_size(2).await.unwrap_err().is_body_too_large());
    assert!(client.keys().list().await.unwrap_err().is_decode());
}

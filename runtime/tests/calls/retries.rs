//! Which failures are tried again, and when.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{
    Backoff, Body, BoxError, BoxFuture, Bytes, CallOptions as _, ConnectError, Error, RetryPolicy, Transport, http, rt,
};
use http_body::Frame;
use http_body_util::Empty;
use tokio::time::Instant;

use crate::generated::{Client, ClientBuilder, Key};

fn client(script: &ScriptedTransport, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    settings(Client::builder().transport(script.clone())).build().unwrap()
}

/// A script that begins with these replies; whatever follows is answered as documented.
fn first(replies: impl IntoIterator<Item = Reply>) -> ScriptedTransport {
    let good = [Reply::new(200).body("[]"), Reply::new(200).body("[]")];
    replies.into_iter().chain(good).fold(ScriptedTransport::new(), ScriptedTransport::then)
}

/// Every kind of failure that the default policy takes for passing and in which the request arrived.
fn passing() -> Vec<Reply> {
    let statuses = [408, 429, 500, 502, 503, 504].map(Reply::new);
    let stalled = Reply::new(200).stream(["["]).stream_delay(Duration::MAX);
    let others = [Reply::broken(), Reply::silent(), Reply::new(200).stream_broken(), stalled];
    statuses.into_iter().chain(others).collect()
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_may_pass_is_tried_again() {
    for reply in passing() {
        let script = first([reply]);
        let client = client(&script, |builder| builder);
        assert_eq!(client.keys().list().await.unwrap(), []);
        assert_eq!(script.requests().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn any_other_answer_is_final() {
    for status in [300, 304, 400, 401, 403, 404, 409, 412, 422, 501, 505] {
        let script = first([Reply::new(status)]);
        let error = client(&script, |builder| builder).keys().list().await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert_eq!((script.requests().len(), error.attempts()), (1, 1));
    }
    let script = first([Reply::new(200).body("{}")]);
    assert!(client(&script, |builder| builder).keys().list().await.unwrap_err().is_decode());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_post_is_not_sent_twice() {
    for reply in passing() {
        let script = first([reply]);
        let error = client(&script, |builder| builder).keys().create(&Key::default()).await.unwrap_err();
        assert_eq!((script.requests().len(), error.attempts()), (1, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_of_which_nothing_was_sent_is_sent() {
    let script = first([Reply::refused(), Reply::refused()]);
    client(&script, |builder| builder).keys().create(&Key::default()).await.unwrap();
    assert_eq!(script.requests().len(), 1);
}

/// A transport that counts, and has its own way to fail.
#[derive(Clone)]
struct Failing(Arc<AtomicU32>, fn() -> Result<http::Response<Body>, BoxError>);

impl Transport for Failing {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let result = self.1();
        Box::pin(async { result })
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_is_not_sent_twice_on_the_word_of_the_system() {
    let transport = Failing(Arc::default(), || Err(io::Error::from(io::ErrorKind::ConnectionRefused).into()));
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    assert!(client.keys().create(&Key::default()).await.unwrap_err().is_connect());
    assert_eq!(transport.0.load(Ordering::Relaxed), 1);
    assert!(client.keys().list().await.unwrap_err().is_connect());
    assert_eq!(transport.0.load(Ordering::Relaxed), 4);
}

/// A body that cannot be read, for want of a connection.
struct Unreadable;

impl http_body::Body for Unreadable {
    type Data = Bytes;
    type Error = ConnectError;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, ConnectError>>> {
        Poll::Ready(Some(Err(ConnectError::new("gone"))))
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_that_was_answered_is_not_sent_twice() {
    let transport = Failing(Arc::default(), || Ok(http::Response::new(Body::new(Unreadable))));
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    assert!(client.keys().create(&Key::default()).await.unwrap_err().is_body());
    assert_eq!(transport.0.load(Ordering::Relaxed), 1);
}

#[tokio::test(start_paused = true)]
async fn a_post_can_be_made_idempotent() {
    let script = first([Reply::broken()]);
    client(&script, |builder| builder).keys().create(&Key::default()).idempotent().await.unwrap();
    assert_eq!(script.requests().len(), 2);

    static OPERATION: rt::Operation = rt::Operation::post("/keys/search").idempotent();
    let script = first([Reply::new(503)]);
    let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).build().unwrap();
    rt::Request::new(&client, &OPERATION).empty().await.unwrap();
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_put_that_is_not_idempotent_is_not_sent_twice() {
    static OPERATION: rt::Operation = rt::Operation::put("/counter").not_idempotent();
    let script = first([Reply::new(503)]);
    let client = rt::ClientBuilder::new("http://127.0.0.1", "test").transport(script.clone()).build().unwrap();
    assert_eq!(rt::Request::new(&client, &OPERATION).empty().await.unwrap_err().status().unwrap(), 503);
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_idempotency_key_is_the_same_in_every_attempt() {
    let script = first([Reply::new(503), Reply::broken()]);
    let client = client(&script, |builder| builder);
    client.keys().create(&Key::default()).idempotency_key("k-1").await.unwrap();
    let keys: Vec<_> =
        script.requests().iter().map(|sent| sent.header("idempotency-key").unwrap().to_owned()).collect();
    assert_eq!(keys, ["k-1"; 3]);

    for key in ["", "a\nb"] {
        let error = client.keys().create(&Key::default()).idempotency_key(key).await.unwrap_err();
        assert!(error.is_request());
        assert_eq!(error.attempts(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_a_stream_is_sent_once() {
    for reply in [Reply::new(503), Reply::broken(), Reply::refused()] {
        let script = first([reply]);
        let call = client(&script, |builder| builder).keys().create(&Key::default()).idempotent();
        let call = call.change(|request| request.body_as("text/plain", Body::new(Empty::<Bytes>::new())));
        assert_eq!(call.await.unwrap_err().attempts(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn there_are_three_attempts_unless_a_policy_says_otherwise() {
    let attempts = async |client: Client, settings: fn(crate::generated::ListKeys) -> crate::generated::ListKeys| {
        settings(client.keys().list()).await.unwrap_err().attempts()
    };
    let down = ScriptedTransport::new().on(http::Method::GET, "/v1/keys", Reply::new(503));
    assert_eq!(attempts(client(&down, |builder| builder), |call| call).await, 3);
    assert_eq!(attempts(client(&down, |builder| builder), |call| call.no_retry()).await, 1);
    let five = client(&down, |builder| builder.retry(Backoff::new().attempts(5)));
    assert_eq!(attempts(five.clone(), |call| call).await, 5);
    assert_eq!(attempts(five, |call| call.retry(Backoff::new().attempts(2))).await, 2);
    assert_eq!(attempts(client(&down, |builder| builder.retry(Backoff::none())), |call| call).await, 1);
}

/// Sends a call that is first answered with 503 and these headers, and tells how long it took and how it ended.
async fn waited(headers: &[(&str, &str)], limit: Duration) -> (Duration, Result<(), Error>) {
    let reply = headers.iter().fold(Reply::new(503), |reply, (name, value)| reply.header(name, value));
    let script = first([reply]);
    let start = Instant::now();
    let result = client(&script, |builder| builder).keys().list().timeout(limit).await;
    (start.elapsed(), result.map(drop))
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_to_wait_is_waited_for() {
    let (took, result) = waited(&[("Retry-After", "20")], Duration::MAX).await;
    assert!(result.is_ok());
    assert_eq!(took.as_secs(), 20);
    let date = [("Date", "Fri, 31 Dec 1999 23:59:50 GMT"), ("Retry-After", "Sat, 01 Jan 2000 00:00:02 GMT")];
    let (took, result) = waited(&date, Duration::MAX).await;
    assert!(result.is_ok());
    assert_eq!(took.as_secs(), 12);
    let (took, result) = waited(&[("Retry-After", "0")], Duration::MAX).await;
    assert!(result.is_ok());
    assert!(took < Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_too_long_ends_the_call_with_the_answer() {
    for (asked, limit) in
        [("31", Duration::MAX), ("20", Duration::from_secs(20)), ("99999999999999999999", Duration::MAX)]
    {
        let (took, result) = waited(&[("Retry-After", asked)], limit).await;
        let error = result.unwrap_err();
        assert_eq!(error.status().unwrap(), 503);
        assert_eq!(error.headers().unwrap()["retry-after"], asked);
        assert_eq!(took, Duration::ZERO);
    }
    assert!(waited(&[("Retry-After", "20")], Duration::from_secs(21)).await.1.is_ok());
}

/// Tries whatever it is asked about four times, a second apart.
struct Stubborn;

impl RetryPolicy for Stubborn {
    fn wait(&self, error: &Error) -> Option<Duration> {
        (error.attempts() < 4).then_some(Duration::from_secs(1))
    }
}

#[tokio::test(start_paused = true)]
async fn a_policy_of_ones_own_decides_within_what_is_safe() {
    let script = first([Reply::new(404), Reply::new(418), Reply::new(200).body("not JSON")]);
    let client = client(&script, |builder| builder.retry(Stubborn));
    let start = Instant::now();
    let error = client.keys().list().await.unwrap_err();
    assert!(error.is_decode(), "a policy is not asked about an answer that came");
    assert_eq!((error.attempts(), start.elapsed().as_secs()), (3, 2));

    let script = first([Reply::new(404)]);
    let client = self::client(&script, |builder| builder.retry(Stubborn));
    assert_eq!(client.keys().create(&Key::default()).await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn all_clones_spend_one_budget() {
    let script = ScriptedTransport::new().on(http::Method::GET, "/v1/keys", Reply::new(503));
    let client = client(&script, |builder| builder.retry_budget(3));
    let mut attempts = Vec::new();
    for client in [client.clone(), client.clone(), client] {
        attempts.push(client.keys().list().await.unwrap_err().attempts());
    }
    assert_eq!(attempts, [3, 2, 1]);
}

#[test]
fn without_a_clock_a_failure_is_final() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let script = first([Reply::new(503)]);
    let call = client(&script, |builder| builder).keys().list();
    let error = runtime.block_on(call.send()).unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
}

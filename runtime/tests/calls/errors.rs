//! Every kind of error, as a user tells them apart.

use std::error::Error as _;
use std::io;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{Body, BoxError, BoxFuture, CallExt as _, CallOptions as _, Error, Transport, http};

use crate::generated::{Client, ListKeysError, Problem};
use crate::recorder::Recorder;

async fn list(status: u16, body: &'static [u8]) -> Error {
    Recorder::answering(status, body).client(|builder| builder).keys().list().await.unwrap_err()
}

/// Checks that exactly one predicate is true.
#[track_caller]
pub(crate) fn check_kind(error: &Error, expected: &str) {
    let kinds = [
        ("builder", error.is_builder()),
        ("request", error.is_request()),
        ("auth", error.is_auth()),
        ("connect", error.is_connect()),
        ("timeout", error.is_timeout()),
        ("transport", error.is_transport()),
        ("status", error.is_status()),
        ("body", error.is_body()),
        ("body_too_large", error.is_body_too_large()),
        ("decode", error.is_decode()),
    ];
    let kinds: Vec<_> = kinds.into_iter().filter_map(|(name, is)| is.then_some(name)).collect();
    assert_eq!(kinds, [expected]);
}

#[tokio::test]
async fn a_status_keeps_the_answer() {
    let error = list(404, b"none").await;
    check_kind(&error, "status");
    assert_eq!(error.to_string(), "GET /keys: 404 Not Found");
    assert_eq!(error.status(), Some(http::StatusCode::NOT_FOUND));
    assert_eq!(error.headers().unwrap()["x-answer"], "1");
    assert_eq!(error.raw().unwrap(), "none");
    assert_eq!(error.method(), Some(&http::Method::GET));
    assert_eq!(error.url().unwrap(), "https://api.example.com/v1/keys");
    assert_eq!(list(599, b"").await.to_string(), "GET /keys: 599");
    check_kind(&list(302, b"").await, "status");
}

#[tokio::test]
async fn a_documented_body_is_chosen_by_status() {
    let problem = Problem { message: "no".to_owned() };
    let error = list(401, br#"{"message":"no"}"#).await;
    assert_eq!(error.documented(), Some(ListKeysError::Unauthorized(problem.clone())));
    let error = list(503, br#"[{"message":"no"}]"#).await;
    assert_eq!(error.documented(), Some(ListKeysError::Server(vec![problem])));
    assert_eq!(list(503, br#"{"message":"no"}"#).await.documented::<ListKeysError>(), None);
    assert_eq!(list(404, br#"{"message":"no"}"#).await.documented::<ListKeysError>(), None);
    assert_eq!(list(401, b"<html>").await.documented::<ListKeysError>(), None);
}

#[tokio::test]
async fn a_body_of_another_type_keeps_the_answer() {
    let error = list(200, b"[\n  {\"name\": 5}]").await;
    check_kind(&error, "decode");
    assert_eq!(error.to_string(), "GET /keys: the answer is not the documented type at [0].name (line 2 column 12)");
    assert_eq!(error.json_path(), Some("[0].name"));
    assert_eq!(error.status(), Some(http::StatusCode::OK));
    assert_eq!(error.raw().unwrap(), "[\n  {\"name\": 5}]");
    assert_eq!(error.headers().unwrap()["x-answer"], "1");
    assert_eq!(error.url().unwrap(), "https://api.example.com/v1/keys");
    assert!(error.source().unwrap().to_string().contains("expected a string"));
    assert_eq!(error.documented::<ListKeysError>(), None);
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_another_type() {
    let client = Recorder::answering(200, b"\xff").client(|builder| builder);
    let error = client.keys().export().await.unwrap_err();
    check_kind(&error, "decode");
    assert_eq!(error.to_string(), "GET /keys.txt: the answer is not the documented type");
}

/// A transport that fails before an answer, or in the middle of its body.
struct Failing(Option<io::ErrorKind>);

impl Transport for Failing {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        let failure = self.0;
        Box::pin(async move {
            match failure {
                Some(kind) => Err(io::Error::from(kind).into()),
                None => Ok(http::Response::new(Body::new(BrokenBody))),
            }
        })
    }
}

struct BrokenBody;

impl http_body::Body for BrokenBody {
    type Data = docwright_runtime::Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Self::Data>, io::Error>>> {
        std::task::Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into())))
    }
}

async fn failing(kind: Option<io::ErrorKind>) -> Error {
    let client = Client::builder().transport(Failing(kind)).build().unwrap();
    client.keys().list().page(1).no_retry().await.unwrap_err()
}

#[tokio::test]
async fn failures_of_a_transport_are_told_apart() {
    let error = failing(Some(io::ErrorKind::ConnectionRefused)).await;
    check_kind(&error, "connect");
    assert_eq!(error.to_string(), "GET /keys: no connection to api.example.com: connection refused");
    assert_eq!(error.url().unwrap(), "https://api.example.com/v1/keys");

    let error = failing(Some(io::ErrorKind::TimedOut)).await;
    check_kind(&error, "timeout");
    assert_eq!(error.to_string(), "GET /keys: no answer in time");

    let error = failing(Some(io::ErrorKind::ConnectionReset)).await;
    check_kind(&error, "transport");
    assert_eq!(error.to_string(), "GET /keys: the connection failed before an answer");
    assert!(error.source().is_some());
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_the_head() {
    let error = failing(None).await;
    check_kind(&error, "body");
    assert_eq!(error.to_string(), "GET /keys: the body of the answer could not be read");
    assert_eq!(error.status(), Some(http::StatusCode::OK));
    assert!(error.raw().unwrap().is_empty());
}

#[tokio::test]
async fn the_name_of_the_request_is_found_in_the_usual_headers() {
    let id = async |headers: &[(&str, &str)]| {
        let reply = headers.iter().fold(Reply::new(404), |reply, (name, value)| reply.header(name, value));
        let client = Client::builder().transport(ScriptedTransport::new().then(reply)).build().unwrap();
        client.keys().list().await.unwrap_err().request_id().map(str::to_owned)
    };
    assert_eq!(id(&[("X-Amzn-RequestId", "a")]).await.as_deref(), Some("a"));
    assert_eq!(id(&[("Request-Id", "b"), ("X-Request-ID", "c"), ("CF-Ray", "d")]).await.as_deref(), Some("c"));
    assert_eq!(id(&[("X-Request-Id", ""), ("X-Correlation-Id", "e")]).await.as_deref(), Some("e"));
    assert_eq!(id(&[("X-Other-Id", "f")]).await, None);

    let reply = || Reply::new(200).header("X-Request-Id", "g").body("[]");
    let client = Client::builder().transport(ScriptedTransport::new().then(reply()).then(reply())).build().unwrap();
    assert_eq!(client.keys().list().send().await.unwrap().request_id(), Some("g"));
    assert_eq!(client.keys().list().send_streaming().await.unwrap().request_id(), Some("g"));
}

#[tokio::test]
async fn only_a_decode_failure_of_json_has_a_path() {
    assert_eq!(list(200, b"{}").await.json_path(), Some(""));
    assert_eq!(list(200, b"[{\"name\": \"a\"}, {}]").await.json_path(), Some("[1]"));
    assert_eq!(list(404, b"{}").await.json_path(), None);
    let client = Recorder::answering(200, b"\xff").client(|builder| builder);
    assert_eq!(client.keys().export().await.unwrap_err().json_path(), None);
}

//! The scripted transport of users' tests.

use std::time::Duration;

use docwright_runtime::http::Method;
use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{Backoff, Error, Value};
use tokio::time::Instant;

use crate::generated::{Client, Key, auth};

fn client(script: &ScriptedTransport) -> Client {
    let builder = Client::builder().transport(script.clone()).retry(Backoff::none());
    builder.credential(auth::bearer("s3cret")).build().unwrap()
}

async fn status(client: &Client) -> u16 {
    client
        .keys()
        .rotate()
        .send()
        .await
        .map_or_else(|error| error.status().unwrap(), |response| response.status)
        .as_u16()
}

#[tokio::test]
async fn replies_come_in_order_and_by_route() {
    let script = ScriptedTransport::new()
        .then(Reply::new(200))
        .on(Method::POST, "/v1/keys/rotate", Reply::new(201))
        .on(Method::POST, "/v1/keys/rotate", Reply::new(202))
        .then(Reply::new(204));
    let client = client(&script);
    assert_eq!([status(&client).await, status(&client).await, status(&client).await], [201, 202, 202]);
    assert_eq!(client.keys().delete("a").send().await.unwrap().status, 200);
    assert_eq!(client.keys().delete("b").send().await.unwrap().status, 204);
    script.assert_finished();
}

#[tokio::test]
async fn what_was_sent_can_be_read() {
    let script = ScriptedTransport::new().then(Reply::new(200).json(&["a"]).header("X-Answer", "1"));
    let key = Key { name: "ci".to_owned(), ..Key::default() };
    assert_eq!(client(&script).keys().create(&key).await.unwrap(), Value::from(vec!["a"]));
    let sent = script.only_request();
    assert_eq!((sent.method.as_str(), sent.uri.to_string().as_str()), ("POST", "https://api.example.com/v1/keys"));
    assert_eq!(sent.header("content-type"), Some("application/json"));
    assert_eq!(sent.header("x-none"), None);
    assert_eq!(sent.json::<Key>().unwrap(), key);
    assert_eq!(sent.body, "{\"name\":\"ci\"}");
}

async fn failure(reply: Reply) -> Error {
    client(&ScriptedTransport::new().then(reply)).keys().list().await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn every_failure_can_be_played() {
    assert!(failure(Reply::refused()).await.is_connect());
    assert!(failure(Reply::broken()).await.is_transport());
    assert!(failure(Reply::silent()).await.is_timeout());
    assert!(failure(Reply::new(200).stream(["["]).stream_broken()).await.is_body());
    assert!(failure(Reply::new(200).stream_delay(Duration::MAX)).await.is_timeout());
    let script = ScriptedTransport::new().then(Reply::refused());
    client(&script).keys().list().await.unwrap_err();
    assert!(script.requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn answers_can_be_late() {
    let start = Instant::now();
    let reply = Reply::new(200).delay(Duration::from_secs(2)).stream(["[", "]"]).stream_delay(Duration::from_secs(1));
    assert_eq!(client(&ScriptedTransport::new().then(reply)).keys().list().await.unwrap(), []);
    assert_eq!(start.elapsed().as_secs(), 5);
}

#[tokio::test]
async fn a_script_that_cannot_be_played_fails_the_call() {
    let source = |error: Error| std::error::Error::source(&error).unwrap().to_string();
    let error = client(&ScriptedTransport::new()).keys().list().await.unwrap_err();
    assert_eq!(source(error), "the script has no reply for GET /v1/keys");
    let error = failure(Reply::new(99)).await;
    assert_eq!(source(error), "the script has a reply whose status is not of three digits");
    let error = failure(Reply::new(200).header("X A", "a").json(&[1])).await;
    assert_eq!(source(error), "the script has a reply with a malformed header");
    let unwritable = std::collections::BTreeMap::from([([1], 1)]);
    let error = failure(Reply::new(200).json(&unwritable)).await;
    assert_eq!(source(error), "the script has a reply that cannot be written as JSON");
}

#[tokio::test]
async fn what_was_sent_shows_no_secret() {
    let script = ScriptedTransport::new().then(Reply::new(200).body("[]"));
    client(&script).keys().list().theme("s3cret").page(7).await.unwrap();
    let debug = format!("{:?} {script:?}", script.only_request());
    assert!(debug.contains("/v1/keys") && !debug.contains("s3cret") && !debug.contains("page"), "{debug}");
}

#[test]
#[should_panic(expected = "one request was expected")]
fn a_missing_request_fails_the_test() {
    ScriptedTransport::new().only_request();
}

#[test]
#[should_panic(expected = "were not asked for")]
fn a_reply_that_was_not_asked_for_fails_the_test() {
    ScriptedTransport::new().then(Reply::new(200)).assert_finished();
}

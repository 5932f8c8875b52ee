//! Token requests that fail for a moment.

use std::error::Error as _;
use std::time::Duration;

use docwright_runtime::testing::{Reply, ScriptedTransport};
use docwright_runtime::{Backoff, Credential, Error, RetryPolicy, TokenError, http};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::generated::{Client, ClientBuilder, Key, auth};
use crate::scripted::token;

/// A token server that answers so and then gives a token, beside an API that accepts everything.
fn script(replies: impl IntoIterator<Item = Reply>) -> ScriptedTransport {
    let good = Reply::new(200).body(token("t", 3600).1);
    let tokens = |script: ScriptedTransport, reply: Reply| {
        let script = script.on(http::Method::POST, "/oauth/token", reply.clone());
        script.on(http::Method::POST, "/v1/refresh", reply)
    };
    let api = ScriptedTransport::new().on(http::Method::GET, "/v1/keys", Reply::new(200).body("[]"));
    let api = api.on(http::Method::POST, "/v1/keys", Reply::new(200));
    replies.into_iter().chain([good]).fold(api, tokens)
}

fn client(
    script: &ScriptedTransport,
    credential: Credential,
    settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Client {
    settings(Client::builder().transport(script.clone()).credential(credential)).build().unwrap()
}

fn client_credentials() -> Credential {
    auth::oauth_client_credentials("id", "s")
}

/// How many requests arrived at the token server.
fn token_requests(script: &ScriptedTransport) -> usize {
    script.requests().iter().filter(|sent| sent.uri.path() != "/v1/keys").count()
}

#[tokio::test(start_paused = true)]
async fn a_passing_fault_of_the_token_server_fails_no_call_and_is_asked_about_once() {
    let faults = [Reply::new(503), Reply::new(429), Reply::broken(), Reply::new(200).stream_broken()];
    for fault in faults {
        let script = script([fault.delay(Duration::from_secs(1))]);
        let client = client(&script, client_credentials(), |builder| builder);
        let mut calls = JoinSet::new();
        for _ in 0..1000 {
            calls.spawn(client.keys().list().send());
        }
        assert!(calls.join_all().await.iter().all(Result::is_ok));
        assert_eq!((token_requests(&script), script.requests().len()), (2, 1002));
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_must_not_be_repeated_gets_its_token_too() {
    let script = script([Reply::refused(), Reply::new(503)]);
    let client = client(&script, client_credentials(), |builder| builder);
    client.keys().list().await.unwrap();
    client.keys().create(&Key::default()).await.unwrap();
    assert_eq!(script.requests().len(), 4);
}

async fn failing(script: &ScriptedTransport, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Error {
    client(script, client_credentials(), settings).keys().list().await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn the_policy_of_the_client_decides_within_its_budget() {
    let down = || script((0..9).map(|_| Reply::new(503)));
    for (script, settings, requests) in [
        (down(), (|builder| builder) as fn(ClientBuilder) -> ClientBuilder, 3),
        (down(), |builder| builder.retry(Backoff::none()), 1),
        (down(), |builder| builder.retry(Backoff::new().attempts(5)), 5),
        (down(), |builder| builder.retry_budget(1), 2),
        (script([Reply::new(400)]), |builder| builder, 1),
    ] {
        let error = failing(&script, settings).await;
        assert!(error.is_auth());
        assert_eq!((token_requests(&script), error.status(), error.attempts()), (requests, None, 1));
        assert!(error.source().unwrap().is::<TokenError>());
    }
}

/// Tries again what a locked token server answers.
struct WhileLocked;

impl RetryPolicy for WhileLocked {
    fn wait(&self, error: &Error) -> Option<Duration> {
        assert_eq!((error.is_auth(), error.attempts()), (true, 1));
        assert_eq!(error.to_string(), "POST (token URL): no token");
        error.status().filter(|status| status.as_u16() == 423).map(|_| Duration::from_secs(1))
    }
}

#[tokio::test(start_paused = true)]
async fn a_policy_sees_the_answer_of_the_token_server() {
    let script = script([Reply::new(423)]);
    client(&script, client_credentials(), |builder| builder.retry(WhileLocked)).keys().list().await.unwrap();
    assert_eq!(token_requests(&script), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_server_that_asks_to_wait_is_waited_for() {
    let script = script([Reply::new(503).header("Retry-After", "20")]);
    let begun = Instant::now();
    client(&script, client_credentials(), |builder| builder).keys().list().await.unwrap();
    assert_eq!(begun.elapsed().as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_that_may_have_been_seen_is_not_sent_again() {
    for fault in [Reply::new(503), Reply::broken(), Reply::new(200).stream_broken()] {
        let script = script([fault]);
        let client = client(&script, auth::oauth_refresh_token("r"), |builder| builder);
        assert!(client.keys().list().await.unwrap_err().is_auth());
        assert_eq!(token_requests(&script), 1);
    }
    let script = script([Reply::refused(), Reply::refused()]);
    client(&script, auth::oauth_refresh_token("r"), |builder| builder).keys().list().await.unwrap();
    assert_eq!(token_requests(&script), 1);
}

#[test]
fn without_a_clock_a_failure_is_final() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let script = script([Reply::new(503)]);
    assert!(runtime.block_on(failing(&script, |builder| builder)).is_auth());
    assert_eq!(token_requests(&script), 1);
}

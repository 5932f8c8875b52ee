//! Many calls and one token; and what happens after a 401.

use std::error::Error as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::{Body, CallOptions as _, Credential, Error};
use tokio::task::JoinSet;
use tokio::time::{Instant, advance, sleep};

use crate::generated::{Client, auth};
use crate::providers::Stale;
use crate::scripted::{Reply, Scripted, header, is_token_request, ok, token, unauthorized};

const SECOND: Duration = Duration::from_secs(1);

/// A token server that takes a second for each token (`t1`, `t2` and so on, each for a minute), and an API that takes
/// as long to look at it and accepts those from `accepted` on.
fn server(accepted: usize) -> Scripted {
    let issued = AtomicUsize::new(0);
    Scripted::new(move |request| {
        let reply = if is_token_request(&request) {
            token(&format!("t{}", issued.fetch_add(1, Ordering::Relaxed) + 1), 60)
        } else {
            judge(&request, accepted)
        };
        async move {
            sleep(SECOND).await;
            reply
        }
    })
}

fn judge(request: &str, accepted: usize) -> Reply {
    let number = header(request, "authorization").and_then(|value| value.strip_prefix("Bearer t")?.parse().ok());
    if number.is_some_and(|number: usize| number >= accepted) { ok() } else { unauthorized() }
}

fn client_of(scripted: &Scripted) -> Client {
    scripted.client(|builder| builder.credential(credential()))
}

fn credential() -> Credential {
    auth::oauth_client_credentials("id", "secret")
}

/// Sends this many calls at once.
async fn calls(client: &Client, count: usize) -> Vec<Result<(), Error>> {
    let mut tasks = JoinSet::new();
    for _ in 0..count {
        let call = client.keys().list();
        tasks.spawn(async move { call.await.map(drop) });
    }
    tasks.join_all().await
}

#[track_caller]
fn check_sent(scripted: &Scripted, tokens: usize, calls: &[(&str, usize)]) {
    assert_eq!(scripted.forms().len(), tokens);
    let sent = scripted.authorizations();
    let count = |token: &str| sent.iter().filter(|value| value.as_str() == format!("Bearer {token}")).count();
    assert_eq!(calls.iter().map(|(token, _)| (*token, count(token))).collect::<Vec<_>>(), calls);
    assert_eq!(sent.len(), calls.iter().map(|(_, count)| count).sum::<usize>());
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_with_an_expired_token_cause_one_token_request() {
    let scripted = server(0);
    let client = client_of(&scripted);
    client.keys().list().await.unwrap();
    advance(60 * SECOND).await;
    assert!(calls(&client, 1000).await.iter().all(Result::is_ok));
    check_sent(&scripted, 2, &[("t1", 1), ("t2", 1000)]);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_refusals_of_one_token_cause_one_token_request() {
    let scripted = server(2);
    let client = client_of(&scripted);
    assert!(calls(&client, 1000).await.iter().all(Result::is_ok));
    check_sent(&scripted, 2, &[("t1", 1000), ("t2", 1000)]);
}

/// Sends twenty calls, a tenth of a second after each other, while a token is replaced: the API takes a second for each
/// of them, and refuses those that come in the first second.
async fn calls_around_a_renewal(tokens: [&'static str; 2]) -> Scripted {
    let begun = Instant::now();
    let issued = Arc::new(AtomicUsize::new(0));
    let scripted = Scripted::new(move |request| {
        let issued = Arc::clone(&issued);
        async move {
            if is_token_request(&request) {
                return token(tokens[issued.fetch_add(1, Ordering::Relaxed)], 60);
            }
            let is_early = begun.elapsed() < SECOND;
            sleep(SECOND).await;
            if is_early { unauthorized() } else { ok() }
        }
    });
    let client = client_of(&scripted);
    let mut tasks = JoinSet::new();
    for tenth in 0..20 {
        let call = client.keys().list();
        tasks.spawn(async move {
            sleep(SECOND * tenth / 10).await;
            call.await.map(drop)
        });
    }
    assert!(tasks.join_all().await.iter().all(Result::is_ok));
    scripted
}

#[tokio::test(start_paused = true)]
async fn a_late_refusal_of_an_old_token_asks_for_no_other() {
    check_sent(&calls_around_a_renewal(["t1", "t2"]).await, 2, &[("t1", 10), ("t2", 20)]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_issued_again_is_told_from_the_one_that_was_refused() {
    check_sent(&calls_around_a_renewal(["same", "same"]).await, 2, &[("same", 30)]);
}

#[tokio::test(start_paused = true)]
async fn token_requests_that_fail_in_the_end_fail_all_who_waited_and_the_next_call_tries_again() {
    let is_down = Arc::new(Mutex::new(true));
    let down = Arc::clone(&is_down);
    let scripted = Scripted::new(move |request| {
        let down = *down.lock().unwrap();
        async move {
            sleep(SECOND).await;
            match is_token_request(&request) {
                true if down => (503, String::new()),
                true => token("t", 60),
                false => ok(),
            }
        }
    });
    let client = client_of(&scripted);
    for result in calls(&client, 100).await {
        let error = result.unwrap_err();
        assert!(error.is_auth());
        assert_eq!(error.source().unwrap().to_string(), "the token server answered 503 Service Unavailable");
    }
    check_sent(&scripted, 3, &[]);
    *is_down.lock().unwrap() = false;
    assert!(calls(&client, 100).await.iter().all(Result::is_ok));
    check_sent(&scripted, 4, &[("t", 100)]);
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_does_not_hold_up_those_who_wait_with_it() {
    let scripted = server(0);
    let client = client_of(&scripted);
    let first = tokio::spawn(client.keys().list().send());
    sleep(SECOND / 2).await;
    let others = tokio::spawn({
        let client = client.clone();
        async move { calls(&client, 10).await }
    });
    sleep(SECOND / 10).await;
    first.abort();
    assert!(others.await.unwrap().iter().all(Result::is_ok));
    check_sent(&scripted, 1, &[("t1", 10)]);
}

#[tokio::test(start_paused = true)]
async fn a_token_request_that_nobody_waits_for_any_more_is_finished_by_the_next_call() {
    let scripted = server(0);
    let client = client_of(&scripted);
    for _ in 0..2 {
        let limit = SECOND * 4 / 10;
        assert!(client.keys().list().timeout(limit).await.unwrap_err().is_timeout());
    }
    client.keys().list().await.unwrap();
    check_sent(&scripted, 1, &[("t1", 1)]);
}

#[tokio::test(start_paused = true)]
async fn a_token_request_that_hangs_is_given_up() {
    let hangs = Arc::new(AtomicUsize::new(1));
    let scripted = Scripted::new(move |request| {
        let hanging = is_token_request(&request) && hangs.swap(0, Ordering::Relaxed) == 1;
        async move {
            if hanging {
                std::future::pending::<()>().await;
            }
            if is_token_request(&request) { token("t", 60) } else { ok() }
        }
    });
    let client = client_of(&scripted);
    assert!(client.keys().list().timeout(29 * SECOND).await.unwrap_err().is_timeout());
    assert!(client.keys().list().timeout(SECOND / 2).await.unwrap_err().is_timeout());
    sleep(SECOND).await;
    client.keys().list().timeout(SECOND).await.unwrap();
    check_sent(&scripted, 2, &[("t", 1)]);
}

#[tokio::test(start_paused = true)]
async fn a_refused_call_is_authorised_anew_and_sent_once_more() {
    let scripted = server(2);
    let client = client_of(&scripted);
    client.keys().import("a,b").await.unwrap();
    check_sent(&scripted, 2, &[("t1", 1), ("t2", 1)]);
    let [_, first, _, second] = &scripted.sent()[..] else { panic!("{:#?}", scripted.sent()) };
    assert!(first.ends_with("\n\na,b"));
    assert_eq!(first.replace("Bearer t1", "Bearer t2"), *second);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_refused_twice_is_not_sent_again() {
    let scripted = server(9);
    let client = client_of(&scripted);
    let error = client.keys().list().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    check_sent(&scripted, 2, &[("t1", 1), ("t2", 1)]);
    // The second token is kept, so that a server which accepts none gets two requests per call and not four.
    client.keys().list().await.unwrap_err();
    check_sent(&scripted, 3, &[("t1", 1), ("t2", 2), ("t3", 1)]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_not_sent_again_but_the_token_is_renewed() {
    let scripted = server(2);
    let client = client_of(&scripted);
    let import = || client.keys().import("").stream(Body::from_reader(&b"a,b"[..], None));
    assert_eq!(import().await.unwrap_err().status().unwrap(), 401);
    import().await.unwrap();
    check_sent(&scripted, 2, &[("t1", 1), ("t2", 1)]);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_is_the_error_of_the_call() {
    let scripted = Scripted::new(|request| async move {
        match header(&request, "authorization") {
            Some("Bearer old") => unauthorized(),
            _ => (400, r#"{"error":"invalid_grant"}"#.to_owned()),
        }
    });
    let client = scripted.client(|builder| builder.credential(auth::oauth_provided(Stale::default())));
    let error = client.keys().list().await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.source().unwrap().to_string(), "nothing new");
    assert_eq!(scripted.authorizations(), ["Bearer old"]);
}

#[tokio::test]
async fn a_secret_that_does_not_change_is_sent_once() {
    let scripted = Scripted::new(|_| async { unauthorized() });
    let client = scripted.client(|builder| builder.credential(auth::oauth("t")).credential(auth::header("k")));
    assert_eq!(client.keys().list().await.unwrap_err().status().unwrap(), 401);
    assert_eq!(scripted.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn clones_of_a_credential_share_its_token() {
    let scripted = server(0);
    let client = scripted.client(|builder| builder);
    let credential = credential();
    for _ in 0..3 {
        client.keys().list().with_credential(credential.clone()).await.unwrap();
    }
    check_sent(&scripted, 1, &[("t1", 3)]);
    client.keys().list().with_credential(self::credential()).await.unwrap();
    check_sent(&scripted, 2, &[("t1", 3), ("t2", 1)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_on_several_threads_cause_one_token_request() {
    let scripted = Scripted::new(|request| async move {
        tokio::task::yield_now().await;
        if is_token_request(&request) { token("t", 3600) } else { ok() }
    });
    let client = client_of(&scripted);
    assert!(calls(&client, 1000).await.iter().all(Result::is_ok));
    check_sent(&scripted, 1, &[("t", 1000)]);
}

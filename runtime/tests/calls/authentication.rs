//! Which credentials are sent, and where.

use docwright_runtime::{CallOptions as _, Credential};

use crate::generated::{Key, auth};
use crate::recorder::Recorder;

/// Sends the operation that lists every scheme, and returns what carried the credentials.
#[track_caller]
fn check_listed(credentials: Vec<Credential>, expected: &str) {
    check(credentials, expected, |client| Box::pin(async move { client.keys().list().send().await.map(drop) }));
}

/// The same for the operation that wants header key and session, or else a query key.
#[track_caller]
fn check_exact(credentials: Vec<Credential>, expected: &str) {
    check(credentials, expected, |client| Box::pin(async move { client.keys().delete("a").send().await.map(drop) }));
}

type Sent = docwright_runtime::BoxFuture<Result<(), docwright_runtime::Error>>;

#[track_caller]
fn check(credentials: Vec<Credential>, expected: &str, send: fn(crate::generated::Client) -> Sent) {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| credentials.into_iter().fold(builder, |builder, c| builder.credential(c)));
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(send(client)).unwrap();
    assert_eq!(carried(&recorder), expected);
}

#[track_caller]
fn carried(recorder: &Recorder) -> String {
    let headers = ["authorization", "x-api-key", "cookie"].map(|name| recorder.sent_header(name)).concat();
    let query = recorder.sent_url().split_once('?').map(|(_, query)| format!("?{query}"));
    headers.into_iter().chain(query).collect::<Vec<_>>().join(" | ")
}

#[test]
fn each_kind_has_its_place() {
    check_listed(vec![auth::bearer("t0")], "Bearer t0");
    check_listed(vec![auth::token("t0")], "Bearer t0");
    check_listed(vec![auth::basic("Aladdin", "open sesame")], "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    check_listed(vec![auth::header("k")], "k");
    check_listed(vec![auth::session("a b")], "sid=a%20b");
    check_listed(vec![auth::query("a&b")], "?api_key=a%26b");
    check_listed(vec![], "");
}

#[test]
fn every_listed_credential_is_sent() {
    check_listed(
        vec![auth::query("q"), auth::session("s"), auth::header("h"), auth::bearer("b")],
        "Bearer b | h | sid=s | ?api_key=q",
    );
}

#[test]
fn the_first_listed_scheme_wins_a_header() {
    check_listed(vec![auth::basic("u", "p"), auth::token("t"), auth::bearer("b")], "Bearer b");
    check_listed(vec![auth::token("t"), auth::basic("u", "p")], "Basic dTpw");
}

#[test]
fn a_later_credential_replaces_one_of_the_same_scheme() {
    check_listed(vec![auth::bearer("old"), auth::bearer("new")], "Bearer new");
}

#[test]
fn the_first_complete_alternative_is_sent() {
    check_exact(vec![auth::query("q"), auth::session("s"), auth::header("h")], "h | sid=s");
    check_exact(vec![auth::query("q"), auth::header("h")], "?api_key=q");
    check_exact(vec![auth::header("h")], "");
    check_exact(vec![auth::bearer("b"), auth::basic("u", "p")], "");
}

#[tokio::test]
async fn an_unlisted_scheme_is_not_sent() {
    let recorder = Recorder::answering(200, b"{}");
    let client = recorder.client(|builder| builder.credential(auth::bearer("b")).credential(auth::query("q")));
    client.keys().create(&Key::default()).with_credential(auth::session("s")).await.unwrap();
    assert_eq!(carried(&recorder), "");
}

#[tokio::test]
async fn a_call_can_replace_a_credential() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.credential(auth::bearer("b")).credential(auth::header("h")));
    client.keys().list().with_credential(auth::bearer("mine")).await.unwrap();
    assert_eq!(carried(&recorder), "Bearer mine | h");
}

#[tokio::test]
async fn a_call_can_be_anonymous() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.credential(auth::bearer("b")));
    client.keys().list().with_credential(auth::session("s")).anonymous().await.unwrap();
    assert_eq!(carried(&recorder), "");

    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.credential(auth::bearer("b")));
    client.keys().list().anonymous().with_credential(auth::session("s")).await.unwrap();
    assert_eq!(carried(&recorder), "sid=s");
}

#[tokio::test]
async fn a_cookie_key_joins_the_other_cookies() {
    let recorder = Recorder::default();
    let client = recorder.client(|b| b.credential(auth::session("s")).default_header("Cookie", "a=1"));
    client.keys().list().theme("dark").await.unwrap();
    assert_eq!(recorder.sent_header("cookie"), ["a=1; theme=dark; sid=s"]);
}

#[tokio::test]
async fn a_secret_that_cannot_be_sent_is_a_request_error() {
    let recorder = Recorder::default();
    for credential in [auth::bearer("s3cret\r\nX: 1"), auth::basic("s3:cret", "p")] {
        let client = recorder.client(|builder| builder.credential(credential));
        let error = client.keys().list().await.unwrap_err();
        assert!(error.is_request());
        assert!(!format!("{error} {error:?}").contains("s3"));
    }
    assert!(recorder.is_unused());
}

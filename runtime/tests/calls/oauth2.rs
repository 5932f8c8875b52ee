//! The grants of OAuth2 on the wire, and what is made of the answers.

use std::error::Error as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::{CallOptions as _, Credential, OAuth2, TokenError};
use tokio::time::advance;

use crate::errors::check_kind;
use crate::generated::auth;
use crate::scripted::{Scripted, token};

/// Makes one call and returns the token request.
async fn token_request(credential: Credential) -> String {
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let client = scripted.client(|builder| builder.credential(credential).default_header("X-Team", "a"));
    client.keys().list().await.unwrap();
    assert_eq!(scripted.authorizations(), ["Bearer t"]);
    scripted.sent()[0].clone()
}

#[tokio::test]
async fn client_credentials_are_sent_as_rfc_6749_says() {
    assert_eq!(
        token_request(auth::oauth_client_credentials("id", "s:/cret")).await,
        "POST https://api.example.com/oauth/token\n\
         accept: application/json\n\
         authorization: Basic aWQ6cyUzQSUyRmNyZXQ=\n\
         content-type: application/x-www-form-urlencoded\n\
         user-agent: test\n\n\
         grant_type=client_credentials&scope=read%3Akeys+write%3Akeys"
    );
}

#[tokio::test]
async fn a_password_is_sent_as_rfc_6749_says() {
    assert_eq!(
        token_request(auth::oauth_password("ada", "p&ss w")).await,
        "POST https://login.example.com/token\n\
         accept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         user-agent: test\n\n\
         grant_type=password&username=ada&password=p%26ss+w&scope=read%3Akeys+write%3Akeys"
    );
}

#[tokio::test]
async fn a_refresh_token_is_sent_as_rfc_6749_says() {
    assert_eq!(
        token_request(auth::oauth_refresh_token("r+1")).await,
        "POST https://api.example.com/v1/refresh\n\
         accept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         user-agent: test\n\n\
         grant_type=refresh_token&refresh_token=r%2B1"
    );
}

#[tokio::test]
async fn a_client_can_authenticate_in_the_body() {
    let oauth2 = OAuth2::password("https://login.example.com/token?tenant=1", "ada", "pw")
        .client("id", "s cret")
        .secret_in_body()
        .scopes(["old"])
        .scopes(Vec::<String>::new())
        .parameter("audience", "old")
        .parameter("audience", "https://api.example.com");
    assert_eq!(
        token_request(auth::oauth_provided(oauth2)).await,
        "POST https://login.example.com/token?tenant=1\n\
         accept: application/json\n\
         content-type: application/x-www-form-urlencoded\n\
         user-agent: test\n\n\
         grant_type=password&username=ada&password=pw&client_id=id&client_secret=s+cret\
         &audience=https%3A%2F%2Fapi.example.com"
    );
}

#[tokio::test]
async fn a_client_without_a_secret_gives_its_name() {
    let oauth2 = OAuth2::refresh_token("/token", "r1").public_client("app").scopes(["read"]);
    let request = token_request(auth::oauth_provided(oauth2)).await;
    assert!(request.ends_with("\n\ngrant_type=refresh_token&refresh_token=r1&scope=read&client_id=app"), "{request}");
    assert!(!request.contains("authorization"), "{request}");
}

#[tokio::test]
async fn a_scheme_of_another_kind_can_be_served_too() {
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let oauth2 = OAuth2::client_credentials("/token", "id", "secret");
    let client = scripted.client(|builder| builder.credential(auth::session_provided(oauth2)));
    client.keys().list().await.unwrap();
    assert!(scripted.sent()[1].contains("\ncookie: sid=t\n"));
}

#[tokio::test]
async fn a_plain_token_needs_no_token_server() {
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let client = scripted.client(|builder| builder.credential(auth::oauth("mine")));
    client.keys().list().await.unwrap();
    assert_eq!(scripted.authorizations(), ["Bearer mine"]);
    assert!(scripted.forms().is_empty());
}

/// Makes a call at each of these seconds and returns what authorised them.
async fn calls_at(scripted: &Scripted, credential: Credential, seconds: &[u64]) -> Vec<String> {
    let client = scripted.client(|builder| builder.credential(credential));
    let mut now = 0;
    for second in seconds {
        advance(Duration::from_secs(second - now)).await;
        now = *second;
        client.keys().list().await.unwrap();
    }
    scripted.authorizations()
}

#[tokio::test(start_paused = true)]
async fn a_token_is_kept_until_shortly_before_it_expires() {
    let scripted = Scripted::with_tokens([token("a", 3600), token("b", 100), token("c", 100)]);
    let sent = calls_at(&scripted, auth::oauth_client_credentials("id", "s"), &[0, 3569, 3570, 3659, 3660]).await;
    assert_eq!(sent, ["Bearer a", "Bearer a", "Bearer b", "Bearer b", "Bearer c"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_without_a_lifetime_is_kept() {
    let scripted = Scripted::with_tokens([(200, r#"{"access_token":"a"}"#)]);
    let sent = calls_at(&scripted, auth::oauth_client_credentials("id", "s"), &[0, 1_000_000]).await;
    assert_eq!(sent, ["Bearer a", "Bearer a"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_expires_at_once_is_used_once() {
    let scripted = Scripted::with_tokens([token("a", 0), token("b", 0)]);
    let sent = calls_at(&scripted, auth::oauth_client_credentials("id", "s"), &[0, 0]).await;
    assert_eq!(sent, ["Bearer a", "Bearer b"]);
}

fn with_refresh_token(token: &str, refresh_token: &str) -> (u16, String) {
    (200, format!(r#"{{"access_token":"{token}","expires_in":10,"refresh_token":"{refresh_token}"}}"#))
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_is_replaced_by_a_newer_one() {
    let answers =
        [token("a", 10), with_refresh_token("b", "r2"), token("c", 10), with_refresh_token("d", "r3"), token("e", 10)];
    let scripted = Scripted::with_tokens(answers);
    let issued = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&issued);
    let oauth2 = OAuth2::refresh_token("/token", "r1")
        .on_refresh_token(move |token| log.lock().unwrap().push(token.expose().to_owned()));
    calls_at(&scripted, auth::oauth_provided(oauth2), &[0, 10, 20, 30, 40]).await;
    let forms = ["r1", "r1", "r2", "r2", "r3"].map(|token| format!("grant_type=refresh_token&refresh_token={token}"));
    assert_eq!(scripted.forms(), forms);
    assert_eq!(*issued.lock().unwrap(), ["r2", "r3"]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_is_used_in_place_of_the_password_until_it_is_refused() {
    let refusal = (400, r#"{"error":"invalid_grant"}"#.to_owned());
    let scripted = Scripted::with_tokens([with_refresh_token("a", "r1"), token("b", 10), refusal, token("c", 10)]);
    let oauth2 = OAuth2::password("/token", "ada", "pw").scopes(["read"]);
    let sent = calls_at(&scripted, auth::oauth_provided(oauth2), &[0, 10, 20]).await;
    assert_eq!(sent, ["Bearer a", "Bearer b", "Bearer c"]);
    let password = "grant_type=password&username=ada&password=pw&scope=read";
    let refresh = "grant_type=refresh_token&refresh_token=r1";
    assert_eq!(scripted.forms(), [password, refresh, refresh, password]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_that_gets_no_answer_does_not_send_the_password() {
    let scripted = Scripted::with_tokens([with_refresh_token("a", "r1"), (503, String::new()), token("b", 10)]);
    let client = scripted.client(|builder| builder.credential(auth::oauth_password("ada", "pw")));
    client.keys().list().await.unwrap();
    advance(Duration::from_secs(10)).await;
    assert!(client.keys().list().await.unwrap_err().is_auth());
    client.keys().list().await.unwrap();
    let refresh = "grant_type=refresh_token&refresh_token=r1";
    assert_eq!(scripted.forms()[1..], [refresh, refresh]);
}

#[tokio::test]
async fn a_refresh_token_of_client_credentials_is_not_used() {
    let scripted = Scripted::with_tokens([(200, r#"{"access_token":"a","expires_in":0,"refresh_token":"r"}"#); 2]);
    let client = scripted.client(|builder| builder.credential(auth::oauth_client_credentials("id", "s")));
    client.keys().list().await.unwrap();
    client.keys().list().await.unwrap();
    assert!(scripted.forms().iter().all(|form| form.starts_with("grant_type=client_credentials")));
}

#[tokio::test]
async fn a_refusal_says_why_and_the_next_call_tries_again() {
    let refusal = r#"{"error":"invalid_client","error_description":"no client id:s3cret"}"#;
    let scripted = Scripted::with_tokens([(401, refusal.to_owned()), token("t", 60)]);
    let client = scripted.client(|builder| builder.credential(auth::oauth_client_credentials("id", "s3cret")));
    let error = client.keys().list().await.unwrap_err();
    check_kind(&error, "auth");
    assert_eq!(error.to_string(), "GET /keys: no credential for `petAuth`");
    assert_eq!(error.status(), None);
    let source = error.source().unwrap().downcast_ref::<TokenError>().unwrap();
    assert_eq!(source.to_string(), "the token server refused: invalid_client (no client id:[redacted])");
    assert_eq!(source.code(), Some("invalid_client"));
    assert_eq!(source.description(), Some("no client id:[redacted]"));
    assert_eq!(source.status().unwrap(), 401);
    assert!(scripted.authorizations().is_empty());
    client.keys().list().await.unwrap();
}

#[track_caller]
fn check_unusable(error: &docwright_runtime::Error, expected: &str) {
    check_kind(error, "auth");
    let source = error.source().unwrap();
    let text = source.source().map_or(source.to_string(), |cause| format!("{source}: {cause}"));
    assert_eq!(text, expected);
}

#[tokio::test]
async fn a_token_url_that_cannot_be_used_is_an_error() {
    const MALFORMED: &str = "the token URL cannot be used: the address is malformed, neither `http` nor `https`, or \
                             has user info";
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let client = scripted.client(|builder| builder);
    for (token_url, expected) in [
        ("", "the token URL cannot be used: the address is empty"),
        ("/token#x", "the token URL cannot be used: the address has a fragment"),
        ("ftp://a.example/", MALFORMED),
        ("https://ada:pw@a.example/", MALFORMED),
        ("https://:1/", MALFORMED),
        ("https://a.example:x/", MALFORMED),
        (
            "http://login.example.com/token",
            "credentials are not sent over plain HTTP to `login.example.com`: use `https`, or allow it with \
             `allow_plain_http_credentials`",
        ),
    ] {
        let credential = auth::oauth_provided(OAuth2::client_credentials(token_url, "id", "s"));
        check_unusable(&client.keys().list().with_credential(credential).await.unwrap_err(), expected);
    }
    assert!(scripted.sent().is_empty());
}

#[tokio::test]
async fn an_endless_answer_of_the_token_server_is_cut_off() {
    let scripted = Scripted::with_tokens([(200, "x".repeat(1 << 21))]);
    let client = scripted.client(|builder| builder.credential(auth::oauth_client_credentials("id", "s")));
    let error = client.keys().list().await.unwrap_err();
    check_unusable(&error, "no answer from the token server: length limit exceeded");
}

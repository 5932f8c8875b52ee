//! The settings of a client.

use docwright_runtime::rt;

use crate::generated::{Client, ClientBuilder};
use crate::recorder::Recorder;

#[track_caller]
fn check_refused(settings: impl FnOnce(ClientBuilder) -> ClientBuilder, expected: &str) {
    let error = settings(Client::builder()).build().unwrap_err();
    assert!(error.is_builder());
    assert_eq!(error.to_string(), format!("the client cannot be built: {expected}"));
    assert_eq!(error.method(), None);
    assert_eq!(error.status(), None);
}

#[test]
fn settings_that_cannot_work_are_refused() {
    check_refused(
        |builder| builder.base_url("https://ada:s3cret@api.example.com"),
        "the base URL has user info: remove it and set a credential instead",
    );
    check_refused(
        |builder| builder.base_url("ftp://api.example.com"),
        "the base URL does not begin with `http://` or `https://`: set `base_url` to an address such as \
         `https://api.example.com/v1`",
    );
    check_refused(
        |builder| builder.default_header("X-A", "a\nb"),
        "header `X-A`: the value holds CR, LF or another control character",
    );
    check_refused(
        |builder| builder.default_header("X A", "a"),
        "header `X A`: the name is not a token of RFC 9110 section 5.6.2",
    );
    check_refused(
        |builder| builder.user_agent("a\nb"),
        "header `User-Agent`: the value holds CR, LF or another control character",
    );
}

#[test]
fn docs_without_a_server_leave_it_to_the_user() {
    let error = rt::ClientBuilder::new("", "test").build().unwrap_err();
    assert!(error.is_builder());
    assert_eq!(
        error.to_string(),
        "the client cannot be built: there is no base URL: set `base_url` to an address such as \
         `https://api.example.com/v1`"
    );
    assert!(rt::ClientBuilder::new("", "test").base_url("http://127.0.0.1:1").build().is_ok());
}

#[test]
fn the_default_transport_speaks_https_if_it_has_tls() {
    assert_eq!(Client::builder().build().is_ok(), cfg!(feature = "rustls"));
    assert!(Client::builder().base_url("http://127.0.0.1:1").build().is_ok());
}

#[tokio::test]
async fn a_default_user_agent_header_is_kept() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.default_header("User-Agent", "mine"));
    client.keys().list().await.unwrap();
    assert_eq!(recorder.sent_header("user-agent"), ["mine"]);
}

#[tokio::test]
async fn a_base_url_may_end_with_a_slash() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.base_url("http://127.0.0.1:8080/api/"));
    client.keys().list().await.unwrap();
    assert_eq!(recorder.sent_url(), "http://127.0.0.1:8080/api/keys");
}

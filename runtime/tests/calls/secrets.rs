//! No credential is printed, by whatever is printed.

use std::error::Error as _;
use std::fmt::Debug;

use docwright_runtime::{CallOptions as _, Error};

use crate::generated::{Client, ClientBuilder, auth};
use crate::recorder::Recorder;

const SECRETS: [&str; 6] = ["s3cret", "czNjcmV0", "ada", "Bearer", "Basic", "private"];

#[track_caller]
fn check(value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[track_caller]
fn check_error(error: &Error) {
    check(error);
    let mut source: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = source {
        check(&error.to_string());
        source = error.source();
    }
    check(&error.url());
}

fn with_secrets(builder: ClientBuilder) -> ClientBuilder {
    builder
        .base_url("http://127.0.0.1:1")
        .credential(auth::token("s3cret"))
        .credential(auth::basic("ada", "s3cret"))
        .credential(auth::session("s3cret"))
        .credential(auth::query("s3cret"))
        .default_header("X-Team", "s3cret")
}

#[test]
fn settings_do_not_print_secrets() {
    check(&auth::basic("ada", "s3cret"));
    check(&auth::query("s3cret"));
    assert_eq!(format!("{:?}", auth::query("s3cret")), "Credential(queryKey)");
    check(&with_secrets(Client::builder()));
    check(&Client::builder().base_url("https://ada:s3cret@example.com"));
    let client = with_secrets(Client::builder()).build().unwrap();
    check(&client);
    check(&client.keys());
}

#[test]
fn calls_do_not_print_secrets() {
    let client = with_secrets(Client::builder()).build().unwrap();
    let call = client.keys().list().header("Authorization", "s3cret").with_credential(auth::header("s3cret"));
    check(&call.theme("private").trace("private"));
    let debug = format!("{:?}", client.keys().delete("private"));
    assert!(debug.contains("DELETE /keys/{id}") && !debug.contains("private"), "{debug}");
}

#[tokio::test]
async fn errors_do_not_print_secrets() {
    for (status, body) in [(500, &b"s3cret"[..]), (200, b"private"), (200, b"\"s3cret\""), (302, b"s3cret")] {
        let client = Recorder::answering(status, body).client(with_secrets);
        check_error(&client.keys().list().trace("private").await.unwrap_err());
    }
    let client = Recorder::answering(404, b"s3cret").client(with_secrets);
    let error = client.keys().delete("s3cret").await.unwrap_err();
    check(&error);
    assert_eq!(error.url().unwrap().path(), "/keys/s3cret");
    let error = with_secrets(Client::builder()).base_url("https://ada:s3cret@x").build().unwrap_err();
    check_error(&error);
    let client = with_secrets(Client::builder()).build().unwrap();
    let error = client.keys().list().await.unwrap_err();
    check_error(&error);
    assert!(error.source().is_some());
}

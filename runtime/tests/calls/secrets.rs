//! No credential is printed, by whatever is printed.

use std::error::Error as _;
use std::fmt::Debug;

use docwright_runtime::{CallOptions as _, Credential, Error, OAuth2, Secret};

use crate::generated::{Client, ClientBuilder, auth};
use crate::recorder::Recorder;
use crate::scripted::{Scripted, token};
use crate::signers::Adds;

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
    let error = client.keys().list().no_retry().await.unwrap_err();
    check_error(&error);
    assert!(error.source().is_some());
}

fn oauth2() -> OAuth2 {
    OAuth2::password("https://login.example.com/private?key=s3cret", "ada", "s3cret")
        .client("ada", "private")
        .parameter("assertion", "s3cret")
}

#[test]
fn new_kinds_of_credentials_do_not_print_secrets() {
    check(&Secret::basic("ada", "s3cret"));
    check(&oauth2());
    check(&oauth2().secret_in_body());
    check(&OAuth2::refresh_token("/token", "s3cret"));
    check(&auth::oauth_password("ada", "s3cret"));
    check(&Credential::signer(Adds("X-Sig", "s3cret")));
    let builder = Client::builder().credential(auth::oauth_provided(oauth2()));
    check(&builder.credential(Credential::signer(Adds("X-Sig", "s3cret"))));
}

#[tokio::test]
async fn errors_of_token_requests_do_not_print_secrets() {
    let echo = "s3cret ada:private YWRhOnByaXZhdGU=";
    let refusal = format!(r#"{{"error":"{echo}","error_description":"{echo}"}}"#);
    let other_type = r#"{"access_token":"s3cret","token_type":"private"}"#.to_owned();
    for reply in [(400, refusal), (200, echo.to_owned()), (500, echo.to_owned()), (200, other_type)] {
        let scripted = Scripted::with_tokens([reply]);
        let client = scripted.client(|builder| builder.credential(auth::oauth_provided(oauth2())));
        let error = client.keys().list().await.unwrap_err();
        let shown = format!("{error:?} {}", error.source().unwrap()).replace("of another type than `Bearer`", "");
        check(&shown);
        assert!(!shown.contains("YWRhOnByaXZhdGU="), "{shown}");
    }
    for token_url in ["https://ada:s3cret@example.com/", "http://example.com/s3cret", "ftp://s3cret/"] {
        let credential = auth::oauth_provided(OAuth2::refresh_token(token_url, "s3cret"));
        let client = Scripted::with_tokens([token("s3cret", 60)]).client(|builder| builder.credential(credential));
        check_error(&client.keys().list().await.unwrap_err());
    }
}

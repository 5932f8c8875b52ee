//! Credentials do not cross networks that anyone can read.

use docwright_runtime::{CallOptions as _, Credential, OAuth2};

use crate::errors::check_kind;
use crate::generated::auth;
use crate::scripted::{Scripted, token};
use crate::signers::Adds;

/// Makes a call and returns how many requests it took, or checks the error and returns nothing.
async fn sent(base_url: &str, allow: bool, credential: Option<Credential>) -> Option<usize> {
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let client = scripted.client(|builder| {
        let builder = builder.base_url(base_url);
        if allow { builder.allow_plain_http_credentials() } else { builder }
    });
    let call = client.keys().list();
    let result = match credential {
        Some(credential) => call.with_credential(credential).await,
        None => call.await,
    };
    if let Err(error) = result {
        check_kind(&error, "auth");
        assert!(scripted.sent().is_empty());
        return None;
    }
    Some(scripted.sent().len())
}

fn oauth2(token_url: &str) -> Option<Credential> {
    Some(auth::oauth_provided(OAuth2::client_credentials(token_url, "id", "s3cret")))
}

#[tokio::test]
async fn no_credential_goes_over_plain_http_to_another_machine() {
    for credential in [
        auth::query("k"),
        auth::session("k"),
        auth::basic("u", "p"),
        auth::oauth("t"),
        auth::oauth_client_credentials("id", "s"),
        auth::header_signed(Adds("X-Sig", "s")),
        Credential::signer(Adds("X-Sig", "s")),
    ] {
        assert_eq!(sent("http://api.example.com", false, Some(credential.clone())).await, None);
        assert!(sent("http://api.example.com", true, Some(credential.clone())).await.is_some());
        assert!(sent("http://localhost:8080", false, Some(credential)).await.is_some());
    }
}

#[tokio::test]
async fn a_call_without_a_credential_may_go_over_plain_http() {
    assert_eq!(sent("http://api.example.com", false, None).await, Some(1));
}

#[tokio::test]
async fn the_message_says_what_to_do() {
    let scripted = Scripted::with_tokens([token("t", 60)]);
    let client = scripted.client(|builder| builder.base_url("http://api.example.com").credential(auth::query("k")));
    let error = client.keys().list().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /keys: credentials are not sent over plain HTTP to `api.example.com`: use `https`, or allow it with \
         `allow_plain_http_credentials`"
    );
    client.keys().list().anonymous().await.unwrap();
}

#[tokio::test]
async fn a_token_url_obeys_the_same_rule() {
    assert_eq!(sent("https://api.example.com", false, oauth2("http://login.example.com")).await, None);
    assert_eq!(sent("https://api.example.com", true, oauth2("http://login.example.com")).await, Some(2));
    assert_eq!(sent("https://api.example.com", false, oauth2("http://127.0.0.1:1/token")).await, Some(2));
    assert_eq!(sent("https://api.example.com", false, oauth2("https://login.example.com/")).await, Some(2));
}

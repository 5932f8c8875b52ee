//! What DataMeta's client sends, by the credentials it has.

use datameta_client::{ClientBuilder, auth};
use docwright_client_tests::Setter::{Anonymous, WithCredential};
use docwright_client_tests::{SECRET, Setter, check_clones, check_sent};

use super::{OPERATIONS, client_with};

async fn check(settings: fn(ClientBuilder) -> ClientBuilder, setters: &[Setter], credentials: &[&str]) {
    check_sent(&OPERATIONS, |server| client_with(server, settings), setters, credentials).await;
}

const BEARER: &str = "authorization: Bearer s3cret";
const COOKIE: &str = "cookie: datameta=s3cret";

fn both(builder: ClientBuilder) -> ClientBuilder {
    builder.cookie_auth(SECRET).bearer_auth(SECRET)
}

#[tokio::test]
async fn without_credentials_calls_are_anonymous() {
    check(|builder| builder, &[], &[]).await;
}

#[tokio::test]
async fn the_token_is_a_bearer_token() {
    check(|builder| builder.bearer_auth(SECRET), &[], &[BEARER]).await;
    check(|builder| builder.credential(auth::bearer_auth(SECRET)), &[], &[BEARER]).await;
}

#[tokio::test]
async fn the_session_is_a_cookie() {
    check(|builder| builder.cookie_auth(SECRET), &[], &[COOKIE]).await;
    check(|builder| builder.credential(auth::cookie_auth(SECRET)), &[], &[COOKIE]).await;
    check(|builder| builder.cookie_auth("s3cret+/=%3D"), &[], &["cookie: datameta=s3cret+/=%3D"]).await;
    check(|builder| builder.cookie_auth("s3cret; a=1"), &[], &["cookie: datameta=s3cret%3B%20a=1"]).await;
}

#[tokio::test]
async fn both_are_sent() {
    check(both, &[], &[BEARER, COOKIE]).await;
}

#[tokio::test]
async fn a_call_replaces_a_credential_of_the_client() {
    let mine = || auth::bearer_auth("mine/s3cret");
    check(both, &[WithCredential(mine())], &["authorization: Bearer mine/s3cret", COOKIE]).await;
    check(|builder| builder, &[WithCredential(auth::cookie_auth(SECRET))], &[COOKIE]).await;
}

#[tokio::test]
async fn a_call_can_be_anonymous() {
    check(both, &[Anonymous], &[]).await;
    check(both, &[WithCredential(auth::bearer_auth(SECRET)), Anonymous], &[]).await;
    check(both, &[Anonymous, WithCredential(auth::cookie_auth(SECRET))], &[COOKIE]).await;
}

#[tokio::test]
async fn clones_share_their_settings() {
    check_clones(&OPERATIONS, |server| client_with(server, both), &[BEARER, COOKIE]).await;
}

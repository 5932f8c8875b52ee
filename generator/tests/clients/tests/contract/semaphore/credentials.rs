//! What Semaphore's client sends, by the credentials it has.

use std::sync::Arc;

use docwright_client_tests::Setter::{Anonymous, WithCredential};
use docwright_client_tests::{SECRET, Server, Setter, check_clones, check_path, check_sent, send};
use semaphore_client::auth::{Signature, Signer};
use semaphore_client::{BoxError, BoxFuture, Bytes, Client, ClientBuilder, auth, http};

use super::{OPERATIONS, client, client_with, login};

async fn check(settings: fn(ClientBuilder) -> ClientBuilder, setters: &[Setter], credentials: &[&str]) {
    check_sent(&OPERATIONS, |server| client_with(server, settings), setters, credentials).await;
}

const BEARER: &str = "authorization: Bearer s3cret";
const COOKIE: &str = "cookie: semaphore=s3cret";

fn bearer(builder: ClientBuilder) -> ClientBuilder {
    builder.bearer(SECRET)
}

fn cookie(builder: ClientBuilder) -> ClientBuilder {
    builder.cookie(format!("semaphore={SECRET}"))
}

fn both(builder: ClientBuilder) -> ClientBuilder {
    cookie(bearer(builder))
}

#[tokio::test]
async fn without_credentials_calls_are_anonymous() {
    check(|builder| builder, &[], &[]).await;
}

#[tokio::test]
async fn the_key_follows_the_word_bearer() {
    check(bearer, &[], &[BEARER]).await;
    check(|builder| builder.credential(auth::bearer(SECRET)), &[], &[BEARER]).await;
}

#[tokio::test]
async fn the_cookie_is_sent_as_it_is() {
    check(cookie, &[], &[COOKIE]).await;
    check(|builder| builder.credential(auth::cookie("semaphore=s3cret")), &[], &[COOKIE]).await;
}

#[tokio::test]
async fn the_cookie_joins_other_cookies() {
    let server = Server::start().await;
    let client = client_with(&server, |builder| cookie(builder.default_header("Cookie", "a=1")));
    client.authentication().auth_logout_post().await.unwrap_err();
    assert_eq!(server.sent().text(), "POST /api/auth/logout\ncookie: a=1; semaphore=s3cret\n");
    client.authentication().auth_login_post(&login()).await.unwrap_err();
    assert_eq!(server.sent().header("cookie"), "a=1");
}

/// Signs with a header of its own.
struct Mine;

impl Signer for Mine {
    fn sign(self: Arc<Self>, _: http::Request<Option<Bytes>>) -> BoxFuture<Result<Signature, BoxError>> {
        Box::pin(async { Ok(Signature::new().header("Authorization", "Mine s3cret")) })
    }
}

#[tokio::test]
async fn a_signer_takes_the_place_of_a_scheme() {
    let signed = |builder: ClientBuilder| builder.credential(auth::bearer_signed(Mine));
    check(signed, &[], &["authorization: Mine s3cret"]).await;
}

#[tokio::test]
async fn both_are_sent() {
    check(both, &[], &[BEARER, COOKIE]).await;
    check(|builder| bearer(cookie(builder)), &[], &[BEARER, COOKIE]).await;
}

#[tokio::test]
async fn a_call_replaces_a_credential_of_the_client() {
    let mine = || auth::bearer("mine/s3cret");
    check(both, &[WithCredential(mine())], &["authorization: Bearer mine/s3cret", COOKIE]).await;
    check(cookie, &[WithCredential(mine())], &["authorization: Bearer mine/s3cret", COOKIE]).await;
    check(|builder| builder, &[WithCredential(auth::cookie("a=s3cret"))], &["cookie: a=s3cret"]).await;
}

#[tokio::test]
async fn a_call_can_be_anonymous() {
    check(both, &[Anonymous], &[]).await;
    check(both, &[WithCredential(auth::bearer(SECRET)), Anonymous], &[]).await;
    check(both, &[Anonymous, WithCredential(auth::bearer(SECRET))], &[BEARER]).await;
}

#[tokio::test]
async fn clones_share_their_settings() {
    check_clones(&OPERATIONS, |server| client_with(server, both), &[BEARER, COOKIE]).await;
}

#[tokio::test]
async fn a_token_stays_in_its_segment() {
    let delete =
        |client: &Client, token: &str| send(client.authentication().user_tokens_api_token_id_delete(token), &[]);
    check_path(client, "/api/user/tokens/{}", delete).await;
}

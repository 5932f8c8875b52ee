//! What Shoko's client sends.

use docwright_client_tests::Setter::{Anonymous, WithCredential};
use docwright_client_tests::{SECRET, Server, Setter, check_clones, check_query, check_sent, send};
use shoko_client::{Client, ClientBuilder, auth};

use super::{OPERATIONS, client, client_with, user};

async fn check(settings: fn(ClientBuilder) -> ClientBuilder, setters: &[Setter], credentials: &[&str]) {
    check_sent(&OPERATIONS, |server| client_with(server, settings), setters, credentials).await;
}

const KEY: &str = "apikey: s3cret";

fn key(builder: ClientBuilder) -> ClientBuilder {
    builder.api_key(SECRET)
}

#[tokio::test]
async fn without_a_key_calls_are_anonymous() {
    check(|builder| builder, &[], &[]).await;
}

#[tokio::test]
async fn the_key_has_a_header_of_its_own() {
    check(key, &[], &[KEY]).await;
    check(|builder| builder.credential(auth::api_key(SECRET)), &[], &[KEY]).await;
    check(|builder| builder.api_key("old-s3cret").api_key(SECRET), &[], &[KEY]).await;
}

#[tokio::test]
async fn a_call_replaces_the_key_of_the_client() {
    check(key, &[WithCredential(auth::api_key("mine-s3cret"))], &["apikey: mine-s3cret"]).await;
    check(|builder| builder, &[WithCredential(auth::api_key(SECRET))], &[KEY]).await;
}

#[tokio::test]
async fn a_call_can_be_anonymous() {
    check(key, &[Anonymous], &[]).await;
    check(key, &[WithCredential(auth::api_key(SECRET)), Anonymous], &[]).await;
    check(key, &[Anonymous, WithCredential(auth::api_key(SECRET))], &[KEY]).await;
}

#[tokio::test]
async fn clones_share_their_settings() {
    check_clones(&OPERATIONS, |server| client_with(server, key), &[KEY]).await;
}

#[tokio::test]
async fn the_key_to_revoke_stays_one_value() {
    let delete = |client: &Client, key: &str| send(client.auth().api_auth_delete().apikey(key), &[]);
    check_query(client, "/api/auth?apikey={}", delete).await;
}

#[tokio::test]
async fn a_later_argument_replaces_an_earlier_one() {
    let server = Server::start().await;
    let client = client(&server);
    client.auth().api_auth_delete().apikey("old").apikey("new").await.unwrap_err();
    assert_eq!(server.sent().target(), "/api/auth?apikey=new");
    let mut last = user();
    last.device = "é\n".to_owned();
    client.auth().api_auth_post().body(&user()).body(&last).await.unwrap_err();
    assert!(server.sent().text().ends_with(r#"{"device":"é\n","pass":"s3cret","user":"ada"}"#));
}

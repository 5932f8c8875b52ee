//! What all clients have in common: the documented server, the name of the crate, connections, and secrets.

use docwright_client_tests::{SECRET, Server, hiding, send};
use docwright_runtime::{Body, BoxError, BoxFuture, Error, Transport, http};

use crate::{datameta, kestra, kleister, semaphore, shoko};

/// A transport that leads nowhere: the error tells what address it was given.
struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        Box::pin(async { Err("nowhere".into()) })
    }
}

#[track_caller]
fn check_url(error: &Error, expected: &str) {
    assert!(error.is_transport(), "{error:?}");
    assert_eq!(error.url().unwrap(), expected);
}

#[tokio::test]
async fn the_documented_server_is_the_default() {
    let client = datameta_client::Client::builder().transport(Nowhere).build().unwrap();
    let error = client.authentication_and_users().create_api_key().await.unwrap_err();
    check_url(&error, "http://localhost/api/v1/keys");

    let client = kestra_client::Client::builder().transport(Nowhere).build().unwrap();
    check_url(&client.auth().index().await.unwrap_err(), "http://localhost/api/v1/auths");

    let client = kleister_client::Client::builder().transport(Nowhere).build().unwrap();
    check_url(&client.auth().refresh_auth().await.unwrap_err(), "http://try.kleister.tech/api/v1/auth/refresh");

    let client = semaphore_client::Client::builder().transport(Nowhere).build().unwrap();
    let error = client.authentication().user_tokens_get().await.unwrap_err();
    check_url(&error, "https://demo.ansible-semaphore.com/api/user/tokens");

    // Both the server and the paths of this page begin with `/api`.
    let client = shoko_client::Client::builder().transport(Nowhere).build().unwrap();
    check_url(&client.auth().api_auth_post().await.unwrap_err(), "http://localhost:8111/api/auth");
}

#[tokio::test]
async fn a_client_says_who_it_is() {
    let server = Server::start().await;
    let check = |expected: &str| assert_eq!(server.sent().header("user-agent"), expected);
    send(datameta::client(&server).authentication_and_users().create_api_key(), &[]).await.unwrap_err();
    check("datameta-client/0.1.0");
    send(kestra::client(&server).auth().index(), &[]).await.unwrap_err();
    check("kestra-client/0.1.0");
    send(kleister::client(&server).auth().refresh_auth(), &[]).await.unwrap_err();
    check("kleister-client/0.1.0");
    send(semaphore::client(&server).authentication().user_tokens_get(), &[]).await.unwrap_err();
    check("semaphore-client/0.1.0");
    send(shoko::client(&server).auth().api_auth_post(), &[]).await.unwrap_err();
    check("shoko-client/0.1.0");
}

#[tokio::test]
async fn clones_share_their_connections() {
    const CALLS: usize = 8;
    let server = Server::start().await;
    let client = kestra::client(&server);
    for _ in 0..CALLS {
        client.clone().auth().index().await.unwrap_err();
    }
    assert_eq!(server.all_sent().len(), CALLS);
    assert!(server.connections() < CALLS, "every call opened a connection");
}

#[test]
fn a_credential_prints_the_name_of_its_scheme() {
    for (credential, name) in [
        (datameta_client::auth::bearer_auth(SECRET), "bearerAuth"),
        (datameta_client::auth::cookie_auth(SECRET), "cookieAuth"),
        (semaphore_client::auth::bearer(SECRET), "bearer"),
        (semaphore_client::auth::cookie(SECRET), "cookie"),
        (shoko_client::auth::api_key(SECRET), "ApiKey"),
    ] {
        assert_eq!(format!("{credential:?}"), format!("Credential({name})"));
    }
}

#[tokio::test]
async fn handles_and_failed_connections_hide_secrets() {
    let builder = semaphore_client::Client::builder().base_url("http://127.0.0.1:1").bearer(SECRET).cookie(SECRET);
    let client = hiding(hiding(builder).build().unwrap());
    let calls = hiding(client.authentication());
    let error = send(calls.user_tokens_api_token_id_delete(SECRET), &[]).await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.to_string(), "DELETE /user/tokens/{api_token_id}: no connection to 127.0.0.1:1: connection refused");
}

#[test]
fn a_server_is_checked_when_the_client_is_built() {
    let error = shoko_client::Client::builder().base_url("").build().unwrap_err();
    assert!(error.is_builder());
    assert!(error.to_string().contains("set `base_url`"), "{error}");
}

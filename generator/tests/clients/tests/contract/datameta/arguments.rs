//! The arguments of DataMeta's operations.

use datameta_client::Client;
use datameta_client::models::CreateTokenRequest;
use docwright_client_tests::{Server, check_path, send};

use super::client;

#[tokio::test]
async fn an_identifier_stays_in_its_segment() {
    let delete = |client: &Client, id: &str| send(client.authentication_and_users().delete_api_key(id), &[]);
    check_path(client, "/api/v1/keys/{}", delete).await;
    let list = |client: &Client, id: &str| send(client.authentication_and_users().get_user_api_keys(id), &[]);
    check_path(client, "/api/v1/users/{}/keys", list).await;
    let set = |client: &Client, id: &str| send(client.authentication_and_users().set_user_password(id), &[]);
    check_path(client, "/api/v1/users/{}/password", set).await;
}

#[tokio::test]
async fn optional_properties_are_left_out() {
    let server = Server::start().await;
    let call = client(&server).authentication_and_users().create_api_key();
    call.create_token_request(&CreateTokenRequest::new("ci \"é\"")).await.unwrap_err();
    assert!(server.sent().text().ends_with("\n\n{\"label\":\"ci \\\"é\\\"\"}"));
}

#[tokio::test]
async fn a_later_body_replaces_an_earlier_one() {
    let server = Server::start().await;
    let call = client(&server).authentication_and_users().create_api_key();
    let call = call.create_token_request(&super::key()).create_token_request(&CreateTokenRequest::new("last"));
    call.await.unwrap_err();
    assert!(server.sent().text().ends_with("\n\n{\"label\":\"last\"}"));
}

//! What Kestra's client sends.

use docwright_client_tests::{check_clones, check_path, check_query, check_sent, send};
use kestra_client::Client;

use super::{OPERATIONS, client, invited};

#[tokio::test]
async fn the_docs_list_no_scheme() {
    check_sent(&OPERATIONS, client, &[], &[]).await;
}

#[tokio::test]
async fn clones_share_their_settings() {
    check_clones(&OPERATIONS, client, &[]).await;
}

#[tokio::test]
async fn an_argument_stays_in_its_segment() {
    let accept = |client: &Client, id: &str| send(client.auth().accept_invitation(id), &[]);
    check_path(client, "/api/v1/invitation/accept/{}", accept).await;
    let create = |client: &Client, id: &str| send(client.auth().create_from_invitation(id, &invited()), &[]);
    check_path(client, "/api/v1/invitation/create/{}", create).await;
    let request = |client: &Client, email: &str| send(client.auth().request_code(email), &[]);
    check_path(client, "/api/v1/request-code/{}", request).await;
}

#[tokio::test]
async fn a_user_name_stays_one_value() {
    let forgotten = |client: &Client, username: &str| send(client.auth().forgotten_password(username), &[]);
    check_query(client, "/api/v1/forgotten-password?username={}", forgotten).await;
}

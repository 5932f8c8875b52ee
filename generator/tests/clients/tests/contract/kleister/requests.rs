//! What Kleister's client sends.

use docwright_client_tests::{Operation, SECRET, check_clones, check_path, check_sent, send};

use super::{OPERATIONS, client, client_with};

#[tokio::test]
async fn the_docs_list_no_scheme() {
    check_sent(&OPERATIONS, client, &[], &[]).await;
}

#[tokio::test]
async fn a_header_can_hold_what_the_docs_left_out() {
    const AUTHORIZATION: [&str; 1] = ["authorization: Bearer s3cret"];
    let all_secured = OPERATIONS.map(|operation| Operation { secured: true, ..operation });
    let with_header =
        |server: &_| client_with(server, |builder| builder.default_header("Authorization", format!("Bearer {SECRET}")));
    check_sent(&all_secured, with_header, &[], &AUTHORIZATION).await;
}

#[tokio::test]
async fn clones_share_their_settings() {
    check_clones(&OPERATIONS, client, &[]).await;
}

#[tokio::test]
async fn a_token_stays_in_its_segment() {
    let verify = |client: &kleister_client::Client, token: &str| send(client.auth().verify_auth(token), &[]);
    check_path(client, "/api/v1/auth/verify/{}", verify).await;
}

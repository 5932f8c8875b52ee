//! What Semaphore's client understands.

use docwright_client_tests::{Server, check_success, check_wrong_bodies};
use semaphore_client::models::ApiToken;

use super::{OPERATIONS, client, login};

const TOKEN: &str = r#"{"id":"t","created":"2024-01-02T03:04:05Z","expired":false,"user_id":1}"#;

fn token() -> ApiToken {
    let mut token = ApiToken::default();
    (token.id, token.created) = (Some("t".to_owned()), Some("2024-01-02T03:04:05Z".to_owned()));
    (token.expired, token.user_id) = (Some(false), Some(1));
    token
}

#[tokio::test]
async fn documented_answers_are_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let calls = client.authentication();
    check_success(&server, 204, "", calls.auth_login_post(&login()).send()).await;
    check_success(&server, 204, "", calls.auth_logout_post().send()).await;
    check_success(&server, 204, "", calls.user_tokens_api_token_id_delete("t").send()).await;
    assert_eq!(check_success(&server, 201, TOKEN, calls.user_tokens_post().send()).await, token());
    assert_eq!(calls.user_tokens_post().await.unwrap(), token());

    const TOKENS: &str = r#"[{"id":"t","created":"2024-01-02T03:04:05Z","expired":false,"user_id":1},{}]"#;
    assert_eq!(
        check_success(&server, 200, TOKENS, calls.user_tokens_get().send()).await,
        [token(), ApiToken::default()]
    );
    assert_eq!(check_success(&server, 200, "[]", calls.user_tokens_get().send()).await, []);
}

#[tokio::test]
async fn properties_that_the_docs_do_not_name_are_kept() {
    let server = Server::start().await;
    let answer = r#"{"id":"t","name":"ci"}"#;
    let token = check_success(&server, 201, answer, client(&server).authentication().user_tokens_post().send()).await;
    assert_eq!(token.additional_properties["name"], "ci");
    assert_eq!(serde_json::to_string(&token).unwrap(), answer);
}

#[tokio::test]
async fn other_bodies_are_refused() {
    check_wrong_bodies(&OPERATIONS, client).await;
}

#[tokio::test]
async fn a_failed_login_has_its_status() {
    let server = Server::start().await;
    server.answer(400, "no");
    let error = client(&server).authentication().auth_login_post(&login()).await.unwrap_err();
    assert!(error.is_status());
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.raw().unwrap(), "no");
    assert_eq!(error.to_string(), "POST /auth/login: 400 Bad Request");
}

#[tokio::test]
async fn a_success_may_have_a_body_that_the_docs_do_not_type() {
    let server = Server::start().await;
    check_success(&server, 200, "{\"id\":1}", client(&server).authentication().auth_login_post(&login()).send()).await;
}

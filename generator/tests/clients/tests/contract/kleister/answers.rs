//! What Kleister's client understands.

use docwright_client_tests::{Server, check_failures, check_success, check_wrong_bodies, made};
use kleister_client::Value;
use kleister_client::apis::auth::{LoginUserError, RefreshAuthError, VerifyAuthError};
use kleister_client::models::{AuthToken, GeneralError};

use super::{OPERATIONS, client, login};

const TOKEN: &str = r#"{"token":"t","expires_at":"2024-01-02T05:04:05.5+02:00"}"#;

fn token() -> AuthToken {
    made(r#"{"expires_at":"2024-01-02T03:04:05.5Z","token":"t"}"#)
}

#[tokio::test]
async fn documented_answers_are_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let auth = client.auth();
    assert_eq!(check_success(&server, 200, TOKEN, auth.login_user(&login()).send()).await, token());
    assert_eq!(check_success(&server, 200, TOKEN, auth.refresh_auth().send()).await, token());
    assert_eq!(auth.refresh_auth().await.unwrap(), token());

    let user = r#"{"username":"ada","created_at":"2024-01-02T03:04:05Z"}"#;
    let user = check_success(&server, 200, user, auth.verify_auth("t").send()).await;
    assert_eq!((user.username.as_str(), user.created_at), ("ada", "2024-01-02T03:04:05Z".parse().unwrap()));
}

#[tokio::test]
async fn properties_that_the_docs_do_not_name_are_kept() {
    let server = Server::start().await;
    let answer = r#"{"expires_at":"2024-01-02T03:04:05Z","scopes":["a"],"token":"t"}"#;
    let token = check_success(&server, 200, answer, client(&server).auth().refresh_auth().send()).await;
    assert_eq!(token.additional_properties["scopes"], Value::from(vec!["a"]));
    assert_eq!(serde_json::to_value(&token).unwrap().to_string(), answer);
}

#[tokio::test]
async fn other_bodies_are_refused() {
    check_wrong_bodies(&OPERATIONS, client).await;
}

/// The docs type the body of every other status too.
const FAILURE: &str = r#"{"status":401,"message":"no"}"#;

fn failure() -> Box<GeneralError> {
    let failure: GeneralError = made(FAILURE);
    assert_eq!((failure.status, failure.message.as_str()), (401, "no"));
    Box::new(failure)
}

#[tokio::test]
async fn failures_of_a_login_are_typed() {
    use LoginUserError as E;
    let [login, ..] = OPERATIONS;
    let call = |client: &_| (login.call)(client, &[]);
    check_failures(client, call, (FAILURE, failure()), &[(401, E::Unauthorized), (418, E::Other), (500, E::Other)])
        .await;
}

#[tokio::test]
async fn failures_of_a_refresh_are_typed() {
    use RefreshAuthError as E;
    let [_, refresh, _] = OPERATIONS;
    let call = |client: &_| (refresh.call)(client, &[]);
    check_failures(client, call, (FAILURE, failure()), &[(401, E::Unauthorized), (404, E::Other), (418, E::Other)])
        .await;
}

#[tokio::test]
async fn failures_of_a_check_are_typed() {
    use VerifyAuthError as E;
    let [.., verify] = OPERATIONS;
    let call = |client: &_| (verify.call)(client, &[]);
    check_failures(client, call, (FAILURE, failure()), &[(401, E::Unauthorized), (418, E::Other), (503, E::Other)])
        .await;
}

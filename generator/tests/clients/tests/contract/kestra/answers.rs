//! What Kestra's client understands.

use docwright_client_tests::{Server, check_success, check_wrong_bodies};
use kestra_client::Value;
use kestra_client::models::AuthControllerAuth;

use super::{OPERATIONS, client, invited, reset};

#[tokio::test]
async fn an_object_is_any_json() {
    let server = Server::start().await;
    let client = client(&server);
    let auth = client.auth();
    for (text, value) in [
        (r#"{"a":[1]}"#, Value::from_iter([("a", vec![1])])),
        ("\"ok\"", Value::from("ok")),
        ("null", Value::Null),
        ("", Value::Null),
    ] {
        assert_eq!(check_success(&server, 200, text, auth.accept_invitation("i").send()).await, value);
        assert_eq!(check_success(&server, 200, text, auth.create_from_invitation("i", &invited()).send()).await, value);
        assert_eq!(check_success(&server, 200, text, auth.forgotten_password("ada").send()).await, value);
        assert_eq!(check_success(&server, 200, text, auth.request_code("a@b").send()).await, value);
        assert_eq!(check_success(&server, 200, text, auth.reset_password(&reset()).send()).await, value);
    }
}

#[tokio::test]
async fn the_ways_to_sign_in_are_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let auth = client.auth();
    let answer = r#"{"loginPassword":true,"mailsEnabled":false,"passwordless":true,"oauths":["github","é"]}"#;
    let mut ways = AuthControllerAuth::default();
    (ways.login_password, ways.mails_enabled, ways.passwordless) = (Some(true), Some(false), Some(true));
    ways.oauths = Some(vec!["github".to_owned(), "é".to_owned()]);
    assert_eq!(check_success(&server, 200, answer, auth.index().send()).await, ways);
    assert_eq!(auth.index().await.unwrap(), ways);
    assert_eq!(serde_json::to_string(&ways).unwrap(), answer);

    let fewer = r#"{"oauths":[],"login_password":true}"#;
    let mut ways = AuthControllerAuth::default();
    ways.oauths = Some(Vec::new());
    assert_eq!(check_success(&server, 200, fewer, auth.index().send()).await, ways);
}

#[tokio::test]
async fn other_bodies_are_refused() {
    check_wrong_bodies(&OPERATIONS, client).await;
}

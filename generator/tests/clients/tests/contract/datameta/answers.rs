//! What DataMeta's client understands of a success.

use docwright_client_tests::{Server, check_success, check_wrong_bodies};

use super::{OPERATIONS, client, key};

#[tokio::test]
async fn a_new_key_is_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let calls = client.authentication_and_users();
    let answer = r#"{"id":{"uuid":"k","site":"K1"},"userId":{"uuid":"u"},"token":"t","label":"ci","expires":null}"#;
    let call = || calls.create_api_key().create_token_request(&key());
    let session = check_success(&server, 200, answer, call().send()).await;
    assert_eq!((session.id.uuid.as_str(), session.id.site.as_deref()), ("k", Some("K1")));
    assert_eq!((session.user_id.uuid.as_str(), session.user_id.site.as_deref()), ("u", None));
    assert_eq!((session.token.as_str(), session.label.as_str(), session.expires.as_deref()), ("t", "ci", None));
    assert_eq!(check_success(&server, 200, answer, calls.create_api_key().send()).await, session);
    assert_eq!(call().await.unwrap(), session);

    let answer = r#"{"expires":"2024","id":{"uuid":"k"},"label":"","more":1,"token":"","userId":{"uuid":"u"}}"#;
    let session = check_success(&server, 200, answer, call().send()).await;
    assert_eq!(session.expires.as_deref(), Some("2024"));
}

#[tokio::test]
async fn a_list_of_keys_is_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let calls = client.authentication_and_users();
    let answer = r#"[
        {"id":{"uuid":"k"},"label":"ci","expires":"2024-01-02T03:04:05","hasExpired":true},
        {"id":{"uuid":"l"},"label":"","expires":null}
    ]"#;
    let keys = check_success(&server, 200, answer, calls.get_user_api_keys("u").send()).await;
    let read =
        keys.iter().map(|key| (key.id.uuid.as_str(), key.label.as_str(), key.expires.as_deref(), key.has_expired));
    assert_eq!(read.collect::<Vec<_>>(), [("k", "ci", Some("2024-01-02T03:04:05"), Some(true)), ("l", "", None, None)]);
    assert_eq!(check_success(&server, 200, "[]", calls.get_user_api_keys("u").send()).await, []);
}

#[tokio::test]
async fn what_has_no_body_keeps_what_came() {
    let server = Server::start().await;
    let client = client(&server);
    let calls = client.authentication_and_users();
    check_success(&server, 200, "", calls.delete_api_key("k").send()).await;
    check_success(&server, 200, "{}", calls.delete_api_key("k").send()).await;
    check_success(&server, 204, "", calls.set_user_password("0").send()).await;
}

#[tokio::test]
async fn other_bodies_are_refused() {
    check_wrong_bodies(&OPERATIONS, client).await;
}

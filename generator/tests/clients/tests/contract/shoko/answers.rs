//! What Shoko's client understands.

use docwright_client_tests::{Server, Variant, check_failures, check_success, check_wrong_bodies, made};
use shoko_client::Field;
use shoko_client::apis::auth::ApiAuthPostError;
use shoko_client::models::{AuthKey, MvcProblemDetails};

use super::{OPERATIONS, client, user};

#[tokio::test]
async fn documented_answers_are_typed() {
    let server = Server::start().await;
    let client = client(&server);
    let auth = client.auth();
    let key = made::<AuthKey>(r#"{"apikey":"k"}"#);
    assert_eq!(key.apikey, "k");
    assert_eq!(check_success(&server, 200, r#"{"apikey":"k"}"#, auth.api_auth_post().body(&user()).send()).await, key);
    assert_eq!(check_success(&server, 200, r#"{"apikey":"k","more":1}"#, auth.api_auth_post().send()).await, key);
    assert_eq!(auth.api_auth_post().await.unwrap(), key);

    for body in ["", "{}", "done"] {
        check_success(&server, 200, body, auth.api_auth_change_password_post().body("p").send()).await;
        check_success(&server, 200, body, auth.api_auth_delete().apikey("k").send()).await;
    }
}

#[tokio::test]
async fn other_bodies_are_refused() {
    check_wrong_bodies(&OPERATIONS, client).await;
}

#[tokio::test]
async fn failures_of_a_login_are_typed() {
    use ApiAuthPostError as E;
    let [.., login] = OPERATIONS;
    let mut full = MvcProblemDetails::default();
    (full.type_, full.title, full.status) = ("about:blank".into(), "T".into(), 400.into());
    (full.detail, full.instance) = ("D".into(), "/i".into());
    let mut some = MvcProblemDetails::default();
    (some.title, some.detail) = ("T".into(), Field::Null);
    for (json, problem) in [
        (r#"{"Type":"about:blank","Title":"T","Status":400,"Detail":"D","Instance":"/i"}"#, full),
        (r#"{"Title":"T","Detail":null}"#, some),
        ("{}", MvcProblemDetails::default()),
    ] {
        let variants: [Variant<Box<MvcProblemDetails>, E>; 2] = [(400, E::BadRequest), (401, E::Unauthorized)];
        check_failures(client, |client| (login.call)(client, &[]), (json, Box::new(problem)), &variants).await;
    }
}

#[tokio::test]
async fn properties_that_the_docs_do_not_name_are_kept() {
    let server = Server::start().await;
    server.answer(400, r#"{"Title":"T","traceId":"00"}"#);
    let error = client(&server).auth().api_auth_post().body(&user()).await.unwrap_err();
    let Some(ApiAuthPostError::BadRequest(problem)) = error.documented() else { panic!("{error:?}") };
    assert_eq!(problem.additional_properties["traceId"], "00");
    assert_eq!(serde_json::to_string(&problem).unwrap(), r#"{"Title":"T","traceId":"00"}"#);
}

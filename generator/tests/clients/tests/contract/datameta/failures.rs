//! What DataMeta's client understands of a failure.

use datameta_client::apis::authentication_and_users::{
    CreateApiKeyError, DeleteApiKeyError, GetUserApiKeysError, SetUserPasswordError,
};
use datameta_client::models::{Error, Identifier, ValidationErrorModel};
use docwright_client_tests::check_failures;

use super::{OPERATIONS, client};

const FAILURE: &str = r#"[
    {"message":"no","exception":"E","error_code":"7","entity":{"uuid":"k","site":"K1"},"field":"label"},
    {"message":"nor this"}
]"#;

fn failure() -> ValidationErrorModel {
    let first = Error::new("no").exception("E").error_code("7").entity(Identifier::new("k").site("K1")).field("label");
    vec![first, Error::new("nor this")]
}

#[tokio::test]
async fn failures_to_create_a_key_are_typed() {
    use CreateApiKeyError as E;
    let [_, create, ..] = OPERATIONS;
    check_failures(
        client,
        |client| (create.call)(client, &[]),
        (FAILURE, failure()),
        &[(400, E::BadRequest), (401, E::Unauthorized), (403, E::Forbidden), (500, E::InternalServerError)],
    )
    .await;
}

#[tokio::test]
async fn failures_to_delete_a_key_are_typed() {
    use DeleteApiKeyError as E;
    let [_, _, delete, ..] = OPERATIONS;
    check_failures(
        client,
        |client| (delete.call)(client, &[]),
        (FAILURE, failure()),
        &[(400, E::BadRequest), (401, E::Unauthorized), (403, E::Forbidden), (500, E::InternalServerError)],
    )
    .await;
}

#[tokio::test]
async fn failures_to_list_keys_are_typed() {
    use GetUserApiKeysError as E;
    let [_, _, _, list, ..] = OPERATIONS;
    check_failures(
        client,
        |client| (list.call)(client, &[]),
        (FAILURE, failure()),
        &[(400, E::BadRequest), (401, E::Unauthorized), (403, E::Forbidden), (500, E::InternalServerError)],
    )
    .await;
}

#[tokio::test]
async fn failures_to_set_a_password_are_typed() {
    use SetUserPasswordError as E;
    let [.., set] = OPERATIONS;
    check_failures(
        client,
        |client| (set.call)(client, &[]),
        (FAILURE, failure()),
        &[
            (400, E::BadRequest),
            (401, E::Unauthorized),
            (403, E::Forbidden),
            (404, E::NotFound),
            (410, E::Gone),
            (500, E::InternalServerError),
        ],
    )
    .await;
}

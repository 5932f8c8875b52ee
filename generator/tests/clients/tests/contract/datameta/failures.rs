//! What DataMeta's client understands of a failure.

use datameta_client::apis::authentication_and_users::{
    CreateApiKeyError, DeleteApiKeyError, GetUserApiKeysError, SetUserPasswordError,
};
use datameta_client::models::ValidationErrorModel;
use docwright_client_tests::{check_failures, made};

use super::{OPERATIONS, client};

const FAILURE: &str = r#"[
    {"message":"no","exception":"E","error_code":"7","entity":{"uuid":"k","site":"K1"},"field":"label"},
    {"message":"nor this"}
]"#;

fn failure() -> ValidationErrorModel {
    let failure: ValidationErrorModel = made(FAILURE);
    let [first, second] = failure.as_slice() else { unreachable!("two of them") };
    assert_eq!(
        (first.message.as_str(), first.exception.as_deref(), first.field.as_deref()),
        ("no", Some("E"), Some("label"))
    );
    assert_eq!(
        (first.error_code.as_deref(), first.entity.as_ref().map(|entity| entity.uuid.as_str())),
        (Some("7"), Some("k"))
    );
    assert_eq!((second.message.as_str(), &second.exception, &second.entity), ("nor this", &None, &None));
    failure
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

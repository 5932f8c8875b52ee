//! What is understood of an answer.

use std::fmt::Debug;

use docwright_runtime::rt::serde::de::DeserializeOwned;
use docwright_runtime::{Error, ErrorBody, Response};

use crate::{Operation, Outcome, Server};

/// A status whose body the docs type, and the variant that it becomes.
pub type Variant<B, E> = (u16, fn(B) -> E);

/// A value of a model that only answers hold, which has no constructor.
#[track_caller]
pub fn made<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

/// Answers a call that runs in a task of its own. Checks status, headers and raw body, and gives the decoded one.
pub async fn check_success<T: Send + 'static>(
    server: &Server,
    status: u16,
    body: &'static str,
    sending: impl Future<Output = Result<Response<T>, Error>> + Send + 'static,
) -> T {
    server.answer(status, body);
    let response = tokio::spawn(sending).await.unwrap().unwrap();
    assert_eq!(response.status, status);
    assert_eq!(response.headers["x-answer"], "1");
    assert_eq!(response.raw, body);
    response.body
}

/// Answers every operation with each of its wrong bodies: the error says so, and keeps the answer.
pub async fn check_wrong_bodies<C>(operations: &[Operation<C>], client: impl FnOnce(&Server) -> C) {
    let server = Server::start().await;
    let client = client(&server);
    for operation in operations {
        for body in operation.wrong {
            server.answer(200, *body);
            let what = format!("{body:?} for {}", operation.sent);
            let error = (operation.call)(&client, &[]).await.expect_err(&what);
            assert!(error.is_decode(), "{error:?}: {what}");
            check_kept(&error, 200, body);
        }
    }
}

/// Answers a call with an error body that is documented for some statuses. It is read where it is documented, as the
/// variant of that status; where it is not, or where the body is another one, there is only the status.
pub async fn check_failures<C, B: Clone, E: ErrorBody + Debug + PartialEq>(
    client: impl FnOnce(&Server) -> C,
    call: impl Fn(&C) -> Outcome,
    (json, body): (&'static str, B),
    variants: &[Variant<B, E>],
) {
    let server = Server::start().await;
    let client = client(&server);
    let answer = async |status, body| {
        server.answer(status, body);
        let error = call(&client).await.unwrap_err();
        assert!(error.is_status(), "{error:?}");
        check_kept(&error, status, body);
        error
    };
    for (status, variant) in variants {
        assert_eq!(answer(*status, json).await.documented(), Some(variant(body.clone())), "{status}");
        for wrong in ["<html>", "5", ""] {
            assert_eq!(answer(*status, wrong).await.documented::<E>(), None, "{status} {wrong}");
        }
    }
    if variants.iter().all(|(status, _)| *status != 418) {
        assert_eq!(answer(418, json).await.documented::<E>(), None);
    }
}

#[track_caller]
fn check_kept(error: &Error, status: u16, body: &str) {
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.headers().unwrap()["x-answer"], "1");
    assert_eq!(error.raw().unwrap(), body);
}

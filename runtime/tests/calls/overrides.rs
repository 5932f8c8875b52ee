//! What a call overrides, and that it can be moved.

use docwright_runtime::CallOptions as _;

use crate::recorder::Recorder;

#[tokio::test]
async fn a_header_of_the_call_is_the_strongest() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.default_header("X-Trace", "client").default_header("X-Team", "a"));
    client.keys().list().trace("argument").header("x-trace", "old").header("X-Trace", "call").await.unwrap();
    assert_eq!(recorder.sent_header("x-trace"), ["call"]);
    assert_eq!(recorder.sent_header("x-team"), ["a"]);
}

#[tokio::test]
async fn a_header_of_the_operation_goes_before_a_default_header() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder.default_header("X-Trace", "client"));
    client.keys().list().trace("argument").await.unwrap();
    assert_eq!(recorder.sent_header("x-trace"), ["argument"]);
}

#[tokio::test]
async fn a_call_can_be_kept_and_spawned() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let call = client.keys().list().page(1);
    drop(client);
    assert_eq!(tokio::spawn(call.send()).await.unwrap().unwrap().status, 200);
}

#[tokio::test]
async fn a_call_can_be_awaited_in_a_spawned_task() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let keys = tokio::spawn(async move { client.keys().list().await }).await.unwrap();
    assert_eq!(keys.unwrap(), []);
}

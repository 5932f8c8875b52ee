//! Calls from code that is not async.

mod streams;

use std::future::{pending, ready};
use std::thread;
use std::time::Duration;

use docwright_runtime::CallOptions as _;
use docwright_runtime::http::Response;
use tokio::runtime::{Builder, Handle, Runtime};

use crate::generated::{Client, ClientBuilder};
use crate::recorder::Recorder;
use crate::server;

/// A client of a server that runs as long as the runtime does.
fn start() -> (Runtime, ClientBuilder) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let url = runtime.block_on(server::start(|_| ready(Response::new("[]".into()))));
    (runtime, Client::builder().base_url(url))
}

#[test]
fn a_call_can_be_sent_without_a_runtime() {
    let (_server, client) = start();
    let client = client.build().unwrap();
    let answer = client.keys().list().page(1).send_blocking().unwrap();
    assert_eq!((answer.status.as_u16(), answer.body), (200, vec![]));
    let calls: Vec<_> = (0..4).map(|_| client.keys().list()).collect();
    let threads: Vec<_> = calls.into_iter().map(|call| thread::spawn(|| call.send_blocking())).collect();
    for thread in threads {
        assert!(thread.join().unwrap().is_ok());
    }
}

#[test]
fn limits_and_errors_are_those_of_other_calls() {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let client = Client::builder().base_url(runtime.block_on(server::start(|_| pending()))).build().unwrap();
    let error = client.keys().list().timeout(Duration::from_millis(20)).send_blocking().unwrap_err();
    assert!(error.is_timeout());

    let client = Recorder::answering(404, b"").client(|builder| builder);
    assert!(client.keys().list().send_blocking().unwrap_err().is_status());
}

#[tokio::test]
async fn inside_a_runtime_it_is_an_error() {
    let recorder = Recorder::default();
    let client = recorder.client(|builder| builder);
    let error = client.keys().list().send_blocking().unwrap_err();
    assert!(error.is_request());
    assert_eq!(
        error.to_string(),
        "GET /keys: `send_blocking` was called inside an async runtime: use `.send().await` there, and \
         `Handle::current().block_on(…)` on a thread of `spawn_blocking`"
    );
    let call = client.keys().list();
    assert!(tokio::task::spawn_blocking(|| call.send_blocking()).await.unwrap().unwrap_err().is_request());
    assert!(recorder.is_unused());
    let call = client.keys().list();
    assert!(tokio::task::spawn_blocking(|| Handle::current().block_on(call.send())).await.unwrap().is_ok());
}

#[test]
fn a_connection_of_a_runtime_that_rests_is_not_waited_for() {
    let (_server, client) = start();
    let client = client.build().unwrap();
    let resting = Builder::new_current_thread().enable_all().build().unwrap();
    resting.block_on(client.keys().list().send()).unwrap();
    assert!(client.keys().list().timeout(Duration::from_secs(60)).send_blocking().is_ok());
    resting.block_on(client.keys().list().send()).unwrap();
}

//! The default transport against a server.

use std::future::pending;
use std::task::{Context, Poll};
use std::time::Duration;

use docwright_runtime::http::{Request, Response};
use docwright_runtime::{Body, BoxError, Bytes, CallOptions as _, HyperTransport};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use tower_service::Service;

use crate::generated::{Client, Key};
use crate::server;

/// Answers with the request as a server saw it: line, some headers, body; a JSON string, for the calls that want JSON.
async fn echo(request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let header = |name| head.headers.get(name).and_then(|value: &http::HeaderValue| value.to_str().ok()).unwrap_or("-");
    let length = header("content-length").to_owned();
    let layered = header("x-layer").to_owned();
    let body = body.collect().await.unwrap().to_bytes();
    let text = format!("{} {} {length} {layered} {}", head.method, head.uri, String::from_utf8_lossy(&body));
    Response::new(Full::new(serde_json::to_vec(&text).unwrap().into()))
}

#[tokio::test]
async fn a_call_reaches_the_server() {
    let client = Client::builder().base_url(server::start(echo).await).build().unwrap();
    let key = Key { name: "é".to_owned(), ..Key::default() };
    let seen = client.keys().create(&key).await.unwrap();
    assert_eq!(seen, "POST /v1/keys 13 - {\"name\":\"é\"}");
    let seen = client.keys().delete("a/b").send().await.unwrap();
    assert_eq!(seen.raw, "\"DELETE /v1/keys/a%2Fb - - \"");
}

#[tokio::test]
async fn a_post_without_a_body_says_so() {
    let client = Client::builder().base_url(server::start(echo).await).build().unwrap();
    let seen = client.keys().rotate().send().await.unwrap();
    assert_eq!(seen.raw, "\"POST /v1/keys/rotate 0 - \"");
}

#[tokio::test]
async fn calls_can_run_at_once() {
    let client = Client::builder().base_url(server::start(echo).await).build().unwrap();
    let calls: Vec<_> = (0..8).map(|id| tokio::spawn(client.keys().delete(&id.to_string()).send())).collect();
    for (id, call) in calls.into_iter().enumerate() {
        let response = call.await.unwrap().unwrap();
        assert_eq!(response.raw, format!("\"DELETE /v1/keys/{id} - - \""));
    }
}

#[tokio::test]
async fn a_limit_of_the_call_or_the_client_ends_it() {
    let url = server::start(|_| pending()).await;
    let limit = Duration::from_millis(20);
    let client = Client::builder().base_url(url.clone()).build().unwrap();
    let error = client.keys().list().timeout(limit).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "GET /keys: no complete answer within 20ms");

    let client = Client::builder().base_url(url).timeout(limit).build().unwrap();
    assert!(client.keys().list().await.unwrap_err().is_timeout());
}

#[tokio::test]
async fn a_refused_connection_is_told_apart() {
    let url = server::closed().await;
    let client = Client::builder().base_url(url.clone()).build().unwrap();
    let error = client.keys().list().no_retry().await.unwrap_err();
    assert!(error.is_connect());
    let server = url.strip_prefix("http://").unwrap();
    assert_eq!(error.to_string(), format!("GET /keys: no connection to {server}: connection refused"));
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_server_without_tls_gives_no_https_connection() {
    let url = server::start(echo).await.replace("http://", "https://");
    let client = Client::builder().base_url(url).build().unwrap();
    let error = client.keys().list().no_retry().await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
}

#[test]
fn without_a_tokio_runtime_a_call_fails() {
    let client = Client::builder().base_url("http://127.0.0.1:1").build().unwrap();
    for call in [client.keys().list(), client.keys().list().timeout(Duration::from_secs(1))] {
        let mut call = Box::pin(call.send());
        let mut context = Context::from_waker(std::task::Waker::noop());
        let Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else { panic!("the call did not fail") };
        assert!(error.is_transport());
    }
}

/// A layer as tower users write them.
#[derive(Clone)]
struct AddHeader<S>(S);

impl<S: Service<Request<Body>, Error = BoxError>> Service<Request<Body>> for AddHeader<S> {
    type Response = S::Response;
    type Error = BoxError;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<Body>) -> S::Future {
        request.headers_mut().insert("x-layer", http::HeaderValue::from_static("seen"));
        self.0.call(request)
    }
}

#[tokio::test]
async fn a_tower_layer_fits_around_the_default_transport() {
    let transport = AddHeader(HyperTransport::new().unwrap());
    let client = Client::builder().base_url(server::start(echo).await).transport(transport).build().unwrap();
    let seen = client.keys().delete("1").send().await.unwrap();
    assert_eq!(seen.raw, "\"DELETE /v1/keys/1 - seen \"");
}

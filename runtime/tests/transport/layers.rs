//! tower's layers around the default transport.

use std::time::Duration;

use docwright_runtime::http::{HeaderValue, Request};
use docwright_runtime::rt::{self, Operation};
use docwright_runtime::{Body, BoxError, HyperTransport, Transport};
use tower::ServiceBuilder;

use crate::server::Server;
use crate::{get, send};

/// A call as a generated crate makes it.
async fn call(transport: impl Transport, server: &Server) -> Result<String, docwright_runtime::Error> {
    static OPERATION: Operation = Operation::post("/keys");
    let client = rt::ClientBuilder::new(format!("http://{}", server.address), "test").transport(transport).build()?;
    let call = rt::Request::new(&client, &OPERATION).text();
    // A call can be spawned, whatever it is sent by.
    tokio::spawn(call.send()).await.unwrap().map(|answer| answer.body)
}

#[tokio::test]
async fn a_stack_of_layers_is_a_transport() {
    let server = Server::start().await;
    let stack = ServiceBuilder::new()
        .map_request(|mut request: Request<Body>| {
            request.headers_mut().insert("x-layer", HeaderValue::from_static("seen"));
            request
        })
        .concurrency_limit(1)
        .timeout(Duration::from_secs(60))
        .service(HyperTransport::new().unwrap());
    for _ in 0..2 {
        assert_eq!(call(stack.clone(), &server).await.unwrap(), "POST /keys HTTP/1.1");
    }
    assert_eq!(server.header("x-layer"), ["seen", "seen"]);
    assert_eq!(server.header("user-agent"), ["test", "test"]);
}

#[tokio::test]
async fn a_service_that_cannot_be_cloned_is_one_behind_a_buffer() {
    let server = Server::start().await;
    let stack =
        ServiceBuilder::new().buffer(8).rate_limit(100, Duration::from_secs(1)).service(HyperTransport::new().unwrap());
    let url = server.url();
    let (first, second) = tokio::join!(get(&stack, &url), get(&stack, &url));
    assert!(first.is_ok() && second.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_limit_of_a_layer_ends_the_attempt() {
    let silent = tower::service_fn(|_: Request<Body>| {
        std::future::pending::<Result<docwright_runtime::http::Response<Body>, BoxError>>()
    });
    let stack = ServiceBuilder::new().timeout(Duration::from_secs(1)).service(silent);
    let request = Request::get("http://api.example").body(Body::empty()).unwrap();
    assert_eq!(send(&stack, request).await.unwrap_err().to_string(), "request timed out");
}

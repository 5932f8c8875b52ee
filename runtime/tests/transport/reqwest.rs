//! The transport that is an existing reqwest client.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use docwright_runtime::rt::{self, Operation};
use docwright_runtime::transport::ReqwestTransport;
use docwright_runtime::{Body, Bytes, http};
use reqwest::Client;

use crate::server::Server;
use crate::{chain, get, send};

fn transport() -> ReqwestTransport {
    Client::builder().no_proxy().build().unwrap().into()
}

#[tokio::test]
async fn a_reqwest_client_sends_what_the_call_says() {
    let server = Server::start().await;
    let url = format!("http://{}/a%2Fb?c=%20d", server.address);
    let request = http::Request::post(url).header("x-key", "k").body(Body::from("body")).unwrap();
    assert_eq!(send(&transport(), request).await.unwrap(), "POST /a%2Fb?c=%20d HTTP/1.1 body");
    assert_eq!(server.header("x-key"), ["k"]);
    assert_eq!(server.header("content-length"), ["4"]);
}

/// A body that comes once, and without a length.
struct Stream(Option<Bytes>);

impl http_body::Body for Stream {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(http_body::Frame::data(bytes))))
    }
}

#[tokio::test]
async fn a_stream_is_sent_as_a_stream() {
    let server = Server::start().await;
    let body = Body::new(Stream(Some("streamed".into())));
    let request = http::Request::put(server.url()).body(body).unwrap();
    assert_eq!(send(&transport(), request).await.unwrap(), "PUT /x HTTP/1.1 streamed");
    assert_eq!(server.header("transfer-encoding"), ["chunked"]);
}

#[tokio::test]
async fn a_status_and_headers_come_back() {
    let server = Server::start().await;
    let answer = call(&server.address.to_string()).await.unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.headers.contains_key("date"));
}

/// A call as a generated crate makes it.
async fn call(host: &str) -> Result<docwright_runtime::Response<String>, docwright_runtime::Error> {
    static OPERATION: Operation = Operation::post("/keys");
    let client = rt::ClientBuilder::new(format!("http://{host}"), "test").transport(transport()).build()?;
    let mut request = rt::Request::new(&client, &OPERATION);
    request.query("key", "s3cret");
    request.text().send().await
}

#[tokio::test]
async fn its_errors_are_told_apart_and_keep_the_query_to_themselves() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = call(&closed.to_string()).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");

    let error = get(&transport(), &format!("http://{closed}/?key=s3cret")).await.unwrap_err();
    assert!(!format!("{error:?} {}", chain(&error)).contains("s3cret"), "{error:?}");
}

#[test]
fn its_default_headers_are_not_shown() {
    let headers = [(http::header::AUTHORIZATION, http::HeaderValue::from_static("s3cret"))].into_iter().collect();
    let client = Client::builder().default_headers(headers).build().unwrap();
    assert_eq!(format!("{:?}", ReqwestTransport::from(client)), "ReqwestTransport");
}

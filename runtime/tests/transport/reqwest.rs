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
    ReqwestTransport::from_builder(Client::builder().no_proxy()).unwrap()
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
async fn a_body_that_can_be_read_again_is_not_held_in_memory() {
    let server = Server::start().await;
    let body = Body::from_fn(|| Body::new(Stream(Some("streamed".into()))));
    let request = http::Request::put(server.url()).body(body).unwrap();
    assert_eq!(send(&transport(), request).await.unwrap(), "PUT /x HTTP/1.1 streamed");
    assert_eq!(server.header("transfer-encoding"), ["chunked"]);
}

static KEY: rt::Scheme = rt::Scheme::api_key("key", rt::Place::Header, "X-Key");

/// A call that sends an API key.
async fn call_with_key(
    operation: &'static Operation,
    server: &Server,
) -> Result<docwright_runtime::Response<String>, docwright_runtime::Error> {
    // Settings of the user's own do not bring back what the call does itself.
    let settings = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::limited(5));
    let client = rt::ClientBuilder::new(format!("http://{}", server.address), "test")
        .credential(rt::secret(&KEY, "s3cret"))
        .transport(ReqwestTransport::from_builder(settings)?)
        .build()?;
    rt::Request::new(&client, operation).text().send().await
}

#[tokio::test]
async fn a_key_does_not_follow_a_redirect_to_another_origin() {
    static GET: Operation = Operation::get("/keys").security(&[&KEY]);
    static POST: Operation = Operation::post("/keys").security(&[&KEY]);
    for status in [301, 302, 303, 307, 308] {
        let other = Server::start().await;
        let server = Server::redirecting(status, other.url()).await;
        assert_eq!(call_with_key(&GET, &server).await.unwrap().body, "GET /x HTTP/1.1");
        assert_eq!((server.header("x-key"), other.header("x-key")), (vec!["s3cret".into()], vec!["-".into()]));

        let error = call_with_key(&POST, &server).await.unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(other.header("x-key").len(), 1);
    }
}

#[tokio::test]
async fn settings_that_reqwest_refuses_are_an_error() {
    let error = ReqwestTransport::from_builder(Client::builder().user_agent("a\nb")).unwrap_err();
    assert!(error.is_builder());
    assert_eq!(error.to_string(), "the client cannot be built: reqwest refuses its settings");
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

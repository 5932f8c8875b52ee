//! Connections that fail: hyper sends nothing again on its own, and the policy only what is safe.

use std::collections::BTreeSet;
use std::future::{Ready, ready};
use std::io::{self, Read as _, Write as _};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use docwright_runtime::{Backoff, Body, BoxError, BoxFuture, CallOptions as _, Transport, http};
use hyper::rt::ReadBufCursor;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tower_service::Service;

use crate::generated::Client;

/// The heads of the requests that arrived.
type Arrived = Arc<Mutex<Vec<String>>>;

/// A server that closes every connection after it answered one request: with the next request, or at once.
async fn start(closes_at_once: bool) -> (String, Arrived) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let arrived = Arrived::default();
    let log = arrived.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let log = log.clone();
            tokio::spawn(async move {
                read_request(&mut stream, &log).await;
                stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]").await.unwrap();
                if !closes_at_once {
                    read_request(&mut stream, &log).await;
                }
            });
        }
    });
    (format!("http://{address}"), arrived)
}

async fn read_request(stream: &mut TcpStream, log: &Arrived) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { return };
        head.push(byte);
    }
    log.lock().unwrap().push(String::from_utf8(head).unwrap());
}

/// A client that waits for nothing before it tries again.
fn client(url: String) -> Client {
    Client::builder().base_url(url).retry(Backoff::new().first_wait(Duration::ZERO)).build().unwrap()
}

#[tokio::test]
async fn a_post_on_a_connection_that_closes_arrives_once() {
    let (url, arrived) = start(false).await;
    let client = client(url);
    client.keys().list().await.unwrap();
    let error = client.keys().rotate().await.unwrap_err();
    assert!(error.is_transport(), "{error:?}");
    assert_eq!(error.attempts(), 1);
    let lines: Vec<_> = arrived.lock().unwrap().iter().map(|head| head.lines().next().unwrap().to_owned()).collect();
    assert_eq!(lines, ["GET /keys HTTP/1.1", "POST /keys/rotate HTTP/1.1"]);
}

#[tokio::test]
async fn a_get_on_a_connection_that_closes_is_sent_again_by_the_policy_alone() {
    let (url, arrived) = start(false).await;
    let client = client(url);
    client.keys().list().await.unwrap();
    assert!(client.keys().list().no_retry().await.unwrap_err().is_transport());
    assert_eq!(arrived.lock().unwrap().len(), 2);
    client.keys().list().await.unwrap();
    client.keys().list().await.unwrap();
    assert_eq!(arrived.lock().unwrap().len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_post_arrives_twice_whenever_its_connection_closes() {
    let (url, arrived) = start(true).await;
    let client = client(url);
    let mut answered = BTreeSet::new();
    for id in 0..200 {
        let id = format!("x-id: {id}");
        if client.keys().rotate().header("X-Id", &id["x-id: ".len()..]).await.is_ok() {
            answered.insert(id);
        }
    }
    let heads = arrived.lock().unwrap().clone();
    let ids: BTreeSet<_> =
        heads.iter().filter_map(|head| head.lines().find(|line| line.starts_with("x-id: "))).collect();
    assert_eq!(ids.len(), heads.len(), "one of them arrived twice");
    assert!(!answered.is_empty());
    assert!(answered.iter().all(|id| ids.contains(id.as_str())));
}

/// hyper on a connection that ended before the request was written; the second time there is an answer.
#[derive(Clone, Default)]
struct Cancelling(Arc<AtomicU32>);

impl Transport for Cancelling {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        let sent_before = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            if sent_before > 0 {
                return Ok(http::Response::new(Body::empty()));
            }
            let (stream, _) = tokio::io::duplex(64);
            let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
            drop(connection);
            Ok(sender.send_request(request).await?.map(Body::new))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_that_hyper_gave_up_before_it_was_written_is_sent() {
    let transport = Cancelling::default();
    let client = Client::builder().base_url("http://127.0.0.1").transport(transport.clone()).build().unwrap();
    client.keys().rotate().await.unwrap();
    assert_eq!(transport.0.swap(0, Ordering::Relaxed), 2);
    assert!(client.keys().rotate().no_retry().await.unwrap_err().is_connect());
}

/// A connection that takes a request, and then has lost its network.
struct Lost;

impl hyper::rt::Write for Lost {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl hyper::rt::Read for Lost {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Err(io::ErrorKind::HostUnreachable.into()))
    }
}

impl Connection for Lost {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

#[derive(Clone)]
struct Connector;

impl Service<http::Uri> for Connector {
    type Response = Lost;
    type Error = io::Error;
    type Future = Ready<io::Result<Lost>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Uri) -> Self::Future {
        ready(Ok(Lost))
    }
}

#[tokio::test]
async fn a_network_that_is_lost_after_connecting_is_no_failure_to_connect() {
    let transport = hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build(Connector);
    let client = Client::builder().base_url("http://127.0.0.1").transport(transport).build().unwrap();
    let error = client.keys().rotate().await.unwrap_err();
    assert!(error.is_transport(), "{error:?}");
    assert_eq!(error.attempts(), 1);
}

/// A server in a thread, which answers one request per connection and closes it when it is told to.
fn start_thread() -> (SocketAddr, mpsc::Sender<()>, mpsc::Receiver<()>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (close, closing) = mpsc::channel();
    let (close_done, closed) = mpsc::channel();
    thread::spawn(move || {
        let mut bell = listener.accept().unwrap().0;
        for mut stream in listener.incoming().map(Result::unwrap) {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                head.extend(byte);
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]").unwrap();
            closing.recv().unwrap();
            drop(stream);
            bell.write_all(b"!").unwrap();
            close_done.send(()).unwrap();
        }
    });
    (address, close, closed)
}

/// The client's thread is held up until the connection is closed and the bell has rung. Then its runtime learns of both
/// at once, and the call is made before hyper looks at the connection: hyper gives it up before it is written.
#[tokio::test]
async fn hyper_does_not_send_a_cancelled_request_again() {
    let (address, close, closed) = start_thread();
    let mut bell = TcpStream::connect(address).await.unwrap();
    let client = client(format!("http://{address}"));
    let mut close = async || {
        close.send(()).unwrap();
        closed.recv().unwrap();
        bell.read_u8().await.unwrap();
    };
    // Should the system be late with one of the two, the call goes out on a new connection.
    for _ in 0..20 {
        client.keys().list().await.unwrap();
        close().await;
        match client.keys().rotate().no_retry().await {
            Ok(()) => close().await,
            Err(error) => {
                assert!(error.is_connect(), "{error:?}");
                return;
            }
        }
    }
    panic!("no request was cancelled");
}

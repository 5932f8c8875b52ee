//! Connections of the default transport: how many there are, and what is sent on them.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;

use docwright_runtime::HyperTransport;
use tokio::io::AsyncReadExt as _;

use crate::server::Server;
use crate::{chain, get, is_connect};

#[tokio::test]
async fn a_connection_is_used_again_unless_none_is_kept() {
    let server = Server::start().await;
    let transport = HyperTransport::new().unwrap();
    for transport in [&transport, &transport.clone()] {
        get(transport, &server.url()).await.unwrap();
    }
    assert_eq!(server.connections(), 1);

    let server = Server::start().await;
    let transport = HyperTransport::builder().max_idle_per_host(0).build().unwrap();
    for _ in 0..2 {
        get(&transport, &server.url()).await.unwrap();
    }
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_connection_that_is_refused_is_none() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = get(&HyperTransport::new().unwrap(), &format!("http://{closed}")).await.unwrap_err();
    assert!(is_connect(&error));
    assert!(chain(&error).contains("tcp connect error"), "{}", chain(&error));
}

#[cfg(not(feature = "rustls"))]
#[tokio::test]
async fn an_https_server_needs_tls() {
    let server = Server::start().await;
    let error = get(&HyperTransport::new().unwrap(), &server.url().replace("http:", "https:")).await.unwrap_err();
    assert!(is_connect(&error));
    assert_eq!(server.connections(), 0);
}

#[cfg(feature = "rustls")]
#[tokio::test(start_paused = true)]
async fn the_connect_timeout_covers_tls() {
    use std::time::Duration;

    use docwright_runtime::{Backoff, rt};

    // The system accepts for it, and nobody ever answers.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", silent.local_addr().unwrap());
    let settings = HyperTransport::builder;
    for (settings, limit) in [(settings(), "10s"), (settings().connect_timeout(Duration::from_secs(2)), "2s")] {
        let error = get(&settings.build().unwrap(), &url).await.unwrap_err();
        assert!(is_connect(&error));
        assert!(chain(&error).ends_with(&format!("no connection within {limit}")), "{error:?}");
    }

    static OPERATION: rt::Operation = rt::Operation::get("/x");
    let client = rt::ClientBuilder::new(&url, "test").retry(Backoff::none()).build().unwrap();
    let error = rt::Request::new(&client, &OPERATION).empty().await.unwrap_err();
    let server = url.strip_prefix("https://").unwrap();
    assert_eq!(error.to_string(), format!("GET /x: no connection to {server}: timed out"));
}

/// The server closes a connection that is kept, and the request is made before the client has noticed: this is where
/// hyper's client would send it again by itself.
#[tokio::test]
async fn the_transport_itself_never_sends_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (news, mut reader) = socket_pair().await;
    let (close, told_to_close) = mpsc::channel();
    let (closed, is_closed) = mpsc::channel();
    let server = thread::spawn(move || serve(&listener, &told_to_close, news, &closed));

    let transport = HyperTransport::new().unwrap();
    get(&transport, &url).await.unwrap();
    // The connection goes back to the pool.
    tokio::task::yield_now().await;
    close.send(()).unwrap();
    is_closed.recv().unwrap();
    // Both sockets are ready at once, and of all tasks the one that waits for this runs first.
    reader.read_u8().await.unwrap();
    let second = get(&transport, &url).await;

    drop(close);
    // A connection without a request ends the server.
    drop(std::net::TcpStream::connect(url.strip_prefix("http://").unwrap()).unwrap());
    assert_eq!(server.join().unwrap(), 1);
    assert!(second.is_err());
}

/// Answers one request on each connection and closes it when told so. Returns how many requests there were.
fn serve(
    listener: &TcpListener,
    told_to_close: &mpsc::Receiver<()>,
    mut news: std::net::TcpStream,
    closed: &mpsc::Sender<()>,
) -> usize {
    for requests in 0.. {
        let (mut stream, _) = listener.accept().unwrap();
        if stream.read(&mut [0; 1024]).unwrap() == 0 {
            return requests;
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
        let _ = told_to_close.recv();
        drop(stream);
        news.write_all(b"x").unwrap();
        let _ = closed.send(());
    }
    0
}

async fn socket_pair() -> (std::net::TcpStream, tokio::net::TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let reader = tokio::net::TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    (listener.accept().unwrap().0, reader)
}

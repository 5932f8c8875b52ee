//! An HTTP server on a port of its own.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use docwright_runtime::Bytes;
use docwright_runtime::http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::Sent;

/// A server that keeps what it was sent and answers as it was told last.
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    sent: Mutex<Vec<Sent>>,
    answer: Mutex<(u16, Bytes)>,
    connections: AtomicUsize,
}

impl Server {
    /// Starts a server that answers `418`, which no docs document, until it is told otherwise.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = Self { address, state: Arc::default() };
        server.answer(418, "");
        tokio::spawn(accept(listener, server.state.clone()));
        server
    }

    /// Its address, followed by a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What it answers from now on. Every answer also has the header `X-Answer: 1`.
    pub fn answer(&self, status: u16, body: impl Into<Bytes>) {
        *self.state.answer.lock().unwrap() = (status, body.into());
    }

    /// The only request since the last look.
    #[track_caller]
    pub fn sent(&self) -> Sent {
        let mut sent = self.all_sent();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        sent.remove(0)
    }

    /// The requests since the last look.
    pub fn all_sent(&self) -> Vec<Sent> {
        std::mem::take(&mut self.state.sent.lock().unwrap())
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::Relaxed)
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        state.connections.fetch_add(1, Ordering::Relaxed);
        let state = state.clone();
        let service = service_fn(move |request| serve(request, state.clone()));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn serve(request: Request<Incoming>, state: Arc<State>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    state.sent.lock().unwrap().push(Sent::new(head, body));
    let (status, body) = state.answer.lock().unwrap().clone();
    Ok(Response::builder().status(status).header("X-Answer", "1").body(Full::new(body)).unwrap())
}

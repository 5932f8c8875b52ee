//! A server on a port of its own, which tells what it was sent.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use docwright_runtime::{Bytes, http};
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::rt::{Read, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// Answers every request with its line, its version and its body, and keeps its headers.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    connections: Arc<AtomicUsize>,
    seen: Arc<Mutex<Vec<http::HeaderMap>>>,
    /// A status and an address, if it sends everybody elsewhere.
    redirect: Option<(u16, String)>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        let (server, listener) = Self::listen().await;
        server.start_on(listener)
    }

    /// A server that answers every request with a redirect.
    #[cfg(feature = "reqwest")]
    pub(crate) async fn redirecting(status: u16, to: String) -> Self {
        let (server, listener) = Self::listen().await;
        Self { redirect: Some((status, to)), ..server }.start_on(listener)
    }

    fn start_on(self, listener: TcpListener) -> Self {
        let serving = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().serve(TokioIo::new(stream), false));
            }
        });
        self
    }

    /// A server that speaks TLS. Handshakes that fail are not counted as connections.
    #[cfg(feature = "rustls")]
    pub(crate) async fn start_tls(config: rustls::ServerConfig) -> Self {
        let (server, listener) = Self::listen().await;
        let serving = server.clone();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (serving, acceptor) = (serving.clone(), acceptor.clone());
                tokio::spawn(async move {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
                        serving.serve(TokioIo::new(stream), is_http2).await;
                    }
                });
            }
        });
        server
    }

    async fn listen() -> (Self, TcpListener) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        (Self { address, connections: Arc::default(), seen: Arc::default(), redirect: None }, listener)
    }

    async fn serve(self, stream: impl Read + Write + Send + Unpin + 'static, is_http2: bool) {
        self.connections.fetch_add(1, Ordering::Relaxed);
        let service = service_fn(move |request| {
            let server = self.clone();
            async move { Ok::<_, Infallible>(server.answer(request).await) }
        });
        // A connection that breaks off is seen by the client.
        if is_http2 {
            #[cfg(feature = "http2")]
            let _ = hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new())
                .serve_connection(stream, service)
                .await;
        } else {
            let _ = http1::Builder::new().serve_connection(stream, service).await;
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let (head, body) = request.into_parts();
        self.seen.lock().unwrap().push(head.headers);
        let body = body.collect().await.unwrap().to_bytes();
        if let Some((status, address)) = &self.redirect {
            let answer = Response::builder().status(*status).header("location", address);
            return answer.body(Full::default()).unwrap();
        }
        let text = format!("{} {} {:?} {}", head.method, head.uri, head.version, String::from_utf8_lossy(&body));
        Response::new(Full::new(text.trim_end().to_owned().into()))
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// The values of a header in each of the requests, `-` where there was none.
    pub(crate) fn header(&self, name: &str) -> Vec<String> {
        let value =
            |headers: &http::HeaderMap| headers.get(name).map_or("-".into(), |value| value.to_str().unwrap().into());
        self.seen.lock().unwrap().iter().map(value).collect()
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/x", self.address)
    }

    #[cfg(feature = "rustls")]
    pub(crate) fn https_url(&self) -> String {
        format!("https://{}/x", self.address)
    }
}

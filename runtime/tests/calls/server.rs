//! An HTTP server on a port of its own.

use std::convert::Infallible;

use docwright_runtime::{BoxError, Bytes, http};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// Starts a server that answers every request with `answer`, and returns its base URL.
pub(crate) async fn start<F>(answer: impl Fn(http::Request<Incoming>) -> F + Clone + Send + 'static) -> String
where
    F: Future<Output = http::Response<Full<Bytes>>> + Send + 'static,
{
    stream(answer).await
}

/// The same with answers of any body.
pub(crate) async fn stream<F, B>(answer: impl Fn(http::Request<Incoming>) -> F + Clone + Send + 'static) -> String
where
    F: Future<Output = http::Response<B>> + Send + 'static,
    B: http_body::Body<Data: Send, Error: Into<BoxError>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let answer = answer.clone();
            let service = service_fn(move |request| {
                let answer = answer(request);
                async move { Ok::<_, Infallible>(answer.await) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    format!("http://{address}/v1")
}

/// An address where nothing listens any more.
pub(crate) async fn closed() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

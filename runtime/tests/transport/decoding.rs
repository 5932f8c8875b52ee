//! Compressed answers.

#[cfg(feature = "brotli")]
mod brotli;
#[cfg(feature = "gzip")]
mod gzip;

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::{poll_fn, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use docwright_runtime::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, RANGE};
use docwright_runtime::http::{HeaderMap, HeaderValue, Method, Request, Response};
use docwright_runtime::transport::Decoding;
use docwright_runtime::{Body, BoxError, Bytes, HyperTransport};
use http_body::{Body as _, Frame};
use http_body_util::{BodyExt as _, Full};
use tower::{ServiceExt as _, service_fn};

use crate::get;
use crate::server::Server;

const TEXT: &str = "hello, hello, hello";

/// A body in pieces, with an end or without one.
struct Pieces {
    pieces: VecDeque<Bytes>,
    has_end: bool,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.pieces.pop_front() {
            Some(piece) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            None if self.has_end => Poll::Ready(None),
            None => Poll::Pending,
        }
    }
}

fn pieces(pieces: impl IntoIterator<Item = impl Into<Bytes>>, has_end: bool) -> Body {
    Body::new(Pieces { pieces: pieces.into_iter().map(Into::into).collect(), has_end })
}

/// What becomes of an answer.
async fn answer(coding: &str, body: impl Into<Body>) -> Response<Body> {
    let answer = Response::builder().header(CONTENT_ENCODING, coding).header(CONTENT_LENGTH, "5");
    let mut answer = Some(answer.body(body.into()).unwrap());
    let service = service_fn(move |_: Request<Body>| ready(Ok::<_, Infallible>(answer.take().unwrap())));
    Decoding::new(service).oneshot(Request::new(Body::empty())).await.unwrap()
}

async fn read(coding: &str, body: impl Into<Body>) -> Result<Bytes, BoxError> {
    Ok(answer(coding, body).await.into_body().collect().await?.to_bytes())
}

/// The text comes out however the bytes come in, and without one of them it does not.
async fn check_text(coding: &str, bytes: &[u8]) {
    assert_eq!(read(coding, bytes.to_vec()).await.unwrap(), TEXT);
    assert_eq!(read(coding, pieces(bytes.iter().map(|byte| vec![*byte]), true)).await.unwrap(), TEXT);
    for end in 1..bytes.len() {
        assert!(read(coding, bytes[..end].to_vec()).await.is_err(), "cut at {end}");
    }
    assert!(read(coding, [bytes, b"x"].concat()).await.is_err());
    assert!(read(coding, "no such data").await.is_err());

    let headers = answer(coding, bytes.to_vec()).await.headers().clone();
    assert_eq!(headers, HeaderMap::new());
}

/// What has come can be read before more comes.
async fn check_stream(coding: &str, start: &[u8], expected: &str) {
    let mut body = answer(coding, pieces([start.to_vec()], false)).await.into_body();
    assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), expected);
    assert!(poll_fn(|cx| Poll::Ready(Pin::new(&mut body).poll_frame(cx))).await.is_pending());
}

/// A little that decodes to very much comes in pieces that are not large.
async fn check_bomb(coding: &str, bytes: Vec<u8>, expected: usize) {
    let mut body = answer(coding, bytes).await.into_body();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let piece = frame.unwrap().into_data().unwrap();
        assert!(piece.len() <= 64 * 1024, "{}", piece.len());
        length += piece.len();
    }
    assert_eq!(length, expected);
}

/// A fault ends the body.
async fn check_fault(coding: &str) {
    let mut body = answer(coding, "no such data").await.into_body();
    assert!(body.frame().await.unwrap().is_err());
    assert!(body.frame().await.is_none());
}

async fn check_trailers(coding: &str, bytes: &[u8]) {
    let trailers = HeaderMap::from_iter([(CONTENT_LENGTH, HeaderValue::from_static("5"))]);
    let sent = trailers.clone();
    let body = Full::new(Bytes::copy_from_slice(bytes)).with_trailers(async { Some(Ok(sent)) });
    let collected = answer(coding, Body::new(body)).await.into_body().collect().await.unwrap();
    assert_eq!(collected.trailers(), Some(&trailers));
    assert_eq!(collected.to_bytes(), TEXT);
}

#[cfg(feature = "gzip")]
const ONE: &str = "gzip";
#[cfg(not(feature = "gzip"))]
const ONE: &str = "br";

/// What the service was asked for, and its answer, which is not what its coding says, if it came as it is.
async fn ask(request: Request<Body>) -> (Option<HeaderValue>, Option<Bytes>) {
    let service = service_fn(|request: Request<Body>| {
        let accepted = request.headers().get(ACCEPT_ENCODING).cloned();
        let answer = Response::builder().header(CONTENT_ENCODING, ONE).extension(accepted);
        ready(Ok::<_, Infallible>(answer.body(Body::from("as it is")).unwrap()))
    });
    let mut answer = Decoding::new(service).oneshot(request).await.unwrap();
    let accepted = answer.extensions_mut().remove::<Option<HeaderValue>>().unwrap();
    (accepted, answer.into_body().collect().await.ok().map(|body| body.to_bytes()))
}

#[tokio::test]
async fn codings_are_asked_for_unless_the_call_knows_better() {
    let codings = [("gzip", cfg!(feature = "gzip")), ("br", cfg!(feature = "brotli"))];
    let codings: Vec<_> = codings.into_iter().filter_map(|(coding, is_known)| is_known.then_some(coding)).collect();
    let (accepted, came) = ask(Request::new(Body::empty())).await;
    assert_eq!(accepted.unwrap(), codings.join(", "));
    assert_eq!(came, None);

    let empty = Body::empty;
    let own = ask(Request::get("/").header(ACCEPT_ENCODING, "identity").body(empty()).unwrap()).await;
    assert_eq!(own, (Some(HeaderValue::from_static("identity")), Some("as it is".into())));
    let part = ask(Request::get("/").header(RANGE, "bytes=0-9").body(empty()).unwrap()).await;
    assert_eq!(part, (None, Some("as it is".into())));
    let head = ask(Request::builder().method(Method::HEAD).body(empty()).unwrap()).await;
    assert_eq!(head, (None, Some("as it is".into())));
}

#[tokio::test]
async fn another_coding_is_left_as_it_is() {
    for coding in ["identity", "zstd", "gzip, br", ""] {
        let answer = answer(coding, "as it is").await;
        assert_eq!(answer.headers()[CONTENT_ENCODING], coding);
        assert_eq!(answer.headers()[CONTENT_LENGTH], "5");
        assert_eq!(answer.into_body().collect().await.unwrap().to_bytes(), "as it is");
    }
}

#[tokio::test]
async fn an_answer_without_a_body_is_left_as_it_is() {
    assert_eq!(answer(ONE, "").await.headers()[CONTENT_LENGTH], "5");
    // It is not known to be empty before it is read.
    assert_eq!(read(ONE, pieces([""; 2], true)).await.unwrap(), "");
}

#[tokio::test]
async fn the_default_transport_asks_for_codings() {
    let server = Server::start().await;
    get(&HyperTransport::new().unwrap(), &server.url()).await.unwrap();
    assert!(server.header("accept-encoding")[0].contains(ONE));
}

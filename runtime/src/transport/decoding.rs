//! Decoding of compressed answers, over whatever transport they come.

mod body;
#[cfg(feature = "brotli")]
mod brotli;
#[cfg(feature = "gzip")]
mod gzip;

use std::io;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue, RANGE};
use http::{HeaderMap, Method, Request, Response};
use tower_service::Service;

use super::{BoxError, BoxFuture};
use crate::Body;

use body::Decoded;

/// A tower service that asks the service in it for compressed answers and decodes them (RFC 9110 sections 8.4 and
/// 12.5.3), with the codings of the features `gzip` and `brotli`. [`HyperTransport`](super::HyperTransport) has it
/// built in.
///
/// A decoded answer has neither `Content-Encoding` nor `Content-Length`. It is decoded while it is read, never ahead of
/// the reader, so that a small answer that decodes to a huge one costs only what is read of it.
///
/// A request that sets `Accept-Encoding` itself gets the answer as the server sent it, and so does one with `Range` or
/// the method `HEAD`. An answer with another coding, or with several, is left as it is.
#[derive(Clone, Debug)]
pub struct Decoding<S>(S);

impl<S> Decoding<S> {
    /// Decodes the answers of a service.
    pub fn new(service: S) -> Self {
        Self(service)
    }
}

impl<S, B> Service<Request<Body>> for Decoding<S>
where
    S: Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>, Future: Send + 'static>,
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    type Response = Response<Body>;
    type Error = BoxError;
    type Future = BoxFuture<Result<Response<Body>, BoxError>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let asked = ask(&mut request);
        let answer = self.0.call(request);
        Box::pin(async move {
            let answer = answer.await.map_err(Into::into)?.map(Body::new);
            Ok(if asked { decode(answer) } else { answer })
        })
    }
}

/// What undoes a coding.
///
/// `step` takes what it uses off the front of `input` and returns the next piece; an empty piece means that all of
/// `input` is used. `finish` returns what is left when the input has ended, which is an error in the middle of it.
trait Decoder: Send {
    fn step(&mut self, input: &mut Bytes) -> io::Result<Bytes>;
    fn finish(&mut self) -> io::Result<Bytes>;
}

#[cfg(all(feature = "brotli", feature = "gzip"))]
const CODINGS: &str = "gzip, br";
#[cfg(all(feature = "brotli", not(feature = "gzip")))]
const CODINGS: &str = "br";
#[cfg(not(feature = "brotli"))]
const CODINGS: &str = "gzip";

/// Adds `Accept-Encoding`, and says whether it did.
fn ask(request: &mut Request<Body>) -> bool {
    let is_head = request.method() == Method::HEAD;
    let headers = request.headers_mut();
    // A part of a compressed answer cannot be decoded by itself.
    if is_head || headers.contains_key(ACCEPT_ENCODING) || headers.contains_key(RANGE) {
        return false;
    }
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(CODINGS));
    true
}

fn decode(answer: Response<Body>) -> Response<Body> {
    let (mut head, body) = answer.into_parts();
    // The headers of an answer without a body (RFC 9110 section 15.4.5) tell of another answer.
    let decoder = if http_body::Body::is_end_stream(&body) { None } else { decoder(&head.headers) };
    let Some(decoder) = decoder else { return Response::from_parts(head, body) };
    head.headers.remove(CONTENT_ENCODING);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::new(Decoded::new(body, decoder)))
}

/// The decoder for the one coding of an answer.
fn decoder(headers: &HeaderMap) -> Option<Box<dyn Decoder>> {
    let mut codings = headers.get_all(CONTENT_ENCODING).iter();
    let coding = codings.next().filter(|_| codings.next().is_none())?.to_str().ok()?.trim().to_ascii_lowercase();
    match coding.as_str() {
        // RFC 9110 section 8.4.1.3 makes them equal.
        #[cfg(feature = "gzip")]
        "gzip" | "x-gzip" => Some(Box::new(gzip::Gzip::new())),
        #[cfg(feature = "brotli")]
        "br" => Some(Box::new(brotli::Brotli::new())),
        _ => None,
    }
}

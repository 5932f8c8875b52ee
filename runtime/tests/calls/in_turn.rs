//! A transport that answers as a list says, one entry per request.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use docwright_runtime::{Backoff, Body, BoxError, BoxFuture, Transport, http};
use tokio::time::Instant;

use crate::generated::{Client, ClientBuilder};

/// One answer.
pub(crate) type Reply = Result<http::Response<Body>, io::ErrorKind>;

/// Keeps the head of every request and the time at which it came.
#[derive(Clone)]
pub(crate) struct InTurn {
    answers: Arc<Mutex<VecDeque<Reply>>>,
    sent: Arc<Mutex<Vec<(Instant, http::request::Parts)>>>,
}

impl InTurn {
    pub(crate) fn new(answers: impl IntoIterator<Item = Reply>) -> Self {
        Self { answers: Arc::new(Mutex::new(answers.into_iter().collect())), sent: Arc::default() }
    }

    pub(crate) fn client(&self) -> Client {
        self.client_with(|builder| builder)
    }

    /// A client of this transport with further settings, which makes one attempt per call unless told otherwise.
    pub(crate) fn client_with(&self, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
        settings(Client::builder().transport(self.clone()).retry(Backoff::none())).build().unwrap()
    }

    /// The values that a header had in the requests; `-` where it was not sent.
    pub(crate) fn sent_headers(&self, name: &str) -> Vec<String> {
        let sent = self.sent.lock().unwrap();
        let value = |head: &http::request::Parts| {
            head.headers
                .get(name)
                .map_or("-".to_owned(), |value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        sent.iter().map(|(_, head)| value(head)).collect()
    }

    /// How long it took from one request to the next.
    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.sent.lock().unwrap().windows(2).map(|pair| pair[1].0 - pair[0].0).collect()
    }
}

impl Transport for InTurn {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        self.sent.lock().unwrap().push((Instant::now(), request.into_parts().0));
        let answer = self.answers.lock().unwrap().pop_front().unwrap();
        Box::pin(async move { answer.map_err(|kind| io::Error::from(kind).into()) })
    }
}

/// A 200 with a body.
pub(crate) fn ok(body: Body) -> Reply {
    Ok(http::Response::new(body))
}

/// A body that comes in these pieces, each after a while, and then ends or breaks off.
pub(crate) fn slowly(pieces: &[&'static str], after: Duration, breaks: bool) -> Body {
    let (writer, reader) = tokio::io::duplex(1024);
    let pieces = pieces.to_vec();
    tokio::spawn(write(pieces, after, writer));
    let body = Body::from_reader(reader, None);
    if breaks { body.with_length(u64::MAX) } else { body }
}

async fn write(pieces: Vec<&'static str>, after: Duration, mut writer: tokio::io::DuplexStream) {
    use tokio::io::AsyncWriteExt as _;
    for piece in pieces {
        tokio::time::sleep(after).await;
        if writer.write_all(piece.as_bytes()).await.is_err() {
            return;
        }
    }
}

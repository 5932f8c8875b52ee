//! A transport without a socket: it keeps what was sent and gives a prepared answer.

use std::sync::{Arc, Mutex};

use docwright_runtime::{Backoff, Body, BoxError, BoxFuture, Transport, http};
use http_body_util::BodyExt as _;

use crate::generated::{Client, ClientBuilder};

/// What was sent, as text: request line, headers in alphabetical order, an empty line, body.
#[derive(Clone, Default)]
pub(crate) struct Recorder {
    sent: Arc<Mutex<Vec<String>>>,
    answer: Answer,
}

#[derive(Clone)]
struct Answer {
    status: u16,
    body: &'static [u8],
}

impl Default for Answer {
    fn default() -> Self {
        Self { status: 200, body: b"[]" }
    }
}

impl Recorder {
    pub(crate) fn answering(status: u16, body: &'static [u8]) -> Self {
        Self { answer: Answer { status, body }, ..Self::default() }
    }

    /// A client of this transport, which tries nothing again, with further settings.
    pub(crate) fn client(&self, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
        let builder = Client::builder().user_agent("test").transport(self.clone()).retry(Backoff::none());
        settings(builder).build().unwrap()
    }

    /// The only request that was sent.
    #[track_caller]
    pub(crate) fn sent(&self) -> String {
        let sent = self.sent.lock().unwrap();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        sent[0].clone()
    }

    /// The values of one header of the only request, in the order they were sent.
    #[track_caller]
    pub(crate) fn sent_header(&self, name: &str) -> Vec<String> {
        let sent = self.sent();
        let head = sent.split_once("\n\n").unwrap().0;
        let values = head.lines().skip(1).filter_map(|line| line.strip_prefix(&format!("{name}: ")));
        values.map(str::to_owned).collect()
    }

    /// The address of the only request.
    #[track_caller]
    pub(crate) fn sent_url(&self) -> String {
        self.sent().split_whitespace().nth(1).unwrap().to_owned()
    }

    /// The addresses of all requests.
    pub(crate) fn all_urls(&self) -> Vec<String> {
        let sent = self.sent.lock().unwrap();
        sent.iter().map(|sent| sent.split_whitespace().nth(1).unwrap().to_owned()).collect()
    }

    pub(crate) fn is_unused(&self) -> bool {
        self.sent.lock().unwrap().is_empty()
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        let recorder = self.clone();
        Box::pin(async move {
            let text = describe(request).await?;
            recorder.sent.lock().unwrap().push(text);
            let answer = http::Response::builder().status(recorder.answer.status).header("X-Answer", "1");
            Ok(answer.body(Body::from(recorder.answer.body))?)
        })
    }
}

/// A request as text.
pub(crate) async fn describe(request: http::Request<Body>) -> Result<String, BoxError> {
    let (head, body) = request.into_parts();
    let mut headers: Vec<_> = head.headers.iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    let headers =
        headers.iter().map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())));
    let body = body.collect().await?.to_bytes();
    let head = format!("{} {}\n{}", head.method, head.uri, headers.collect::<String>());
    Ok(format!("{head}\n{}", String::from_utf8_lossy(&body)))
}

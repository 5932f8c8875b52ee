//! A transport that answers by the query and keeps what was asked.

use std::sync::{Arc, Mutex};

use docwright_runtime::{Body, BoxError, BoxFuture, Credential, Transport, http, rt};

use super::operations::{KEY, Pets};

/// A server of pets.
#[derive(Clone)]
pub(super) struct Server {
    answer: Arc<dyn Fn(Query) -> String + Send + Sync>,
    sent: Arc<Mutex<Vec<http::request::Parts>>>,
    is_slow: bool,
}

/// The query of a request.
pub(super) struct Query(String);

impl Query {
    /// The value of a parameter, as it was sent.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let pairs = self.0.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).next()
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.parse().ok()
    }
}

/// `status 503` is an answer without a body; everything else is a body.
impl Server {
    pub(super) fn new(answer: impl Fn(Query) -> String + Send + Sync + 'static) -> Self {
        Server { answer: Arc::new(answer), sent: Arc::default(), is_slow: false }
    }

    /// The same server, whose answers are not there at once.
    pub(super) fn slow(self) -> Self {
        Server { is_slow: true, ..self }
    }

    pub(super) fn pets(&self) -> Pets {
        let client = rt::ClientBuilder::new("https://pets.example/v1", "test").transport(self.clone()).build();
        Pets { client: client.unwrap() }
    }

    pub(super) fn key(&self) -> Credential {
        rt::secret(&KEY, "s3cret")
    }

    /// The queries so far.
    pub(super) fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().iter().map(|head| head.uri.query().unwrap_or_default().to_owned()).collect()
    }

    /// The addresses so far, without query.
    pub(super) fn addresses(&self) -> Vec<String> {
        let address = |head: &http::request::Parts| head.uri.to_string().split('?').next().unwrap().to_owned();
        self.sent.lock().unwrap().iter().map(address).collect()
    }

    /// The headers `X-Trace` and `X-Key` so far.
    pub(super) fn headers(&self) -> Vec<(String, String)> {
        let header = |head: &http::request::Parts, name| head.headers[name].to_str().unwrap().to_owned();
        let sent = self.sent.lock().unwrap();
        sent.iter().map(|head| (header(head, "x-trace"), header(head, "x-key"))).collect()
    }
}

impl Transport for Server {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        let server = self.clone();
        Box::pin(async move {
            if server.is_slow {
                tokio::task::yield_now().await;
            }
            let (head, _) = request.into_parts();
            let text = (server.answer)(Query(head.uri.query().unwrap_or_default().to_owned()));
            server.sent.lock().unwrap().push(head);
            match text.strip_prefix("status ") {
                Some(status) => Ok(http::Response::builder().status(status).body(Body::empty())?),
                None => Ok(http::Response::new(Body::from(text))),
            }
        })
    }
}

/// The numbers of one page: at most `size` from `skip` on, of `all`.
pub(super) fn numbers(all: i64, skip: i64, size: i64) -> Vec<i64> {
    (0..all).skip(usize::try_from(skip).unwrap()).take(usize::try_from(size).unwrap()).collect()
}

/// Pets as JSON.
pub(super) fn list(ids: &[i64]) -> String {
    let pets: Vec<_> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
    serde_json::to_string(&pets).unwrap()
}

/// A page of pets that says nothing else.
pub(super) fn page(ids: &[i64]) -> String {
    page_with(ids, "{}")
}

/// A page of pets that says of itself what the JSON says.
pub(super) fn page_with(ids: &[i64], meta: &str) -> String {
    format!(r#"{{"data":{},"meta":{meta}}}"#, list(ids))
}

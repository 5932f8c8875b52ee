//! A transport whose answers a test decides request by request.

use std::sync::{Arc, Mutex};

use docwright_runtime::{Body, BoxError, BoxFuture, Transport, http};

use crate::generated::{Client, ClientBuilder};
use crate::recorder::describe;

/// A status and a body.
pub(crate) type Reply = (u16, String);

/// Keeps every request as text and gives the answers of a function.
#[derive(Clone)]
pub(crate) struct Scripted {
    sent: Arc<Mutex<Vec<String>>>,
    answer: Arc<dyn Fn(String) -> BoxFuture<Reply> + Send + Sync>,
}

impl Scripted {
    pub(crate) fn new<F>(answer: impl Fn(String) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Reply> + Send + 'static,
    {
        Self { sent: Arc::default(), answer: Arc::new(move |request| Box::pin(answer(request))) }
    }

    /// An API that accepts everything, beside a token server that gives each of these answers once.
    pub(crate) fn with_tokens<T: Into<String>>(replies: impl IntoIterator<Item = (u16, T)>) -> Self {
        let replies: Vec<Reply> = replies.into_iter().map(|(status, body)| (status, body.into())).collect();
        let replies = Mutex::new(replies.into_iter());
        Self::new(move |request| {
            let reply = if is_token_request(&request) {
                replies.lock().unwrap().next().unwrap_or((418, String::new()))
            } else {
                ok()
            };
            async move { reply }
        })
    }

    /// A client of this transport with further settings.
    pub(crate) fn client(&self, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
        settings(Client::builder().user_agent("test").transport(self.clone())).build().unwrap()
    }

    pub(crate) fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }

    /// The bodies of the token requests.
    pub(crate) fn forms(&self) -> Vec<String> {
        let sent = self.sent();
        let forms = sent.iter().filter(|request| is_token_request(request)).map(|request| body(request));
        forms.map(str::to_owned).collect()
    }

    /// What authorised the other requests.
    pub(crate) fn authorizations(&self) -> Vec<String> {
        let sent = self.sent();
        let calls = sent.iter().filter(|request| !is_token_request(request));
        calls.map(|request| header(request, "authorization").unwrap_or("-").to_owned()).collect()
    }
}

impl Transport for Scripted {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<Result<http::Response<Body>, BoxError>> {
        let scripted = self.clone();
        Box::pin(async move {
            let request = describe(request).await?;
            scripted.sent.lock().unwrap().push(request.clone());
            let (status, body) = (scripted.answer)(request).await;
            Ok(http::Response::builder().status(status).body(Body::from(body))?)
        })
    }
}

/// The answer to a call.
pub(crate) fn ok() -> Reply {
    (200, "[]".to_owned())
}

/// The answer to a call with a stale token.
pub(crate) fn unauthorized() -> Reply {
    (401, String::new())
}

/// The answer to a token request.
pub(crate) fn token(token: &str, seconds: u64) -> Reply {
    (200, format!(r#"{{"access_token":"{token}","token_type":"Bearer","expires_in":{seconds}}}"#))
}

pub(crate) fn is_token_request(request: &str) -> bool {
    body(request).contains("grant_type=")
}

pub(crate) fn header<'r>(request: &'r str, name: &str) -> Option<&'r str> {
    let head = request.split_once("\n\n").unwrap().0;
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

fn body(request: &str) -> &str {
    request.split_once("\n\n").unwrap().1
}

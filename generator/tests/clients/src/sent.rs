//! A request as the server saw it.

use docwright_runtime::Bytes;
use docwright_runtime::http::request::Parts;
use docwright_runtime::http::{HeaderMap, Method, Uri};
use serde_json::Value;

/// A request as the server saw it.
#[derive(Debug)]
pub struct Sent {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl Sent {
    pub(crate) fn new(head: Parts, body: Bytes) -> Self {
        Self { method: head.method, uri: head.uri, headers: head.headers, body }
    }

    /// Path and query, byte for byte.
    pub fn target(&self) -> String {
        self.uri.to_string()
    }

    /// The values of a header, joined as a server may join them (RFC 9110 section 5.3).
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap());
        values.collect::<Vec<_>>().join(", ")
    }

    /// The whole request: its line, a line for every header in alphabetical order, and below an empty line the body.
    ///
    /// JSON is written with sorted keys, so that equal values are equal text. `Host` and `User-Agent` are left out, and
    /// so is `Content-Length` once it is known to be right.
    #[track_caller]
    pub fn text(&self) -> String {
        self.check_length();
        let mut headers: Vec<_> = self.headers.iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())).collect();
        headers.sort_by_key(|(name, _)| name.as_str());
        let headers: String =
            headers.iter().map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap())).collect();
        let body = match self.body.is_empty() {
            true => String::new(),
            false => format!("\n{}", self.body_text()),
        };
        format!("{} {}\n{headers}{body}", self.method, self.target())
    }

    fn body_text(&self) -> String {
        match serde_json::from_slice::<Value>(&self.body) {
            Ok(json) => json.to_string(),
            Err(_) => String::from_utf8_lossy(&self.body).into_owned(),
        }
    }

    /// A request that may have a body says how long it is, even if it is empty (RFC 9110 section 8.6).
    #[track_caller]
    fn check_length(&self) {
        let length = match (self.body.len(), &self.method) {
            (0, &Method::GET | &Method::HEAD | &Method::DELETE) => String::new(),
            (length, _) => length.to_string(),
        };
        assert_eq!(self.header("content-length"), length, "{self:?}");
    }
}

const LEFT_OUT: [&str; 3] = ["content-length", "host", "user-agent"];

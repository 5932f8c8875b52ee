//! What a script answers.

use std::future::pending;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;

use super::chunks::Chunks;
use crate::clock::pause;
use crate::{Body, BoxError, ConnectError};

/// One answer, or one way not to get any.
///
/// A status, header or body that cannot be is reported by the transport when it is the reply's turn.
#[derive(Clone, Debug)]
pub struct Reply {
    outcome: Outcome,
    delay: Duration,
    head: Head,
    body: Bytes,
    /// What comes in place of the body.
    stream: Option<Chunks>,
}

#[derive(Clone, Copy, Debug)]
enum Outcome {
    Answered,
    /// There is no connection.
    Refused,
    /// The connection breaks after the request was sent.
    Broken,
    /// Nothing comes.
    Silent,
}

#[derive(Clone, Debug)]
struct Head {
    status: StatusCode,
    headers: HeaderMap,
    /// What was wrong with them first.
    fault: Option<&'static str>,
}

impl Reply {
    /// An answer with this status, without headers and body.
    pub fn new(status: u16) -> Self {
        let (status, fault) = match StatusCode::from_u16(status) {
            Ok(status) => (status, None),
            Err(_) => (StatusCode::OK, Some("the script has a reply whose status is not of three digits")),
        };
        let head = Head { status, headers: HeaderMap::new(), fault };
        Self { outcome: Outcome::Answered, delay: Duration::ZERO, head, body: Bytes::new(), stream: None }
    }

    /// There is no connection, so nothing is sent.
    pub fn refused() -> Self {
        Self { outcome: Outcome::Refused, ..Self::new(500) }
    }

    /// The request arrives, and the connection breaks before an answer.
    pub fn broken() -> Self {
        Self { outcome: Outcome::Broken, ..Self::new(500) }
    }

    /// The request arrives, and nothing ever comes back.
    pub fn silent() -> Self {
        Self { outcome: Outcome::Silent, ..Self::new(500) }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => drop(self.head.headers.append(name, value)),
            _ => self.head.fault = self.head.fault.or(Some("the script has a reply with a malformed header")),
        }
        self
    }

    /// A body that comes in one piece.
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        self.body = bytes.into();
        self
    }

    /// A body of JSON, with its `Content-Type`.
    pub fn json(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => self.body = json.into(),
            Err(_) => {
                self.head.fault = self.head.fault.or(Some("the script has a reply that cannot be written as JSON"))
            }
        }
        self.head.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self
    }

    /// A body that comes piece by piece, with its length unknown.
    pub fn stream(mut self, pieces: impl IntoIterator<Item = impl Into<Bytes>>) -> Self {
        self.chunks().pieces = pieces.into_iter().map(Into::into).collect();
        self
    }

    /// Waits before each piece of a stream and before its end.
    pub fn stream_delay(mut self, delay: Duration) -> Self {
        self.chunks().delay = delay;
        self
    }

    /// Ends a stream with a failure in place of its end.
    pub fn stream_broken(mut self) -> Self {
        self.chunks().broken = true;
        self
    }

    /// Waits before the answer, or before the failure.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn chunks(&mut self) -> &mut Chunks {
        self.stream.get_or_insert_default()
    }

    /// What happens before a request can be sent.
    pub(super) async fn connect(&self) -> Result<(), BoxError> {
        match self.outcome {
            Outcome::Refused => {
                pause(self.delay).await?;
                Err(ConnectError::new(io::Error::from(io::ErrorKind::ConnectionRefused)).into())
            }
            Outcome::Answered | Outcome::Broken | Outcome::Silent => Ok(()),
        }
    }

    /// What happens after a request was sent.
    pub(super) async fn answer(self) -> Result<http::Response<Body>, BoxError> {
        pause(self.delay).await?;
        match self.outcome {
            Outcome::Answered => {}
            Outcome::Silent => pending().await,
            Outcome::Refused | Outcome::Broken => return Err(io::Error::from(io::ErrorKind::ConnectionReset).into()),
        }
        let Head { status, headers, fault } = self.head;
        if let Some(fault) = fault {
            return Err(fault.into());
        }
        let body = self.stream.map_or_else(|| self.body.into(), Chunks::into_body);
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

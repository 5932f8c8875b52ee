//! The end of building a request: what the answer is decoded as.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::Request;
use crate::error::Mismatch;
use crate::{BoxError, Call};

impl Request {
    /// A call whose answer has no documented body. What comes is kept in [`Response::raw`](crate::Response::raw).
    pub fn empty(self) -> Call<()> {
        self.decode_by(|_| Ok(()))
    }

    /// A call whose answer is JSON. An empty body is read as `null`, so that `Option` and `Value` work with 204.
    pub fn decode<T: DeserializeOwned>(mut self) -> Call<T> {
        self.accept = Some("application/json");
        self.decode_by(|raw| decode_json(raw).map_err(|error| Mismatch::new(&error, raw).into()))
    }

    /// A call whose answer is text in UTF-8.
    pub fn text(self) -> Call<String> {
        self.decode_by(|raw| Ok(std::str::from_utf8(raw)?.to_owned()))
    }

    /// A call whose answer is bytes.
    pub fn bytes(self) -> Call<Bytes> {
        self.decode_by(|raw| Ok(raw.clone()))
    }

    fn decode_by<T>(self, decode: fn(&Bytes) -> Result<T, BoxError>) -> Call<T> {
        Call { request: Box::new(self), decode }
    }
}

/// Reads a JSON body, an empty one as `null`.
pub(crate) fn decode_json<T: DeserializeOwned>(raw: &Bytes) -> serde_json::Result<T> {
    serde_json::from_slice(if raw.is_empty() { b"null" } else { raw })
}

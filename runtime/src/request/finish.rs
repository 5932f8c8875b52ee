//! The end of building a request: what the answer is decoded as.

use std::convert::identity;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Draft, Request};
use crate::error::Mismatch;
use crate::{BoxError, Call};

impl Draft {
    /// The answer has no documented body. What comes is kept in [`Response::raw`](crate::Response::raw).
    pub fn empty<C>(self, call: fn(Call<()>) -> C) -> C {
        self.decode_by(|_| Ok(()), call)
    }

    /// The answer is JSON. An empty body is read as `null`, so that `Option` and `Value` work with 204, and a byte order
    /// mark is passed over (RFC 8259 section 8.1).
    pub fn decode<T: DeserializeOwned, C>(mut self, call: fn(Call<T>) -> C) -> C {
        self.0.accept = Some("application/json");
        self.decode_by(|raw| decode_json(raw).map_err(|error| Mismatch::new(&error, without_mark(raw)).into()), call)
    }

    /// The answer is text in UTF-8. Another `charset` that its `Content-Type` may name is not looked at.
    pub fn text<C>(self, call: fn(Call<String>) -> C) -> C {
        self.decode_by(|raw| Ok(std::str::from_utf8(raw)?.to_owned()), call)
    }

    /// The answer is bytes.
    pub fn bytes<C>(self, call: fn(Call<Bytes>) -> C) -> C {
        self.decode_by(|raw| Ok(raw.clone()), call)
    }

    fn decode_by<T, C>(self, decode: fn(&Bytes) -> Result<T, BoxError>, call: fn(Call<T>) -> C) -> C {
        call(Call { request: self.0, decode })
    }
}

impl Request {
    /// A call whose answer has no documented body, as [`Draft::empty`] makes it.
    pub fn empty(self) -> Call<()> {
        self.draft().empty(identity)
    }

    /// A call whose answer is JSON, as [`Draft::decode`] makes it.
    pub fn decode<T: DeserializeOwned>(self) -> Call<T> {
        self.draft().decode(identity)
    }

    /// A call whose answer is text in UTF-8.
    pub fn text(self) -> Call<String> {
        self.draft().text(identity)
    }

    /// A call whose answer is bytes.
    pub fn bytes(self) -> Call<Bytes> {
        self.draft().bytes(identity)
    }

    fn draft(self) -> Draft {
        Draft(Box::new(self))
    }
}

/// Reads a JSON body, an empty one as `null`.
pub(crate) fn decode_json<T: DeserializeOwned>(raw: &Bytes) -> serde_json::Result<T> {
    let json = without_mark(raw);
    serde_json::from_slice(if json.is_empty() { b"null" } else { json })
}

/// What follows the byte order mark of UTF-8, if there is one.
fn without_mark(raw: &[u8]) -> &[u8] {
    raw.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw)
}

//! The body of a request, in each of the media types that can be written.
//!
//! A body replaces an earlier body of another kind. What cannot be encoded is kept as a fault until the call is sent.

use bytes::Bytes;
use serde::Serialize;

use super::Request;
use super::content::Content;
use super::payload::Payload;
use crate::Body;
use crate::encode::form::{self, FieldValue};
use crate::encode::multipart::Part;

impl Request {
    /// A body of `application/json`.
    pub fn json(&mut self, value: &(impl Serialize + ?Sized)) {
        self.json_as("application/json", value);
    }

    /// A body of JSON under another media type, such as `application/merge-patch+json`.
    pub fn json_as(&mut self, media_type: &str, value: &(impl Serialize + ?Sized)) {
        self.payload = Payload::json(media_type, value);
    }

    /// A body of text, sent as UTF-8.
    pub fn text_as(&mut self, media_type: &str, text: &str) {
        self.bytes_as(media_type, text.to_owned());
    }

    /// A body of bytes.
    pub fn bytes_as(&mut self, media_type: &str, bytes: impl Into<Bytes>) {
        self.payload = Payload::bytes(media_type, bytes.into());
    }

    /// A body that is read while it is sent, and so only once: the call is neither retried nor redirected.
    pub fn stream_as(&mut self, media_type: &str, body: Body) {
        self.payload = Payload::content(media_type, Content::stream(body));
    }

    /// A field of an `application/x-www-form-urlencoded` body: a list repeats the name, an object is JSON.
    ///
    /// A later call with the same name replaces the earlier value.
    pub fn form(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        let values = form::values(value).map_err(|fault| fault.within("form field", name));
        self.payload.change_form(|fields| fields.set(name, values.map(some_if_any)));
    }

    /// A field of a `multipart/form-data` body: a list gives several parts, an object is a part of JSON.
    ///
    /// A later call with the same name replaces the earlier value.
    pub fn part(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        let part = |value: FieldValue| Part::field(name, value);
        let parts = form::values(value).map(|values| values.into_iter().map(part).collect::<Vec<_>>());
        let parts = parts.map_err(|fault| fault.within("form field", name));
        self.payload.change_multipart(|all| all.set(name, parts.map(some_if_any)));
    }

    /// A file of a `multipart/form-data` body. A later call with the same name adds another file (RFC 7578
    /// section 4.3).
    pub fn file_part(&mut self, name: &'static str, file_name: &str, content_type: &str, bytes: impl Into<Bytes>) {
        let part = Part::file(name, file_name, content_type, bytes.into());
        self.payload.change_multipart(|parts| parts.add(name, part));
    }
}

fn some_if_any<T>(values: Vec<T>) -> Option<Vec<T>> {
    (!values.is_empty()).then_some(values)
}

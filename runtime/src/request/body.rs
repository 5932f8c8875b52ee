//! The body of a request, in each of the media types that can be written.
//!
//! A body replaces an earlier body of another kind. What cannot be encoded is kept as a fault until the call is sent.

use bytes::Bytes;
use serde::Serialize;

use super::Request;
use super::payload::Payload;
use crate::body::{Body, FilePart};
use crate::encode::Fault;
use crate::encode::deep::deep;
use crate::encode::form::{self, FieldValue};
use crate::encode::multipart::Part;
use crate::encode::plain::plain;

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
        self.body_as(media_type, bytes.into());
    }

    /// A body of whatever makes one: bytes, a file, a stream.
    pub fn body_as(&mut self, media_type: &str, body: impl Into<Body>) {
        self.payload = Payload::body(media_type, body.into().into());
    }

    /// A field of an `application/x-www-form-urlencoded` body: a list repeats the name, an object is JSON.
    ///
    /// A later call with the same name replaces the earlier value.
    pub fn form(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_form(name, form::values(value));
    }

    /// A field of an `application/x-www-form-urlencoded` body whose list or object is one value, with `separator`
    /// between the items: the styles of [`query_joined`](Self::query_joined).
    pub fn form_joined(&mut self, name: &'static str, separator: char, value: &(impl Serialize + ?Sized)) {
        self.set_form(name, plain(value).map(|value| form::joined(separator, value)).map_err(Fault::from));
    }

    /// A field of an `application/x-www-form-urlencoded` body that gives a pair per item or property: style `form` with
    /// `explode`.
    pub fn form_exploded(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_form(name, plain(value).map(form::exploded).map_err(Fault::from));
    }

    /// A field of an `application/x-www-form-urlencoded` body that is an object: style `deepObject`.
    pub fn form_deep(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_form(name, deep(value).map(|value| form::deep(name, &value)));
    }

    /// A field of a `multipart/form-data` body: a list gives several parts, an object is a part of JSON.
    ///
    /// A later call with the same name replaces the earlier value.
    pub fn part(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_parts(name, form::values(value));
    }

    /// A field of a `multipart/form-data` body whose list or object is one value, with `separator` between the items.
    pub fn part_joined(&mut self, name: &'static str, separator: char, value: &(impl Serialize + ?Sized)) {
        self.set_parts(name, plain(value).map(|value| form::joined(separator, value)).map_err(Fault::from));
    }

    /// A file of a `multipart/form-data` body. A later call with the same name adds another file (RFC 7578
    /// section 4.3).
    pub fn file_part(&mut self, name: &'static str, file_name: &str, content_type: &str, bytes: impl Into<Bytes>) {
        let file = FilePart::new(bytes.into()).file_name(file_name).content_type(content_type);
        self.payload.change_multipart(|parts| parts.add(name, Part::file(name, file)));
    }

    /// The file of a field of a `multipart/form-data` body. A later call with the same name replaces it.
    pub fn file(&mut self, name: &'static str, file: impl Into<FilePart>) {
        self.files(name, [file]);
    }

    /// The files of a field of a `multipart/form-data` body, each a part of its own (RFC 7578 section 4.3). A later
    /// call with the same name replaces them.
    pub fn files(&mut self, name: &'static str, files: impl IntoIterator<Item = impl Into<FilePart>>) {
        let parts: Result<Vec<Part>, _> = files.into_iter().map(|file| Part::file(name, file.into())).collect();
        self.payload.change_multipart(|all| all.set(name, parts.map(some_if_any)));
    }

    fn set_form(&mut self, name: &'static str, values: Result<Vec<FieldValue>, Fault>) {
        let values = values.map_err(|fault| fault.within("form field", name));
        self.payload.change_form(|fields| fields.set(name, values.map(some_if_any)));
    }

    fn set_parts(&mut self, name: &'static str, values: Result<Vec<FieldValue>, Fault>) {
        let part = |value: FieldValue| Part::field(name, value);
        let parts = values.map(|values| values.into_iter().map(part).collect::<Vec<_>>());
        let parts = parts.map_err(|fault| fault.within("form field", name));
        self.payload.change_multipart(|all| all.set(name, parts.map(some_if_any)));
    }
}

fn some_if_any<T>(values: Vec<T>) -> Option<Vec<T>> {
    (!values.is_empty()).then_some(values)
}

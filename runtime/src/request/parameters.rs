//! The parameters of a request. Each kind is encoded in its default style (OpenAPI 3.1 section 4.8.12.2) unless its
//! method says otherwise.
//!
//! A later call with the same name replaces the earlier value, and an absent value (`None`, `()`) takes it away. What
//! cannot be encoded is kept as a fault until the call is sent.
//!
//! Only turning a value into a [`Plain`] is generic, so that the rest is compiled once.

use serde::Serialize;

use super::Request;
use crate::encode::plain::{NotPlain, Plain, plain};
use crate::encode::{Fault, cookie, header, path, query};

impl Request {
    /// The value of `{name}` in the path template: style `simple`.
    pub fn path(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_path(name, plain(value));
    }

    /// A query parameter: style `form` with `explode`.
    pub fn query(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_query(name, plain(value));
    }

    /// A query parameter whose list is one value, with `separator` between the items: style `form` without `explode` (`,`),
    /// `spaceDelimited` (a space) or `pipeDelimited` (`|`).
    pub fn query_joined(&mut self, name: &'static str, separator: char, value: &(impl Serialize + ?Sized)) {
        self.set_query_joined(name, separator, plain(value));
    }

    /// A header parameter: style `simple`. One called `Accept` or `Content-Type` replaces ours.
    pub fn header(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_header(name, plain(value));
    }

    /// A cookie parameter: style `form`.
    pub fn cookie(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_cookie(name, plain(value));
    }

    fn set_path(&mut self, name: &'static str, value: Result<Plain, NotPlain>) {
        let encoded = value.map_err(Fault::from).and_then(path::encode).map(Some);
        self.path.set(name, encoded.map_err(|fault| fault.within("path parameter", name)));
    }

    fn set_query(&mut self, name: &'static str, value: Result<Plain, NotPlain>) {
        let encoded = value.map(|value| query::encode(name, value));
        self.query.set(name, encoded.map_err(|error| Fault::from(error).within("query parameter", name)));
    }

    fn set_query_joined(&mut self, name: &'static str, separator: char, value: Result<Plain, NotPlain>) {
        let encoded = value.map(|value| query::encode_joined(name, separator, value));
        self.query.set(name, encoded.map_err(|error| Fault::from(error).within("query parameter", name)));
    }

    fn set_header(&mut self, name: &'static str, value: Result<Plain, NotPlain>) {
        let value = value.map_err(|error| Fault::from(error).within("header", name));
        self.headers.set(name, value.and_then(|value| header::encode(name, value)));
    }

    fn set_cookie(&mut self, name: &'static str, value: Result<Plain, NotPlain>) {
        let encoded = value.map_err(Fault::from).and_then(|value| cookie::encode(name, value));
        self.cookies.set(name, encoded.map_err(|fault| fault.within("cookie parameter", name)));
    }
}

//! The parameters of a request. Each kind is encoded in its default style (OpenAPI 3.1 section 4.8.12, "Style Values")
//! unless its method says otherwise.
//!
//! A later call with the same name replaces the earlier value, and an absent value (`None`, `()`) takes it away. What
//! cannot be encoded is kept as a fault until the call is sent.
//!
//! Only turning a value into a [`Plain`] or a [`Deep`] is generic, so that the rest is compiled once.

use serde::Serialize;

use super::Request;
use crate::encode::deep::{Deep, deep};
use crate::encode::path::PathStyle;
use crate::encode::plain::{NotPlain, Plain, plain};
use crate::encode::{Fault, cookie, header, path, query};

impl Request {
    /// The value of `{name}` in the path template: style `simple`.
    pub fn path(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_path(name, PathStyle::Simple, plain(value));
    }

    /// The value of `{name}` in the path template, in a style of its own.
    pub fn path_as(&mut self, name: &'static str, style: PathStyle, value: &(impl Serialize + ?Sized)) {
        self.set_path(name, style, plain(value));
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

    /// A query parameter that is an object: style `deepObject`.
    pub fn query_deep(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_query_deep(name, deep(value));
    }

    /// A header parameter: style `simple`. One called `Accept` or `Content-Type` replaces ours.
    pub fn header(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_header(name, false, plain(value));
    }

    /// A header parameter: style `simple` with `explode`.
    pub fn header_exploded(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_header(name, true, plain(value));
    }

    /// A cookie parameter: style `form` with `explode`.
    pub fn cookie(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_cookie(name, plain(value), cookie::encode);
    }

    /// A cookie parameter whose list or object is one value: style `form` without `explode`.
    pub fn cookie_joined(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.set_cookie(name, plain(value), cookie::encode_joined);
    }

    fn set_path(&mut self, name: &'static str, style: PathStyle, value: Result<Plain, NotPlain>) {
        let encoded = value.map_err(Fault::from).and_then(|value| path::encode(name, style, value)).map(Some);
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

    fn set_query_deep(&mut self, name: &'static str, value: Result<Deep, Fault>) {
        let encoded = value.map(|value| query::encode_deep(name, &value));
        self.query.set(name, encoded.map_err(|fault| fault.within("query parameter", name)));
    }

    fn set_header(&mut self, name: &'static str, explode: bool, value: Result<Plain, NotPlain>) {
        let value = value.map_err(|error| Fault::from(error).within("header", name));
        self.headers.set(name, value.and_then(|value| header::encode(name, explode, value)));
    }

    fn set_cookie(
        &mut self,
        name: &'static str,
        value: Result<Plain, NotPlain>,
        encode: fn(&str, Plain) -> Result<Option<String>, Fault>,
    ) {
        let encoded = value.map_err(Fault::from).and_then(|value| encode(name, value));
        self.cookies.set(name, encoded.map_err(|fault| fault.within("cookie parameter", name)));
    }
}

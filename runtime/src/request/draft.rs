//! A request in the making, as generated code writes it: one expression from the operation to the call.

use serde::Serialize;

use super::Request;
use crate::body::{Body, FilePart};
use crate::client::Client;
use crate::encode::path::PathStyle;
use crate::operation::Operation;

/// A [`Request`] whose arguments are set in a chain. The end of the chain says what the answer is, and takes the type
/// that the call is to be of.
#[derive(Debug)]
pub struct Draft(pub(super) Box<Request>);

impl Draft {
    /// Begins a call of an operation. It holds the client, not a borrow of it.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self(Box::new(Request::new(client, operation)))
    }
}

/// Gives a draft the methods of the request that set an argument.
macro_rules! arguments {
    ($($method:ident($($argument:ident: $type:ty),+);)+) => {
        impl Draft {
            $(
                #[doc = concat!("As [`Request::", stringify!($method), "`].")]
                pub fn $method(mut self, $($argument: $type),+) -> Self {
                    self.0.$method($($argument),+);
                    self
                }
            )+
        }
    };
}

arguments! {
    path(name: &'static str, value: &(impl Serialize + ?Sized));
    path_as(name: &'static str, style: PathStyle, value: &(impl Serialize + ?Sized));
    query(name: &'static str, value: &(impl Serialize + ?Sized));
    query_joined(name: &'static str, separator: char, value: &(impl Serialize + ?Sized));
    query_deep(name: &'static str, value: &(impl Serialize + ?Sized));
    header(name: &'static str, value: &(impl Serialize + ?Sized));
    header_exploded(name: &'static str, value: &(impl Serialize + ?Sized));
    cookie(name: &'static str, value: &(impl Serialize + ?Sized));
    cookie_joined(name: &'static str, value: &(impl Serialize + ?Sized));
    json(value: &(impl Serialize + ?Sized));
    json_as(media_type: &str, value: &(impl Serialize + ?Sized));
    text_as(media_type: &str, text: &str);
    body_as(media_type: &str, body: impl Into<Body>);
    form(name: &'static str, value: &(impl Serialize + ?Sized));
    form_joined(name: &'static str, separator: char, value: &(impl Serialize + ?Sized));
    form_exploded(name: &'static str, value: &(impl Serialize + ?Sized));
    form_deep(name: &'static str, value: &(impl Serialize + ?Sized));
    part(name: &'static str, value: &(impl Serialize + ?Sized));
    part_joined(name: &'static str, separator: char, value: &(impl Serialize + ?Sized));
    file(name: &'static str, file: impl Into<FilePart>);
    files(name: &'static str, files: impl IntoIterator<Item = impl Into<FilePart>>);
}

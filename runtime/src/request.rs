//! A request as generated code builds it: arguments, each encoded for its place.

mod arguments;
mod authorise;
mod body;
mod content;
mod finish;
mod parameters;
mod payload;
mod prepare;

use std::fmt;

use http::{HeaderName, HeaderValue};

use crate::Error;
use crate::client::Client;
use crate::error::{Kind, Origin};
use crate::operation::Operation;
use crate::options::Options;

use arguments::Arguments;
use payload::Payload;

pub(crate) use finish::decode_json;
pub(crate) use prepare::Prepared;

/// The arguments of one call, set one after another. The HTTP request is built from it when it is sent, so that it could
/// be built again.
pub struct Request {
    client: Client,
    operation: &'static Operation,
    path: Arguments<String>,
    query: Arguments<String>,
    headers: Arguments<(HeaderName, HeaderValue)>,
    cookies: Arguments<String>,
    payload: Payload,
    /// The `Accept` header of operations whose docs give none.
    accept: Option<&'static str>,
    options: Options,
}

impl Request {
    /// A request without arguments. It holds the client, not a borrow of it.
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self {
            client: client.clone(),
            operation,
            path: Arguments::default(),
            query: Arguments::default(),
            headers: Arguments::default(),
            cookies: Arguments::default(),
            payload: Payload::default(),
            accept: None,
            options: Options::default(),
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// An error of this call; `prepared` is what was sent, if the arguments could be encoded.
    pub(crate) fn error(&self, kind: Kind, prepared: Option<&Prepared>) -> Error {
        Error::new(kind).with_origin(self.origin(prepared))
    }

    fn origin(&self, prepared: Option<&Prepared>) -> Origin {
        let Operation { method, path, .. } = self.operation;
        let url = prepared.and_then(Prepared::url_without_query);
        Origin { method: method.clone(), template: path, url }
    }
}

/// Names the operation, never an argument.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &format_args!("{} {}", self.operation.method, self.operation.path))
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

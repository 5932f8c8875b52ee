//! From arguments to an HTTP request.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use tokio::time::Instant;

use super::Request;
use crate::body::{Outgoing, Pulse};
use crate::encode::{Fault, cookie, header, path};
use crate::error::Kind;
use crate::{Body, Error};

/// Everything that is sent but the credentials, in a form that can be sent more than once, unless its body is a stream.
/// Arguments may be secrets too, so it has no `Debug`.
///
/// Of the headers it has those whose encoding can fail. The rest is added when a request is built from it: nearly always
/// that is done once, and to copy a map of headers costs as much as to build it.
pub(crate) struct Prepared {
    uri: Uri,
    accept: Option<HeaderValue>,
    content_type: Option<HeaderValue>,
    cookies: Option<HeaderValue>,
    body: Outgoing,
    /// When the body last moved; `None` if it is bytes in memory, which are handed on as a whole.
    pulse: Option<Pulse>,
    /// Whether the server refused the credentials of this call before.
    was_refused: AtomicBool,
}

impl Request {
    /// Puts the arguments and the settings of client and call together.
    ///
    /// # Errors
    ///
    /// If one of them could not be encoded; [`Error::is_request`] is then true.
    pub(crate) fn prepare(&self) -> Result<Prepared, Error> {
        let error = |fault| self.error(Kind::Request(fault), None);
        let accept = self.operation.accept.or(self.accept).map(constant).transpose().map_err(error)?;
        let (content_type, body) = self.payload.encode().map_err(error)?.unzip();
        let body = body.unwrap_or_else(|| Outgoing::Bytes(Bytes::new()));
        let cookies = self.cookies().map_err(error)?;
        self.check_headers().map_err(error)?;
        let uri = self.uri().map_err(error)?;
        let pulse = body.bytes().is_none().then(Pulse::default);
        Ok(Prepared { uri, accept, content_type, cookies, body, pulse, was_refused: AtomicBool::new(false) })
    }

    fn uri(&self) -> Result<Uri, Fault> {
        let value = |name: &str| Ok(self.path.get(name)?.map(String::as_str));
        let base_url = &self.client.shared().base_url;
        let mut address = path::fill(base_url.path(), self.operation.path, value)?;
        for (_, pairs) in self.query.all()? {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(pairs);
        }
        base_url.with_path(address).ok_or_else(|| Fault::new("the address is too long or malformed"))
    }

    fn check_headers(&self) -> Result<(), Fault> {
        self.headers.all()?;
        self.options().fault.clone().map_or(Ok(()), Err)
    }

    /// The names of the headers that no credential replaces: those of parameters and of the call.
    pub(super) fn fixed(&self) -> impl Iterator<Item = &HeaderName> {
        // A cookie of the arguments and one of a credential go into one header.
        let parameters = self.headers.valid().map(|(name, _)| name).filter(|name| **name != COOKIE);
        parameters.chain(self.options().headers.iter().map(|(name, _)| name))
    }

    /// Joins all cookies into one header, since there can be only one (RFC 6265 section 5.4).
    fn cookies(&self) -> Result<Option<HeaderValue>, Fault> {
        let cookies = self.cookies.all()?;
        if cookies.is_empty() {
            return Ok(None);
        }
        let weaker = self.headers.all()?.into_iter().map(|(_, header)| header).rfind(|(name, _)| *name == COOKIE);
        let set = weaker.map(|(_, value)| value).or_else(|| self.client.shared().headers.get(COOKIE));
        let cookies = cookies.iter().map(|(_, pairs)| pairs.as_bytes());
        let pairs: Vec<&[u8]> = set.map(HeaderValue::as_bytes).into_iter().chain(cookies).collect();
        header::value(pairs.join(cookie::SEPARATOR.as_bytes())).map(header::sensitive).map(Some)
    }

    /// A request to send, without credentials: those come between the defaults and the headers that are fixed.
    pub(crate) fn to_http(&self, prepared: &Prepared) -> http::Request<Body> {
        let mut request = http::Request::new(prepared.body.next(prepared.pulse.as_ref()));
        *request.method_mut() = self.operation.method.clone();
        *request.uri_mut() = prepared.uri.clone();
        self.add_headers(prepared, request.headers_mut());
        request
    }

    /// Adds headers from the weakest to the strongest: defaults, ours, parameters, cookies, overrides of the call.
    fn add_headers(&self, prepared: &Prepared, headers: &mut HeaderMap) {
        let defaults = &self.client.shared().headers;
        // With room for ours, a credential and `Host`, so that it does not grow.
        headers.reserve(defaults.len() + self.fixed().count() + 5);
        let mut add = |name: &HeaderName, value: &HeaderValue| drop(headers.insert(name.clone(), value.clone()));
        defaults.iter().for_each(|(name, value)| add(name, value));
        prepared.accept.iter().for_each(|value| add(&ACCEPT, value));
        match &prepared.content_type {
            Some(value) => add(&CONTENT_TYPE, value),
            // A server may refuse these methods with 411 unless it is told that no body follows (RFC 9110 section 8.6).
            None if [Method::POST, Method::PUT, Method::PATCH].contains(&self.operation.method) => {
                add(&CONTENT_LENGTH, &HeaderValue::from_static("0"));
            }
            None => {}
        }
        self.headers.valid().for_each(|(name, value)| add(name, value));
        prepared.cookies.iter().for_each(|value| add(&COOKIE, value));
        self.options().headers.iter().for_each(|(name, value)| add(name, value));
    }
}

/// A header value that stands in the program, and so is not copied.
fn constant(text: &'static str) -> Result<HeaderValue, Fault> {
    HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes())).or_else(|_| header::value(text))
}

impl Prepared {
    /// Whether it can be sent more than once; not every stream can.
    pub(crate) fn is_replayable(&self) -> bool {
        self.body.is_replayable()
    }

    /// When a piece of the body was taken last, by this attempt or an earlier one; `None` for bytes in memory.
    pub(crate) fn last_piece(&self) -> Option<Instant> {
        self.pulse.as_ref()?.last()
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The bytes of the body; `None` if it is a stream.
    pub(super) fn bytes(&self) -> Option<&Bytes> {
        self.body.bytes()
    }

    /// True the first time it is asked.
    pub(super) fn is_first_refusal(&self) -> bool {
        !self.was_refused.swap(true, Ordering::Relaxed)
    }

    /// The address as errors may show it.
    pub(crate) fn url_without_query(&self) -> Option<Uri> {
        let mut parts = self.uri.clone().into_parts();
        parts.path_and_query = Some(self.uri.path().parse().ok()?);
        Uri::from_parts(parts).ok()
    }
}

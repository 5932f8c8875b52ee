//! From arguments to an HTTP request.

use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::Request;
use crate::body::Outgoing;
use crate::encode::{Fault, cookie, header, path};
use crate::error::Kind;
use crate::{Body, Error};

/// Everything that is sent but the credentials, in a form that can be sent more than once, unless its body is a stream.
/// Arguments may be secrets too, so it has no `Debug`.
pub(crate) struct Prepared {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    /// The headers that no credential replaces: those of the arguments and of the call.
    fixed: Vec<HeaderName>,
    body: Outgoing,
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
        self.try_prepare().map_err(|fault| self.error(Kind::Request(fault), None))
    }

    fn try_prepare(&self) -> Result<Prepared, Fault> {
        let mut headers = self.client.shared().headers.clone();
        if let Some(accept) = self.operation.accept.or(self.accept) {
            headers.insert(ACCEPT, header::value(accept)?);
        }
        let body = self.add_body(&mut headers)?;
        let fixed = self.add_headers(&mut headers)?;
        let (method, uri) = (self.operation.method.clone(), self.uri()?);
        Ok(Prepared { method, uri, headers, fixed, body, was_refused: AtomicBool::new(false) })
    }

    /// The body, after the headers that describe it.
    fn add_body(&self, headers: &mut HeaderMap) -> Result<Outgoing, Fault> {
        if let Some((content_type, body)) = self.payload.encode()? {
            headers.insert(CONTENT_TYPE, content_type);
            return Ok(body);
        }
        // A server may refuse these methods with 411 unless it is told that no body follows (RFC 9110 section 8.6).
        if [Method::POST, Method::PUT, Method::PATCH].contains(&self.operation.method) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        Ok(Outgoing::Bytes(Bytes::new()))
    }

    fn uri(&self) -> Result<Uri, Fault> {
        let values = self.path.all()?;
        let value = |name: &str| values.iter().find(|(set, _)| *set == name).map(|(_, value)| value.as_str());
        let mut url = self.client.shared().base_url.join(&path::fill(self.operation.path, value)?);
        for (_, pairs) in self.query.all()? {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pairs);
        }
        url.parse().map_err(|_| Fault::new("the address is too long or malformed"))
    }

    /// Adds headers from the weakest to the strongest: parameters, cookies, overrides of the call. Credentials come
    /// between the defaults and these, so the names of these are returned.
    fn add_headers(&self, headers: &mut HeaderMap) -> Result<Vec<HeaderName>, Fault> {
        let mut fixed = Vec::new();
        for (_, (name, value)) in self.headers.all()? {
            headers.insert(name.clone(), value.clone());
            // A cookie of the arguments and one of a credential go into one header.
            fixed.extend((name != COOKIE).then(|| name.clone()));
        }
        self.add_cookies(headers)?;
        if let Some(fault) = &self.options.fault {
            return Err(fault.clone());
        }
        for (name, value) in &self.options.headers {
            headers.insert(name.clone(), value.clone());
            fixed.push(name.clone());
        }
        Ok(fixed)
    }

    /// Joins all cookies into one header, since there can be only one (RFC 6265 section 5.4).
    fn add_cookies(&self, headers: &mut HeaderMap) -> Result<(), Fault> {
        let set = headers.get(COOKIE).cloned();
        let arguments = self.cookies.all()?;
        let arguments = arguments.iter().map(|(_, pairs)| pairs.as_bytes());
        let pairs: Vec<&[u8]> = set.iter().map(|value| value.as_bytes()).chain(arguments).collect();
        if !pairs.is_empty() {
            let joined = header::value(pairs.join(cookie::SEPARATOR.as_bytes()))?;
            headers.insert(COOKIE, header::sensitive(joined));
        }
        Ok(())
    }
}

impl Prepared {
    /// Whether it can be sent more than once; not every stream can.
    pub(crate) fn is_replayable(&self) -> bool {
        self.body.is_replayable()
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The headers that no credential replaces.
    pub(super) fn fixed(&self) -> &[HeaderName] {
        &self.fixed
    }

    /// The bytes of the body; `None` if it is a stream.
    pub(super) fn bytes(&self) -> Option<&Bytes> {
        self.body.bytes()
    }

    /// True the first time it is asked.
    pub(super) fn is_first_refusal(&self) -> bool {
        !self.was_refused.swap(true, Ordering::Relaxed)
    }

    /// A request for one attempt, without credentials. Reading its body fails if that is a stream which an earlier
    /// attempt has sent.
    pub(crate) fn to_http(&self) -> http::Request<Body> {
        let mut request = http::Request::new(self.body.next());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        request
    }

    /// The address as errors may show it.
    pub(crate) fn url_without_query(&self) -> Option<Uri> {
        let mut parts = self.uri.clone().into_parts();
        parts.path_and_query = Some(self.uri.path().parse().ok()?);
        Uri::from_parts(parts).ok()
    }
}

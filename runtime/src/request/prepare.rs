//! From arguments to an HTTP request.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderValue, Method, Uri};

use super::Request;
use crate::auth::{Carried, carry, select};
use crate::encode::{Fault, cookie, header, path};
use crate::error::Kind;
use crate::{Body, Error};

/// Everything that is sent, in a form that can be sent more than once. It holds secrets, so it has no `Debug`.
pub(crate) struct Prepared {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

impl Request {
    /// Puts the arguments, the credentials and the settings of client and call together.
    ///
    /// # Errors
    ///
    /// If one of them could not be encoded; [`Error::is_request`] is then true.
    pub(crate) fn prepare(&self) -> Result<Prepared, Error> {
        self.try_prepare().map_err(|fault| self.error(Kind::Request(fault), None))
    }

    fn try_prepare(&self) -> Result<Prepared, Fault> {
        let credentials = self.credentials()?;
        let mut headers = self.client.shared().headers.clone();
        if let Some(accept) = self.operation.accept.or(self.accept) {
            headers.insert(ACCEPT, header::value(accept)?);
        }
        let body = self.add_body(&mut headers)?;
        self.add_headers(&mut headers, &credentials)?;
        Ok(Prepared { method: self.operation.method.clone(), uri: self.uri(&credentials)?, headers, body })
    }

    /// The body, after the headers that describe it.
    fn add_body(&self, headers: &mut HeaderMap) -> Result<Bytes, Fault> {
        if let Some((content_type, body)) = self.payload.encode()? {
            headers.insert(CONTENT_TYPE, content_type);
            return Ok(body);
        }
        // A server may refuse these methods with 411 unless it is told that no body follows (RFC 9110 section 8.6).
        if [Method::POST, Method::PUT, Method::PATCH].contains(&self.operation.method) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        Ok(Bytes::new())
    }

    /// The credentials that the operation lists and the call has.
    fn credentials(&self) -> Result<Vec<Carried>, Fault> {
        let held = &self.client.shared().credentials;
        let selected = select(self.operation.security, |scheme| self.options.credential(held, scheme));
        selected.into_iter().map(carry).collect()
    }

    fn uri(&self, credentials: &[Carried]) -> Result<Uri, Fault> {
        let values = self.path.all()?;
        let value = |name: &str| values.iter().find(|(set, _)| *set == name).map(|(_, value)| value.as_str());
        let mut url = self.client.shared().base_url.join(&path::fill(self.operation.path, value)?);
        let keys = credentials.iter().filter_map(|carried| match carried {
            Carried::Query(pair) => Some(pair),
            Carried::Header(..) | Carried::Cookie(_) => None,
        });
        for pairs in self.query.all()?.into_iter().map(|(_, pairs)| pairs).chain(keys) {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(pairs);
        }
        url.parse().map_err(|_| Fault::new("the address is too long or malformed"))
    }

    /// Adds headers from the weakest to the strongest: credentials, parameters, cookies, overrides of the call.
    fn add_headers(&self, headers: &mut HeaderMap, credentials: &[Carried]) -> Result<(), Fault> {
        // Two listed schemes may want the same header, of which there can be one: the first listed is inserted last.
        for carried in credentials.iter().rev() {
            if let Carried::Header(name, value) = carried {
                headers.insert(name.clone(), value.clone());
            }
        }
        for (_, (name, value)) in self.headers.all()? {
            headers.insert(name.clone(), value.clone());
        }
        self.add_cookies(headers, credentials)?;
        if let Some(fault) = &self.options.fault {
            return Err(fault.clone());
        }
        for (name, value) in &self.options.headers {
            headers.insert(name.clone(), value.clone());
        }
        Ok(())
    }

    /// Joins all cookies into one header, since there can be only one (RFC 6265 section 5.4).
    fn add_cookies(&self, headers: &mut HeaderMap, credentials: &[Carried]) -> Result<(), Fault> {
        let keys = credentials.iter().filter_map(|carried| match carried {
            Carried::Cookie(pair) => Some(pair.as_bytes()),
            Carried::Header(..) | Carried::Query(_) => None,
        });
        let set = headers.get(COOKIE).cloned();
        let arguments = self.cookies.all()?;
        let pairs: Vec<&[u8]> = set
            .iter()
            .map(|value| value.as_bytes())
            .chain(arguments.iter().map(|(_, pairs)| pairs.as_bytes()))
            .chain(keys)
            .collect();
        if !pairs.is_empty() {
            let joined = header::value(pairs.join(cookie::SEPARATOR.as_bytes()))?;
            headers.insert(COOKIE, header::sensitive(joined));
        }
        Ok(())
    }
}

impl Prepared {
    /// A request for one attempt.
    pub(crate) fn to_http(&self) -> http::Request<Body> {
        let mut request = http::Request::new(Body::from(self.body.clone()));
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

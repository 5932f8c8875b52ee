//! Where an answer sends a request next, and what may go along (RFC 9110 section 15.4).

use http::header::{AUTHORIZATION, COOKIE, HOST, LOCATION, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};

use crate::Body;
use crate::url::{SECRET_WORDS, is_downgrade, is_same_origin, resolve};

/// The way from the address of a call to where its redirects have led.
pub(crate) struct Detour {
    uri: Uri,
    /// Whether it has left the origin of the call, ever: what was dropped then does not come back.
    foreign: bool,
    /// Whether it asks for another resource than the call did, by 303.
    other: bool,
    redirects: u32,
}

impl Detour {
    /// The way on from an answer; `None` if it is not a redirect, or not one that may be followed.
    ///
    /// A detour of its own may have led to the answer, which is then `before`; else it is that of the `start`.
    pub(crate) fn next(start: &Uri, before: Option<&Self>, status: StatusCode, headers: &HeaderMap) -> Option<Self> {
        let other = match status {
            StatusCode::SEE_OTHER => true,
            StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT => false,
            _ => return None,
        };
        let from = before.map_or(start, |detour| &detour.uri);
        let uri = resolve(from, headers.get(LOCATION)?.as_bytes())?;
        if is_downgrade(start, &uri) || is_downgrade(from, &uri) {
            return None;
        }
        Some(Self {
            foreign: before.is_some_and(|detour| detour.foreign) || !is_same_origin(from, &uri),
            other: before.is_some_and(|detour| detour.other) || other,
            redirects: before.map_or(0, |detour| detour.redirects) + 1,
            uri,
        })
    }

    /// Where it leads.
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// How many redirects it is made of.
    pub(crate) fn redirects(&self) -> u32 {
        self.redirects
    }

    /// Whether it has left the origin of the call: credentials stay behind for good.
    pub(crate) fn is_foreign(&self) -> bool {
        self.foreign
    }

    /// Sends a request that was built for the call this way instead.
    pub(crate) fn divert(&self, request: &mut http::Request<Body>) {
        *request.uri_mut() = self.uri.clone();
        if self.foreign {
            keep_headers(request.headers_mut(), |name, value| *name != HOST && !is_credential(name, value));
        }
        if self.other {
            if *request.method() != Method::HEAD {
                *request.method_mut() = Method::GET;
            }
            *request.body_mut() = Body::empty();
            keep_headers(request.headers_mut(), |name, _| !describes_body(name));
        }
    }
}

/// Whether a header is for the eyes of the first server only. The credentials of a client are all marked sensitive.
fn is_credential(name: &HeaderName, value: &HeaderValue) -> bool {
    // A key that was set by hand is not known to be one, except by its name.
    value.is_sensitive()
        || [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name)
        || SECRET_WORDS.iter().any(|word| name.as_str().contains(word))
}

fn describes_body(name: &HeaderName) -> bool {
    *name == header::TRANSFER_ENCODING || name.as_str().starts_with("content-")
}

fn keep_headers(headers: &mut HeaderMap, keep: impl Fn(&HeaderName, &HeaderValue) -> bool) {
    let dropped: Vec<_> =
        headers.iter().filter(|(name, value)| !keep(name, value)).map(|(name, _)| name.clone()).collect();
    for name in dropped {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(start: &str, before: Option<&Detour>, status: u16, location: &str) -> Option<Detour> {
        let headers = HeaderMap::from_iter([(LOCATION, location.parse().unwrap())]);
        Detour::next(&start.parse().unwrap(), before, StatusCode::from_u16(status).unwrap(), &headers)
    }

    #[track_caller]
    fn check(start: &str, location: &str, expected: Option<&str>) {
        let uri = next(start, None, 302, location).map(|detour| detour.uri.to_string());
        assert_eq!(uri.as_deref(), expected);
    }

    #[test]
    fn five_statuses_are_redirects() {
        let redirects = (100..600).filter(|status| next("http://a/b", None, *status, "/c").is_some());
        assert_eq!(redirects.collect::<Vec<_>>(), [301, 302, 303, 307, 308]);
        assert!(Detour::next(&Uri::from_static("http://a/b"), None, StatusCode::FOUND, &HeaderMap::new()).is_none());
    }

    #[test]
    fn only_this_machine_is_reached_in_plain_text_from_https() {
        check("https://a.example/b", "http://a.example/c", None);
        check("https://a.example/b", "http://b.example/c", None);
        check("https://a.example/b", "http://127.0.0.1:8080/c", Some("http://127.0.0.1:8080/c"));
        check("https://a.example/b", "https://b.example/c", Some("https://b.example/c"));
        check("http://a.example/b", "http://b.example/c", Some("http://b.example/c"));
        let detour = next("https://a.example/b", None, 302, "http://127.0.0.1/c");
        assert!(next("https://a.example/b", detour.as_ref(), 302, "http://b.example/d").is_none());
    }

    #[test]
    fn a_detour_stays_foreign() {
        let away = next("http://a/b", None, 302, "http://c/d").unwrap();
        let further = next("http://a/b", Some(&away), 302, "e").unwrap();
        let back = next("http://a/b", Some(&away), 302, "http://a/e").unwrap();
        assert!(away.foreign && further.foreign && back.foreign);
        assert_eq!((back.uri.to_string().as_str(), back.redirects()), ("http://a/e", 2));
        assert!(!next("http://a/b", None, 302, "http://A:80/e").unwrap().foreign);
    }

    #[track_caller]
    fn check_diverted(location: &str, status: u16, headers: &[(&'static str, &'static str)], expected: &[&str]) {
        let mut request = http::Request::new(Body::from("body"));
        *request.method_mut() = Method::OPTIONS;
        for (name, value) in headers {
            request.headers_mut().insert(*name, HeaderValue::from_static(value));
        }
        let mut own = HeaderValue::from_static("s3cret");
        own.set_sensitive(true);
        request.headers_mut().insert("x-own", own);
        next("https://a.example/b", None, status, location).unwrap().divert(&mut request);
        let mut left: Vec<_> = request.headers().keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, expected);
        let sees_other = status == 303;
        assert_eq!(request.method(), if sees_other { Method::GET } else { Method::OPTIONS });
        assert_eq!(http_body::Body::size_hint(request.body()).exact(), Some(if sees_other { 0 } else { 4 }));
    }

    #[test]
    fn another_origin_gets_no_credentials() {
        let headers = [
            ("authorization", "a"),
            ("proxy-authorization", "b"),
            ("cookie", "c"),
            ("x-api-key", "d"),
            ("x-csrf-token", "e"),
            ("host", "a.example"),
            ("accept", "application/json"),
            ("content-type", "text/plain"),
        ];
        let all = [
            "accept",
            "authorization",
            "content-type",
            "cookie",
            "host",
            "proxy-authorization",
            "x-api-key",
            "x-csrf-token",
            "x-own",
        ];
        check_diverted("/c", 307, &headers, &all);
        check_diverted("https://b.example/c", 307, &headers, &["accept", "content-type"]);
        check_diverted("https://a.example:444/c", 302, &headers, &["accept", "content-type"]);
        check_diverted("https://b.example/c", 303, &headers, &["accept"]);
    }

    #[test]
    fn another_resource_gets_no_body() {
        let headers = [("content-type", "a"), ("content-length", "4"), ("x-team", "b")];
        check_diverted("/c", 303, &headers, &["x-own", "x-team"]);
        check_diverted("/c", 308, &headers, &["content-length", "content-type", "x-own", "x-team"]);
    }
}

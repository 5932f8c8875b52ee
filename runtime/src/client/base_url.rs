//! The address that the paths of operations are joined to.

use bytes::Bytes;
use http::Uri;
use http::uri::{Parts, PathAndQuery};

/// A checked base URL: `http` or `https`, a host, perhaps a path without a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    text: String,
    uri: Uri,
    path: String,
    host: String,
    port: u16,
    https: bool,
}

impl BaseUrl {
    /// Checks the text of a user or of the docs.
    ///
    /// # Errors
    ///
    /// A sentence that says what to do. It does not quote the text, which may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err(format!("there is no base URL: {EXAMPLE}"));
        }
        if text.contains(['{', '}']) {
            return Err("the base URL has variables: put their values in place of the braces".to_owned());
        }
        if text.contains(['?', '#']) {
            return Err("the base URL has a query or a fragment: remove everything from `?` or `#` on".to_owned());
        }
        let uri: Uri = text.parse().map_err(|error| format!("the base URL is malformed ({error}): {EXAMPLE}"))?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(format!("the base URL does not begin with `http://` or `https://`: {EXAMPLE}")),
        };
        let host = uri.host().unwrap_or_default().to_owned();
        if host.is_empty() {
            return Err(format!("the base URL has no host: {EXAMPLE}"));
        }
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err("the base URL has user info: remove it and set a credential instead".to_owned());
        }
        let port = uri.port_u16().unwrap_or(if https { 443 } else { 80 });
        let path = uri.path().trim_end_matches('/').to_owned();
        Ok(Self { text: text.trim_end_matches('/').to_owned(), uri, path, host, port, https })
    }

    /// The path without a slash at its end, so empty if there is none.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The address of a path, which begins with that of this URL, and a query; `None` if it is too long or malformed.
    ///
    /// Scheme and authority were parsed before and are shared by all addresses.
    pub(crate) fn with_path(&self, path_and_query: String) -> Option<Uri> {
        // A `Uri` has no room for more, and only its own parser looks.
        if path_and_query.len() >= usize::from(u16::MAX) {
            return None;
        }
        let mut parts = Parts::default();
        parts.scheme = self.uri.scheme().cloned();
        parts.authority = self.uri.authority().cloned();
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(Bytes::from(path_and_query)).ok()?);
        Uri::from_parts(parts).ok()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The host without port, as a span names it.
    #[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "only spans name the server"))]
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// The port, as a span names it.
    #[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "only spans name the server"))]
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn is_https(&self) -> bool {
        self.https
    }
}

const EXAMPLE: &str = "set `base_url` to an address such as `https://api.example.com/v1`";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::path;

    #[track_caller]
    fn check(base: &str, path: &str, expected: &str) {
        let base = BaseUrl::parse(base).unwrap();
        let filled = path::fill(base.path(), path, |_| Ok(None)).unwrap();
        assert_eq!(base.with_path(filled).unwrap().to_string(), expected);
    }

    #[track_caller]
    fn check_refused(base: &str, expected: &str) {
        let message = BaseUrl::parse(base).unwrap_err();
        assert!(message.contains(expected), "{message}");
        assert!(!message.contains("s3cret"), "{message}");
    }

    #[test]
    fn paths_are_joined_with_one_slash() {
        check("https://a.example", "/x", "https://a.example/x");
        check("https://a.example/", "/x", "https://a.example/x");
        check("https://a.example/v1", "/x", "https://a.example/v1/x");
        check("https://a.example/v1/", "/x", "https://a.example/v1/x");
        check("https://a.example/v1//", "/x", "https://a.example/v1/x");
        check("https://a.example/v1", "x", "https://a.example/v1/x");
        check("https://a.example/v1", "/", "https://a.example/v1/");
        check("http://127.0.0.1:8080", "/x/", "http://127.0.0.1:8080/x/");
        check("http://[::1]:80/a%20b", "/x", "http://[::1]:80/a%20b/x");
    }

    #[test]
    fn an_address_has_a_longest_length() {
        let base = BaseUrl::parse("https://a.example").unwrap();
        let of = |length: usize| base.with_path(format!("/{}", "a".repeat(length - 1)));
        assert_eq!(of(65_534).map(|address| address.path().len()), Some(65_534));
        assert_eq!(of(65_535), None);
    }

    #[test]
    fn other_urls_are_refused() {
        check_refused("ftp://a.example", "does not begin with `http://`");
        check_refused("a.example", "does not begin with `http://`");
        check_refused("/v1", "does not begin with `http://`");
        check_refused("", "there is no base URL: set `base_url` to an address");
        check_refused("https://", "malformed");
        check_refused("https://a.example/a b", "malformed");
        check_refused("https://:80", "has no host");
        check_refused("https://ada:s3cret@a.example", "has user info");
        check_refused("https://a.example?key=s3cret", "has a query");
        check_refused("https://a.example#s3cret", "has a query or a fragment");
        check_refused("https://{region}.a.example", "has variables");
    }
}

//! Addresses: whether two share an origin, whether one may be told a secret, and what a relative one means.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;
use http::uri::InvalidUri;

/// Whether scheme, host and port are the same (RFC 6454 section 5). An address without a host has no origin.
pub(crate) fn is_same_origin(one: &Uri, other: &Uri) -> bool {
    let is_same = |one: Option<&str>, other| one.zip(other).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other));
    is_same(one.scheme_str(), other.scheme_str()) && is_same(one.host(), other.host()) && port(one) == port(other)
}

/// Whether nobody on the way can read what is sent there: it is `https`, or never leaves the machine.
pub(crate) fn is_private(address: &Uri) -> bool {
    is_scheme(address, "https") || is_scheme(address, "http") && address.host().is_some_and(is_loopback)
}

/// What a reference means beside a base (RFC 3986 section 5.2). One without a leading slash is read as if the path of
/// the base ended with a slash, which base URLs may have or not.
///
/// # Errors
///
/// If the result is not a URI.
pub(crate) fn resolve(base: &Uri, reference: &str) -> Result<Uri, InvalidUri> {
    let scheme = base.scheme_str().unwrap_or_default();
    if has_scheme(reference) {
        return reference.parse();
    }
    if reference.starts_with("//") {
        return format!("{scheme}:{reference}").parse();
    }
    let (path, query) = reference.split_at(reference.find('?').unwrap_or(reference.len()));
    let path = if path.starts_with('/') {
        without_dot_segments(path)
    } else {
        without_dot_segments(&format!("{}/{path}", base.path().trim_end_matches('/')))
    };
    let authority = base.authority().map(|authority| authority.as_str()).unwrap_or_default();
    format!("{scheme}://{authority}{path}{query}").parse()
}

/// The port, also where it is left to the scheme.
fn port(address: &Uri) -> u16 {
    let default = if is_scheme(address, "https") { 443 } else { 80 };
    address.port_u16().unwrap_or(default)
}

fn is_scheme(address: &Uri, scheme: &str) -> bool {
    address.scheme_str().is_some_and(|own| own.eq_ignore_ascii_case(scheme))
}

/// `127.0.0.0/8` (RFC 1122 section 3.2.1.3), `::1` (RFC 4291 section 2.5.3), `localhost` and every name below it
/// (RFC 6761 section 6.3).
fn is_loopback(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback());
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback();
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    name.rsplit('.').next().is_some_and(|label| label.eq_ignore_ascii_case("localhost"))
}

/// A letter, then letters, digits, `+`, `-` and `.`, then a colon (RFC 3986 section 3.1).
fn has_scheme(reference: &str) -> bool {
    reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// RFC 3986 section 5.2.4, for a path that begins with a slash.
fn without_dot_segments(path: &str) -> String {
    let mut kept = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let is_dot = matches!(segment, "." | "..");
        if segment == ".." {
            kept.pop();
        }
        if !is_dot {
            kept.push(segment);
        } else if segments.peek().is_none() {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_origin(one: &str, other: &str, expected: bool) {
        assert_eq!(is_same_origin(&one.parse().unwrap(), &other.parse().unwrap()), expected);
    }

    #[track_caller]
    fn check_private(address: &str, expected: bool) {
        assert_eq!(is_private(&address.parse().unwrap()), expected, "{address}");
    }

    #[track_caller]
    fn check_resolved(base: &str, reference: &str, expected: &str) {
        assert_eq!(resolve(&base.parse().unwrap(), reference).unwrap(), expected);
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        check_origin("https://a.example/x", "https://A.example:443/y?z", true);
        check_origin("http://a.example", "http://a.example:80", true);
        check_origin("http://[::1]:1", "http://[::1]:1/x", true);
        check_origin("https://a.example", "http://a.example", false);
        check_origin("https://a.example", "https://a.example:8443", false);
        check_origin("https://a.example", "https://b.a.example", false);
        check_origin("https://a.example", "https://a.example.", false);
        check_origin("/x", "/x", false);
    }

    #[test]
    fn only_tls_and_loopback_are_private() {
        for address in [
            "https://a.example",
            "http://127.0.0.1:80",
            "http://127.255.0.9",
            "http://[::1]:8080",
            "http://localhost",
            "http://LOCALHOST.:1",
            "http://a.localhost",
        ] {
            check_private(address, true);
        }
        for address in [
            "http://a.example",
            "http://128.0.0.1",
            "http://127.0.0.1.example",
            "http://127.1",
            "http://0.0.0.0",
            "http://[::]",
            "http://[::ffff:127.0.0.1]",
            "http://notlocalhost",
            "http://localhost.example",
            "ftp://localhost",
            "/x",
        ] {
            check_private(address, false);
        }
    }

    #[test]
    fn references_are_read_beside_the_base() {
        check_resolved("https://a.example/v1", "https://b.example/t?x=1", "https://b.example/t?x=1");
        check_resolved("https://a.example/v1", "//b.example/t", "https://b.example/t");
        check_resolved("https://a.example/v1", "/t", "https://a.example/t");
        check_resolved("https://a.example/v1", "ftp://b.example/", "ftp://b.example/");
        check_resolved("https://a.example/v1", "oauth/token?a=../b", "https://a.example/v1/oauth/token?a=../b");
        check_resolved("https://a.example", "token", "https://a.example/token");
        check_resolved("http://[::1]:80/a/b", "../token", "http://[::1]:80/a/token");
        check_resolved("https://a.example/v1", "./x/../../../..", "https://a.example/");
        check_resolved("https://a.example/v1", "/a/./b/../c/.", "https://a.example/a/c/");
    }
}

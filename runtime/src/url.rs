//! Addresses: whether two share an origin, whether one may be told a secret, and what a relative one means.

mod reference;
#[cfg(feature = "tracing")]
mod shown;

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;

pub(crate) use reference::resolve;
#[cfg(feature = "tracing")]
pub(crate) use shown::Shown;

/// Words in the names of what is secret.
pub(crate) const SECRET_WORDS: [&str; 7] = ["auth", "credential", "key", "password", "secret", "session", "token"];

/// Whether scheme, host and port are the same (RFC 6454 section 5). An address without a host has no origin.
pub(crate) fn is_same_origin(one: &Uri, other: &Uri) -> bool {
    // Nearly always both come from one base URL; only others are taken apart to see what differs.
    if scheme_and_authority(one).is_some_and(|origin| scheme_and_authority(other) == Some(origin)) {
        return true;
    }
    let is_same = |one: Option<&str>, other| one.zip(other).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other));
    is_same(one.scheme_str(), other.scheme_str()) && is_same(one.host(), other.host()) && port(one) == port(other)
}

/// Whether nobody on the way can read what is sent there: it is `https`, or never leaves the machine.
pub(crate) fn is_private(address: &Uri) -> bool {
    is_scheme(address, "https") || is_scheme(address, "http") && address.host().is_some_and(is_loopback)
}

/// Whether what was protected by TLS would go over the network in plain text.
pub(crate) fn is_downgrade(from: &Uri, to: &Uri) -> bool {
    is_scheme(from, "https") && !is_private(to)
}

/// What a reference means below a base, which is a folder whether its path ends with a slash or not.
///
/// `None` if it is malformed, holds user info, or is of another scheme than `http` and `https`.
pub(crate) fn resolve_below(base: &Uri, reference: &str) -> Option<Uri> {
    let folder = format!("{}/", base.to_string().trim_end_matches('/')).parse().ok()?;
    resolve(&folder, reference.as_bytes())
}

/// The port, also where it is left to the scheme.
pub(crate) fn port(address: &Uri) -> Option<u16> {
    let default = if is_scheme(address, "https") { Some(443) } else { is_scheme(address, "http").then_some(80) };
    address.port_u16().or(default)
}

fn scheme_and_authority(address: &Uri) -> Option<(&str, &str)> {
    Some((address.scheme_str()?, address.authority()?.as_str()))
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
    fn check_below(base: &str, reference: &str, expected: Option<&str>) {
        let resolved = resolve_below(&base.parse().unwrap(), reference);
        assert_eq!(resolved.map(|uri| uri.to_string()).as_deref(), expected, "{reference}");
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
    fn tls_is_not_left_except_for_this_machine() {
        let check = |from: &str, to: &str, expected| {
            assert_eq!(is_downgrade(&from.parse().unwrap(), &to.parse().unwrap()), expected, "{from} {to}");
        };
        check("https://a.example", "http://a.example", true);
        check("https://a.example", "http://localhost", false);
        check("https://a.example", "https://b.example", false);
        check("http://a.example", "http://b.example", false);
    }

    #[test]
    fn references_are_read_below_the_base() {
        check_below("https://a.example/v1", "https://b.example/t?x=1", Some("https://b.example/t?x=1"));
        check_below("https://a.example/v1", "//b.example/t", Some("https://b.example/t"));
        check_below("https://a.example/v1", "/t", Some("https://a.example/t"));
        check_below("https://a.example/v1", "ftp://b.example/", None);
        check_below("https://a.example/v1", "https://u@b.example/", None);
        check_below("https://a.example/v1", "oauth/token?a=../b", Some("https://a.example/v1/oauth/token?a=../b"));
        check_below("https://a.example", "token", Some("https://a.example/token"));
        check_below("http://[::1]:80/a/b/", "../token", Some("http://[::1]:80/a/token"));
        check_below("https://a.example/v1", "./x/../../../..", Some("https://a.example/"));
        check_below("https://a.example/v1", "/a/./b/../c/.", Some("https://a.example/a/c/"));
    }
}

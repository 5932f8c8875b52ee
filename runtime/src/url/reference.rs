//! References that are relative to an address (RFC 3986 section 5.2).

use http::Uri;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};

/// What servers write into `Location` although no address may hold it.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`');

/// The address that a reference means where it stands, without its fragment.
///
/// `None` if it is malformed, holds user info, or is of another scheme than `http` and `https`.
pub(crate) fn resolve(base: &Uri, reference: &[u8]) -> Option<Uri> {
    let reference = percent_encode(reference.trim_ascii(), ENCODED).to_string();
    let reference = Reference::parse(&reference);
    let scheme = reference.scheme.map(str::to_ascii_lowercase);
    let scheme = scheme.as_deref().or(base.scheme_str()).filter(|scheme| ["http", "https"].contains(scheme))?;
    let is_relative = reference.scheme.is_none() && reference.authority.is_none();
    let authority = reference.authority.or_else(|| Some(base.authority()?.as_str()).filter(|_| is_relative))?;
    if authority.is_empty() || authority.contains('@') {
        return None;
    }
    let path = match reference.path {
        "" if is_relative => base.path().to_owned(),
        path if is_relative && !path.starts_with('/') => remove_dots(&merge(base.path(), path)),
        path => remove_dots(path),
    };
    let inherited = base.query().filter(|_| is_relative && reference.path.is_empty());
    let query = reference.query.or(inherited).map(|query| format!("?{query}")).unwrap_or_default();
    let slash = if path.starts_with('/') { "" } else { "/" };
    let uri: Uri = format!("{scheme}://{authority}{slash}{path}{query}").parse().ok()?;
    has_host_and_port(&uri).then_some(uri)
}

/// The parser of addresses takes any text for a port, which would then be read as if there was none.
fn has_host_and_port(uri: &Uri) -> bool {
    let port = uri.authority().and_then(|authority| authority.as_str().strip_prefix(authority.host()));
    uri.host().is_some_and(|host| !host.is_empty()) && (matches!(port, Some("" | ":")) || uri.port_u16().is_some())
}

/// The parts of a reference; what is absent is not the same as what is empty.
struct Reference<'r> {
    scheme: Option<&'r str>,
    authority: Option<&'r str>,
    path: &'r str,
    query: Option<&'r str>,
}

impl<'r> Reference<'r> {
    /// Cuts as the expression of RFC 3986 appendix B does.
    fn parse(text: &'r str) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let (text, query) = text.split_once('?').map_or((text, None), |(text, query)| (text, Some(query)));
        let (scheme, text) = match text.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (authority, path) = match text.strip_prefix("//") {
            Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => return Self { scheme, authority: None, path: text, query },
        };
        Self { scheme, authority: Some(authority), path, query }
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// A relative path in place of the last segment (section 5.2.3).
fn merge(base: &str, path: &str) -> String {
    let folder = base.rfind('/').map_or("/", |slash| &base[..=slash]);
    format!("{folder}{path}")
}

/// Takes out the segments `.` and `..` (section 5.2.4).
fn remove_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            _ => {
                kept.push(segment);
                continue;
            }
        }
        // A dot segment at the end stands for a folder.
        if segments.peek().is_none() {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reference: &str, expected: &str) {
        check_from("http://a/b/c/d;p?q", reference, Some(expected));
    }

    #[track_caller]
    fn check_from(base: &str, reference: &str, expected: Option<&str>) {
        let resolved = resolve(&base.parse().unwrap(), reference.as_bytes());
        assert_eq!(resolved.map(|uri| uri.to_string()).as_deref(), expected, "{reference}");
    }

    /// Those of RFC 3986 section 5.4.1 that are addresses of HTTP, without their fragments.
    #[test]
    fn normal_examples_of_the_rfc() {
        check("g", "http://a/b/c/g");
        check("./g", "http://a/b/c/g");
        check("g/", "http://a/b/c/g/");
        check("/g", "http://a/g");
        check("//g", "http://g/");
        check("?y", "http://a/b/c/d;p?y");
        check("g?y", "http://a/b/c/g?y");
        check("#s", "http://a/b/c/d;p?q");
        check("g#s", "http://a/b/c/g");
        check("g?y#s", "http://a/b/c/g?y");
        check(";x", "http://a/b/c/;x");
        check("g;x", "http://a/b/c/g;x");
        check("", "http://a/b/c/d;p?q");
        check(".", "http://a/b/c/");
        check("./", "http://a/b/c/");
        check("..", "http://a/b/");
        check("../", "http://a/b/");
        check("../g", "http://a/b/g");
        check("../..", "http://a/");
        check("../../", "http://a/");
        check("../../g", "http://a/g");
    }

    /// Those of RFC 3986 section 5.4.2.
    #[test]
    fn abnormal_examples_of_the_rfc() {
        check("../../../g", "http://a/g");
        check("../../../../g", "http://a/g");
        check("/./g", "http://a/g");
        check("/../g", "http://a/g");
        check("g.", "http://a/b/c/g.");
        check(".g", "http://a/b/c/.g");
        check("..g", "http://a/b/c/..g");
        check("./../g", "http://a/b/g");
        check("./g/.", "http://a/b/c/g/");
        check("g/./h", "http://a/b/c/g/h");
        check("g/../h", "http://a/b/c/h");
        check("g;x=1/../y", "http://a/b/c/y");
        check("g?y/../x", "http://a/b/c/g?y/../x");
        check("g?y/./x", "http://a/b/c/g?y/./x");
        check("g#s/../x", "http://a/b/c/g");
    }

    #[test]
    fn whole_addresses_stand_for_themselves() {
        check("https://b.example/c/../d?e", "https://b.example/d?e");
        check("HTTPS://b.example", "https://b.example/");
        check("https://b.example?c:d//e", "https://b.example/?c:d//e");
        check("http://[::1]:8080/c", "http://[::1]:8080/c");
        check("b/c:d", "http://a/b/c/b/c:d");
        check("//b.example:81/c//d", "http://b.example:81/c//d");
        check_from("https://a", "b", Some("https://a/b"));
    }

    #[test]
    fn what_should_have_been_encoded_is() {
        check("/a b?c=é", "http://a/a%20b?c=%C3%A9");
        check(" /%20 ", "http://a/%20");
        check("/a\"<>\\^`b", "http://a/a%22%3C%3E%5C%5E%60b");
    }

    #[test]
    fn other_schemes_and_user_info_are_refused() {
        for reference in
            ["ftp://b.example/", "javascript:alert(1)", "mailto:a@b", "http:g", "http:///c", "//", "//:80/"]
        {
            check_from("http://a/b", reference, None);
        }
        check_from("http://a/b", "https://ada:s3cret@b.example/", None);
        check_from("http://a/b", "//b.example@c.example/", None);
        check_from("http://a/b", "http://b.example:port/", None);
        check_from("http://a/b", "http://b\\@c/", None);
    }
}

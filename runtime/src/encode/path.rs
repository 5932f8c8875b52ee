//! Path parameters in their styles (OpenAPI 3.1 section 4.8.12, "Style Values"), filled into a path template.

use super::Fault;
use super::percent::{component, is_unreserved, template};
use super::plain::Plain;

/// How a path parameter is written (OpenAPI 3.1 section 4.8.12, "Style Values"), which is how a URI template expands it
/// (RFC 6570 sections 3.2.2, 3.2.5 and 3.2.7). An exploded one keeps the items of a list and the properties of an
/// object apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStyle {
    /// `a,b` and `k,v`: what a path parameter is unless the docs say otherwise.
    Simple,
    /// `a,b` and `k=v`
    SimpleExploded,
    /// `.a,b` and `.k,v`
    Label,
    /// `.a.b` and `.k=v`
    LabelExploded,
    /// `;name=a,b` and `;name=k,v`
    Matrix,
    /// `;name=a;name=b` and `;k=v`
    MatrixExploded,
}

/// The percent-encoded text of a path parameter.
///
/// # Errors
///
/// If the value is absent: a path has no place for nothing.
pub(crate) fn encode(name: &str, style: PathStyle, value: Plain) -> Result<String, Fault> {
    let value = match (value, style) {
        // Most values need no encoding, and are kept as they are.
        (Plain::Text(text), PathStyle::Simple) => {
            return Ok(if is_unreserved(&text) { text } else { component(&text).into_owned() });
        }
        (value, _) => value,
    };
    let (prefix, separator) = style.signs();
    let pair = |name: &str, value: &str| match (style.names(), value) {
        (true, "") => component(name).into_owned(),
        _ => format!("{}={}", component(name), component(value)),
    };
    let items: Vec<String> = match (value, style.explodes()) {
        (Plain::Nothing, _) => return Err(Fault::new("a value is needed")),
        (Plain::Pairs(pairs), true) => pairs.iter().map(|(name, value)| pair(name, value)).collect(),
        (Plain::List(items), true) if style.names() => items.iter().map(|item| pair(name, item)).collect(),
        (Plain::Text(text), _) if style.names() => vec![pair(name, &text)],
        (value, explodes) => {
            let items: Vec<String> = value.into_items().iter().map(|item| component(item).into_owned()).collect();
            match (explodes, style.names(), items.is_empty()) {
                (true, ..) | (.., true) => items,
                (_, true, _) => vec![format!("{}={}", component(name), items.join(","))],
                (_, false, _) => vec![items.join(",")],
            }
        }
    };
    // As in URI templates, a list of nothing is nothing, not even its sign (RFC 6570 section 3.2.1).
    Ok(if items.is_empty() { String::new() } else { format!("{prefix}{}", items.join(separator)) })
}

impl PathStyle {
    /// What stands before the value, and between its parts if they are kept apart.
    fn signs(self) -> (&'static str, &'static str) {
        match self {
            Self::Simple | Self::SimpleExploded => ("", ","),
            Self::Label | Self::LabelExploded => (".", "."),
            Self::Matrix | Self::MatrixExploded => (";", ";"),
        }
    }

    fn names(self) -> bool {
        matches!(self, Self::Matrix | Self::MatrixExploded)
    }

    fn explodes(self) -> bool {
        matches!(self, Self::SimpleExploded | Self::LabelExploded | Self::MatrixExploded)
    }
}

/// Writes the encoded values into a template such as `/users/{id}/keys`, below a path without a slash at its end.
///
/// # Errors
///
/// If a parameter is a fault or has no value, or if a segment with a parameter would be empty, `.` or `..`: those name
/// another resource (RFC 3986 section 5.2.4), which on some servers is one that the caller did not mean to touch.
pub(crate) fn fill<'v>(
    below: &str,
    path: &str,
    value: impl Fn(&str) -> Result<Option<&'v str>, Fault>,
) -> Result<String, Fault> {
    let mut filled = String::with_capacity(below.len() + path.len() + 64);
    filled.push_str(below);
    let mut rest = Some(path.strip_prefix('/').unwrap_or(path));
    while let Some(path) = rest {
        let segment;
        (segment, rest) = cut(path, b'/').map_or((path, None), |(segment, rest)| (segment, Some(rest)));
        filled.push('/');
        let start = filled.len();
        let parameter = fill_segment(&mut filled, segment, &value)?;
        if let (Some(name), "" | "." | "..") = (parameter, &filled[start..]) {
            let fault = Fault::new("a path segment cannot be empty, `.` or `..`");
            return Err(fault.within("path parameter", name));
        }
    }
    Ok(filled)
}

/// Appends one segment and returns the name of its first parameter.
fn fill_segment<'s, 'v>(
    filled: &mut String,
    segment: &'s str,
    value: impl Fn(&str) -> Result<Option<&'v str>, Fault>,
) -> Result<Option<&'s str>, Fault> {
    let (mut rest, mut first) = (segment, None);
    while let Some((before, name, after)) = split_parameter(rest) {
        let text = value(name)?.ok_or_else(|| Fault::new("a value is needed").within("path parameter", name))?;
        filled.push_str(&template(before));
        filled.push_str(text);
        first = first.or(Some(name));
        rest = after;
    }
    filled.push_str(&template(rest));
    Ok(first)
}

/// Splits `a{b}c` into `a`, `b` and `c`.
fn split_parameter(segment: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = cut(segment, b'{')?;
    let (name, after) = cut(rest, b'}')?;
    Some((before, name, after))
}

/// As `split_once`, whose search is made for long texts: in templates it takes three times as many instructions.
fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((&text[..at], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::super::plain::plain;
    use super::*;

    #[track_caller]
    fn check(path: &str, value: impl Serialize, expected: &str) {
        let encoded = encode("id", PathStyle::Simple, plain(&value).unwrap());
        let filled = encoded.and_then(|text| fill("", path, |name| Ok((name == "id").then_some(text.as_str()))));
        assert_eq!(filled.unwrap_or_else(|fault| fault.to_string()), expected);
    }

    #[test]
    fn values_are_encoded_in_their_segment() {
        check("/users/{id}/keys", "ada", "/users/ada/keys");
        check("/users/{id}", 7, "/users/7");
        check("/users/{id}", "a/b?c#d", "/users/a%2Fb%3Fc%23d");
        check("/users/{id}", "é %2F", "/users/%C3%A9%20%252F");
        check("/files/v{id}.json", 2, "/files/v2.json");
        check("/{id}/{id}", "x", "/x/x");
    }

    #[test]
    fn lists_and_objects_use_commas() {
        check("/{id}", ["a,b", "c"], "/a%2Cb,c");
        check("/{id}", serde_json::json!({"role": "admin", "x": 1}), "/role,admin,x,1");
    }

    #[test]
    fn segments_that_name_another_resource_are_refused() {
        const REFUSED: &str = "path parameter `id`: a path segment cannot be empty, `.` or `..`";
        check("/users/{id}", "", REFUSED);
        check("/users/{id}/keys", ".", REFUSED);
        check("/users/{id}/keys", "..", REFUSED);
        check("/users/.{id}", ".", REFUSED);
        check("/users/{id}", Vec::<String>::new(), REFUSED);
        check("/users/{id}", "...", "/users/...");
        check("/users/v{id}", "", "/users/v");
    }

    #[test]
    fn missing_values_are_refused() {
        check("/{other}", 1, "path parameter `other`: a value is needed");
        check("/{id}", None::<i32>, "a value is needed");
    }

    #[test]
    fn fixed_text_is_made_valid() {
        check("/a b/{id}", 1, "/a%20b/1");
        check("/open{brace", 1, "/open%7Bbrace");
        check("/", 1, "/");
    }
}

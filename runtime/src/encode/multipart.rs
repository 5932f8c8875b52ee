//! `multipart/form-data` bodies (RFC 7578).

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};

use bytes::Bytes;
use http::HeaderValue;

use super::form::FieldValue;
use super::{Fault, header};
use crate::body::{FilePart, Outgoing};

/// Beside a stream, up to so many bytes are copied between the heads of the parts, which is cheaper than to send them
/// alone.
const COPIED: usize = 16 * 1024;

/// Up to so many bytes are searched for a boundary that does not occur in them.
const SEARCHED: usize = 1024 * 1024;

/// One part of a multipart body.
#[derive(Clone)]
pub(crate) struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<HeaderValue>,
    data: Outgoing,
}

impl Part {
    /// A field. Text carries no `Content-Type`, since `text/plain` is the default (RFC 7578 section 4.4).
    pub(crate) fn field(name: &str, value: FieldValue) -> Self {
        let (name, data, content_type) = match value {
            FieldValue::Text(text) => (name.to_owned(), text, None),
            FieldValue::Json(text) => (name.to_owned(), text, Some(HeaderValue::from_static("application/json"))),
            FieldValue::Joined(items, separator) => (name.to_owned(), items.join(&separator.to_string()), None),
            FieldValue::Named(name, text) => (name, text, None),
        };
        Self { name, file_name: None, content_type, data: Outgoing::Bytes(data.into()) }
    }

    /// A file. One that has no name of its own has that of its field: servers take a part without a file name for text.
    ///
    /// # Errors
    ///
    /// If the content type is no header value.
    pub(crate) fn file(name: &str, file: FilePart) -> Result<Self, Fault> {
        let FilePart { body, file_name, content_type } = file;
        let content_type = header::value(content_type.as_deref().unwrap_or("application/octet-stream"))
            .map_err(|fault| fault.within("content type of file", name))?;
        Ok(Self {
            name: name.to_owned(),
            file_name: Some(file_name.unwrap_or_else(|| name.to_owned())),
            content_type: Some(content_type),
            data: body.into(),
        })
    }

    /// Whether it can be sent more than once.
    pub(crate) fn is_replayable(&self) -> bool {
        self.data.is_replayable()
    }

    fn write_head(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"Content-Disposition: form-data; name=\"");
        out.extend_from_slice(escape(&self.name).as_bytes());
        if let Some(file_name) = &self.file_name {
            out.extend_from_slice(b"\"; filename=\"");
            out.extend_from_slice(escape(file_name).as_bytes());
        }
        out.extend_from_slice(b"\"\r\n");
        if let Some(content_type) = &self.content_type {
            out.extend_from_slice(b"Content-Type: ");
            out.extend_from_slice(content_type.as_bytes());
            out.extend_from_slice(b"\r\n");
        }
        out.extend_from_slice(b"\r\n");
    }
}

/// The `Content-Type` value and the body: bytes, which can be signed, unless a part is a stream.
pub(crate) fn encode(parts: &[Part]) -> (String, Outgoing) {
    let boundary = boundary(parts);
    let most = if parts.iter().all(|part| part.data.bytes().is_some()) { usize::MAX } else { COPIED };
    let (mut bodies, mut text) = (Vec::new(), Vec::new());
    for part in parts {
        text.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        part.write_head(&mut text);
        match part.data.bytes().filter(|data| data.len() <= most) {
            Some(data) => text.extend_from_slice(data),
            None => bodies.extend([Outgoing::Bytes(std::mem::take(&mut text).into()), part.data.clone()]),
        }
        text.extend_from_slice(b"\r\n");
    }
    text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    let end = Outgoing::Bytes(text.into());
    let body = match bodies.is_empty() {
        true => end,
        false => Outgoing::Joined(bodies.into_iter().chain([end]).collect()),
    };
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// A boundary that occurs in no part (RFC 2046 section 5.1.1). Equal parts give an equal body, unless they are large or
/// a stream: those are not searched, but nobody can guess their boundary.
fn boundary(parts: &[Part]) -> String {
    let all: Option<Vec<&Bytes>> = parts.iter().map(|part| part.data.bytes()).collect();
    let all = all.filter(|all| all.iter().map(|data| data.len()).sum::<usize>() <= SEARCHED);
    let Some(all) = all else {
        return format!("docwright-boundary-{:016x}{:016x}", random(), random());
    };
    let occurs = |boundary: &str| all.iter().any(|data| contains(data, boundary.as_bytes()));
    let mut number = 0_u64;
    loop {
        let boundary = format!("docwright-boundary-{number:016x}");
        if !occurs(&boundary) {
            return boundary;
        }
        number += 1;
    }
}

/// The keys of the standard library's hasher come from the system once per thread and then differ every time.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

fn contains(data: &[u8], needle: &[u8]) -> bool {
    data.windows(needle.len()).any(|window| window == needle)
}

/// Escapes what would end a quoted name, as browsers do (RFC 7578 section 2, WHATWG HTML section 4.10.21.8).
///
/// A backslash stays as it is, as with browsers, but not before the closing quote: some servers read `\"` as a quoted
/// pair (RFC 9110 section 5.6.4), and the name would go on.
fn escape(name: &str) -> String {
    let mut escaped = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    if escaped.ends_with('\\') {
        escaped.pop();
        escaped.push_str("%5C");
    }
    escaped
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;
    use crate::Body;

    fn text(name: &str, text: &str) -> Part {
        Part::field(name, FieldValue::Text(text.to_owned()))
    }

    fn file(name: &str, file: impl Into<FilePart>) -> Part {
        Part::file(name, file.into()).unwrap()
    }

    async fn check(parts: &[Part], expected: &str) {
        let (content_type, body) = encode(parts);
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        let bytes = body.next(None).collect().await.unwrap().to_bytes();
        assert_eq!(std::str::from_utf8(&bytes).unwrap().replace(boundary, "B"), expected);
    }

    #[tokio::test]
    async fn parts_are_framed() {
        check(
            &[
                text("a", "é"),
                Part::field("o", FieldValue::Json("{}".to_owned())),
                Part::field("l", FieldValue::Joined(vec!["a".to_owned(), "b".to_owned()], '|')),
                file("f", FilePart::new("data").file_name("x.txt").content_type("text/plain")),
            ],
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\né\r\n\
             --B\r\nContent-Disposition: form-data; name=\"o\"\r\nContent-Type: application/json\r\n\r\n{}\r\n\
             --B\r\nContent-Disposition: form-data; name=\"l\"\r\n\r\na|b\r\n\
             --B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n\
             data\r\n--B--\r\n",
        )
        .await;
        check(&[], "--B--\r\n").await;
    }

    #[tokio::test]
    async fn a_file_is_one_even_without_a_name() {
        check(
            &[file("f", "data")],
            "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\
             Content-Type: application/octet-stream\r\n\r\ndata\r\n--B--\r\n",
        )
        .await;
    }

    #[tokio::test]
    async fn names_cannot_end_their_quotes() {
        check(
            &[text("a\"\r\nX: 1", "v")],
            "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0AX: 1\"\r\n\r\nv\r\n--B--\r\n",
        )
        .await;
        check(
            &[file("f", FilePart::new("").file_name("C:\\a\\").content_type("a/b"))],
            "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\a%5C\"\r\nContent-Type: a/b\r\n\r\n\r\n--B--\r\n",
        )
        .await;
        assert!(Part::file("f", FilePart::new("").content_type("text/plain\r\nX: 1")).is_err());
    }

    #[test]
    fn the_boundary_occurs_in_no_part() {
        let first = boundary(&[]);
        let second = boundary(&[text("a", &first)]);
        assert_ne!(first, second);
        assert_ne!(boundary(&[text("a", &first), text("b", &second)]), second);
    }

    #[test]
    fn the_boundary_of_a_stream_cannot_be_guessed() {
        let stream = || file("f", Body::from_reader(&b"data"[..], None));
        assert_ne!(boundary(&[stream()]), boundary(&[stream()]));
        let large = || file("f", vec![0; SEARCHED + 1]);
        assert_ne!(boundary(&[large()]), boundary(&[large()]));
        assert!(boundary(&[stream()]).len() <= 70);
    }

    #[test]
    fn bytes_stay_bytes_unless_a_part_is_a_stream() {
        let large = || file("f", vec![0; COPIED + 1]);
        assert!(encode(&[large(), text("a", "v")]).1.bytes().is_some());
        assert!(encode(&[large(), file("s", Body::from_fn(|| Body::from("v")).with_length(1))]).1.bytes().is_none());
    }

    #[tokio::test]
    async fn the_length_is_known_if_that_of_every_part_is() {
        let with = |content: Body| encode(&[text("a", "v"), file("f", content)]).1.next(None);
        let framed = with(Body::from("12345")).collect().await.unwrap().to_bytes().len() as u64;
        let exact = |content: Body| http_body::Body::size_hint(&with(content)).exact();
        // The boundary of a stream is sixteen characters longer, and there are three of them.
        assert_eq!(exact(Body::from_reader(&b"12345"[..], 5)), Some(framed + 3 * 16));
        assert_eq!(exact(Body::from_reader(&b"12345"[..], None)), None);
    }
}

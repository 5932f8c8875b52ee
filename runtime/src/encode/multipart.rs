//! `multipart/form-data` bodies (RFC 7578), buffered.

use bytes::Bytes;
use http::HeaderValue;

use super::form::FieldValue;
use super::{Fault, header};

/// One part of a multipart body.
#[derive(Clone)]
pub(crate) struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<HeaderValue>,
    data: Bytes,
}

impl Part {
    /// A field. Text carries no `Content-Type`, since `text/plain` is the default (RFC 7578 section 4.4).
    pub(crate) fn field(name: &str, value: FieldValue) -> Self {
        let (content_type, data) = match value {
            FieldValue::Text(text) => (None, text),
            FieldValue::Json(text) => (Some(HeaderValue::from_static("application/json")), text),
        };
        Self { name: name.to_owned(), file_name: None, content_type, data: data.into() }
    }

    /// A file.
    ///
    /// # Errors
    ///
    /// If the content type is no header value.
    pub(crate) fn file(name: &str, file_name: &str, content_type: &str, data: Bytes) -> Result<Self, Fault> {
        let content_type = header::value(content_type).map_err(|fault| fault.within("content type of file", name))?;
        Ok(Self {
            name: name.to_owned(),
            file_name: Some(file_name.to_owned()),
            content_type: Some(content_type),
            data,
        })
    }

    fn write(&self, body: &mut Vec<u8>) {
        body.extend_from_slice(b"Content-Disposition: form-data; name=\"");
        body.extend_from_slice(escape(&self.name).as_bytes());
        if let Some(file_name) = &self.file_name {
            body.extend_from_slice(b"\"; filename=\"");
            body.extend_from_slice(escape(file_name).as_bytes());
        }
        body.extend_from_slice(b"\"\r\n");
        if let Some(content_type) = &self.content_type {
            body.extend_from_slice(b"Content-Type: ");
            body.extend_from_slice(content_type.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"\r\n");
        body.extend_from_slice(&self.data);
        body.extend_from_slice(b"\r\n");
    }
}

/// The `Content-Type` value and the body.
pub(crate) fn encode(parts: &[Part]) -> (String, Bytes) {
    let boundary = boundary(parts);
    let size: usize = parts.iter().map(|part| part.data.len() + 256).sum();
    let mut body = Vec::with_capacity(size + boundary.len());
    for part in parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        part.write(&mut body);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body.into())
}

/// A boundary that occurs in no part (RFC 2046 section 5.1.1). Equal parts give an equal body.
fn boundary(parts: &[Part]) -> String {
    let occurs = |boundary: &str| parts.iter().any(|part| contains(&part.data, boundary.as_bytes()));
    let mut number = 0_u64;
    loop {
        let boundary = format!("docwright-boundary-{number:016x}");
        if !occurs(&boundary) {
            return boundary;
        }
        number += 1;
    }
}

fn contains(data: &[u8], needle: &[u8]) -> bool {
    data.windows(needle.len()).any(|window| window == needle)
}

/// Escapes what would end a quoted name, as browsers do (RFC 7578 section 2, WHATWG HTML section 4.10.21.8).
fn escape(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, text: &str) -> Part {
        Part::field(name, FieldValue::Text(text.to_owned()))
    }

    #[track_caller]
    fn check(parts: &[Part], expected: &str) {
        let (content_type, body) = encode(parts);
        let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        assert_eq!(std::str::from_utf8(&body).unwrap().replace(boundary, "B"), expected);
    }

    #[test]
    fn parts_are_framed() {
        check(
            &[
                text("a", "é"),
                Part::field("o", FieldValue::Json("{}".to_owned())),
                Part::file("f", "x.txt", "text/plain", Bytes::from_static(b"data")).unwrap(),
            ],
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\né\r\n\
             --B\r\nContent-Disposition: form-data; name=\"o\"\r\nContent-Type: application/json\r\n\r\n{}\r\n\
             --B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n\
             data\r\n--B--\r\n",
        );
        check(&[], "--B--\r\n");
    }

    #[test]
    fn names_cannot_end_their_quotes() {
        check(
            &[text("a\"\r\nX: 1", "v")],
            "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0AX: 1\"\r\n\r\nv\r\n--B--\r\n",
        );
        assert!(Part::file("f", "x", "text/plain\r\nX: 1", Bytes::new()).is_err());
    }

    #[test]
    fn the_boundary_occurs_in_no_part() {
        let first = boundary(&[]);
        let second = boundary(&[text("a", &first)]);
        assert_ne!(first, second);
        assert_ne!(boundary(&[text("a", &first), text("b", &second)]), second);
    }
}

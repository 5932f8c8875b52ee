//! Files of multipart bodies.

use std::fmt;
use std::io;
use std::path::Path;

use super::Body;

/// A file of a `multipart/form-data` body (RFC 7578): its content, and what the server is told of it.
///
/// Where an operation takes one, bytes and a [`Body`] do too.
///
/// ```
/// use docwright_runtime::FilePart;
///
/// let part = FilePart::new("a,b\n1,2\n").file_name("table.csv").content_type("text/csv");
/// # let _ = part;
/// ```
pub struct FilePart {
    pub(crate) body: Body,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
}

impl FilePart {
    /// A file with this content. Its file name is the name of the field, and its media type
    /// `application/octet-stream`, unless they are told.
    pub fn new(content: impl Into<Body>) -> Self {
        Self { body: content.into(), file_name: None, content_type: None }
    }

    /// A file of the disk under its own name, without that of its folder (RFC 7578 section 4.2).
    ///
    /// It is opened now, and read piece by piece when it is sent.
    ///
    /// # Errors
    ///
    /// Those of [`Body::from_path`].
    pub async fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Self { file_name, ..Self::new(Body::from_path(path).await?) })
    }

    /// The name that the server is told. Quotes and line ends in it are percent-encoded (RFC 7578 section 2), and so is
    /// a backslash at its end.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The media type that the server is told.
    ///
    /// One with CR, LF or another control character is an error of the kind
    /// [`is_request`](crate::Error::is_request) when the call is sent.
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }
}

impl<T: Into<Body>> From<T> for FilePart {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("body", &self.body)
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .finish()
    }
}

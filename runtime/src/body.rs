//! The body of a request or answer on its way through a [`Transport`](crate::Transport).

mod content;
mod exactly;
mod file;
mod file_part;
mod joined;
mod outgoing;
mod progress;
mod pulse;
mod reader;
mod stream;

use std::any::Any;
use std::fmt;
use std::fs::File;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body as _, Frame, SizeHint};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use tokio::io::AsyncRead;

use crate::BoxError;

use content::{Content, Kind, Make};
use exactly::Exactly;
use progress::Progress;

pub(crate) use file::blocking;
pub use file_part::FilePart;
pub(crate) use outgoing::Outgoing;
pub(crate) use pulse::Pulse;

/// How many bytes are read from a file or a reader at a time, and so how many are in memory.
const CHUNK: usize = 64 * 1024;

/// A body: bytes that are all there, or a stream.
///
/// It is one named type so that a [`Transport`](crate::Transport) is object-safe and its futures are `Send`. It
/// implements [`http_body::Body`], which is how a transport reads it.
///
/// A request whose body [can be read again](Self::is_replayable) can be sent again, for instance after the connection
/// failed: bytes, files and what [`from_fn`](Self::from_fn) makes can, other streams cannot. While a body is read from
/// somewhere as it is sent, [`attempt_timeout`](crate::CallOptions::attempt_timeout) limits its pauses, and then the
/// answer. Bytes in memory have to be sent within that limit, unless their [progress](Self::on_progress) is reported.
///
/// ```
/// use docwright_runtime::Body;
///
/// let body = Body::from("four").on_progress(|sent, total| println!("{sent} of {total:?}"));
/// assert!(body.is_replayable());
/// ```
#[derive(Default)]
pub struct Body(
    /// Nothing if there are no bytes. A box, since a request is moved a dozen times on its way with its body in it.
    Option<Box<Content>>,
);

impl Body {
    /// A body without bytes.
    pub fn empty() -> Self {
        Self(None)
    }

    /// Wraps the body of another library. A `Body` is returned as it is.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        // Layers pass bodies on; without this each of them would add a box.
        let mut body = Some(body);
        if let Some(own) = (&mut body as &mut dyn Any).downcast_mut::<Option<Self>>().and_then(Option::take) {
            return own;
        }
        body.map_or_else(Self::empty, |body| {
            let stream = body.map_err(Into::into).boxed_unsync();
            Self::of(Kind::Stream { stream, again: None })
        })
    }

    /// The body of an answer of hyper's client, without a box of its own.
    pub(crate) fn answer(body: Incoming) -> Self {
        Self::of(Kind::Answer(body))
    }

    /// A body that is read from a stream, once. It is sent in chunks (RFC 9112 section 7.1) unless its
    /// [length](Self::with_length) is told.
    pub fn from_stream<S, T, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + Send + 'static,
        T: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::new(stream::StreamBody::new(stream))
    }

    /// A body that is read from a reader, once, to its end. Without a length it is sent in chunks (RFC 9112 section
    /// 7.1).
    ///
    /// A reader that gives fewer or more bytes than the length says fails the call.
    pub fn from_reader(reader: impl AsyncRead + Send + 'static, length: impl Into<Option<u64>>) -> Self {
        let body = Self::new(reader::ReaderBody::new(reader));
        match length.into() {
            Some(length) => body.with_length(length),
            None => body,
        }
    }

    /// The content of a file, which is opened now and read piece by piece when it is sent. It can be read again. Opening
    /// and reading need a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened, or is not a regular file: pipes and the like are read by
    /// [`from_reader`](Self::from_reader).
    pub async fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        Self::from_file(file::blocking(move || File::open(path)).await?)
    }

    /// What follows in an open file from where it stands. It can be read again.
    ///
    /// The file of `tokio::fs` becomes one of these by its `into_std`.
    ///
    /// # Errors
    ///
    /// If the length of the file is not known, or if it is not a regular file.
    pub fn from_file(file: File) -> io::Result<Self> {
        let content = file::Content::new(file)?;
        Ok(Self::from_fn(move || Self::new(content.read())))
    }

    /// A body that `make` makes, now and whenever the request has to be sent again.
    pub fn from_fn(make: impl Fn() -> Self + Send + Sync + 'static) -> Self {
        Self::made(Arc::new(make))
    }

    /// The same body, of which it is known that it has so many bytes. Reading it fails if it has fewer or more.
    pub fn with_length(mut self, length: u64) -> Self {
        let progress = self.0.as_mut().and_then(|content| content.progress.take());
        let exactly = move |body| Self::new(Exactly::new(body, length));
        let body = match self.kind() {
            None => Self::from_fn(move || exactly(Self::empty())),
            Some(Kind::Bytes(bytes)) => {
                let bytes = bytes.clone();
                Self::from_fn(move || exactly(Self::from(bytes.clone())))
            }
            Some(Kind::Stream { again: Some(make), .. }) => {
                let make = make.clone();
                Self::from_fn(move || exactly(make()))
            }
            Some(Kind::Answer(_) | Kind::Stream { again: None, .. }) => exactly(self),
        };
        body.with_progress(progress.map(|progress| progress.of(length)))
    }

    /// Reports how many bytes were handed on, and of how many if that is known, whenever a piece was; in place of an
    /// earlier report. A body that is read again begins again at 0.
    ///
    /// The report is made while the body is read, so it should be quick.
    pub fn on_progress(self, report: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        let total = self.size_hint().exact();
        self.with_progress(Some(Progress::new(report, total)))
    }

    /// Whether the body can be read again, which [`try_clone`](Self::try_clone) is for.
    pub fn is_replayable(&self) -> bool {
        !matches!(self.kind(), Some(Kind::Answer(_) | Kind::Stream { again: None, .. }))
    }

    /// A second body with the same bytes; `None` for a stream that can be read only once.
    ///
    /// Of bytes it is what was not read yet, of anything else it begins at the beginning.
    pub fn try_clone(&self) -> Option<Self> {
        let Some(content) = &self.0 else { return Some(Self::empty()) };
        let body = match &content.kind {
            Kind::Bytes(bytes) => Self::of(Kind::Bytes(bytes.clone())),
            Kind::Answer(_) => return None,
            Kind::Stream { again, .. } => Self::made(again.clone()?),
        };
        let mut body = match &content.progress {
            Some(progress) => body.with_progress(Some(progress.anew())),
            None => body,
        };
        if let Some(copy) = &mut body.0 {
            copy.pulse.clone_from(&content.pulse);
        }
        Some(body)
    }

    /// All bytes, if they are there and nobody waits to hear of their progress.
    pub(crate) fn as_bytes(&self) -> Option<Bytes> {
        match self.0.as_deref() {
            None => Some(Bytes::new()),
            Some(Content { kind: Kind::Bytes(bytes), progress: None, .. }) => Some(bytes.clone()),
            Some(_) => None,
        }
    }

    /// The same body, whose pieces are noted when they are taken.
    pub(crate) fn with_pulse(mut self, pulse: Pulse) -> Self {
        if let Some(content) = &mut self.0 {
            content.pulse = Some(pulse);
        }
        self
    }

    fn of(kind: Kind) -> Self {
        Self(Some(Box::new(Content { kind, progress: None, pulse: None })))
    }

    fn kind(&self) -> Option<&Kind> {
        self.0.as_deref().map(|content| &content.kind)
    }

    fn made(make: Make) -> Self {
        let mut body = make();
        if let Some(Content { kind: Kind::Stream { again, .. }, .. }) = body.0.as_deref_mut() {
            *again = Some(make);
        }
        body
    }

    /// Without bytes there is nothing to report.
    fn with_progress(mut self, progress: Option<Progress>) -> Self {
        if let Some(content) = &mut self.0 {
            content.progress = progress;
        }
        self
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        let bytes = bytes.into();
        if bytes.is_empty() { Self::empty() } else { Self::of(Kind::Bytes(bytes)) }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.get_mut().0 {
            Some(content) => Pin::new(&mut **content).poll_frame(cx),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.0.as_ref().is_none_or(|content| content.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.0.as_ref().map_or_else(|| SizeHint::with_exact(0), |content| content.size_hint())
    }
}

/// Says how long the body is, never what it holds.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.size_hint().exact() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(stream)"),
        }
    }
}
